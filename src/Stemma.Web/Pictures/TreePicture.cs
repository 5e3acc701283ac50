using System.Globalization;
using Stemma.Web.Pages;

namespace Stemma.Web.Pictures;

/// <summary>Draws where words came from, left to right: outlets that are only named, origins, copies, copies of copies.</summary>
internal static class TreePicture
{
    private const double ColumnWidth = 250;
    private const double BoxWidth = 180;
    private const double RowHeight = 46;
    private const double BoxHeight = 34;

    private sealed record Node(string Key, string Label, string Sub, string? Link);

    // More boxes than this are read nowhere; the list below has all.
    private const int MostArticles = 150;

    /// <summary>The articles that are drawn: whole families, the largest first.</summary>
    public static IReadOnlyList<ArticleFindings> Drawn(Desk desk)
    {
        if (desk.Case.Articles.Count <= MostArticles)
        {
            return desk.Case.Articles;
        }

        var drawn = new List<string>();
        foreach (var origin in desk.Overview.Origins)
        {
            if (drawn.Count > 0 && drawn.Count + origin.Articles.Count > MostArticles)
            {
                break;
            }

            drawn.AddRange(origin.Articles.Take(MostArticles));
        }

        return [.. drawn.Distinct().Order(StringComparer.Ordinal).Select(desk.Case.Article)];
    }

    public static string Draw(Desk desk, bool inferred)
    {
        var (all, drawn) = (desk.Case, Drawn(desk));
        var hops = drawn.SelectMany(a => desk.HopsOf(a.Article.Id)).Where(h => (inferred || h.Kind == HopKind.Stated) && (h.Parent ?? h.To) is not null).ToList();
        var nodes = drawn.ToDictionary(
            a => a.Article.Id,
            a => new Node(a.Article.Id, all.OutletOf(a.Article.Id), a.Published?.Moment.Edtf ?? "no day told", Say.Article(a.Article.Id)));
        var edges = new List<(string Parent, string Child, Hop Hop)>();
        var seen = new HashSet<(string, string)>();
        foreach (var hop in hops)
        {
            var parent = hop.Parent ?? "outlet:" + hop.To;
            nodes.TryAdd(parent, hop.Parent is not null && all.Has(hop.Parent)
                ? new Node(parent, all.OutletOf(parent), all.Article(parent).Published?.Moment.Edtf ?? "no day told", Say.Article(parent))
                : new Node(parent, hop.To ?? parent, "named on the page", null));
            if (seen.Add((parent, hop.Article)))
            {
                edges.Add((parent, hop.Article, hop));
            }
        }

        var depth = Depths(nodes.Keys, edges);
        var parentOf = edges.GroupBy(e => e.Child).ToDictionary(g => g.Key, g => g.OrderByDescending(e => e.Hop.Overlap ?? 0).ThenBy(e => e.Parent, StringComparer.Ordinal).First().Parent);
        var children = parentOf.GroupBy(p => p.Value).ToDictionary(g => g.Key, g => g.Select(p => p.Key).Order(StringComparer.Ordinal).ToList());
        var row = new Dictionary<string, double>();
        var next = 0.0;
        foreach (var root in nodes.Keys.Where(k => !parentOf.ContainsKey(k)).OrderByDescending(k => children.GetValueOrDefault(k)?.Count ?? 0).ThenBy(k => k, StringComparer.Ordinal))
        {
            Place(root, children, row, ref next, []);
        }

        var svg = new Svg();
        foreach (var (parent, child, hop) in edges)
        {
            svg.Curve(X(depth[parent]) + BoxWidth, Y(row[parent]), X(depth[child]), Y(row[child]), hop.Kind == HopKind.Stated ? "stated" : "inferred");
        }

        // Over the lines, or a line would run through a figure.
        foreach (var (_, child, hop) in edges.Where(e => e.Hop.Overlap is not null))
        {
            svg.Text(X(depth[child]) - 42, Y(row[child]) - 5, hop.Overlap!.Value.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", "", StringComparison.Ordinal), "soft over");
        }

        foreach (var node in nodes.Values.OrderBy(n => depth[n.Key]).ThenBy(n => row[n.Key]))
        {
            var (x, y) = (X(depth[node.Key]), Y(row[node.Key]) - (BoxHeight / 2));
            if (node.Link is not null)
            {
                svg.Link(node.Link, $"{node.Label}, {node.Sub}");
            }

            svg.Box(x, y, BoxWidth, BoxHeight, "box").Text(x + 8, y + 15, Svg.Fit(node.Label, BoxWidth - 16)).Text(x + 8, y + 29, Svg.Fit(node.Sub, BoxWidth - 16), "soft");
            if (node.Link is not null)
            {
                svg.EndLink();
            }
        }

        var deepest = depth.Count == 0 ? 0 : depth.Values.Max();
        return svg.Picture(X(deepest) + BoxWidth + 12, Math.Max(1, next) * RowHeight + 16, $"Tree of {drawn.Count} articles; the same as a list below");

        static double X(int column) => 12 + (column * ColumnWidth);
        static double Y(double r) => 8 + (r * RowHeight) + (BoxHeight / 2) + 4;
    }

    private static Dictionary<string, int> Depths(IEnumerable<string> nodes, List<(string Parent, string Child, Hop Hop)> edges)
    {
        var depth = nodes.ToDictionary(n => n, _ => 0);

        // Longest path from a root; a circle (which the reading never gives) would end after as many rounds as there are nodes.
        for (var round = 0; round < depth.Count; round++)
        {
            var moved = false;
            foreach (var (parent, child, _) in edges)
            {
                if (depth[child] <= depth[parent])
                {
                    depth[child] = depth[parent] + 1;
                    moved = true;
                }
            }

            if (!moved)
            {
                break;
            }
        }

        return depth;
    }

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
