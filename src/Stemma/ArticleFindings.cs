namespace Stemma;

/// <summary>The first parcel: everything one article says by itself. Immutable and complete, so it can be kept, sent and compared.</summary>
/// <remarks>In a list, the order is that of the text. Identifiers are local to the article.</remarks>
public sealed record ArticleFindings
{
    /// <summary>The version of the reader that made it; findings of another version are made again.</summary>
    public required string Reader { get; init; }

    public required Article Article { get; init; }

    /// <summary>Where the text stands in the mark-up of its page; null, and not written, where the text is the page.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public PageMap? Page { get; init; }

    /// <summary>Entries of a live blog, embedded posts, pictures of a gallery; null, and not written, where nobody looked (a plain text).</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PagePart>? Parts { get; init; }

    /// <summary>Null where neither page nor words tell a day.</summary>
    public Publication? Published { get; init; }

    public IReadOnlyList<Furniture> Furniture { get; init; } = [];

    public IReadOnlyList<ChainLink> Chain { get; init; } = [];

    public IReadOnlyList<DateMention> Dates { get; init; } = [];

    public IReadOnlyList<Actor> Actors { get; init; } = [];

    public IReadOnlyList<Statement> Statements { get; init; } = [];

    public IReadOnlyList<Event> Events { get; init; } = [];

    public IReadOnlyList<Trouble> Trouble { get; init; } = [];

    /// <summary>Why this page is no article, so that nothing of it may be kept; null for every article. Never written down.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public Refusal? Refusal { get; init; }
}
