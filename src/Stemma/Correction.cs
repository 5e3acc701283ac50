using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Stemma;

/// <summary>One act of a person: who, when, why, what; aimed at words, so that it finds its place after a re-read.</summary>
/// <param name="At">UTC, ISO 8601, from the clock of the face that took it.</param>
/// <param name="Verb">accept, reject, add, edge, speaker, act, hedge, evidence, article, merge, split, join, part, parent, dispute, note, undo.</param>
/// <param name="Before">What stood before, as JSON; null where nothing did.</param>
/// <param name="After">What stands now; null where nothing does.</param>
/// <param name="Previous">SHA-256 of the line before in the log; "" for the first.</param>
/// <param name="Together">What several acts done as one have in common, so that they are taken back as one; null for an act by itself.</param>
public sealed record Correction(
    string Id,
    string At,
    string By,
    string Verb,
    CorrectionTarget Target,
    JsonNode? Before,
    JsonNode? After,
    string? Reason,
    string Previous,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Together = null);

/// <summary>What a correction is aimed at.</summary>
/// <param name="Article">The article, where it is about one.</param>
/// <param name="Quote">The words aimed at and what stands around them.</param>
/// <param name="Span">Where they stood when the person pointed.</param>
/// <param name="Id">The finding's identifier at that time.</param>
public sealed record CorrectionTarget(string? Article, Quote? Quote, Spans? Span, string? Id);

/// <summary>Words with what stands before and after (W3C Web Annotation, TextQuoteSelector).</summary>
public sealed record Quote(string Exact, string Prefix, string Suffix);
