namespace Stemma.Corpus.Stories;

/// <summary>Which kept articles share anything of weight with this one? An inverted index over story keys, so that nothing is ever compared with everything.</summary>
public sealed class StoryIndex
{
    /// <summary>Below this cosine two articles share chance words only.</summary>
    private const double LeastCosine = 0.03;

    /// <summary>Below this a score adds nothing to any mean.</summary>
    private const double LeastScore = 0.02;

    private readonly Dictionary<ulong, List<(int Article, float Weight)>> _postings = [];
    private readonly List<(string Id, double Norm, IReadOnlyList<ulong> Keys)> _articles = [];

    public void Add(ArticleKeys keys)
    {
        foreach (var key in keys.Story.Where(k => StoryKey.Kind(k) != StoryTerm.Pair))
        {
            if (!_postings.TryGetValue(StoryKey.Term(key), out var list))
            {
                _postings[StoryKey.Term(key)] = list = [];
            }

            list.Add((_articles.Count, (float)StoryScore.Weight(key)));
        }

        _articles.Add((keys.Article, Math.Sqrt(StoryScore.Square(keys.Story)), keys.Story));
    }

    /// <summary>Kept articles with their score, by identifier; the article itself left out.</summary>
    public IReadOnlyList<(string Article, double Score)> Near(ArticleKeys keys)
    {
        var dots = new double[_articles.Count];
        foreach (var key in keys.Story)
        {
            if (_postings.TryGetValue(StoryKey.Term(key), out var list))
            {
                var weight = StoryScore.Weight(key);
                foreach (var (article, other) in list)
                {
                    dots[article] += weight * other;
                }
            }
        }

        var norm = Math.Sqrt(StoryScore.Square(keys.Story));
        var near = new SortedDictionary<string, double>(StringComparer.Ordinal);
        for (var i = 0; i < dots.Length; i++)
        {
            if (dots[i] < LeastCosine * norm * _articles[i].Norm || dots[i] == 0 || _articles[i].Id == keys.Article)
            {
                continue;
            }

            // Always with the ordinally first article first, and rounded: the score is one number whichever came first.
            var (a, b) = string.CompareOrdinal(keys.Article, _articles[i].Id) < 0 ? (keys.Story, _articles[i].Keys) : (_articles[i].Keys, keys.Story);
            var score = Math.Round(StoryScore.Of(a, b), 4);
            if (score >= LeastScore)
            {
                near[_articles[i].Id] = score;
            }
        }

        return [.. near.Select(n => (n.Key, n.Value))];
    }
}
