using System.Runtime.Intrinsics;
using Stemma.Articles.Attribution.Tagger;
using Stemma.Words;

namespace Stemma.Training;

/// <summary>One run ready to learn from: its input rows and what a person marked in it.</summary>
/// <param name="Taste">Which annotator marked it, -1 for nobody known.</param>
internal sealed record Example(int[] Rows, int[] Tags, List<(int From, int To)> SourceArrows, List<(int From, int To)> ContentArrows, int Taste = -1)
{
    public int Length => Rows.Length / TaggerInput.Tables.Length;

    /// <summary>How much each source arrow counts; all of them fully where this is null.</summary>
    public float[]? SourceWeights { get; init; }

    /// <summary>How likely each tag is, and each pair of neighbouring tags, where teachers say it; else <see cref="Tags"/> alone counts.</summary>
    public float[]? SoftTags { get; init; }

    public float[]? SoftPairs { get; init; }
}

/// <summary>The tagger while it learns: inputs, two two-way layers, tags under a random field, two pointers; forward, loss and slopes.</summary>
internal sealed unsafe class TaggerNetwork
{
    public const int Tags = 7, HeadWidth = 128;
    public const int TopWidth = HeadWidth + 4 * PointerBands.Width;

    /// <summary>So many annotators marked the articles, each to a taste of their own.</summary>
    public const int Annotators = 6;

    /// <summary>How often a run is read to nobody's taste, so that their mean reads well too.</summary>
    private const float Tasteless = .3f;

    private const int Columns = 64;

    private readonly float[] _vectors;
    private readonly int _width = TaggerInput.Width, _fixed = TaggerInput.Tables[0].Width;
    private float[] _x = [], _xBack = [], _h1 = [], _h1Back = [], _in2 = [], _in2Back = [], _h2 = [], _h2Back = [], _both = [], _top = [], _emit = [];
    private float[] _dTop = [], _dEmit = [], _dBoth = [], _dH = [], _dHBack = [], _dIn = [], _dInBack = [], _mask0 = [], _mask1 = [], _mask2 = [];
    private PackedMatrix _slopes = new(0, 1), _emitSlopes = new(0, 1);

    public TaggerNetwork(Lexicon lexicon, float[] vectors, int hidden, ulong seed)
    {
        Hidden = hidden;
        _vectors = vectors;
        var random = new Splitmix(seed);
        var rows = new[] { 0, lexicon.Words.Max(w => w.Entry.Word) + 1, lexicon.Last3.Count + 1, lexicon.First4.Count + 1, lexicon.Last2.Count + 1 };
        Embeddings = new Parameter[TaggerInput.Tables.Length];
        for (var t = 1; t < Embeddings.Length; t++)
        {
            var (name, count, width) = TaggerInput.Tables[t];
            Embeddings[t] = new Parameter("input." + name, t < rows.Length ? rows[t] : count, width).Normal(ref random, .3f);
        }

        Layers =
        [
            new Lstm("layer1.forward", _width, hidden, _fixed, ref random), new Lstm("layer1.backward", _width, hidden, _fixed, ref random),
            new Lstm("layer2.forward", 2 * hidden, hidden, 0, ref random), new Lstm("layer2.backward", 2 * hidden, hidden, 0, ref random),
        ];
        Top = new Parameter("top", 2 * hidden, TopWidth).Uniform(ref random, MathF.Sqrt(6f / (2 * hidden + HeadWidth)));
        TopBias = new Parameter("top.bias", 1, TopWidth);
        Taste = new Parameter("taste", Annotators, HeadWidth);
        Emit = new Parameter("emit", HeadWidth, Tags).Uniform(ref random, MathF.Sqrt(6f / (HeadWidth + Tags)));
        EmitBias = new Parameter("emit.bias", 1, Tags);
        All = [.. Embeddings.Skip(1), .. Layers.SelectMany(l => l.Parameters), Top, TopBias, Taste, Emit, EmitBias, Crf.Transitions, Crf.Ends, SourcePointer.Lean, ContentPointer.Lean];
        foreach (var p in All)
        {
            p.Value.CopyTo(p.Average, 0);
        }
    }

    public int Hidden { get; }

