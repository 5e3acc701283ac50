using System.Collections.Concurrent;
using Stemma.Ledger;
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
    private readonly ILookup<string, Dispute> _about;
    private readonly ILookup<string, Hop> _hops;
    private readonly ILookup<(string, string), Passage> _shared;
    private readonly ILookup<string, Passage> _passages;
    private readonly ILookup<string, Account> _accounts;
    private readonly ILookup<string, Account> _tellings;
    private readonly ILookup<string, ClaimHop> _claimHops;
    private readonly ILookup<string, Revision> _revisions;
    private readonly Dictionary<string, Account> _account;
    private readonly Dictionary<string, Origin> _origin;
    private readonly ILookup<string, Origin> _origins;
    private readonly Dictionary<string, int> _kept;
    private readonly ConcurrentDictionary<LedgerAsk, LedgerView> _views = new();
    private readonly Lazy<DateOnly?> _middle;
    private readonly Lazy<IReadOnlyList<string>> _tree, _treeStated;
    private readonly ConcurrentDictionary<(int Zoom, string? Lane, DateOnly Middle), string> _timelines = new();
    private readonly ConcurrentDictionary<string, IReadOnlyList<TimelinePicture.Mark>> _lanes = new();
    private readonly Lazy<Overview> _overview;
    private readonly Lazy<IReadOnlyDictionary<string, (int Version, string? Of)>> _versions;
    private readonly Lazy<ILookup<string, string>> _later;
    private readonly Lazy<IReadOnlyList<IReadOnlyList<Correction>>> _acts;
    private readonly Lazy<IReadOnlySet<string>> _taken;
    private readonly Lazy<IReadOnlyList<TimelinePicture.Mark>> _marks;

    /// <param name="index">Asks the full-text index; null where the case lies in no file.</param>
    internal Desk(Case all, string token, Func<Desk, IReadOnlyList<SearchWords.Term>, IEnumerable<int>>? index = null)
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
        _about = reading.Disputes.Where(d => d.Confidence >= ShownFrom && d.Event is not null).ToLookup(d => d.Event!);
        _hops = reading.Hops.ToLookup(h => h.Article);
        _shared = reading.Passages.ToLookup(p => Pair(p.From.Article, p.To.Article));
        _passages = reading.Passages.SelectMany(p => new[] { p.From.Article, p.To.Article }.Distinct(), (p, a) => (Passage: p, Article: a)).ToLookup(p => p.Article, p => p.Passage);
        _accounts = reading.Accounts.ToLookup(a => a.Event);
        _tellings = reading.Accounts.SelectMany(a => a.Statements.Distinct(), (a, s) => (Account: a, Statement: s)).ToLookup(p => p.Statement, p => p.Account);
        _revisions = reading.Revisions.ToLookup(r => r.Article);
        _claimHops = reading.ClaimHops.ToLookup(h => h.Statement);
        _account = reading.Accounts.DistinctBy(a => a.Id).ToDictionary(a => a.Id);
        _origin = reading.Origins.DistinctBy(o => o.Id).ToDictionary(o => o.Id);
        _origins = reading.Origins.SelectMany(o => o.Articles, (o, a) => (Origin: o, Article: a)).ToLookup(p => p.Article, p => p.Origin);
        Columns = new StatementColumns(all, Kept);
        Words = new WordSearch(this, terms => index is null ? WordSearch.InTexts(this, terms) : index(this, terms));
        _versions = new(() => Views.ArticleVersions.Of(all));
        _later = new(() => _versions.Value.Where(v => v.Value.Of is not null).ToLookup(v => v.Value.Of!, v => v.Key));
        _acts = new(() => ActsOf(all.Corrections));
        _taken = new(() => CorrectionLog.TakenBack(all.Log));
        _overview = new(() => new Overview(this));
        _marks = new(() => TimelinePicture.Marks(all));
        _tree = new(() => TreePicture.Draw(this, inferred: true));
        _treeStated = new(() => TreePicture.Draw(this, inferred: false));
        _middle = new(() => TimelinePicture.Middle(Marks));
    }

    public Case Case { get; }

    /// <summary>What a form must carry so that only our own pages can change anything.</summary>
    public string Token { get; }

    /// <summary>Every statement that nobody rejected.</summary>
    public IReadOnlyList<CaseStatement> Kept { get; }

    /// <summary>The same by what they are filtered by.</summary>
    internal StatementColumns Columns { get; }

    internal WordSearch Words { get; }

    public Overview Overview => _overview.Value;

    internal IReadOnlyList<TimelinePicture.Mark> Marks => _marks.Value;

    /// <summary>The day that the timeline looks at where nobody says another.</summary>
    public DateOnly? Middle => _middle.Value;

    /// <summary>The picture of these days; kept, because the table below it is turned page by page.</summary>
    internal string Timeline(int zoom, string? lane, DateOnly middle)
    {
        if (_timelines.Count >= MostViews)
        {
            _timelines.Clear();
        }

        return _timelines.GetOrAdd((zoom, lane, middle), at => TimelinePicture.Draw(MarksOf(at.Lane), at.Zoom, at.Middle, at.Lane is not null));
    }

    /// <summary>The families of the tree, drawn once for each state of the case.</summary>
    internal IReadOnlyList<string> Tree(bool inferred) => (inferred ? _tree : _treeStated).Value;

    /// <summary>Marks of one lane, or of all.</summary>
    internal IReadOnlyList<TimelinePicture.Mark> MarksOf(string? lane) => lane is null ? Marks : _lanes.GetOrAdd(lane, l => [.. Marks.Where(m => m.Lane == l)]);

    /// <summary>What people did, newest first; lines that were done as one stand together.</summary>
    public IReadOnlyList<IReadOnlyList<Correction>> Acts => _acts.Value;

    /// <summary>Lines of the log that were taken back and not restored since.</summary>
    public IReadOnlySet<string> TakenBack => _taken.Value;

    /// <summary>The statements of an article in the order of its text, rejected ones too.</summary>
    public IReadOnlyList<CaseStatement> StatementsOf(string article) => _byArticle.GetValueOrDefault(article) ?? [];

    /// <summary>How many statements of an article nobody rejected.</summary>
    public int KeptIn(string article) => _kept.GetValueOrDefault(article);

    /// <summary>What somebody said, in the order of articles and of their texts.</summary>
    public IReadOnlyList<CaseStatement> SaidBy(string actor) => _byActor.GetValueOrDefault(actor) ?? [];

    /// <summary>The shown disputes about a happening.</summary>
    public IEnumerable<Dispute> DisputesAbout(string happening) => _about[happening];

    /// <summary>What stands against a statement, or goes together with it.</summary>
    public IReadOnlyList<Dispute> DisputesOf(string statement) => _disputes.GetValueOrDefault(statement) ?? [];

    /// <summary>The steps an article's words took.</summary>
    public IEnumerable<Hop> HopsOf(string article) => _hops[article];

    /// <summary>The words two articles share.</summary>
    public IEnumerable<Passage> Shared(string one, string? other) => other is null ? [] : _shared[Pair(one, other)];

    /// <summary>The same page at different times, first to last; the article alone where it came once.</summary>
    public IReadOnlyList<ArticleFindings> VersionsOf(string article)
    {
        var versions = _versions.Value;
        var first = versions[article].Of ?? article;
        return versions[article].Of is null && !_later.Value.Contains(article) ? [Case.Article(article)] : [.. _later.Value[first].Prepend(first).OrderBy(v => versions[v].Version).Select(Case.Article)];
    }

    /// <summary>What was changed in an article after it came out, version against version, first to last.</summary>
    public IReadOnlyList<Revision> RevisionsOf(string article) => [.. VersionsOf(article).SelectMany(v => _revisions[v.Article.Id]).OrderBy(r => r.Version)];

    /// <summary>The tellings of a happening.</summary>
    public IEnumerable<Account> AccountsOf(string happening) => _accounts[happening];

    /// <summary>Who tells it so, whose words stand for the telling first.</summary>
    public IEnumerable<CaseStatement> Tellers(Account account) => account.Statements.Select(Case.Statement).OfType<CaseStatement>()
        .OrderBy(s => s.Statement.Content.Of(Case.Article(s.Article).Article.Text) is var words && words == account.Value ? 0 : words.Contains(account.Value.Trim('“', '”', '"'), StringComparison.OrdinalIgnoreCase) ? 1 : 2);

    /// <summary>One telling; null where there is none of this name.</summary>
    public Account? Account(string id) => _account.GetValueOrDefault(id);

    /// <summary>The points a statement tells, and how.</summary>
    public IEnumerable<Account> TellingsOf(string statement) => _tellings[statement];

    /// <summary>The hands a statement went through, from the outlet that printed it back.</summary>
    public IEnumerable<ClaimHop> HandsOf(string statement) => _claimHops[statement];

    /// <summary>One piece of reporting; null where there is none of this name.</summary>
    public Origin? Origin(string id) => _origin.GetValueOrDefault(id);

    /// <summary>The pieces of reporting behind an article.</summary>
    public IEnumerable<Origin> OriginsOf(string article) => _origins[article];

    /// <summary>Statements of other articles that have this one's words, in the order of articles.</summary>
    public IReadOnlyList<string> SameWords(string statement)
    {
        if (Case.Statement(statement) is not { Statement.Content: { IsEmpty: false } content } mine || !_passages.Contains(mine.Article))
        {
            return [];
        }

        var words = WordsOf(mine);
        return
        [
            .. _passages[mine.Article]
                .Select(p => p.From.Article == mine.Article ? (Here: p.From, There: p.To) : (Here: p.To, There: p.From))
                .Where(p => p.There.Article != mine.Article && Meet(p.Here.Span, content))
                .SelectMany(p => StatementsOf(p.There.Article).Where(o => o.State != StatementState.Rejected && Meet(p.There.Span, o.Statement.Content) && Alike(words, WordsOf(o))))
                .Select(o => o.Statement.Id).Distinct().Order(StringComparer.Ordinal),
        ];
    }

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

    private static List<IReadOnlyList<Correction>> ActsOf(IReadOnlyList<Correction> log)
    {
        var acts = new List<IReadOnlyList<Correction>>();
        for (var i = log.Count - 1; i >= 0;)
        {
            var first = i;
            while (first > 0 && log[i].Together is { } one && log[first - 1].Together == one)
            {
                first--;
            }

            acts.Add([.. log.Skip(first).Take(i - first + 1)]);
            i = first - 1;
        }

        return acts;
    }

    private static bool Meet(Spans one, Spans other) => one.Any(a => other.Any(b => a.Begin < b.End && b.Begin < a.End));

    // A shared passage is often a paragraph with several statements: which of them are one is told by their own words.
    private static bool Alike(HashSet<string> one, HashSet<string> other)
    {
        const double Enough = 0.6;
        var both = one.Count(other.Contains);
        return both > 0 && both >= Enough * (one.Count + other.Count - both);
    }

    private HashSet<string> WordsOf(CaseStatement s) =>
        [.. s.Statement.Content.Of(Case.Article(s.Article).Article.Text).Split([' ', '\n', '\r', ',', '.', '“', '”', '"', ';'], StringSplitOptions.RemoveEmptyEntries).Select(w => w.ToLowerInvariant())];

    private static (string, string) Pair(string one, string other) => string.CompareOrdinal(one, other) <= 0 ? (one, other) : (other, one);

    private static int First(Statement s) => s.Source.Concat(s.Cue).Concat(s.Content).Select(x => x.Begin).DefaultIfEmpty(0).Min();
}
