using Stemma.Words;

namespace Stemma.Corpus.Accounts.Notes;

/// <summary>Do two clauses tell outcomes that one thing cannot both have: passed and rejected, alive and dead, accident and sabotage?</summary>
/// <remarks>Beside the opposites of the thesaurus, which knows "open" and "closed" and few of the verbs in which news tells how a thing went.</remarks>
internal static class Outcomes
{
    private static readonly ILookup<string, (int Row, bool First)> Sides = Resource.Rows("Corpus/Accounts/Notes/Data/outcomes.tsv")
        .SelectMany((row, i) => row[0].Split(' ').Select(w => (Word: w, Row: i, First: true)).Concat(row[1].Split(' ').Select(w => (Word: w, Row: i, First: false))))
        .ToLookup(s => s.Word, s => (s.Row, s.First), StringComparer.Ordinal);

    /// <summary>A word of the one stands against a word of the other, negations counted, and neither clause has both.</summary>
    public static bool Opposed(IReadOnlyList<ClaimTerm> a, IReadOnlyList<ClaimTerm> b)
    {
        var (here, there) = (In(a), In(b));
        return here.Any(h => there.Contains((h.Row, !h.First)) && !there.Contains(h) && !here.Contains((h.Row, !h.First)));
    }

    private static HashSet<(int Row, bool First)> In(IReadOnlyList<ClaimTerm> words)
    {
        var found = new HashSet<(int, bool)>();
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Frame)
            {
                continue;
            }

            // "has not been cleared", "never signed".
            var turned = Enumerable.Range(Math.Max(0, i - NegationReach), Math.Min(i, NegationReach)).Any(k => ClaimWords.Is("negative", words[k].Lower));
            foreach (var (row, first) in NoteWords.Forms(words[i]).SelectMany(f => Sides[f]))
            {
                found.Add((row, first != turned));
            }
        }

        return found;
    }

    private const int NegationReach = 3;
}
