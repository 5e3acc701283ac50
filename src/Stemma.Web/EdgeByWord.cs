using System.Globalization;

namespace Stemma.Web;

/// <summary>Where would an edge of these words stand if it moved by one word?</summary>
internal static class EdgeByWord
{
    /// <summary>The moves that are possible: the key, what it does, and the places of the words then, in signs of the text ("12-40,55-60").</summary>
    public static IEnumerable<(string Key, string Does, string Places)> Moves(string text, CodePoints map, Spans words)
    {
        if (words.IsEmpty)
        {
            yield break;
        }

        var (first, last) = (words[0], words[^1]);
        foreach (var (key, does, begin, end) in new[]
        {
            ("[", "begin a word earlier", BeginBefore(text, first.Begin), last.End),
            ("{", "begin a word later", BeginAfter(text, first.Begin), last.End),
            ("}", "end a word earlier", first.Begin, EndBefore(text, last.End)),
            ("]", "end a word later", first.Begin, EndAfter(text, last.End)),
        })
        {
            var moved = words.Select((s, n) => new TextSpan(n == 0 ? begin : s.Begin, n == words.Count - 1 ? end : s.End)).ToList();
            if ((begin, end) != (first.Begin, last.End) && moved.TrueForAll(s => !s.IsEmpty))
            {
                yield return (key, does, string.Join(',', moved.Select(map.FromUtf16).Select(s => $"{s.Begin}-{s.End}")));
            }
        }
    }

    private static int EndAfter(string text, int at)
    {
        var next = at;
        while (next < text.Length && KindOf(text, next) == Kind.Space)
        {
            next++;
        }

        return next == text.Length ? at : EndOf(text, next);
    }

    private static int BeginBefore(string text, int at)
    {
        var next = at;
        while (next > 0 && KindOf(text, next - 1) == Kind.Space)
        {
            next--;
        }

        return next == 0 ? at : BeginOf(text, next);
    }

    private static int BeginAfter(string text, int at)
    {
        at = at < text.Length ? EndOf(text, at) : at;
        while (at < text.Length && KindOf(text, at) == Kind.Space)
        {
            at++;
        }

        return at;
    }

    private static int EndBefore(string text, int at)
    {
        at = at > 0 ? BeginOf(text, at) : at;
        while (at > 0 && KindOf(text, at - 1) == Kind.Space)
        {
            at--;
        }

        return at;
    }

    private static int EndOf(string text, int at)
    {
        var kind = KindOf(text, at);
        while (at < text.Length && KindOf(text, at) == kind)
        {
            at++;
        }

        return at;
    }

    private static int BeginOf(string text, int at)
    {
        var kind = KindOf(text, at - 1);
        while (at > 0 && KindOf(text, at - 1) == kind)
        {
            at--;
        }

        return at;
    }

    // Marks are a step of their own, so that a full stop or a quotation mark can be left outside; "well-known" and "Maren’s" are one word.
    private static Kind KindOf(string text, int at)
    {
        var sign = text[at];
        return char.IsWhiteSpace(sign) ? Kind.Space
            : char.IsLetterOrDigit(sign) || char.IsSurrogate(sign) || char.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark ? Kind.Word
            : sign is '-' or '\'' or '’' && at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]) ? Kind.Word
            : Kind.Mark;
    }

    private enum Kind
    {
        Space,
        Word,
        Mark,
    }
}
