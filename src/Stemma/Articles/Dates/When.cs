using System.Globalization;

namespace Stemma.Articles.Dates;

/// <summary>How fine a stretch of the calendar is, coarse to fine.</summary>
internal enum Grain
{
    None,
    Century,
    Decade,
    Year,
    Half,
    Quarter,
    Season,
    Month,
    Week,
    Weekend,
    Day,
}

/// <summary>A stretch of the calendar as TIMEX3 writes it: which year, which part of it, which time of day.</summary>
/// <param name="Year">Negative before Christ; 0 where unknown.</param>
/// <param name="Part">Half, quarter, season (1 spring … 4 winter), month or week of the year, by <paramref name="Grain"/>; 0 where unknown.</param>
/// <param name="Clock">What follows the day: "TMO", "T10:35"; empty for a whole day.</param>
internal readonly record struct When(Grain Grain, int Year, int Part = 0, int Day = 0, string Clock = "")
{
    private static readonly string[] SeasonCodes = ["XX", "SP", "SU", "FA", "WI"];

    public bool IsNone => Grain == Grain.None;

    public static When OfDay(DateOnly day) => new(Grain.Day, day.Year, day.Month, day.Day);

    public static When OfMonth(DateOnly day) => new(Grain.Month, day.Year, day.Month);

    public static When OfWeek(DateOnly day) => new(Grain.Week, ISOWeek.GetYear(day.ToDateTime(default)), ISOWeek.GetWeekOfYear(day.ToDateTime(default)));

    /// <summary>The first day; null where it cannot be told (before Christ, unknown year).</summary>
    public DateOnly? First
    {
        get
        {
            if (Year is < 2 or > 9990)
            {
                return null;
            }

            switch (Grain)
            {
                case Grain.Century:
                    return new DateOnly(Math.Max(1, Year / 100 * 100), 1, 1);
                case Grain.Decade:
                    return new DateOnly(Math.Max(1, Year / 10 * 10), 1, 1);
                case Grain.Half when Part is 1 or 2:
                    return new DateOnly(Year, (6 * Part) - 5, 1);
                case Grain.Quarter when Part is >= 1 and <= 4:
                    return new DateOnly(Year, (3 * Part) - 2, 1);
                case Grain.Season when Part is >= 1 and <= 4:
                    return new DateOnly(Year, 3 * Part, 1);
                case Grain.Month when Part is >= 1 and <= 12:
                    return new DateOnly(Year, Part, 1);
                case Grain.Week or Grain.Weekend when Part is >= 1 and <= 53:
                    return DateOnly.FromDateTime(ISOWeek.ToDateTime(Year, Part, Grain == Grain.Weekend ? DayOfWeek.Saturday : DayOfWeek.Monday));
                case Grain.Day when Part is >= 1 and <= 12 && Day >= 1 && Day <= DateTime.DaysInMonth(Year, Part):
                    return new DateOnly(Year, Part, Day);
                case Grain.None:
                    return null;
                default:
                    return new DateOnly(Year, 1, 1);
            }
        }
    }

    /// <summary>The last day; null where it cannot be told.</summary>
    public DateOnly? Last => First is not { } first ? null : Grain switch
    {
        Grain.Century => first.AddYears(100).AddDays(-1),
        Grain.Decade => first.AddYears(10).AddDays(-1),
        Grain.Year => first.AddYears(1).AddDays(-1),
        Grain.Half when Part > 0 => first.AddMonths(6).AddDays(-1),
        Grain.Quarter or Grain.Season when Part > 0 => first.AddMonths(3).AddDays(-1),
        Grain.Month when Part > 0 => first.AddMonths(1).AddDays(-1),
        Grain.Week when Part > 0 => first.AddDays(6),
        Grain.Weekend => first.AddDays(1),
        Grain.Day => first,
        _ => first.AddYears(1).AddDays(-1),
    };

    /// <summary>The TIMEX3 value.</summary>
    public string Timex
    {
        get
        {
            if (Plain is { } plain)
            {
                return Clock.Length == 0 ? plain : plain + Clock;
            }

            var year = Year == 0 ? "XXXX" : Year < 0 ? "BC" + (-Year).ToString("0000", CultureInfo.InvariantCulture) : Year.ToString("0000", CultureInfo.InvariantCulture);
            var value = Grain switch
            {
                // "19" for the twentieth century, "198" for the 1980s, "BC047" for the 470s before Christ.
                Grain.Century => year[..^2],
                Grain.Decade => year[..^1],
                Grain.Half => $"{year}-H{Digit(Part)}",
                Grain.Quarter => $"{year}-Q{Digit(Part)}",
                Grain.Season => $"{year}-{SeasonCodes[Part]}",
                Grain.Month => $"{year}-{Two(Part)}",
                Grain.Week => $"{year}-W{Two(Part)}",
                Grain.Weekend => $"{year}-W{Two(Part)}-WE",
                Grain.Day => $"{year}-{Two(Part)}-{Two(Day)}",
                _ => year,
            };
            return value + Clock;
        }
    }

    /// <summary>The same as EDTF; null where EDTF has no word for it.</summary>
    public string? Edtf
    {
        get
        {
            if (Grain == Grain.None || (Year == 0 && Grain < Grain.Month))
            {
                return null;
            }

            if (Plain is { } plain)
            {
                return plain;
            }

            // EDTF counts a year 0: 490 before Christ is -0489.
            var year = Year == 0 ? "XXXX" : Year < 0 ? "-" + (-Year - 1).ToString("0000", CultureInfo.InvariantCulture) : Year.ToString("0000", CultureInfo.InvariantCulture);
            return Grain switch
            {
                Grain.Century => Year > 0 ? year[..2] + "XX" : null,
                Grain.Decade => Year > 0 ? year[..3] + "X" : null,
                Grain.Year => year,
                Grain.Half when Part is 1 or 2 && Year > 0 => $"{year}-{(Part == 1 ? "01" : "07")}/{year}-{(Part == 1 ? "06" : "12")}",
                Grain.Quarter when Part > 0 && Year > 0 => $"{year}-{Two((3 * Part) - 2)}/{year}-{Two(3 * Part)}",
                Grain.Season when Part > 0 => $"{year}-{Part + 20}",
                Grain.Half or Grain.Quarter or Grain.Season => year,
                Grain.Month => Part > 0 ? $"{year}-{Two(Part)}" : year,
                Grain.Week or Grain.Weekend => First is { } first && Last is { } last ? Moment.Between(first, last).Edtf : null,
                Grain.Day => $"{year}-{Two(Part)}-{Two(Day)}",
                _ => null,
            };
        }
    }

    // A known day, which is what most dates of news are, written in one go: the same in TIMEX3 and EDTF.
    private string? Plain => Grain == Grain.Day && Year is > 0 and < 10_000 && Part is > 0 and < 100 && Day is > 0 and < 100
        ? string.Create(10, (Year, Part, Day), static (to, day) =>
        {
            (to[0], to[1], to[2], to[3]) = ((char)('0' + (day.Year / 1000)), (char)('0' + (day.Year / 100 % 10)), (char)('0' + (day.Year / 10 % 10)), (char)('0' + (day.Year % 10)));
            (to[4], to[5], to[6], to[7]) = ('-', (char)('0' + (day.Part / 10)), (char)('0' + (day.Part % 10)), '-');
            (to[8], to[9]) = ((char)('0' + (day.Day / 10)), (char)('0' + (day.Day % 10)));
        })
        : null;

    /// <summary>So many units on, as coarse as the unit.</summary>
    public When Shift(int amount, Grain unit)
    {
        switch (unit)
        {
            case Grain.Century:
                return new When(Grain.Century, Years(amount * 100));
            case Grain.Decade:
                return new When(Grain.Decade, Years(amount * 10));
            case Grain.Year:
                return new When(Grain.Year, Years(amount));
        }

        if (First is not { } first)
        {
            return default;
        }

        switch (unit)
        {
            case Grain.Quarter:
                return MonthsOn(first, 3L * amount) is { } quarter ? new When(Grain.Quarter, quarter.Year, ((quarter.Month - 1) / 3) + 1) : default;
            case Grain.Month:
                return MonthsOn(first, amount) is { } month ? OfMonth(month) : default;
            case Grain.Week:
                return DaysOn(first, 7L * amount) is { } week ? OfWeek(week) : default;
            case Grain.Weekend:
                return DaysOn(first, 7L * amount) is { } weekend ? OfWeek(weekend) with { Grain = Grain.Weekend } : default;
            default:
                return DaysOn(first, amount) is { } day ? OfDay(day) : default;
        }
    }

    // The calendar ends: what lies beyond it is no day.
    private static DateOnly? DaysOn(DateOnly from, long days) =>
        from.DayNumber + days is var number && number > LastDays && number < DateOnly.MaxValue.DayNumber - LastDays ? DateOnly.FromDayNumber((int)number) : null;

    private static DateOnly? MonthsOn(DateOnly from, long months) =>
        (12L * from.Year) + from.Month - 1 + months is var number && number is > 24 and < 12 * 9990 ? new DateOnly((int)(number / 12), (int)(number % 12) + 1, 1) : null;

    // A margin at both ends of the calendar, so that a week around a day is always inside.
    private const int LastDays = 400;

    /// <summary>The stretch of this unit around it ("the year" of a day).</summary>
    public When Widen(Grain unit) => unit switch
    {
        Grain.Season when First is { } first => new When(Grain.Season, first.Month == 12 ? first.Year : first.Year, first.Month is 12 or < 3 ? 4 : first.Month / 3),
        Grain.Half when First is { } first => new When(Grain.Half, first.Year, first.Month <= 6 ? 1 : 2),
        _ when unit is Grain.Month && Grain is Grain.Month or Grain.Day => new When(Grain.Month, Year, Part),
        _ => Shift(0, unit),
    };

    // There is no year 0 between 1 BC and AD 1.
    private int Years(int amount)
    {
        if (Year == 0)
        {
            return 0;
        }

        var moved = (long)Year + amount;
        return Math.Abs(moved) > 9990 ? 0 : (int)(Year < 0 && moved >= 0 ? moved + 1 : Year > 0 && moved <= 0 ? moved - 1 : moved);
    }

    private static string Two(int number) => number == 0 ? "XX" : number.ToString("00", CultureInfo.InvariantCulture);

    private static string Digit(int number) => number == 0 ? "X" : number.ToString(CultureInfo.InvariantCulture);
}
