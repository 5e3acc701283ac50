namespace Stemma.Articles.Intake;

/// <summary>How large may one thing be before it is refused? What keeps memory bounded whatever comes in.</summary>
internal static class Limits
{
    /// <summary>Bytes of one article, page, line or record. The longest page of 341 real ones has 3 MB; a book has 2 MB; ten times that.</summary>
    public const int Page = 32 << 20;

    /// <summary>Milliseconds for one paper: pdftotext needs 200 for a hundred pages.</summary>
    public const int Paper = 60_000;

    public const string TooLarge = "more than 32 MiB in one piece: too large for an article.";
}
