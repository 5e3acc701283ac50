using Stemma.Corpus.Stances;

namespace Stemma.Training;

/// <summary>How much does each word of a headline speak against what its story tells? Logistic regression over words and word pairs.</summary>
internal static class HeadlineWeights
{
    // Of .3, 1 and 3 (the share of the words' squares) the left-out area under the curve of headlines moves by .01.
    private const double Ridge = 1;
    private const int Rounds = 400;
    private const double Rate = 0.05;

    public static Dictionary<string, double> Learn(IReadOnlyList<StanceHeadline> headlines, int leastStories)
    {
        var parts = headlines.Select(h => DoubtWords.Parts(h.Sentence).ToArray()).ToArray();
        var known = parts.SelectMany((p, i) => p.Select(w => (w, headlines[i].Story))).Distinct().CountBy(p => p.w).Where(c => c.Value >= leastStories)
            .Select(c => c.Key).Order(StringComparer.Ordinal).Prepend("").ToArray();
        var number = known.Index().ToDictionary(k => k.Item, k => k.Index, StringComparer.Ordinal);
        var rows = parts.Select(p => p.Where(number.ContainsKey).Select(w => number[w]).Prepend(0).Order().ToArray()).ToArray();
        var sizes = headlines.CountBy(h => (h.Story, h.Doubts)).ToDictionary();
        var (w, first, second) = (new double[known.Length], new double[known.Length], new double[known.Length]);
        for (var round = 1; round <= Rounds; round++)
        {
            var gradient = w.Select((x, i) => i == 0 ? 0 : Ridge * x).ToArray();
            for (var i = 0; i < rows.Length; i++)
            {
                var p = 1 / (1 + Math.Exp(-rows[i].Sum(k => w[k])));
                var step = (p - (headlines[i].Doubts ? 1 : 0)) / Math.Sqrt(sizes[(headlines[i].Story, headlines[i].Doubts)]);
                foreach (var k in rows[i])
                {
                    gradient[k] += step;
                }
            }

            for (var k = 0; k < w.Length; k++)
            {
                first[k] = (0.9 * first[k]) + (0.1 * gradient[k]);
                second[k] = (0.999 * second[k]) + (0.001 * gradient[k] * gradient[k]);
                w[k] -= Rate * (first[k] / (1 - Math.Pow(0.9, round))) / (Math.Sqrt(second[k] / (1 - Math.Pow(0.999, round))) + 1e-8);
            }
        }

        return known.Select((word, k) => (word, Weight: Math.Round(w[k], 3))).Where(x => x.Weight != 0).ToDictionary(x => x.word, x => x.Weight, StringComparer.Ordinal);
    }
}
