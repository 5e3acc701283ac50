namespace Stemma.Views;

/// <summary>Which articles are one page at different times: same address, other words; numbered by day of publication.</summary>
public static class ArticleVersions
{
    /// <summary>Article to its number, from 1, and the first version's identifier; null for a first.</summary>
    public static IReadOnlyDictionary<string, (int Version, string? Of)> Of(IReadOnlyList<ArticleFindings> articles)
    {
        var versions = new Dictionary<string, (int, string?)>();
        foreach (var article in articles)
        {
            versions[article.Article.Id] = (1, null);
        }

        foreach (var page in articles.Where(a => a.Article.Url is { Length: > 0 }).GroupBy(a => a.Article.Url, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            var inTime = page.OrderBy(a => a.Published?.Moment.Earliest ?? DateOnly.MaxValue).ThenBy(a => a.Article.Id, StringComparer.Ordinal).ToList();
            for (var i = 1; i < inTime.Count; i++)
            {
                versions[inTime[i].Article.Id] = (i + 1, inTime[0].Article.Id);
            }
        }

        return versions;
    }
}
