using System.Text.Json.Serialization;

namespace Stemma;

/// <summary>The second parcel: what two articles share. Symmetric: <see cref="First"/> is the one whose identifier sorts first (ordinal).</summary>
/// <remarks>Made from the two articles alone, so it is the same whichever came first and whatever else is in the case.</remarks>
public sealed record PairFindings
{
    public required string First { get; init; }

    public required string Second { get; init; }

    /// <summary>Copied words; <see cref="Passage.From"/> lies in <see cref="First"/>, <see cref="Passage.To"/> in <see cref="Second"/>.</summary>
    public IReadOnlyList<Passage> Passages { get; init; } = [];

    /// <summary>How much the two are about one thing, 0 to 1; null where it was not worked out.</summary>
    public double? SameStory { get; init; }

    /// <summary>How much of their words the two have in common, weighed by rarity; null where <see cref="SameStory"/> is.</summary>
    public double? Nearness { get; init; }

    /// <summary>Log-odds that two texts of a few sentences tell of one matter; null where either is longer or they were not laid side by side.</summary>
    public double? OneMatter { get; init; }

    /// <summary>Events of the two that are one happening.</summary>
    public IReadOnlyList<Tie> SameEvents { get; init; } = [];

    /// <summary>Actors of the two that are one person or body.</summary>
    public IReadOnlyList<Tie> SameActors { get; init; } = [];

    /// <summary>Statements of the two that deny, contradict, update or agree with each other; weak ones too, down to 0.05.</summary>
    public IReadOnlyList<Dispute> Disputes { get; init; } = [];

    [JsonIgnore]
    public bool IsEmpty => Passages.Count == 0 && SameStory is null && SameEvents.Count == 0 && SameActors.Count == 0 && Disputes.Count == 0;
}

/// <summary>Something of the first article is the same as something of the second, with the reason.</summary>
/// <param name="First">Local identifier in the first article.</param>
/// <param name="Second">Local identifier in the second article.</param>
public sealed record Tie(string First, string Second, double Confidence, string Reason)
{
    /// <summary>Of happenings: the two are told of different days, and all else is alike, so the day is in dispute.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool OtherDay { get; init; }
}

/// <summary>Words of one article of a case.</summary>
public sealed record ArticleSpan(string Article, Spans Span);
