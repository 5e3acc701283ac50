using System.Collections.Frozen;
using System.Globalization;
using Stemma.Words;

namespace Stemma.Articles.Cleaning;

/// <summary>Which whole day is written here? "5 May 2031", "May 5, 2031", "12. März 2018", "2031-05-05", "05.05.2031": day, month and year in one place.</summary>
/// <remarks>For date lines and pages, in the languages of months.tsv. What the article's sentences say of days is read elsewhere.</remarks>
internal static class DateWords
{
    /// <summary>Years before this one are no day of publication: the oldest web page is of 1991, scanned papers are older.</summary>
    private const int FirstYear = 1900;

    private static readonly FrozenDictionary<string, int> Months = Resource.Rows("Articles/Cleaning/Data/months.tsv")
        .SelectMany(r => r[1].Split(' ').Select(name => (name, int.Parse(r[0], CultureInfo.InvariantCulture))))
        .DistinctBy(m => m.name)
        .ToFrozenDictionary(m => m.name, m => m.Item2);

    /// <summary>The first whole day in these words and where it stands; null where there is none.</summary>
    /// <param name="glued">Whether it may follow a letter: words of neighbouring elements ("Ilse Maren5.5.2031") stand apart only by their style.</param>
    /// <param name="monthFirst">How 05/06/2031 is meant; null: such a day is told only where one reading is possible.</param>
    public static (DateOnly Day, TextSpan Span)? Find(string text, int begin, int end, bool? monthFirst = null, bool glued = false)
    {
        for (var at = begin; at < end; at++)
        {
            var c = text[at];
            if (!char.IsLetterOrDigit(c) || (at > begin && (glued && char.IsDigit(c) ? char.IsDigit(text[at - 1]) : char.IsLetterOrDigit(text[at - 1]))))
            {
                continue;
            }

            var found = char.IsDigit(c) ? FromNumber(text, at, end, monthFirst) : FromMonth(text, at, end);
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>True where the first word here is a month.</summary>
    public static bool IsMonth(string text, int begin, int end) => Month(text, ref begin, end) != 0;

    private static (DateOnly, TextSpan)? FromNumber(string text, int begin, int end, bool? monthFirst)
    {
        var at = begin;
        var first = Number(text, ref at, end, out var digits);
        if (at >= end)
        {
            return null;
        }

        if (digits == 4 && text[at] is '-' or '/' or '.' or '年')
        {
            return YearFirst(text, begin, at, end, first);
        }

        if (digits == 8)
        {
            return Day(first / 10000, first / 100 % 100, first % 100, begin, at);
        }

        if (digits > 2)
        {
            return null;
        }

        if (text[at] is '.' or '/' or '-' && at + 1 < end && char.IsDigit(text[at + 1]))
        {
            var mark = text[at++];
            var second = Number(text, ref at, end, out var secondDigits);
            if (secondDigits is 0 or > 2 || at >= end || text[at] != mark)
            {
                return null;
            }

            at++;
            var year = Number(text, ref at, end, out var yearDigits);
            if (yearDigits == 2)
            {
                year += year < 70 ? 2000 : 1900;
            }
            else if (yearDigits != 4)
            {
                return null;
            }

            // With full stops it is day, month, year everywhere; with strokes America begins with the month.
            var american = mark == '/' && (second > 12 || (first <= 12 && monthFirst == true));
            return mark == '/' && first <= 12 && second <= 12 && first != second && monthFirst is null ? null
                : american ? Day(year, first, second, begin, at)
                : Day(year, second, first, begin, at);
        }

        // "5 May 2031", "5th of May, 2031", "5. Mai 2031", "5 de mayo de 2031", "5-May-2031".
        SkipOrdinal(text, ref at, end);
        Skip(text, ref at, end);
        SkipWord(text, ref at, end, "of", "de", "di");
        var month = Month(text, ref at, end);
        if (month == 0)
        {
            return null;
        }

        Skip(text, ref at, end);
        SkipWord(text, ref at, end, "de", "del", "of");
        var start = at;
        var told = Number(text, ref at, end, out var toldDigits);
        return toldDigits == 4 && Bounded(text, at) ? Day(told, month, first, begin, at) : toldDigits == 2 && start > 0 && text[start - 1] is '\'' or '’' ? Day(2000 + told, month, first, begin, at) : null;
    }

    private static (DateOnly, TextSpan)? YearFirst(string text, int begin, int at, int end, int year)
    {
        var mark = text[at++];
        var month = Number(text, ref at, end, out var digits);
        if (digits is 0 or > 2 || at >= end || text[at] != (mark == '年' ? '月' : mark))
        {
            return null;
        }

        at++;
        var day = Number(text, ref at, end, out digits);
        return digits is 1 or 2 ? Day(year, month, day, begin, at) : null;
    }

    // "May 5, 2031", "May 5th 2031".
    private static (DateOnly, TextSpan)? FromMonth(string text, int begin, int end)
    {
        var at = begin;
        var month = Month(text, ref at, end);
        if (month == 0)
        {
            return null;
        }

        Skip(text, ref at, end);
        var day = Number(text, ref at, end, out var digits);
        if (digits is 0 or > 2)
        {
            return null;
        }

        SkipOrdinal(text, ref at, end);
        Skip(text, ref at, end);
        var year = Number(text, ref at, end, out digits);
        return digits == 4 && Bounded(text, at) ? Day(year, month, day, begin, at) : null;
    }

    private static bool Bounded(string text, int at) => at >= text.Length || !char.IsDigit(text[at]);

    private static (DateOnly, TextSpan)? Day(int year, int month, int day, int begin, int end) =>
        year is >= FirstYear and < 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? (new DateOnly(year, month, day), new TextSpan(begin, end))
            : null;

    private static int Month(string text, ref int at, int end)
    {
        var stop = at;
        while (stop < end && stop - at < 12 && char.IsLetter(text[stop]))
        {
            stop++;
        }

        if (stop - at < 3 || (stop < end && char.IsLetter(text[stop])) || !Months.TryGetValue(text[at..stop].ToLowerInvariant(), out var month))
        {
            return 0;
        }

        at = stop;
        return month;
    }

    private static int Number(string text, ref int at, int end, out int digits)
    {
        var (value, begin) = (0, at);
        while (at < end && char.IsAsciiDigit(text[at]) && at - begin < 9)
        {
            value = (value * 10) + text[at++] - '0';
        }

        digits = at - begin;
        return value;
    }

    private static void Skip(string text, ref int at, int end)
    {
        for (var n = 0; at < end && n < 4 && (char.IsWhiteSpace(text[at]) || text[at] is ',' or '.' or '-' or '/'); n++)
        {
            at++;
        }
    }

    private static void SkipOrdinal(string text, ref int at, int end)
    {
        if (at + 2 <= end && text.AsSpan(at, 2) is var two && (two is "st" or "nd" or "rd" or "th" or "er") && (at + 2 == end || !char.IsLetter(text[at + 2])))
        {
            at += 2;
        }
        else if (at < end && text[at] is 'º' or '°')
        {
            at++;
        }
    }

    private static void SkipWord(string text, ref int at, int end, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (at + word.Length < end && string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0 && char.IsWhiteSpace(text[at + word.Length]))
            {
                at += word.Length;
                Skip(text, ref at, end);
                return;
            }
        }
    }
}
