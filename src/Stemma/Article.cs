using System.Text.Json.Serialization;

namespace Stemma;

/// <summary>One article as it came: its text, exactly, and what names it.</summary>
public sealed record Article
{
    /// <summary>The identifier given with the input, else the file's stem; in a case: made from content (outlet, address, text).</summary>
    public required string Id { get; init; }

    /// <summary>The identifier that came with the input, where the case gave it another; null where none came.</summary>
    public string? Given { get; init; }

    /// <summary>The file, or file and line, it was read from.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of the bytes as received, in lower-case hex.</summary>
    public required string Sha256 { get; init; }

    public string? Outlet { get; init; }

    public string? Url { get; init; }

    public string? Title { get; init; }

    public string? Byline { get; init; }

    /// <summary>When an archive says it was fetched (UTC, ISO 8601); null where it came from none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Fetched { get; init; }

    /// <summary>The visible text, nothing cut, nothing normalised. What is no body is marked as <see cref="Furniture"/>.</summary>
    public required string Text { get; init; }
}
