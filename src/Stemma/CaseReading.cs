namespace Stemma;

/// <summary>Everything that only shows between the articles of a case: a function of its parcels, worked out when somebody asks.</summary>
/// <remarks>Identifiers are case-wide and made from content. Lists are in a defined order, so the same set of parcels gives the same bytes.</remarks>
public sealed record CaseReading
{
    /// <summary>Article to story.</summary>
    public IReadOnlyDictionary<string, string> Stories { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<Passage> Passages { get; init; } = [];

    public IReadOnlyList<Hop> Hops { get; init; } = [];

    public IReadOnlyList<Origin> Origins { get; init; } = [];

    /// <summary>Pages that were changed after they came out, each version against the one before.</summary>
    public IReadOnlyList<Revision> Revisions { get; init; } = [];

    public IReadOnlyList<CaseActor> Actors { get; init; } = [];

    public IReadOnlyList<CaseEvent> Events { get; init; } = [];

    /// <summary>Statements with case-wide identifiers, actors and events; outlet-voice ones only where they speak of what a reported one speaks of.</summary>
    public IReadOnlyList<CaseStatement> Statements { get; init; } = [];

    public IReadOnlyList<Account> Accounts { get; init; } = [];

    public IReadOnlyList<Dispute> Disputes { get; init; } = [];

    public IReadOnlyList<ClaimHop> ClaimHops { get; init; } = [];

    /// <summary>Who was accused of what, and what they answered in these articles.</summary>
    public IReadOnlyList<Answer> Answers { get; init; } = [];

    /// <summary>Who first held one thing and later another.</summary>
    public IReadOnlyList<Turn> Turns { get; init; } = [];

    /// <summary>Statements in which somebody refuses to comment; a refusal to do something is none.</summary>
    public IReadOnlyList<string> NoComment { get; init; } = [];
}

/// <summary>One person or body across articles, with every name it goes by and the passage that gave it.</summary>
public sealed record CaseActor(string Id, string Name, ActorKind Kind, string? Country, IReadOnlyList<Alias> Aliases);

public sealed record Alias(string Words, string Article, Spans Span);

/// <summary>One happening across articles.</summary>
public sealed record CaseEvent(
    string Id,
    string Kind,
    Moment? Date,
    IReadOnlyList<string> Places,
    IReadOnlyList<string> Articles,
    IReadOnlyList<CaseMention> Mentions,
    Vote? Vote,
    string Why);

public sealed record CaseMention(string Article, Spans Span, EventStatus Status);

/// <summary>A statement in a case: the finding with case-wide identifiers, and what people made of it.</summary>
/// <param name="Local">Its identifier in the findings of its article.</param>
public sealed record CaseStatement(Statement Statement, string Article, string Local, StatementState State);

public enum StatementState
{
    Machine,
    Accepted,
    Corrected,
    Added,
    Rejected,
}

/// <summary>Somebody was accused: by whom, and did they answer in these articles?</summary>
/// <param name="Statement">The accusing statement.</param>
/// <param name="Accused">The actor.</param>
/// <param name="Kind">"denies", "declines to comment", "answers" by the accused or who speaks for them; "others deny" where only others deny it; else "no answer given".</param>
/// <param name="By">The statements that answer; empty where none does.</param>
public sealed record Answer(string Statement, string Accused, string Kind, IReadOnlyList<string> By);
