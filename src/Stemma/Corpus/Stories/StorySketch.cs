namespace Stemma.Corpus.Stories;

/// <summary>What of an article's story keys is asked again for every other article it is laid beside? Worked out once.</summary>
internal sealed class StorySketch
{
    /// <summary>Kinds of term, and after them what stands in the lead.</summary>
    public const int Kinds = 5;

    private const int Weightiest = 12;

    // A note has 80 words at most, marks and small words among them (Accounts/Notes).
    private const int MostOfShort = 80;

    private readonly double[] _squares = new double[Kinds];
    private readonly ulong[] _top;

    public StorySketch(IReadOnlyList<ulong> keys)
    {
        Keys = keys as ulong[] ?? [.. keys];
        var square = 0.0;
        foreach (var key in Keys)
        {
            var weight = StoryKey.Weight(key);
            _squares[(int)StoryKey.Kind(key)] += weight * weight;
            if (StoryKey.InLead(key) && StoryKey.Kind(key) != StoryTerm.Pair)
            {
                _squares[Kinds - 1] += weight * weight;
            }

            square += StoryScore.Weight(key) * StoryScore.Weight(key);
        }

        Norm = Math.Sqrt(square);
        IsShort = Keys.Count(k => StoryKey.Kind(k) != StoryTerm.Pair) <= MostOfShort;
        _top = [.. Keys.Where(k => StoryKey.Kind(k) is StoryTerm.Word or StoryTerm.Name).OrderByDescending(StoryKey.Weight).ThenBy(k => k).Take(Weightiest).Select(StoryKey.Term).Distinct().Order()];
    }

    public ulong[] Keys { get; }

    /// <summary>The length of the vector that <see cref="Cosine"/> is of.</summary>
    public double Norm { get; }

    public ReadOnlySpan<double> Squares => _squares;

    /// <summary>It has so few terms that it may be a text of a few sentences.</summary>
    public bool IsShort { get; }

    /// <summary>The cosine of all single words, names and figures, rounded: the same in both orders.</summary>
    public static double Cosine(StorySketch one, StorySketch other)
    {
        var (dot, i, j) = (0.0, 0, 0);
        var (a, b) = (one.Keys, other.Keys);
        while (i < a.Length && j < b.Length)
        {
            var (x, y) = (StoryKey.Term(a[i]), StoryKey.Term(b[j]));
            if (x == y)
            {
                dot += StoryScore.Weight(a[i]) * StoryScore.Weight(b[j]);
            }

            i += x <= y ? 1 : 0;
            j += y <= x ? 1 : 0;
        }

        return dot == 0 ? 0 : Math.Round(dot / (one.Norm * other.Norm), 4);
    }

    /// <summary>How many of the dozen weightiest words of each are weighty in the other too.</summary>
    public static int TopInCommon(StorySketch one, StorySketch other)
    {
        var (count, i, j) = (0, 0, 0);
        while (i < one._top.Length && j < other._top.Length)
        {
            var (x, y) = (one._top[i], other._top[j]);
            count += x == y ? 1 : 0;
            i += x <= y ? 1 : 0;
            j += y <= x ? 1 : 0;
        }

        return count;
    }
}
