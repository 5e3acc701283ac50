namespace Stemma.Words;

/// <summary>A word as a comparison needs it: where it stands, lower case with straight apostrophes, capital or not, and whether a sentence begins with it.</summary>
/// <param name="Sentence">Number of its sentence, by plain marks alone; exact borders are the business of Articles/Sentences.</param>
public readonly record struct PlainWord(TextSpan Span, string Lower, bool Capital, bool First, int Sentence)
{
    public bool IsNumber => char.IsAsciiDigit(Lower[0]);
}

/// <summary>Which words does a stretch of text hold? The common ground of everything that compares texts by their words.</summary>
public static class PlainWords
{
    /// <summary>Words and figures in the order of the text. "U.S." is one word, "don't" too, "3,000" and "2.4" are figures, "well-known" is two.</summary>
    public static List<PlainWord> Of(string text, TextSpan within)
    {
        var words = new List<PlainWord>(within.Length / 6 + 1);
        var (sentence, first) = (0, true);
        for (var i = within.Begin; i < within.End;)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c))
            {
                var begin = i;
                while (i < within.End && (char.IsAsciiDigit(text[i]) || (text[i] is ',' or '.' or ':' && i + 1 < within.End && char.IsAsciiDigit(text[i + 1]))))
                {
                    i++;
                }

                // "5th", "2nd", "3pm" keep their letters.
                while (i < within.End && char.IsAsciiLetter(text[i]) && i - begin < 24)
                {
                    i++;
                }

                words.Add(new(new(begin, i), text[begin..i].ToLowerInvariant(), false, first, sentence));
                first = false;
            }
            else if (char.IsLetter(c))
            {
                var begin = i++;
                while (i < within.End && (char.IsLetter(text[i]) || char.IsDigit(text[i]) || IsMark(text[i])
                    || (Inner(text[i]) && i + 1 < within.End && char.IsLetter(text[i + 1]) && (text[i] != '.' || OneLetterParts(text, begin, i)))))
                {
                    i++;
                }

                // "thirty-six" is one figure, "well-known" two words.
                if (i + 1 < within.End && text[i] == '-' && char.IsLetter(text[i + 1]))
                {
                    var end = i + 1;
                    while (end < within.End && char.IsLetter(text[end]))
                    {
                        end++;
                    }

                    i = Figures.Value(text[begin..end].ToLowerInvariant()) is null ? i : end;
                }

                var lower = text[begin..i].ToLowerInvariant().Replace('’', '\'').Replace('‘', '\'');
                words.Add(new(new(begin, i), lower, char.IsUpper(c), first, sentence));
                first = false;
                if (i < within.End && text[i] == '.' && OneLetterParts(text, begin, i))
                {
                    i++; // the last point of "U.S." and of initials ends no sentence
                }
            }
            else
            {
                if ((c is '.' or '!' or '?' && EndsHere(text, i, within.End, words)) || (c == '\n' && words.Count > 0 && !first))
                {
                    (sentence, first) = (first ? sentence : sentence + 1, true);
                }

                i++;
            }
        }

        return words;
    }

    public static List<PlainWord> Of(string text) => Of(text, new TextSpan(0, text.Length));

    private static bool Inner(char c) => c is '\'' or '’' or '.';

    // Combining marks stay with their letter.
    private static bool IsMark(char c) => c >= 0x300 && char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    private static bool OneLetterParts(string text, int begin, int end)
    {
        for (var i = begin; i < end; i += 2)
        {
            if (!char.IsUpper(text[i]) || (i + 1 < end && text[i + 1] != '.'))
            {
                return false;
            }
        }

        return true;
    }

    // A point behind a short title or before a small letter ends nothing.
    private static bool EndsHere(string text, int at, int end, List<PlainWord> words)
    {
        if (text[at] == '.' && words.Count > 0 && words[^1].Span.End == at && Titles.Contains(words[^1].Lower))
        {
            return false;
        }

        for (var i = at + 1; i < end; i++)
        {
            if (char.IsLetterOrDigit(text[i]))
            {
                return !char.IsLower(text[i]);
            }
        }

        return true;
    }

    private static readonly HashSet<string> Titles = ["mr", "mrs", "ms", "dr", "st", "gen", "maj", "col", "lt", "sgt", "capt", "sen", "rep", "gov", "prof", "rev", "no", "jr", "sr", "vs", "etc"];
}
