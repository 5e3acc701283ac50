using System.Globalization;
using Stemma.Words;

namespace Stemma.Articles.Dates;

/// <summary>On which day of a year does a day with a name fall?</summary>
/// <remarks>Data/holidays.tsv has a rule for each; the calendars of other peoples are the runtime's, which look at no clock and no culture.</remarks>
internal static class Holidays
{
    private const string File = "Articles/Dates/Data/holidays.tsv";

    private static readonly Dictionary<string, string> Rules = Resource.Rows(File).ToDictionary(r => r[0], r => r.Length > 1 ? r[1].Trim() : "", StringComparer.Ordinal);

    private static readonly HebrewCalendar Hebrew = new();
    private static readonly UmAlQuraCalendar Hijri = new();
    private static readonly ChineseLunisolarCalendar Lunar = new();

    /// <summary>All names as one pattern of the rules, so that no day is in one list and not in the other.</summary>
    public static string Pattern => "(" + string.Join(" | ", Resource.Rows(File).Select(r => r[0]).OrderBy(name => name, StringComparer.Ordinal)) + ")";

    public static bool Knows(string name) => Rules.ContainsKey(name);

    /// <summary>True where the day depends on who sees the moon, so that a day to either side is as good.</summary>
    public static bool IsAbout(string name) => Rules.TryGetValue(name, out var rule) && rule.StartsWith("hijri", StringComparison.Ordinal);

    /// <summary>Null where no rule gives it, or not in that year.</summary>
    public static DateOnly? Day(string name, int year)
    {
        if (!Rules.TryGetValue(name, out var rule) || rule.Length == 0 || year is < 3 or > 9990)
        {
            return null;
        }

        var shift = rule.IndexOfAny(['+', '-'], rule.Contains(':', StringComparison.Ordinal) ? rule.LastIndexOf(':') : rule[0] is >= '0' and <= '9' ? 3 : 0);
        var days = shift < 0 ? 0 : int.Parse(rule.AsSpan(shift), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var day = rule[..(shift < 0 || rule[0] is 'h' or 'l' ? rule.Length : shift)];
        return day switch
        {
            "easter" => year < 1583 ? null : Easter(year).AddDays(days),
            "orthodox" => year < 1583 ? null : OrthodoxEaster(year).AddDays(days),
            _ when day.StartsWith("hebrew:", StringComparison.Ordinal) => InHebrew(year, Part(day, 7), Part(day, 10)),
            _ when day.StartsWith("hijri:", StringComparison.Ordinal) => In(Hijri, year, (year - 622) * 33 / 32, Part(day, 6), Part(day, 9)),
            _ when day.StartsWith("lunar:", StringComparison.Ordinal) => In(Lunar, year, year, Part(day, 6), Part(day, 9)),
            _ when day[2] == '-' && day.Length > 5 => From(new DateOnly(year, Part(day, 0), Part(day, 3)), Part(day, 6)),
            _ when day[2] == '-' => new DateOnly(year, Part(day, 0), Part(day, 3)).AddDays(days),
            _ => Nth(year, Part(day, 0), Part(day, 3), Part(day, 5)).AddDays(days),
        };
    }

    // The number that begins here: "05:2:7" has 5, 2 and 7.
    private static int Part(string rule, int at)
    {
        var end = at;
        while (end < rule.Length && char.IsAsciiDigit(rule[end]))
        {
            end++;
        }

        return int.Parse(rule.AsSpan(at, end - at), CultureInfo.InvariantCulture);
    }

    // The first such weekday from a day on.
    private static DateOnly From(DateOnly day, int weekday) => day.AddDays(((weekday % 7) - (int)day.DayOfWeek + 7) % 7);

    private static DateOnly Nth(int year, int month, int nth, int weekday)
    {
        var day = From(new DateOnly(year, month, 1), weekday).AddDays(7 * (nth - 1));
        return day.Month == month ? day : day.AddDays(-7);
    }

    // Months count from Tishrei as in a common year; a leap year puts one in before Adar's feasts.
    private static DateOnly? InHebrew(int year, int month, int day)
    {
        foreach (var theirs in (int[])[year + 3760, year + 3761])
        {
            if (theirs is < 5344 or > 5998)
            {
                continue;
            }

            var date = DateOnly.FromDateTime(Hebrew.ToDateTime(theirs, month >= 6 && Hebrew.IsLeapYear(theirs) ? month + 1 : month, day, 0, 0, 0, 0));
            if (date.Year == year)
            {
                return date;
            }
        }

        return null;
    }

    // Their years begin elsewhere, and the moon's are shorter: the first day of that name in our year.
    private static DateOnly? In(Calendar calendar, int year, int near, int month, int day)
    {
        for (var theirs = near - 1; theirs <= near + 1; theirs++)
        {
            var (first, last) = (calendar.GetYear(calendar.MinSupportedDateTime), calendar.GetYear(calendar.MaxSupportedDateTime));
            if (theirs > first && theirs < last && DateOnly.FromDateTime(calendar.ToDateTime(theirs, month, day, 0, 0, 0, 0)) is var date && date.Year == year)
            {
                return date;
            }
        }

        return null;
    }

    // The Gregorian computus (Meeus, Jones, Butcher).
    private static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
        int h = ((19 * a) + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + (2 * e) + (2 * i) - h - k) % 7, m = (a + (11 * h) + (22 * l)) / 451;
        var month = (h + l - (7 * m) + 114) / 31;
        return new DateOnly(year, month, ((h + l - (7 * m) + 114) % 31) + 1);
    }

    // The Julian computus (Meeus), told in Gregorian days.
    private static DateOnly OrthodoxEaster(int year)
    {
        int a = year % 4, b = year % 7, c = year % 19, d = ((19 * c) + 15) % 30, e = ((2 * a) + (4 * b) - d + 34) % 7;
        var month = (d + e + 114) / 31;
        return new DateOnly(year, month, ((d + e + 114) % 31) + 1).AddDays((year / 100) - (year / 400) - 2);
    }
}
