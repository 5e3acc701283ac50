namespace Stemma.Views;

/// <summary>Which articles are one page at different times, and which version is which?</summary>
public static class ArticleVersions
{
    /// <summary>Article to its number, from 1, and the first version's identifier; null for a first.</summary>
    public static IReadOnlyDictionary<string, (int Version, string? Of)> Of(Case all)
    {
        var versions = all.Articles.ToDictionary(a => a.Article.Id, _ => (1, (string?)null), StringComparer.Ordinal);
        foreach (var revision in all.Reading.Revisions)
        {
            versions[revision.Article] = (revision.Version, revision.First);
        }

        return versions;
    }
}
