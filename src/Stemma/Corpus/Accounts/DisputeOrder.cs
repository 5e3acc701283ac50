namespace Stemma.Corpus.Accounts;

/// <summary>Which side of a dispute comes first, so that it reads "first denies second", "first updates second" wherever it is shown?</summary>
internal static class DisputeOrder
{
    /// <summary>One side of a dispute: its article, its words there, and its statement where it is one.</summary>
    public readonly record struct Side(ArticleFindings Article, string Words, Statement? Statement);

    /// <summary>The dispute with the side that denies, or the later news, in front; one that shows no such side stays as it was.</summary>
    public static Dispute Order(Dispute dispute, Func<int, Side> side)
    {
        if (dispute.Statements.Count != 2 || dispute.Relation is DisputeRelation.Contradicts or DisputeRelation.Compatible)
        {
            return dispute;
        }

        var (one, other) = (side(0), side(1));
        var turn = dispute.Relation == DisputeRelation.Denies
            ? Second(Acts(one), Acts(other)) ?? Second(Says(one), Says(other)) ?? false
            : one.Article.Published?.Moment.Earliest < other.Article.Published?.Moment.Earliest;
        return turn ? dispute with { Statements = [dispute.Statements[1], dispute.Statements[0]], Spans = [dispute.Spans[1], dispute.Spans[0]] } : dispute;
    }

    // Only one side shows the sign: is it the second?
    private static bool? Second(bool one, bool other) => one == other ? null : other;

    private static bool Acts(Side side) => side.Statement is { Act: Act.Deny } or { Denies.IsEmpty: false };

    private static bool Says(Side side) =>
        ClaimReader.Terms(side.Words, Spans.Of(0, side.Words.Length)).Any(t => ClaimWords.Is("negative", t.Lower) || ClaimWords.IsForm("deny-verb", t.Lower) || ClaimWords.IsForm("doubt-verb", t.Lower) || ClaimWords.Is("false-word", t.Lower));
}
