using System.Text;

namespace Stemma.Articles.Intake;

/// <summary>Either words or the reason why these bytes are none.</summary>
internal sealed record Decoded(string? Text, string? Problem, Trouble? Trouble = null);

/// <summary>In which encoding was this written? A byte order mark, then UTF-8 where the bytes are such, then what the page declares, then Windows-1252.</summary>
/// <remarks>
/// Bytes that are UTF-8 beyond ASCII are UTF-8 whatever the page says: chance makes no such pattern, and pages are wrong about themselves.
/// Undeclared bytes that are no UTF-8 are read as Windows-1252 only while most letters are ASCII; else they are refused rather than guessed at.
/// </remarks>
internal static class Decoding
{
    /// <summary>Above this share of bytes beyond ASCII it is no western text: those write most letters in ASCII. A judgement, not measured.</summary>
    private const double MostHighBytes = 0.25;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <param name="declared">What the page or its carrier declares; null where nothing does.</param>
    /// <param name="mendable">Single wrong bytes are replaced (a web page shows them so too) rather than refused.</param>
    public static Decoded Read(byte[] bytes, string? declared, bool mendable)
    {
        if (bytes.Length == 0)
        {
            return new Decoded(null, "it is empty.");
        }

        if (Marked(bytes) is { } marked)
        {
            return marked;
        }

        if (BinaryForms.Of(bytes) is { } what)
        {
            return new Decoded(null, $"no text but {what}.");
        }

        if (Utf16WithoutMark(bytes) is { } wide)
        {
            return Strict(wide, bytes, 0);
        }

        if (bytes.AsSpan().IndexOf((byte)0) is var zero && zero >= 0)
        {
            return new Decoded(null, $"no text but binary data (byte {zero} is zero).");
        }

        var named = Named(declared);
        if (named is not null && named.CodePage is 50220 or 50221 or 50222 or 52936)
        {
            return Loose(named, bytes, declared!);
        }

        var wrong = FirstNoUtf8(bytes, out var beyondAscii, out var endsInside);
        if (wrong < 0)
        {
            return Checked(StrictUtf8.GetString(bytes));
        }

        if (named is not null && named.CodePage != 65001)
        {
            return Loose(named, bytes, declared!);
        }

        if (endsInside)
        {
            return new Decoded(null, $"it ends in the middle of a character (byte {wrong}): the file looks cut off.");
        }

        if (beyondAscii > 0 || named is not null)
        {
            var place = $"byte {wrong} (line {LineOf(bytes, wrong)})";
            return mendable
                ? Mended(bytes, beyondAscii, place)
                : new Decoded(null, $"a wrong encoding: {place} is no UTF-8, though what stands before it is. Convert the file to UTF-8, then add the result.");
        }

        return Western(bytes, wrong, mendable);
    }

    private static Decoded? Marked(byte[] bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Strict(StrictUtf8, bytes, 3),
        [0xFF, 0xFE, 0, 0, ..] => Strict(new UTF32Encoding(false, false, true), bytes, 4),
        [0, 0, 0xFE, 0xFF, ..] => Strict(new UTF32Encoding(true, false, true), bytes, 4),
        [0xFF, 0xFE, ..] => Strict(new UnicodeEncoding(false, false, true), bytes, 2),
        [0xFE, 0xFF, ..] => Strict(new UnicodeEncoding(true, false, true), bytes, 2),
        _ => null,
    };

    private static Decoded Strict(Encoding encoding, byte[] bytes, int skip)
    {
        try
        {
            return Checked(encoding.GetString(bytes, skip, bytes.Length - skip));
        }
        catch (DecoderFallbackException e)
        {
            return new Decoded(null, $"a wrong encoding: it begins as {encoding.WebName.ToUpperInvariant()}, but byte {skip + Math.Max(0, e.Index)} is none; the file is broken or cut off.");
        }
    }

    // ASCII written as UTF-16 has a zero in every second byte; the first kilobytes tell.
    private static UnicodeEncoding? Utf16WithoutMark(byte[] bytes)
    {
        var n = Math.Min(bytes.Length, 4096) & ~1;
        var (even, odd) = (0, 0);
        for (var i = 0; i < n; i += 2)
        {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }

        var pairs = n / 2;
        return pairs < 2 ? null
            : odd > pairs * 0.6 && even < pairs * 0.02 ? new UnicodeEncoding(false, false, true)
            : even > pairs * 0.6 && odd < pairs * 0.02 ? new UnicodeEncoding(true, false, true)
            : null;
    }

