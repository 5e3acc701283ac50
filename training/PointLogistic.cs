using System.Runtime.Intrinsics;

namespace Stemma.Training;

/// <summary>For which of several points do the rows of an example speak, or for none? A sum a point, of what speaks for any point and what speaks for this one.</summary>
/// <remarks>
/// An example is a bag of rows, the surest of which stand for it, point by point (a soft maximum). A sign may be known to speak for the points only, against them only, or either way.
/// Plain steps on all examples, the same on every machine.
/// </remarks>
internal static class PointLogistic
{
    // As in DirectedLogistic.
    private const double Sharpness = 2;
    private const double Step = 0.05;

    // A row that moves nothing is passed over.
    private const double Nothing = 1e-6;

    /// <param name="Point">The point in dispute; -1 where none is.</param>
    /// <param name="Weight">How much it counts.</param>
    public sealed record Example(double[][] Rows, int Point, double Weight = 1);

    /// <param name="directions">1, -1, 0 for either, null for a sign that is not asked.</param>
    /// <param name="ridgeOfAny">Holds back what a sign says for every point.</param>
    /// <param name="ridgeOfOne">Holds back what it says for one point beyond that.</param>
    /// <returns>A line a sign and, last, where the sums begin; a weight a point.</returns>
    public static double[][] Learn(IReadOnlyList<Example> examples, int points, IReadOnlyList<int?> directions, double ridgeOfAny, double ridgeOfOne, int rounds)
    {
        var n = directions.Count;
        var scale = Scale(examples, n);
        var rows = examples.Select(e => e.Rows.Select(r => r.Select((x, i) => x * scale[i]).ToArray()).ToArray()).ToArray();

        // Lines: what speaks for any point, then what speaks for each beyond that. The last number of a point's line is where its sum begins.
        var weights = Enumerable.Range(0, points + 1).Select(_ => new double[n + 1]).ToArray();
        var (first, second) = (Like(weights), Like(weights));
        foreach (var line in weights.Skip(1))
        {
            line[n] = -3;
        }

        for (var round = 1; round <= rounds; round++)
        {
            var whole = weights.Skip(1).Select(line => line.Zip(weights[0], (own, any) => own + any).ToArray()).ToArray();
            var gradient = Like(weights);
            for (var e = 0; e < rows.Length; e++)
            {
                Add(rows[e], examples[e], whole, gradient);
            }

            for (var k = 0; k <= points; k++)
            {
                for (var i = k == 0 ? n - 1 : n; i >= 0; i--)
                {
                    var g = gradient[k][i] + (i == n ? 0 : (k == 0 ? ridgeOfAny : ridgeOfOne) * weights[k][i]);
                    first[k][i] = (0.9 * first[k][i]) + (0.1 * g);
                    second[k][i] = (0.999 * second[k][i]) + (0.001 * g * g);
                    weights[k][i] -= Step * (first[k][i] / (1 - Math.Pow(0.9, round))) / (Math.Sqrt(second[k][i] / (1 - Math.Pow(0.999, round))) + 1e-8);
                    weights[k][i] = i < n ? Kept(weights[k][i], directions[i]) : weights[k][i];
                }
            }
        }

        return [.. Enumerable.Range(0, n + 1).Select(i => weights.Skip(1).Select(line => (line[i] + weights[0][i]) * (i < n ? scale[i] : 1)).ToArray())];
    }

    /// <summary>What a row says for each point.</summary>
    public static double[] Sums(double[][] weights, double[] row)
    {
        var sums = (double[])weights[^1].Clone();
        for (var i = 0; i < row.Length; i++)
        {
            for (var k = 0; k < sums.Length && row[i] != 0; k++)
            {
                sums[k] += row[i] * weights[i][k];
            }
        }

        return sums;
    }

    // What counts further than 1 is drawn in: one ridge for all.
    private static double[] Scale(IReadOnlyList<Example> examples, int n)
    {
        var most = new double[n];
        foreach (var row in examples.SelectMany(e => e.Rows))
        {
            for (var i = 0; i < n; i++)
            {
                most[i] = Math.Max(most[i], Math.Abs(row[i]));
            }
        }

        return [.. most.Select(s => s == 0 ? 0 : 1 / Math.Max(1, s))];
    }

    private static double[][] Like(double[][] weights) => [.. weights.Select(w => new double[w.Length])];

    private static double Kept(double weight, int? direction) => direction switch
    {
        null => 0,
        > 0 => Math.Max(0, weight),
        < 0 => Math.Min(0, weight),
        _ => weight,
    };

    private static void Add(double[][] rows, Example example, double[][] whole, double[][] gradient)
    {
        var points = whole.Length;
        var n = whole[0].Length - 1;
        var sums = rows.Select(row => whole.Select(w => w[n] + Dot(row, w)).ToArray()).ToArray();
        var most = Enumerable.Range(0, points).Select(k => sums.Max(s => s[k])).ToArray();
        var total = Enumerable.Range(0, points).Select(k => sums.Sum(s => Math.Exp(Sharpness * (s[k] - most[k])))).ToArray();
        var told = most.Select((m, k) => m + (Math.Log(total[k]) / Sharpness)).ToArray();
        var top = Math.Max(0, told.Max());
        var all = Math.Exp(-top) + told.Sum(t => Math.Exp(t - top));
        for (var k = 0; k < points; k++)
        {
            var error = example.Weight * ((Math.Exp(told[k] - top) / all) - (example.Point == k ? 1 : 0));
            gradient[k + 1][n] += error;
            for (var j = 0; j < rows.Length; j++)
            {
                var times = error * Math.Exp(Sharpness * (sums[j][k] - most[k])) / total[k];
                if (Math.Abs(times) > Nothing)
                {
                    AddTo(rows[j], times, gradient[0], gradient[k + 1]);
                }
            }
        }
    }

    private static double Dot(double[] row, double[] weights)
    {
        // Four at a time on every machine: another width would add up in another order.
        var sum = Vector256<double>.Zero;
        var i = 0;
        for (; i <= row.Length - Vector256<double>.Count; i += Vector256<double>.Count)
        {
            sum += Vector256.Create(row, i) * Vector256.Create(weights, i);
        }

        var dot = Vector256.Sum(sum);
        for (; i < row.Length; i++)
        {
            dot += row[i] * weights[i];
        }

        return dot;
    }

    private static void AddTo(double[] row, double times, double[] any, double[] one)
    {
        var i = 0;
        for (; i <= row.Length - Vector256<double>.Count; i += Vector256<double>.Count)
        {
            var step = Vector256.Create(row, i) * times;
            (Vector256.Create(any, i) + step).CopyTo(any, i);
            (Vector256.Create(one, i) + step).CopyTo(one, i);
        }

        for (; i < row.Length; i++)
        {
            any[i] += times * row[i];
            one[i] += times * row[i];
        }
    }
}
