namespace Stemma.Corpus.Stances;

/// <summary>What in an article's words speaks for telling the story's claim as fact, what for doubting it? Signs that know no topic, for the trees to weigh.</summary>
/// <remarks>Where doubting words stand counts as much as how many: in the lead, in the sentences that speak of the claim, right beside its words, at the end.</remarks>
public static class StanceSigns
{
    // A word that denies stands at most three words behind a word of the claim, or five before it.
    private const int Behind = 3;
    private const int Before = 5;

    // Sentences that speak of so much of the claim are its own.
    private const double OfClaim = 0.2;
    private const double Floor = -5;

    private static readonly string[] Near = ["fake", "false", "not"];

    /// <summary>Names of the signs, in their order.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        .. new[] { "count", "density", "lead", "claim-share", "claim-most", "first", "end" }.SelectMany(z => DoubtWords.Groups.Select(g => $"{z}-{g}")),
        .. Near.Select(g => $"near-{g}"),
        "asks", "quotes", "words", "first-asks", "first-claim",
        "against-most", "against-top", "against-lead", "against-first", "against-mean", "against-claim", "against-claim-most", "against-claim-top", "against-end", "against-share",
    ];

    public static double[] Of(StanceText article, StoryClaim claim, DoubtWords words)
    {
        var (sentences, groups) = (article.Sentences, DoubtWords.Groups.Length);
        var n = sentences.Count;
        var signs = new List<double>(Names.Count);
        if (n == 0)
        {
            return new double[Names.Count];
        }

        var counts = sentences.Select(s => Counts(s, groups)).ToArray();
        var of = sentences.Select(claim.In).ToArray();
        var end = Math.Max(1, n / 4);
        Each(g => Math.Log(1 + counts.Sum(c => c[g])));
        Each(g => 100.0 * counts.Sum(c => c[g]) / article.Words);
        Each(g => counts.Take(3).Any(c => c[g] > 0) ? 1 : 0);
        Each(g => Enumerable.Range(0, n).Sum(i => counts[i][g] > 0 ? of[i] : 0) / (of.Sum() + 0.2));
        Each(g => Enumerable.Range(0, n).Max(i => counts[i][g] > 0 ? of[i] : 0));
        Each(g => Array.FindIndex(counts, c => c[g] > 0) is >= 0 and var at ? (double)at / n : 1);
        Each(g => counts.Skip(n - end).Any(c => c[g] > 0) ? 1 : 0);
        foreach (var group in Near)
        {
            signs.Add(Math.Log(1 + sentences.Sum(s => Beside(s, claim, Array.IndexOf(DoubtWords.Groups, group)))));
        }

        signs.AddRange([sentences.Count(s => s.Asks) / (double)n, sentences.Count(s => s.Quotes) / (double)n, Math.Log(article.Words), sentences[0].Asks ? 1 : 0, of[0]]);

        var against = sentences.Select(words.Against).ToArray();
        var most = against.OrderDescending().ToArray();
        var claimed = against.Select((a, i) => of[i] > OfClaim ? a : Floor).OrderDescending().ToArray();
        signs.AddRange(
        [
            most[0], most.Take(3).Average(), against.Take(3).Max(), against[0], against.Average(),
            against.Zip(of, (a, o) => a * o).Sum() / (of.Sum() + 0.001), claimed[0], claimed.Take(3).Average(), against.Skip(n - end).Max(), against.Count(a => a > 0) / (double)n,
        ]);
        return [.. signs];

        void Each(Func<int, double> sign) => signs.AddRange(Enumerable.Range(0, groups).Select(sign));
    }

    private static int[] Counts(StanceSentence sentence, int groups)
    {
        var counts = new int[groups];
        foreach (var word in sentence.Words)
        {
            foreach (var group in DoubtWords.GroupsOf(word))
            {
                counts[group]++;
            }
        }

        return counts;
    }

    // How many words of this group stand close to a word of the claim.
    private static int Beside(StanceSentence sentence, StoryClaim claim, int group)
    {
        var beside = 0;
        for (var i = 0; i < sentence.Words.Count; i++)
        {
            if (DoubtWords.GroupsOf(sentence.Words[i]).Contains(group))
            {
                for (var j = Math.Max(0, i - Behind); j <= Math.Min(i + Before, sentence.Words.Count - 1); j++)
                {
                    if (claim.Has(sentence.Stems[j]))
                    {
                        beside++;
                        break;
                    }
                }
            }
        }

        return beside;
    }
}
