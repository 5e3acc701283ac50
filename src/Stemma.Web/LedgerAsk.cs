using System.Collections;
using Stemma.Web.Pages;

namespace Stemma.Web;

/// <summary>Which statements does this address ask for? The address is the state: every view can be kept, sent and come back to.</summary>
public sealed record LedgerAsk
{
    public string? Actor { get; init; }

    public string? Act { get; init; }

    public string? Outlet { get; init; }

    public string? Article { get; init; }

    public string? Event { get; init; }

    /// <summary>Those that tell a point in one way: what the figures beside an account count.</summary>
    public string? Account { get; init; }

    /// <summary>Those with the words of this statement, wherever they were reprinted.</summary>
    public string? Same { get; init; }

    /// <summary>Those of the articles that go back to one piece of reporting.</summary>
    public string? Origin { get; init; }

    /// <summary>"reported" or "outlet".</summary>
    public string? Voice { get; init; }

    /// <summary>"machine", "accepted", "corrected" or "added".</summary>
    public string? State { get; init; }

    /// <summary>Words that must stand in source, cue, content or the speaker's name; as in `stemma search`.</summary>
    public string? Search { get; init; }

    /// <summary>Only statements without a sure speaker.</summary>
    public bool Doubt { get; init; }

    /// <summary>Only these statements: a handful that somebody put together.</summary>
    public string? Ids { get; init; }

    public int From { get; init; }

    public bool IsEmpty => this with { From = 0 } == new LedgerAsk();

    public string Link(string path) => Say.Link(
        path,
        ("actor", Actor),
        ("act", Act),
        ("outlet", Outlet),
        ("article", Article),
        ("event", Event),
        ("account", Account),
        ("same", Same),
        ("origin", Origin),
        ("voice", Voice),
        ("state", State),
        ("search", Search),
        ("ids", Ids),
        ("doubt", Doubt ? "1" : null),
        ("from", From > 0 ? From.ToString(System.Globalization.CultureInfo.InvariantCulture) : null));

    /// <summary>The places of the statements asked for among the kept ones: in the order of articles and of their texts.</summary>
    internal int[] Of(Desk desk)
    {
        var c = desk.Columns;
        var (actor, outlet, article) = (Place(Actor, c.ActorAt), Place(Outlet, c.OutletAt), Place(Article, c.ArticleAt));
        var (act, voice, state) = (Value<Stemma.Act>(Act), Value<Stemma.Voice>(Voice), Value<StatementState>(State));
        BitArray?[] sets =
        [
            Search is null ? null : desk.Words.Find(Search),
            Ids is null ? null : Bits(c, Ids.Split(',')),
            Account is null ? null : Bits(c, desk.Account(Account)?.Statements ?? []),
            Same is null ? null : Bits(c, desk.SameWords(Same).Append(Same)),
            Origin is null ? null : Bits(c, desk.Origin(Origin) is { } origin ? origin.Articles.SelectMany(desk.StatementsOf).Select(s => s.Statement.Id) : []),
        ];
        var asked = sets.OfType<BitArray>().ToArray();
        var found = new List<int>();
        for (var i = 0; i < c.Count; i++)
        {
            if ((actor is null || c.Actor[i] == actor)
                && (act is null || c.Act[i] == act)
                && (outlet is null || c.Outlet[i] == outlet)
                && (article is null || c.Article[i] == article)
                && (voice is null || c.Voice[i] == voice)
                && (state is null || c.State[i] == state)
                && (!Doubt || c.Doubt[i])
                && Array.TrueForAll(asked, set => set[i])
                && (Event is null || desk.Kept[i].Statement.About.Contains(Event)))
            {
                found.Add(i);
            }
        }

        return [.. found];
    }

    // What is asked for and not in the case is in no statement.
    private const int Nowhere = -2;

    private static int? Place(string? asked, Func<string, int?> at) => asked is null ? null : at(asked) ?? Nowhere;

    private static int? Value<T>(string? asked)
        where T : struct, Enum => asked is null ? null : Array.FindIndex(Enum.GetValues<T>(), v => Say.Kebab(v) == asked) is >= 0 and var at ? at : Nowhere;

    private static BitArray Bits(StatementColumns columns, IEnumerable<string> ids)
    {
        var bits = new BitArray(columns.Count);
        foreach (var id in ids)
        {
            if (columns.At(id) is { } at)
            {
                bits[at] = true;
            }
        }

        return bits;
    }
}
