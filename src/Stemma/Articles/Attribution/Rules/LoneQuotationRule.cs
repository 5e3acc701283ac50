using Stemma.Articles.Attribution.Tagger;
using Stemma.Articles.Sentences;

namespace Stemma.Articles.Attribution.Rules;

/// <summary>A quotation that nobody is given is still somebody's words: kept with no speaker, and said so.</summary>
/// <remarks>
/// Why: quoted words whose source an article does not tell are what a reader should be shown first.
/// Hits: It is worth recalling that “the river has never been safe in spring”. Hits not: titles (“The Long Way Home”), one or two words in marks.
/// Misses: short quotations without speaker.
/// </remarks>
internal sealed class LoneQuotationRule : IAttributionRule
{
    // Shorter ones are names, titles and scare marks more often than speech.
    private const int FewestWords = 6;

    public string Name => "lone-quotation";

    public IReadOnlyList<Found> Apply(Prose prose, IReadOnlyList<Found> found)
    {
        var result = new Finds(prose, found);
        foreach (var quotation in prose.Quotations.Where(q => q.Depth == 0 && q.Closed))
        {
            var first = prose.TokenAt(quotation.Span[0].Begin);
            if (first < prose.Tokens.Count
                && Body.IsRead(prose.Paragraphs[prose.Tokens[first].Paragraph])
                && quotation.Span.Sum(s => Body.Words(prose, s)) >= FewestWords
                && !IsTitle(prose, quotation)
                && IsClause(prose, quotation)
                && !quotation.Span.Any(result.IsTaken)
                && !result.Any(quotation.Span.Hull, f => f.Tagged.Content.Overlaps(quotation.Span)))
            {
                result.Add(new Found(new TaggedAttribution(Spans.None, Spans.None, quotation.Span, 0.6), Name));
            }
        }

        return result.All;
    }

    /// <summary>Speech has a subject or a verb that shows: "a quiet house by the river" is a phrase.</summary>
    private static bool IsClause(Prose prose, Quotation quotation)
    {
        var (first, end) = Body.Tokens(prose, quotation.Span[0]);
        for (var t = first; t < end; t++)
        {
            if (prose.Tokens[t].Lower is "i" or "we" or "you" or "he" or "she" or "it" or "they" or "there" || (Negation.IsAuxiliary(prose.Tokens[t].Lower) && prose.Tokens[t].Lower is not ("to" or "'s")))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTitle(Prose prose, Quotation quotation)
    {
        var (first, end) = Body.Tokens(prose, quotation.Span[0]);
        int words = 0, capitals = 0;
        for (var t = first; t < end; t++)
        {
            if (prose.Tokens[t].Lower.Length > 3 && Saying.IsWord(prose.Tokens[t].Lower))
            {
                words++;
                capitals += prose.IsCapital(t) ? 1 : 0;
            }
        }

        return capitals * 3 > words * 2;
    }
}
