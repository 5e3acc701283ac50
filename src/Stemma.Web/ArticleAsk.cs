using Stemma.Web.Pages;

namespace Stemma.Web;

/// <summary>Which articles does a number on a page count? The address under that number.</summary>
public sealed record ArticleAsk
{
    /// <summary>Those that tell a point in one way.</summary>
    public string? Account { get; init; }

    /// <summary>Those that tell of the happening and not of this point: "E…:how-many".</summary>
    public string? Silent { get; init; }

    /// <summary>Those that tell of one happening.</summary>
    public string? Event { get; init; }

    /// <summary>Those in which somebody is named.</summary>
    public string? Actor { get; init; }

    /// <summary>Those that go back to one piece of reporting.</summary>
    public string? Origin { get; init; }

    /// <summary>Those with the words of one statement.</summary>
    public string? Same { get; init; }

    /// <summary>Those of which something is not known: "outlet" or "day".</summary>
    public string? Missing { get; init; }

    public int From { get; init; }

    public string Link(string path) => Say.Link(
        path,
        ("account", Account),
        ("silent", Silent),
        ("event", Event),
        ("actor", Actor),
        ("origin", Origin),
        ("same", Same),
        ("missing", Missing),
        ("from", From > 0 ? From.ToString(System.Globalization.CultureInfo.InvariantCulture) : null));

    /// <summary>What they have in common, in a line.</summary>
    public string Title(Desk desk) =>
        Account is not null ? desk.Account(Account) is { } a ? $"tell {Say.Slot(a.Slot)} so: {Say.Quoted(Say.Short(a.Value, 90))}" : "tell a point so"
        : Silent is not null ? $"tell of the happening and not {Silent[(Silent.IndexOf(':', StringComparison.Ordinal) + 1)..].Replace('-', ' ')}"
        : Event is not null ? $"tell of one happening: {(desk.Case.Event(Event) is { } e ? Views.EventName.Of(desk.Case, e.Id) : Event)}"
        : Actor is not null ? $"name {desk.Case.NameOf(Actor)}"
        : Origin is not null ? $"go back to one piece of reporting{(desk.Origin(Origin) is { } o ? $", {desk.Case.OutletOf(o.Earliest)}’s" : "")}"
        : Same is not null ? "have the words of one statement"
        : Missing == "outlet" ? "do not say who published them"
        : Missing is not null ? "do not say on which day they were published"
        : "are in the case";

    /// <summary>By day, then by identifier.</summary>
    public IReadOnlyList<ArticleFindings> Of(Desk desk)
    {
        IEnumerable<string> ids = Account is not null ? ArticlesOf(desk, desk.Account(Account)?.Statements ?? [])
            : Silent?.Split(':', 2) is [var of, var slot] ? desk.AccountsOf(of).FirstOrDefault(a => Say.Kebab(a.Slot) == slot)?.Silent ?? []
            : Event is not null ? desk.Case.Event(Event)?.Articles ?? []
            : Actor is not null ? desk.Case.Actor(Actor)?.Aliases.Select(a => a.Article) ?? []
            : Origin is not null ? desk.Origin(Origin)?.Articles ?? []
            : Same is not null ? ArticlesOf(desk, desk.SameWords(Same).Append(Same))
            : Missing == "outlet" ? desk.Overview.WithoutOutlet
            : Missing is not null ? desk.Overview.WithoutDay
            : Silent is null ? desk.Case.Articles.Select(a => a.Article.Id) : [];
        return [.. ids.Distinct().Where(desk.Case.Has).Select(desk.Case.Article).OrderBy(a => a.Published?.Moment.Earliest ?? DateOnly.MaxValue).ThenBy(a => a.Article.Id, StringComparer.Ordinal)];
    }

    private static IEnumerable<string> ArticlesOf(Desk desk, IEnumerable<string> statements) => statements.Select(desk.Case.Statement).OfType<CaseStatement>().Select(s => s.Article);
}
