using System.Globalization;

namespace Stemma;

/// <summary>Reads EDTF words (Library of Congress, levels 0 and 1, and "201X") into a <see cref="Moment"/>.</summary>
public static class Edtf
{
    /// <summary>The moment these words tell. Words that are no EDTF give a moment with both sides open, never an error.</summary>
    public static Moment Parse(string words)
    {
        var slash = words.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            var (first, last) = Stretch(words);
            return new Moment(words, first, last);
        }

        var (earliest, _) = Stretch(words[..slash]);
        var (_, latest) = Stretch(words[(slash + 1)..]);
        return new Moment(words, earliest, latest);
    }

    /// <summary>True where the words are a date, an interval or an open interval that can be told as days.</summary>
    public static bool IsDate(string words) => Parse(words) is var moment && (moment.Earliest is not null || moment.Latest is not null);

    private static (DateOnly? First, DateOnly? Last) Stretch(string words)
    {
        var plain = words.TrimEnd('~', '?', '%');
        if (plain.Length is 0 || plain == "..")
        {
            return (null, null);
        }

        // A time of day (level 0) narrows the day no further.
        if (plain.IndexOf('T', StringComparison.Ordinal) is 10 and var time)
        {
            plain = plain[..time];
        }

        var parts = plain.Split('-');
        if (parts.Length > 3 || parts[0].Length != 4 || !Year(parts[0], out var low, out var high))
        {
            return (null, null);
        }

        if (parts.Length == 1)
        {
            return (new DateOnly(low, 1, 1), new DateOnly(high, 12, 31));
        }

        if (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var month))
        {
            return parts[1] is "XX" ? (new DateOnly(low, 1, 1), new DateOnly(high, 12, 31)) : (null, null);
        }

        // Seasons, level 1: 21 spring, 22 summer, 23 autumn, 24 winter (northern, meteorological).
        if (month is >= 21 and <= 24)
        {
            var start = new DateOnly(low, 3 * (month - 20), 1);
            return (start, start.AddMonths(3).AddDays(-1));
        }

        if (month is < 1 or > 12)
        {
            return (null, null);
        }

        if (low != high)
        {
            return (new DateOnly(low, 1, 1), new DateOnly(high, 12, 31));
        }

        if (parts.Length == 2 || parts[2] is "XX")
        {
            return (new DateOnly(low, month, 1), new DateOnly(low, month, DateTime.DaysInMonth(low, month)));
        }

        return int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day >= 1 && day <= DateTime.DaysInMonth(low, month)
            ? (new DateOnly(low, month, day), new DateOnly(low, month, day))
            : (null, null);
    }

    // "2017" is one year, "201X" ten, "20XX" a hundred.
    private static bool Year(string digits, out int low, out int high)
    {
        high = 0;
        return int.TryParse(digits.Replace('X', '0'), NumberStyles.None, CultureInfo.InvariantCulture, out low) && low >= 1
            && int.TryParse(digits.Replace('X', '9'), NumberStyles.None, CultureInfo.InvariantCulture, out high);
    }
}
