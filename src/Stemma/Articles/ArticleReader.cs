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
    /// <summary>Raised whenever a finding can come out differently; findings of another version are made again.</summary>
    public const string Version = "1";

    public static ArticleFindings Read(RawPage page)
    {
        var clean = Cleaner.Clean(page);
        if (clean.Refusal is not null)
        {
            return new ArticleFindings { Reader = Version, Article = clean.Article, Page = clean.Page, Parts = clean.Parts, Furniture = clean.Furniture, Trouble = clean.Trouble, Refusal = clean.Refusal };
        }

        var prose = ProseReader.Read(clean.Article.Text, clean.Furniture);
        var attributed = AttributionReader.Read(prose);
        var acted = ActorReader.Read(prose, clean.Article, attributed.Statements, clean.Published?.Moment);
        var dated = DateReader.Read(prose, clean.Article, clean.Published, acted.Statements);
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
