using Stemma.Articles.Attribution.Tagger;
using Stemma.Articles.Sentences;

namespace Stemma.Articles.Attribution.Rules;

/// <summary>A quotation that stands as a sentence of its own is spoken by whoever was just reported.</summary>
/// <remarks>
/// Why: "Maren said she would go. “There is nothing left here.”" needs no second cue. In the same paragraph the quotation completes the statement before it
/// (one attribution, two pieces, as the guideline has it); a paragraph that is all quotation completes a quoted statement at the end of the paragraph
/// before, and is a statement of its own behind an indirect one. Where nobody was reported before, the speaker named in the sentence behind it takes it.
/// Hits not: a quotation inside a sentence of the outlet's. Misses: two speakers in turn without names.
/// </remarks>
internal sealed class QuotationAfterSpeakerRule : IAttributionRule
{
    // One quoted word is a name or a doubt, not speech.
    private const int FewestWords = 3;

    public string Name => "quotation-after-speaker";

    public IReadOnlyList<Found> Apply(Prose prose, IReadOnlyList<Found> found)
    {
        var result = new Finds(prose, found);
        foreach (var quotation in prose.Quotations.Where(q => q.Depth == 0))
        {
            var span = quotation.Span[0];
            var first = prose.TokenAt(span.Begin);
            if (first >= prose.Tokens.Count || !Body.IsRead(prose.Paragraphs[prose.Tokens[first].Paragraph]) || Body.Words(prose, span) < FewestWords
                || !StandsAlone(prose, quotation) || quotation.Span.Any(result.IsTaken) || result.Any(quotation.Span.Hull, f => f.Tagged.Cue.Overlaps(quotation.Span)))
            {
                continue;
            }

            var token = prose.Tokens[first];
            if (Before(prose, result, span.Begin, token.Paragraph) is var near and >= 0)
            {
                result.Replace(near, quotation.Span.Aggregate(result[near], (f, s) => f.With(s, Name)));
            }
            else if (token.Paragraph > 0 && IsAllQuotation(prose, token.Paragraph) && Before(prose, result, span.Begin, token.Paragraph - 1) is var last and >= 0
                && !result[last].Tagged.Source.IsEmpty)
            {
                // Quoted at the end of the paragraph before: the quotation goes on. Else the speaker does.
                if (result[last].Tagged.Content.Any(c => prose.Tokens[prose.TokenAt(c.Begin)].Quotation >= 0))
                {
                    result.Replace(last, quotation.Span.Aggregate(result[last], (f, s) => f.With(s, Name)));
                }
                else
                {
                    result.Add(new Found(new TaggedAttribution(result[last].Tagged.Source, Spans.None, quotation.Span, 0.7), Name));
                }
            }
            else if (After(prose, result, quotation.Span.Hull.End, token.Paragraph) is var next and >= 0)
            {
                result.Add(new Found(new TaggedAttribution(result[next].Tagged.Source, Spans.None, quotation.Span, 0.55), Name));
            }
        }

        return result.All;
    }

    /// <summary>Its sentence begins with it, and nothing but marks stands behind it.</summary>
    private static bool StandsAlone(Prose prose, Quotation quotation)
    {
        var (begin, end) = (quotation.Span[0].Begin, quotation.Span[^1].End);
        var open = prose.Sentences[Body.SentenceOf(prose, begin)];
        if (open.Span.Begin < begin && prose.Text.AsSpan(open.Span.Begin, begin - open.Span.Begin).IndexOfAnyExceptInRange('\0', '@') >= 0)
        {
            return false;
        }

        var close = prose.Sentences[Body.SentenceOf(prose, end - 1)];
        for (var t = prose.TokenAt(end); t < close.FirstToken + close.Tokens; t++)
        {
            if (Saying.IsWord(prose.Tokens[t].Lower))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The last attribution with a source that stands before this place in this paragraph; -1 where there is none.</summary>
    private static int Before(Prose prose, Finds found, int position, int paragraph)
    {
        var best = -1;
        foreach (var n in found.Near(prose.Paragraphs[paragraph].Span))
        {
            var place = Body.Place(found[n]);
            if (place.Begin < position && found[n].Voice == Voice.Reported && !found[n].Tagged.Source.IsEmpty && prose.Paragraphs[paragraph].Span.Contains(place)
                && (best < 0 || Body.Place(found[best]).Begin < place.Begin))
            {
                best = n;
            }
        }

        return best;
    }

    private static int After(Prose prose, Finds found, int position, int paragraph)
    {
        var sentence = Body.SentenceOf(prose, Math.Min(position, prose.Text.Length - 1));
        foreach (var n in found.Near(prose.Paragraphs[paragraph].Span))
        {
            var place = Body.Place(found[n]);
            if (place.Begin >= position && !found[n].Tagged.Source.IsEmpty && found[n].Tagged.Source.Hull.Begin >= position
                && prose.Paragraphs[paragraph].Span.Contains(place) && Body.SentenceOf(prose, place.Begin) <= sentence + 1)
            {
                return n;
            }
        }

        return -1;
    }

    private static bool IsAllQuotation(Prose prose, int paragraph)
    {
        var (first, end) = Body.Tokens(prose, prose.Paragraphs[paragraph].Span);
        int words = 0, quoted = 0;
        for (var t = first; t < end; t++)
        {
            if (Saying.IsWord(prose.Tokens[t].Lower))
            {
                words++;
                quoted += prose.Tokens[t].Quotation >= 0 ? 1 : 0;
            }
        }

        return words == quoted;
    }
}
