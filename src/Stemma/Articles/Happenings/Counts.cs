using System.Collections.Frozen;
using Stemma.Articles.Sentences;
using Stemma.Words;

namespace Stemma.Articles.Happenings;

/// <summary>How many: the figures of a sentence, with what they count, each tied to the nearest happening.</summary>
internal static class Counts
{
    private static readonly FrozenDictionary<string, string> CountedAs = new Dictionary<string, string>
    {
        ["killed"] = "killed",
        ["killing"] = "killed",
        ["kills"] = "killed",
        ["kill"] = "killed",
        ["dead"] = "killed",
        ["died"] = "killed",
        ["die"] = "killed",
        ["deaths"] = "killed",
        ["death"] = "killed",
        ["toll"] = "killed",
        ["choked"] = "killed",
        ["drowned"] = "killed",
        ["injured"] = "injured",
        ["injuring"] = "injured",
        ["wounded"] = "injured",
        ["wounding"] = "injured",
        ["hurt"] = "injured",
        ["fired"] = "fired",
        ["launched"] = "fired",
        ["dropped"] = "dropped",
        ["for"] = "for",
        ["favour"] = "for",
        ["favor"] = "for",
        ["against"] = "against",
        ["abstained"] = "abstained",
        ["abstentions"] = "abstained",
        ["abstaining"] = "abstained",
        ["arrested"] = "arrested",
        ["detained"] = "arrested",
        ["missing"] = "missing",
        ["displaced"] = "displaced",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> PluralPeople = new[] { "people", "men", "women", "children", "police", "civilians", "personnel", "staff" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Each figure of the sentence with the token it begins at.</summary>
    public static List<(int Token, Quantity Quantity)> In(Prose prose, Sentence sentence, FrozenSet<int> inDates)
    {
        var words = new string[sentence.Tokens];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = prose.Tokens[sentence.FirstToken + i].Lower;
        }

        var found = new List<(int, Quantity)>();
        for (var i = 0; i < words.Length; i++)
        {
            if (NobodyAt(words, i) is > 0 and var nobody)
            {
                var none = new TextSpan(prose.Tokens[sentence.FirstToken + i].Span.Begin, prose.Tokens[sentence.FirstToken + i + nobody - 1].Span.End);
                if (CountedBy(words, i, i + nobody) is { } counted)
                {
                    found.Add((sentence.FirstToken + i, new Quantity(none.Of(prose.Text), 0, 0, "people", counted, [none])));
                }

                i += nobody - 1;
                continue;
            }

            // "one of them", "this one": a pronoun, where nothing is counted behind it.
            if (inDates.Contains(sentence.FirstToken + i) || Figures.At(words, i) is not { } figure || (words[i] == "one" && figure.Count == 1 && UnitBehind(prose, words, sentence, i + 1).Unit is null))
            {
                continue;
            }

            var end = i + figure.Count;
            var (unitEnd, unit) = UnitBehind(prose, words, sentence, end);
            var of = CountedBy(words, i, unitEnd);
            if (unit is not null || of is not null)
            {
                var span = new TextSpan(prose.Tokens[sentence.FirstToken + i].Span.Begin, prose.Tokens[sentence.FirstToken + unitEnd - 1].Span.End);
                found.Add((sentence.FirstToken + i, new Quantity(span.Of(prose.Text), figure.Low, figure.High, unit, of, [span])));
            }

            i = unitEnd - 1;
        }

        return found;
    }

    // How many words say that there was nobody: "no one", "nobody", "no civilians"; 0 where none do.
    private static int NobodyAt(string[] words, int at) =>
        words[at] is "nobody" or "none" ? 1
        : words[at] == "no" && at + 1 < words.Length && (words[at + 1] is "one" or "deaths" or "casualties" or "victims" || PluralPeople.Contains(words[at + 1])) ? 2
        : 0;

    // Up to three words on: "59 Tomahawk missiles", "14 people", "40 percent".
    private static (int End, string? Unit) UnitBehind(Prose prose, string[] words, Sentence sentence, int at)
    {
        const int Reach = 3;
        for (var i = at; i < words.Length && i < at + Reach; i++)
        {
            var word = words[i];
            if (word is "percent" or "%" or "per")
            {
                return (i + 1, "percent");
            }

            if (word == "of" && i == at && i + 1 < words.Length)
            {
                at++;
                continue;
            }

            var lower = char.IsLower(prose.Text[prose.Tokens[sentence.FirstToken + i].Span.Begin]);
            if (lower && PluralPeople.Contains(word))
            {
                return (i + 1, word);
            }

            if (lower && word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal))
            {
                return (i + 1, word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y" : word[..^1]);
            }

            if (!char.IsLetter(word[0]) || word is "and" or "to" or "in" or "on" or "at" or "for" or "or" or "by" or "from" or "against" or "after" or "the")
            {
                break;
            }
        }

        return (at, null);
    }

    private static string? CountedBy(string[] words, int first, int end)
    {
        const int Reach = 4;
        for (var d = 0; d < Reach; d++)
        {
            if (end + d < words.Length && CountedAs.TryGetValue(words[end + d], out var behind) && !IsSentence(words, end + d) && (behind is not ("for" or "against") || words.Any(IsOfVotes)))
            {
                return behind;
            }

            if (first - 1 - d >= 0 && CountedAs.TryGetValue(words[first - 1 - d], out var before) && before is not ("for" or "against") && !IsSentence(words, first - 1 - d))
            {
                return before;
            }
        }

        return null;
    }

    // "five people sentenced to death", "the death penalty for two": nobody died by these words. "burned to death" did.
    private static bool IsSentence(string[] words, int at) =>
        words[at] == "death"
        && ((at + 1 < words.Length && words[at + 1] is "penalty" or "penalties" or "sentence" or "sentences" or "row" or "threat" or "threats" or "squad" or "squads" or "certificate" or "certificates")
            || (at > 1 && words[at - 1] == "to" && (words[at - 2] is "sentenced" or "condemned" or "sentencing" or "sent" || !words[at - 2].EndsWith("ed", StringComparison.Ordinal)) && words[at - 2] is not ("burnt" or "shot" or "beaten" or "bled" or "frozen" or "hacked" or "put")));

    private static bool IsOfVotes(string word) => word.StartsWith("vot", StringComparison.Ordinal) || word.StartsWith("abst", StringComparison.Ordinal) || word is "favour" or "favor" or "ballot" or "ballots" or "lawmakers" or "resolution";
}
