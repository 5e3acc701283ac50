namespace Stemma.Training;

/// <summary>How do signs add up to a yes, where each sign may be known to speak for it only, against it only, or either way?</summary>
/// <remarks>An example is a bag of rows, the surest of which stand for it (a soft maximum). Plain steps on all examples, the same on every machine.</remarks>
internal static class DirectedLogistic
{
    // How sharply the surest rows of an example stand for it: 4 for 2 moves the left-out area by .002.
    private const double Sharpness = 2;

    /// <param name="Weight">How much it counts.</param>
    public sealed record Example(double[][] Rows, bool Yes, double Weight = 1);

    /// <param name="directions">1, -1, 0 for either, null for a sign that is not asked.</param>
    /// <returns>A weight a sign and, last, where the sum begins.</returns>
    public static double[] Learn(IReadOnlyList<Example> examples, IReadOnlyList<int?> directions, double ridge, int rounds)
    {
        var n = directions.Count;
        var scale = new double[n];
        foreach (var row in examples.SelectMany(e => e.Rows))
        {
            for (var i = 0; i < n; i++)
            {
                scale[i] = Math.Max(scale[i], Math.Abs(row[i]));
            }
        }

        // What counts further than 1 is drawn in: one ridge for all.
        scale = [.. scale.Select(s => s == 0 ? 0 : 1 / Math.Max(1, s))];
        var weights = new double[n + 1];
        weights[n] = -2;
        var (first, second, gradient) = (new double[n + 1], new double[n + 1], new double[n + 1]);
        for (var round = 1; round <= rounds; round++)
        {
            Array.Clear(gradient);
            foreach (var example in examples)
            {
                Add(example, weights, scale, gradient);
            }

            for (var i = 0; i <= n; i++)
            {
                var g = gradient[i] + (i == n ? 0 : ridge * weights[i]);
                first[i] = (0.9 * first[i]) + (0.1 * g);
                second[i] = (0.999 * second[i]) + (0.001 * g * g);
                weights[i] -= 0.05 * (first[i] / (1 - Math.Pow(0.9, round))) / (Math.Sqrt(second[i] / (1 - Math.Pow(0.999, round))) + 1e-8);
                weights[i] = i < n ? Kept(weights[i], directions[i]) : weights[i];
            }
        }

        return [.. weights.Select((w, i) => i < n ? w * scale[i] : w)];
    }

    public static double Sum(double[] weights, double[] row)
    {
        var sum = weights[^1];
        for (var i = 0; i < row.Length; i++)
        {
            sum += weights[i] * row[i];
        }

        return sum;
    }

    private static double Kept(double weight, int? direction) => direction switch
    {
        null => 0,
        > 0 => Math.Max(0, weight),
        < 0 => Math.Min(0, weight),
        _ => weight,
    };

    private static void Add(Example example, double[] weights, double[] scale, double[] gradient)
    {
        var n = scale.Length;
        var sums = new double[example.Rows.Length];
        for (var j = 0; j < sums.Length; j++)
        {
            var row = example.Rows[j];
            sums[j] = weights[n];
            for (var i = 0; i < n; i++)
            {
                sums[j] += weights[i] * row[i] * scale[i];
            }
        }

        var most = sums.Max();
        var total = sums.Sum(s => Math.Exp(Sharpness * (s - most)));
        var error = (1 / (1 + Math.Exp(-(most + (Math.Log(total) / Sharpness))))) - (example.Yes ? 1 : 0);
        for (var j = 0; j < sums.Length; j++)
        {
            var (times, row) = (example.Weight * error * Math.Exp(Sharpness * (sums[j] - most)) / total, example.Rows[j]);
            for (var i = 0; i < n; i++)
            {
                gradient[i] += times * row[i] * scale[i];
            }

            gradient[n] += times;
        }
    }
}
