using System.Diagnostics;
using System.Runtime.Intrinsics;
using Stemma.Articles.Attribution.Tagger;
using Stemma.Articles.Sentences;
using Stemma.Words;

namespace Stemma.Training;

/// <summary>What word comes next, and what came before? The tagger's inputs and first layer learn it from raw news, before they learn to tag.</summary>
/// <remarks>
/// Each direction guesses its next word among a sample of others drawn by frequency (sampled softmax, each logit lessened by the log of how often
/// it is drawn). Costs the tagger nothing at run time: only the weights it begins with are better.
/// </remarks>
internal sealed unsafe class LanguageModel
{
    private const int MostKnown = 20_000, Drawn = 640, BatchWords = 3600, WarmUp = 150;
    private const float Rate = 2.5e-3f, Clip = 1f, Dropout = .1f, Unknown = .04f;

    private readonly TaggerNetwork _network;
    private readonly Parameter[] _output = new Parameter[2], _bias = new Parameter[2];
    private readonly int _known;
    private readonly float[] _logDrawn = new float[MostKnown];
    private readonly int[] _urn = new int[1 << 20];
    private readonly Side[] _sides = [new(), new()];
    private float[] _x = [], _xBack = [], _mask = [], _dX = [], _dXBack = [];

    public LanguageModel(TaggerNetwork network, IReadOnlyList<int> counts)
    {
        _network = network;
        _known = Math.Min(MostKnown, counts.Count);
        var random = new Splitmix(77);
        for (var d = 0; d < 2; d++)
        {
            _output[d] = new Parameter("output", _known, network.Hidden).Normal(ref random, .05f);
            _bias[d] = new Parameter("output.bias", 1, _known);
        }

        double all = counts.Take(_known).Sum(c => Math.Pow(c, .75));
        double until = 0;
        for (int w = 0, i = 0; w < _known; w++)
        {
            var share = Math.Pow(counts[w], .75) / all;
            _logDrawn[w] = (float)Math.Log(share * Drawn);
            until += share;
            for (; i < _urn.Length && (double)i / _urn.Length < until; i++)
            {
                _urn[i] = w;
            }
        }
    }

    private sealed class Side
    {
        public float[] State = [], Slope = [], Logits = [], Picked = [];
        public double Loss;
        public int Guesses;
    }

    /// <summary>Learns from the raw news until it has read so many words; the same file is begun again at its end.</summary>
    public void Learn(IEnumerable<List<string>> news, Lexicon lexicon, long words, Action<string> say, Action save)
    {
        var random = new Splitmix(78);
        var clock = Stopwatch.StartNew();
        long read = 0, told = 0, saved = 0;
        var step = 0;
        var (loss, guesses) = (new double[2], new long[2]);
        var first = new[] { _network.Embeddings.Skip(1), _network.Layers[0].Parameters, _network.Layers[1].Parameters }.SelectMany(p => p).ToArray();
        foreach (var batch in Batches(news, lexicon, words))
        {
            step++;
            read += batch.Sum(b => b.Length / TaggerInput.Tables.Length);
            Run(batch, ref random);
            var rate = Rate * Math.Min(1f, step / (float)WarmUp) * Math.Max(.03f, 1 - .97f * read / words);
            var norm = Math.Sqrt(first.Sum(p => p.SquaredSlope()));
            var scale = norm > Clip ? (float)(Clip / norm) : 1f;
            foreach (var p in first)
            {
                p.Step(rate, scale, step, Math.Min(Parameter.Averaging, step / (step + 10f)));
            }

            for (var d = 0; d < 2; d++)
            {
                _output[d].StepRows(_touched[d].Order(), rate, 1, step);
                _bias[d].Step(rate, 1, step, 0);
                loss[d] += _sides[d].Loss;
                guesses[d] += _sides[d].Guesses;
            }

            if (read - told >= 400_000)
            {
                say($"language: {read / 1e6:F1} of {words / 1e6:F0} M words  loss {loss[0] / guesses[0]:F3} / {loss[1] / guesses[1]:F3}  {read / clock.Elapsed.TotalSeconds / 1000:F1} k words/s");
                (loss, guesses, told) = (new double[2], new long[2], read);
            }

            if (read - saved >= 4_000_000)
            {
                save();
                saved = read;
            }
        }

        save();
    }

    private readonly HashSet<int>[] _touched = [[], []];

