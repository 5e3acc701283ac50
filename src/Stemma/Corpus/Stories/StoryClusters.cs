namespace Stemma.Corpus.Stories;

/// <summary>Which articles tell one story, given how near every two are? Average linkage: two groups join while their articles are near enough on average.</summary>
/// <remarks>A function of the set of scores: the nearest two groups join first, ties by identifier, so no order of arrival can matter. A pair without a score counts as 0.</remarks>
public static class StoryClusters
{
    /// <summary>Between .36 and .46 the B3 F1 on FNC-1 and ECB+ (train and dev) moves by less than one point.</summary>
    private const double Threshold = 0.42;

    /// <param name="scores">First, second (ordinal), score.</param>
    /// <param name="joined">Pairs that a person said are one story.</param>
    /// <param name="parted">Pairs that a person said are two.</param>
    /// <returns>Article to the ordinally first article of its story.</returns>
    public static IReadOnlyDictionary<string, string> Of(
        IReadOnlyList<string> articles,
        IEnumerable<(string First, string Second, double Score)> scores,
        IEnumerable<(string First, string Second)> joined,
        IEnumerable<(string First, string Second)> parted)
    {
        var names = articles.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var number = names.Select((n, i) => (n, i)).ToDictionary(p => p.n, p => p.i, StringComparer.Ordinal);
        var links = names.Select(_ => new Dictionary<int, double>()).ToList();
        var size = names.Select(_ => 1).ToList();
        var group = Enumerable.Range(0, names.Count).ToArray();
        var queue = new PriorityQueue<(int A, int B, double Mean), (double, int, int)>();
        foreach (var (first, second, score) in scores.Where(s => number.ContainsKey(s.First) && number.ContainsKey(s.Second) && s.First != s.Second))
        {
            Set(number[first], number[second], score);
        }

        // What people said outweighs any score: far above 1 joins, far below 0 never does, and keeps their groups apart too.
        foreach (var (first, second) in joined.Where(p => number.ContainsKey(p.First) && number.ContainsKey(p.Second)))
        {
            Set(number[first], number[second], Decided);
        }

        foreach (var (first, second) in parted.Where(p => number.ContainsKey(p.First) && number.ContainsKey(p.Second)))
        {
            Set(number[first], number[second], -Decided);
        }

        for (var a = 0; a < names.Count; a++)
        {
            foreach (var (b, sum) in links[a])
            {
                if (a < b)
                {
                    Offer(a, b, sum);
                }
            }
        }

        while (queue.TryDequeue(out var next, out _))
        {
            var (a, b, mean) = next;
            if (size[a] == 0 || size[b] == 0 || !links[a].TryGetValue(b, out var sum) || sum / ((double)size[a] * size[b]) != mean)
            {
                continue;
            }

            // b goes into a; sums of scores add up, so the mean of the new group follows from two numbers.
            foreach (var (c, other) in links[b].OrderBy(l => l.Key))
            {
                links[c].Remove(b);
                if (c != a)
                {
                    links[a][c] = links[c][a] = links[a].GetValueOrDefault(c) + other;
                }
            }

            links[a].Remove(b);
            links[b].Clear();
            size[a] += size[b];
            size[b] = 0;
            group[b] = a;
            foreach (var (c, total) in links[a].OrderBy(l => l.Key))
            {
                Offer(Math.Min(a, c), Math.Max(a, c), total);
            }
        }

        return names.Select((n, i) => (n, Root: names[Root(i)])).ToDictionary(p => p.n, p => p.Root, StringComparer.Ordinal);

        void Set(int a, int b, double score) => links[a][b] = links[b][a] = score;

        void Offer(int a, int b, double sum)
        {
            var mean = sum / ((double)size[a] * size[b]);
            if (mean >= Threshold)
            {
                queue.Enqueue((a, b, mean), (-mean, a, b));
            }
        }

        // a is always the smaller number, so a group's root is its ordinally first article.
        int Root(int i) => group[i] == i ? i : Root(group[i]);
    }

    private const double Decided = 1e6;
}
