namespace Stemma.Corpus.Reuse;

/// <summary>By which steps, stated or inferred, did the words of each article come to its outlet?</summary>
internal static class Hops
{
    /// <summary>For each article: the steps to its parents in the case, then the links that its text names beyond them.</summary>
    public static IReadOnlyList<Hop> Of(List<ArticleFindings> articles, Families families)
    {
        var byId = articles.ToDictionary(a => a.Article.Id, a => a.Article, StringComparer.Ordinal);
        return [.. articles.SelectMany(a => Of(a, families.ParentsOf(a.Article.Id), byId))];
    }

    private static IEnumerable<Hop> Of(ArticleFindings findings, IReadOnlyList<Step> parents, Dictionary<string, Article> articles)
    {
        var article = findings.Article;
        var named = new List<string>();
        foreach (var step in parents)
        {
            var parent = articles[step.Parent];
            named.Add(parent.Outlet ?? "");
            if (PageAddress.Same(article.Url, parent.Url))
            {
                // A later version of the same page took no step.
                continue;
            }

            IReadOnlyList<ArticleSpan> evidence = step.Credit is { } credit ? [new(article.Id, credit.Span)] : step.Evidence;
            yield return new(
                article.Id,
                article.Outlet,
                parent.Outlet,
                step.Parent,
                step.Credit is null ? HopKind.Inferred : HopKind.Stated,
                step.Credit?.Relation ?? ChainRelation.Credits,
                evidence,
                step.Overlap);
        }

        // The chain begins with the outlet nearest to this text; whom it only quotes is asked by the outlet itself.
        var from = article.Outlet;
        foreach (var link in findings.Chain)
        {
            if (!named.Exists(n => Credits.Same(n, link.Outlet)) && (from is null || !Credits.Same(from, link.Outlet)))
            {
                yield return new(
                    article.Id,
                    link.Relation == ChainRelation.Quotes ? article.Outlet : from,
                    link.Outlet,
                    null,
                    HopKind.Stated,
                    link.Relation,
                    [new(article.Id, link.Span)],
                    null);
            }

            from = link.Relation == ChainRelation.Quotes ? from : link.Outlet;
        }
    }
}
