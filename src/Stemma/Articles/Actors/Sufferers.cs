using System.Collections.Frozen;
using Stemma.Words;

namespace Stemma.Articles.Actors;

/// <summary>Is this name told as the one who was killed, hurt or arrested? "The killing of Voss", "Orlin Voss, 41, was shot", "Voss's funeral".</summary>
/// <remarks>
/// Asked only of namesakes: the bare surname of a family is then the one's whose fate the article tells, not the relative's who spoke last.
/// Known to miss: a fate told in a sentence of its own ("Orlin Voss left home. He was found dead."), and who did it told with the same noun ("Voss's killing of a guard" is kept apart, "Voss's crime" is not asked).
/// </remarks>
internal sealed class Sufferers(ArticleWords words)
{
    // "the killing of the newspaper's former editor Orlin Voss": so many words between.
    private const int LongestTitle = 5;

    // "Orlin Voss, 41, a crane driver from Lom, was shot": so many words of apposition.
    private const int LongestApposition = 14;

    // "was later found to have been killed" is not followed; "had reportedly been killed" is.
    private const int LongestVerb = 4;

    private static readonly FrozenDictionary<(string Told, string Word), string> Fates = Resource.Rows("Articles/Actors/Data/sufferers.tsv")
        .SelectMany(r => r[2].Split(' ').Select(w => (Key: (r[1], w), Fate: r[0])))
        .ToFrozenDictionary(f => f.Key, f => f.Fate);

    /// <summary>What this name is told to have suffered, "harm" or "custody"; null where it is not told as a sufferer.</summary>
    public string? FateOf(Mention name)
    {
        var owns = name.End < words.Count && words.Lower(name.End) is "'s" or "'" or "’s" or "’";
        return owns ? Owned(name.End + 1, SentenceEnd(name)) : Before(name) ?? Behind(name);
    }

    private static string? Fate(string told, string word) => Fates.GetValueOrDefault((told, word));

    private int SentenceEnd(Mention name)
    {
        var sentence = words.Prose.Sentences[name.Sentence];
        return sentence.FirstToken + sentence.Tokens;
    }

    // "Voss's violent death", but not "Voss's killing of a guard" nor "Voss's brother".
    private string? Owned(int at, int end)
    {
        for (var i = at; i < Math.Min(at + 3, end); i++)
        {
            if (Fate("noun", words.Lower(i)) is { } fate)
            {
                return i + 1 < end && words.Lower(i + 1) == "of" ? null : fate;
            }
        }

        return null;
    }

    // "the killing of Orlin Voss", "shot the editor Orlin Voss", "the late Voss".
    private string? Before(Mention name)
    {
        var begin = words.Prose.Sentences[name.Sentence].FirstToken;
        for (var i = name.First - 1; i >= Math.Max(begin, name.First - 1 - LongestTitle); i--)
        {
            var word = words.Lower(i);
            if (word == "of")
            {
                return i > begin ? Fate("noun", words.Lower(i - 1)) : null;
            }

            if ((Fate("before", word) ?? Fate("done", word)) is { } fate)
            {
                return fate;
            }

            // "shot his father, Orlin Voss"; but "killed by Orlin Voss", "was killed, Voss said".
            var kin = word == "," && i == name.First - 1 && i > begin && PersonWords.KindOf(words.Lower(i - 1)) is not null;
            if (!kin && (!char.IsLetter(word[0]) || WordLists.Prepositions.Contains(word) || WordLists.Verbs.Contains(word) || word is "and" or "or" or "but" or "that" or "who" or "when" or "while"))
            {
                return null;
            }
        }

        return null;
    }

    // "Voss was reportedly killed", "Orlin Voss, 41, who was killed", "Orlin Voss, shot in May", "Voss died".
    private string? Behind(Mention name)
    {
        var end = SentenceEnd(name);
        if (Suffers(name.End, end, apart: false) is { } fate)
        {
            return fate;
        }

        if (name.End >= end || words.Lower(name.End) != ",")
        {
            return null;
        }

        for (var i = name.End; i < Math.Min(name.End + LongestApposition, end); i++)
        {
            if (words.Lower(i) == "," && Suffers(i + 1, end, apart: i == name.End) is { } told)
            {
                return told;
            }
        }

        return null;
    }

    private string? Suffers(int at, int end, bool apart)
    {
        at += at < end && words.Lower(at) == "who" ? 1 : 0;
        var been = apart;
        for (var i = at; i < Math.Min(at + LongestVerb, end); i++)
        {
            var word = words.Lower(i);
            if (Fate("became", word) is { } became)
            {
                return became;
            }

            if (been && Fate("done", word) is { } done)
            {
                return done;
            }

            if (word is "was" or "were" or "is" or "been" or "being" or "be" or "got")
            {
                been = true;
            }
            else if (word is not ("has" or "had" or "have" or "later" or "also" or "then" or "first") && !word.EndsWith("ly", StringComparison.Ordinal))
            {
                return null;
            }
        }

        return null;
    }
}
