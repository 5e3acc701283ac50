namespace Stemma.Views;

/// <summary>What did one actor say first, and otherwise later? Each with its day and the words of both.</summary>
/// <remarks>A speaker's denial of another's claim is no change of mind: only statements of one actor against each other count, and only where one is known to be the earlier.</remarks>
public static class OverTimeView
{
    // A change is told in a line each way; longer words are cut there.
    private const int MostWords = 160;

    /// <summary>Statements of one actor that cannot both hold, or where the later brings the earlier up to date; the earlier first.</summary>
    public static IReadOnlyList<(CaseStatement Before, CaseStatement After, Dispute Dispute)> Of(Case all) =>
    [
        .. DisputesView.Shown(all)
            .Where(d => d.Statements.Count == 2)
            .Select(d => (One: all.Statement(d.Statements[0]), Other: all.Statement(d.Statements[1]), Dispute: d))
            .Where(d => d.One?.Statement.Actor is { } actor && d.Other?.Statement.Actor == actor && d.One.Statement.Id != d.Other.Statement.Id)
            .Select(d => Earlier(all, d.Other!, d.One!) ? (d.Other!, d.One!, d.Dispute) : (d.One!, d.Other!, d.Dispute))
            .Where(d => Earlier(all, d.Item1, d.Item2))
            .OrderBy(d => Day(all, d.Item1)?.Earliest).ThenBy(d => d.Dispute.Id, StringComparer.Ordinal),
    ];

    public static void Rows(Sheet sheet, Case all)
    {
        var changes = Of(all);
        if (changes.Count == 0)
        {
            return;
        }

        sheet.Blank();
        sheet.Line(new Bit("Said otherwise by the same", Tone.Strong));
        sheet.Table(
            [.. changes.SelectMany(c => new IReadOnlyList<Bit>[]
            {
                [new Bit(all.NameOf(c.Before.Statement.Actor), Tone.Strong), Say.Day(Day(all, c.Before)), new Bit(Words(all, c.Before), Tone.Words), new Bit(all.OutletOf(c.Before.Article), Tone.Quiet)],
                [new Bit(c.Dispute.Relation == DisputeRelation.Updates ? "later" : "against", Tone.Quiet), Say.Day(Day(all, c.After)), new Bit(Words(all, c.After), Tone.Words), new Bit($"{all.OutletOf(c.After.Article)} · {c.Dispute.Reason}", Tone.Quiet)],
            })],
            keep: 1);
    }

    private static bool Earlier(Case all, CaseStatement one, CaseStatement other) => (Day(all, one)?.Earliest ?? DateOnly.MaxValue) < (Day(all, other)?.Earliest ?? DateOnly.MaxValue);

    // The day it was said; else the day it was printed.
    private static Moment? Day(Case all, CaseStatement s) => s.Statement.Said?.Moment ?? all.Article(s.Article).Published?.Moment;

    private static string Words(Case all, CaseStatement s)
    {
        var words = Sheet.Flat(s.Statement.Content.Of(all.Article(s.Article).Article.Text));
        return Say.Quoted(words.Length <= MostWords ? words : words[..MostWords] + "…");
    }
}
