using System.Text;
using AngleSharp.Html.Parser;

namespace Stemma.Articles.Cleaning.Pages;

/// <summary>What of a web page is the article? The parser is borrowed (AngleSharp), the judgement is ours: gather, then take furniture away.</summary>
/// <remarks>
/// `text` is what the page shows, in document order, blocks apart by one line end, nothing cut; all that is no body is marked.
/// The text of scripts and styles is passed over while parsing. `IsScripting` stays off: it makes AngleSharp 1.10 two and a half times slower.
/// </remarks>
internal static class PageCleaner
{
    /// <summary>Elements inside elements: the deepest of 341 real pages has 51; what nests deeper is flattened by the parser.</summary>
    private const int Deepest = 512;

    /// <summary>Letters of body below which a page has no article: about fifteen words.</summary>
    private const int ShortestArticle = 80;

    /// <summary>Share of a page's prose below which what was found is no body but a rest. Found on 341 pages: bodies hold most prose, misled ones next to none.</summary>
    private const double LeastKept = 0.12;

    private static readonly HtmlParserOptions Options = new()
    {
        SkipComments = true,
        SkipScriptText = true,
        SkipRawText = true,
        SkipProcessingInstructions = true,
        DisableElementPositionTracking = true,
        IsKeepingSourceReferences = true,
        MaximumDepth = Deepest,
    };

    public static Draft Clean(string html, Said told)
    {
        if (PageGuard.Problem(html) is { } problem)
        {
            return new Draft { Text = "", Blocks = [], Refused = problem };
        }

        var document = new HtmlParser(Options).ParseDocument(html);
        var page = PageWalk.Walk(document.DocumentElement, html);
        var body = BodyFinder.Find(page);
        if (body.Count == 1 && LiveEntries.Around(page, body[0]) is { } live)
        {
            body = [live];
        }

        var facts = PageFacts.Of(document, page, html);
        var title = PageTitle.Of(facts, page, body.Count > 0 ? body[0].FirstBlock : 0);
        var headline = told.Title ?? title.Headline;
        BodyTrim.Trim(page, body, headline);
        if (BodyFinder.Kept(page) < LeastKept)
        {
            // The site's names mislead: a second look by tags alone.
            BodyTrim.Trim(page, body = BodyFinder.Find(page, names: false), headline);
        }

        if (page.Blocks.Where(b => b.Body).Sum(b => b.Letters) < ShortestArticle && BodyFinder.Called(page) is { Count: > 0 } called)
        {
            BodyTrim.Trim(page, body = called, headline);
        }

        var doubts = BodyDoubts.Settle(page, body, facts, headline);
        var parts = PageParts.Of(page);
        LiveEntries.MarkTimes(page, parts);
        var draft = Draft(page, html);
        draft.Title = title.Headline;
        draft.Byline = facts.Byline ?? PageTitle.Byline(page);
        draft.Outlet = facts.Outlet ?? title.Outlet ?? facts.Host;
        draft.Url = facts.Url;
        draft.Published = PageDay.Of(facts, page, html);
        draft.Parts = Parts(page, draft.Blocks, parts);
        draft.Trouble.AddRange(doubts);
        if (ConsentWall.Is(page))
        {
            draft.Blocks.ForEach(b => b.Kind ??= FurnitureKind.Other);
            draft.Refused = "no article in it: the page asks for consent to be followed and shows nothing else. Save it again after answering.";
            draft.Trouble.Add(new Trouble("consent-wall", Spans.None, "The page asks for consent and shows nothing else; the article was not sent."));
            return draft;
        }

        if (draft.Refused is not null && draft.Text.Length > 0 && draft.Title is not null && draft.Published is { From: PublicationSource.Metadata })
        {
            // A film, a picture or a poem with headline and day is an article, if one without paragraphs.
            draft.Refused = null;
            draft.Trouble.Add(new Trouble("no-prose", Spans.None, "The page has a headline and a day, but shows no paragraph of prose."));
        }

        return draft;
    }

    private static Draft Draft(PageTree page, string html)
    {
        var text = new StringBuilder();
        var blocks = new List<Block>(page.Blocks.Count);
        var body = 0;
        foreach (var block in page.Blocks)
        {
            if (block.Hidden)
            {
                continue;
            }

            if (text.Length > 0)
            {
                text.Append('\n');
            }

            var begin = text.Length;
            text.Append(block.Text);
            body += block.Body ? block.Letters : 0;
            blocks.Add(new Block(new TextSpan(begin, text.Length)) { Kind = block.Body ? null : block.Kind ?? FurnitureKind.Other });
        }

        var words = text.ToString();
        return new Draft
        {
            Text = words,
            Blocks = blocks,
            Page = Map(page, blocks, words, html),
            Refused = body < ShortestArticle ? "no article in it: the page shows no paragraph of prose." : null,
        };
    }

    private static List<PagePart> Parts(PageTree page, List<Block> blocks, List<PageParts.Found> found)
    {
        // Blocks that are never shown have no words in the text.
        var shown = new int[page.Blocks.Count + 1];
        for (var i = 0; i < page.Blocks.Count; i++)
        {
            shown[i + 1] = shown[i] + (page.Blocks[i].Hidden ? 0 : 1);
        }

        return [.. found.Where(f => shown[f.End] > shown[f.First])
            .Select(f => new PagePart(Spans.Of(blocks[shown[f.First]].Span.Begin, blocks[shown[f.End] - 1].Span.End), f.Kind) { At = f.At, By = f.By })];
    }

    private static PageMap Map(PageTree page, List<Block> blocks, string text, string html)
    {
        var (inside, there) = (CodePoints.Of(text), CodePoints.Of(html));
        var pieces = new List<PagePiece>();
        var next = 0;
        foreach (var block in page.Blocks)
        {
            if (block.Hidden)
            {
                continue;
            }

            var begin = blocks[next++].Span.Begin;
            foreach (var piece in block.Pieces)
            {
                pieces.Add(new PagePiece(inside.FromUtf16(new TextSpan(begin + piece.Text.Begin, begin + piece.Text.End)), there.FromUtf16(piece.Page)));
            }
        }

        return new PageMap(pieces);
    }
}
