using System.Globalization;
using Stemma.Words;

namespace Stemma.Articles.Dates;

/// <summary>On which day of a year does a day with a name fall?</summary>
internal static class Holidays
{
    private static readonly Dictionary<string, string> Rules = Resource.Rows("Articles/Dates/Data/holidays.tsv").ToDictionary(r => r[0], r => r.Length > 1 ? r[1] : "", StringComparer.Ordinal);

    /// <summary>Null where no rule of the solar calendar gives it.</summary>
    public static DateOnly? Day(string name, int year)
    {
        if (!Rules.TryGetValue(name, out var rule) || rule.Length == 0 || year is < 1 or > 9990)
        {
            return null;
        }

        if (rule.StartsWith("easter", StringComparison.Ordinal))
        {
            return year < 1583 ? null : Easter(year).AddDays(int.Parse(rule.AsSpan(6), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
        }

        var parts = rule.Split(':', '-').Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToArray();
        return parts.Length == 2 ? new DateOnly(year, parts[0], parts[1]) : Nth(year, parts[0], parts[1], parts[2]);
    }

    private static DateOnly Nth(int year, int month, int nth, int weekday)
    {
        var first = new DateOnly(year, month, 1);
        var day = first.AddDays((((weekday % 7) - (int)first.DayOfWeek + 7) % 7) + (7 * (nth - 1)));
        return day.Month == month ? day : day.AddDays(-7);
    }

    // The Gregorian computus (Meeus, Jones, Butcher).
    private static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
        int h = ((19 * a) + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + (2 * e) + (2 * i) - h - k) % 7, m = (a + (11 * h) + (22 * l)) / 451;
        var month = (h + l - (7 * m) + 114) / 31;
        return new DateOnly(year, month, ((h + l - (7 * m) + 114) % 31) + 1);
    }
}
