using System.Text.Json.Serialization;

namespace Stemma;

/// <summary>A happening that an article tells of: what kind, realised or not, when, where, who, whom, how many.</summary>
public sealed record Event
{
    /// <summary>The rule of what is told of such things in general ("terrorist attacks"): of none of them that another telling could be.</summary>
    public const string ToldInGeneral = "trigger, in general";

    /// <summary>Local to the article ("e2"); case-wide in a case ("E…").</summary>
    public required string Id { get; init; }

    /// <summary>attack, strike, vote, veto, meeting, sanction, explosion, killing, arrest, … (`Articles/Happenings/Data`).</summary>
    public required string Kind { get; init; }

    public required EventStatus Status { get; init; }

    /// <summary>The words that tell it: the trigger with its clause's core.</summary>
    public required Spans Span { get; init; }

    /// <summary>Who tells it there: the outlet itself, or somebody it reports (the statements whose <see cref="Statement.About"/> names it).</summary>
    public Voice Voice { get; init; } = Voice.Outlet;

    /// <summary>The other places in the article that speak of the same happening, in the order of the text.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<EventMention>? Mentions { get; init; }

    /// <summary>The day it is said to have happened; null where nothing tells.</summary>
    public Moment? Date { get; init; }

    public IReadOnlyList<Place> Places { get; init; } = [];

    /// <summary>Actors that did it.</summary>
    public IReadOnlyList<string> Who { get; init; } = [];

    /// <summary>Actors it was done to.</summary>
    public IReadOnlyList<string> Whom { get; init; } = [];

    /// <summary>With what it was done ("rockets", "chemical agents", "a knife"), in the article's words; empty where nothing tells.</summary>
    public IReadOnlyList<Means> With { get; init; } = [];

    public IReadOnlyList<Quantity> Quantities { get; init; } = [];

    /// <summary>Only for votes and vetoes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Vote? Vote { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Confidence { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Rule { get; init; }
}

/// <param name="Voice">The outlet's own, or somebody's whom it reports.</param>
public sealed record EventMention(Spans Span, EventStatus Status, Voice Voice = Voice.Outlet);

/// <summary>What something was done with, in the article's words without article and number.</summary>
public sealed record Means(string Words, Spans Span);

public enum EventStatus
{
    Happened,
    Planned,
    Threatened,
    Denied,
    Hypothetical,
}

/// <summary>A place where something happened.</summary>
/// <param name="Country">ISO 3166-1 alpha-3; null where unknown.</param>
public sealed record Place(string Name, string? Country, PlacePrecision Precision, Spans Span);

public enum PlacePrecision
{
    Point,
    Town,
    Province,
    Country,
}

/// <summary>A figure as bounds: "at least 40" is 40 to open; "59" is 59 to 59.</summary>
/// <param name="Of">What is counted: killed, injured, fired, for, against, …; null where it is not told.</param>
public sealed record Quantity(string Words, decimal? Low, decimal? High, string? Unit, string? Of, Spans Span);

/// <summary>A vote: on what, how far it got, how each voted.</summary>
/// <param name="Positions">Actor to position.</param>
public sealed record Vote(
    string? Body,
    string? Measure,
    VoteStage Stage,
    IReadOnlyList<string> Sponsors,
    IReadOnlyDictionary<string, VotePosition> Positions,
    string? Outcome)
{
    /// <summary>A dated record that knows of a vote of this day ("the Council's record lists a veto of this day"); a reference, never a verdict.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Record { get; init; }
}

public enum VoteStage
{
    Draft,
    Scheduled,
    Held,
    Vetoed,
    Adopted,
}

public enum VotePosition
{
    For,
    Against,
    Abstained,
    Veto,
    Absent,
}
