namespace Stemma.Corpus.Accounts;

/// <summary>A possible dispute between two claims, before it is weighed against the others of its pair of articles.</summary>
internal sealed record Candidate(DisputeRelation Relation, Slot? Slot, Claim Told, Claim Answer, TextSpan ToldSpan, TextSpan AnswerSpan, double Confidence, string Reason)
{
    /// <summary>As <see cref="Dispute.Summed"/>.</summary>
    public bool Summed { get; init; }
}

/// <summary>Two articles laid side by side: which claims speak of the same thing?</summary>
internal sealed class Pairing(ClaimedArticle one, ClaimedArticle other)
{
    // In short articles every two claims are compared; in long ones only those that share a telling word.
    internal const int Short = 7;
    internal const double TellingWeight = 3;

    // Two telling words, or one very rare one and another.
    private const double SharedWeight = 8;

    private readonly Alignment _alignment = new();
    private readonly Dictionary<(Claim, Claim), (double, double)> _aligned = new(ByPlace.Instance);
    private readonly Dictionary<(Claim, Claim), double> _around = new(ByPlace.Instance);

    public Alignment Words => _alignment;

    public bool IsLong => Math.Max(one.Claims.Count, other.Claims.Count) > Short;

    // On the samples and two long articles: a step lower shows neighbours that only share a topic.
    private const double ClearFit = 0.5;

    /// <summary>Both clearly tell of the same thing: much of the one is in the other, in three telling words or more.</summary>
    public bool Meets(Claim a, Claim b) => Both(a, b) is var (ab, ba) && Math.Max(ab, ba) >= ClearFit && Math.Min(ab, ba) >= ClearFit / 2 && SharedTelling(a, b) >= 3;

    /// <summary>How much of the first the second covers, and the other way round; a side of fewer than three telling words counts nothing.</summary>
    public (double Ab, double Ba) Both(Claim a, Claim b)
    {
        if (!_aligned.TryGetValue((a, b), out var both))
        {
            both = a.IsSmall || b.IsSmall
                ? (a.IsSmall ? 0 : _alignment.Covered(a.Words, b.Words), b.IsSmall ? 0 : _alignment.Covered(b.Words, a.Words))
                : _alignment.Both(a.Words, b.Words);
            _aligned[(a, b)] = both;
        }

        return both;
    }

    /// <summary>How many telling words the two have in common, base form for base form.</summary>
    public int SharedTelling(Claim a, Claim b) =>
        a.Telling.Count(b.Bases.Contains);

    /// <summary>Share of the less covered side's words that the other has too: 1 where both say the same.</summary>
    public double Align(Claim a, Claim b) => Both(a, b) is var (ab, ba) ? Math.Max(ab, ba) : 0;

    /// <summary>The same, where what one leaves out ("it", "she") may stand in the sentences around it.</summary>
    public double Near(ClaimedArticle first, Claim a, ClaimedArticle second, Claim b) =>
        Math.Max(Align(a, b), 0.8 * Math.Max(AlignAround(second, b, a), AlignAround(first, a, b)));

    /// <summary>The same with the sentences before and behind the answer, and the first sentence of the told.</summary>
    public double AlignAround(ClaimedArticle answer, Claim denial, Claim claim)
    {
        if (!_around.TryGetValue((claim, denial), out var covered))
        {
            _around[(claim, denial)] = covered = _alignment.Covered(claim.Words, answer.Around(denial.Sentence));
        }

        return covered;
    }

    /// <summary>How well the words right behind the negation meet the claim: the predicate that is denied.</summary>
    public double NegatedPart(Claim denial, Claim claim)
    {
        var at = denial.Negations[0];
        var part = denial.Words.Skip(at + 1).Take(9).ToList();
        return part.Count == 0 ? 0 : _alignment.Covered(part, claim.Words);
    }

    /// <summary>Claims of the first article that may speak of what this clause of the second speaks of.</summary>
    public IEnumerable<Claim> ClaimsNear(ClaimedArticle told, ClaimedArticle answer, Claim claim)
    {
        if (told.Claims.Count <= Short)
        {
            return told.Claims;
        }

        var index = told.ByWord;
        var words = (claim.Denial is null ? claim.Words : answer.Sentences[claim.Sentence]).Where(w => w.Weight >= TellingWeight && !w.IsNumber).DistinctBy(w => w.Base);
        var shared = new SortedDictionary<int, (Claim Claim, double Weight)>();
        foreach (var word in words)
        {
            foreach (var near in index.TryGetValue(word.Base, out var list) ? list : [])
            {
                shared[near.Number] = (near, shared.GetValueOrDefault(near.Number).Weight + word.Weight);
            }
        }

        return shared.Values.Where(s => s.Weight >= SharedWeight).Select(s => s.Claim);
    }

    /// <summary>The article tells it only to reject it itself: another that rejects it too does not dispute it.</summary>
    public bool TakenBack(ClaimedArticle article, Claim claim) =>
        article.Claims.Any(c => c != claim && c.Denial is not null && Math.Abs(c.Sentence - claim.Sentence) <= 1 && _alignment.Covered(claim.Words, c.Words) > 0.5);

    internal sealed class ByPlace : IEqualityComparer<(Claim, Claim)>
    {
        public static readonly ByPlace Instance = new();

        public bool Equals((Claim, Claim) x, (Claim, Claim) y) => ReferenceEquals(x.Item1, y.Item1) && ReferenceEquals(x.Item2, y.Item2);

        public int GetHashCode((Claim, Claim) pair) => HashCode.Combine(pair.Item1.Number, pair.Item2.Number, pair.Item1.Span.Begin, pair.Item2.Span.End);
    }
}
