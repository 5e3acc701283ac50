namespace Stemma.Views;

/// <summary>Who said what: the statements of a case that answer to what is asked, one line each.</summary>
public static class StatementsView
{
    // Below this a finding is more a guess than a reading: a person should look (contract: shown from 0.50 on).
    private const double Sure = 0.6;

    // A runner-up this close to the speaker leaves open who spoke.
    private const double CloseBehind = 0.2;

    // On a narrower screen the words themselves need the room; hedges stand among them.
    private const int WithHedges = 150;

    public static IReadOnlyList<CaseStatement> Asked(Case all, Asked asked)
    {
        var found = all.Reading.Statements.Where(s => Answers(all, s, asked));
        return [.. found
            .OrderBy(s => s.Statement.Said?.Moment.Earliest ?? all.Article(s.Article).Published?.Moment.Earliest ?? DateOnly.MaxValue)
            .ThenBy(s => s.Article, StringComparer.Ordinal)
            .ThenBy(s => s.Statement.Content.Hull)
            .ThenBy(s => s.Statement.Id, StringComparer.Ordinal)];
    }

    public static Sheet Of(Case all, IReadOnlyList<CaseStatement> statements, int width)
    {
        var sheet = new Sheet(width);
        sheet.Table([.. statements.Select(s => Row(all, s, sheet.Width >= WithHedges))], indent: 0, keep: 3);
        return sheet.Line(new Bit(Say.Count(statements.Count, "statement") + (statements.Count == 0 ? "" : "      stemma why ID"), Tone.Quiet));
    }

    /// <summary>Does a person need to look at it? No sure speaker, a weak finding, and nobody has looked yet.</summary>
    public static bool Doubtful(CaseStatement statement) => statement is { State: StatementState.Machine, Statement: { Voice: Voice.Reported } s }
        && (s.Confidence < Sure
            || (s.Actor is null && !s.Source.IsEmpty)
            || s.RunnersUp.Any(r => r.Confidence > s.Confidence - CloseBehind));

    public static string StateOf(StatementState state) => state == StatementState.Machine ? "" : Say.Word(state);

    private static IReadOnlyList<Bit> Row(Case all, CaseStatement statement, bool wide)
    {
        var s = statement.Statement;
        var text = all.Article(statement.Article).Article.Text;
        return
        [
            new Bit(s.Id, Tone.Quiet),
            new Bit(SpeakerOf(all, statement), Tone.Strong),
            s.Voice == Voice.Outlet ? "tells" : Say.Act(s.Act, s.Negated),
            new Bit(s.Form == Form.Direct ? Say.Quoted(s.Content.Of(text)) : s.Content.Of(text), Tone.Words),
            new Bit(wide ? string.Join(" · ", s.Hedges.Select(h => h.Words).Distinct()) : "", Tone.Quiet),
            new Bit(all.OutletOf(statement.Article), Tone.Quiet),
            new Bit(Say.Day(s.Said?.Moment ?? all.Article(statement.Article).Published?.Moment), Tone.Quiet),
            new Bit(StateOf(statement.State), Tone.Alert),
        ];
    }

    /// <summary>The actor's name; the words of the source where nobody was resolved; the outlet where it speaks itself.</summary>
    public static string SpeakerOf(Case all, CaseStatement statement)
    {
        var s = statement.Statement;
        return s.Voice == Voice.Outlet ? $"{all.OutletOf(statement.Article)}, in its own voice"
            : all.Actor(s.Actor) is { } actor ? actor.Name
            : s.Source.IsEmpty ? "(no speaker named)"
            : Sheet.Flat(s.Source.Of(all.Article(statement.Article).Article.Text));
    }

    private static bool Answers(Case all, CaseStatement statement, Asked asked)
    {
        var s = statement.Statement;
        var article = all.Article(statement.Article);
        var day = s.Said?.Moment ?? article.Published?.Moment;
        return (asked.Actor is null || Names(all, s.Actor, asked.Actor) || (s.Actor is null && Holds(s.Source.Of(article.Article.Text), asked.Actor)))
            && (asked.Act is null || s.Act == asked.Act)
            && (asked.Outlet is null || Holds(article.Article.Outlet ?? "", asked.Outlet))
            && (asked.About is null || s.About.Any(e => e == asked.About || Tells(all.Event(e), asked.About)))
            && (asked.From is null || day?.Latest is null || day.Latest >= asked.From)
            && (asked.To is null || day?.Earliest is null || day.Earliest <= asked.To)
            && (asked.Voice is null || s.Voice == asked.Voice)
            && (!asked.Doubt || Doubtful(statement))
            && (asked.Found is null || asked.Found.Contains((statement.Article, statement.Local)));
    }

    private static bool Names(Case all, string? actor, string asked) =>
        actor is not null && (actor == asked || Holds(all.NameOf(actor), asked) || (all.Actor(actor)?.Aliases.Any(a => a.Words.Equals(asked, StringComparison.OrdinalIgnoreCase)) ?? false));

    private static bool Tells(CaseEvent? happening, string asked) =>
        happening is not null && (Holds(happening.Kind, asked) || happening.Places.Any(p => Holds(p, asked)));

    private static bool Holds(string words, string asked) => words.Contains(asked, StringComparison.OrdinalIgnoreCase);
}

/// <summary>What statements are asked for; null asks nothing.</summary>
/// <param name="Actor">An identifier, or a part of a name.</param>
/// <param name="About">An event's identifier, its kind, or a place.</param>
/// <param name="Found">Article and local identifier of statements that a search found.</param>
public sealed record Asked(
    string? Actor = null,
    Act? Act = null,
    string? Outlet = null,
    string? About = null,
    DateOnly? From = null,
    DateOnly? To = null,
    Voice? Voice = null,
    bool Doubt = false,
    IReadOnlySet<(string Article, string Local)>? Found = null);
