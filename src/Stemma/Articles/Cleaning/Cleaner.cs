namespace Stemma.Articles.Cleaning;

/// <summary>What a page shows a reader: its words, headline, byline, outlet, day, chain; furniture marked.</summary>
/// <param name="Published">Stated in the words or in the page's metadata; null where neither tells.</param>
/// <param name="Page">Where the text stands in the mark-up of its page; null where the text is the page.</param>
/// <param name="Parts">What on a page is something of its own; null for plain texts.</param>
/// <param name="Refusal">Why there is no article in it; null where there is one. The rest then tells what was found all the same.</param>
public sealed record CleanPage(
    Article Article,
    Publication? Published,
    IReadOnlyList<Furniture> Furniture,
    IReadOnlyList<ChainLink> Chain,
    IReadOnlyList<Trouble> Trouble,
    PageMap? Page = null,
    IReadOnlyList<PagePart>? Parts = null,
    Refusal? Refusal = null);

/// <summary>What of this page is the article? Finds the words a reader sees, marks what is no body, and reads what the page says of itself.</summary>
/// <remarks>What a person said wins, then what the carrier said, then the page's own metadata, then its words.</remarks>
public static class Cleaner
{
    public static CleanPage Clean(RawPage page)
    {
        var told = new Said
        {
            Outlet = page.Said.Outlet ?? page.Carried.Outlet,
            Url = page.Said.Url ?? page.Carried.Url,
            Title = page.Said.Title ?? page.Carried.Title,
            Byline = page.Said.Byline ?? page.Carried.Byline,
            Published = page.Said.Published ?? page.Carried.Published,
        };
        var draft = page.Form == PageForm.Html ? Pages.PageCleaner.Clean(page.Content, told) : TextCleaner.Clean(page.Content, told);
        var chain = ChainReader.Read(draft, told.Outlet);
        var name = page.Name ?? Path.GetFileNameWithoutExtension(page.File);
        return new CleanPage(
            new Article
            {
                Id = page.Given ?? (name.Length > 0 ? name : page.File),
                Given = page.Given,
                File = page.File,
                Sha256 = page.Sha256,
                Outlet = told.Outlet ?? chain.Outlet ?? draft.Outlet,
                Url = told.Url ?? draft.Url,
                Title = told.Title ?? draft.Title,
                Byline = told.Byline ?? draft.Byline,
                Fetched = page.Archived?.Fetched,
                Text = draft.Text,
            },
            Said(page.Said.Published, PublicationSource.Stated, "said with the input") ?? Said(page.Carried.Published, PublicationSource.Metadata, "told by the file it came in") ?? draft.Published,
            Marked(draft),
            chain.Links,
            [.. page.Trouble, .. draft.Trouble],
            draft.Page,
            draft.Parts,
            draft.Refused is null ? null : new Refusal(page.File, draft.Refused));
    }

    private static Publication? Said(string? day, PublicationSource from, string why) =>
        day is null ? null : new Publication(Edtf.Parse(day), from, Spans.None, why);

    private static List<Furniture> Marked(Draft draft) =>
        [.. draft.Blocks.Where(b => b.Kind is not null && !b.Span.IsEmpty).OrderBy(b => b.Span).Select(b => new Furniture(Spans.Of(b.Span.Begin, b.Span.End), b.Kind!.Value))];
}
