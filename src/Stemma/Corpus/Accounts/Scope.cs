using Stemma.Words;

namespace Stemma.Corpus.Accounts;

/// <summary>Do two claims speak of different parts of one thing: the country and its capital, June and the year, men and women?</summary>
internal static class Scope
{
    // Words that part a whole, where the thesaurus has no opposite for them.
    private static readonly Dictionary<string, int> GroupOf = Resource.Rows("Corpus/Accounts/Data/parts.tsv").SelectMany((g, n) => g[0].Split(' ').Select(w => (w, n))).ToDictionary(p => p.w, p => p.n, StringComparer.Ordinal);

    public static bool Differs(Claim a, Claim b) => Words(a, b) || Times(a, b);

    /// <summary>Each names a part that the other does not.</summary>
    public static bool Words(Claim a, Claim b)
    {
        foreach (var x in a.Words)
        {
            if (!GroupOf.TryGetValue(Key(x), out var group) || b.Words.Any(w => Key(w) == Key(x)))
            {
                continue;
            }

            if (b.Words.Any(y => GroupOf.TryGetValue(Key(y), out var other) && other == group && Key(y) != Key(x) && !a.Words.Any(w => Key(w) == Key(y))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Each tells a time of the thing, and no two of them can be the same.</summary>
    public static bool Times(Claim a, Claim b)
    {
        var (x, y) = (a.Times.Where(t => !t.Saying && t.Kind != TimeKind.Hour).ToList(), b.Times.Where(t => !t.Saying && t.Kind != TimeKind.Hour).ToList());
        return x.Count > 0 && y.Count > 0 && !x.Any(t => y.Any(u => t.From < u.To && u.From < t.To));
    }

    private static string Key(ClaimTerm word) => GroupOf.ContainsKey(word.Lower) ? word.Lower : Thesaurus.Base(word.Lower);
}