    private static IEnumerable<int[][]> Batches(IEnumerable<List<string>> news, Lexicon lexicon, long words)
    {
        var width = TaggerInput.Tables.Length;
        var pool = new List<int[]>();
        long given = 0;
        while (given < words)
        {
            foreach (var article in news)
            {
                var input = TaggerInput.Of(ProseReader.Read(RawNews.Text(article), []), lexicon);
                pool.AddRange(input.Runs(65).Select(r => input.Rows[(r.From * width)..(r.Until * width)]).Where(r => r.Length >= 8 * width));
                if (pool.Count < 400)
                {
                    continue;
                }

                var batch = new List<int[]>();
                var held = 0;
                foreach (var run in pool.OrderByDescending(r => r.Length))
                {
                    batch.Add(run);
                    held += run.Length / width;
                    if (held >= BatchWords)
                    {
                        yield return [.. batch];
                        given += held;
                        held = 0;
                        batch.Clear();
                        if (given >= words)
                        {
                            yield break;
                        }
                    }
                }

                pool.Clear();
            }
        }
    }

    private void Run(int[][] batch, ref Splitmix random)
    {
        int columns = TaggerInput.Tables.Length, width = TaggerInput.Width, h = _network.Hidden;
        var packing = new Packing([.. batch.Select(b => b.Length / columns)]);
        var n = packing.Rows;
        var ids = new int[n * columns];
        var (next, previous) = (new int[n], new int[n]);
        for (var run = 0; run < batch.Length; run++)
        {
            for (var t = 0; t < packing.Lengths[run]; t++)
            {
                var row = packing.Row(run, t);
                batch[run].AsSpan(t * columns, columns).CopyTo(ids.AsSpan(row * columns));
                next[row] = t + 1 < packing.Lengths[run] ? Target(batch[run][(t + 1) * columns]) : -1;

                // The other direction lies in its own order: step t there is the t-th word from the end.
                var last = packing.Lengths[run] - 1 - t;
                previous[row] = last > 0 ? Target(batch[run][(last - 1) * columns]) : -1;
            }
        }

        for (var r = 0; r < n; r++)
        {
            if (random.Unit() < Unknown)
            {
                ids[r * columns + TaggerInput.Vector] = ids[r * columns + TaggerInput.Word] = ids[r * columns + TaggerInput.CueBand] = 0;
            }
        }

        Lstm.Room(ref _x, n * width);
        Lstm.Room(ref _xBack, n * width);
        _network.Inputs(ids, n, Parameter.At(_x));
        TaggerNetwork.Mask(ref _mask, n * width, Dropout, ref random);
        TaggerNetwork.Apply(Parameter.At(_x), _mask, n * width, Dropout);
        packing.Reverse(Parameter.At(_x), Parameter.At(_xBack), width);
        var learned = width - TaggerInput.Tables[0].Width;
        var stride = PackedMatrix.Padded(learned);
        Lstm.Room(ref _dX, n * stride);
        Lstm.Room(ref _dXBack, n * stride);
        var drawn = new[] { Draw(ref random), Draw(ref random) };
        void Go(int d)
        {
            var layer = _network.Layers[d];
            var side = _sides[d];
            layer.Pack(training: true);
            Lstm.Room(ref side.State, n * h);
            Lstm.Room(ref side.Slope, n * h);
            float* x = Parameter.At(d == 0 ? _x : _xBack);
            layer.Forward(packing, x, Parameter.At(side.State));
            Guess(d, side, n, d == 0 ? next : previous, drawn[d]);
            layer.Backward(packing, x, Parameter.At(side.State), Parameter.At(side.Slope), Parameter.At(d == 0 ? _dX : _dXBack), stride);
        }

        if (_network.Threads > 1)
        {
            Parallel.Invoke(() => Go(0), () => Go(1));
        }
        else
        {
            Go(0);
            Go(1);
        }

        TaggerNetwork.AddMirrored(packing, Parameter.At(_dXBack), Parameter.At(_dX), stride, learned);
        _network.IntoTables(ids, n, _dX, stride, _mask);
    }

    private int Target(int vector) => vector > 0 && vector <= _known ? vector - 1 : -1;

    private int[] Draw(ref Splitmix random)
    {
        var drawn = new int[Drawn];
        for (var i = 0; i < Drawn; i++)
        {
            drawn[i] = _urn[random.Next() & (_urn.Length - 1)];
        }

        return drawn;
    }

