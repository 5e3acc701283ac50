using Stemma.Articles.Sentences;

namespace Stemma.Articles.Happenings;

/// <summary>Does a mention tell of one happening, of another beside those already told, or of such things in general?</summary>
/// <remarks>Known to miss: a singular that is general ("how unlikely an arrest is"), and another of the kind that no word calls so.</remarks>
internal static class WhichOne
{
    // Words that say so stand this close before the noun.
    private const int Reach = 4;

    /// <summary>"another blast", "a series of raids", "a similar attack": by its own words it is one beside those already told.</summary>
    public static bool IsAnother(Prose prose, Sentence sentence, Trigger trigger)
    {
        for (var i = trigger.First - 1; trigger.Verb is null && i >= sentence.FirstToken && i >= trigger.First - Reach + 1; i--)
        {
            var word = prose.Tokens[i].Lower;
            if (word is "," or "after" or "in" or "on")
            {
                return false;
            }

            // "second degree murder" counts nothing.
            if (SentenceWords.Has("another", word) && prose.Tokens[i + 1].Lower != "degree")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Terrorist attacks", "such killings": a plural that no word makes these or those.</summary>
    public static bool IsGeneral(Prose prose, Sentence sentence, Trigger trigger)
    {
        // "behind attacks on oil terminals": what they were on makes them these.
        var last = trigger.First + trigger.Count - 1;
        if (trigger.Verb is not null || Any(last + 1, last + 2, w => w is "on" or "against" or "at" or "near" or "off" or "that" or "which" or "began"))
        {
            return false;
        }

        return (IsPlural(prose.Tokens[last].Lower) && !Clauses.IsDefinite(prose, sentence, trigger) && !Any(trigger.First - Reach, trigger.First, w => SentenceWords.Has("these", w) || char.IsAsciiDigit(w[0])))
            || Any(trigger.First - 2, trigger.First, w => w is "such" or "any" or "every");

        bool Any(int from, int to, Func<string, bool> wanted)
        {
            var (first, end) = (Math.Max(sentence.FirstToken, from), Math.Min(sentence.FirstToken + sentence.Tokens, to));
            return end > first && Enumerable.Range(first, end - first).Any(i => wanted(prose.Tokens[i].Lower));
        }
    }

    private static bool IsPlural(string noun) => noun.EndsWith('s') && !noun.EndsWith("ss", StringComparison.Ordinal);
}
