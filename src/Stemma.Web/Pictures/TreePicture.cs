using Stemma.Web.Pages;

namespace Stemma.Web.Pictures;

/// <summary>Draws where words came from: outlets that are only named, origins, copies, copies of copies; a picture for each family, so that a browser paints those in sight first.</summary>
internal static class TreePicture
{
    // More boxes than this are read nowhere; the list below has all.
    private const int MostArticles = 150;

    // With more articles than these, an outlet that is only named is a box in each family: one line through all of them would say nothing.
    private const int MostTogether = 40;

    /// <summary>The articles that are drawn: whole families, the largest first; what stands alone is told in words.</summary>
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

    /// <summary>A picture for each family, the largest first. An article that took from nobody and gave to nobody is in none.</summary>
    public static IReadOnlyList<string> Draw(Desk desk, bool inferred)
    {
        var (all, drawn) = (desk.Case, Drawn(desk));
        var nodes = drawn.ToDictionary(a => a.Article.Id, a => Box(all, a.Article.Id));
        var edges = new List<LayeredPicture.Edge>();
        var seen = new HashSet<(string, string)>();
        var hops = drawn.SelectMany(a => desk.HopsOf(a.Article.Id)).Where(h => (inferred || h.Kind == HopKind.Stated) && (h.Parent ?? h.To) is not null);
        foreach (var hop in hops.OrderByDescending(h => h.Overlap ?? 0).ThenBy(h => h.Article, StringComparer.Ordinal).ThenBy(h => h.Parent ?? h.To, StringComparer.Ordinal))
        {
            if (hop.Parent is null && Above(desk, hop.Article).Any(a => all.OutletOf(a) == hop.To))
            {
                // Who is named has its article here already, further up.
                continue;
            }

            var parent = hop.Parent ?? $"outlet:{hop.To}{(drawn.Count > MostTogether ? $":{desk.OriginsOf(hop.Article).FirstOrDefault()?.Id}" : "")}";
            nodes.TryAdd(parent, hop.Parent is not null && all.Has(hop.Parent) ? Box(all, parent) : new LayeredPicture.Node(parent, hop.To ?? parent, "named on the page", null));
            if (seen.Add((parent, hop.Article)))
            {
                edges.Add(new LayeredPicture.Edge(
                    parent,
                    hop.Article,
                    hop.Kind == HopKind.Stated,
                    hop.Overlap is { } o ? LayeredPicture.Percent(o) : "",
                    hop.Parent is not null ? Say.Link("/passage", ("a", hop.Parent), ("b", hop.Article)) : hop.Evidence.Count > 0 ? Say.Article(hop.Article) : null,
                    $"{nodes[parent].Label} to {all.OutletOf(hop.Article)}: {(hop.Kind == HopKind.Stated ? "stated" : "inferred")}, {(hop.Parent is null ? "the words that name it" : "the words they share")}"));
            }
        }

        return
        [
            .. Families(nodes.Keys, edges).Where(f => f.Count > 1)
                .OrderByDescending(f => f.Count(drawnHere => all.Has(drawnHere))).ThenBy(f => f[0], StringComparer.Ordinal)
                .Select(family => LayeredPicture.Draw(
                    [.. family.Select(k => nodes[k])],
                    [.. edges.Where(e => family.BinarySearch(e.Left, StringComparer.Ordinal) >= 0)],
                    $"Family of {family.Count(all.Has)} articles; the same as a list below")),
        ];
    }

    // The articles an article's words were taken from, and those theirs were taken from.
    private static HashSet<string> Above(Desk desk, string article)
    {
        var (above, next) = (new HashSet<string>(), new Queue<string>([article]));
        while (next.TryDequeue(out var at))
        {
            foreach (var parent in desk.HopsOf(at).Select(h => h.Parent).OfType<string>().Where(above.Add))
            {
                next.Enqueue(parent);
            }
        }

        return above;
    }

    // What hangs together by any line; each family in the order of its keys.
    private static IEnumerable<List<string>> Families(IEnumerable<string> keys, List<LayeredPicture.Edge> edges)
    {
        var first = keys.ToDictionary(k => k, k => k);
        foreach (var edge in edges)
        {
            var (one, other) = (Head(edge.Left), Head(edge.Right));
            first[string.CompareOrdinal(one, other) < 0 ? other : one] = string.CompareOrdinal(one, other) < 0 ? one : other;
        }

        return first.Keys.Order(StringComparer.Ordinal).GroupBy(Head, StringComparer.Ordinal).Select(g => g.ToList());

        string Head(string key)
        {
            while (first[key] != key)
            {
                key = first[key] = first[first[key]];
            }

            return key;
        }
    }

    private static LayeredPicture.Node Box(Case all, string article) => new(article, all.OutletOf(article), Say.Day(all.Article(article).Published?.Moment), Say.Article(article));
}