    public Parameter[] Embeddings { get; }

    public Lstm[] Layers { get; }

    public Parameter Top { get; }

    public Parameter TopBias { get; }

    /// <summary>What each annotator adds to the head: which marginal cue counts is a matter of taste, and theirs need not be everybody's.</summary>
    public Parameter Taste { get; }

    public Parameter Emit { get; }

    public Parameter EmitBias { get; }

    public Crf Crf { get; } = new(Tags);

    public Pointer SourcePointer { get; } = new("source");

    public Pointer ContentPointer { get; } = new("content");

    public IReadOnlyList<Parameter> All { get; }

    public int Threads { get; set; } = 1;

    /// <summary>How often a word is read as one that raw news knows and the annotated articles do not: cues never seen in them must be told by vector and place.</summary>
    public float Untaught { get; init; }

    /// <summary>Loss a word of one batch; slopes are added to every parameter's. Without dropout and slopes where <paramref name="random"/> is null and learn is false.</summary>
    public (double Tags, double Source, double Content) Run(Example[] batch, bool learn, ref Splitmix random, float dropout, float unknown)
    {
        var packing = new Packing([.. batch.Select(b => b.Length)]);
        int n = packing.Rows, h = Hidden;
        var rowsOf = batch.Select((b, run) => Enumerable.Range(0, b.Length).Select(t => packing.Row(run, t)).ToArray()).ToArray();
        var ids = new int[n * TaggerInput.Tables.Length];
        for (var run = 0; run < batch.Length; run++)
        {
            for (var t = 0; t < batch[run].Length; t++)
            {
                var to = ids.AsSpan(rowsOf[run][t] * TaggerInput.Tables.Length, TaggerInput.Tables.Length);
                batch[run].Rows.AsSpan(t * TaggerInput.Tables.Length, TaggerInput.Tables.Length).CopyTo(to);
                if (unknown > 0 && random.Unit() < unknown)
                {
                    to[TaggerInput.Vector] = to[TaggerInput.Word] = to[TaggerInput.CueBand] = 0;
                }
                else if (unknown > 0 && Untaught > 0 && random.Unit() < Untaught)
                {
                    to[TaggerInput.Word] = to[TaggerInput.CueBand] = 0;
                }
            }
        }

        Room(ref _x, n * _width);
        float* x = Parameter.At(_x);
        Inputs(ids, n, x);
        Mask(ref _mask0, n * _width, dropout, ref random);
        Apply(x, _mask0, n * _width, dropout);
        foreach (var layer in Layers)
        {
            layer.Pack(learn);
        }

        Room(ref _xBack, n * _width);
        Room(ref _h1, n * h);
        Room(ref _h1Back, n * h);
        packing.Reverse(x, Parameter.At(_xBack), _width);
        Both(() => Layers[0].Forward(packing, Parameter.At(_x), Parameter.At(_h1)), () => Layers[1].Forward(packing, Parameter.At(_xBack), Parameter.At(_h1Back)));
        Room(ref _in2, n * 2 * h);
        Room(ref _in2Back, n * 2 * h);
        Join(packing, _h1, _h1Back, _in2);
        Mask(ref _mask1, n * 2 * h, dropout, ref random);
        Apply(Parameter.At(_in2), _mask1, n * 2 * h, dropout);
        packing.Reverse(Parameter.At(_in2), Parameter.At(_in2Back), 2 * h);
        Room(ref _h2, n * h);
        Room(ref _h2Back, n * h);
        Both(() => Layers[2].Forward(packing, Parameter.At(_in2), Parameter.At(_h2)), () => Layers[3].Forward(packing, Parameter.At(_in2Back), Parameter.At(_h2Back)));
        Room(ref _both, n * 2 * h);
        Join(packing, _h2, _h2Back, _both);
        Mask(ref _mask2, n * 2 * h, dropout, ref random);
        Apply(Parameter.At(_both), _mask2, n * 2 * h, dropout);

        Room(ref _top, n * TopWidth);
        Room(ref _emit, n * Columns);
        float* top = Parameter.At(_top), emit = Parameter.At(_emit);
        Fill(top, n, TopWidth, TopBias.Value, TopWidth);
        var tastes = new int[batch.Length];
        for (var run = 0; run < batch.Length; run++)
        {
            tastes[run] = unknown > 0 && random.Unit() < Tasteless ? -1 : batch[run].Taste;
            var lean = TasteOf(tastes[run]);
            foreach (var r in rowsOf[run])
            {
                for (var j = 0; j < HeadWidth; j++)
                {
                    top[(long)r * TopWidth + j] += lean[j];
                }
            }
        }

        new PackedMatrix(2 * h, TopWidth).Pack(Top.Value, TopWidth).Multiply(Parameter.At(_both), 2 * h, 1, n, top, TopWidth, add: true);
        for (var r = 0; r < n; r++)
        {
            var row = top + (long)r * TopWidth;
            for (var j = 0; j < HeadWidth; j += 16)
            {
                Vector512.Max(Vector512.Load(row + j), Vector512<float>.Zero).Store(row + j);
            }
        }

        Fill(emit, n, Columns, EmitBias.Value, Tags);
        new PackedMatrix(HeadWidth, Tags).Pack(Emit.Value, Tags).Multiply(top, TopWidth, 1, n, emit, Columns, add: true);

        Room(ref _dTop, n * TopWidth);
        Room(ref _dEmit, n * Columns);
        new Span<float>(Parameter.At(_dTop), n * TopWidth).Clear();
        new Span<float>(Parameter.At(_dEmit), n * Columns).Clear();
        double tags = 0, source = 0, content = 0;
        var weight = 1f / n;
        for (var run = 0; run < batch.Length; run++)
        {
            tags += Crf.Loss(emit, Parameter.At(_dEmit), Columns, rowsOf[run], batch[run].Tags, weight, batch[run].SoftTags, batch[run].SoftPairs);
            source += SourcePointer.Loss(top, Parameter.At(_dTop), TopWidth, HeadWidth, HeadWidth + 64, rowsOf[run], batch[run].SourceArrows, SourceWeight * weight, batch[run].SourceWeights);
            content += ContentPointer.Loss(top, Parameter.At(_dTop), TopWidth, HeadWidth + 128, HeadWidth + 192, rowsOf[run], batch[run].ContentArrows, ContentWeight * weight);
        }

        if (learn)
        {
            Backward(packing, ids, n, dropout, rowsOf, tastes);
        }

        return (tags / n, source / n, content / n);
    }

