using System.Text.Json.Serialization;

namespace Stemma;

/// <summary>How two statements stand to each other on one point, with the words of both and a reason.</summary>
/// <param name="Statements">Identifiers of the two statements. In a case the first denies or updates the second; of a contradiction the first article's, or the earlier in the text, is first. A person's tie keeps the order in which it was made.</param>
/// <param name="Spans">The words of both sides, in the order of the statements.</param>
public sealed record Dispute(
    string Id,
    DisputeRelation Relation,
    IReadOnlyList<string> Statements,
    Slot? Slot,
    string Reason,
    IReadOnlyList<ArticleSpan> Spans,
    double Confidence)
{
    /// <summary>In a case: the one happening that both sides are about; null where neither tells of one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Event { get; init; }

    /// <summary>Its confidence comes from signs of two clauses of two short texts that no rejection in words bears out: where many such texts tell one matter, chance has a say in it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Summed { get; init; }
}

public enum DisputeRelation
{
    Denies,
    Contradicts,
    Updates,
    Compatible,
}
