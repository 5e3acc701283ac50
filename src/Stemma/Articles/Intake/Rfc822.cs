using System.Globalization;

namespace Stemma.Articles.Intake;

/// <summary>Which day does "Tue, 06 May 2031 16:20:00 GMT" tell? The form of RSS and of mail (RFC 822), as it is written, without counting time zones.</summary>
internal static class Rfc822
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static string? Day(string? words)
    {
        var parts = (words ?? "").Split([' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries);
        var at = parts.Length > 0 && char.IsAsciiLetter(parts[0][0]) ? 1 : 0;
        if (parts.Length < at + 3
            || !int.TryParse(parts[at], NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            || parts[at + 1].Length < 3
            || Array.IndexOf(Months, parts[at + 1][..3].ToLowerInvariant()) is var month && month < 0
            || !int.TryParse(parts[at + 2], NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            return null;
        }

        // RFC 822 wrote two digits; RFC 2822 reads 00–49 as 20xx.
        year += year < 50 ? 2000 : year < 100 ? 1900 : 0;
        return year is >= 1900 and < 2200 && day >= 1 && day <= DateTime.DaysInMonth(year, month + 1)
            ? $"{year:D4}-{month + 1:D2}-{day:D2}"
            : null;
    }
}
