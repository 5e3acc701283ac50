namespace Stemma.Quality.Attribution;

/// <summary>Source, cue and content as words of the grid.</summary>
internal sealed record Relation(SortedSet<int> Source, SortedSet<int> Cue, SortedSet<int> Content)
{
    public static Relation Of(Grid grid, IEnumerable<TextSpan> source, IEnumerable<TextSpan> cue, IEnumerable<TextSpan> content) =>
        new(grid.Touched(source), grid.Touched(cue), grid.Touched(content));

    public bool IsEmpty => Source.Count + Cue.Count + Content.Count == 0;

    /// <summary>Source half shared or both without, content shared to this degree.</summary>
    public bool Matches(Relation gold, double degree) => Shares(Source, gold.Source, .5) && Shares(Content, gold.Content, degree);

    public bool IsExactly(Relation gold) => Source.SetEquals(gold.Source) && Cue.SetEquals(gold.Cue) && Content.SetEquals(gold.Content);

    public static double Dice(SortedSet<int> a, SortedSet<int> b) => a.Count + b.Count == 0 ? 0 : 2.0 * a.Count(b.Contains) / (a.Count + b.Count);

    /// <summary>Contents share this degree, or both have none.</summary>
    public bool SharesContent(Relation gold, double degree) => Shares(Content, gold.Content, degree);

    private static bool Shares(SortedSet<int> a, SortedSet<int> b, double degree) => a.Count == 0 && b.Count == 0 || a.Count > 0 && b.Count > 0 && Dice(a, b) >= degree - 1e-9;

    /// <summary>Pairs found and gold one to one, greedily by the words they share, only where their cues share one.</summary>
    public static List<(int Found, int Gold)> Pair(IReadOnlyList<Relation> found, IReadOnlyList<Relation> gold)
    {
        var where = new Dictionary<int, List<int>>();
        for (var j = 0; j < gold.Count; j++)
        {
            foreach (var word in gold[j].Cue)
            {
                (where.TryGetValue(word, out var at) ? at : where[word] = []).Add(j);
            }
        }

        var candidates = new List<(double Score, int Found, int Gold)>();
        for (var i = 0; i < found.Count; i++)
        {
            var p = found[i];
            var near = p.Cue.Count > 0
                ? p.Cue.SelectMany(w => where.TryGetValue(w, out var at) ? at : []).Distinct()
                : Enumerable.Range(0, gold.Count).Where(j => gold[j].Cue.Count == 0 && (gold[j].Content.Overlaps(p.Content) || gold[j].Source.Overlaps(p.Source)));
            candidates.AddRange(near.Select(j => (Dice(p.Cue, gold[j].Cue) + (Dice(p.Content, gold[j].Content) / 2) + (Dice(p.Source, gold[j].Source) / 4), i, j)));
        }

        var pairs = new List<(int, int)>();
        HashSet<int> usedFound = [], usedGold = [];
        foreach (var (_, i, j) in candidates.OrderByDescending(c => c.Score).ThenBy(c => c.Found).ThenBy(c => c.Gold))
        {
            if (!usedFound.Contains(i) && usedGold.Add(j))
            {
                usedFound.Add(i);
                pairs.Add((i, j));
            }
        }

        return pairs;
    }
}
