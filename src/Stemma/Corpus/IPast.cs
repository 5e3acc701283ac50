namespace Stemma.Corpus;

/// <summary>The few questions that comparing asks of what was read before.</summary>
public interface IPast
{
    /// <summary>The keys of every article kept after this place in the ledger (0: from the beginning), in the order they were kept.</summary>
    IEnumerable<ArticleKeys> Keys(long after);

    /// <summary>What an article said.</summary>
    /// <exception cref="KeyNotFoundException">No article has this identifier.</exception>
    ArticleFindings Findings(string article);

    /// <summary>The same, fetched now and put together when somebody asks, on whatever thread.</summary>
    /// <exception cref="KeyNotFoundException">No article has this identifier.</exception>
    Lazy<ArticleFindings> Fetch(string article) => new(Findings(article));
}

/// <summary>What an article can be found by when another is compared with it: made from the article alone.</summary>
/// <param name="Place">Where it stands in the ledger; 0 while it is not kept.</param>
/// <param name="Reuse">Hashes of runs of its words with their places, sorted.</param>
/// <param name="Story">Hashes of what it is about, sorted.</param>
public sealed record ArticleKeys(string Article, long Place, IReadOnlyList<ulong> Reuse, IReadOnlyList<ulong> Story);
