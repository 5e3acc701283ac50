using Stemma.Corpus;

namespace Stemma.Ledger;

/// <summary>Keeps a case: originals, what the machine found in them, what people said about that. Three layers that never mix.</summary>
/// <remarks>
/// Every store proves itself by the tests in `LedgerContract`. A ledger belongs to one thread at a time; several processes may hold the same case.
/// Lists come in ordinal order of the article's identifier unless said otherwise.
/// </remarks>
public interface ILedger : IPast, IDisposable
{
    /// <summary>What a person calls this case: the file's name.</summary>
    string Name { get; }

    /// <summary>Does this work as one: nobody else writes meanwhile, and if it throws, nothing of it was done. May be nested.</summary>
    T Alone<T>(Func<T> work);

    /// <summary>Keeps one article's parcel whole. Where its identifier is kept already, all the machine said about it is replaced; its place stays.</summary>
    void Keep(Parcel parcel);

    /// <summary>Forgets an article and what it shares with others; only to keep it again under another identifier.</summary>
    void Remove(string article);

    /// <summary>Every article kept.</summary>
    IReadOnlyList<KeptArticle> Articles();

    /// <summary>Is an article kept under this identifier?</summary>
    bool Has(string article);

    /// <summary>The article that came as exactly this page; null where none did.</summary>
    KeptArticle? OfPage(string pageKey);

    /// <summary>The article with this content; null where there is none.</summary>
    KeptArticle? OfContent(string contentKey);

    /// <summary>Articles that came with this identifier, whatever they are called here.</summary>
    IReadOnlyList<KeptArticle> Bearing(string given);

    /// <summary>The page as it came.</summary>
    /// <exception cref="KeyNotFoundException">No article has this identifier.</exception>
    Original Original(string article);

    /// <summary>What the machine said, without what people laid over it.</summary>
    /// <exception cref="KeyNotFoundException">No article has this identifier.</exception>
    ArticleFindings Machine(string article);

    /// <summary>What the reader before this one found in it; null where no newer reader found otherwise.</summary>
    ArticleFindings? Earlier(string article);

    /// <summary>Articles in which a newer reader found otherwise than the one before.</summary>
    IReadOnlyList<string> ReadOtherwise();

    /// <summary>What people made of an article's findings; null where nobody touched them.</summary>
    Overlaid? Overlay(string article);

    /// <summary>What is shown of every article: the machine's findings with people's corrections laid over.</summary>
    IEnumerable<ArticleFindings> AllFindings();

    /// <summary>What every two articles share, in order of the first, then of the second.</summary>
    IReadOnlyList<PairFindings> Pairs();

    /// <summary>Remembers that something could not be read. The same refusal twice is one.</summary>
    void Refuse(Refusal refusal, string at);

    /// <summary>What could not be read, in order of file.</summary>
    IReadOnlyList<Refusal> Refusals();

    /// <summary>The lines of people's log, first to last, byte for byte as written.</summary>
    IReadOnlyList<string> Log();

    /// <summary>Writes one line at the end of people's log. Nothing ever changes or removes one.</summary>
    /// <exception cref="ArgumentException">The line does not follow the last one (its "previous" is not that line's hash).</exception>
    void Append(string line);

    /// <summary>A number that is another one whenever anything a case is read from has changed, by whomever.</summary>
    long Change { get; }

    /// <summary>What was worked out of the whole case as it stands now; null where nothing was kept, or by another program, or anything changed since.</summary>
    /// <param name="program">The build that worked it out: no reading outlives the program that made it.</param>
    CaseReading? Reading(string program);

    /// <summary>Remembers what was worked out of the case as it stood at this change; does nothing where it stands otherwise now, or where nothing can be written.</summary>
    void KeepReading(string program, long change, CaseReading reading);

    /// <summary>Articles and statements that hold all these words, best first; "in quotation marks" means in this order.</summary>
    IReadOnlyList<Hit> Search(string words, int limit);
}

/// <summary>One article on its way into the ledger: everything that is kept of it.</summary>
/// <param name="Came">When it came: UTC, ISO 8601, from the clock of the face that took it.</param>
/// <param name="Machine">What the machine said; <see cref="Article.Id"/> is its identifier in the case.</param>
/// <param name="Overlaid">What people made of it; null where nobody touched it.</param>
/// <param name="Earlier">What an older reader found, where this one finds otherwise; null leaves what is kept of an earlier reading.</param>
/// <param name="Compared">False while its pairs are still to be worked out, after a re-read.</param>
public sealed record Parcel(
    RawPage Page,
    string Came,
    ArticleFindings Machine,
    Overlaid? Overlaid,
    ArticleKeys Keys,
    IReadOnlyList<PairFindings> Pairs,
    bool Compared = true,
    ArticleFindings? Earlier = null)
{
    /// <summary>What is shown and compared.</summary>
    public ArticleFindings Shown => Overlaid?.Shown ?? Machine;
}

/// <summary>How an article stands in the ledger.</summary>
/// <param name="Key">What it is by content (<see cref="CaseIds.Article"/>) as first read.</param>
public sealed record KeptArticle(string Id, long Place, string Key, string? Given, string Reader, bool Compared, bool Corrected);

/// <summary>The page as it came, and when.</summary>
public sealed record Original(RawPage Page, string Came);

/// <summary>Words that were searched for, found in an article or in one of its statements.</summary>
/// <param name="Statement">Its local identifier; null where the words stand in the article outside any statement.</param>
public sealed record Hit(string Article, string? Statement, Spans Span);
