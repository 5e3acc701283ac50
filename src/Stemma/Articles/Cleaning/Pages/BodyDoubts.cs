namespace Stemma.Articles.Cleaning.Pages;

/// <summary>Is what was found the whole article? Where the page tells of far more, the wider choice is tried; what stays doubtful is told.</summary>
internal static class BodyDoubts
{
    /// <summary>How many times as long as the body the page's own account of it must be. A judgement: half of an article is missed by nobody.</summary>
    private const double FarShorter = 1.5;

    /// <summary>How far beyond the page's own account a wider choice may go before it holds more than the article.</summary>
    private const double TooWide = 1.3;

    /// <summary>Elements outwards that are tried.</summary>
    private const int MostSteps = 4;

    /// <summary>Words of a body below which one that must be paid for is a stub.</summary>
    private const int LongestStub = 150;

    public static List<Trouble> Settle(PageTree page, List<PageElement> body, PageFacts facts, string? headline)
    {
        var doubts = new List<Trouble>();
        var (told, unit) = facts.Body is { } words ? (words.Count(char.IsLetterOrDigit), "letters") : (facts.WordCount, "words");
        var first = Long(page, facts);
        if (told > first * FarShorter)
        {
            var wider = Widen(page, body, facts, headline, told, first);
            doubts.Add(new Trouble("body-shorter-than-told", Spans.None, wider > first
                ? $"The page's own data tell of {told} {unit}; its likeliest body has {first}, so the wider choice was taken, with {wider}."
                : $"The page's own data tell of {told} {unit}; only {first} are shown as its body."));
        }

        var wall = page.Blocks.FindIndex(b => b.Kind == FurnitureKind.Paywall && !b.Hidden);
        if (wall > page.Blocks.FindIndex(b => b.Body))
        {
            doubts.Add(new Trouble("paywall", Spans.None, "The page stops at a paywall or shows one; the article may go on behind it."));
        }
        else if (facts.Paid && (doubts.Count > 0 || IsStub(page)))
        {
            doubts.Add(new Trouble("paywall", Spans.None, "The page says that it must be paid for, and shows only a beginning."));
        }

        return doubts;
    }

    // As many steps outwards as bring the body nearer to what is told, without going beyond it.
    private static int Widen(PageTree page, List<PageElement> body, PageFacts facts, string? headline, int told, int first)
    {
        var (kept, best) = (page.Blocks.ConvertAll(b => (b.Kind, b.Body)), first);
        for (var step = 0; step < MostSteps && body.Count > 0 && best * FarShorter < told && (body = BodyFinder.Wider(page, body)).Count > 0; step++)
        {
            BodyTrim.Trim(page, body, headline);
            var now = Long(page, facts);
            if (now > told * TooWide)
            {
                break;
            }

            if (now > best)
            {
                (kept, best) = (page.Blocks.ConvertAll(b => (b.Kind, b.Body)), now);
            }
        }

        for (var i = 0; i < kept.Count; i++)
        {
            (page.Blocks[i].Kind, page.Blocks[i].Body) = kept[i];
        }

        return best;
    }

    private static int Long(PageTree page, PageFacts facts) => facts.Body is null
        ? page.Blocks.Where(b => b.Body).Sum(b => Words(b.Text))
        : page.Blocks.Where(b => b.Body).Sum(b => b.Letters);

    private static int Words(string text)
    {
        var words = 0;
        for (var i = 0; i < text.Length; i++)
        {
            words += text[i] != ' ' && (i == 0 || text[i - 1] == ' ') ? 1 : 0;
        }

        return words;
    }

    // A few paragraphs, the last of them broken off or followed by nothing.
    private static bool IsStub(PageTree page) => page.Blocks.Where(b => b.Body).Sum(b => Words(b.Text)) is > 0 and < LongestStub;
}
