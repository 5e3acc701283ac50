using System.Text.Json.Serialization;

namespace Stemma;

/// <summary>A part of a page that is something of its own: an entry of a live blog, a post from elsewhere, a pull quote, a picture of a gallery.</summary>
/// <remarks>Parts say what stands where, <see cref="Furniture"/> what is no body: an entry, a post and mostly a pull quote are body all the same, a picture's words are a caption.</remarks>
/// <param name="Span">From its first word to its last, in one piece.</param>
public sealed record PagePart(Spans Span, PagePartKind Kind)
{
    /// <summary>Its own time as the page gives it: "2031-05-05T14:20:00+02:00", "14:20", "2031-05-05"; null where it gives none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? At { get; init; }

    /// <summary>Whose it is, as the page writes it; null where it does not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? By { get; init; }
}

public enum PagePartKind
{
    /// <summary>One entry of a live blog, with its own time.</summary>
    Entry,

    /// <summary>A post of a social network, shown whole inside the article.</summary>
    Post,

    /// <summary>Words of the article shown once more, large and to the side.</summary>
    PullQuote,

    /// <summary>One picture of a gallery with its words.</summary>
    Picture,
}
