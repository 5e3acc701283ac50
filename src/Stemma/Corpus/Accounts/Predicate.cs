using Stemma.Words;

namespace Stemma.Corpus.Accounts;

/// <summary>What is done in a clause, and which words stand where its doer and its object stand?</summary>
/// <remarks>From the order of words and their forms alone: the first finite verb that is no auxiliary and hands nothing over. A passive turns doer and object round, "by" gives the doer back.</remarks>
internal sealed record Predicate(int Verb, bool Passive, IReadOnlyList<int> Doer, IReadOnlyList<int> Object)
{
    public static readonly Predicate None = new(-1, false, [], []);

    public static Predicate In(IReadOnlyList<ClaimTerm> words)
    {
        var verb = -1;
        for (var i = 0; i < words.Count && verb < 0; i++)
        {
            if (!words[i].Frame && IsFinite(words, i))
            {
                verb = i;
            }
        }

        if (verb < 0)
        {
            return None;
        }

        var passive = words[verb].Lower.Length > 2 && Past(words[verb]) && Enumerable.Range(Math.Max(0, verb - 3), Math.Min(3, verb)).Any(k => ClaimWords.Is("be", words[k].Lower)) && !Enumerable.Range(Math.Max(0, verb - 3), Math.Min(3, verb)).Any(k => ClaimWords.Is("have", words[k].Lower) && !Enumerable.Range(k, verb - k).Any(j => words[j].Lower == "been"));
        var before = Enumerable.Range(0, verb).Where(k => !words[k].Frame && words[k].Tells).ToList();
        var by = Enumerable.Range(verb + 1, words.Count - verb - 1).FirstOrDefault(k => words[k].Lower == "by", words.Count);
        var behind = Enumerable.Range(verb + 1, words.Count - verb - 1).Where(k => !words[k].Frame && words[k].Tells).ToList();
        return passive
            ? new(verb, true, [.. behind.Where(k => k > by)], before)
            : new(verb, false, before, behind);
    }

    // "bombed", "was found", "led", "will open"; not "the wounded", "a bombed bridge", "said".
    private static bool IsFinite(IReadOnlyList<ClaimTerm> words, int i)
    {
        var word = words[i];
        if (word.Weight == 0 || word.IsNumber || (word.Capital && !word.First) || ClaimWords.Is("be", word.Lower) || ClaimWords.Is("have", word.Lower))
        {
            return false;
        }

        var before = i > 0 ? words[i - 1].Lower : "";
        if (ClaimWords.Is("determiner", before))
        {
            return false;
        }

        var aux = ClaimWords.Is("be", before) || ClaimWords.Is("have", before) || ClaimWords.Is("future", before) || ClaimWords.Is("negative", before) || before == "to";
        return IsVerb(word) && (aux || Past(word) || (i > 0 && word.Lower.EndsWith('s') && word.Base != word.Lower && Thesaurus.FieldOf(word.Base) == Field.None));
    }

    /// <summary>"shelled", "bombed": an adjective of its own to the thesaurus, and still the verb.</summary>
    internal static bool IsVerb(in ClaimTerm word) =>
        Thesaurus.IsVerb(word.Base) || (word.Lower.Length > 4 && word.Lower.EndsWith("ed", StringComparison.Ordinal) && (Thesaurus.IsVerb(word.Lower[..^2]) || Thesaurus.IsVerb(word.Lower[..^1])));

    private static bool Past(in ClaimTerm word) =>
        word.Lower.EndsWith("ed", StringComparison.Ordinal) || (word.Base != word.Lower && !word.Lower.EndsWith('s') && !word.Lower.EndsWith("ing", StringComparison.Ordinal));
}
