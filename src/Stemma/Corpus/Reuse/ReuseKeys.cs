namespace Stemma.Corpus.Reuse;

/// <summary>By what can articles be found that took words from this one, or gave it some?</summary>
/// <remarks>
/// Hashes of every run of <see cref="Run"/> words that are no function words: an editor who swaps "has" for "was" or sets a clause in front
/// leaves most of them standing, and two texts on one subject share few of them by chance. The low bits of a key tell where the run stands,
/// so that it can be seen without the texts whether two shared runs are one longer one.
/// </remarks>
internal static class ReuseKeys
{
    // On five made copy sets: with 6 and two shared keys 4 of 2,557 copies are missed, and every second candidate shares 20 words or more; with 5 one is
    // missed, and among 100,000 articles there are three times as many candidates by chance; runs that keep function words miss 1 copy in 100.
    public const int Run = 6;

    private const int PlaceBits = 16;

    public static ulong[] Of(ArticleFindings findings) => Of(Wording.Of(findings));

    public static ulong[] Of(Wording wording)
    {
        var content = new List<ulong>(wording.Words.Length);
        foreach (var word in wording.Words)
        {
            if (!word.Function)
            {
                content.Add(word.Id);
            }
        }

        var keys = new ulong[Math.Max(0, content.Count - Run + 1)];
        for (var i = 0; i < keys.Length; i++)
        {
            var key = 0UL;
            for (var k = 0; k < Run; k++)
            {
                key = WordList.Mix(key ^ content[i + k]) + 0x9E3779B97F4A7C15UL;
            }

            keys[i] = (key << PlaceBits) | (uint)Math.Min(i, (1 << PlaceBits) - 1);
        }

        return Once(keys);
    }

    /// <summary>What two articles have in common.</summary>
    public static ulong HashOf(ulong key) => key >> PlaceBits;

    /// <summary>Which run of the article it is; in a very long one the last ones all count as one place.</summary>
    public static int PlaceOf(ulong key) => (int)(key & ((1 << PlaceBits) - 1));

    // Sorted; of a run that an article has twice, the first.
    private static ulong[] Once(ulong[] keys)
    {
        Array.Sort(keys);
        var count = 0;
        foreach (var key in keys)
        {
            if (count == 0 || HashOf(keys[count - 1]) != HashOf(key))
            {
                keys[count++] = key;
            }
        }

        return keys[..count];
    }
}
