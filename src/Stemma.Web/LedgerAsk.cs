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

    /// <summary>"reported" or "outlet".</summary>
    public string? Voice { get; init; }

    /// <summary>"machine", "accepted", "corrected" or "added".</summary>
    public string? State { get; init; }

    /// <summary>Words that must stand in source, cue or content.</summary>
    public string? Search { get; init; }

    /// <summary>Only statements without a sure speaker.</summary>
    public bool Doubt { get; init; }

    /// <summary>Only these statements: what a number on another page counts.</summary>
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
        ("voice", Voice),
        ("state", State),
        ("search", Search),
        ("ids", Ids),
        ("doubt", Doubt ? "1" : null),
        ("from", From > 0 ? From.ToString(System.Globalization.CultureInfo.InvariantCulture) : null));

    /// <summary>The statements asked for, in the order of articles and of their texts.</summary>
    public IReadOnlyList<CaseStatement> Of(Desk desk)
    {
        var words = Search?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        var ids = Ids?.Split(',').ToHashSet(StringComparer.Ordinal);
        return
        [
            // A speaker's or an article's statements are at hand; only else are all looked through.
            .. (Actor is not null ? desk.SaidBy(Actor) : Article is not null ? desk.StatementsOf(Article).Where(s => s.State != StatementState.Rejected) : desk.Kept).Where(s =>
                (Actor is null || s.Statement.Actor == Actor)
                && (Act is null || Say.Kebab(s.Statement.Act) == Act)
                && (Outlet is null || desk.Case.OutletOf(s.Article) == Outlet)
                && (Article is null || s.Article == Article)
                && (Event is null || s.Statement.About.Contains(Event))
                && (Voice is null || Say.Kebab(s.Statement.Voice) == Voice)
                && (State is null || Say.Kebab(s.State) == State)
                && (!Doubt || Desk.Doubtful(s))
                && (ids is null || ids.Contains(s.Statement.Id))
                && (words.Length == 0 || Says(desk, s, words))),
        ];
    }

    private static bool Says(Desk desk, CaseStatement s, string[] words)
    {
        // Looked for in the text itself: a line put together for each of 200,000 statements would be the whole answer's time.
        var text = desk.Case.Article(s.Article).Article.Text;
        var name = desk.Case.NameOf(s.Statement.Actor);
        return Array.TrueForAll(words, w => name.Contains(w, StringComparison.OrdinalIgnoreCase) || In(s.Statement.Source, w) || In(s.Statement.Cue, w) || In(s.Statement.Content, w));

        bool In(Spans place, string word)
        {
            foreach (var span in place)
            {
                if (text.AsSpan(span.Begin, span.Length).Contains(word, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
