namespace Stemma.Corpus.Reuse;

/// <summary>Where very many articles share words: which pairs would have been compared in any order of arrival?</summary>
/// <remarks>
/// Every pair that the finished index names was compared when the later of the two came in, whatever the order: a key only gains articles, and a
/// witness of the finished case was one at any earlier time. So what the finished index does not name is set aside, and the order leaves no trace.
/// </remarks>
internal static class Crowds
{
    // Before a key is crowded, its articles are all compared with each other: no article has so many likes in a case without a crowd.
    private const int Likes = ReuseIndex.Witnesses / 2;

    public static List<PairFindings> SetAside(List<PairFindings> pairs, IReadOnlyList<ArticleFindings> articles, Func<string, Wording> wording)
    {
        if (!pairs.SelectMany(p => new[] { p.First, p.Second }).CountBy(id => id).Any(c => c.Value >= Likes))
        {
            return pairs;
        }

        var index = new ReuseIndex();
        var keys = articles.ToDictionary(a => a.Article.Id, a => ReuseKeys.Of(wording(a.Article.Id)), StringComparer.Ordinal);
        foreach (var article in articles)
        {
            index.Add(article.Article.Id, keys[article.Article.Id]);
        }

        var named = pairs.Select(p => p.First).Distinct().ToDictionary(id => id, id => index.Candidates(id, keys[id]).ToHashSet(), StringComparer.Ordinal);
        return [.. pairs.Where(p => named[p.First].Contains(p.Second))];
    }
}