    public const float SourceWeight = 1f, ContentWeight = .1f;

    /// <summary>What one annotator adds to the head, or all in the mean.</summary>
    public float[] TasteOf(int annotator)
    {
        var lean = new float[HeadWidth];
        for (var a = 0; a < Annotators; a++)
        {
            for (var j = 0; j < HeadWidth && (annotator < 0 || a == annotator); j++)
            {
                lean[j] += Taste.Value[a * HeadWidth + j] / (annotator < 0 ? Annotators : 1);
            }
        }

        return lean;
    }

    private void Backward(Packing packing, int[] ids, int n, float dropout, int[][] rowsOf, int[] tastes)
    {
        int h = Hidden;
        float* dTop = Parameter.At(_dTop), dEmit = Parameter.At(_dEmit), top = Parameter.At(_top);

        // Emissions to the head, through its edge at zero.
        Deep(ref _emitSlopes, n, Tags).Pack(_dEmit, Columns, depth: n).Multiply(top, 1, TopWidth, HeadWidth, Parameter.At(_emitSlopeRoom = Sized(_emitSlopeRoom, HeadWidth * Columns)), Columns, add: false, depth: n);
        for (var i = 0; i < HeadWidth; i++)
        {
            for (var j = 0; j < Tags; j++)
            {
                Emit.Slope[i * Tags + j] += _emitSlopeRoom[i * Columns + j];
            }
        }

        AddColumns(dEmit, n, Columns, EmitBias.Slope, Tags);
        var head = Sized(ref _headSlope, n * HeadWidth);
        new PackedMatrix(Tags, HeadWidth).Pack(Emit.Value, Tags, transposed: true).Multiply(dEmit, Columns, 1, n, head, HeadWidth, add: false);
        for (var r = 0; r < n; r++)
        {
            for (var j = 0; j < HeadWidth; j += 16)
            {
                var on = Vector512.GreaterThan(Vector512.Load(top + (long)r * TopWidth + j), Vector512<float>.Zero);
                (Vector512.Load(head + (long)r * HeadWidth + j) & on).Store(dTop + (long)r * TopWidth + j);
            }
        }

        Deep(ref _slopes, n, TopWidth).Pack(_dTop, TopWidth, depth: n).Multiply(Parameter.At(_both), 1, 2 * h, 2 * h, Parameter.At(Top.Slope), TopWidth, add: true, depth: n);
        AddColumns(dTop, n, TopWidth, TopBias.Slope, TopWidth);
        for (var run = 0; run < rowsOf.Length; run++)
        {
            foreach (var r in rowsOf[run])
            {
                for (var a = 0; a < Annotators; a++)
                {
                    for (var j = 0; j < HeadWidth && (tastes[run] < 0 || a == tastes[run]); j++)
                    {
                        Taste.Slope[a * HeadWidth + j] += dTop[(long)r * TopWidth + j] / (tastes[run] < 0 ? Annotators : 1);
                    }
                }
            }
        }

        var dBoth = Sized(ref _dBoth, n * 2 * h);
        new PackedMatrix(TopWidth, 2 * h).Pack(Top.Value, TopWidth, transposed: true).Multiply(dTop, TopWidth, 1, n, dBoth, 2 * h, add: false);
        Apply(dBoth, _mask2, n * 2 * h, dropout);

        Part(packing, dBoth);
        int wide2 = 2 * h;
        Sized(ref _dIn, n * wide2);
        Sized(ref _dInBack, n * wide2);
        Both(
            () => Layers[2].Backward(packing, Parameter.At(_in2), Parameter.At(_h2), Parameter.At(_dH), Parameter.At(_dIn), wide2),
            () => Layers[3].Backward(packing, Parameter.At(_in2Back), Parameter.At(_h2Back), Parameter.At(_dHBack), Parameter.At(_dInBack), wide2));
        AddMirrored(packing, Parameter.At(_dInBack), Parameter.At(_dIn), wide2, wide2);
        Apply(Parameter.At(_dIn), _mask1, n * wide2, dropout);

        Part(packing, Parameter.At(_dIn));
        int learned = _width - _fixed, stride = PackedMatrix.Padded(learned);
        Sized(ref _dX, n * stride);
        Sized(ref _dXBack, n * stride);
        Both(
            () => Layers[0].Backward(packing, Parameter.At(_x), Parameter.At(_h1), Parameter.At(_dH), Parameter.At(_dX), stride),
            () => Layers[1].Backward(packing, Parameter.At(_xBack), Parameter.At(_h1Back), Parameter.At(_dHBack), Parameter.At(_dXBack), stride));
        AddMirrored(packing, Parameter.At(_dXBack), Parameter.At(_dX), stride, learned);
        IntoTables(ids, n, _dX, stride, dropout > 0 ? _mask0 : null);
    }