    private static Encoding? Named(string? charset)
    {
        if (charset is null)
        {
            return null;
        }

        var name = charset.Trim().Trim('"', '\'').ToLowerInvariant();
        // The web's convention (WHATWG Encoding, "names and labels"): Latin-1 and ASCII mean Windows-1252.
        name = name is "iso-8859-1" or "latin1" or "latin-1" or "ascii" or "us-ascii" or "iso8859-1" or "iso_8859-1" ? "windows-1252" : name is "utf8" ? "utf-8" : name;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Decoded Loose(Encoding encoding, byte[] bytes, string declared)
    {
        var text = encoding.GetString(bytes);
        var lost = text.AsSpan().Count('\uFFFD');
        return Checked(text) with
        {
            Trouble = lost == 0 ? null : new Trouble("encoding", Spans.None, $"{lost} characters could not be read in the declared encoding ({declared.Trim()})."),
        };
    }

    // Where the first byte stands that UTF-8 forbids; -1 for none. Ends inside: only the last character is incomplete.
    private static int FirstNoUtf8(byte[] bytes, out int beyondAscii, out bool endsInside)
    {
        (beyondAscii, endsInside) = (0, false);
        var at = 0;
        while (at < bytes.Length)
        {
            var ascii = bytes.AsSpan(at).IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0)
            {
                return -1;
            }

            at += ascii;
            var status = Rune.DecodeFromUtf8(bytes.AsSpan(at), out _, out var used);
            if (status != System.Buffers.OperationStatus.Done)
            {
                endsInside = status == System.Buffers.OperationStatus.NeedMoreData && beyondAscii > 0;
                return at;
            }

            beyondAscii++;
            at += used;
        }

        return -1;
    }

    private static Decoded Mended(byte[] bytes, int goodBefore, string place)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var lost = text.AsSpan().Count('\uFFFD');
        var good = text.AsSpan().Length - text.AsSpan().Count((char)0) > 0 ? CountBeyondAscii(text) - lost : 0;

        // More wrong than right: the page says UTF-8 and is not.
        return lost > Math.Max(good, goodBefore)
            ? Western(bytes, 0, true) with { Trouble = new Trouble("encoding", Spans.None, "The page calls itself UTF-8 and is not; it was read as Windows-1252.") }
            : Checked(text) with { Trouble = new Trouble("encoding", Spans.None, $"{lost} bytes are no UTF-8, the first at {place}; each stands as “\uFFFD”.") };
    }

    private static int CountBeyondAscii(string text)
    {
        var n = 0;
        foreach (var c in text)
        {
            n += c > 0x7F ? 1 : 0;
        }

        return n;
    }

    private static Decoded Western(byte[] bytes, int wrong, bool mendable)
    {
        var high = 0;
        var undefined = -1;
        for (var i = 0; i < bytes.Length; i++)
        {
            high += bytes[i] > 0x7F ? 1 : 0;
            undefined = undefined < 0 && bytes[i] is 0x81 or 0x8D or 0x8F or 0x90 or 0x9D ? i : undefined;
        }

        return !mendable && (undefined >= 0 || high > bytes.Length * MostHighBytes)
            ? new Decoded(null, $"an encoding that nothing declares: byte {(undefined >= 0 ? undefined : wrong)} (line {LineOf(bytes, wrong)}) is neither UTF-8 nor Windows-1252. Convert the file to UTF-8, then add the result.")
            : Checked(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes));
    }

    private static int LineOf(byte[] bytes, int position) => bytes.AsSpan(0, position).Count((byte)'\n') + 1;

    // Words hold hardly any control characters; one in a hundred, and at least three, is data.
    private static Decoded Checked(string text)
    {
        var (controls, first) = (0, -1);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < ' ' && text[i] is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\u001B'))
            {
                controls++;
                first = first < 0 ? i : first;
            }
        }

        return controls >= 3 && controls * 100L > text.Length
            ? new Decoded(null, $"no text but binary data (character {first} is a control character).")
            : new Decoded(text, null);
    }
}
