namespace Stemma.Words;

internal enum WordShape
{
    Small,
    Capital,
    Capitals,
}

/// <summary>How names are cut into words and made comparable: without case, accents, dots and apostrophes; a hyphen parts words.</summary>
internal static class NameWords
{
    public const ulong Seed = 14695981039346656037;

    // Latin letters with their accents taken off, from U+00C0 to U+017F, in order; '*' where there is no plain letter.
    private const string Plain =
        "aaaaaaaceeeeiiiidnooooo*ouuuuyts" + "aaaaaaaceeeeiiiidnooooo*ouuuuyty"
        + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
        + "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    /// <summary>Hashes the word that begins here and tells where it ends and how it is written. A possessive "'s" ends it.</summary>
    public static int Next(string text, int begin, int limit, out ulong word, out WordShape shape)
    {
        var (hash, at, dots, letters, upper, lower) = (Seed, begin, 0, 0, 0, 0);
        for (; at < limit; at++)
        {
            var c = text[at];
            if (char.IsLetterOrDigit(c))
            {
                hash = (hash ^ FoldChar(c)) * 1099511628211;
                letters++;
                upper += char.IsUpper(c) ? 1 : 0;
                lower += char.IsLower(c) ? 1 : 0;
            }
            else if (c == '.' && letters > 0 && at + 1 < limit && char.IsLetter(text[at + 1]))
            {
                dots++;
            }
            else if (c == '.' && letters == dots + 1 && dots > 0)
            {
                // The last dot of "U.S."
                at++;
                break;
            }
            else if (c is '\'' or '\u2019' or '\u02BB' or '\u2018' && at + 1 < limit && char.IsLetter(text[at + 1]) && !(text[at + 1] is 's' or 'S' && (at + 2 >= limit || !char.IsLetterOrDigit(text[at + 2]))))
            {
                continue;
            }
            else if (char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                continue;
            }
            else
            {
                break;
            }
        }

        word = hash;
        shape = lower == 0 && upper > 0 ? WordShape.Capitals : letters > 0 && char.IsUpper(text[begin]) ? WordShape.Capital : upper > 0 ? WordShape.Capital : WordShape.Small;
        return Math.Max(at, begin + 1);
    }

    /// <summary>Where the next word of the same name would begin; -1 where something parts them that no name holds.</summary>
    public static int Gap(string text, int end, int limit)
    {
        var (at, lines) = (end, 0);
        // "People's Republic": the possessive inside a name.
        if (at + 2 < limit && text[at] is '\'' or '\u2019' && text[at + 1] is 's' or 'S' && text[at + 2] == ' ')
        {
            at += 2;
        }

        var gap = at;
        while (at < limit && at - gap < 4 && (text[at] is ' ' or '\u00A0' or '-' or '\u2010' or '\u2011' or '/' or '\n' or '\r' or '.'))
        {
            lines += text[at] == '\n' ? 1 : 0;
            at++;
        }

        // A full stop parts names, but for "St. Petersburg".
        return lines > 1 || at >= limit || !char.IsLetterOrDigit(text[at]) || (text.AsSpan(end, at - end).Contains('.') && !Abbreviates(text, end)) ? -1 : at;
    }

    public static ulong Join(ulong hash, ulong word) => (hash ^ word) * 1099511628211 + 0x9E3779B97F4A7C15;

    /// <summary>Particles with which a name may begin in small letters.</summary>
    public static bool MayBeginSmall(string text, int begin) =>
        At(text, begin, "al") || At(text, begin, "el") || At(text, begin, "an") || At(text, begin, "dpa") || At(text, begin, "de") || At(text, begin, "as");

    /// <summary>A word in its comparable form.</summary>
    public static string Fold(string word)
    {
        var folded = new System.Text.StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (char.IsLetterOrDigit(c))
            {
                folded.Append((char)FoldChar(c));
            }
            else if (c is '-' or ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString();
    }

    private static ulong FoldChar(char c) =>
        c < 0x80 ? (ulong)(c is >= 'A' and <= 'Z' ? c | 0x20 : c)
        : c is >= '\u00C0' and <= '\u017F' && Plain[c - 0xC0] != '*' ? Plain[c - 0xC0]
        : char.ToLowerInvariant(c);

    private static bool Abbreviates(string text, int dot) => dot >= 2 && dot < text.Length && text[dot] == '.' && (At(text, dot - 2, "St") || At(text, dot - 2, "Mt") || At(text, dot - 1, "S") || At(text, dot - 1, "N") || At(text, dot - 2, "No"));

    private static bool At(string text, int begin, string word) =>
        begin >= 0 && string.CompareOrdinal(text, begin, word, 0, word.Length) == 0 && (begin + word.Length >= text.Length || !char.IsLetter(text[begin + word.Length])) && (begin == 0 || !char.IsLetter(text[begin - 1]));
}
