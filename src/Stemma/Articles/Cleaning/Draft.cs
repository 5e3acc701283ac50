namespace Stemma.Articles.Cleaning;

/// <summary>What both ways of cleaning (plain text, page) hand to the one who finishes the article: its text, the blocks in it, what it says of itself.</summary>
internal sealed class Draft
{
    public required string Text { get; init; }

    /// <summary>Stretches of the text in its order, not overlapping; a block without a kind is body.</summary>
    public required List<Block> Blocks { get; init; }

    /// <summary>Where the text stands on the page it came from; null where the text is the page.</summary>
    public PageMap? Page { get; init; }

    /// <summary>What on the page is something of its own; null where nobody looked (a plain text).</summary>
    public IReadOnlyList<PagePart>? Parts { get; set; }

    public string? Title { get; set; }

    public string? Byline { get; set; }

    public string? Outlet { get; set; }

    public string? Url { get; set; }

    public Publication? Published { get; set; }

    public List<Trouble> Trouble { get; } = [];

    /// <summary>Why there is no article in it; null where there is one.</summary>
    public string? Refused { get; set; }
}

/// <summary>A line of a text or a block of a page, and what it is where it is no body.</summary>
internal sealed class Block(TextSpan span)
{
    public TextSpan Span { get; set; } = span;

    public FurnitureKind? Kind { get; set; }
}
