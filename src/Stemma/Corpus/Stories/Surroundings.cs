namespace Stemma.Corpus.Stories;

/// <summary>How rare is a term among the articles around one? Fifty articles of one trade fair share what is rare in news at large; what tells their stories apart is rare among them.</summary>
/// <remarks>An article's surroundings are all that hang together with it by likely pairs, so they do not change with the size of the case, and in a lone story nothing much is rare.</remarks>
internal sealed class Surroundings
{
    /// <summary>From so likely on two articles are of one neighbourhood; .1, .2 and .4 were tried on stories left out of train, .2 was best.</summary>
    public const double Tied = 0.2;

    // Articles that are added in thought, so that a term of all of two or three articles is not common yet; 5, 20 and 60 were tried, 20 was best.
    private const double Prior = 20;

    private readonly Dictionary<ulong, int> _articles = [];

    /// <param name="keys">What each article of the neighbourhood is about.</param>
    public Surroundings(IReadOnlyList<IReadOnlyList<ulong>> keys)
    {
        Articles = keys.Count;
        foreach (var key in keys.Count == 1 ? [] : keys.SelectMany(k => k).Where(k => StoryKey.Kind(k) != StoryTerm.Pair))
        {
            var term = StoryKey.Term(key);
            _articles[term] = _articles.GetValueOrDefault(term) + 1;
        }
    }

    /// <summary>How many there are.</summary>
    public int Articles { get; }

    /// <summary>1 for what one article alone says, towards 0 for what all of many say.</summary>
    public double Rarity(ulong term) => Math.Log((Articles + Prior) / _articles.GetValueOrDefault(term, 1)) / Math.Log(Articles + Prior);

    /// <summary>Which articles hang together? Each numbered by the first of its neighbourhood.</summary>
    public static int[] Of(int articles, IEnumerable<(int One, int Other)> tied)
    {
        var first = Enumerable.Range(0, articles).ToArray();
        foreach (var (one, other) in tied)
        {
            var (a, b) = (First(one), First(other));
            first[Math.Max(a, b)] = Math.Min(a, b);
        }

        for (var i = 0; i < articles; i++)
        {
            first[i] = First(i);
        }

        return first;

        int First(int i)
        {
            while (first[i] != i)
            {
                i = first[i] = first[first[i]];
            }

            return i;
        }
    }
}
