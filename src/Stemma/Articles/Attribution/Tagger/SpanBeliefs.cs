namespace Stemma.Articles.Attribution.Tagger;

/// <summary>How likely is each stretch of words a whole cue, neither a word more nor a word less? The share of all rows of tags that hold it.</summary>
internal sealed class SpanBeliefs
{
    private const int Tags = Network.Tags, Cue = TagDecoder.Cue;

    private readonly double[] _step = new double[Tags * Tags];
    private readonly double[] _begin = new double[Tags];
    private readonly double[] _end = new double[Tags];

    public SpanBeliefs(TaggerModel model)
    {
        var transitions = model["crf.transitions"].Values;
        var ends = model["crf.ends"].Values;
        for (var i = 0; i < Tags; i++)
        {
            _begin[i] = IsInside(i) ? 0 : Exponential.Of(ends[i]);
            _end[i] = Exponential.Of(ends[Tags + i]);
            for (var j = 0; j < Tags; j++)
            {
                // "Inside" follows only its own kind.
                _step[(i * Tags) + j] = IsInside(j) && i != j && i != j - 1 ? 0 : Exponential.Of(transitions[(i * Tags) + j]);
            }
        }
    }

    /// <param name="Begin">First word, counted from the run's first.</param>
    public readonly record struct Stretch(int Begin, int End, double Share);

    /// <param name="Words">For every word of the run how likely each tag is.</param>
    /// <param name="Stretches">Every stretch with at least the asked share, by begin, then end.</param>
    public sealed record Reading(float[] Words, List<Stretch> Stretches);

    /// <summary>Reads <paramref name="n"/> words by their scores, seven a word; stretches less likely than <paramref name="least"/> are left out.</summary>
    public Reading Of(ReadOnlySpan<float> scores, int n, double least)
    {
        var (emit, forward, backward, sums) = (new double[n * Tags], new double[n * Tags], new double[n * Tags], new double[n]);
        Forward(scores, n, emit, forward, sums);
        Backward(n, emit, forward, backward, sums);
        var words = new float[n * Tags];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = (float)(forward[i] * backward[i]);
        }

        var stretches = new List<Stretch>();
        for (var t = 0; t < n; t++)
        {
            if (words[(t * Tags) + Cue] >= least)
            {
                Grow(t, n, emit, forward, backward, sums, least, stretches);
            }
        }

        return new Reading(words, stretches);
    }

    private void Forward(ReadOnlySpan<float> scores, int n, double[] emit, double[] forward, double[] sums)
    {
        for (var t = 0; t < n; t++)
        {
            var row = scores.Slice(t * Tags, Tags);
            var top = row[0];
            for (var j = 1; j < Tags; j++)
            {
                top = MathF.Max(top, row[j]);
            }

            double sum = 0;
            for (var j = 0; j < Tags; j++)
            {
                emit[(t * Tags) + j] = Exponential.Of(row[j] - top);
                double came = t == 0 ? _begin[j] : 0;
                for (var i = 0; i < Tags && t > 0; i++)
                {
                    came += forward[((t - 1) * Tags) + i] * _step[(i * Tags) + j];
                }

                sum += forward[(t * Tags) + j] = came * emit[(t * Tags) + j];
            }

            sums[t] = sum;
            for (var j = 0; j < Tags; j++)
            {
                forward[(t * Tags) + j] /= sum;
            }
        }
    }

    /// <summary>Scaled so that forward times backward sums to 1 at every word.</summary>
    private void Backward(int n, double[] emit, double[] forward, double[] backward, double[] sums)
    {
        double all = 0;
        var last = (n - 1) * Tags;
        for (var j = 0; j < Tags; j++)
        {
            all += forward[last + j] * _end[j];
        }

        for (var j = 0; j < Tags; j++)
        {
            backward[last + j] = _end[j] / all;
        }

        for (var t = n - 2; t >= 0; t--)
        {
            for (var i = 0; i < Tags; i++)
            {
                double sum = 0;
                for (var j = 0; j < Tags; j++)
                {
                    sum += _step[(i * Tags) + j] * emit[((t + 1) * Tags) + j] * backward[((t + 1) * Tags) + j];
                }

                backward[(t * Tags) + i] = sum / sums[t + 1];
            }
        }
    }

    /// <summary>All stretches that begin here, word by word until hardly a row of tags is left.</summary>
    private void Grow(int begin, int n, double[] emit, double[] forward, double[] backward, double[] sums, double least, List<Stretch> to)
    {
        var (state, inside) = (Cue, Cue + 1);
        var sofar = forward[(begin * Tags) + state];
        for (var t = begin; t < n; t++)
        {
            if (t > begin)
            {
                sofar *= _step[(state * Tags) + inside] * emit[(t * Tags) + inside] / sums[t];
                state = inside;
            }

            var here = sofar * backward[(t * Tags) + state];
            if (here < least)
            {
                return;
            }

            var on = t + 1 == n ? 0 : sofar * _step[(state * Tags) + inside] * emit[((t + 1) * Tags) + inside] * backward[((t + 1) * Tags) + inside] / sums[t + 1];
            if (here - on >= least)
            {
                to.Add(new Stretch(begin, t + 1, here - on));
            }
        }
    }

    private static bool IsInside(int tag) => tag != 0 && tag % 2 == 0;
}
