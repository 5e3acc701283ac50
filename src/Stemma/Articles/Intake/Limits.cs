namespace Stemma.Articles.Intake;

/// <summary>How large may one thing be before it is refused? What keeps memory bounded whatever comes in.</summary>
internal static class Limits
{
    /// <summary>Bytes of one article, page, line or record. The longest of 341 real pages has 1.4 million characters; twenty times that.</summary>
    public const int Page = 32 << 20;

    /// <summary>Milliseconds for one paper, after which pdftotext is stopped: long enough for a book on a busy machine.</summary>
    public const int Paper = 60_000;

    public const string TooLarge = "more than 32 MiB in one piece: too large for an article.";
}
