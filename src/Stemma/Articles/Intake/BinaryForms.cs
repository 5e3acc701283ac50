namespace Stemma.Articles.Intake;

/// <summary>What is it, if not text? The commonest files that are given by mistake, known by their first bytes.</summary>
internal static class BinaryForms
{
    /// <summary>In words that end a sentence beginning "no text but"; null where nothing is known of it.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("%PDF-"u8) ? "a PDF paper; give it a name that ends in .pdf"
        : bytes.StartsWith("PK\x03\x04"u8) ? "a ZIP archive (or an office document); unpack it or save it as text, then add the result"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B, 8]) ? "data packed by gzip; give it a name that ends in .gz"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) ? "a picture (PNG)"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "a picture (JPEG)"
        : bytes.StartsWith("GIF8"u8) ? "a picture (GIF)"
        : bytes.StartsWith("RIFF"u8) ? "a picture or a recording (RIFF)"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) ? "an old office document; save it as text, then add the result"
        : bytes.StartsWith("SQLite format 3\0"u8) ? "a database (SQLite)"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0x7F, (byte)'E', (byte)'L', (byte)'F']) || bytes.StartsWith("MZ\x90"u8) ? "a program"
        : bytes.StartsWith("{\\rtf"u8) ? "an RTF document; save it as text, then add the result"
        : null;
}
