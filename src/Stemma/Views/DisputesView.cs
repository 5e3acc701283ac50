namespace Stemma.Views;

/// <summary>How statements stand to each other: who denies, contradicts or updates whom, on which point, and why it is thought so.</summary>
public static class DisputesView
{
    // The contract: tables, pages, counts and reports show those that are more likely right than not.
    private const double Shows = 0.5;

    public static IEnumerable<Dispute> Shown(Case all) => all.Reading.Disputes.Where(d => d.Confidence >= Shows && d.Relation != DisputeRelation.Compatible);

    /// <summary>The disputes about a happening; what reprints repeat stands once, with how often.</summary>
    public static void Rows(Sheet sheet, Case all, string about)
    {
        var told = Shown(all)
            .Select(d => (Dispute: d, One: all.Statement(d.Statements[0]), Other: all.Statement(d.Statements[^1])))
            .Where(d => d.One is not null && d.Other is not null && (d.One.Statement.About.Contains(about) || d.Other.Statement.About.Contains(about)))
            .GroupBy(d => (One: StatementsView.SpeakerOf(all, d.One!), d.Dispute.Relation, Other: StatementsView.SpeakerOf(all, d.Other!), d.Dispute.Slot))
            .Select(g => (g.Key, Best: g.OrderByDescending(d => d.Dispute.Confidence).ThenBy(d => d.Dispute.Id, StringComparer.Ordinal).First().Dispute, Count: g.Count()))
            .OrderByDescending(g => g.Best.Confidence)
            .ThenBy(g => g.Best.Id, StringComparer.Ordinal);
        sheet.Table(
            [.. told.Select(g => (IReadOnlyList<Bit>)
            [
                new Bit(g.Key.One, Tone.Strong),
                Say.Relation(g.Key.Relation),
                new Bit(g.Key.Other, Tone.Strong),
                new Bit(g.Key.Slot is { } slot ? Say.Slot(slot) : "", Tone.Quiet),
                new Bit(g.Best.Reason, Tone.Quiet),
                new Bit(g.Count > 1 ? $"{g.Count} times" : "", Tone.Quiet),
                new Bit(g.Best.Id, Tone.Quiet),
            ])],
            keep: 4);
    }
}
