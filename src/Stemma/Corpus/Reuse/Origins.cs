using System.Globalization;

namespace Stemma.Corpus.Reuse;

/// <summary>How many pieces of reporting stand behind the articles, and which articles go back to each?</summary>
internal static class Origins
{
    // More names than this are counted, not told.
    private const int Told = 4;

    /// <summary>In the order of their identifiers. An article from two families lies in both; one alone is an origin of its own.</summary>
    public static IReadOnlyList<Origin> Of(List<ArticleFindings> articles, Families families)
    {
        var behind = new SortedDictionary<string, List<Article>>(StringComparer.Ordinal);
        foreach (var article in articles.Select(a => a.Article))
        {
            foreach (var root in families.RootsOf(article.Id))
            {
                if (!behind.TryGetValue(root, out var those))
                {
                    behind.Add(root, those = []);
                }

                those.Add(article);
            }
        }

        var byId = articles.ToDictionary(a => a.Article.Id, a => a.Article, StringComparer.Ordinal);
        return [.. behind
            .Select(o => new Origin(CaseIds.Of('o', o.Key), [.. o.Value.Select(a => a.Id)], o.Key, Why(byId[o.Key], o.Value, families)))
            .OrderBy(o => o.Id, StringComparer.Ordinal)];
    }

    private static string Why(Article root, List<Article> articles, Families families)
    {
        var copies = articles.Where(a => a.Id != root.Id).ToList();
        if (copies.Count == 0)
        {
            return "No other article in the case has its words.";
        }

        var saying = copies.Where(c => families.ParentsOf(c.Id).Any(s => s.Credit is not null)).ToList();
        var silent = copies.Except(saying).ToList();
        var also = copies.Count(c => families.RootsOf(c.Id).Skip(1).Any());
        string[] parts =
        [
            $"{Names(copies)} {(copies.Count == 1 ? "has" : "have")} words of {NameOf(root)}",
            saying.Count > 0 ? $"{Names(saying)} {(saying.Count == 1 ? "says" : "say")} so" : "",
            silent.Count > 0 ? $"{Names(silent)} {(silent.Count == 1 ? "shares" : "share")} them without saying so" : "",
            also > 0 ? string.Create(CultureInfo.InvariantCulture, $"{also} of these also {(also == 1 ? "has" : "have")} words of another origin") : "",
        ];
        return string.Join("; ", parts.Where(p => p.Length > 0)) + ".";
    }

    private static string Names(List<Article> articles)
    {
        var names = articles.Select(NameOf).Distinct().Order(StringComparer.Ordinal).ToList();
        return names.Count > Told ? string.Create(CultureInfo.InvariantCulture, $"{articles.Count} articles")
            : names.Count == 1 ? names[0]
            : string.Join(", ", names[..^1]) + " and " + names[^1];
    }

    private static string NameOf(Article article) => article.Outlet ?? article.Title ?? article.Id;
}
