using System.Collections.Concurrent;

namespace Stemma.Words;

/// <summary>How near are two words in meaning? What the stem, the thesaurus and the company of words know, looked up once a word instead of once a pair.</summary>
/// <remarks>Same stem: 1. Same sense or derived from it: 0.9. Broader or narrower: 0.7 or 0.5. Same company in the news: less. A fact about the language alone.</remarks>
public sealed class Kin
{
    // Below this cosine words share a topic at most ("bank", "river"); above it they are near-synonyms, rivals or opposites.
    private const double LeastLikeness = 0.42;

    // Words of all articles seen; forgotten together at this many, so that memory stays flat.
    private const int MostKnown = 200_000;

    // Pairs a thread keeps: each has one place, and a newcomer takes it. A power of two.
    private const int Kept = 1 << 19;

    private static readonly ConcurrentDictionary<string, Kin> Known = new(StringComparer.Ordinal);
    private static int _count;

    [ThreadStatic]
    private static (ulong Pair, float Near)[]? _pairs;

    private readonly int _number = Interlocked.Increment(ref _count);
    private readonly string _stem;
    private readonly Likeness.Company _company;
    private readonly Thesaurus.Standing _standing;

    private Kin(string word)
    {
        Word = word;
        _stem = Stem.Of(word);
        _company = Likeness.CompanyOf(word);
        _standing = Thesaurus.StandingOf(word);
    }

    public string Word { get; }

    public static Kin Of(string word)
    {
        if (Known.TryGetValue(word, out var kin))
        {
            return kin;
        }

        if (Known.Count >= MostKnown)
        {
            Known.Clear();
        }

        return Known.GetOrAdd(word, static w => new Kin(w));
    }

    /// <summary>0 to 1; the same either way round.</summary>
    public float To(Kin other)
    {
        var (low, high) = _number < other._number ? ((ulong)_number, (ulong)other._number) : ((ulong)other._number, (ulong)_number);
        var pair = (low << 32) | high;
        ref var kept = ref (_pairs ??= new (ulong, float)[Kept])[(int)((pair * 0x9E3779B97F4A7C15UL) >> 45)];
        if (kept.Pair != pair)
        {
            kept = (pair, (float)Weighed(other));
        }

        return kept.Near;
    }

    /// <summary>One is an opposite of the other.</summary>
    public bool Opposes(Kin other) => (_standing.Opposite.Length > 0 || other._standing.Opposite.Length > 0) && Thesaurus.Opposite(_standing, other._standing);

    /// <summary>One is the broader word for the other.</summary>
    public bool Narrows(Kin other) => Thesaurus.StepsBelow(_standing, other._standing) > 0 || Thesaurus.StepsBelow(other._standing, _standing) > 0;

    /// <summary>One word stands right above both, and they are two.</summary>
    public bool StandsBeside(Kin other) => Thesaurus.Beside(_standing, other._standing);

    /// <summary>How alike the company is that the two keep in news: -1 to 1, 0 where either is not known.</summary>
    public double Company(Kin other) => Likeness.Of(_company, other._company);

    private double Weighed(Kin other)
    {
        if (_stem == other._stem)
        {
            return 1;
        }

        if (Thesaurus.Alike(_standing, other._standing))
        {
            return 0.9;
        }

        var steps = Math.Max(Thesaurus.StepsBelow(_standing, other._standing), Thesaurus.StepsBelow(other._standing, _standing));
        if (steps is 1 or 2)
        {
            return steps == 1 ? 0.7 : 0.5;
        }

        return Likeness.Of(_company, other._company) is > LeastLikeness and var cosine ? cosine * 0.9 : 0;
    }
}
