using System.Text.Json.Serialization;

namespace Stemma;

/// <summary>Words that tell a time, and the time they tell (ISO-TimeML TIMEX3, and EDTF beside it).</summary>
/// <param name="Timex">The TIMEX3 value ("2031-05-04", "P2D", "2031-W18", "PAST_REF"); null where none can be given.</param>
/// <param name="Moment">The same as days; null for durations, sets and values that are no calendar stretch.</param>
/// <param name="Anchor">The day it was counted from, as EDTF; null for a date that needs none.</param>
public sealed record DateMention(
    Spans Span,
    TimexType Type,
    string? Timex,
    [property: JsonPropertyName("edtf")] Moment? Moment,
    string? Anchor)
{
    /// <summary>The zone an hour is told in: "Z", "-04:00", or its words where they give no offset ("local time"); null where none is told.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Zone { get; init; }

    /// <summary>The same minute in Universal Time, as EDTF ("2031-05-06T19:00:00Z"); null where day, minute or offset is not told.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonPropertyName("utc")]
    public string? Universal { get; init; }

    /// <summary>The TIMEX3 modifier (START, MID, END, APPROX, MORE_THAN, …); null where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Mod { get; init; }

    /// <summary>The rule that made it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Rule { get; init; }
}

public enum TimexType
{
    [JsonStringEnumMemberName("DATE")] Date,
    [JsonStringEnumMemberName("TIME")] Time,
    [JsonStringEnumMemberName("DURATION")] Duration,
    [JsonStringEnumMemberName("SET")] Set,
}
