namespace Stemma.Articles.Cleaning.Pages;

/// <summary>What are headline, byline and outlet where the page's data do not tell? The h1 before the body, the title element without the outlet behind its stroke, a byline beside the body.</summary>
internal static class PageTitle
{
    /// <summary>Letters of the longest name of an outlet behind the stroke of a title.</summary>
    private const int LongestOutlet = 40;

    private static readonly string[] Strokes = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " « ", " / "];

    public static (string? Headline, string? Outlet) Of(PageFacts facts, PageTree page, int first)
    {
        var (front, back) = Parted(facts.TitleElement);
        var headline = facts.Title ?? FirstHeading(page, first, facts.TitleElement) ?? front;

        // og:title often carries the outlet's name too.
        if (facts.Outlet is { } outlet && headline is not null)
        {
            foreach (var stroke in Strokes)
            {
                if (headline.EndsWith(stroke + outlet, StringComparison.OrdinalIgnoreCase))
                {
                    headline = headline[..^(stroke.Length + outlet.Length)].Trim();
                    break;
                }
            }
        }

        return (headline, back is not null && headline is not null && BodyTrim.Same(front!, headline) ? back : null);
    }

    /// <summary>The names of the first byline near the body; null where none stands there.</summary>
    public static string? Byline(PageTree page)
    {
        var (first, last) = (page.Blocks.FindIndex(b => b.Body), page.Blocks.FindLastIndex(b => b.Body));
        for (var i = Math.Max(0, first - 15); first >= 0 && i < Math.Min(page.Blocks.Count, last + 3); i++)
        {
            var block = page.Blocks[i];
            if (block.Kind == FurnitureKind.Byline && TopLines.Names(block.Text) is { Length: > 2 and < 80 } names)
            {
                return names;
            }
        }

        return Unmarked(page, first);
    }

    // A name without "By": in an element named for it, or before a day, between headline and body.
    private static string? Unmarked(PageTree page, int first)
    {
        if (first < 0)
        {
            return null;
        }

        var headline = page.Blocks.FindLastIndex(Math.Min(first + 1, page.Blocks.Count - 1), b => !b.Hidden && (b.Kind is FurnitureKind.Headline || page.Elements[b.Element].Tag == "h1"));
        for (var i = Math.Max(0, headline < 0 ? first - 6 : headline - 2); i < Math.Min(page.Blocks.Count, first + 2); i++)
        {
            var block = page.Blocks[i];
            if (!block.Hidden && !block.Body && block.Kind is null or FurnitureKind.Byline or FurnitureKind.Dateline or FurnitureKind.Other && i != headline
                && TopLines.Name(block.Text, dated: block.Kind is not FurnitureKind.Byline || !Named(page, block)) is { } name)
            {
                return name;
            }
        }

        return null;
    }

    private static bool Named(PageTree page, PageBlock block)
    {
        var e = block.Element;
        for (var step = 0; e > 0 && step < 3; step++, e = page.Elements[e].Parent)
        {
            if (page.Elements[e].Zone is FurnitureKind.Byline)
            {
                return true;
            }
        }

        return false;
    }

    // Of several h1 the one that the title element repeats, else the last before the body; logos are h1 too, so one alone must not be the outlet.
    private static string? FirstHeading(PageTree page, int first, string? title)
    {
        string? last = null;
        for (var i = 0; i < page.Blocks.Count && (i <= first + 3 || last is null); i++)
        {
            var block = page.Blocks[i];
            if (block.Hidden || page.Elements[block.Element].Tag != "h1" || block.Text.Length > 300)
            {
                continue;
            }

            if (title is not null && title.Contains(block.Text, StringComparison.OrdinalIgnoreCase) && block.Text.Length * 2 > title.Length)
            {
                return block.Text;
            }

            last = block.Text;
        }

        return last is { Length: >= 10 } ? last : null;
    }

    private static (string? Front, string? Back) Parted(string? title)
    {
        if (title is null)
        {
            return default;
        }

        var (at, length) = (-1, 0);
        foreach (var stroke in Strokes)
        {
            if (title.LastIndexOf(stroke, StringComparison.Ordinal) is var found && found > at)
            {
                (at, length) = (found, stroke.Length);
            }
        }

        var back = at < 0 ? null : title[(at + length)..].Trim();
        return back is { Length: > 1 and <= LongestOutlet } && at >= 10 ? (title[..at].Trim(), back) : (title, null);
    }
}
