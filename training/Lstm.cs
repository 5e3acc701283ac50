using System.Runtime.Intrinsics;
using Stemma.Articles.Attribution.Tagger;
using Stemma.Words;

namespace Stemma.Training;

/// <summary>One direction of a long short-term memory over packed runs: forward, and the slopes backward.</summary>
internal sealed unsafe class Lstm
{
    private readonly PackedMatrix _input, _state, _inputBack, _stateBack;
    private readonly int _learnedFrom;
    private float[] _gates = [], _cell = [], _tanh = [], _before = [], _carry = [];
    private PackedMatrix _slopes = new(0, 1);

    /// <param name="learnedFrom">Columns of the input before this one are fixed: no slope is worked out for them.</param>
    public Lstm(string name, int width, int hidden, int learnedFrom, ref Splitmix random)
    {
        (Width, Hidden, _learnedFrom) = (width, hidden, learnedFrom);
        Input = new Parameter(name + ".input", width, 4 * hidden).Uniform(ref random, MathF.Sqrt(3f / (width + hidden)));
        State = new Parameter(name + ".state", hidden, 4 * hidden).Uniform(ref random, MathF.Sqrt(3f / (2 * hidden)));
        Bias = new Parameter(name + ".bias", 1, 4 * hidden);
        Array.Fill(Bias.Value, 1f, hidden, hidden);
        _input = new PackedMatrix(width, 4 * hidden);
        _state = new PackedMatrix(hidden, 4 * hidden);
        _inputBack = new PackedMatrix(4 * hidden, width - learnedFrom);
        _stateBack = new PackedMatrix(4 * hidden, hidden);
    }

    public int Width { get; }

    public int Hidden { get; }

    public Parameter Input { get; }

    public Parameter State { get; }

    public Parameter Bias { get; }

    public IEnumerable<Parameter> Parameters => [Input, State, Bias];

    public void Pack(bool training)
    {
        int h4 = 4 * Hidden;
        _input.Pack(Input.Value, h4);
        _state.Pack(State.Value, h4);
        if (training)
        {
            _inputBack.Pack(Input.Value.AsSpan(_learnedFrom * h4), h4, transposed: true);
            _stateBack.Pack(State.Value, h4, transposed: true);
        }
    }

    /// <summary>x and answer lie in the order of this direction.</summary>
    public void Forward(Packing packing, float* x, float* answer)
    {
        int h = Hidden, h4 = 4 * h, n = packing.Rows;
        Room(ref _gates, n * h4);
        Room(ref _cell, n * h);
        Room(ref _tanh, n * h);
        float* gates = Parameter.At(_gates), cell = Parameter.At(_cell), tanh = Parameter.At(_tanh), bias = Parameter.At(Bias.Value);
        for (var r = 0; r < n; r++)
        {
            new ReadOnlySpan<float>(bias, h4).CopyTo(new Span<float>(gates + (long)r * h4, h4));
        }

        _input.Multiply(x, Width, 1, n, gates, h4, add: true);
        for (var t = 0; t < packing.Steps; t++)
        {
            int at = packing.Offset[t], count = packing.Active[t], before = t == 0 ? -1 : packing.Offset[t - 1];
            if (t > 0)
            {
                _state.Multiply(answer + (long)before * h, h, 1, count, gates + (long)at * h4, h4, add: true);
            }

            for (var b = 0; b < count; b++)
            {
                float* g = gates + (long)(at + b) * h4, c = cell + (long)(at + b) * h, tc = tanh + (long)(at + b) * h, y = answer + (long)(at + b) * h;
                var past = t == 0 ? null : cell + (long)(before + b) * h;
                for (var j = 0; j < h; j += 16)
                {
                    var i = Lanes.Sigmoid(Vector512.Load(g + j));
                    var f = Lanes.Sigmoid(Vector512.Load(g + h + j));
                    var z = Lanes.Tanh(Vector512.Load(g + 2 * h + j));
                    var o = Lanes.Sigmoid(Vector512.Load(g + 3 * h + j));
                    var now = past == null ? i * z : Vector512.FusedMultiplyAdd(f, Vector512.Load(past + j), i * z);
                    var shown = Lanes.Tanh(now);
                    i.Store(g + j);
                    f.Store(g + h + j);
                    z.Store(g + 2 * h + j);
                    o.Store(g + 3 * h + j);
                    now.Store(c + j);
                    shown.Store(tc + j);
                    (o * shown).Store(y + j);
                }
            }
        }
    }

