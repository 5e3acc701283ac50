namespace Stemma.Articles.Cleaning.Pages;

/// <summary>What inside the article's element is no body? Headline and byline above, captions, pointers, link lists, what trails behind the last paragraph.</summary>
internal static class BodyTrim
{
    /// <summary>Share of letters in links from which a point of a list is nothing but a link.</summary>
    private const double OnlyLink = 0.8;

    /// <summary>Words of a paragraph that is one link from which it is the title of another article; shorter ones are "Get it here" or a name.</summary>
    private const int TitleWords = 7;

    /// <summary>Letters of a line around the body that is judged by its words; longer ones are other prose.</summary>
    private const int LongestNote = 300;

    public static void Trim(PageTree page, IReadOnlyList<PageElement> roots, string? title)
    {
        foreach (var root in roots)
        {
            for (var i = root.FirstBlock; i < root.EndBlock; i++)
            {
                var block = page.Blocks[i];
                if (block.Kind is null && !block.Hidden)
                {
                    block.Kind = Judge(page, block, title);
                    block.Body = block.Kind is null;
                }
            }

            MarkLists(page, root);
        }

        if (roots.Count > 0)
        {
            TrimHead(page, roots[0]);
            TrimTail(page, roots[^1]);
        }

        MarkAround(page, title);
    }

    // Headline and byline often stand outside the element that holds the paragraphs.
    private static void MarkAround(PageTree page, string? title)
    {
        foreach (var block in page.Blocks)
        {
            if (block.Body || block.Hidden || block.Kind is not (null or FurnitureKind.Byline or FurnitureKind.Other))
            {
                continue;
            }

            var tag = page.Elements[block.Element].Tag;
            if (tag == "h1" || (title is not null && block.Text.Length <= title.Length * 2 && Same(block.Text, title)))
            {
                block.Kind = FurnitureKind.Headline;
            }
            else if (block.Kind is null && block.Text.Length < LongestNote)
            {
                block.Kind = TopLines.IsByline(block.Text, new TextSpan(0, block.Text.Length)) ? FurnitureKind.Byline
                    : block.LinkShare > OnlyLink ? FurnitureKind.Navigation
                    : FurnitureWords.Kind(block.Text, new TextSpan(0, block.Text.Length), page: true);
            }
        }
    }

    // A list of which every point is a link points elsewhere; one with words of its own belongs to the article.
    private static void MarkLists(PageTree page, PageElement root)
    {
        for (var i = root.FirstBlock; i < root.EndBlock;)
        {
            var list = ListOf(page, page.Blocks[i]);
            if (list < 0)
            {
                i++;
                continue;
            }

            var end = Math.Min(root.EndBlock, page.Elements[list].EndBlock);
            var (points, links) = (0, 0);
            for (var b = i; b < end; b++)
            {
                points += page.Blocks[b].Hidden ? 0 : 1;
                links += !page.Blocks[b].Hidden && page.Blocks[b].LinkShare >= OnlyLink ? 1 : 0;
            }

            for (var b = i; b < end && points > 0 && links == points; b++)
            {
                (page.Blocks[b].Kind, page.Blocks[b].Body) = (page.Blocks[b].Kind ?? FurnitureKind.Related, false);
            }

            i = Math.Max(i + 1, end);
        }
    }

    // The list a block is a point of; -1 where it is none.
    private static int ListOf(PageTree page, PageBlock block)
    {
        var e = block.Element;
        for (var step = 0; e > 0 && step < 3; step++, e = page.Elements[e].Parent)
        {
            if (page.Elements[e].Tag is "ul" or "ol")
            {
                return e;
            }
        }

        return -1;
    }

    private static FurnitureKind? Judge(PageTree page, PageBlock block, string? title)
    {
        var tag = page.Elements[block.Element].Tag;
        if (tag == "h1" || (title is not null && tag is ['h', _] && Same(block.Text, title)))
        {
            return FurnitureKind.Headline;
        }

        if (block.Text[0] == '<' && block.Text.Contains("=\"", StringComparison.Ordinal))
        {
            return FurnitureKind.Other;
        }

        if (tag is "p" or "div" && block.LinkShare > 0.95 && FurnitureWords.WordsOf(block.Text, new TextSpan(0, block.Text.Length), TitleWords).Count >= TitleWords && !block.Text.Contains("http", StringComparison.Ordinal))
        {
            return FurnitureKind.Related;
        }

        return FurnitureWords.Kind(block.Text, new TextSpan(0, block.Text.Length), page: true);
    }

    private static void TrimHead(PageTree page, PageElement root)
    {
        for (var i = root.FirstBlock; i < root.EndBlock; i++)
        {
            var block = page.Blocks[i];
            if (!block.Body)
            {
                continue;
            }

            if (block.Prose)
            {
                return;
            }

            var tag = page.Elements[block.Element].Tag;
            var line = new TextSpan(0, block.Text.Length);
            if (TopLines.IsByline(block.Text, line))
            {
                (block.Kind, block.Body) = (FurnitureKind.Byline, false);
            }
            else if (block.Text.Length < 60 && DateWords.Find(block.Text, 0, block.Text.Length) is not null)
            {
                (block.Kind, block.Body) = (FurnitureKind.Dateline, false);
            }
            else if (block.LinkShare > 0.5 && tag is not ['h', _])
            {
                (block.Kind, block.Body) = (FurnitureKind.Other, false);
            }
        }
    }

    private static void TrimTail(PageTree page, PageElement root)
    {
        for (var i = root.EndBlock - 1; i >= root.FirstBlock; i--)
        {
            var block = page.Blocks[i];
            if (!block.Body)
            {
                continue;
            }

            var tag = page.Elements[block.Element].Tag;
            if (block.Prose || (tag is not ['h', _] && (block.LinkShare < 0.4 || InQuotation(page, block))))
            {
                return;
            }

            (block.Kind, block.Body) = (FurnitureKind.Other, false);
        }
    }

    // An embedded post ends in its author and a linked date.
    private static bool InQuotation(PageTree page, PageBlock block)
    {
        var e = block.Element;
        return page.Elements[e].Tag == "blockquote" || (page.Elements[e].Parent > 0 && page.Elements[page.Elements[e].Parent].Tag == "blockquote");
    }

    public static bool Same(string words, string title) => string.Equals(Plain(words), Plain(title), StringComparison.OrdinalIgnoreCase);

    public static string Plain(string words) => string.Concat(words.Where(char.IsLetterOrDigit));
}
