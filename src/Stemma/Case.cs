namespace Stemma;

/// <summary>A whole case at one moment: what the articles say, what only shows between them, what people said about it.</summary>
/// <remarks>Everything a view shows comes from here, so a view is a function of it. Articles are in ordinal order of their identifiers.</remarks>
public sealed class Case
{
    private readonly Dictionary<string, ArticleFindings> _articles;
    private readonly Dictionary<string, CaseStatement> _statements;
    private readonly Dictionary<string, CaseActor> _actors;
    private readonly Dictionary<string, CaseEvent> _events;

    // Filled while it is read, and a server's requests read one case side by side.
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, CodePoints> _positions = new();

    private readonly Lazy<ILookup<(string, string), Passage>> _passages;

    public Case(
        string name,
        IReadOnlyList<ArticleFindings> articles,
        CaseReading reading,
        IReadOnlyList<string> log,
        IReadOnlyList<Correction> corrections,
        IReadOnlyList<string> orphans,
        IReadOnlyList<Refusal> refusals)
    {
        Name = name;
        Articles = articles;
        Reading = reading;
        Log = log;
        Corrections = corrections;
        Orphans = orphans;
        Refusals = refusals;
        _articles = articles.ToDictionary(a => a.Article.Id);
        _statements = ById(reading.Statements, s => s.Statement.Id);
        _actors = ById(reading.Actors, a => a.Id);
        _events = ById(reading.Events, e => e.Id);
        _passages = new(() => reading.Passages.ToLookup(p => Ordered(p.From.Article, p.To.Article)));
    }

    /// <summary>What a person calls it: the file's name.</summary>
    public string Name { get; }

    /// <summary>What is shown of each article: the machine's findings with people's corrections laid over.</summary>
    public IReadOnlyList<ArticleFindings> Articles { get; }

    /// <summary>What shows between the articles; rejected statements are in it, marked so, and count for nothing else.</summary>
    public CaseReading Reading { get; }

    /// <summary>People's log, line by line as kept.</summary>
    public IReadOnlyList<string> Log { get; }

    /// <summary>The same, read; first to last, undone ones and undos too.</summary>
    public IReadOnlyList<Correction> Corrections { get; }

    /// <summary>Identifiers of corrections that stand and no longer find their words.</summary>
    public IReadOnlyList<string> Orphans { get; }

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<Refusal> Refusals { get; }

    /// <exception cref="KeyNotFoundException">No such article.</exception>
    public ArticleFindings Article(string id) => _articles.TryGetValue(id, out var found) ? found : throw new KeyNotFoundException($"No article “{id}” in this case.");

    /// <summary>Is there an article of this name?</summary>
    public bool Has(string article) => _articles.ContainsKey(article);

    /// <summary>How positions of an article are counted outside the program.</summary>
    public CodePoints Positions(string article) => _positions.GetOrAdd(article, id => CodePoints.Of(Article(id).Article.Text));

    /// <summary>The passages that two articles share, in the order of the reading.</summary>
    public IEnumerable<Passage> Between(string one, string other) => _passages.Value[Ordered(one, other)];

    public CaseStatement? Statement(string id) => _statements.GetValueOrDefault(id);

    public CaseActor? Actor(string? id) => id is null ? null : _actors.GetValueOrDefault(id);

    public CaseEvent? Event(string id) => _events.GetValueOrDefault(id);

    /// <summary>What an actor is called; "(no speaker named)" where there is none.</summary>
    public string NameOf(string? actor) => Actor(actor)?.Name ?? (actor is null ? "(no speaker named)" : Has(actor) ? OutletOf(actor) : actor);

    /// <summary>The words at a place.</summary>
    public string Words(ArticleSpan place) => place.Span.Of(Article(place.Article).Article.Text);

    /// <summary>How an article is called in a line: its outlet, else its title, else its file.</summary>
    public string OutletOf(string article)
    {
        var named = Article(article).Article;
        return named.Outlet is { Length: > 0 } outlet ? outlet : named.Title is { Length: > 0 } title ? title : Path.GetFileName(named.File) is { Length: > 0 } file ? file : article;
    }

    private static Dictionary<string, T> ById<T>(IEnumerable<T> all, Func<T, string> id)
    {
        var found = new Dictionary<string, T>();
        foreach (var one in all)
        {
            found.TryAdd(id(one), one);
        }

        return found;
    }

    private static (string, string) Ordered(string one, string other) => string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);
}
