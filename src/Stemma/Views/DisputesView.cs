using System.Buffers;

namespace Stemma.Views;

/// <summary>A dispute as it is told: the one that says it best, and those that say the same again, in reprints most of all.</summary>
public sealed record ToldDispute(Dispute Best, IReadOnlyList<Dispute> Again)
{
    public int Times => Again.Count + 1;
}

/// <summary>How statements stand to each other: who denies, contradicts or updates whom, on which point, in which words, and why it is thought so.</summary>
public static class DisputesView
{
    // The contract: tables, pages, counts and reports show those that are more likely right than not.
    private const double Shows = 0.5;

    // Words stand a step further in than who stands against whom.
    private const int WordsIndent = 6;

    // Of an outlet's name and of a reason so much is always kept.
    private const int MostOfOutlet = 28;

    public static IEnumerable<Dispute> Shown(Case all) => all.Reading.Disputes.Where(d => d.Confidence >= Shows && d.Relation != DisputeRelation.Compatible);

    /// <summary>Shown disputes of one happening, those of none for null: what reprints repeat stands once, denials and contradictions before updates, the surest first.</summary>
    public static IReadOnlyList<ToldDispute> Of(Case all, string? about) => Told(all, Shown(all).Where(d => d.Event == about));

    /// <summary>Disputes of the same two on the same point, told once: in full words if anywhere, with those that say it again.</summary>
    public static IReadOnlyList<ToldDispute> Told(Case all, IEnumerable<Dispute> some) => [.. some
        .GroupBy(d => (One: SpeakerOf(all, d, 0), d.Relation, Other: SpeakerOf(all, d, 1), d.Slot))
        .Select(g => g.OrderBy(d => d.Spans.Any(s => IsShort(all.Words(s))) ? 1 : 0).ThenByDescending(d => d.Confidence).ThenBy(d => d.Id, StringComparer.Ordinal).ToList())
        .Select(g => new ToldDispute(g[0], g[1..]))
        .OrderBy(g => IsOpposed(g.Best) ? 0 : 1).ThenByDescending(g => g.Best.Confidence).ThenBy(g => g.Best.Id, StringComparer.Ordinal)];

    /// <summary>How many denials and contradictions each happening has, repeats counted once; those of none under "".</summary>
    public static IReadOnlyDictionary<string, int> Counts(Case all) => Shown(all)
        .Where(IsOpposed)
        .GroupBy(d => d.Event ?? "", StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => Told(all, g).Count, StringComparer.Ordinal);

    /// <summary>A dispute that sets one against the other: an update brings up to date.</summary>
    public static bool IsOpposed(Dispute dispute) => dispute.Relation is DisputeRelation.Denies or DisputeRelation.Contradicts;

    /// <summary>The disputes about a happening (of none for null), each with the words of both and their outlets.</summary>
    /// <param name="most">At a glance: no more than so many, of those that oppose each other alone, and without the reason; null for all.</param>
    public static void Rows(Sheet sheet, Case all, string? about, int? most = null)
    {
        var told = Of(all, about).Where(d => most is null || IsOpposed(d.Best)).ToList();
        foreach (var point in told.Take(most ?? int.MaxValue))
        {
            var d = point.Best;
            var (one, other) = (SpeakerOf(all, d, 0), SpeakerOf(all, d, 1));
            sheet.Line(
                "  ",
                new Bit(one, Tone.Strong),
                $" {Say.Relation(d.Relation)} ",
                new Bit(other, Tone.Strong),
                new Bit($"{(d.Slot is { } slot ? $"      {Say.Slot(slot)}" : "")}{(point.Times > 1 ? $"      {point.Times} times" : "")}      {d.Id}", Tone.Quiet));
            for (var side = 0; side < d.Spans.Count; side++)
            {
                Words(sheet, all, d, side);
            }

            if (most is null)
            {
                sheet.Wrapped(d.Reason, WordsIndent, Tone.Quiet);
            }
        }

        if (told.Count > most)
        {
            sheet.Line(new Bit($"  and {told.Count - most} more      stemma accounts{(about is null ? "" : " " + about)}", Tone.Quiet));
        }
    }

    /// <summary>Who speaks on one side; the outlet where no statement is left.</summary>
    public static string SpeakerOf(Case all, Dispute dispute, int side) =>
        all.Statement(dispute.Statements[Math.Min(side, dispute.Statements.Count - 1)]) is { } statement ? StatementsView.SpeakerOf(all, statement) : all.OutletOf(dispute.Spans[side].Article);

