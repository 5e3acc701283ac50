namespace Stemma.Ledger;

/// <summary>Turns findings into targets of corrections, and targets back into the findings they mean today.</summary>
public static class Pointing
{
    // A finding that a newer reader cut differently is still the same if it shares at least half of both; below, an orphan is safer.
    private const double SameEnough = 0.5;

    // An article is remembered by its first words.
    private const int FirstWords = 64;

    public static CorrectionTarget At(ArticleFindings findings, Spans spans, string? id)
    {
        var text = findings.Article.Text;
        return new CorrectionTarget(findings.Article.Id, Anchors.QuoteOf(text, spans), LedgerJson.Outside(CodePoints.Of(text), spans), id);
    }

    public static CorrectionTarget At(ArticleFindings findings)
    {
        var text = findings.Article.Text;
        var end = Math.Min(FirstWords, text.Length);
        return At(findings, Spans.Of(0, end < text.Length && char.IsLowSurrogate(text[end]) ? end + 1 : end), findings.Article.Id);
    }

    public static CorrectionTarget At(ArticleFindings findings, Statement statement, string? id) => At(findings, PlaceOf(statement), id);

    /// <summary>Is this target in this article? An article that was renamed is known by the identifier it came with and by its words.</summary>
    public static bool IsIn(this CorrectionTarget target, ArticleFindings findings) =>
        target.Article is { } article
        && (article == findings.Article.Id || (article == findings.Article.Given && (target.Quote is null || Find(target, findings) is not null)));

    /// <summary>Where the words stand now; null where they are not found.</summary>
    public static Spans? Find(CorrectionTarget target, ArticleFindings findings) =>
        target is { Quote: { } quote, Span: { } span }
            ? Anchors.Find(findings.Article.Text, quote, LedgerJson.Inside(CodePoints.Of(findings.Article.Text), span))
            : null;

    public static Statement? Statement(CorrectionTarget target, ArticleFindings findings, IReadOnlyList<Statement> statements)
    {
        if (Find(target, findings) is not { } place)
        {
            return null;
        }

        var exact = statements.Where(s => PlaceOf(s).Equals(place)).ToList();
        return exact.Find(s => CaseIds.Statement(findings.Article, s) == target.Id) ?? exact.FirstOrDefault() ?? Nearest(statements, PlaceOf, place);
    }

    public static Actor? Actor(CorrectionTarget target, ArticleFindings findings)
    {
        if (Find(target, findings) is not { } place)
        {
            return null;
        }

        return findings.Actors.FirstOrDefault(a => a.Mentions.Contains(place))
            ?? findings.Actors
                .Select(a => (Actor: a, Share: a.Mentions.Select(m => Share(m.Hull, place.Hull)).DefaultIfEmpty().Max()))
                .Where(a => a.Share >= SameEnough)
                .OrderByDescending(a => a.Share)
                .Select(a => a.Actor)
                .FirstOrDefault();
    }

    public static Event? Event(CorrectionTarget target, ArticleFindings findings)
    {
        if (Find(target, findings) is not { } place)
        {
            return null;
        }

        return findings.Events.FirstOrDefault(e => e.Span.Equals(place) || (e.Mentions?.Any(m => m.Span.Equals(place)) ?? false))
            ?? Nearest(findings.Events, e => e.Span, place);
    }

    /// <summary>The words a statement is known by: what it says, else what hands it over, else who.</summary>
    public static Spans PlaceOf(Statement statement) =>
        !statement.Content.IsEmpty ? statement.Content : !statement.Cue.IsEmpty ? statement.Cue : statement.Source;

    private static T? Nearest<T>(IEnumerable<T> all, Func<T, Spans> placeOf, Spans place)
        where T : class => all
            .Select(x => (Finding: x, Share: Share(placeOf(x).Hull, place.Hull)))
            .Where(x => x.Share >= SameEnough)
            .OrderByDescending(x => x.Share)
            .Select(x => x.Finding)
            .FirstOrDefault();

    private static double Share(TextSpan a, TextSpan b)
    {
        var common = Math.Min(a.End, b.End) - Math.Max(a.Begin, b.Begin);
        return common <= 0 ? 0 : (double)common / a.Hull(b).Length;
    }
}
