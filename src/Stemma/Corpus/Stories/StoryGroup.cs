namespace Stemma.Corpus.Stories;

/// <summary>What are the articles of a story in the making about, together? Their stems with weights, and in how many of them each stands.</summary>
internal sealed class StoryGroup
{
    // What stands in so many of the articles belongs to the story and is no side remark.
    private const double Core = 0.5;

    private const int MostStems = 15;
    private const int MostNames = 6;

    private readonly Entry[] _stems;

    private StoryGroup(int articles, Entry[] stems)
    {
        (Articles, _stems) = (articles, stems);
        var heaviest = stems.OrderByDescending(s => s.Weight).ThenBy(s => s.Stem).ToArray();
        (Heaviest, Names) = (heaviest[..Math.Min(MostStems, heaviest.Length)], [.. heaviest.Where(s => s.IsName).Take(MostNames)]);
        Kept = [.. stems.Where(s => s.Articles >= Core * articles)];
        Length = Math.Sqrt(stems.Sum(s => s.Weight * s.Weight));
    }

    public int Articles { get; }

    /// <summary>The weightiest stems.</summary>
    public IReadOnlyList<Entry> Heaviest { get; }

    /// <summary>The weightiest names.</summary>
    public IReadOnlyList<Entry> Names { get; }

    /// <summary>Stems of at least half of the articles, by stem.</summary>
    public IReadOnlyList<Entry> Kept { get; }

    public double Length { get; }

    /// <param name="keys">Of one article, sorted; word pairs do not count.</param>
    public static StoryGroup Of(IReadOnlyList<ulong> keys) =>
        new(1, [.. keys.Where(k => StoryKey.Kind(k) != StoryTerm.Pair).Select(k => new Entry(StoryKey.Term(k), StoryKey.Kind(k) == StoryTerm.Name, 1, StoryKey.Weight(k))).DistinctBy(e => e.Stem)]);

    public StoryGroup With(StoryGroup other)
    {
        var stems = new List<Entry>(_stems.Length + other._stems.Length);
        var (i, j) = (0, 0);
        while (i < _stems.Length || j < other._stems.Length)
        {
            if (j == other._stems.Length || (i < _stems.Length && _stems[i].Stem < other._stems[j].Stem))
            {
                stems.Add(_stems[i++]);
            }
            else if (i == _stems.Length || other._stems[j].Stem < _stems[i].Stem)
            {
                stems.Add(other._stems[j++]);
            }
            else
            {
                // Names here and words there are what most articles say; on a tie a name.
                var (a, b) = (_stems[i++], other._stems[j++]);
                stems.Add(new(a.Stem, a.Articles == b.Articles ? a.IsName || b.IsName : a.Articles > b.Articles ? a.IsName : b.IsName, a.Articles + b.Articles, a.Weight + b.Weight));
            }
        }

        return new(Articles + other.Articles, [.. stems]);
    }

    /// <summary>In which share of the articles a stem stands.</summary>
    public double Share(ulong stem) => Find(stem) is { } entry ? (double)entry.Articles / Articles : 0;

    /// <summary>The mean weight of a stem in an article.</summary>
    public double Mean(ulong stem) => Find(stem) is { } entry ? entry.Weight / Articles : 0;

    public double Cosine(StoryGroup other)
    {
        var (few, many) = _stems.Length <= other._stems.Length ? (this, other) : (other, this);
        var sum = 0.0;
        foreach (var entry in few._stems)
        {
            sum += many.Find(entry.Stem) is { } there ? entry.Weight * there.Weight : 0;
        }

        return Length * other.Length == 0 ? 0 : sum / (Length * other.Length);
    }

    private Entry? Find(ulong stem)
    {
        var (low, high) = (0, _stems.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_stems[middle].Stem == stem)
            {
                return _stems[middle];
            }

            (low, high) = _stems[middle].Stem < stem ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }

    /// <param name="Articles">In how many articles it stands.</param>
    /// <param name="Weight">Over all of them.</param>
    internal sealed record Entry(ulong Stem, bool IsName, int Articles, double Weight);
}
