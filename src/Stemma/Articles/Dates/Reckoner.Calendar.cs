using System.Globalization;

namespace Stemma.Articles.Dates;

/// <summary>Days, months, years and holidays of the calendar, and the year of one told without it: "May 4", "499 BC", "4/29/2031", "Easter".</summary>
internal sealed partial class Reckoner
{
    private Reading Calendar(Match m, ReadOnlySpan<TimeToken> tokens)
    {
        var month = m.Value(tokens, _c.Month) ?? 0;
        var day = m.Value(tokens, _c.Day) ?? m.Value(tokens, _c.OrdinalDay) ?? (m.TokenOf(_c.OrdinalWord) >= 0 && m.TokenOf(_c.Month) >= 0 && !m.Says(tokens, "part") ? m.Value(tokens, _c.OrdinalWord) : null) ?? 0;
        day = day > 31 ? 0 : day;
        var year = YearOf(m, tokens);
        var anchor = default(When);
        if (m.Rule.Meaning == "calendar-rel")
        {
            anchor = m.Says(tokens, "last", "this", "next") ? _now : Told();
            year = anchor.Year + (m.Says(tokens, "last", "previous") ? -1 : m.Says(tokens, "next", "following") ? 1 : 0);
        }
        else if (year == 0)
        {
            (year, anchor) = YearFor(m, tokens, month, day);
        }

        var when = day > 0 ? new When(Grain.Day, year, month, day) : new When(Grain.Month, year, month);
        if (m.Value(tokens, _c.Part) is not null || m.Says(tokens, "night"))
        {
            return Timed(m, tokens, when, PartCode(m, tokens));
        }

        return Dated(m, tokens, when, anchor);
    }

    /// <summary>The year of a month or day told without one.</summary>
    private (int Year, When Anchor) YearFor(Match m, ReadOnlySpan<TimeToken> tokens, int month, int day)
    {
        if (History)
        {
            // Told in order, January comes after December.
            var told = Told();
            return (told.Year + (told.Grain >= Grain.Month && told.Part - month >= NextYear ? 1 : 0), told);
        }

        // News without a day of publication: the year stays open.
        if (_now.IsNone)
        {
            return (0, default);
        }

        var here = _now.First!.Value;
        var outlook = Tense.Of(book, tokens, m.Begin, m.End);
        var distance = ((month - here.Month) * 31) + (day == 0 ? 0 : day - here.Day);
        if (m.Says(tokens, "last") && day > 0 && m.TokenOf(_c.Rel) >= 0)
        {
            return (here.Year - (distance >= 0 ? 1 : 0), _now);
        }

        if (day == 0 ? month == here.Month : distance == 0)
        {
            return (here.Year, _now);
        }

        // A weekday beside the day decides where it fits one of the years around.
        if (day > 0 && m.Value(tokens, _c.WeekdayAny) is { } weekday)
        {
            for (var step = 0; step < 3; step++)
            {
                var candidate = here.Year + (step == 0 ? 0 : step == 1 ? (distance > 0 ? -1 : 1) : (distance > 0 ? 1 : -1));
                if (new When(Grain.Day, candidate, month, day).First is { } fits && (int)fits.DayOfWeek == weekday % 7)
                {
                    return (candidate, _now);
                }
            }
        }

        // Ten months back one would have said the year: a day near ahead is ahead, whatever the tense.
        var year = outlook switch
        {
            Outlook.Ahead => distance < 0 ? here.Year + (distance < -NearBack || day == 0 ? 1 : 0) : here.Year,
            Outlook.Back => distance > (day > 0 ? NearDay : NearMonth) ? here.Year - 1 : here.Year,
            _ => distance > NearAtAll ? here.Year - 1 : distance < -FarBack ? here.Year + 1 : here.Year,
        };
        return (year, _now);
    }

    // Months back that are rather a new year in a history: December to April, November to March, …
    private const int NextYear = 20;

    // How many days ahead a day without its year is still ahead, and a month. Found on TimeBank and AQUAINT: 75 costs half a point on AQUAINT, 130 nothing.
    private const int NearDay = 100;
    private const int NearMonth = 62;

    // The same where no verb tells: 186 costs a fifth of a point on AQUAINT and gains a tenth on TimeBank.
    private const int NearAtAll = 120;

    // A clause that looks ahead may still name a day just gone ("will publish the figures of May 2").
    private const int NearBack = 66;

    // How many days back a day without its year is rather the next year's.
    private const int FarBack = 240;

