using Stemma.Articles.Attribution.Tagger;
using Stemma.Articles.Sentences;

namespace Stemma.Articles.Attribution.Rules;

/// <summary>Reads a plain clause whose verb can only hand over words: subject, verb, rest ("Marshland accused the port of neglect").</summary>
internal static class StrongVerb
{
    // A subject with its titles and one set-in clause: "Western members including the islands".
    private const int LongestSubject = 14;

    private static readonly HashSet<string> Verbs = new(Words.Resource.Rows("Articles/Attribution/Data/strong-verbs.tsv").SelectMany(r => r[0].Split(", ")), StringComparer.Ordinal);

    /// <summary>The clause between two tokens; null where its verb is not in the list or has no subject before it.</summary>
    public static TaggedAttribution? Clause(Prose prose, int first, int end)
    {
        for (var t = first + 1; t < end && t <= first + LongestSubject; t++)
        {
            if (!Verbs.Contains(prose.Tokens[t].Lower) || IsPassive(prose, first, t))
            {
                continue;
            }

            var verb = t;
            while (verb > first + 1 && (Negation.IsAuxiliary(prose.Tokens[verb - 1].Lower) || PhraseBook<Act>.IsAdverb(prose.Tokens[verb - 1].Lower)))
            {
                verb--;
            }

            var (source, content) = (Body.SpanOf(prose, first, verb), Body.SpanOf(prose, t + 1, end));
            return source.IsEmpty || content.IsEmpty || !HasName(prose, first, verb)
                ? null
                : new TaggedAttribution(source, Spans.Of(prose.Tokens[verb].Span.Begin, prose.Tokens[t].Span.End), content, 0.6);
        }

        return null;
    }

    /// <summary>"was accused", "the accused": nobody accuses here.</summary>
    private static bool IsPassive(Prose prose, int first, int verb)
    {
        for (var t = verb - 1; t >= first && (Negation.IsAuxiliary(prose.Tokens[t].Lower) || PhraseBook<Act>.IsAdverb(prose.Tokens[t].Lower)); t--)
        {
            if (prose.Tokens[t].Lower is "is" or "are" or "was" or "were" or "been" or "be" or "being" or "'s" or "'re")
            {
                return true;
            }
        }

        return prose.Tokens[verb - 1].Lower is "the" or "a" or "an" or "of" or "by" or "with" or "who" or ",";
    }

    private static bool HasName(Prose prose, int first, int end)
    {
        for (var t = first; t < end; t++)
        {
            if (prose.IsCapital(t) || prose.Tokens[t].Lower is "the" or "he" or "she" or "they")
            {
                return true;
            }
        }

        return false;
    }
}