    /// <summary>slope: of the answer, used up. Gives the slope of the learned columns of x (row width <paramref name="stride"/>), or none where xSlope is null.</summary>
    public void Backward(Packing packing, float* x, float* answer, float* slope, float* xSlope, int stride)
    {
        int h = Hidden, h4 = 4 * h, n = packing.Rows;
        Room(ref _carry, n * h);
        Room(ref _before, n * h);
        float* gates = Parameter.At(_gates), cell = Parameter.At(_cell), tanh = Parameter.At(_tanh), carry = Parameter.At(_carry), state = Parameter.At(_before);
        new Span<float>(carry, n * h).Clear();
        for (var t = packing.Steps - 1; t >= 0; t--)
        {
            int at = packing.Offset[t], count = packing.Active[t], before = t == 0 ? -1 : packing.Offset[t - 1];
            if (t + 1 < packing.Steps)
            {
                _stateBack.Multiply(gates + (long)packing.Offset[t + 1] * h4, h4, 1, packing.Active[t + 1], slope + (long)at * h, h, add: true);
            }

            for (var b = 0; b < count; b++)
            {
                float* g = gates + (long)(at + b) * h4, tc = tanh + (long)(at + b) * h, dy = slope + (long)(at + b) * h, dc = carry + (long)(at + b) * h, prior = state + (long)(at + b) * h;
                var past = t == 0 ? null : cell + (long)(before + b) * h;
                var dpast = t == 0 ? null : carry + (long)(before + b) * h;
                var one = Vector512<float>.One;
                for (var j = 0; j < h; j += 16)
                {
                    var i = Vector512.Load(g + j);
                    var f = Vector512.Load(g + h + j);
                    var z = Vector512.Load(g + 2 * h + j);
                    var o = Vector512.Load(g + 3 * h + j);
                    var shown = Vector512.Load(tc + j);
                    var d = Vector512.Load(dy + j);
                    var dcell = Vector512.Load(dc + j) + d * o * (one - shown * shown);
                    (dcell * z * i * (one - i)).Store(g + j);
                    (past == null ? Vector512<float>.Zero : dcell * Vector512.Load(past + j) * f * (one - f)).Store(g + h + j);
                    (dcell * i * (one - z * z)).Store(g + 2 * h + j);
                    (d * shown * o * (one - o)).Store(g + 3 * h + j);
                    if (dpast != null)
                    {
                        (dcell * f).Store(dpast + j);
                    }

                    (t == 0 ? Vector512<float>.Zero : Vector512.Load(answer + (long)(before + b) * h + j)).Store(prior + j);
                }
            }
        }

        if (_slopes.Depth < n)
        {
            _slopes = new PackedMatrix(n + 512, h4);
        }

        _slopes.Pack(_gates, h4, depth: n);
        _slopes.Multiply(x, 1, Width, Width, Parameter.At(Input.Slope), h4, add: true, depth: n);
        _slopes.Multiply(state, 1, h, h, Parameter.At(State.Slope), h4, add: true, depth: n);
        float* bias = Parameter.At(Bias.Slope);
        for (var r = 0; r < n; r++)
        {
            for (var j = 0; j < h4; j += 16)
            {
                (Vector512.Load(bias + j) + Vector512.Load(gates + (long)r * h4 + j)).Store(bias + j);
            }
        }

        if (xSlope != null)
        {
            _inputBack.Multiply(gates, h4, 1, n, xSlope, stride, add: false);
        }
    }

    public static void Room(ref float[] buffer, int count)
    {
        if (buffer.Length < count)
        {
            buffer = Parameter.Zeros(count + count / 8 + 64);
        }
    }
}
