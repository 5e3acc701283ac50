namespace Stemma;

/// <summary>How two statements stand to each other on one point, with the words of both and a reason.</summary>
/// <param name="Statements">Identifiers of the two statements; in a pair of articles, first article's first.</param>
public sealed record Dispute(
    string Id,
    DisputeRelation Relation,
    IReadOnlyList<string> Statements,
    Slot? Slot,
    string Reason,
    IReadOnlyList<ArticleSpan> Spans,
    double Confidence);

public enum DisputeRelation
{
    Denies,
    Contradicts,
    Updates,
    Compatible,
}
