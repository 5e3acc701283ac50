using Stemma.Words;

namespace Stemma.Corpus.Accounts;

/// <summary>In what manner does a clause say that a happening came about: a deed, an accident, one's own hand, an illness, a staging? And which manners leave no room for each other?</summary>
internal static class Manners
{
    private static readonly Dictionary<(string Manner, string How), HashSet<string>> Singles = [];
    private static readonly List<(string Manner, string[] Words, bool Name)> Phrases = [];
    private static readonly string[] Names;

    // Rows of the table that are of no one manner.
    private const string Any = "any";
    private static readonly HashSet<string> Adjectives, Harms, SaidBehind, NamedBehind;

    static Manners()
    {
        foreach (var row in Resource.Rows("Corpus/Accounts/Data/manners.tsv"))
        {
            if (row[1] is "phrase" or "name")
            {
                Phrases.AddRange(row[2].Split('|').Select(p => (row[0], p.Split(' '), row[1] == "name")));
            }
            else
            {
                Singles[(row[0], row[1])] = [.. row[2].Split(' ')];
            }
        }

        (Adjectives, Harms, SaidBehind, NamedBehind) = (Singles[(Any, "adjective")], Singles[(Any, "harm")], Singles[(Any, "said-behind")], Singles[(Any, "named-behind")]);
        Names = [.. Singles.Keys.Select(k => k.Manner).Where(m => m != Any).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>Every manner that these words tell, with the place of the word that tells it and how many words it takes, in the order of the text.</summary>
    public static IEnumerable<(string Manner, int At, int Length)> In(IReadOnlyList<ClaimTerm> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            foreach (var (manner, phrase, _) in Phrases.Where(p => Stands(words, i, p.Words) && (!p.Name || IsSaidOfIt(words, i))))
            {
                yield return (manner, i, phrase.Length);
            }

            foreach (var manner in Names.Where(m => Tells(words, i, m)))
            {
                yield return (manner, i, 1);
            }
        }
    }

    /// <summary>Where the one is so, the other is not.</summary>
    public static bool Exclude(string one, string other) => Excludes(one, other) || Excludes(other, one);

    // "hit by a missile", "brought down by a bomb", "an attack by militants"; not "posted by militants".
    private static bool IsHarm(ClaimTerm w) =>
        ClaimWords.IsVerbForm("how-verb", w.Lower) || ClaimWords.IsVerbForm("harm", w.Lower) || ClaimWords.IsForm("happening-noun", w.Lower) || Harms.Contains(w.Base);

    // "by a short-range ballistic missile": what did it stands so near behind its "by".
    private const int MeansReach = 5;

    /// <summary>A weapon, or who wields one: "rockets", "gunmen".</summary>
    public static bool IsMeans(string lower) => Singles[("deed", "means")].Contains(lower);

    private static bool Excludes(string one, string other) => Singles.TryGetValue((one, "excludes"), out var others) && others.Contains(other);

    private static bool Tells(IReadOnlyList<ClaimTerm> words, int i, string manner)
    {
        var lower = words[i].Lower;
        return (Singles.TryGetValue((manner, "brings"), out var brings) && brings.Contains(lower) && Brings(words, i) && !words.Take(i + PlaceReach).TakeWhile(w => !ClaimWords.Is("brings", w.Lower)).Where((_, k) => k != i).Any(w => IsMeans(w.Lower) || ClaimWords.IsVerbForm("harm", w.Lower)))
            || (Singles.TryGetValue((manner, "word"), out var plain) && plain.Contains(lower) && !IsPart(words, i) && IsSaidOfIt(words, i))
            || (Singles.TryGetValue((manner, "means"), out var means) && means.Contains(lower) && Enumerable.Range(Math.Max(0, i - MeansReach), Math.Min(MeansReach, i)).Any(k => words[k].Lower == "by" && k > 0 && IsHarm(words[k - 1])))
            || (Singles.TryGetValue((manner, "armed"), out var armed) && (armed.Contains(words[i].Base) || EndsAs(armed, lower)) && IsDone(words, i) && Enumerable.Range(Math.Max(0, i - MeansReach), Math.Min(words.Count, i + MeansReach + 1) - Math.Max(0, i - MeansReach)).Any(k => IsMeans(words[k].Lower)))
            || (Singles.TryGetValue((manner, "verb"), out var verbs) && IsDone(words, i) && !IsOfWords(words, i) && (verbs.Contains(words[i].Base) || verbs.Contains(Thesaurus.Base(lower)) || EndsAs(verbs, lower)));
    }

    // "leaked the memo", "shot down the theory": words and papers are what it happens to.
    private static bool IsOfWords(IReadOnlyList<ClaimTerm> words, int i) =>
        Enumerable.Range(Math.Max(0, i - SaidReach), Math.Min(words.Count, i + SaidReach) - Math.Max(0, i - SaidReach)).Any(k => k != i && (ClaimWords.Is("claim-noun", words[k].Lower) || (words[i].Base == "leak" && Thesaurus.FieldOf(words[k].Lower) is Field.Communication or Field.Cognition)));

    // "shelled" and "bombing" are words of their own to the thesaurus.
    private static bool EndsAs(HashSet<string> verbs, string lower) =>
        (lower.EndsWith("ed", StringComparison.Ordinal) && (verbs.Contains(lower[..^2]) || verbs.Contains(lower[..^1]))) || (lower.EndsWith("ing", StringComparison.Ordinal) && (verbs.Contains(lower[..^3]) || verbs.Contains(lower[..^3] + "e")));

    // "was a hoax", "ruled it a suicide", "by accident", "committed suicide": said of something. "Charges of murder", "over the murder" only name it.
    private static bool IsSaidOfIt(IReadOnlyList<ClaimTerm> words, int i)
    {
        if (words[i].Lower.EndsWith("ly", StringComparison.Ordinal) || Adjectives.Contains(words[i].Lower))
        {
            return true;
        }

        for (var k = i - 1; k >= Math.Max(0, i - SaidReach); k--)
        {
            if (ClaimWords.Is("be", words[k].Lower) || SaidBehind.Contains(words[k].Lower))
            {
                return true;
            }

            if (ClaimWords.Is("locative", words[k].Lower) || NamedBehind.Contains(words[k].Lower) || Predicate.IsVerb(words[k]) && Past(words[k].Lower))
            {
                return false;
            }
        }

        if (Brings(words, i))
        {
            return true;
        }

        // "blamed the murder on rogue agents": what is blamed on somebody opens the content.
        return i <= 1 && i + 1 < words.Count && words[i + 1].Lower == "on";
    }

    // "A leak had caught fire", "a short circuit set off the blast": what opens the clause brings a happening about.
    private static bool Brings(IReadOnlyList<ClaimTerm> words, int i)
    {
        var verb = i + 1;

        // "A fire in an ammonia store set off": where it was stands between.
        if (verb < words.Count && ClaimWords.Is("locative", words[verb].Lower))
        {
            verb = words.Skip(verb).Take(PlaceReach).ToList().FindIndex(w => ClaimWords.Is("brings", w.Lower)) is >= 0 and var behind ? verb + behind : words.Count;
        }

        while (verb < words.Count && (ClaimWords.Is("have", words[verb].Lower) || ClaimWords.Is("be", words[verb].Lower)))
        {
            verb++;
        }

        return i <= LongestOpening && verb < words.Count && ClaimWords.Is("brings", words[verb].Lower)
            && words.Skip(verb + 1).Take(SaidReach).Any(w => ClaimWords.IsForm("happening-noun", w.Lower) || ClaimWords.Is("blaze", w.Lower));
    }

    // "in a store of the eastern harbour": so long.
    private const int PlaceReach = 7;

    // "An undetected gas leak": so far into the clause.
    private const int LongestOpening = 4;

    private static bool Past(string lower) => lower.EndsWith("ed", StringComparison.Ordinal);

    private const int SaidReach = 5;

    // "suicide bomber", "missile defence", "accident report": what follows is meant.
    private static bool IsPart(IReadOnlyList<ClaimTerm> words, int i) =>
        i + 1 < words.Count && words[i + 1].Weight > 0 && !words[i + 1].IsNumber && !Adjectives.Contains(words[i].Lower)
        && (ClaimWords.IsForm("happening-noun", words[i + 1].Lower) || (Thesaurus.FieldOf(words[i + 1].Lower) != Field.None && !Predicate.IsVerb(words[i + 1])));

    /// <summary>"had leaked", "was firing", "dropped by aircraft": a verb, in a form that a noun does not have.</summary>
    internal static bool IsDone(IReadOnlyList<ClaimTerm> clause, int i)
    {
        const int ByReach = 3;
        var lower = clause[i].Lower;
        var before = i > 0 ? clause[i - 1].Lower : "";
        return lower.EndsWith("ing", StringComparison.Ordinal) ? before is "was" or "were" or "is" or "are" or "been" or "of" or "for" or "by"
            : lower.EndsWith("ed", StringComparison.Ordinal) || lower != clause[i].Base ? !lower.EndsWith('s') && before is not ("the" or "a" or "an")
            : before is "had" or "has" or "have" or "was" or "were" or "been" or "being" or "did" or "not" || (lower == "hit" && clause.Skip(i + 1).Take(ByReach).Any(w => w.Lower == "by"));
    }

    private static bool Stands(IReadOnlyList<ClaimTerm> words, int at, string[] phrase)
    {
        for (var k = 0; k < phrase.Length; k++)
        {
            if (at + k >= words.Count || (words[at + k].Lower != phrase[k] && words[at + k].Base != phrase[k]))
            {
                return false;
            }
        }

        return true;
    }
}
