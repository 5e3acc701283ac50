using Stemma.Articles.Attribution.Tagger;
using Stemma.Articles.Sentences;

namespace Stemma.Articles.Attribution.Rules;

/// <summary>In a headline, a colon hands words to a name: "Voss: Dam will not hold", "Dam will not hold: minister".</summary>
/// <remarks>
/// Why: headlines leave the verb out. Hits: the two above. Hits not: "Exclusive: …", "Live: …", "Lom: what we know" (rubrics of Data/rubrics.tsv, question words).
/// Misses: places that speak ("Marshland: no talks") are taken as rubrics where the words behind the colon are no sentence.
/// </remarks>
internal sealed class HeadlineColonRule : IAttributionRule
{
    // A speaker in a headline: a name, or an office of two or three words.
    private const int LongestSpeaker = 4;
    private const int ShortestContent = 3;

    private static readonly HashSet<string> Rubrics = new(Words.Resource.Rows("Articles/Attribution/Data/rubrics.tsv").SelectMany(r => r[0].Split(", ")), StringComparer.Ordinal);

    public string Name => "headline-colon";

    public IReadOnlyList<Found> Apply(Prose prose, IReadOnlyList<Found> found)
    {
        var result = found.ToList();
        foreach (var paragraph in prose.Paragraphs)
        {
            if (paragraph.Furniture != FurnitureKind.Headline || result.Exists(f => Body.Place(f).Overlaps(paragraph.Span)))
            {
                continue;
            }

            var (first, end) = Body.Tokens(prose, paragraph.Span);
            var colon = Enumerable.Range(first, end - first).FirstOrDefault(t => prose.Tokens[t].Lower == ":", -1);
            if (colon <= first || colon + 1 >= end)
            {
                continue;
            }

            var (before, after) = (colon - first, end - colon - 1);
            if (before <= LongestSpeaker && after >= ShortestContent && IsSpeaker(prose, first, colon) && !IsQuestionWord(prose.Tokens[colon + 1].Lower))
            {
                Add(first, colon, colon + 1, end);
            }
            else if (after <= LongestSpeaker && before >= ShortestContent && IsSpeaker(prose, colon + 1, end) && HasVerbBefore(prose, first, colon))
            {
                Add(colon + 1, end, first, colon);
            }

            void Add(int sourceFirst, int sourceEnd, int contentFirst, int contentEnd) => result.Add(new Found(
                new TaggedAttribution(Body.SpanOf(prose, sourceFirst, sourceEnd), [prose.Tokens[colon].Span], Body.SpanOf(prose, contentFirst, contentEnd), 0.6), Name));
        }

        return result;
    }

    private static bool IsSpeaker(Prose prose, int first, int end)
    {
        for (var t = first; t < end; t++)
        {
            if (Rubrics.Contains(prose.Tokens[t].Lower) || char.IsDigit(prose.Tokens[t].Lower[0]) || IsQuestionWord(prose.Tokens[t].Lower))
            {
                return false;
            }
        }

        return prose.IsCapital(first) || Saying.IsWord(prose.Tokens[first].Lower);
    }

    /// <summary>A headline that tells something has a verb, and in a headline that mostly is a word in -s, -ed or an auxiliary.</summary>
    private static bool HasVerbBefore(Prose prose, int first, int end)
    {
        for (var t = first + 1; t < end; t++)
        {
            var lower = prose.Tokens[t].Lower;
            if (Negation.IsAuxiliary(lower) || lower.EndsWith("ed", StringComparison.Ordinal) || (lower.Length > 3 && lower.EndsWith('s') && !lower.EndsWith("ss", StringComparison.Ordinal)) || lower is "not" or "n't")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsQuestionWord(string lower) => lower is "what" or "how" or "why" or "who" or "when" or "where" or "which" or "?";
}
