using Stemma.Articles.Sentences;

namespace Stemma.Articles.Attribution.Rules;

/// <summary>A cue in a sentence of its own subject speaks for that subject, not for a name in a sentence before.</summary>
/// <remarks>
/// Why: 0.4 % of annotated sources stand in another sentence than cue and content, and those are quotations. Hits: unquoted content, a source in an earlier sentence, and a
/// subject (capital or article, then a verb within a few words) at the head of the cue's sentence. Hits not: quotations, sentences that begin with a cue. Misses: subjects behind an opening clause.
/// </remarks>
internal sealed class OwnSentenceSourceRule : IAttributionRule
{
    // "Marshland, Lom and the islands have": longer heads hold clauses.
    private const int LongestSubject = 10;

    public string Name => "own-sentence-source";

    public IReadOnlyList<Found> Apply(Prose prose, IReadOnlyList<Found> found)
    {
        var result = found.ToList();
        for (var n = 0; n < result.Count; n++)
        {
            var tagged = result[n].Tagged;
            if (tagged.Source.IsEmpty || tagged.Cue.IsEmpty || tagged.Content.Any(c => prose.Tokens[Math.Min(prose.TokenAt(c.Begin), prose.Tokens.Count - 1)].Quotation >= 0))
            {
                continue;
            }

            var sentence = Body.SentenceOf(prose, tagged.Cue[0].Begin);
            if (Body.SentenceOf(prose, tagged.Source[0].Begin) != sentence && Subject(prose, prose.Sentences[sentence], tagged.Cue[0].Begin) is { } subject && !tagged.Content.Overlaps(subject))
            {
                result[n] = result[n] with { Tagged = tagged with { Source = [subject] }, Rule = $"{result[n].Rule}+{Name}" };
            }
        }

        return result;
    }

    private static TextSpan? Subject(Prose prose, Sentence sentence, int before)
    {
        var first = sentence.FirstToken;
        if (!prose.IsCapital(first) || prose.Tokens[first].Quotation >= 0)
        {
            return null;
        }

        for (var t = first + 1; t < first + Math.Min(LongestSubject, sentence.Tokens) && prose.Tokens[t].Span.Begin < before; t++)
        {
            if (prose.Tokens[t].Lower is "is" or "are" or "was" or "were" or "has" or "have" or "had" or "will" or "would")
            {
                return new TextSpan(prose.Tokens[first].Span.Begin, prose.Tokens[t - 1].Span.End);
            }
        }

        return null;
    }
}
