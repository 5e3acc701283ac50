namespace Stemma.Articles.Attribution.Tagger;

/// <summary>Which row of tags is the best, and how sure is each? Viterbi over the scores of one run, and the share of all rows that agree.</summary>
internal sealed class TagDecoder
{
    public const int Outside = 0, Source = 1, Cue = 3, Content = 5, Tags = Network.Tags;

    /// <summary>A score no sum climbs back from.</summary>
    private const float Never = -1e6f;

    private readonly float[] _step = new float[Tags * Tags];
    private readonly float[] _begin = new float[Tags];
    private readonly float[] _end = new float[Tags];

    public TagDecoder(TaggerModel model)
    {
        var transitions = model["crf.transitions"].Values;
        var ends = model["crf.ends"].Values;
        for (var i = 0; i < Tags; i++)
        {
            _begin[i] = IsInside(i) ? Never : ends[i];
            _end[i] = ends[Tags + i];
            for (var j = 0; j < Tags; j++)
            {
                // "Inside" follows only its own kind.
                _step[(i * Tags) + j] = IsInside(j) && i != j && i != j - 1 ? Never : transitions[(i * Tags) + j];
            }
        }
    }

    /// <summary>The best tags of the n words of one run, and for each word the probability of the tag it got.</summary>
    public void Decode(ReadOnlySpan<float> scores, int n, Span<byte> tags, Span<float> sure)
    {
        var best = new float[n * Tags];
        var back = new byte[n * Tags];
        for (var t = 0; t < n; t++)
        {
            for (var j = 0; j < Tags; j++)
            {
                var score = scores[(t * Tags) + j];
                if (t == 0)
                {
                    best[j] = _begin[j] + score;
                    continue;
                }

                var (most, came) = (float.NegativeInfinity, 0);
                for (var i = 0; i < Tags; i++)
                {
                    var sum = best[((t - 1) * Tags) + i] + _step[(i * Tags) + j];
                    if (sum > most)
                    {
                        (most, came) = (sum, i);
                    }
                }

                best[(t * Tags) + j] = most + score;
                back[(t * Tags) + j] = (byte)came;
            }
        }

        var at = 0;
        for (var j = 1; j < Tags; j++)
        {
            at = best[((n - 1) * Tags) + j] + _end[j] > best[((n - 1) * Tags) + at] + _end[at] ? j : at;
        }

        for (var t = n - 1; t >= 0; t--)
        {
            tags[t] = (byte)at;
            at = back[(t * Tags) + at];
        }

        Marginals(scores, n, tags, sure);
    }

    private void Marginals(ReadOnlySpan<float> scores, int n, ReadOnlySpan<byte> tags, Span<float> sure)
    {
        Span<float> step = stackalloc float[Tags * Tags];
        for (var i = 0; i < step.Length; i++)
        {
            step[i] = Exponential.Of(_step[i]);
        }

        var emit = new float[n * Tags];
        var forward = new float[n * Tags];
        for (var t = 0; t < n; t++)
        {
            var row = scores.Slice(t * Tags, Tags);
            var top = row[0];
            for (var j = 1; j < Tags; j++)
            {
                top = MathF.Max(top, row[j]);
            }

            float sum = 0;
            for (var j = 0; j < Tags; j++)
            {
                emit[(t * Tags) + j] = Exponential.Of(row[j] - top);
                float came = 0;
                for (var i = 0; i < Tags && t > 0; i++)
                {
                    came += forward[((t - 1) * Tags) + i] * step[(i * Tags) + j];
                }

                came = t == 0 ? Exponential.Of(_begin[j]) : came;
                sum += forward[(t * Tags) + j] = came * emit[(t * Tags) + j];
            }

            for (var j = 0; j < Tags; j++)
            {
                forward[(t * Tags) + j] /= sum;
            }
        }

        Span<float> later = stackalloc float[Tags], next = stackalloc float[Tags];
        for (var j = 0; j < Tags; j++)
        {
            later[j] = Exponential.Of(_end[j]);
        }

        for (var t = n - 1; t >= 0; t--)
        {
            float all = 0;
            for (var j = 0; j < Tags; j++)
            {
                all += forward[(t * Tags) + j] * later[j];
            }

            sure[t] = forward[(t * Tags) + tags[t]] * later[tags[t]] / all;
            float sum = 0;
            for (var i = 0; i < Tags; i++)
            {
                next[i] = 0;
                for (var j = 0; j < Tags; j++)
                {
                    next[i] += step[(i * Tags) + j] * emit[(t * Tags) + j] * later[j];
                }

                sum += next[i];
            }

            for (var i = 0; i < Tags; i++)
            {
                later[i] = next[i] / sum;
            }
        }
    }

    private static bool IsInside(int tag) => tag is Source + 1 or Cue + 1 or Content + 1;
}
