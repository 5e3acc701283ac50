using Stemma.Articles.Attribution.Tagger;
using Stemma.Articles.Sentences;

namespace Stemma.Training;

/// <summary>What do several finished taggers think of a text, in the mean? The pupil learns from that, where nobody marked anything.</summary>
/// <remarks>Taggers that began elsewhere err elsewhere: their mean is better than each, and a pupil of one tagger's size can learn most of it.</remarks>
internal sealed class Teachers
{
    private const int Tags = Network.Tags, TopRow = Network.TopWidth - Network.HeadWidth;

    /// <summary>A word is asked whom it points to when it is so likely part of a cue.</summary>
    private const float LeastCue = .2f;

    private readonly (Network Network, double[] Steps, double[] Ends, float[] Lean)[] _all;

    public Teachers(IEnumerable<string> files)
    {
        _all = [.. files.Select(file =>
        {
            using var stream = File.OpenRead(file);
            var model = TaggerModel.Read(stream);
            return (new Network(model), model["crf.transitions"].Values.Take(Tags * Tags).Select(v => Math.Exp(v)).ToArray(), model["crf.ends"].Values.Take(2 * Tags).Select(v => Math.Exp(v)).ToArray(), model["source.lean"].Values);
        })];
    }

    /// <param name="Tags">For every word how likely each tag is.</param>
    /// <param name="Pairs">For every word how likely each tag of the word before goes with each of its own; zeros at the first word of a run.</param>
    /// <param name="Source">For every word likely to be a cue, the word it points to and how likely both are.</param>
    internal sealed record Opinion(float[] Tags, float[] Pairs, List<(int From, int To, float Weight)> Source);

    public Opinion Of(TaggerInput input, IReadOnlyList<(int From, int Until)> runs)
    {
        var opinion = new Opinion(new float[input.Count * Tags], new float[input.Count * Tags * Tags], []);
        var answers = _all.Select(t => t.Network.Read(input, runs)).ToArray();
        foreach (var (from, until) in runs)
        {
            for (var t = 0; t < _all.Length; t++)
            {
                Add(answers[t].Scores, _all[t].Steps, _all[t].Ends, from, until, opinion);
            }

            for (var i = from; i < until; i++)
            {
                var cue = opinion.Tags[(i * Tags) + Examples.Cue] + opinion.Tags[(i * Tags) + Examples.Cue + 1];
                if (cue >= LeastCue)
                {
                    var (to, share) = Pointed(answers, i, from, until);
                    opinion.Source.Add((i, to, cue * share));
                }
            }
        }

        return opinion;
    }

    /// <summary>Adds what one teacher thinks of one run: forward and backward over all rows of tags.</summary>
    private void Add(float[] scores, double[] steps, double[] ends, int from, int until, Opinion to)
    {
        var n = until - from;
        var (emit, forward) = (new double[n * Tags], new double[n * Tags]);
        for (var t = 0; t < n; t++)
        {
            double top = double.NegativeInfinity, sum = 0;
            for (var j = 0; j < Tags; j++)
            {
                top = Math.Max(top, scores[((from + t) * Tags) + j]);
            }

            for (var j = 0; j < Tags; j++)
            {
                emit[(t * Tags) + j] = Math.Exp(scores[((from + t) * Tags) + j] - top);
                double came = t == 0 ? ends[j] : 0;
                for (var i = 0; i < Tags && t > 0; i++)
                {
                    came += forward[((t - 1) * Tags) + i] * steps[(i * Tags) + j];
                }

                sum += forward[(t * Tags) + j] = came * emit[(t * Tags) + j];
            }

            for (var j = 0; j < Tags; j++)
            {
                forward[(t * Tags) + j] /= sum;
            }
        }

        var (later, next) = (new double[Tags], new double[Tags]);
        Array.Copy(ends, Tags, later, 0, Tags);
        for (var t = n - 1; t >= 0; t--)
        {
            double all = 0;
            for (var j = 0; j < Tags; j++)
            {
                all += forward[(t * Tags) + j] * later[j];
            }

            for (var j = 0; j < Tags; j++)
            {
                to.Tags[((from + t) * Tags) + j] += (float)(forward[(t * Tags) + j] * later[j] / all / _all.Length);
            }

            if (t == 0)
            {
                break;
            }

            double pairs = 0, sum = 0;
            for (var i = 0; i < Tags; i++)
            {
                next[i] = 0;
                for (var j = 0; j < Tags; j++)
                {
                    next[i] += steps[(i * Tags) + j] * emit[(t * Tags) + j] * later[j];
                }

                pairs += forward[((t - 1) * Tags) + i] * next[i];
                sum += next[i];
            }

            for (var i = 0; i < Tags; i++)
            {
                for (var j = 0; j < Tags; j++)
                {
                    to.Pairs[((from + t) * Tags * Tags) + (i * Tags) + j] += (float)(forward[((t - 1) * Tags) + i] * steps[(i * Tags) + j] * emit[(t * Tags) + j] * later[j] / pairs / _all.Length);
                }
            }

            for (var i = 0; i < Tags; i++)
            {
                later[i] = next[i] / sum;
            }
        }
    }

    /// <summary>Where the cue's pointer goes in the mean, and with how much of it.</summary>
    private (int To, float Share) Pointed(Network.Answer[] answers, int word, int from, int until)
    {
        var mean = new float[until - from];
        var shares = new float[until - from];
        for (var t = 0; t < answers.Length; t++)
        {
            var query = answers[t].Top.AsSpan(word * TopRow, PointerBands.Width);
            var most = float.NegativeInfinity;
            for (var j = 0; j < shares.Length; j++)
            {
                shares[j] = (Product.Of(query, answers[t].Top.AsSpan(((from + j) * TopRow) + PointerBands.Width, PointerBands.Width)) * PointerBands.Scale) + _all[t].Lean[PointerBands.Of(from + j - word)];
                most = MathF.Max(most, shares[j]);
            }

            float sum = 0;
            for (var j = 0; j < shares.Length; j++)
            {
                sum += shares[j] = MathF.Exp(shares[j] - most);
            }

            for (var j = 0; j < shares.Length; j++)
            {
                mean[j] += shares[j] / sum / answers.Length;
            }
        }

        var best = 0;
        for (var j = 1; j < mean.Length; j++)
        {
            best = mean[j] > mean[best] ? j : best;
        }

        return (from + best, mean[best]);
    }

    /// <summary>Runs of raw news with the teachers' opinion, article after article without end.</summary>
    public IEnumerable<Example> Read(Func<IEnumerable<List<string>>> news, Lexicon lexicon)
    {
        while (true)
        {
            foreach (var article in news())
            {
                var input = TaggerInput.Of(ProseReader.Read(RawNews.Text(article), []), lexicon);
                var runs = input.Runs();
                var opinion = Of(input, runs);
                foreach (var (from, until) in runs)
                {
                    var width = TaggerInput.Tables.Length;
                    yield return new Example(input.Rows[(from * width)..(until * width)], [], [.. opinion.Source.Where(s => s.From >= from && s.From < until).Select(s => (s.From - from, s.To - from))], [])
                    {
                        SourceWeights = [.. opinion.Source.Where(s => s.From >= from && s.From < until).Select(s => s.Weight)],
                        SoftTags = opinion.Tags[(from * Tags)..(until * Tags)],
                        SoftPairs = opinion.Pairs[(from * Tags * Tags)..(until * Tags * Tags)],
                    };
                }
            }
        }
    }
}
