using System.Globalization;

namespace Stemma.Training;

/// <summary>Which small trees, added up, tell yes from no? Gradient boosting of our own: each tree steps towards what the trees before it got wrong.</summary>
internal sealed class BoostedTrees
{
    // Weight that a leaf's value is drawn towards 0 with.
    private const double Ridge = 1;

    private readonly List<List<string>> _rows = [];
    private readonly IReadOnlyList<string> _names;
    private readonly Settings _settings;
    private readonly double[][] _x;
    private readonly double[] _gradient;
    private readonly double[] _curve;
    private Splitmix _random;

    /// <param name="Trees">How many.</param>
    /// <param name="Depth">Questions from root to leaf.</param>
    /// <param name="Rate">How far each tree steps.</param>
    /// <param name="Rows">Share of the examples each tree sees.</param>
    /// <param name="Signs">Share of the signs each question chooses from.</param>
    /// <param name="Leaf">Fewest examples in a leaf.</param>
    /// <param name="Directions">By sign, what more of it may say where a question is asked: 1 only a likelier yes, -1 only a likelier no, 0 either; null: either everywhere.</param>
    public sealed record Settings(int Trees, int Depth, double Rate, double Rows, double Signs, int Leaf, ulong Seed = 7, IReadOnlyList<int>? Directions = null);

    private BoostedTrees(double[][] x, bool[] y, double[] weight, IReadOnlyList<string> names, Settings settings)
    {
        (_x, _names, _settings, _random) = (x, names, settings, new Splitmix(settings.Seed));
        (_gradient, _curve) = (new double[x.Length], new double[x.Length]);
        var share = Enumerable.Range(0, x.Length).Where(i => y[i]).Sum(i => weight[i]) / weight.Sum();
        var begin = Math.Log(share / (1 - share));
        var sums = Enumerable.Repeat(begin, x.Length).ToArray();
        var mean = weight.Average();
        _rows.Add([Cell(begin)]);
        for (var t = 0; t < settings.Trees; t++)
        {
            for (var i = 0; i < x.Length; i++)
            {
                var p = 1 / (1 + Math.Exp(-sums[i]));
                (_gradient[i], _curve[i]) = (weight[i] / mean * ((y[i] ? 1 : 0) - p), weight[i] / mean * p * (1 - p));
            }

            var row = new List<string>();
            Grow([.. Enumerable.Range(0, x.Length).Where(_ => _random.Unit() < settings.Rows)], [.. Enumerable.Range(0, x.Length)], 0, row, sums);
            _rows.Add(row);
        }
    }

    /// <summary>Rows as the program reads them.</summary>
    public static List<List<string>> Learn(double[][] x, bool[] y, double[] weight, IReadOnlyList<string> names, Settings settings) => new BoostedTrees(x, y, weight, names, settings)._rows;

    /// <summary>All trees of several models as one model that says the mean of what they say.</summary>
    public static List<List<string>> Mean(IReadOnlyList<List<List<string>>> models) =>
    [
        [Cell(models.Average(m => Value(m[0][0])))],
        .. models.SelectMany(m => m.Skip(1)).Select(row => row.Select(c => c[0] == '=' ? Cell(Value(c) / models.Count) : c).ToList()),
    ];

    // Grows on the seen examples, moves the sums of all that fall here.
    private void Grow(int[] seen, int[] all, int depth, List<string> row, double[] sums)
    {
        if (depth < _settings.Depth && Best(seen) is { } split)
        {
            row.Add($"{_names[split.Sign]}<{split.Bound.ToString("R", CultureInfo.InvariantCulture)}");
            Grow([.. seen.Where(i => _x[i][split.Sign] < split.Bound)], [.. all.Where(i => _x[i][split.Sign] < split.Bound)], depth + 1, row, sums);
            Grow([.. seen.Where(i => _x[i][split.Sign] >= split.Bound)], [.. all.Where(i => _x[i][split.Sign] >= split.Bound)], depth + 1, row, sums);
            return;
        }

        var value = Math.Round(_settings.Rate * seen.Sum(i => _gradient[i]) / (seen.Sum(i => _curve[i]) + Ridge), 5);
        row.Add(Cell(value));
        foreach (var i in all)
        {
            sums[i] += value;
        }
    }

    private (int Sign, double Bound)? Best(int[] seen)
    {
        var (best, found) = (1e-6, ((int, double)?)null);
        var (g, h) = (seen.Sum(i => _gradient[i]), seen.Sum(i => _curve[i]));
        foreach (var sign in Chosen())
        {
            var order = seen.OrderBy(i => _x[i][sign]).ThenBy(i => i).ToArray();
            var (lg, lh) = (0.0, 0.0);
            for (var k = 0; k + 1 < order.Length; k++)
            {
                lg += _gradient[order[k]];
                lh += _curve[order[k]];
                var (here, next) = (_x[order[k]][sign], _x[order[k + 1]][sign]);
                if (k + 1 < _settings.Leaf || order.Length - k - 1 < _settings.Leaf || here == next)
                {
                    continue;
                }

                // Few examples, many signs: a question whose answer goes against what the sign means was learned from chance.
                if ((_settings.Directions?[sign] ?? 0) * ((lg / (lh + Ridge)) - ((g - lg) / (h - lh + Ridge))) > 0)
                {
                    continue;
                }

                var bound = Math.Round((here + next) / 2, 5);
                var gain = (lg * lg / (lh + Ridge)) + ((g - lg) * (g - lg) / (h - lh + Ridge)) - (g * g / (h + Ridge));
                if (gain > best && here < bound && bound <= next)
                {
                    (best, found) = (gain, (sign, bound));
                }
            }
        }

        return found;
    }

    private List<int> Chosen()
    {
        var signs = Enumerable.Range(0, _names.Count).ToList();
        var most = Math.Max(1, (int)Math.Round(_names.Count * _settings.Signs));
        for (var i = 0; i < most; i++)
        {
            var j = i + _random.Below(signs.Count - i);
            (signs[i], signs[j]) = (signs[j], signs[i]);
        }

        return signs[..most];
    }

    private static double Value(string cell) => double.Parse(cell.AsSpan(1), CultureInfo.InvariantCulture);

    private static string Cell(double value) => "=" + value.ToString("F5", CultureInfo.InvariantCulture);
}
