using System.Text.Json.Serialization;

namespace Stemma;

/// <summary>Somebody or something that acts or speaks in one article, with every place where it is meant.</summary>
public sealed record Actor
{
    /// <summary>Local to the article ("a3"); case-wide in a case ("A…").</summary>
    public required string Id { get; init; }

    /// <summary>The fullest name the article gives, without title; for the unnamed, their own words.</summary>
    public required string Name { get; init; }

    public required ActorKind Kind { get; init; }

    /// <summary>ISO 3166-1 alpha-3; null where none is known.</summary>
    public string? Country { get; init; }

    /// <summary>Title or role in the article's words ("interior minister"); null where none is told.</summary>
    public string? Role { get; init; }

    /// <summary>Every mention, pronouns and short names too, in the order of the text.</summary>
    public required IReadOnlyList<Spans> Mentions { get; init; }

    /// <summary>True where a place name stands for its government or people; null where it is no place name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Metonymic { get; init; }
}

public enum ActorKind
{
    Person,
    Organisation,
    State,
    Group,
    Outlet,
    Document,
    Place,
    Unnamed,
}
