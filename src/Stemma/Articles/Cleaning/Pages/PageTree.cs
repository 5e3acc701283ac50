namespace Stemma.Articles.Cleaning.Pages;

/// <summary>A page as the judgement needs it: its elements in document order and the blocks of words between them. Every element covers a run of blocks.</summary>
internal sealed class PageTree
{
    public List<PageElement> Elements { get; } = [];

    public List<PageBlock> Blocks { get; } = [];

    /// <summary>Elements of the body that carry data rather than words (meta, link, dated microdata).</summary>
    public List<AngleSharp.Dom.IElement> Data { get; } = [];

    /// <summary>What time elements say, before which block and in which element they stand; Published: they themselves say that it is the day of publication.</summary>
    public List<(string Value, int Block, bool Published, int Element)> Times { get; } = [];
}

internal sealed class PageElement(int parent, string tag, int depth)
{
    public int Parent { get; } = parent;

    public string Tag { get; } = tag;

    public int Depth { get; } = depth;

    /// <summary>Its classes as written; null where it has none.</summary>
    public string? Names { get; init; }

    public int FirstBlock { get; set; }

    public int EndBlock { get; set; }

    /// <summary>What its class, id or role says of what stands inside; null where they say nothing.</summary>
    public FurnitureKind? Zone { get; set; }

    /// <summary>What the page itself calls the article's body (microdata, or a name such as "article-body").</summary>
    public BodyHint Hint { get; set; }
}

internal enum BodyHint
{
    None,

    /// <summary>A name that bodies often have.</summary>
    Named,

    /// <summary>An &lt;article&gt; element or role.</summary>
    Article,

    /// <summary>itemprop="articleBody".</summary>
    Marked,
}

/// <summary>A run of words with nothing but inline mark-up inside.</summary>
internal sealed class PageBlock
{
    public required string Text { get; init; }

    /// <summary>Where its words stand in the mark-up; both sides in UTF-16 units, of the block's text and of the page.</summary>
    public required PagePiece[] Pieces { get; init; }

    /// <summary>Index of the innermost block element.</summary>
    public required int Element { get; init; }

    /// <summary>Letters and digits; those inside links.</summary>
    public required int Letters { get; init; }

    public required int LinkLetters { get; init; }

    /// <summary>Never shown (display:none).</summary>
    public bool Hidden { get; init; }

    /// <summary>Long enough for a sentence and no list of links: by itself, or with the lines beside it in the same element (parted by line breaks).</summary>
    public bool Prose { get; set; }

    public FurnitureKind? Kind { get; set; }

    /// <summary>True where it belongs to the article's body.</summary>
    public bool Body { get; set; }

    public double LinkShare => Letters == 0 ? 0 : (double)LinkLetters / Letters;
}
