using System.Security.Cryptography;
using System.Text;

namespace Stemma.Corpus.Stories;

/// <summary>Which articles tell of one happening or rumour? From the scores of all pairs and what people joined and parted.</summary>
public static class StoryReader
{
    /// <returns>Article to story; a story's name is made from the articles it holds.</returns>
    public static IReadOnlyDictionary<string, string> Read(IReadOnlyList<ArticleFindings> articles, IReadOnlyList<PairFindings> pairs, CaseConstraints constraints)
    {
        var roots = StoryClusters.Of(
            articles.ToDictionary(a => a.Article.Id, StoryKey.Of, StringComparer.Ordinal),
            pairs.Where(p => p.SameStory is not null).Select(p => (p.First, p.Second, p.SameStory!.Value)),
            Whole(constraints.Joined),
            Whole(constraints.Parted));
        var names = roots.GroupBy(r => r.Value, r => r.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => Name(g.Order(StringComparer.Ordinal)), StringComparer.Ordinal);
        return roots.OrderBy(r => r.Key, StringComparer.Ordinal).ToDictionary(r => r.Key, r => names[r.Value], StringComparer.Ordinal);
    }

    private static IEnumerable<(string, string)> Whole(IReadOnlyList<FindingPair> pairs) =>
        pairs.Where(p => p.One.Id is null && p.Other.Id is null).Select(p => (p.One.Article, p.Other.Article));

    private static string Name(IEnumerable<string> articles) =>
        "S" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', articles))))[..12];
}
