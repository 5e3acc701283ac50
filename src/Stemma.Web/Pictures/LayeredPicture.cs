using System.Globalization;

namespace Stemma.Web.Pictures;

/// <summary>Draws boxes in columns, left to right, each behind the farthest it hangs on; solid lines for what is stated, dashed for what is inferred.</summary>
internal static class LayeredPicture
{
    /// <param name="Link">Where a click leads; null for what has no page.</param>
    public sealed record Node(string Key, string Label, string Sub, string? Link);

    /// <param name="Label">A word or a figure on the line; may be empty.</param>
    /// <param name="Link">Where a click on the line leads; null for nowhere.</param>
    /// <param name="Title">What the line says, for a pointer that rests and for a screen reader.</param>
    public sealed record Edge(string Left, string Right, bool Stated, string Label, string? Link, string Title);

    private const double ColumnWidth = 270;
    private const double BoxWidth = 190;
    private const double RowHeight = 48;
    private const double BoxHeight = 36;
    private const double LetterWidth = 7.4;

    /// <param name="edges">Where several lead to one box, the first decides beside whom it stands.</param>
    public static string Draw(IReadOnlyList<Node> nodes, IReadOnlyList<Edge> edges, string title)
    {
        var depth = Depths(nodes, edges);
        var parentOf = edges.GroupBy(e => e.Right).ToDictionary(g => g.Key, g => g.First().Left);
        var children = parentOf.GroupBy(p => p.Value).ToDictionary(g => g.Key, g => g.Select(p => p.Key).Order(StringComparer.Ordinal).ToList());
        var row = new Dictionary<string, double>();
        var next = 0.0;

        // The largest first; a second source of somebody stands beside the family of whom it feeds.
        var roots = nodes.Select(n => n.Key).Where(k => !parentOf.ContainsKey(k))
            .Select(k => (Key: k, Beside: children.ContainsKey(k) ? k : Top(edges.FirstOrDefault(e => e.Left == k)?.Right ?? k, parentOf)))
            .OrderByDescending(r => Size(r.Beside, children, [])).ThenBy(r => r.Beside, StringComparer.Ordinal).ThenBy(r => r.Key != r.Beside).ThenBy(r => r.Key, StringComparer.Ordinal)
            .Select(r => r.Key);
        foreach (var root in roots.Concat(nodes.Select(n => n.Key)))
        {
            Place(root, children, row, ref next, []);
        }

        var svg = new Svg();
        foreach (var e in edges)
        {
            var (x1, y1, x2, y2) = (X(depth[e.Left]) + BoxWidth, Y(row[e.Left]), X(depth[e.Right]), Y(row[e.Right]));
            var style = e.Stated ? "stated" : "inferred";
            if (e.Link is { } to)
            {
                // A line is thin; the wider one under it takes the click.
                svg.Link(to, e.Title).Curve(x1, y1, x2, y2, "hit").Curve(x1, y1, x2, y2, style).EndLink();
            }
            else
            {
                svg.Curve(x1, y1, x2, y2, style);
            }
        }

        // Over the lines, or a line would run through a figure.
        foreach (var e in edges.Where(e => e.Label.Length > 0))
        {
            var label = Svg.Fit(e.Label, ColumnWidth - BoxWidth - 8);
            if (e.Link is { } to)
            {
                svg.Link(to, e.Title);
            }

            svg.Text(X(depth[e.Right]) - 8 - (label.Length * LetterWidth), Y(row[e.Right]) - 6, label, "soft over");
            if (e.Link is not null)
            {
                svg.EndLink();
            }
        }

        foreach (var node in nodes.OrderBy(n => depth[n.Key]).ThenBy(n => row[n.Key]))
        {
            var (x, y) = (X(depth[node.Key]), Y(row[node.Key]) - (BoxHeight / 2));
            if (node.Link is not null)
            {
                svg.Link(node.Link, $"{node.Label}, {node.Sub}");
            }

            svg.Box(x, y, BoxWidth, BoxHeight, node.Link is null ? "box named" : "box").Text(x + 8, y + 15, Svg.Fit(node.Label, BoxWidth - 16)).Text(x + 8, y + 30, Svg.Fit(node.Sub, BoxWidth - 16), "soft");
            if (node.Link is not null)
            {
                svg.EndLink();
            }
        }

        var deepest = depth.Count == 0 ? 0 : depth.Values.Max();
        return svg.Picture(X(deepest) + BoxWidth + 12, (Math.Max(1, next) * RowHeight) + 16, title);

        static double X(int column) => 12 + (column * ColumnWidth);
        static double Y(double r) => 8 + (r * RowHeight) + (BoxHeight / 2) + 4;
    }

    public static string Percent(double share) => Math.Round(share * 100).ToString(CultureInfo.InvariantCulture) + "%";

    private static Dictionary<string, int> Depths(IReadOnlyList<Node> nodes, IReadOnlyList<Edge> edges)
    {
        var depth = nodes.ToDictionary(n => n.Key, _ => 0);

        // Longest path from a root; a circle (two outlets that credit each other) ends after as many rounds as there are boxes.
        for (var round = 0; round < depth.Count; round++)
        {
            var moved = false;
            foreach (var e in edges)
            {
                if (depth[e.Right] <= depth[e.Left] && depth[e.Left] + 1 < depth.Count)
                {
                    depth[e.Right] = depth[e.Left] + 1;
                    moved = true;
                }
            }

            if (!moved)
            {
                break;
            }
        }

        // Whoever has it from nobody stands next to whom it feeds, or a line would run through the boxes between.
        var fed = edges.Select(e => e.Right).ToHashSet();
        foreach (var feeds in edges.Where(e => !fed.Contains(e.Left)).GroupBy(e => e.Left))
        {
            depth[feeds.Key] = Math.Max(0, feeds.Min(e => depth[e.Right]) - 1);
        }

        return depth;
    }

    private static string Top(string node, Dictionary<string, string> parentOf)
    {
        var seen = new HashSet<string>();
        while (seen.Add(node) && parentOf.TryGetValue(node, out var up))
        {
            node = up;
        }

        return node;
    }

    private static int Size(string node, Dictionary<string, List<string>> children, HashSet<string> seen) =>
        !seen.Add(node) || !children.TryGetValue(node, out var below) ? 1 : 1 + below.Sum(c => Size(c, children, seen));

    private static double Place(string node, Dictionary<string, List<string>> children, Dictionary<string, double> row, ref double next, HashSet<string> seen)
    {
        if (row.TryGetValue(node, out var placed) || !seen.Add(node))
        {
            return placed;
        }

        if (!children.TryGetValue(node, out var below))
        {
            return row[node] = next++;
        }

        var rows = new List<double>();
        foreach (var child in below)
        {
            rows.Add(Place(child, children, row, ref next, seen));
        }

        return row[node] = (rows[0] + rows[^1]) / 2;
    }
}
