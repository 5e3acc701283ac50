namespace Stemma.Training;

/// <summary>Which of several answers do the rows of an example speak for together, each as loud as it is trusted beforehand?</summary>
/// <remarks>The share of an answer is the sum over rows of exp(trust + its weights · row). Plain steps on all examples, the same on every machine.</remarks>
internal sealed class SharedSoftmax
{
    private readonly double[] _scale;
    private readonly double[] _weights;
    private readonly int _answers;

    /// <param name="Trust">A number a row.</param>
    public sealed record Example(double[][] Rows, double[] Trust, int Answer);

    public SharedSoftmax(IReadOnlyList<Example> examples, int answers, double ridge, int rounds)
    {
        var n = examples[0].Rows[0].Length;
        _answers = answers;
        _scale = new double[n];
        foreach (var row in examples.SelectMany(e => e.Rows))
        {
            for (var i = 0; i < n; i++)
            {
                _scale[i] = Math.Max(_scale[i], Math.Abs(row[i]));
            }
        }

        // What counts further than 1 is drawn in: one ridge for all.
        _scale = [.. _scale.Select(s => s == 0 ? 0 : 1 / Math.Max(1, s))];
        _weights = new double[(n + 1) * answers];
        Learn([.. examples.Select(e => e with { Rows = [.. e.Rows.Select(r => r.Select((x, i) => x * _scale[i]).Append(1).ToArray())] })], ridge, rounds);
    }

    /// <summary>A line a number of a row and, last, where the sums begin; a weight an answer.</summary>
    public double[][] Weights => [.. _weights.Chunk(_answers).Select((line, i) => line.Select(w => w * (i < _scale.Length ? _scale[i] : 1)).ToArray())];

    /// <summary>Shares of the answers, of all one.</summary>
    public double[] Shares(double[][] rows, double[] trust)
    {
        var sums = Sums([.. rows.Select(r => r.Select((x, i) => x * _scale[i]).Append(1).ToArray())], trust);
        return [.. Enumerable.Range(0, _answers).Select(k => sums.Sum(s => s[k]))];
    }

    private void Learn(List<Example> examples, double ridge, int rounds)
    {
        var (first, second, gradient) = (new double[_weights.Length], new double[_weights.Length], new double[_weights.Length]);
        for (var round = 1; round <= rounds; round++)
        {
            Array.Clear(gradient);
            foreach (var example in examples)
            {
                Add(example, gradient);
            }

            for (var i = 0; i < _weights.Length; i++)
            {
                var g = gradient[i] + (i >= _scale.Length * _answers ? 0 : ridge * _weights[i]);
                first[i] = (0.9 * first[i]) + (0.1 * g);
                second[i] = (0.999 * second[i]) + (0.001 * g * g);
                _weights[i] -= 0.02 * (first[i] / (1 - Math.Pow(0.9, round))) / (Math.Sqrt(second[i] / (1 - Math.Pow(0.999, round))) + 1e-8);
            }
        }
    }

    private void Add(Example example, double[] gradient)
    {
        var sums = Sums(example.Rows, example.Trust);
        var right = sums.Sum(s => s[example.Answer]);
        for (var j = 0; j < sums.Length; j++)
        {
            for (var k = 0; k < _answers; k++)
            {
                sums[j][k] -= k == example.Answer ? sums[j][k] / right : 0;
            }

            var row = example.Rows[j];
            for (var i = 0; i < row.Length; i++)
            {
                for (var k = 0; k < _answers && row[i] != 0; k++)
                {
                    gradient[(i * _answers) + k] += row[i] * sums[j][k];
                }
            }
        }
    }

    // The share of each row in each answer; of all one.
    private double[][] Sums(double[][] rows, double[] trust)
    {
        var sums = new double[rows.Length][];
        for (var j = 0; j < rows.Length; j++)
        {
            var sum = new double[_answers];
            Array.Fill(sum, trust[j]);
            for (var i = 0; i < rows[j].Length; i++)
            {
                for (var k = 0; k < _answers && rows[j][i] != 0; k++)
                {
                    sum[k] += rows[j][i] * _weights[(i * _answers) + k];
                }
            }

            sums[j] = sum;
        }

        var most = sums.Max(s => s.Max());
        var all = 0.0;
        foreach (var sum in sums)
        {
            for (var k = 0; k < _answers; k++)
            {
                all += sum[k] = Math.Exp(sum[k] - most);
            }
        }

        return [.. sums.Select(s => s.Select(x => x / all).ToArray())];
    }
}
