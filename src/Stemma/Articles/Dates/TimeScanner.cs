using System.Buffers;

namespace Stemma.Articles.Dates;

/// <summary>Where are the words, numbers and marks that a date could be made of?</summary>
/// <remarks>One pass over the characters, each looked at a bounded number of times. Numbers are read for their shape here: clock, decade, ordinal, ISO day.</remarks>
internal sealed class TimeScanner
{
    // Digits past this are no year, no amount and no day; the value stops growing.
    private const int MostDigits = 9;

    private readonly Lexicon _lexicon;
    private readonly int[] _marks = new int[128];
    private readonly int _hyphen, _dash, _possessive, _clock, _clockDot, _decade, _iso, _slash, _fraction, _shortYear, _decimal, _number, _figure;
    private readonly int _day1, _day13, _day25, _twoDigits, _threeDigits, _year, _ordinalDay, _ordinal, _zeroDay, _abbreviation, _lowNumber, _military;

    public TimeScanner(Lexicon lexicon)
    {
        _lexicon = lexicon;
        for (var c = 0; c < 128; c++)
        {
            var entry = char.IsAsciiLetterOrDigit((char)c) ? -1 : lexicon.Find([(char)c]);
            _marks[c] = entry < 0 ? Lexicon.Other : lexicon[entry].Lower;
        }

        _hyphen = lexicon.SymbolFor(["-"]);
        _dash = lexicon.SymbolFor(["–"]);
        _possessive = lexicon.SymbolFor(["'s"]);
        _clock = lexicon.SymbolFor(["CLOCK"]);
        _clockDot = lexicon.SymbolFor(["CLOCKDOT", "NUM", "DECIMAL"]);
        _decade = lexicon.SymbolFor(["DECADE"]);
        _iso = lexicon.SymbolFor(["ISODATE"]);
        _slash = lexicon.SymbolFor(["SLASHDATE"]);
        _fraction = lexicon.SymbolFor(["FRACTION"]);
        _shortYear = lexicon.SymbolFor(["SHORTYEAR"]);
        _decimal = lexicon.SymbolFor(["NUM", "DECIMAL"]);
        _number = lexicon.SymbolFor(["NUM"]);
        _figure = lexicon.SymbolFor(["FIGURE"]);
        _lowNumber = lexicon.SymbolFor(["NUM", "D31", "H12", "H24"]);
        _day1 = _lowNumber;
        _zeroDay = lexicon.SymbolFor(["NUM", "D31", "H12", "H24", "YY"]);
        _day13 = lexicon.SymbolFor(["NUM", "D31", "H24", "YY"]);
        _day25 = lexicon.SymbolFor(["NUM", "D31", "YY"]);
        _twoDigits = lexicon.SymbolFor(["NUM", "YY"]);
        _threeDigits = lexicon.SymbolFor(["NUM", "Y3"]);
        _year = lexicon.SymbolFor(["NUM", "Y4"]);
        _ordinalDay = lexicon.SymbolFor(["ORD", "ORD31"]);
        _ordinal = lexicon.SymbolFor(["ORD"]);
        _military = lexicon.SymbolFor(["MILITARY"]);
        _abbreviation = lexicon.ClassOf("ABBR");
    }

    public ReadOnlySpan<TimeToken> Scan(string text, ref TimeToken[] buffer)
    {
        var count = 0;
        var at = 0;
        var paragraph = Look.NewParagraph;
        while (at < text.Length)
        {
            var c = text[at];
            if (c is ' ' or '\u00a0' or '\t' or '\n' or '\r' || (c > '\u0080' && char.IsWhiteSpace(c)))
            {
                at = White(text, at, ref paragraph);
                continue;
            }

            if (count == buffer.Length)
            {
                var larger = ArrayPool<TimeToken>.Shared.Rent(2 * buffer.Length);
                buffer.AsSpan(0, count).CopyTo(larger);
                ArrayPool<TimeToken>.Shared.Return(buffer);
                buffer = larger;
            }

            var glued = at > 0 && !char.IsWhiteSpace(text[at - 1]) ? Look.Glued : Look.None;
            var token = char.IsAsciiLetter(c) || (c > 127 && char.IsLetter(c)) ? Word(text, at)
                : char.IsAsciiDigit(c) ? Number(text, at)
                : Mark(text, at);
            buffer[count++] = token with { Look = token.Look | glued | paragraph };
            paragraph = Look.None;
            at = token.End;
        }

        return buffer.AsSpan(0, count);
    }

    private static int White(string text, int at, ref Look paragraph)
    {
        var lines = 0;
        for (; at < text.Length && char.IsWhiteSpace(text[at]); at++)
        {
            lines += text[at] == '\n' ? 1 : 0;
        }

        paragraph |= lines > 1 ? Look.NewParagraph | Look.NewLine : lines == 1 ? Look.NewLine : Look.None;
        return at;
    }

