namespace Stemma.Views;

/// <summary>How statements stand to each other: who denies, contradicts or updates whom, on which point, and why it is thought so.</summary>
public static class DisputesView
{
    // The contract: tables, pages, counts and reports show those that are more likely right than not.
    private const double Shows = 0.5;

    public static IEnumerable<Dispute> Shown(Case all) => all.Reading.Disputes.Where(d => d.Confidence >= Shows && d.Relation != DisputeRelation.Compatible);

    public static void Rows(Sheet sheet, Case all, string about)
    {
        var told = Shown(all)
            .Where(d => d.Statements.Any(s => all.Statement(s)?.Statement.About.Contains(about) ?? false))
            .OrderByDescending(d => d.Confidence)
            .ThenBy(d => d.Id, StringComparer.Ordinal);
        var rows = new List<IReadOnlyList<Bit>>();
        foreach (var dispute in told)
        {
            var (one, other) = (all.Statement(dispute.Statements[0]), all.Statement(dispute.Statements[^1]));
            if (one is null || other is null)
            {
                continue;
            }

            rows.Add(
            [
                new Bit(StatementsView.SpeakerOf(all, one), Tone.Strong),
                Say.Word(dispute.Relation),
                new Bit(StatementsView.SpeakerOf(all, other), Tone.Strong),
                new Bit(dispute.Slot is { } slot ? Say.Slot(slot) : "", Tone.Quiet),
                new Bit(dispute.Reason, Tone.Quiet),
                new Bit(dispute.Id, Tone.Quiet),
            ]);
        }

        sheet.Table(rows);
    }
}