    private float[] _emitSlopeRoom = [], _headSlope = [], _dX = [], _dXBack = [];

    /// <summary>Rows of every table side by side, the fixed vector first.</summary>
    public void Inputs(int[] ids, int n, float* x)
    {
        for (var r = 0; r < n; r++)
        {
            var to = x + (long)r * _width;
            var row = ids.AsSpan(r * TaggerInput.Tables.Length, TaggerInput.Tables.Length);
            _vectors.AsSpan(row[0] * _fixed, _fixed).CopyTo(new Span<float>(to, _fixed));
            to += _fixed;
            for (var t = 1; t < row.Length; t++)
            {
                var width = TaggerInput.Tables[t].Width;
                Embeddings[t].Value.AsSpan(row[t] * width, width).CopyTo(new Span<float>(to, width));
                to += width;
            }
        }
    }

    /// <summary>Adds the slope of every learned input to the rows it came from.</summary>
    public void IntoTables(int[] ids, int n, float[] slopes, int stride, float[]? mask)
    {
        for (var r = 0; r < n; r++)
        {
            var at = 0;
            var from = Parameter.At(slopes) + (long)r * stride;
            for (var t = 1; t < TaggerInput.Tables.Length; t++)
            {
                var width = TaggerInput.Tables[t].Width;
                var to = Embeddings[t].Slope.AsSpan(ids[r * TaggerInput.Tables.Length + t] * width, width);
                for (var j = 0; j < width; j++, at++)
                {
                    to[j] += mask is null ? from[at] : from[at] * mask[r * _width + _fixed + at];
                }
            }
        }
    }

