namespace Stemma.Views;

/// <summary>What did one actor hold first, and otherwise later? Each with its day and the words of both.</summary>
/// <remarks>A speaker's denial of another's claim is no change of mind: only what one actor held counts, and only where one is known to be the earlier. What a person tied between two statements of one actor stands here too.</remarks>
public static class OverTimeView
{
    // Before the day and the words of each side.
    private const int Indent = 6;

    // Of an outlet's name so much is always kept.
    private const int MostOfOutlet = 28;

    /// <summary>The changes of mind of a case, the earlier side first; told by several articles in the same words, or tied as a dispute as well, once.</summary>
    public static IReadOnlyList<Turn> Of(Case all) =>
    [
        .. all.Reading.Turns
            .Where(t => Stands(all, t.Before) && Stands(all, t.After))
            .Concat(Tied(all))
            .DistinctBy(t => (t.Actor, Bare(all, t.Before), Bare(all, t.After)))
            .OrderBy(t => t.After.Day?.Earliest ?? DateOnly.MaxValue).ThenBy(t => t.Actor, StringComparer.Ordinal).ThenBy(t => t.Id, StringComparer.Ordinal),
    ];

    /// <param name="most">At a glance: no more than so many, and without the reason; null for all.</param>
    public static void Rows(Sheet sheet, Case all, int? most = null)
    {
        var changes = Of(all);
        if (changes.Count == 0)
        {
            return;
        }

        sheet.Blank();
        sheet.Line(new Bit("Told otherwise over time", Tone.Strong));
        foreach (var change in changes.Take(most ?? int.MaxValue))
        {
            sheet.Line("  ", new Bit(all.NameOf(change.Actor), Tone.Strong), $" {KindOf(change.Kind)}", new Bit($"      {change.Id}", Tone.Quiet));
            Sides(sheet, all, change);
            if (most is null)
            {
                sheet.Wrapped(change.Reason, Indent, Tone.Quiet);
            }
        }

        if (changes.Count > most)
        {
            sheet.Line(new Bit($"  and {changes.Count - most} more      stemma accounts", Tone.Quiet));
        }
    }

    // The earlier first: the day, the words, the outlet.
    private static void Sides(Sheet sheet, Case all, Turn change)
    {
        var day = Math.Max(Sheet.WidthOf(Day(change, change.Before)), Sheet.WidthOf(Day(change, change.After)));
        foreach (var side in new[] { change.Before, change.After })
        {
            var outlet = Sheet.Cut(all.OutletOf(side.Words.Article), MostOfOutlet);
            var room = sheet.Width - Indent - day - Sheet.WidthOf(outlet) - 6;
            sheet.Line(
                new string(' ', Indent),
                Sheet.Pad(Day(change, side), day),
                "  ",
                new Bit(DisputesView.Marked(DisputesView.Excerpt(WordsOf(all, side), change.Reason, room)), Tone.Words),
                new Bit($"  {outlet}", Tone.Quiet));
        }
    }

    /// <summary>The words of a side, with the cue before them: “denied that its guns had fired”, not “that its guns had fired”.</summary>
    public static string WordsOf(Case all, TurnSide side) => DisputesView.WordsOf(all, side.Words, all.Statement(side.Statement ?? ""));

    /// <summary>What became of what was held first.</summary>
    public static string KindOf(TurnKind kind) => kind switch
    {
        TurnKind.Admits => "later admitted",
        TurnKind.Denies => "later denied",
        TurnKind.TakesBack => "later took it back",
        _ => "later told otherwise",
    };

    /// <summary>The day of one side; where none is told, whether it came earlier or later.</summary>
    public static string Day(Turn turn, TurnSide side) => side.Day is { } day ? Say.Day(day) : ReferenceEquals(side, turn.After) ? "later" : "earlier";

    private static bool Stands(Case all, TurnSide side) => side.Statement is null || all.Statement(side.Statement) is { State: not StatementState.Rejected };

    // Disputes between two statements of one actor, where one is known to be the earlier.
    private static IEnumerable<Turn> Tied(Case all) => DisputesView.Shown(all)
        .Where(d => d.Statements.Count == 2)
        .Select(d => (One: all.Statement(d.Statements[0]), Other: all.Statement(d.Statements[1]), Dispute: d))
        .Where(d => d.One?.Statement.Actor is { } actor && d.Other?.Statement.Actor == actor && d.One.Statement.Id != d.Other.Statement.Id)
        .Select(d => Earlier(all, d.Other!, d.One!) ? (d.Other!, d.One!, d.Dispute) : (d.One!, d.Other!, d.Dispute))
        .Where(d => Earlier(all, d.Item1, d.Item2))
        .Select(d => new Turn(d.Dispute.Id, d.Item1.Statement.Actor!, TurnKind.SaysOtherwise, Side(all, d.Item1), Side(all, d.Item2), d.Dispute.Reason, d.Dispute.Confidence));

    private static TurnSide Side(Case all, CaseStatement s) => new(s.Statement.Id, new(s.Article, s.Statement.Content), DayOf(all, s));

    private static bool Earlier(Case all, CaseStatement one, CaseStatement other) => (DayOf(all, one)?.Earliest ?? DateOnly.MaxValue) < (DayOf(all, other)?.Earliest ?? DateOnly.MaxValue);

    // The day it was said; else the day it was printed.
    private static Moment? DayOf(Case all, CaseStatement s) => s.Statement.Said?.Moment ?? all.Article(s.Article).Published?.Moment;

    private static string Bare(Case all, TurnSide side) => Sheet.Flat(all.Words(side.Words)).ToLowerInvariant().Trim('“', '”', '.', ',', ' ');
}
