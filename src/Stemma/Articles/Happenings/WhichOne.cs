using Stemma.Articles.Sentences;
using Stemma.Words;

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
    public static bool IsGeneral(Prose prose, Sentence sentence, (int First, int End) clause, Trigger trigger)
    {
        // "cases in which people were killed": several, and none of those told.
        var last = trigger.First + trigger.Count - 1;
        if (trigger.Verb is not null)
        {
            return IsInThose(prose, sentence, clause);
        }

        // "behind attacks on oil terminals": what they were on makes them these.
        if (Any(last + 1, last + 2, w => w is "on" or "against" or "at" or "near" or "off" or "that" or "which" or "began"))
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

    /// <summary>"In retaliation for the strikes": what was done in return is another deed than what it answers.</summary>
    public static bool IsAnswered(Prose prose, Sentence sentence, Trigger trigger)
    {
        const int Behind = 12;
        for (var i = trigger.First - 1; i >= sentence.FirstToken && i >= trigger.First - Behind; i--)
        {
            var word = prose.Tokens[i].Lower;
            if (word is "," or ";")
            {
                return false;
            }

            if (SentenceWords.Has("in-return", word))
            {
                return word[0] == 'a' || prose.Tokens[i + 1].Lower is "for" or "to" or "against";
            }
        }

        return false;
    }

    /// <summary>"The strike on the grain terminal", "shelled the ferry": the stems of what it was done to; empty where nothing right behind it tells.</summary>
    public static List<string> Target(Prose prose, Sentence sentence, Trigger trigger)
    {
        const int Words = 5;
        const int Telling = 4;
        var found = new List<string>();
        var end = sentence.FirstToken + sentence.Tokens;
        var first = trigger.First + trigger.Count;
        if (trigger.Verb is null)
        {
            if (first >= end || prose.Tokens[first].Lower is not ("on" or "against" or "upon"))
            {
                return found;
            }

            first++;
        }

        for (var i = first; i < Math.Min(end, first + Words); i++)
        {
            var word = prose.Tokens[i].Lower;
            if (!char.IsLetterOrDigit(word[0]) || (SentenceWords.Has("no-noun", word) && word != "of"))
            {
                break;
            }

            // "fired 59 missiles": what is fired is not what is hit.
            if (SentenceWords.Has("weapon", word))
            {
                return [];
            }

            if (word.Length >= Telling && char.IsLetter(word[0]))
            {
                found.Add(Stem.Of(word));
            }
        }

        return found;
    }

    private static bool IsInThose(Prose prose, Sentence sentence, (int First, int End) clause) =>
        clause.First - 3 >= sentence.FirstToken && prose.Tokens[clause.First - 1].Lower == "which" && prose.Tokens[clause.First - 2].Lower == "in"
        && prose.Tokens[clause.First - 3].Lower is "those" or "cases" or "instances" or "incidents" or "occasions" or "situations" or "attacks";

    private static bool IsPlural(string noun) => noun.EndsWith('s') && !noun.EndsWith("ss", StringComparison.Ordinal);
}
