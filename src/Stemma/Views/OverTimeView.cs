namespace Stemma.Views;

/// <summary>What did one actor hold first, and otherwise later? Each with its day and the words of both.</summary>
/// <remarks>A speaker's denial of another's claim is no change of mind: only what one actor held counts, and only where one is known to be the earlier. What a person tied between two statements of one actor stands here too.</remarks>
public static class OverTimeView
{
    // A change is told in a line each way; longer words are cut there.
    private const int MostWords = 160;

    /// <summary>The changes of mind of a case, the earlier side first; told by several articles in the same words, once.</summary>
    public static IReadOnlyList<Turn> Of(Case all) =>
    [
        .. all.Reading.Turns
            .Where(t => Stands(all, t.Before) && Stands(all, t.After))
            .Concat(Tied(all))
            .DistinctBy(t => (t.Actor, t.Kind, Bare(all, t.Before), Bare(all, t.After)))
            .OrderBy(t => t.After.Day?.Earliest ?? DateOnly.MaxValue).ThenBy(t => t.Actor, StringComparer.Ordinal).ThenBy(t => t.Id, StringComparer.Ordinal),
    ];

    /// <param name="most">More are only counted.</param>
    public static void Rows(Sheet sheet, Case all, int most = int.MaxValue)
    {
        var changes = Of(all);
        if (changes.Count == 0)
        {
            return;
        }

        sheet.Blank();
        sheet.Line(new Bit("Said otherwise by the same", Tone.Strong));
        sheet.Table(
            [.. changes.Take(most).SelectMany(c => new IReadOnlyList<Bit>[]
            {
                [new Bit(all.NameOf(c.Actor), Tone.Strong), Day(c.Before), new Bit(Words(all, c.Before), Tone.Words), new Bit(all.OutletOf(c.Before.Words.Article), Tone.Quiet)],
                [new Bit(KindOf(c.Kind), Tone.Quiet), Day(c.After), new Bit(Words(all, c.After), Tone.Words), new Bit($"{all.OutletOf(c.After.Words.Article)} · {c.Reason}", Tone.Quiet)],
            })],
            keep: 1);
        if (changes.Count > most)
        {
            sheet.Line(new Bit($"  and {changes.Count - most} more      stemma accounts", Tone.Quiet));
        }
    }

    /// <summary>What became of what was held first.</summary>
    public static string KindOf(TurnKind kind) => kind switch
    {
        TurnKind.Admits => "later owned",
        TurnKind.Denies => "later denied",
        TurnKind.TakesBack => "taken back",
        _ => "later otherwise",
    };

    /// <summary>The day of one side; "earlier" where no day is told.</summary>
    public static string Day(TurnSide side) => side.Day is { } day ? Say.Day(day) : "earlier";

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

    private static string Words(Case all, TurnSide side)
    {
        var words = Sheet.Flat(all.Words(side.Words));
        return Say.Quoted(words.Length <= MostWords ? words : words[..MostWords] + "…");
    }
}
