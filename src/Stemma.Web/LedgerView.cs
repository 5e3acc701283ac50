using Stemma.Web.Pages;

namespace Stemma.Web;

/// <summary>The statements one address asks for, and the further questions that stand beside them with their counts.</summary>
public sealed class LedgerView
{
    private const int MostValues = 8;

    public sealed record Facet(string Label, int Count, string Link, bool On);

    public LedgerView(Desk desk, LedgerAsk ask)
    {
        var all = desk.Case;
        Found = ask.Of(desk);
        Articles = Found.Select(s => s.Article).Distinct().Count();
        Facets =
        [
            ("Acts", Values(Found, s => Say.Kebab(s.Statement.Act), (_, s) => Say.Act(s.Statement.Act), ask.Act, v => ask with { Act = v })),
            ("Speakers", Values(Found.Where(s => s.Statement.Actor is not null), s => s.Statement.Actor!, (v, _) => all.NameOf(v), ask.Actor, v => ask with { Actor = v })),
            ("Outlets", Values(Found, s => all.OutletOf(s.Article), (v, _) => v, ask.Outlet, v => ask with { Outlet = v })),
            ("Voice", Values(Found, s => Say.Kebab(s.Statement.Voice), (v, _) => v == "outlet" ? "the outlet’s own voice" : "reported", ask.Voice, v => ask with { Voice = v })),
            ("State", Values(Found, s => Say.Kebab(s.State), (v, _) => v == "machine" ? "as the machine read it" : $"{v} by a person", ask.State, v => ask with { State = v })),
        ];
    }

    public IReadOnlyList<CaseStatement> Found { get; }

    public int Articles { get; }

    public IReadOnlyList<(string Name, IReadOnlyList<Facet> Values)> Facets { get; }

    private static List<Facet> Values(IEnumerable<CaseStatement> found, Func<CaseStatement, string> value, Func<string, CaseStatement, string> label, string? chosen, Func<string?, LedgerAsk> with) =>
        [.. found.GroupBy(value).Select(g => (g.Key, Count: g.Count(), First: g.First())).OrderByDescending(g => g.Count).ThenBy(g => g.Key, StringComparer.Ordinal).Take(MostValues)
            .Select(g => new Facet(label(g.Key, g.First), g.Count, with(chosen == g.Key ? null : g.Key).Link("/ledger"), chosen == g.Key))];
}
