namespace Stemma.Views;

/// <summary>What became of the words: passage against passage on the way from outlet to outlet, version against version of one page.</summary>
public static class ChangesView
{
    // Signs of a passage that are shown where both stand in one line; the rest is cut.
    private const int Shown = 160;

    /// <summary>The passages of these steps in which something was lost or changed, the parent's words over the child's.</summary>
    public static void OnTheWay(Sheet sheet, Case all, IEnumerable<Hop> hops)
    {
        var changed = hops.SelectMany(h => all.Between(h.Article, h.Parent!).Where(p => p.Losses.Any())).ToList();
        if (changed.Count == 0)
        {
            return;
        }

        sheet.Blank().Line(new Bit("What changed on the way", Tone.Strong));
        foreach (var passage in changed)
        {
            sheet.Blank();
            foreach (var change in passage.Losses.Distinct())
            {
                sheet.Wrapped(Sheet.Flat(change), 2, Tone.Alert);
            }

            Words(sheet, all, passage.To);
            Words(sheet, all, passage.From);
        }
    }

    /// <summary>Pages that were changed after they came out: sentences added, dropped and reworded, with the claims in them.</summary>
    /// <param name="within">Articles that are asked for.</param>
    public static void Versions(Sheet sheet, Case all, Func<string, bool> within)
    {
        foreach (var revision in all.Reading.Revisions.Where(r => within(r.Article) || within(r.Before)))
        {
            var before = all.Article(revision.Before).Published?.Moment;
            sheet.Blank().Line(new Bit($"{all.OutletOf(revision.Article)}, version {revision.Version}", Tone.Strong), $"  {Say.Day(all.Article(revision.Article).Published?.Moment)}, against that of {Say.Day(before)}", new Bit($"  {revision.Article}", Tone.Quiet));
            if (revision.Edits.Count == 0)
            {
                sheet.Line(new Bit("  only marks, spaces or furniture changed", Tone.Quiet));
            }

            foreach (var edit in revision.Edits)
            {
                var claims = edit.StatementsBefore.Count + edit.StatementsAfter.Count == 0 ? ""
                    : edit.Kind == EditKind.Dropped ? $", {Say.Count(edit.StatementsBefore.Count, "claim")}"
                    : edit.Kind == EditKind.Added ? $", {Say.Count(edit.StatementsAfter.Count, "claim")}"
                    : $", {Say.Count(Math.Max(edit.StatementsBefore.Count, edit.StatementsAfter.Count), "claim")}";
                sheet.Wrapped($"{Say.Word(edit.Kind)}{claims}{(edit.Changed.Count > 0 ? ": " + string.Join(" · ", edit.Changed.Distinct().Select(Sheet.Flat)) : "")}", 2, edit.Kind == EditKind.Added ? Tone.Plain : Tone.Alert);
                if (edit.Before is { } was)
                {
                    sheet.Wrapped($"− {Sheet.Cut(Sheet.Flat(all.Words(was)), Shown)}", 4, Tone.Words);
                }

                if (edit.After is { } now)
                {
                    sheet.Wrapped($"+ {Sheet.Cut(Sheet.Flat(all.Words(now)), Shown)}", 4, Tone.Words);
                }
            }
        }
    }

    private static void Words(Sheet sheet, Case all, ArticleSpan place) =>
        sheet.Wrapped($"{all.OutletOf(place.Article)}: {Say.Quoted(Sheet.Cut(Sheet.Flat(all.Words(place)), 2 * Shown))}", 4, Tone.Words);
}
