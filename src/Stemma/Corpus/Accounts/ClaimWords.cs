using System.Collections.Concurrent;
using Stemma.Words;

namespace Stemma.Corpus.Accounts;

/// <summary>Which words decide how a sentence holds what it tells: denial, falsehood, mood, later news, votes?</summary>
internal static class ClaimWords
{
    private static readonly Dictionary<string, HashSet<string>> Singles = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, Dictionary<string, string[][]>> Phrases = new(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, HashSet<string>> Stems = new(StringComparer.Ordinal);

    static ClaimWords()
    {
        foreach (var row in Resource.Rows("Corpus/Accounts/Data/claim-words.tsv"))
        {
            if (row[0].Contains("phrase", StringComparison.Ordinal))
            {
                Phrases[row[0]] = row[1].Split('|').Select(p => p.Split(' ')).GroupBy(p => p[0], StringComparer.Ordinal)
                    .ToDictionary(g => g.Key, g => g.OrderByDescending(p => p.Length).ToArray(), StringComparer.Ordinal);
            }
            else
            {
                Singles[row[0]] = [.. row[1].Split(' ')];
            }
        }
    }

    /// <summary>The word itself is on the list of this role.</summary>
    public static bool Is(string role, string lower) => Singles[role].Contains(lower) || (role == "negative" && lower.EndsWith("n't", StringComparison.Ordinal)) || (role == "future" && lower.EndsWith("'ll", StringComparison.Ordinal));

    /// <summary>The word or its base form is on the list of this role.</summary>
    public static bool IsForm(string role, string lower) => Singles[role].Contains(lower) || Singles[role].Contains(Thesaurus.Base(lower));

    /// <summary>The same, where a thesaurus knows the form as a word of its own ("fired", "bombing").</summary>
    public static bool IsVerbForm(string role, string lower) => IsForm(role, lower)
        || ((lower.EndsWith("ed", StringComparison.Ordinal) || lower.EndsWith("ing", StringComparison.Ordinal)) && Stems.GetOrAdd(role, r => [.. Singles[r].Select(w => Stem.Of(w))]).Contains(Stem.Of(lower)));

    /// <summary>How many words of a phrase of this role begin here; 0 for none.</summary>
    public static int PhraseAt(string role, IReadOnlyList<ClaimTerm> words, int at)
    {
        foreach (var phrase in Phrases[role].TryGetValue(words[at].Lower, out var beginning) ? beginning : [])
        {
            if (at + phrase.Length <= words.Count && Follows(words, at, phrase))
            {
                return phrase.Length;
            }
        }

        return 0;
    }

    private static bool Follows(IReadOnlyList<ClaimTerm> words, int at, string[] phrase)
    {
        for (var i = 0; i < phrase.Length; i++)
        {
            if (words[at + i].Lower != phrase[i])
            {
                return false;
            }
        }

        return true;
    }
}
