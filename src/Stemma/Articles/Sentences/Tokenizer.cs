using System.Globalization;

namespace Stemma.Articles.Sentences;

/// <summary>Where does one word end and the next begin? As in the Penn Treebank: contractions split, hyphens kept, marks alone.</summary>
internal static class Tokenizer
{
    public static void Split(string text, TextSpan block, List<TextSpan> words)
    {
        var at = block.Begin;
        while (at < block.End)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c) || IsInvisible(c))
            {
                at++;
                continue;
            }

            var end = Math.Max(at + 1, EndOf(text, at, block.End));
            if (IsWordly(c))
            {
                AddWord(text, at, end, words);
            }
            else
            {
                words.Add(new TextSpan(at, end));
            }

            at = end;
        }
    }

    private static int EndOf(string text, int at, int end)
    {
        var c = text[at];
        if (IsWordly(c))
        {
            return IsAddress(text, at, end) ? AddressEnd(text, at, end) : WordEnd(text, at, end);
        }

        switch (c)
        {
            case '#' or '@' when at + 1 < end && IsWordly(text[at + 1]):
                return WordEnd(text, at + 1, end);
            case '.' or '-' or '!' or '?' or '`' or '*' or '_':
                {
                    var run = at;
                    while (run < end && text[run] == c)
                    {
                        run++;
                    }

                    // One stop is a stop, more are an ellipsis; "--" is a dash, "``" opens a quotation.
                    return c == '.' && run - at == 1 ? at + 1 : run;
                }

            case '\'' when at + 1 < end && text[at + 1] == '\'':
                return at + 2;
            case '\'' or '’' when ElisionEnd(text, at, end) is var elided and > 0:
                return elided;
        }

        return SymbolEnd(text, at, end);
    }

    private static bool IsWordly(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) is false && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsInvisible(char c) => c is '\u200b' or '\ufeff' or '\u00ad' or '\u200e' or '\u200f' or '\u2060' || char.IsControl(c);

    /// <summary>Letters, digits and marks, with apostrophes, hyphens, stops, commas and colons where they join what stands on both sides.</summary>
    private static int WordEnd(string text, int at, int end)
    {
        var i = at;
        while (i < end)
        {
            var c = text[i];
            if (IsWordly(c) || c is '\u00ad' or '\u200d')
            {
                i++;
                continue;
            }

            var next = i + 1 < end ? text[i + 1] : ' ';
            var before = text[i - 1];
            var joins = c switch
            {
                '-' or '‐' or '‑' or '_' => IsWordly(next),
                '\'' or '’' or '‛' => IsWordly(next),
                '&' => char.IsUpper(before) && char.IsUpper(next),
                '.' => IsWordly(next) && !IsMissingSpace(text, at, i, end),
                ',' => char.IsDigit(before) && char.IsDigit(next) && i + 3 < end && char.IsDigit(text[i + 2]) && char.IsDigit(text[i + 3]),
                ':' => char.IsDigit(before) && char.IsDigit(next),
                '@' => IsWordly(next),
                _ => false,
            };
            if (joins)
            {
                i++;
                continue;
            }

            if (c == '.' && Abbreviations.KindOf(text.AsSpan(at, i - at)) is { } kind && (kind != "number" || IsNumberBehind(text, i + 1, end)))
            {
                // "Maj.-Gen." goes on behind the hyphen.
                i++;
                if (i + 1 < end && text[i] == '-' && IsWordly(text[i + 1]))
                {
                    i++;
                    continue;
                }
            }

            break;
        }

        return i;
    }

    /// <summary>"…the crane.The ship…": two sentences that lost their space, and no abbreviation or address.</summary>
    private static bool IsMissingSpace(string text, int at, int stop, int end) =>
        stop - at >= 3 && char.IsLower(text[stop - 1]) && char.IsLower(text[stop - 2]) && stop + 2 < end && char.IsUpper(text[stop + 1]) && char.IsLower(text[stop + 2]);

    private static bool IsNumberBehind(string text, int at, int end) => at + 1 < end && (char.IsDigit(text[at]) || (char.IsWhiteSpace(text[at]) && char.IsDigit(text[at + 1])));

    private static bool IsAddress(string text, int at, int end)
    {
        var rest = text.AsSpan(at, Math.Min(8, end - at));
        return rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
    }

    private static int AddressEnd(string text, int at, int end)
    {
        var i = at;
        while (i < end && !char.IsWhiteSpace(text[i]) && text[i] is not ('"' or '“' or '”' or '’' or '<' or '>' or '(' or ')' or '«' or '»'))
        {
            i++;
        }

        while (i > at + 1 && text[i - 1] is '.' or ',' or ';' or ':' or '!' or '?')
        {
            i--;
        }

        return i;
    }

    /// <summary>"'em", "'til", "'90s": an apostrophe that stands for what was left out. 0 where it is a mark of its own.</summary>
    private static int ElisionEnd(string text, int at, int end)
    {
        if (at > 0 && IsWordly(text[at - 1]))
        {
            // Behind a word this is a clitic that the word before did not take ("countries' " stays a mark).
            return 0;
        }

        var run = at + 1;
        while (run < end && IsWordly(text[run]))
        {
            run++;
        }

        var rest = text.AsSpan(at + 1, run - at - 1);
        var elided = rest.Length is 2 or 3 && char.IsDigit(rest[0]) && char.IsDigit(rest[1]) && (rest.Length == 2 || rest[2] == 's')
            || rest.Equals("em", StringComparison.OrdinalIgnoreCase) || rest.Equals("til", StringComparison.OrdinalIgnoreCase) || rest.Equals("cause", StringComparison.OrdinalIgnoreCase)
            || rest.Equals("twas", StringComparison.OrdinalIgnoreCase) || rest.Equals("tis", StringComparison.OrdinalIgnoreCase) || rest.Equals("n", StringComparison.OrdinalIgnoreCase);
        return elided ? run : 0;
    }

    /// <summary>One visible sign: an emoji with its joiners and tones stays whole.</summary>
    private static int SymbolEnd(string text, int at, int end)
    {
        var length = StringInfo.GetNextTextElementLength(text.AsSpan(at, Math.Min(end - at, 32)));
        return Math.Min(end, at + Math.Max(1, length));
    }

    private static void AddWord(string text, int begin, int end, List<TextSpan> words)
    {
        var word = text.AsSpan(begin, end - begin);
        if (word.Length == 6 && word.Equals("cannot", StringComparison.OrdinalIgnoreCase))
        {
            words.Add(new TextSpan(begin, begin + 3));
            words.Add(new TextSpan(begin + 3, end));
            return;
        }

        // "shouldn't've" has two; more are no English.
        var last = CliticLength(word);
        var first = last > 0 ? CliticLength(word[..^last]) : 0;
        words.Add(new TextSpan(begin, end - first - last));
        if (first > 0)
        {
            words.Add(new TextSpan(end - first - last, end - last));
        }

        if (last > 0)
        {
            words.Add(new TextSpan(end - last, end));
        }
    }

    /// <summary>How many characters of the word are a contraction behind it: "n't", "'s"; 0 for none, and where nothing would be left before it.</summary>
    private static int CliticLength(ReadOnlySpan<char> word)
    {
        if (word.Length < 3)
        {
            return 0;
        }

        var tail = word.LastIndexOfAny('\'', '’', '‛');
        if (tail <= 0)
        {
            return 0;
        }

        var rest = word[(tail + 1)..];
        if (rest.Length == 1)
        {
            var c = char.ToLowerInvariant(rest[0]);
            if (c == 't' && char.ToLowerInvariant(word[tail - 1]) == 'n')
            {
                return word.Length > 3 ? 3 : 0;
            }

            return c is 's' or 'd' or 'm' ? 2 : 0;
        }

        return rest.Length == 2 && (rest.Equals("re", StringComparison.OrdinalIgnoreCase) || rest.Equals("ve", StringComparison.OrdinalIgnoreCase) || rest.Equals("ll", StringComparison.OrdinalIgnoreCase)) ? 3 : 0;
    }
}
