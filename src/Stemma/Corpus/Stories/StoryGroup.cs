namespace Stemma.Corpus.Stories;

/// <summary>What are the articles of a story in the making about, together? Their stems with weights, in how many of them each stands, and how rare it is around them.</summary>
internal sealed class StoryGroup
{
    // What stands in so many of the articles belongs to the story and is no side remark.
    private const double Core = 0.5;

    private const int MostStems = 15;
    private const int MostNames = 6;

    // As in StoryScore: figures change from telling to telling.
    private const double FigureShare = 0.5;

    private readonly Entry[] _stems;

    private StoryGroup(int articles, Entry[] stems)
    {
        (Articles, _stems) = (articles, stems);
        var heaviest = stems.OrderByDescending(s => s.Weight).ThenBy(s => s.Stem).ToArray();
        (Heaviest, Names) = (heaviest[..Math.Min(MostStems, heaviest.Length)], [.. heaviest.Where(s => s.IsName).Take(MostNames)]);
        Kept = [.. stems.Where(s => s.Articles >= Core * articles)];
        Length = Math.Sqrt(stems.Sum(s => s.Weight * s.Weight));
        CloseSquare = stems.Sum(s => s.Close * s.Close);
    }

    public int Articles { get; }

    /// <summary>The weightiest stems.</summary>
    public IReadOnlyList<Entry> Heaviest { get; }

    /// <summary>The weightiest names.</summary>
    public IReadOnlyList<Entry> Names { get; }

    /// <summary>Stems of at least half of the articles, by stem.</summary>
    public IReadOnlyList<Entry> Kept { get; }

    public double Length { get; }

    private double CloseSquare { get; }

    /// <param name="keys">Of one article, sorted; word pairs do not count.</param>
    /// <param name="around">What is common around the article counts little for its closeness.</param>
    public static StoryGroup Of(IReadOnlyList<ulong> keys, Surroundings around)
    {
        var terms = keys.Where(k => StoryKey.Kind(k) != StoryTerm.Pair).DistinctBy(StoryKey.Term).ToArray();
        var close = Array.ConvertAll(terms, k => StoryKey.Weight(k) * around.Rarity(StoryKey.Term(k)) * (StoryKey.Kind(k) == StoryTerm.Figure ? FigureShare : 1));
        var length = Math.Sqrt(close.Sum(c => c * c));
        return new(1, [.. terms.Select((k, i) => new Entry(StoryKey.Term(k), StoryKey.Kind(k) == StoryTerm.Name, 1, StoryKey.Weight(k), length == 0 ? 0 : close[i] / length))]);
    }

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
                stems.Add(new(a.Stem, a.Articles == b.Articles ? a.IsName || b.IsName : a.Articles > b.Articles ? a.IsName : b.IsName, a.Articles + b.Articles, a.Weight + b.Weight, a.Close + b.Close));
            }
        }

        return new(Articles + other.Articles, [.. stems]);
    }

    /// <summary>In which share of the articles a stem stands.</summary>
    public double Share(ulong stem) => Find(stem) is { } entry ? (double)entry.Articles / Articles : 0;

    /// <summary>The mean weight of a stem in an article.</summary>
    public double Mean(ulong stem) => Find(stem) is { } entry ? entry.Weight / Articles : 0;

    /// <summary>The cosine of all weights; the mean closeness of the pairs between, which is the cosine of what is rare around each two; and the cosine of that of all.</summary>
    public (double Cosine, double Close, double CloseCosine) Likeness(StoryGroup other)
    {
        var (few, many) = _stems.Length <= other._stems.Length ? (this, other) : (other, this);
        var (sum, close) = (0.0, 0.0);
        foreach (var entry in few._stems)
        {
            if (many.Find(entry.Stem) is { } there)
            {
                sum += entry.Weight * there.Weight;
                close += entry.Close * there.Close;
            }
        }

        var bothClose = Math.Sqrt(CloseSquare * other.CloseSquare);
        return (Length * other.Length == 0 ? 0 : sum / (Length * other.Length), close / ((double)Articles * other.Articles), bothClose == 0 ? 0 : close / bothClose);
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
    /// <param name="Close">The same by what is rare around each, of articles of one length.</param>
    internal sealed record Entry(ulong Stem, bool IsName, int Articles, double Weight, double Close);
}
