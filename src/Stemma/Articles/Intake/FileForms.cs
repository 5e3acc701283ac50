using System.Security.Cryptography;

namespace Stemma.Articles.Intake;

/// <summary>Which reader does a file want? By the end of its name, and where that says nothing by its first bytes.</summary>
internal static class FileForms
{
    public static IEnumerable<Taken> FromFile(FileStream file, string path, Said said)
    {
        var name = Path.GetFileName(path);
        var packed = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
        var plain = packed ? name[..^3] : name;
        var stem = Path.GetFileNameWithoutExtension(plain);
        var ending = Path.GetExtension(plain).ToLowerInvariant();
        if (ending == ".warc")
        {
            return Warc.Read(file, path, stem, packed, said);
        }

        if (ending == ".pdf" && !packed)
        {
            return [Paper.Read(file, path, stem, said)];
        }

        Stream stream = packed ? new PackedStream(file) : file;
        return ending switch
        {
            ".jsonl" or ".ndjson" => JsonLines.Read(stream, path, stem, said),
            ".xml" or ".rss" or ".atom" or ".rdf" => Feed.Read(stream, path, stem, said),
            ".json" => JsonFeed.Read(stream, path, stem, said),
            ".html" or ".htm" or ".xhtml" or ".shtml" => Whole(stream, path, stem, PageForm.Html, said),
            ".txt" or ".text" => Whole(stream, path, stem, PageForm.Text, said),
            _ => Whole(stream, path, stem, null, said),
        };
    }

    public static IEnumerable<Taken> FromStream(Stream stream, string path, Said said) => Whole(stream, path, "standard-input", null, said);

    /// <summary>A page made of these bytes, or why not. The form is told by the first words where the caller cannot.</summary>
    public static Taken Page(byte[] bytes, string path, string stem, PageForm? form, Said said, Said? carried = null, string? given = null, string? charset = null)
    {
        form ??= BeginsAsHtml(bytes) ? PageForm.Html : null;
        var decoded = Decoding.Read(bytes, form == PageForm.Text ? null : charset ?? DeclaredCharset.Of(bytes), mendable: form == PageForm.Html);
        if (decoded.Problem is not null)
        {
            return Intake.Refuse(path, decoded.Problem);
        }

        var text = decoded.Text!;
        if (string.IsNullOrWhiteSpace(text))
        {
            return Intake.Refuse(path, "nothing but white space in it.");
        }

        form ??= LooksLikeHtml(text) ? PageForm.Html : PageForm.Text;
        if (form == PageForm.Html && CutInsideTag(text))
        {
            return Intake.Refuse(path, $"it ends inside a tag (character {text.LastIndexOf('<')}): the page looks cut off.");
        }

        return new Taken(
            new RawPage
            {
                File = path,
                Name = stem,
                Given = given,
                Original = bytes,
                Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
                Form = form.Value,
                Content = text,
                Said = said,
                Carried = carried ?? Said.Nothing,
                Trouble = decoded.Trouble is null ? [] : [decoded.Trouble],
            },
            null);
    }

    private static IEnumerable<Taken> Whole(Stream stream, string path, string stem, PageForm? form, Said said)
    {
        var (bytes, problem) = Bounded.ReadAll(stream);
        if (problem is not null)
        {
            return [Intake.Refuse(path, problem)];
        }

        if (bytes!.Length == 0)
        {
            return [Intake.Refuse(path, "it is empty.")];
        }

        return form is null && LooksLikeFeed(bytes)
            ? Feed.Read(new MemoryStream(bytes), path, stem, said)
            : [Page(bytes, path, stem, form, said)];
    }

    // Before the encoding is known, since a page is allowed single wrong bytes and says its own charset.
    private static bool BeginsAsHtml(byte[] bytes) => bytes is not [0xFF or 0xFE, ..] && LooksLikeHtml(System.Text.Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 1024)).TrimStart('\u00EF', '\u00BB', '\u00BF'));

    internal static bool LooksLikeHtml(string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, 1024)).TrimStart();
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || (start.StartsWith("<", StringComparison.Ordinal) && start.Contains("<html", StringComparison.OrdinalIgnoreCase));
    }

    private static bool LooksLikeFeed(byte[] bytes)
    {
        var start = bytes.AsSpan(0, Math.Min(bytes.Length, 1024));
        return start.TrimStart(" \r\n\t\uFEFF"u8).StartsWith("<"u8) && (start.IndexOf("<rss"u8) >= 0 || start.IndexOf("<feed"u8) >= 0 || start.IndexOf("<rdf:RDF"u8) >= 0);
    }

    // A missing end tag is common and harmless; a tag that begins and never ends is a page of which the rest was lost.
    private static bool CutInsideTag(string text)
    {
        var open = text.LastIndexOf('<');
        return open >= 0
            && text.IndexOf('>', open) < 0
            && open + 1 < text.Length
            && (char.IsAsciiLetter(text[open + 1]) || text[open + 1] is '/' or '!')
            && text.IndexOf("</html", StringComparison.OrdinalIgnoreCase) is var end && (end < 0 || end == open);
    }
}