    /// <summary>The words of one side, with the cue before them where the sentence goes on from it: “denied that”, not “that”.</summary>
    public static string WordsOf(Case all, Dispute dispute, int side) => WordsOf(all, dispute.Spans[side], all.Statement(dispute.Statements[Math.Min(side, dispute.Statements.Count - 1)]));

    /// <summary>The same of a passage of some statement.</summary>
    public static string WordsOf(Case all, ArticleSpan place, CaseStatement? told)
    {
        var text = all.Article(place.Article).Article.Text;
        return !place.Span.IsEmpty && told is { } statement && statement.Article == place.Article
            && statement.Statement.Cue is { IsEmpty: false } cue && cue[^1].End is var end && place.Span[0].Begin is var begin
            && begin >= end && begin - end <= MostToCue && !text.AsSpan(end, begin - end).ContainsAny(SentenceEnds)
            ? text[cue[0].Begin..place.Span.Hull.End]
            : all.Words(place);
    }

    // "accused the council, in a letter, of": so far a cue may stand from what it hands over.
    private const int MostToCue = 60;

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?;\n");

    /// <summary>So much of a passage as fits, with what the reason quotes of it in sight.</summary>
    public static string Excerpt(string words, string reason, int width)
    {
        var line = Sheet.Flat(words);
        if (Sheet.WidthOf(line) <= width)
        {
            return line;
        }

        // A third of the room for what goes before the words that count.
        var at = Quoted(reason).Select(q => line.IndexOf(q, StringComparison.OrdinalIgnoreCase)).Where(i => i >= 0).Append(0).Max();
        if (at <= width * 2 / 3)
        {
            return Sheet.Cut(line, width);
        }

        var from = line.IndexOf(' ', Math.Max(0, at - (width / 3)));
        return Sheet.Cut("…" + line[(from >= 0 && from < at ? from + 1 : at)..], width);
    }

    /// <summary>In quotation marks; those the words bring along stay where they stand inside: “called it a “lie””.</summary>
    public static string Marked(string words) => words is ['“' or '"', ..] || (words is [.., '”'] && !words.Contains('“', StringComparison.Ordinal)) ? Say.Quoted(words) : $"“{words}”";

    private static void Words(Sheet sheet, Case all, Dispute d, int side)
    {
        var place = d.Spans[side];
        var outlet = Sheet.Cut(all.OutletOf(place.Article), MostOfOutlet);
        var words = WordsOf(all, d, side);
        var room = sheet.Width - WordsIndent - Sheet.WidthOf(outlet) - 4;
        var shown = Excerpt(words, d.Reason, room);
        if (HedgeLeftOut(all, d, side, shown) is { } hedge)
        {
            outlet = $"{hedge}  {outlet}";
            shown = Excerpt(words, d.Reason, sheet.Width - WordsIndent - Sheet.WidthOf(outlet) - 4);
        }

        sheet.Line(
            new string(' ', WordsIndent),
            new Bit(Marked(shown), Tone.Words),
            new Bit($"  {outlet}", Tone.Quiet));
    }

    /// <summary>A hedge of the statement on this side that the shown words do not hold: whoever believes it possible has not said that it is so. One that goes with words that are cut off as well hedges nothing shown.</summary>
    public static string? HedgeLeftOut(Case all, Dispute dispute, int side, string shown)
    {
        if (all.Statement(dispute.Statements[Math.Min(side, dispute.Statements.Count - 1)]) is not { } statement || statement.Article != dispute.Spans[side].Article)
        {
            return null;
        }

        var text = all.Article(statement.Article).Article.Text;
        return statement.Statement.Hedges
            .Where(h => h.Scope is null || Sheet.Flat(h.Scope.Of(text)) is var hedged && (hedged.Length > LongestFigure || shown.Contains(hedged, StringComparison.OrdinalIgnoreCase)))
            .Select(h => Sheet.Flat(h.Words))
            .FirstOrDefault(h => !shown.Contains(h, StringComparison.OrdinalIgnoreCase));
    }

    // "14 people", "11:40": shorter scopes are a figure's; longer ones reach into what is shown.
    private const int LongestFigure = 24;

    // "that", "the accusation": somewhere else the same may be told in full.
    private static bool IsShort(string words) => words.AsSpan().Count(' ') < 2;

    // What stands between “ and ” in a reason.
    private static IEnumerable<string> Quoted(string reason)
    {
        for (var begin = reason.IndexOf('“'); begin >= 0; begin = reason.IndexOf('“', begin + 1))
        {
            var end = reason.IndexOf('”', begin);
            if (end > begin + 1)
            {
                yield return reason[(begin + 1)..end];
            }
        }
    }
}
