namespace Stemma.Corpus.Accounts;

/// <summary>What does each article of a case claim, clause by clause? Read once, when somebody first asks, and handed to all who ask.</summary>
public sealed class CaseClaims(IReadOnlyList<ArticleFindings> articles)
{
    private readonly Dictionary<string, ArticleFindings> _findings = articles.ToDictionary(a => a.Article.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, ClaimedArticle> _claims = new(StringComparer.Ordinal);

    internal ClaimedArticle Of(string article) => _claims.TryGetValue(article, out var read) ? read : _claims[article] = ClaimReader.Read(_findings[article]);
}
