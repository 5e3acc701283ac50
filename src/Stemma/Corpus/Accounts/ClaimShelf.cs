namespace Stemma.Corpus.Accounts;

/// <summary>Keeps the claims of the articles last asked for, so that one article is not taken apart again for each other it is compared with.</summary>
public sealed class ClaimShelf
{
    // An article's claims take about 50 kB; memory stays flat.
    private const int Most = 400;

    private readonly Dictionary<string, ClaimedArticle> _kept = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    internal ClaimedArticle Of(ArticleFindings findings)
    {
        var id = findings.Article.Id;
        if (_kept.TryGetValue(id, out var claims) && ReferenceEquals(claims.Findings.Article.Text, findings.Article.Text))
        {
            return claims;
        }

        if (!_kept.ContainsKey(id))
        {
            _order.Enqueue(id);
        }

        if (_order.Count > Most)
        {
            _kept.Remove(_order.Dequeue());
        }

        return _kept[id] = ClaimReader.Read(findings);
    }
}
