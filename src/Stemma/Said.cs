namespace Stemma;

/// <summary>What a person says about an article that the file does not say (`--outlet`, `--url`, …). It wins over what is found.</summary>
public sealed record Said
{
    public static readonly Said Nothing = new();

    public string? Outlet { get; init; }

    public string? Url { get; init; }

    public string? Title { get; init; }

    public string? Byline { get; init; }

    /// <summary>An EDTF date.</summary>
    public string? Published { get; init; }
}
