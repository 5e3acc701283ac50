using Stemma.Articles.Attribution.Tagger;
using Stemma.Words;

namespace Stemma.Training;

/// <summary>Which word of the run does this word point to? Scaled products of a query and every word's key, plus a learned lean by distance.</summary>
internal sealed unsafe class Pointer(string name)
{
    private float[] _query = [], _key = [], _score = [], _querySlope = [], _keySlope = [];

    public Parameter Lean { get; } = new(name + ".lean", 1, PointerBands.Count);

    /// <summary>Cross entropy over the queries of one run. top and slopes: rows of the upper layer; queries stand at column q, keys at column k.</summary>
    public double Loss(float* top, float* slopes, int stride, int q, int k, int[] rows, List<(int From, int To)> arrows, float weight, float[]? weights = null)
    {
        const int Width = PointerBands.Width;
        int n = rows.Length, m = arrows.Count;
        if (m == 0)
        {
            return 0;
        }

        int wide = PackedMatrix.Padded(n);
        Lstm.Room(ref _query, m * Width);
        Lstm.Room(ref _key, n * Width);
        Lstm.Room(ref _score, m * wide);
        Lstm.Room(ref _querySlope, m * Width);
        Lstm.Room(ref _keySlope, n * Width);
        float* query = Parameter.At(_query), key = Parameter.At(_key), score = Parameter.At(_score), querySlope = Parameter.At(_querySlope), keySlope = Parameter.At(_keySlope);
        for (var i = 0; i < m; i++)
        {
            new ReadOnlySpan<float>(top + (long)rows[arrows[i].From] * stride + q, Width).CopyTo(new Span<float>(query + i * Width, Width));
        }

        for (var i = 0; i < n; i++)
        {
            new ReadOnlySpan<float>(top + (long)rows[i] * stride + k, Width).CopyTo(new Span<float>(key + i * Width, Width));
        }

        new PackedMatrix(Width, n).Pack(_key, Width, transposed: true).Multiply(query, Width, 1, m, score, wide, add: false);
        double loss = 0;
        for (var i = 0; i < m; i++)
        {
            var s = score + (long)i * wide;
            var (from, to) = arrows[i];
            var most = float.MinValue;
            for (var j = 0; j < n; j++)
            {
                s[j] = s[j] * PointerBands.Scale + Lean.Value[PointerBands.Of(j - from)];
                most = MathF.Max(most, s[j]);
            }

            float sum = 0;
            for (var j = 0; j < n; j++)
            {
                sum += s[j] = MathF.Exp(s[j] - most);
            }

            var counts = weights is null ? 1 : weights[i];
            loss -= counts * Math.Log(Math.Max(1e-30, s[to] / sum));
            for (var j = 0; j < n; j++)
            {
                s[j] = weight * counts * (s[j] / sum - (j == to ? 1 : 0));
                Lean.Slope[PointerBands.Of(j - from)] += s[j];
                s[j] *= PointerBands.Scale;
            }

            for (var j = n; j < wide; j++)
            {
                s[j] = 0;
            }
        }

        new PackedMatrix(n, Width).Pack(_key, Width).Multiply(score, wide, 1, m, querySlope, Width, add: false);
        new PackedMatrix(m, Width).Pack(_query, Width).Multiply(score, 1, wide, n, keySlope, Width, add: false);
        for (var i = 0; i < m; i++)
        {
            Add(querySlope + i * Width, slopes + (long)rows[arrows[i].From] * stride + q);
        }

        for (var i = 0; i < n; i++)
        {
            Add(keySlope + i * Width, slopes + (long)rows[i] * stride + k);
        }

        return loss;
    }

    private static void Add(float* from, float* to)
    {
        for (var j = 0; j < PointerBands.Width; j++)
        {
            to[j] += from[j];
        }
    }
}
