using System.Collections.Concurrent;
using Stemma.Web.Pictures;

namespace Stemma.Web;

/// <summary>The case as one request sees it: a finished view of everything with its look-ups, and the token its forms carry.</summary>
/// <remarks>Made once for each state of the case and shared by all requests, so that a page asks an index and never walks the case.</remarks>
public sealed class Desk
{
    /// <summary>From this overlap on an article is shown folded under the one it was taken from.</summary>
    public const double Reprint = 0.5;

    /// <summary>Less likely relations between statements are kept for programs (JSON) and not shown.</summary>
    public const double ShownFrom = 0.5;

    // Views of the ledger kept at hand; a person goes to and fro between a handful.
    private const int MostViews = 64;

    private readonly Dictionary<string, List<CaseStatement>> _byArticle;
    private readonly Dictionary<string, List<CaseStatement>> _byActor;
    private readonly Dictionary<string, List<Dispute>> _disputes;
    private readonly ILookup<string, Hop> _hops;
    private readonly ILookup<(string, string), Passage> _shared;
    private readonly ILookup<string, Account> _accounts;
    private readonly Dictionary<string, int> _kept;
    private readonly ConcurrentDictionary<LedgerAsk, LedgerView> _views = new();
    private readonly Lazy<Overview> _overview;
    private readonly Lazy<IReadOnlyList<TimelinePicture.Mark>> _marks;

    public Desk(Case all, string token)
    {
        Case = all;
        Token = token;
        var reading = all.Reading;
        Kept = [.. reading.Statements.Where(s => s.State != StatementState.Rejected)];
        _byArticle = reading.Statements.GroupBy(s => s.Article).ToDictionary(g => g.Key, g => g.OrderBy(s => First(s.Statement)).ThenBy(s => s.Statement.Id, StringComparer.Ordinal).ToList());
        _byActor = Kept.Where(s => s.Statement.Actor is not null).GroupBy(s => s.Statement.Actor!).ToDictionary(g => g.Key, g => g.ToList());
        _kept = Kept.GroupBy(s => s.Article).ToDictionary(g => g.Key, g => g.Count());
        _disputes = reading.Disputes.Where(d => d.Confidence >= ShownFrom).SelectMany(d => d.Statements.Distinct(), (d, s) => (Dispute: d, Statement: s))
            .GroupBy(p => p.Statement, p => p.Dispute).ToDictionary(g => g.Key, g => g.ToList());
        _hops = reading.Hops.ToLookup(h => h.Article);
        _shared = reading.Passages.ToLookup(p => Pair(p.From.Article, p.To.Article));
        _accounts = reading.Accounts.ToLookup(a => a.Event);
        _overview = new(() => new Overview(this));
        _marks = new(() => TimelinePicture.Marks(all));
    }

    public Case Case { get; }

    /// <summary>What a form must carry so that only our own pages can change anything.</summary>
    public string Token { get; }

    /// <summary>Every statement that nobody rejected.</summary>
    public IReadOnlyList<CaseStatement> Kept { get; }

    public Overview Overview => _overview.Value;

    internal IReadOnlyList<TimelinePicture.Mark> Marks => _marks.Value;

    /// <summary>The statements of an article in the order of its text, rejected ones too.</summary>
    public IReadOnlyList<CaseStatement> StatementsOf(string article) => _byArticle.GetValueOrDefault(article) ?? [];

    /// <summary>How many statements of an article nobody rejected.</summary>
    public int KeptIn(string article) => _kept.GetValueOrDefault(article);

    /// <summary>What somebody said, in the order of articles and of their texts.</summary>
    public IReadOnlyList<CaseStatement> SaidBy(string actor) => _byActor.GetValueOrDefault(actor) ?? [];

    /// <summary>What stands against a statement, or goes together with it.</summary>
    public IReadOnlyList<Dispute> DisputesOf(string statement) => _disputes.GetValueOrDefault(statement) ?? [];

    /// <summary>The steps an article's words took.</summary>
    public IEnumerable<Hop> HopsOf(string article) => _hops[article];

    /// <summary>The words two articles share.</summary>
    public IEnumerable<Passage> Shared(string one, string? other) => other is null ? [] : _shared[Pair(one, other)];

    /// <summary>The tellings of a happening.</summary>
    public IEnumerable<Account> AccountsOf(string happening) => _accounts[happening];

    /// <summary>The statements an address asks for, and what else could be asked from there.</summary>
    public LedgerView View(LedgerAsk ask)
    {
        if (_views.Count >= MostViews)
        {
            _views.Clear();
        }

        return _views.GetOrAdd(ask with { From = 0 }, a => new LedgerView(this, a));
    }

    /// <summary>A speaker is named and not known.</summary>
    public static bool Doubtful(CaseStatement s) => s.Statement.Voice == Voice.Reported && !s.Statement.Source.IsEmpty && s.Statement.Actor is null;

    private static (string, string) Pair(string one, string other) => string.CompareOrdinal(one, other) <= 0 ? (one, other) : (other, one);

    private static int First(Statement s) => s.Source.Concat(s.Cue).Concat(s.Content).Select(x => x.Begin).DefaultIfEmpty(0).Min();
}
