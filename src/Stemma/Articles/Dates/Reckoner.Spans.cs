using System.Globalization;

namespace Stemma.Articles.Dates;

/// <summary>Durations, sets and times of day: "two and a half years", "every Friday", "10:35 a.m. Friday".</summary>
internal sealed partial class Reckoner
{
    private static readonly string[] PartCodes = ["", "TMO", "TAF", "TEV", "TNI", "TDT"];

    private Reading Duration(Match m, ReadOnlySpan<TimeToken> tokens)
    {
        var amount = Amount.Of(book, m, text, tokens);
        return new Reading(TimexType.Duration, amount.Duration, default, default, Mod(m, tokens));
    }

    private Reading DurationSum(Match m, ReadOnlySpan<TimeToken> tokens)
    {
        var value = new System.Text.StringBuilder("P");
        for (var n = 0; n < 2; n++)
        {
            var unit = m.Value(tokens, _c.Units, n) ?? 0;
            var letter = unit switch { Amount.Second => "S", Amount.Minute => "M", Amount.Hour => "H", Amount.Day => "D", Amount.Week => "W", Amount.Month => "M", Amount.Year => "Y", _ => null };
            var number = m.TokenOf(_c.Number, n) is var t and >= 0 ? tokens[t].Value : 0;
            if (letter is null)
            {
                return new Reading(TimexType.Duration, null, default, default, null);
            }

            if (unit <= Amount.Hour && value.ToString().IndexOf('T', StringComparison.Ordinal) < 0)
            {
                value.Append('T');
            }

            value.Append(CultureInfo.InvariantCulture, $"{number}{letter}");
        }

        return new Reading(TimexType.Duration, value.ToString(), default, default, null);
    }

    private Reading VagueDuration(Match m, ReadOnlySpan<TimeToken> tokens)
    {
        var amount = new Amount(null, "X", m.Value(tokens, _c.Units) ?? 0, false);
        return new Reading(TimexType.Duration, amount.Duration, default, default, Mod(m, tokens));
    }

    private Reading Set(Match m, ReadOnlySpan<TimeToken> tokens)
    {
        var part = m.TokenOf(_c.Part) >= 0 || m.TokenOf(_c.Parts) >= 0 || m.TokenOf(_c.Nights) >= 0 ? PartCodes[m.Value(tokens, _c.Part) ?? m.Value(tokens, _c.Parts) ?? 4] : "";
        var weekday = m.Value(tokens, _c.Weekday) ?? m.Value(tokens, _c.Weekdays) ?? 0;
        string? value;
        if (weekday > 0)
        {
            value = $"XXXX-WXX-{weekday}{part}";
        }
        else if (m.Value(tokens, _c.Month) is { } month)
        {
            value = $"XXXX-{month:00}";
        }
        else if (m.Value(tokens, _c.Season) is { } season)
        {
            value = new When(Grain.Season, 0, season).Timex;
        }
        else if (part.Length > 0)
        {
            value = "XXXX-XX-XX" + part;
        }
        else if (m.Value(tokens, _c.AdverbSet) is { } unit)
        {
            value = unit == Amount.NightTime ? "XXXX-XX-XXTNI" : History ? Blank(unit) : new Amount(1, "1", unit, false).Duration;
        }
        else
        {
            value = m.TokenOf(_c.Unit) >= 0 || m.TokenOf(_c.Units) >= 0 ? (Amount.Of(book, m, text, tokens) with { AndHalf = false }).Duration : null;
            if (value is not null && m.TokenOf(_c.Number) < 0)
            {
                value = new Amount(1, "1", m.Value(tokens, _c.Unit) ?? m.Value(tokens, _c.Units) ?? 0, false).Duration;
            }
        }

        return new Reading(TimexType.Set, value, default, default, null);
    }

    private static string Blank(int unit) => unit switch
    {
        Amount.Day => "XXXX-XX-XX",
        Amount.Week or Amount.Fortnight => "XXXX-WXX",
        Amount.Month => "XXXX-XX",
        Amount.Quarter => "XXXX-QX",
        Amount.Year => "XXXX",
        _ => new Amount(1, "1", unit, false).Duration,
    };

    // An hour told in news belongs to a day of the week gone, or to publication.
    private const int NewsOfTheWeek = 7;

    private string PartCode(Match m, ReadOnlySpan<TimeToken> tokens) =>
        m.TokenOf(_c.Noon) >= 0 ? (m.Value(tokens, _c.Noon) == 24 ? "T24:00" : "T12:00")
        : m.Value(tokens, _c.Part) is { } part ? PartCodes[part]
        : "TNI";

    private Reading Clock(Match m, ReadOnlySpan<TimeToken> tokens)
    {
        var minutes = m.Value(tokens, _c.Clock) ?? m.Value(tokens, _c.ClockDot);
        if (minutes is null && m.Value(tokens, _c.Noon) is { } noon)
        {
            minutes = 60 * noon;
        }

        if (minutes is null && m.TokenOf(_c.Hour12) is var t and >= 0)
        {
            minutes = 60 * tokens[t].Value;
        }

        if (minutes is null && (m.Value(tokens, _c.Military) ?? m.Value(tokens, _c.Year)) is { } military)
        {
            minutes = military % 100 < 60 && military / 100 <= 24 ? (60 * (military / 100)) + (military % 100) : null;
        }

        var hour = minutes / 60;
        var afternoon = m.TokenOf(_c.Pm) >= 0 || m.Value(tokens, _c.Part) is 2 or 3 || (m.Value(tokens, _c.Part) is 4 && hour is >= 6 and < 12);
        minutes += afternoon && hour < 12 ? 720 : m.TokenOf(_c.Am) >= 0 && hour == 12 ? -720 : 0;
        var clock = minutes is { } all ? $"T{(all / 60).ToString("00", CultureInfo.InvariantCulture)}:{(all % 60).ToString("00", CultureInfo.InvariantCulture)}" : "";
        var day = Here();
        if (m.TokenOf(_c.Month) >= 0)
        {
            day = Calendar(m, tokens).When with { Clock = "" };
        }
        else if (m.TokenOf(_c.Weekday) >= 0)
        {
            day = WeekdayNear(m.Value(tokens, _c.Weekday) ?? 1, Tense.Of(book, tokens, m.Begin, m.End));
        }
        else if (m.Value(tokens, _c.Deictic) is { } days)
        {
            day = _now.IsNone ? default : _now.Shift(days, Grain.Day);
        }
        else if (m.Says(tokens, "last"))
        {
            day = day.Shift(-1, Grain.Day);
        }
        else if (_told.Grain == Grain.Day && (History || (_told.First is { } told && _now.First is { } now && Math.Abs(told.DayNumber - now.DayNumber) <= NewsOfTheWeek)))
        {
            day = _told;
        }

        return Timed(m, tokens, day, clock);
    }
}
