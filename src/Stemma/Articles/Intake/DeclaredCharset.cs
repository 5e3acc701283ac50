using System.Text;

namespace Stemma.Articles.Intake;

/// <summary>Which encoding does a page declare for itself? `&lt;meta charset=…&gt;`, `content="text/html; charset=…"` or the XML declaration.</summary>
internal static class DeclaredCharset
{
    /// <summary>Browsers look at the first 1,024 bytes; real pages put scripts before it, so four times that.</summary>
    private const int LookedAt = 4096;

    public static string? Of(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, LookedAt)]);
        if (head.TrimStart().StartsWith("<?xml", StringComparison.Ordinal) && head.IndexOf("?>", StringComparison.Ordinal) is var end and > 0
            && Value(head[..end], "encoding") is { } xml)
        {
            return xml;
        }

        for (var at = 0; (at = head.IndexOf("<meta", at, StringComparison.OrdinalIgnoreCase)) >= 0; at += 5)
        {
            var close = head.IndexOf('>', at);
            if (close < 0)
            {
                return null;
            }

            if (Value(head[at..close], "charset") is { } charset)
            {
                return charset;
            }
        }

        return null;
    }

    /// <summary>The charset of a Content-Type line; null where it has none.</summary>
    public static string? OfContentType(string? line) => line is null ? null : Value(line, "charset");

    private static string? Value(string words, string name)
    {
        var at = words.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        at += name.Length;
        while (at < words.Length && (words[at] is '=' or '"' or '\'' || char.IsWhiteSpace(words[at])))
        {
            at++;
        }

        var end = at;
        while (end < words.Length && (char.IsAsciiLetterOrDigit(words[end]) || words[end] is '-' or '_' or ':' or '.'))
        {
            end++;
        }

        return end > at ? words[at..end] : null;
    }
}