    private Reading Era(Match m, ReadOnlySpan<TimeToken> tokens)
    {
        var number = m.Value(tokens, _c.Decade) ?? m.Value(tokens, _c.Year) ?? m.Value(tokens, _c.Three) ?? m.Value(tokens, _c.Two) ?? m.Value(tokens, _c.Number) ?? 0;
        var year = (m.Value(tokens, _c.Era) ?? 1) * number;
        return Dated(m, tokens, m.Rule.Meaning switch
        {
            "month-era" => new When(Grain.Month, year, m.Value(tokens, _c.Month) ?? 0),
            "season-era" => new When(Grain.Season, year, m.Value(tokens, _c.Season) ?? 0),
            "decade-era" => new When(Grain.Decade, year),
            _ => new When(Grain.Year, year),
        }, default);
    }

    private Reading Century(Match m, ReadOnlySpan<TimeToken> tokens)
    {
        var nth = m.Value(tokens, _c.Ordinal) ?? m.Value(tokens, _c.OrdinalDay) ?? m.Value(tokens, _c.OrdinalWord) ?? 0;
        var before = m.Value(tokens, _c.Era) is -1;
        return Dated(m, tokens, nth is < 1 or > 90 ? default : new When(Grain.Century, before ? -100 * (nth - 1) - (nth == 1 ? 1 : 0) : (100 * (nth - 1)) + (nth == 1 ? 1 : 0)), default);
    }

    private Reading Iso(Match m, ReadOnlySpan<TimeToken> tokens)
    {
        var words = text.AsSpan(tokens[m.Begin].Begin, 10);
        return DateOnly.TryParseExact(words, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? Dated(m, tokens, When.OfDay(day), default)
            : Dated(m, tokens, default, default);
    }

    // American order unless the first number can only be a day.
    private Reading Slash(Match m, ReadOnlySpan<TimeToken> tokens)
    {
        var parts = text[tokens[m.Begin].Begin..tokens[m.Begin].End].Split('/').Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToArray();
        var (month, day) = parts[0] > 12 ? (parts[1], parts[0]) : (parts[0], parts[1]);
        var year = parts[2] < 100 ? parts[2] + (parts[2] < 40 ? 2000 : 1900) : parts[2];
        return month is < 1 or > 12 || day < 1 || day > 31 || year is < 1000 or > 2200 ? Dated(m, tokens, default, default) : Dated(m, tokens, new When(Grain.Day, year, month, day), default);
    }

    private Reading Holiday(Match m, ReadOnlySpan<TimeToken> tokens)
    {
        var (name, season) = HolidayName(m, tokens);
        var year = YearOf(m, tokens);
        var anchor = default(When);
        if (year == 0)
        {
            anchor = Here();
            year = anchor.Year;
            if (!History && _now.First is { } here && Holidays.Day(name, year) is { } thisYear)
            {
                // The nearest, as with days of a month: what lies more than a season ahead has been.
                var distance = thisYear.DayNumber - here.DayNumber;
                year += m.Says(tokens, "last") && distance >= 0 ? -1
                    : m.Says(tokens, "next") && distance <= 0 ? 1
                    : m.Says(tokens, "last", "next", "this") ? 0
                    : distance > NearDay && Tense.Of(book, tokens, m.Begin, m.End) != Outlook.Ahead ? -1
                    : distance < NearDay - 366 ? 1
                    : 0;
            }
        }

        if (Holidays.Day(name, year) is not { } day)
        {
            return Dated(m, tokens, default, anchor);
        }

        var when = season == "week" ? When.OfWeek(day) : season == "weekend" ? When.OfDay(day.DayOfWeek is DayOfWeek.Monday or DayOfWeek.Tuesday ? day.AddDays(-2) : day).Widen(Grain.Weekend) : When.OfDay(day);
        return Dated(m, tokens, when, anchor) is var dated && Holidays.IsAbout(name) ? dated with { Mod = "APPROX" } : dated;
    }

    // "late on Easter Monday 2031", "last Labor Day weekend": the longest known name, and what stands behind it.
    private (string Name, string? Season) HolidayName(Match m, ReadOnlySpan<TimeToken> tokens)
    {
        for (var begin = m.Begin; begin < m.End; begin++)
        {
            var name = "";
            for (var t = begin; t < m.End; t++)
            {
                name += (t > begin ? " " : "") + text[tokens[t].Begin..tokens[t].End].Replace('\u2019', '\'').Replace(".", "", StringComparison.Ordinal).ToLowerInvariant();
            }

            for (var end = name.Length; end > 0; end = name.LastIndexOf(' ', end - 1))
            {
                if (Holidays.Knows(name[..end]))
                {
                    return (name[..end], m.Says(tokens, "weekend") ? "weekend" : m.Says(tokens, "week") ? "week" : null);
                }
            }
        }

        return ("", null);
    }
}
