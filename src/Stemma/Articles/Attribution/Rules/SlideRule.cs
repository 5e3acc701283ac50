using Stemma.Articles.Attribution.Tagger;
using Stemma.Articles.Sentences;

namespace Stemma.Articles.Attribution.Rules;

/// <summary>Behind a reported claim, a sentence without cue goes on with the same things as if they were facts: the slide into the outlet's own voice.</summary>
/// <remarks>
/// Why: free indirect continuation is where a reader loses whose words these are ("The depot held shells, Voss said. The shells were sold abroad.").
/// Hits: a plain statement directly behind a reported one in its paragraph that takes up a noun of its content with "the", "this" or "these", or opens with "they" or "their".
/// Hits not: sentences with a cue or quotation of their own, questions, first persons, and narration about other things.
/// Misses: continuations that name everything anew, and plain background that happens to share a noun is taken for a slide (confidence 0.5 says so).
/// </remarks>
internal sealed class SlideRule : IAttributionRule
{
    private const int FewestWords = 5;

    // A word shorter than this is rarely a thing somebody claimed something about.
    private const int ShortestNoun = 4;

    public string Name => "slide";

    public IReadOnlyList<Found> Apply(Prose prose, IReadOnlyList<Found> found)
    {
        var bySentence = new Dictionary<int, List<Found>>();
        foreach (var f in found)
        {
            foreach (var span in f.Tagged.Cue.Concat(f.Tagged.Content))
            {
                var last = Body.SentenceOf(prose, span.End - 1);
                for (var s = Body.SentenceOf(prose, span.Begin); s <= last; s++)
                {
                    (bySentence.TryGetValue(s, out var list) ? list : bySentence[s] = []).Add(f);
                }
            }
        }

        var result = found.ToList();
        for (var s = 1; s < prose.Sentences.Count; s++)
        {
            var sentence = prose.Sentences[s];
            if (prose.Paragraphs[sentence.Paragraph].Furniture is not null || prose.Sentences[s - 1].Paragraph != sentence.Paragraph
                || bySentence.ContainsKey(s) || !bySentence.TryGetValue(s - 1, out var before) || !IsPlain(prose, sentence))
            {
                continue;
            }

            var claimed = before.Where(f => f.Voice == Voice.Reported && !f.Tagged.Source.IsEmpty).SelectMany(f => Nouns(prose, f.Tagged.Content)).ToHashSet(StringComparer.Ordinal);
            if (TakesUp(prose, sentence, claimed) || (GoesOnAboutThem(prose, sentence) && before.Exists(f => f.Voice == Voice.Reported && !f.Tagged.Content.IsEmpty)))
            {
                result.Add(new Found(
                    new TaggedAttribution(Spans.None, Spans.None, Body.SpanOf(prose, sentence.FirstToken, sentence.FirstToken + sentence.Tokens), 0.5), Name, Form.None, Voice.Outlet));
            }
        }

        return result;
    }

    private static bool IsPlain(Prose prose, Sentence sentence)
    {
        var words = 0;
        for (var t = sentence.FirstToken; t < sentence.FirstToken + sentence.Tokens; t++)
        {
            var token = prose.Tokens[t];
            if (token.Quotation >= 0 || token.Lower is "?" or "i" or "we" or "our" or "my")
            {
                return false;
            }

            words += Saying.IsWord(token.Lower) ? 1 : 0;
        }

        return words >= FewestWords;
    }

    private static bool TakesUp(Prose prose, Sentence sentence, HashSet<string> claimed)
    {
        for (var t = sentence.FirstToken; t + 1 < sentence.FirstToken + sentence.Tokens; t++)
        {
            if (prose.Tokens[t].Lower is "the" or "this" or "these" or "those" or "such"
                && (claimed.Contains(prose.Tokens[t + 1].Lower) || (t + 2 < sentence.FirstToken + sentence.Tokens && claimed.Contains(prose.Tokens[t + 2].Lower))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"It is in their interest to …", "They have the means": the sentence opens with those just spoken of.</summary>
    private static bool GoesOnAboutThem(Prose prose, Sentence sentence)
    {
        var opens = prose.Tokens[sentence.FirstToken].Lower;
        return opens is "they" or "their"
            || (opens is "it" or "this" && Enumerable.Range(sentence.FirstToken + 1, Math.Min(5, sentence.Tokens - 1)).Any(t => prose.Tokens[t].Lower is "their" or "them" or "they"));
    }

    private static IEnumerable<string> Nouns(Prose prose, Spans content)
    {
        foreach (var span in content)
        {
            var (first, end) = Body.Tokens(prose, span);
            for (var t = first; t < end; t++)
            {
                if (prose.Tokens[t].Lower is { } lower && lower.Length >= ShortestNoun && char.IsLetter(lower[0]) && !FunctionWords.Is(lower))
                {
                    yield return lower;
                }
            }
        }
    }
}
