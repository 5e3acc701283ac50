using Stemma.Words;

namespace Stemma.Corpus.Accounts;

/// <summary>Does a statement speak for this actor: their own, their spokesman's, lawyer's or office's, or their state's?</summary>
/// <remarks>Known to miss: spokespeople whom the article names once by their office and then by name alone, allies who speak for each other.</remarks>
internal sealed class SpokenFor
{
    private readonly Dictionary<string, CaseActor> _actors;
    private readonly Dictionary<string, ArticleFindings> _articles;
    private readonly HashSet<string> _inOffice;

    public SpokenFor(IReadOnlyList<ArticleFindings> articles, IReadOnlyList<CaseActor> actors)
    {
        _actors = actors.ToDictionary(a => a.Id, StringComparer.Ordinal);
        _articles = articles.ToDictionary(a => a.Article.Id, StringComparer.Ordinal);
        _inOffice = [.. actors.Where(a => a.Kind == ActorKind.Person && a.Aliases.Any(x => _articles.TryGetValue(x.Article, out var f) && HoldsOffice(f, x.Span))).Select(a => a.Id)];
    }

    public CaseActor? Actor(string? id) => id is null ? null : _actors.GetValueOrDefault(id);

    /// <summary>Called by a name: of "rogue agents", "both", "the students" nobody could say whether they answered.</summary>
    public bool IsNamed(string actor) => Actor(actor) is { } a
        && (a.Kind is ActorKind.Person or ActorKind.State
            || (a.Kind != ActorKind.Unnamed && PlainWords.Of(a.Name).Any(w => w.Capital && !ClaimWords.Is("many", w.Lower) && Figures.Value(w.Lower) is null && !a.Aliases.Any(x => PlainWords.Of(x.Words).Any(o => o.Lower == w.Lower && !o.Capital)))));

    public bool Is(CaseStatement said, string accused)
    {
        if (said.Statement.Actor == accused)
        {
            return true;
        }

        return Actor(accused) is { } one && ((Actor(said.Statement.Actor) is { } speaker && (SameState(one, speaker) || SameName(one, speaker) || BodyOf(one, speaker) || BodyOf(speaker, one))) || Agent(said, one));
    }

    /// <summary>The two are of one state, and one of them is the state itself or a body of it: "Vardia", "the Vardian foreign ministry", "President Maren".</summary>
    public bool SameState(CaseActor one, CaseActor other) =>
        Land(one) is { } land && land == Land(other) && OfState(one) && OfState(other) && !(one.Kind == ActorKind.Person && other.Kind == ActorKind.Person);

    /// <summary>The country whose state, or a body of whose state, it is; null for persons and all others.</summary>
    public string? StateOf(string actor) => Actor(actor) is { Kind: not ActorKind.Person } a && OfState(a) ? Land(a) : null;

    /// <summary>A state, and somebody of its country.</summary>
    public bool SameLand(string? one, string other) => Actor(one) is { } a && Actor(other) is { } b && Land(a) is { } land && land == Land(b) && (IsState(a) || IsState(b));

    // "Vardian agents": where nobody told it, the name may.
    private static string? Land(CaseActor a) => a.Country ?? (a.Kind is ActorKind.Person ? null : PlainWords.Of(a.Name).Where(w => w.Capital)
        .SelectMany(w => Gazetteer.World.Lookup(w.Span.Of(a.Name))).FirstOrDefault(n => n.Kind is NameKind.Country or NameKind.People)?.Country);

    private bool OfState(CaseActor a) => IsState(a) || _inOffice.Contains(a.Id) || (a.Kind is ActorKind.Group or ActorKind.Unnamed or ActorKind.Document && Words(a.Name).Any(w => ClaimWords.Is("of-state", w)));

    private static bool IsState(CaseActor a) =>
        a.Kind == ActorKind.State || (a.Kind == ActorKind.Organisation && (Gazetteer.World.Lookup(a.Name).Any(n => n.Kind == NameKind.Institution) || Words(a.Name).Any(w => ClaimWords.Is("state-body", w))));

    // "President Maren", "Maren, the foreign minister": the words before and behind one of their names.
    private static bool HoldsOffice(ArticleFindings article, Spans span) =>
        article.Actors.Any(a => a.Kind == ActorKind.Person && a.Role is { Length: > 0 } role && a.Mentions.Contains(span) && Words(role).Any(w => ClaimWords.Is("state-office", w)));

    // "Maren" where others of the case call her Ilse Maren.
    private static bool SameName(CaseActor one, CaseActor other) =>
        one.Kind == ActorKind.Person && other.Kind == ActorKind.Person && (Words(one.Name).ToList(), Words(other.Name).ToList()) is var (a, b) && ((a.Count == 1 && b.Contains(a[0])) || (b.Count == 1 && a.Contains(b[0])));

    // "Maren", "the Maren administration", "Maren's office".
    private static bool BodyOf(CaseActor body, CaseActor person) =>
        person.Kind == ActorKind.Person && body.Kind is not ActorKind.Person && Words(body.Name).ToList() is { Count: > 1 } words && words.Contains(Surname(person)) && words.Any(w => ClaimWords.Is("agent", w));

    // "a spokesman for Maren", "Maren's lawyers": whoever else is named there speaks for them.
    private bool Agent(CaseStatement said, CaseActor accused)
    {
        if (said.Statement.Source.IsEmpty || !_articles.TryGetValue(said.Article, out var article))
        {
            return false;
        }

        var local = article.Statements.FirstOrDefault(s => s.Id == said.Local)?.Actor;
        var role = article.Actors.FirstOrDefault(a => a.Id == local)?.Role;
        return Speaks(Words(said.Statement.Source.Of(article.Article.Text)).ToList(), accused) || (role is not null && Speaks(Words(role).ToList(), accused));
    }

    private static bool Speaks(List<string> words, CaseActor accused)
    {
        var name = accused.Kind == ActorKind.Person ? [Surname(accused)] : Words(accused.Name).Where(w => w is not ("the" or "of" or "a")).ToList();
        return name.Count > 0 && name[0].Length > 2 && words.Any(w => ClaimWords.Is("agent", w)) && name.TrueForAll(words.Contains);
    }

    /// <summary>A person's last name: two spellings of one name are one accused.</summary>
    public string ShortName(string actor) => Actor(actor) is { Kind: ActorKind.Person } person ? Surname(person) : actor;

    private static string Surname(CaseActor person) => Words(person.Name).LastOrDefault() ?? "";

    private static IEnumerable<string> Words(string text) => PlainWords.Of(text).Select(w => w.Lower.EndsWith("'s", StringComparison.Ordinal) ? w.Lower[..^2] : w.Lower);
}
