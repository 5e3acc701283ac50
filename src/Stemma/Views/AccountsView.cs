namespace Stemma.Views;

/// <summary>The competing accounts of a happening side by side: each way of telling a point, the voices behind it, who is silent.</summary>
public static class AccountsView
{
    // A glance shows so many ways of telling one point; the command shows all.
    private const int AtAGlance = 4;

    /// <summary>Heads disputes whose words tell of no happening.</summary>
    public const string Elsewhere = "Also in dispute";

    /// <param name="events">Which happenings; those of the whole case where nobody asked for one.</param>
    /// <param name="overTime">The whole case is asked for: disputes of no happening, and what an actor said otherwise before, stand below.</param>
    public static Sheet Of(Case all, IReadOnlyList<string> events, int width, bool overTime = true)
    {
        var sheet = new Sheet(width);
        foreach (var about in events)
        {
            if (sheet.Lines.Count > 0)
            {
                sheet.Blank();
            }

            var articles = all.Event(about)?.Articles.Count ?? 0;
            sheet.Line(new Bit(EventName.Of(all, about), Tone.Strong), new Bit($"      {about}      told in {Say.Count(articles, "article")}", Tone.Quiet));
            Rows(sheet, all, about, differingOnly: false);
            DisputesView.Rows(sheet, all, about);
        }

        if (overTime && DisputesView.Of(all, null).Count > 0)
        {
            if (sheet.Lines.Count > 0)
            {
                sheet.Blank();
            }

            sheet.Line(new Bit(Elsewhere, Tone.Strong));
            DisputesView.Rows(sheet, all, null);
        }

        if (sheet.Lines.Count == 0)
        {
            sheet.Line(new Bit("no accounts: no happening is told on more than one point here", Tone.Quiet));
        }

        if (overTime)
        {
            OverTimeView.Rows(sheet, all);
        }

        return sheet;
    }

    /// <summary>Happenings in dispute or told differently: those with the most denials and contradictions first, of these the most told, then by differing points and voices.</summary>
    public static IReadOnlyList<string> MostDisputed(Case all)
    {
        var disputes = DisputesView.Counts(all);
        var told = all.Reading.Accounts
            .GroupBy(a => a.Event, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (Differing: g.GroupBy(a => (a.Slot, a.Of)).Where(s => s.Count() > 1).Sum(s => s.Sum(a => a.Voices.Count)), All: g.Count()), StringComparer.Ordinal);
        return [.. told.Keys.Concat(disputes.Keys.Where(e => e.Length > 0)).Distinct(StringComparer.Ordinal)
            .Select(e => (Event: e, Disputes: disputes.GetValueOrDefault(e), Articles: all.Event(e)?.Articles.Count ?? 0, Told: told.GetValueOrDefault(e)))
            .Where(e => e.Disputes > 0 || e.Told.Differing > 0)
            .OrderByDescending(e => e.Disputes)
            .ThenByDescending(e => e.Disputes > 0 ? e.Articles : 0)
            .ThenByDescending(e => e.Told.Differing)
            .ThenByDescending(e => e.Told.All)
            .ThenBy(e => e.Event, StringComparer.Ordinal)
            .Select(e => e.Event)];
    }

    /// <summary>All events with accounts or disputes, the most disputed first.</summary>
    public static IReadOnlyList<string> Events(Case all) =>
        [.. MostDisputed(all).Concat(all.Reading.Accounts.Select(a => a.Event).Concat(DisputesView.Shown(all).Select(d => d.Event).OfType<string>()).Distinct().Order(StringComparer.Ordinal)).Distinct()];

    public static void Rows(Sheet sheet, Case all, string about, bool differingOnly)
    {
        var rows = new List<IReadOnlyList<Bit>>();
        foreach (var slot in all.Reading.Accounts.Where(a => a.Event == about).GroupBy(a => a.Slot).OrderBy(g => g.Key))
        {
            // Only figures of one thing can differ; what more voices count comes first.
            var ways = slot.GroupBy(a => a.Of)
                .Where(of => !differingOnly || of.Count() > 1)
                .OrderByDescending(of => of.Sum(a => a.Voices.Count)).ThenBy(of => of.Key, StringComparer.Ordinal)
                .SelectMany(of => of.OrderByDescending(a => a.Voices.Count).ThenByDescending(a => a.Origins).ThenBy(a => a.Id, StringComparer.Ordinal))
                .ToList();
            if (ways.Count == 0)
            {
                continue;
            }

            var shown = differingOnly ? ways.Take(AtAGlance).ToList() : ways;
            for (var i = 0; i < shown.Count; i++)
            {
                rows.Add(
                [
                    new Bit(i == 0 ? Say.Slot(slot.Key) : "", Tone.Quiet),
                    new Bit(shown[i].Value, Tone.Strong),
                    new Bit(Hedges(all, shown[i]), Tone.Alert),
                    Say.Count(shown[i].Voices.Count, "voice"),
                    Say.Count(shown[i].Origins, "origin"),
                    new Bit(string.Join(", ", shown[i].Voices.Select(all.NameOf).Distinct().Order(StringComparer.Ordinal)), Tone.Quiet),
                ]);
            }

            if (ways.Count > shown.Count)
            {
                rows.Add(["", new Bit($"and {ways.Count - shown.Count} more", Tone.Quiet)]);
            }

            if (slot.First().Silent.Count is > 0 and var silent)
            {
                rows.Add(["", new Bit("not mentioned", Tone.Quiet), "", Say.Count(silent, "article"), "", new Bit(string.Join(", ", slot.First().Silent.Select(all.OutletOf).Distinct().Order(StringComparer.Ordinal)), Tone.Quiet)]);
            }
        }

        sheet.Table(rows, keep: 1);
    }

    private static string Hedges(Case all, Account account) => string.Join(", ", account.Statements
        .Select(all.Statement).OfType<CaseStatement>()
        .SelectMany(s => s.Statement.Hedges.Select(h => Sheet.Flat(h.Words).ToLowerInvariant()))
        .Distinct().Order(StringComparer.Ordinal));
}