    /// <summary>Loss of every guess of one direction; leaves the slope of its states and of the output rows it touched.</summary>
    private void Guess(int d, Side side, int n, int[] targets, int[] drawn)
    {
        int h = _network.Hidden;
        Parameter output = _output[d], bias = _bias[d];
        Lstm.Room(ref side.Logits, n * Drawn);
        Lstm.Room(ref side.Picked, Drawn * h);
        float* logits = Parameter.At(side.Logits), state = Parameter.At(side.State), slope = Parameter.At(side.Slope);
        for (var i = 0; i < Drawn; i++)
        {
            output.Value.AsSpan(drawn[i] * h, h).CopyTo(side.Picked.AsSpan(i * h));
        }

        new PackedMatrix(h, Drawn).Pack(side.Picked, h, transposed: true).Multiply(state, h, 1, n, logits, Drawn, add: false);
        var lean = new float[Drawn];
        for (var i = 0; i < Drawn; i++)
        {
            lean[i] = bias.Value[drawn[i]] - _logDrawn[drawn[i]];
        }

        var touched = _touched[d];
        touched.Clear();
        (side.Loss, side.Guesses) = (0, targets.Count(t => t >= 0));
        var weight = 1f / n;
        var own = new float[n];
        for (var r = 0; r < n; r++)
        {
            var row = logits + (long)r * Drawn;
            var target = targets[r];
            if (target < 0)
            {
                new Span<float>(row, Drawn).Clear();
                continue;
            }

            var right = Product.Of(new ReadOnlySpan<float>(state + (long)r * h, h), output.Value.AsSpan(target * h, h)) + bias.Value[target] - _logDrawn[target];
            var most = right;
            for (var i = 0; i < Drawn; i++)
            {
                row[i] = drawn[i] == target ? -1e9f : row[i] + lean[i];
                most = MathF.Max(most, row[i]);
            }

            var top = Vector512.Create(most);
            var sums = Vector512<float>.Zero;
            for (var i = 0; i < Drawn; i += 16)
            {
                var e = Vector512.Exp(Vector512.Load(row + i) - top);
                e.Store(row + i);
                sums += e;
            }

            var rightShare = MathF.Exp(right - most);
            var sum = Lanes.Sum(sums) + rightShare;
            side.Loss -= Math.Log(Math.Max(1e-30, rightShare / sum));
            var by = Vector512.Create(weight / sum);
            for (var i = 0; i < Drawn; i += 16)
            {
                (Vector512.Load(row + i) * by).Store(row + i);
            }

            own[r] = weight * (rightShare / sum - 1);
        }

        new PackedMatrix(Drawn, h).Pack(side.Picked, h).Multiply(logits, Drawn, 1, n, slope, h, add: false);
        var picked = new float[Drawn * h];
        fixed (float* to = picked)
        {
            new PackedMatrix(n, h).Pack(side.State, h).Multiply(logits, 1, Drawn, Drawn, to, h, add: false);
        }

        for (var i = 0; i < Drawn; i++)
        {
            touched.Add(drawn[i]);
            AddTo(output.Slope.AsSpan(drawn[i] * h, h), picked.AsSpan(i * h, h), 1);
        }

        for (var r = 0; r < n; r++)
        {
            for (var i = 0; i < Drawn; i++)
            {
                lean[i] = r == 0 ? logits[i] : lean[i] + logits[(long)r * Drawn + i];
            }

            if (targets[r] >= 0)
            {
                touched.Add(targets[r]);
                var row = new Span<float>(state + (long)r * h, h);
                AddTo(new Span<float>(slope + (long)r * h, h), output.Value.AsSpan(targets[r] * h, h), own[r]);
                AddTo(output.Slope.AsSpan(targets[r] * h, h), row, own[r]);
                bias.Slope[targets[r]] += own[r];
            }
        }

        for (var i = 0; i < Drawn; i++)
        {
            bias.Slope[drawn[i]] += lean[i];
        }
    }

    private static void AddTo(Span<float> to, ReadOnlySpan<float> from, float by)
    {
        var b = Vector512.Create(by);
        for (var i = 0; i < to.Length; i += 16)
        {
            Vector512.FusedMultiplyAdd(b, Vector512.Create(from.Slice(i, 16)), Vector512.Create<float>(to.Slice(i, 16))).CopyTo(to.Slice(i, 16));
        }
    }
}
