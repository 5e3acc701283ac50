using Stemma.Web.Pages;

namespace Stemma.Web.Pictures;

/// <summary>Draws where words came from: outlets that are only named, origins, copies, copies of copies.</summary>
internal static class TreePicture
{
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
        var nodes = drawn.ToDictionary(a => a.Article.Id, a => Box(all, a.Article.Id));
        var edges = new List<LayeredPicture.Edge>();
        var seen = new HashSet<(string, string)>();
        var hops = drawn.SelectMany(a => desk.HopsOf(a.Article.Id)).Where(h => (inferred || h.Kind == HopKind.Stated) && (h.Parent ?? h.To) is not null);
        foreach (var hop in hops.OrderByDescending(h => h.Overlap ?? 0).ThenBy(h => h.Article, StringComparer.Ordinal).ThenBy(h => h.Parent ?? h.To, StringComparer.Ordinal))
        {
            var parent = hop.Parent ?? "outlet:" + hop.To;
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

        return LayeredPicture.Draw([.. nodes.Values], edges, $"Tree of {drawn.Count} articles; the same as a list below");
    }

    private static LayeredPicture.Node Box(Case all, string article) => new(article, all.OutletOf(article), Say.Day(all.Article(article).Published?.Moment), Say.Article(article));
}
