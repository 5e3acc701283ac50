namespace Stemma.Articles.Cleaning;

/// <summary>What a page shows a reader: its words, headline, byline, outlet, day, chain; furniture marked.</summary>
/// <param name="Published">Stated in the words or in the page's metadata; null where neither tells.</param>
public sealed record CleanPage(
    Article Article,
    Publication? Published,
    IReadOnlyList<Furniture> Furniture,
    IReadOnlyList<ChainLink> Chain,
    IReadOnlyList<Trouble> Trouble);

public static class Cleaner
{
    public static CleanPage Clean(RawPage page) => new(
        new Article
        {
            Id = page.Given ?? Path.GetFileNameWithoutExtension(page.File),
            Given = page.Given,
            File = page.File,
            Sha256 = page.Sha256,
            Outlet = page.Said.Outlet ?? page.Carried.Outlet,
            Url = page.Said.Url ?? page.Carried.Url,
            Title = page.Said.Title ?? page.Carried.Title,
            Byline = page.Said.Byline ?? page.Carried.Byline,
            Text = page.Content,
        },
        (page.Said.Published ?? page.Carried.Published) is { } day
            ? new Publication(Edtf.Parse(day), PublicationSource.Stated, Spans.None, "said with the input")
            : null,
        [],
        [],
        page.Trouble);
}
