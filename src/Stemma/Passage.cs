using System.Text.Json.Serialization;

namespace Stemma;

/// <summary>A stretch of words that two articles share, and what changed on the way.</summary>
/// <param name="Similarity">0 to 1; 1 where the words are the same.</param>
/// <param name="Changed">"hedge dropped: allegedly", "hedge added: …", "quotation marks dropped: …" (of a phrase), "quotation changed: …".</param>
public sealed record Passage(ArticleSpan From, ArticleSpan To, double Similarity, IReadOnlyList<string> Changed)
{
    /// <summary>
    /// What became of the claims, in the words of whom they were taken from: "attribution lost: Orlin Voss" (it stands there as the outlet's own), "denial dropped: Orlin Voss denied",
    /// "figure changed: 14 → 22", "quotation unmarked: …" (its words stand there without marks), "quotation dropped: …".
    /// </summary>
    public IReadOnlyList<string> Claims { get; init; } = [];

    /// <summary>Everything that was lost or changed.</summary>
    [JsonIgnore]
    public IEnumerable<string> Losses => Changed.Concat(Claims);
}
