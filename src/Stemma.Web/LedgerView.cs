using Stemma.Web.Pages;

namespace Stemma.Web;

/// <summary>The statements one address asks for, and the further questions that stand beside them with their counts.</summary>
public sealed class LedgerView
{
    private const int MostValues = 8;

    private readonly Desk _desk;
    private readonly int[] _found;

    public sealed record Facet(string Label, int Count, string Link, bool On);

    public LedgerView(Desk desk, LedgerAsk ask)
    {
        (_desk, _found) = (desk, ask.Of(desk));
        var (all, c) = (desk.Case, desk.Columns);
        Articles = Counts(i => c.Article[i], c.Articles.Count).Count(n => n > 0);
        Facets =
        [
            ("Acts", Values(i => c.Act[i], Enum.GetValues<Act>(), Say.Kebab, Say.Act, ask.Act, v => ask with { Act = v })),
            ("Speakers", Values(i => c.Actor[i], c.Actors, v => v, all.NameOf, ask.Actor, v => ask with { Actor = v })),
            ("Outlets", Values(i => c.Outlet[i], c.Outlets, v => v, v => v, ask.Outlet, v => ask with { Outlet = v })),
            ("Voice", Values(i => c.Voice[i], Enum.GetValues<Voice>(), Say.Kebab, v => v == Voice.Outlet ? "the outlet’s own voice" : "reported", ask.Voice, v => ask with { Voice = v })),
            ("State", Values(i => c.State[i], Enum.GetValues<StatementState>(), Say.Kebab, v => v == StatementState.Machine ? "as the machine read it" : $"{Say.Kebab(v)} by a person", ask.State, v => ask with { State = v })),
        ];
    }

    public int Count => _found.Length;

    /// <summary>How many articles they stand in.</summary>
    public int Articles { get; }

    public IReadOnlyList<(string Name, IReadOnlyList<Facet> Values)> Facets { get; }

    /// <summary>In the order of articles and of their texts.</summary>
    public IEnumerable<CaseStatement> Found => _found.Select(i => _desk.Kept[i]);

    public IEnumerable<CaseStatement> Rows(int from, int most) => _found.Skip(from).Take(most).Select(i => _desk.Kept[i]);

    private List<Facet> Values<T>(Func<int, int> column, IReadOnlyList<T> values, Func<T, string> value, Func<T, string> label, string? chosen, Func<string?, LedgerAsk> with) =>
        [.. Counts(column, values.Count).Select((count, at) => (Count: count, Value: value(values[at]), At: at)).Where(v => v.Count > 0)
            .OrderByDescending(v => v.Count).ThenBy(v => v.Value, StringComparer.Ordinal).Take(MostValues)
            .Select(v => new Facet(label(values[v.At]), v.Count, with(chosen == v.Value ? null : v.Value).Link("/ledger"), chosen == v.Value))];

    private int[] Counts(Func<int, int> column, int values)
    {
        var counts = new int[values];
        foreach (var i in _found)
        {
            if (column(i) is >= 0 and var value)
            {
                counts[value]++;
            }
        }

        return counts;
    }
}
