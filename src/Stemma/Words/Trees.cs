using System.Globalization;

namespace Stemma.Words;

/// <summary>How likely, by many small decision trees whose leaves add up? Reads what `training` wrote.</summary>
/// <remarks>A row a tree, its nodes from the root, left before right: "sign&lt;bound" asks, "=value" answers. The first row is where the sum begins.</remarks>
public sealed class Trees
{
    private readonly double _begin;
    private readonly Node[] _roots;

    /// <param name="rows">As in the file.</param>
    public Trees(IEnumerable<string[]> rows, IReadOnlyList<string> signs)
    {
        var all = rows.ToList();
        _begin = Value(all[0][0]);
        _roots = [.. all.Skip(1).Select(row => { var at = 0; return Read(row, ref at, signs); })];
    }

    /// <param name="file">"Corpus/Stories/Data/join-trees.tsv".</param>
    public static Trees Shipped(string file, IReadOnlyList<string> signs) => new(Resource.Rows(file), signs);

    public double Probability(double[] signs)
    {
        var sum = _begin;
        foreach (var root in _roots)
        {
            var node = root;
            while (node.Low is not null)
            {
                node = signs[node.Sign] < node.Value ? node.Low : node.High!;
            }

            sum += node.Value;
        }

        return 1 / (1 + Math.Exp(-sum));
    }

    private static Node Read(string[] row, ref int at, IReadOnlyList<string> signs)
    {
        var cell = row[at++];
        var bound = cell.IndexOf('<', StringComparison.Ordinal);
        if (bound < 0)
        {
            return new(0, Value(cell), null, null);
        }

        var sign = signs.Index().First(s => s.Item == cell[..bound]).Index;
        var low = Read(row, ref at, signs);
        return new(sign, double.Parse(cell.AsSpan(bound + 1), CultureInfo.InvariantCulture), low, Read(row, ref at, signs));
    }

    private static double Value(string cell) => double.Parse(cell.AsSpan(1), CultureInfo.InvariantCulture);

    private sealed record Node(int Sign, double Value, Node? Low, Node? High);
}
