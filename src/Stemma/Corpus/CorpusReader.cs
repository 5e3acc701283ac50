namespace Stemma.Corpus;

/// <summary>The table of contents of this storey: findings of many articles in, what shows only between them out.</summary>
/// <remarks>
/// <see cref="Compare"/> works out facts about two articles when one comes in: symmetric, made from the two alone.
/// <see cref="Read"/> works out everything about more than two from all findings and all pairs, in any order the same.
/// </remarks>
public sealed class CorpusReader(IPast past)
{
    /// <summary>What an article can be found by.</summary>
    public static ArticleKeys KeysOf(ArticleFindings findings) => new(findings.Article.Id, 0, [], []);

    /// <summary>The facts about this article and each kept one that shares something with it; candidates come from an index.</summary>
    public IReadOnlyList<PairFindings> Compare(ArticleFindings incoming, ArticleKeys keys)
    {
        _ = (past, incoming, keys);
        return [];
    }

    /// <summary>Stories, origins, hops, actors, events, accounts, disputes, answers and silence of a whole case.</summary>
    /// <param name="constraints">What people said that must hold; null for nothing.</param>
    public static CaseReading Read(IReadOnlyList<ArticleFindings> articles, IReadOnlyList<PairFindings> pairs, CaseConstraints? constraints = null)
    {
        _ = (articles, pairs, constraints);
        return new CaseReading();
    }
}
