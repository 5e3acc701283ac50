using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Stemma.Training;

/// <summary>Numbers that learn: their value, their slope in the batch at hand, and what Adam and the running average remember of them.</summary>
internal sealed unsafe class Parameter
{
    public const float First = .9f, Second = .98f, Averaging = .998f;

    public Parameter(string name, int rows, int columns)
    {
        (Name, Rows, Columns) = (name, rows, columns);
        var room = (rows * columns + 15) / 16 * 16;
        Value = Zeros(room);
        Slope = Zeros(room);
        Mean = Zeros(room);
        Square = Zeros(room);
        Average = Zeros(room);
    }

    public string Name { get; }

    public int Rows { get; }

    public int Columns { get; }

    public int Count => Rows * Columns;

    public float[] Value { get; }

    public float[] Slope { get; }

    public float[] Mean { get; }

    public float[] Square { get; }

    public float[] Average { get; }

    public static float[] Zeros(int count) => GC.AllocateArray<float>(count, pinned: true);

    public static float* At(float[] pinned) => (float*)Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0);

    public Parameter Uniform(ref Splitmix random, float reach)
    {
        for (var i = 0; i < Count; i++)
        {
            Value[i] = (random.Unit() * 2 - 1) * reach;
        }

        return this;
    }

    public Parameter Normal(ref Splitmix random, float spread)
    {
        for (var i = 0; i < Count; i++)
        {
            Value[i] = random.Normal() * spread;
        }

        return this;
    }

    public double SquaredSlope()
    {
        double sum = 0;
        float* s = At(Slope);
        for (var i = 0; i < Slope.Length; i += 16)
        {
            var v = Vector512.Load(s + i);
            sum += Stemma.Words.Lanes.Sum(v * v);
        }

        return sum;
    }

    /// <summary>One step of Adam for these rows alone; the others wait until they are seen again.</summary>
    public void StepRows(IEnumerable<int> rows, float rate, float scale, int step)
    {
        foreach (var row in rows)
        {
            Step(rate, scale, step, 0, row * Columns, Columns);
        }
    }

    /// <summary>One step of Adam, the slope scaled first; then the slope is cleared and the running average follows.</summary>
    public void Step(float rate, float scale, int step, float averaging) => Step(rate, scale, step, averaging, 0, Slope.Length);

    private void Step(float rate, float scale, int step, float averaging, int from, int count)
    {
        float c1 = 1 - MathF.Pow(First, step), c2 = 1 - MathF.Pow(Second, step);
        float* v = At(Value), s = At(Slope), m = At(Mean), q = At(Square), a = At(Average);
        var b1 = Vector512.Create(First);
        var b2 = Vector512.Create(Second);
        var r = Vector512.Create(rate / c1);
        var by = Vector512.Create(1 / c2);
        var e = Vector512.Create(1e-8f);
        var keep = Vector512.Create(averaging);
        for (var i = from; i < from + count; i += 16)
        {
            var g = Vector512.Load(s + i) * scale;
            var mean = b1 * Vector512.Load(m + i) + (Vector512<float>.One - b1) * g;
            var square = b2 * Vector512.Load(q + i) + (Vector512<float>.One - b2) * g * g;
            mean.Store(m + i);
            square.Store(q + i);
            var value = Vector512.Load(v + i) - r * mean / (Vector512.Sqrt(square * by) + e);
            value.Store(v + i);
            (keep * Vector512.Load(a + i) + (Vector512<float>.One - keep) * value).Store(a + i);
            Vector512<float>.Zero.Store(s + i);
        }
    }
}