    private void Both(Action one, Action other)
    {
        if (Threads > 1)
        {
            Parallel.Invoke(one, other);
        }
        else
        {
            one();
            other();
        }
    }

    /// <summary>Both directions side by side, in forward order.</summary>
    private void Join(Packing packing, float[] forward, float[] backward, float[] to)
    {
        var h = Hidden;
        for (var r = 0; r < packing.Rows; r++)
        {
            forward.AsSpan(r * h, h).CopyTo(to.AsSpan(r * 2 * h, h));
            backward.AsSpan(packing.Mirror[r] * h, h).CopyTo(to.AsSpan(r * 2 * h + h, h));
        }
    }

    private void Part(Packing packing, float* slope)
    {
        var h = Hidden;
        float* forward = Sized(ref _dH, packing.Rows * h), backward = Sized(ref _dHBack, packing.Rows * h);
        for (var r = 0; r < packing.Rows; r++)
        {
            new ReadOnlySpan<float>(slope + (long)r * 2 * h, h).CopyTo(new Span<float>(forward + (long)r * h, h));
            new ReadOnlySpan<float>(slope + (long)r * 2 * h + h, h).CopyTo(new Span<float>(backward + (long)packing.Mirror[r] * h, h));
        }
    }

    public static void AddMirrored(Packing packing, float* from, float* to, int stride, int width)
    {
        for (var r = 0; r < packing.Rows; r++)
        {
            float* a = from + (long)packing.Mirror[r] * stride, b = to + (long)r * stride;
            for (var j = 0; j < width; j++)
            {
                b[j] += a[j];
            }
        }
    }

    private static void Fill(float* rows, int n, int stride, float[] bias, int width)
    {
        for (var r = 0; r < n; r++)
        {
            bias.AsSpan(0, width).CopyTo(new Span<float>(rows + (long)r * stride, width));
        }
    }

    private static void AddColumns(float* rows, int n, int stride, float[] to, int width)
    {
        for (var r = 0; r < n; r++)
        {
            for (var j = 0; j < width; j++)
            {
                to[j] += rows[(long)r * stride + j];
            }
        }
    }

    public static void Mask(ref float[] mask, int count, float dropout, ref Splitmix random)
    {
        if (dropout <= 0)
        {
            return;
        }

        Room(ref mask, count + 4);
        var edge = (int)(dropout * 65536);
        var on = 1 / (1 - dropout);
        for (var i = 0; i < count; i += 4)
        {
            var bits = random.Long();
            mask[i] = (int)(bits & 0xFFFF) < edge ? 0 : on;
            mask[i + 1] = (int)(bits >> 16 & 0xFFFF) < edge ? 0 : on;
            mask[i + 2] = (int)(bits >> 32 & 0xFFFF) < edge ? 0 : on;
            mask[i + 3] = (int)(bits >> 48) < edge ? 0 : on;
        }
    }

    public static void Apply(float* values, float[] mask, int count, float dropout)
    {
        if (dropout <= 0)
        {
            return;
        }

        float* m = Parameter.At(mask);
        for (var i = 0; i < count; i++)
        {
            values[i] *= m[i];
        }
    }

    private static void Room(ref float[] buffer, int count) => Lstm.Room(ref buffer, count);

    private static float[] Sized(float[] buffer, int count)
    {
        Lstm.Room(ref buffer, count);
        return buffer;
    }

    private static float* Sized(ref float[] buffer, int count)
    {
        Lstm.Room(ref buffer, count);
        return Parameter.At(buffer);
    }

    private static PackedMatrix Deep(ref PackedMatrix matrix, int depth, int columns)
    {
        if (matrix.Depth < depth)
        {
            matrix = new PackedMatrix(depth + 512, columns);
        }

        return matrix;
    }
}
