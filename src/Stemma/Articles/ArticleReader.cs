using Stemma.Articles.Actors;
using Stemma.Articles.Attribution;
using Stemma.Articles.Cleaning;
using Stemma.Articles.Dates;
using Stemma.Articles.Happenings;
using Stemma.Articles.Sentences;

namespace Stemma.Articles;

/// <summary>The table of contents of this storey: one raw page in, everything it says by itself out.</summary>
/// <remarks>A function: no clock, no file, no memory. It may run on any thread, many at a time.</remarks>
public static class ArticleReader
{
    /// <summary>Counted up with every release in which a finding of an article, or of two laid side by side, can come out differently: what an older version found is made again when its case is opened.</summary>
    public const string Version = "5";

    public static ArticleFindings Read(RawPage page) => Read([page])[0];

    /// <summary>Several pages, each read by itself all the same: only the tagger's sums are done side by side, which costs less for short articles.</summary>
    public static IReadOnlyList<ArticleFindings> Read(IReadOnlyList<RawPage> pages)
    {
        var cleaned = pages.Select(Cleaner.Clean).ToList();
        var articles = cleaned.Where(c => c.Refusal is null).ToList();
        var proses = articles.Select(a => ProseReader.Read(a.Article.Text, Unread(a))).ToList();
        var attributed = AttributionReader.Read(proses);
        var at = 0;
        return [.. cleaned.Select(c => c.Refusal is null ? Rest(c, proses[at], attributed[at++]) : Refused(c))];
    }

    // A pull quote is body where the page has it there, but it says again what stands beside it: read, it would be said twice.
    private static IReadOnlyList<Furniture> Unread(CleanPage clean)
    {
        var again = clean.Parts?.Where(p => p.Kind == PagePartKind.PullQuote && !clean.Furniture.Any(f => f.Span.Overlaps(p.Span))).Select(p => new Furniture(p.Span, FurnitureKind.Repeat)).ToList();
        return again is { Count: > 0 } ? [.. clean.Furniture.Concat(again).OrderBy(f => f.Span.Hull)] : clean.Furniture;
    }

    private static ArticleFindings Refused(CleanPage clean) =>
        new() { Reader = Version, Article = clean.Article, Page = clean.Page, Parts = clean.Parts, Furniture = clean.Furniture, Trouble = clean.Trouble, Refusal = clean.Refusal };

    private static ArticleFindings Rest(CleanPage clean, Prose prose, AttributionReading attributed)
    {
        var acted = ActorReader.Read(prose, clean.Article, attributed.Statements, clean.Published?.Moment);
        var handed = AttributionReader.WithWays(prose, acted.Statements, acted.Actors);
        var dated = DateReader.Read(prose, clean.Article, clean.Published, handed);
        var told = HappeningReader.Read(prose, dated.Published, dated.Dates, acted.Actors, dated.Statements);

        return new ArticleFindings
        {
            Reader = Version,
            Article = clean.Article,
            Page = clean.Page,
            Parts = clean.Parts,
            Published = dated.Published,
            Furniture = clean.Furniture,
            Chain = clean.Chain,
            Dates = told.Dates,
            Actors = acted.Actors,
            Statements = told.Statements,
            Events = told.Events,
            Trouble = [.. clean.Trouble, .. prose.Trouble, .. attributed.Trouble, .. dated.Trouble],
        };
    }
}
