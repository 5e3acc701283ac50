namespace Stemma;

/// <summary>A page as it came in: its bytes' hash, its decoded words or mark-up, and what was said beside it.</summary>
public sealed record RawPage
{
    /// <summary>Where it was read from: a path, a path and a line ("feed.jsonl, line 3"), an archive and an offset.</summary>
    public required string File { get; init; }

    /// <summary>The identifier that came with it; null where none came.</summary>
    public string? Given { get; init; }

    /// <summary>What it is called where no identifier came: the file's stem, with the place in it ("feed-3"); null means the stem of <see cref="File"/>.</summary>
    public string? Name { get; init; }

    /// <summary>The bytes as received.</summary>
    public required ReadOnlyMemory<byte> Original { get; init; }

    /// <summary>SHA-256 of <see cref="Original"/>, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    public required PageForm Form { get; init; }

    /// <summary>The decoded text, or the decoded mark-up: exactly as decoded, without a byte order mark.</summary>
    public required string Content { get; init; }

    /// <summary>What a person said on the command line; wins over everything.</summary>
    public Said Said { get; init; } = Said.Nothing;

    /// <summary>What the carrier said (fields of a JSON line, of a feed entry, of an archive record); wins over what the words say.</summary>
    public Said Carried { get; init; } = Said.Nothing;

    /// <summary>The archive's record, where it came out of one; null elsewhere.</summary>
    public Archived? Archived { get; init; }

    public IReadOnlyList<Trouble> Trouble { get; init; } = [];
}

/// <summary>How an archive names a page: the record, when it was fetched, the digest of its words. Each null where the archive does not say.</summary>
public sealed record Archived(string? Record, string? Fetched, string? Digest);

public enum PageForm
{
    Text,
    Html,
}

/// <summary>Why something could not be read: the file, the place in it and what to do about it.</summary>
public sealed record Refusal(string File, string Message);