    private TimeToken Word(string text, int begin)
    {
        var at = begin + 1;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || (text[at] > 127 && char.IsLetter(text[at]))))
        {
            at++;
        }

        // "o'clock", "don't", "we'll" are one word; "year's" is two.
        if (at + 1 < text.Length && text[at] is '\'' or '\u2019' && char.IsAsciiLetter(text[at + 1]) && !Possessive(text, at))
        {
            at++;
            while (at < text.Length && char.IsAsciiLetter(text[at]))
            {
                at++;
            }
        }

        // "a.m.", "B.C.", "U.S."
        if (at == begin + 1)
        {
            while (at + 1 < text.Length && text[at] == '.' && char.IsAsciiLetter(text[at + 1]) && (at + 2 >= text.Length || !char.IsAsciiLetter(text[at + 2])))
            {
                at += 2;
            }

            at += at > begin + 1 && at < text.Length && text[at] == '.' ? 1 : 0;
        }

        var word = text.AsSpan(begin, at - begin);
        var capital = word[0] is >= 'A' and <= 'Z' || (word[0] > 127 && char.IsUpper(word[0]));
        var look = Look.Word | (capital ? Look.Capital : Look.None)
            | (capital && word.Length > 1 && char.IsAsciiLetterUpper(word[1]) ? Look.Capitals : Look.None)
            | (word.Length > 3 && word[^1] == 'd' && word[^2] == 'e' ? Look.EndsInEd : Look.None)
            | (word.Length > 3 && word[^1] == 's' && word[^2] != 's' ? Look.EndsInS : Look.None);
        var entry = _lexicon.Find(word);
        if (entry < 0)
        {
            return new TimeToken(begin, at, Lexicon.Other, -1, 0, look);
        }

        var symbol = capital ? _lexicon[entry].Capitalised : _lexicon[entry].Lower;
        if (at < text.Length && text[at] == '.' && _lexicon.Is(symbol, _abbreviation))
        {
            at++;
        }

        return new TimeToken(begin, at, symbol, entry, 0, look);
    }

    private TimeToken Number(string text, int begin)
    {
        var at = Digits(text, begin, out var value);
        var digits = at - begin;
        var look = Look.Number;
        var before = begin > 0 ? text[begin - 1] : ' ';
        var next = at < text.Length ? text[at] : ' ';
        var digitFollows = at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);

        if (before is '$' or '£' or '€' or '¥')
        {
            at = Figures(text, at);
            return new TimeToken(begin, at, _figure, -1, value, look | Look.Figure);
        }

        if (next == ':' && digitFollows && digits <= 2 && value <= 24)
        {
            var end = Digits(text, at + 1, out var minutes);
            if (end - at == 3 && minutes < 60)
            {
                var seconds = end + 2 < text.Length && text[end] == ':' && char.IsAsciiDigit(text[end + 1]) && char.IsAsciiDigit(text[end + 2]) ? 3 : 0;
                return new TimeToken(begin, end + seconds, _clock, -1, (60 * value) + minutes, look);
            }
        }

        if (next == '/' && digitFollows && digits <= 2)
        {
            var second = Digits(text, at + 1, out var below);
            if (second < text.Length && text[second] == '/' && second + 1 < text.Length && char.IsAsciiDigit(text[second + 1]))
            {
                var third = Digits(text, second + 1, out _);
                if (second - at <= 3 && third - second is 3 or 5)
                {
                    return new TimeToken(begin, third, _slash, -1, 0, look);
                }
            }
            else if (value < below && below is 2 or 3 or 4)
            {
                return new TimeToken(begin, second, _fraction, -1, (10 * value) + below, look);
            }
        }

        if (next == '-' && digits == 4 && digitFollows && at + 5 < text.Length && text[at + 3] == '-' && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 4]) && char.IsAsciiDigit(text[at + 5]))
        {
            var end = at + 6;
            return new TimeToken(begin, end, end < text.Length && char.IsAsciiDigit(text[end]) ? _figure : _iso, -1, 0, look);
        }

        if (next is ',' or '.' && digitFollows)
        {
            var end = Digits(text, at + 1, out var minutes);
            var more = end + 1 < text.Length && text[end] is ',' or '.' && char.IsAsciiDigit(text[end + 1]);
            if (next == '.' && !more)
            {
                var clock = digits <= 2 && value <= 24 && end - at == 3 && minutes < 60;
                return new TimeToken(begin, end, clock ? _clockDot : _decimal, -1, clock ? (60 * value) + minutes : value, look | Look.Figure);
            }

            if (next == ',' && end - at == 4)
            {
                var whole = Figures(text, end);
                return new TimeToken(begin, whole, _number, -1, whole == end ? (1000 * Math.Min(value, 1_000_000)) + minutes : int.MaxValue, look | Look.Figure);
            }
        }

        if (next == '%')
        {
            return new TimeToken(begin, at + 1, _figure, -1, value, look | Look.Figure);
        }

        if (next == 's' && (at + 1 >= text.Length || !char.IsAsciiLetter(text[at + 1])) && value % 10 == 0 && (digits is 3 or 4 || (digits == 2 && value >= 20)))
        {
            return new TimeToken(begin, at + 1, _decade, -1, Decade(value, digits), look);
        }

        if (next is '\'' or '\u2019' && value % 10 == 0 && digits == 4 && at + 1 < text.Length && text[at + 1] == 's' && value is >= 1000 and < 2200 && (at + 2 >= text.Length || !char.IsAsciiLetter(text[at + 2])))
        {
            // "the 1960's"; "1960's most watched" is the year with its own: told apart by what stands before ("the").
            if (begin >= 4 && text.AsSpan(begin - 4, 4) is "the " or "The " or "mid-")
            {
                return new TimeToken(begin, at + 2, _decade, -1, value, look);
            }
        }

        if (at + 1 < text.Length && char.IsAsciiLetter(next) && text.AsSpan(at, 2) is "st" or "nd" or "rd" or "th" && (at + 2 >= text.Length || !char.IsLetterOrDigit(text[at + 2])))
        {
            return new TimeToken(begin, at + 2, value is >= 1 and <= 31 ? _ordinalDay : _ordinal, -1, value, look);
        }

        if (before is '\'' or '\u2019' or '\u2018' or '`' && digits == 2 && !(begin > 1 && (char.IsLetterOrDigit(text[begin - 2]) || text[begin - 2] == before)))
        {
            return new TimeToken(begin, at, _shortYear, -1, Decade(value, 2), look);
        }

        var symbol = digits switch
        {
            1 => value == 0 ? _number : _day1,
            2 => value switch { 0 => _number, <= 12 => _zeroDay, <= 24 => _day13, <= 31 => _day25, _ => _twoDigits },
            3 => _threeDigits,
            4 => value is >= 1000 and < 2200 ? _year : value < 1000 && value % 100 < 60 ? _military : _number,
            _ => _number,
        };
        return new TimeToken(begin, at, symbol, -1, value, look);
    }

    private static int Decade(int value, int digits) => digits == 2 ? value + (value >= 20 ? 1900 : 2000) : value;

    private static int Digits(string text, int at, out int value)
    {
        value = 0;
        var begin = at;
        for (; at < text.Length && char.IsAsciiDigit(text[at]); at++)
        {
            value = at - begin < MostDigits ? (10 * value) + (text[at] - '0') : int.MaxValue;
        }

        return at;
    }

    // To the end of "1,234,567.89".
    private static int Figures(string text, int at)
    {
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || (text[at] is ',' or '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))))
        {
            at++;
        }

        return at;
    }

    private static bool Possessive(string text, int at) =>
        text[at + 1] is 's' or 'S' && (at + 2 >= text.Length || !char.IsLetterOrDigit(text[at + 2]));

    private TimeToken Mark(string text, int at)
    {
        var c = text[at];
        switch (c)
        {
            case '\'' or '\u2019' when at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && Possessive(text, at):
                return new TimeToken(at, at + 2, _possessive, -1, 0, Look.None);
            case '-' or '\u2010' or '\u2011' when at > 0 && at + 1 < text.Length && !char.IsWhiteSpace(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]):
                return new TimeToken(at, at + 1, _hyphen, -1, 0, Look.None);
            case '\u2013' or '\u2014' or '-':
                return new TimeToken(at, at + 1, _dash, -1, 0, Look.Breaks);
            case '.' or '!' or '?':
                return new TimeToken(at, at + 1, _marks[c], -1, 0, Look.EndsSentence);
            case ';' or '(' or ')' or '"' or '\u201c' or '\u201d' or ':':
                return new TimeToken(at, at + 1, c < 128 ? _marks[c] : Lexicon.Other, -1, 0, Look.Breaks);
            // "'42", "the '60s": the apostrophe belongs to the number.
            case '\'' or '\u2019' or '\u2018' or '`' when at + 2 < text.Length && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]) && Number(text, at + 1) is var number && (number.Symbol == _shortYear || (number.Symbol == _decade && number.End == at + 4)):
                return number with { Begin = at };
            case '\'' or '`' when at + 1 < text.Length && text[at + 1] == c:
                return new TimeToken(at, at + 2, Lexicon.Other, -1, 0, Look.Breaks);
            default:
                return new TimeToken(at, at + 1, c < 128 ? _marks[c] : c == '\u2019' ? _marks['\''] : Lexicon.Other, -1, 0, Look.None);
        }
    }
}
