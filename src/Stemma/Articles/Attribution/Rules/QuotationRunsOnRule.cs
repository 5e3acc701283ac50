using Stemma.Articles.Sentences;

namespace Stemma.Articles.Attribution.Rules;

/// <summary>A quotation that runs over paragraphs, each reopening its mark, belongs as a whole to whoever has a part of it.</summary>
/// <remarks>
/// Why: the mark itself says that it goes on; no model need guess. Hits: a paragraph left without closing mark and the next that opens with one.
/// Hits not: two quotations that are each closed. Misses: quotations whose inner paragraphs do not reopen the mark.
/// </remarks>
internal sealed class QuotationRunsOnRule : IAttributionRule
{
    public string Name => "quotation-runs-on";

    public IReadOnlyList<Found> Apply(Prose prose, IReadOnlyList<Found> found)
    {
        var result = new Finds(prose, found);
        foreach (var quotation in prose.Quotations.Where(q => q.Depth == 0 && q.Span.Count > 1))
        {
            var owners = result.Near(quotation.Span.Hull).Where(n => result[n].Tagged.Content.Overlaps(quotation.Span)).ToList();
            if (owners.Count == 0)
            {
                continue;
            }

            foreach (var part in quotation.Span.Where(p => !result.IsTaken(p) && !result.Any(p, f => f.Tagged.Cue.Overlaps(p))).ToList())
            {
                result.Replace(owners[0], result[owners[0]].With(part, Name));
            }
        }

        return result.All;
    }
}
