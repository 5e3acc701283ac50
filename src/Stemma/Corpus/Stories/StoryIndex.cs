using System.Runtime.InteropServices;

namespace Stemma.Corpus.Stories;

/// <summary>Which kept articles share anything of weight with this one? An inverted index over story keys, so that nothing is ever compared with everything.</summary>
/// <remarks>What counts as more than chance depends on how many articles there are: see <see cref="Chance"/>.</remarks>
public sealed class StoryIndex
{
    // The sums below are kept short (float): who comes this near the bar is weighed exactly.
    private const double Slack = 0.999;

    private readonly Dictionary<ulong, List<Seat>> _postings = [];
    private readonly List<(string Id, StorySketch Sketch)> _articles = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private float[] _norms = [];
    private float[] _dots = [];

    public void Add(ArticleKeys keys)
    {
        var sketch = new StorySketch(keys.Story);
        var number = _articles.Count;
        foreach (var key in sketch.Keys)
        {
            if (StoryKey.Kind(key) != StoryTerm.Pair)
            {
                ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(_postings, StoryKey.Term(key), out _);
                (list ??= []).Add(new(number, (float)StoryScore.Weight(key)));
            }
        }

        if (_norms.Length == number)
        {
            var size = Math.Max(64, number * 2);
            Array.Resize(ref _norms, size);
            Array.Resize(ref _dots, size);
        }

        _norms[number] = (float)sketch.Norm;
        _numbers[keys.Article] = number;
        _articles.Add((keys.Article, sketch));
    }

    /// <summary>Kept articles with their cosine and score, by identifier; the article itself left out.</summary>
    /// <param name="notes">Of short ones those too that score too low for a story.</param>
    public IReadOnlyList<(string Article, double Nearness, double Score)> Near(ArticleKeys keys, bool notes = false)
    {
        var own = new StorySketch(keys.Story);
        var count = _articles.Count;
        foreach (var key in own.Keys)
        {
            if (StoryKey.Kind(key) != StoryTerm.Pair && _postings.TryGetValue(StoryKey.Term(key), out var list))
            {
                var weight = (float)StoryScore.Weight(key);
                foreach (ref readonly var seat in CollectionsMarshal.AsSpan(list))
                {
                    _dots[seat.Article] += weight * seat.Weight;
                }
            }
        }

        var among = count + (_numbers.ContainsKey(keys.Article) ? 0 : 1);
        var (leastScore, leastNearness, leastOfNotes) = (Chance.Score(among), Chance.Nearness(among), Chance.NearnessOfNotes(among));
        var bar = (float)(Math.Min(leastNearness, notes && own.IsShort ? leastOfNotes : leastNearness) * own.Norm * Slack);
        var near = new List<(string Article, double Nearness, double Score)>();
        var asked = new AskedSketch(own);
        for (var i = 0; i < count; i++)
        {
            if (_dots[i] < bar * _norms[i] || _dots[i] == 0 || _articles[i].Id == keys.Article)
            {
                continue;
            }

            // Hundreds come near, a handful score: the exact cosine is asked of these alone. Always with the ordinally first article first, and rounded:
            // the score is one number whichever came first.
            var (id, other) = _articles[i];
            var (score, isShort) = (Math.Round(StoryScore.Of(asked, other), 4), notes && own.IsShort && other.IsShort);
            if ((score >= leastScore || isShort)
                && (string.CompareOrdinal(keys.Article, id) < 0 ? StorySketch.Cosine(own, other) : StorySketch.Cosine(other, own)) is var nearness
                && ((score >= leastScore && nearness >= leastNearness) || (isShort && nearness >= leastOfNotes)))
            {
                near.Add((id, nearness, score));
            }
        }

        Array.Clear(_dots, 0, count);
        near.Sort((x, y) => string.CompareOrdinal(x.Article, y.Article));
        return near;
    }

    private readonly record struct Seat(int Article, float Weight);
}
