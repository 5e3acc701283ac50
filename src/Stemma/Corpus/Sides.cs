using Stemma.Corpus.Accounts;
using Stemma.Corpus.Reuse;
using Stemma.Corpus.Stories;

namespace Stemma.Corpus;

/// <summary>Which articles were last laid beside others? What was made of them is at hand, so that it is not made again for each other one.</summary>
/// <remarks>Asked by one thread; the sides themselves may be asked by any.</remarks>
internal sealed class Sides(IPast past)
{
    // An article with its clauses read takes some 150 kB; memory stays flat.
    private const int Most = 512;

    private readonly Dictionary<string, Side> _kept = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private readonly Dictionary<string, Side> _expected = new(StringComparer.Ordinal);

    /// <exception cref="KeyNotFoundException">No article has this identifier.</exception>
    public Side Of(string article)
    {
        if (_expected.TryGetValue(article, out var expected))
        {
            return expected;
        }

        // Somebody may have corrected it: whether it still says what it said, the ledger knows.
        var now = past.Fetch(article);
        if (_kept.TryGetValue(article, out var known) && known.Holds(now))
        {
            return known;
        }

        return Keep(article, new Side(now));
    }

    /// <summary>The article is not in the ledger yet.</summary>
    public void Expect(string article, Side side) => _expected[article] = side;

    /// <summary>It is in the ledger now; false where it was not expected.</summary>
    public bool Arrived(string article)
    {
        if (!_expected.Remove(article, out var side))
        {
            return false;
        }

        Keep(article, side);
        return true;
    }

    private Side Keep(string article, Side side)
    {
        if (!_kept.ContainsKey(article))
        {
            _order.Enqueue(article);
        }

        if (_order.Count > Most)
        {
            _kept.Remove(_order.Dequeue());
        }

        return _kept[article] = side;
    }
}

/// <summary>One article as it is laid beside others; each view of it is made when it is first asked for, once.</summary>
internal sealed class Side
{
    private readonly Lazy<ArticleFindings> _findings;
    private readonly Lazy<Wording> _wording;
    private readonly Lazy<ClaimedArticle> _claims;
    private readonly Lazy<IReadOnlyList<HappeningProfile>> _happenings;

    public Side(ArticleFindings findings)
        : this(new Lazy<ArticleFindings>(findings))
    {
    }

    public Side(Lazy<ArticleFindings> findings)
    {
        _findings = findings;
        _wording = new(() => Wording.Of(Findings));
        _claims = new(() => ClaimReader.Read(Findings));
        _happenings = new(() => HappeningProfile.Of(Findings));
    }

    public ArticleFindings Findings => _findings.Value;

    public Wording Wording => _wording.Value;

    public ClaimedArticle Claims => _claims.Value;

    /// <summary>By which names and words each of its events is told.</summary>
    public IReadOnlyList<HappeningProfile> Happenings => _happenings.Value;

    public bool Holds(Lazy<ArticleFindings> findings) =>
        ReferenceEquals(findings, _findings) || (findings.IsValueCreated && _findings.IsValueCreated && ReferenceEquals(findings.Value, _findings.Value));
}

/// <summary>An article and those it is to be laid beside.</summary>
public sealed class Meeting
{
    internal Meeting(Side own, ArticleKeys keys, IReadOnlyList<(string Other, Side Side)> copies, IReadOnlyList<(string Other, double Nearness, double Score, Side Side)> near) =>
        (Own, Keys, Copies, Near) = (own, keys, copies, near);

    public ArticleKeys Keys { get; }

    internal Side Own { get; }

    internal IReadOnlyList<(string Other, Side Side)> Copies { get; }

    internal IReadOnlyList<(string Other, double Nearness, double Score, Side Side)> Near { get; }
}
