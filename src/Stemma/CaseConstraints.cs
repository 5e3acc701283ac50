namespace Stemma;

/// <summary>What people said about a case that the machine must obey when it reads it anew: who is one, what is another happening, who denies whom.</summary>
/// <remarks>
/// Aimed at findings of single articles, never at case-wide identifiers: those are worked out anew and may change with the correction itself.
/// A constraint whose article or finding is no longer there has no effect.
/// </remarks>
public sealed record CaseConstraints
{
    public static readonly CaseConstraints None = new();

    /// <summary>merge: these two are one person or body.</summary>
    public IReadOnlyList<FindingPair> SameActors { get; init; } = [];

    /// <summary>split: these two are not one person or body, whatever else speaks for it.</summary>
    public IReadOnlyList<FindingPair> OtherActors { get; init; } = [];

    /// <summary>join: one happening; two articles without a finding: one story.</summary>
    public IReadOnlyList<FindingPair> Joined { get; init; } = [];

    /// <summary>part: two happenings; two articles without a finding: two stories.</summary>
    public IReadOnlyList<FindingPair> Parted { get; init; } = [];

    /// <summary>dispute: these two statements stand so to each other.</summary>
    public IReadOnlyList<TiedDispute> Tied { get; init; } = [];

    /// <summary>dispute none: these two statements do not dispute each other.</summary>
    public IReadOnlyList<FindingPair> Untied { get; init; } = [];

    /// <summary>reject: words whose reading a person took away; the machine gives them to nobody else on its own.</summary>
    public IReadOnlyList<ArticleSpan> Rejected { get; init; } = [];

    /// <summary>parent: this article took its words from that one; null: from none in this case.</summary>
    public IReadOnlyList<SetParent> Parents { get; init; } = [];
}

/// <summary>A finding of one article by its local identifier ("a3", "e1", "s7"); the article itself where <paramref name="Id"/> is null.</summary>
public sealed record FindingRef(string Article, string? Id);

/// <summary>Two findings, in no order.</summary>
public sealed record FindingPair(FindingRef One, FindingRef Other);

/// <summary>A dispute that a person made, with the person's reason.</summary>
public sealed record TiedDispute(FindingRef One, FindingRef Other, DisputeRelation Relation, Slot? Slot, string Reason);

/// <summary>The article and the one it took its words from; null where a person says it took them from none.</summary>
public sealed record SetParent(string Article, string? Parent);
