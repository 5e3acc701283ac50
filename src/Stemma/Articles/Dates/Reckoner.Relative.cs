namespace Stemma.Articles.Dates;

/// <summary>Days, weeks, months and years counted from an anchor: "Tuesday", "last week", "two months ago", "later that year".</summary>
internal sealed partial class Reckoner
{
    private Reading Deictic(Match m, ReadOnlySpan<TimeToken> tokens)
    {
        // Where publication is known only as days between, "yesterday" is no day.
        var day = _now.IsNone || !toTheDay ? default : _now.Shift(m.Value(tokens, _c.Deictic) ?? 0, Grain.Day);
        if (m.TokenOf(_c.Part) >= 0 || m.TokenOf(_c.Noon) >= 0)
        {
            return Timed(m, tokens, day, PartCode(m, tokens));
        }

        // In a history "today" is the reader's own day.
        return History && m.Value(tokens, _c.Deictic) == 0 ? new Reading(TimexType.Date, "PRESENT_REF", default, default, null) : Dated(m, tokens, day, _now);
    }

    private Reading ThisPart(Match m, ReadOnlySpan<TimeToken> tokens)
    {
        var day = m.Says(tokens, "that") ? Told() : Here();
        return Timed(m, tokens, day.Shift(m.Says(tokens, "last") ? -1 : m.Says(tokens, "tomorrow") ? 1 : 0, Grain.Day), PartCode(m, tokens));
    }

    private Reading Weekday(Match m, ReadOnlySpan<TimeToken> tokens)
    {
        var weekday = m.Value(tokens, _c.Weekday) ?? m.Value(tokens, _c.WeekdayAny) ?? 1;
        var day = WeekdayNear(weekday, Tense.Of(book, tokens, m.Begin, m.End));
        var hasPart = m.TokenOf(_c.Part) >= 0 || m.TokenOf(_c.Noon) >= 0;
        if (day.IsNone)
        {
            var value = $"XXXX-WXX-{weekday}" + (hasPart ? PartCode(m, tokens) : "");
            return new Reading(hasPart ? TimexType.Time : TimexType.Date, value, default, default, Mod(m, tokens));
        }

        return hasPart ? Timed(m, tokens, day, PartCode(m, tokens)) : Dated(m, tokens, day, Anchor());
    }

    private When Anchor() => History && _told.Grain >= Grain.Week ? _told : _now;

    /// <summary>The news rule: the latest such day not after publication; turned ahead by a clause that looks ahead.</summary>
    private When WeekdayNear(int weekday, Outlook outlook)
    {
        var anchor = Anchor();
        if (anchor.First is not { } here)
        {
            return default;
        }

        var back = ((int)here.DayOfWeek - (weekday % 7) + 7) % 7;
        return When.OfDay(outlook == Outlook.Ahead && back > 0 ? here.AddDays(7 - back) : here.AddDays(-back));
    }

    private Reading WeekdayRelative(Match m, ReadOnlySpan<TimeToken> tokens)
    {
        var weekday = m.Value(tokens, _c.Weekday) ?? 1;
        var anchor = m.Says(tokens, "following", "previous", "that", "preceding") && _told.Grain >= Grain.Week ? _told : Anchor();
        if (anchor.First is not { } here)
        {
            return new Reading(m.Rule.Type, $"XXXX-WXX-{weekday}", default, default, Mod(m, tokens));
        }

        var back = ((int)here.DayOfWeek - (weekday % 7) + 7) % 7;
        var day = m.Says(tokens, "next", "following", "coming") ? here.AddDays(back == 0 ? 7 : 7 - back)
            : m.Says(tokens, "this") && !m.Says(tokens, "past") ? (Tense.Of(book, tokens, m.Begin, m.End) == Outlook.Back ? here.AddDays(-back) : here.AddDays(back == 0 ? 0 : 7 - back))
            : m.Says(tokens, "last", "past", "previous", "preceding") ? here.AddDays(back == 0 ? -7 : -back)
            : here.AddDays(-back);
        return m.TokenOf(_c.Part) >= 0 ? Timed(m, tokens, When.OfDay(day), PartCode(m, tokens)) : Dated(m, tokens, When.OfDay(day), anchor);
    }

    private Reading WeekdayOfWeek(Match m, ReadOnlySpan<TimeToken> tokens)
    {
        var weekday = m.Value(tokens, _c.Weekday) ?? 1;
        if (Here().First is not { } here)
        {
            return new Reading(TimexType.Date, $"XXXX-WXX-{weekday}", default, default, null);
        }

        var monday = here.AddDays(-(((int)here.DayOfWeek + 6) % 7));
        var weeks = m.Says(tokens, "last", "previous", "ago") ? -1 : m.Says(tokens, "next", "following", "from") ? 1 : 0;
        return Dated(m, tokens, When.OfDay(monday.AddDays((7 * weeks) + weekday - 1)), Here());
    }

    private Reading DayBeforeWeekday(Match m, ReadOnlySpan<TimeToken> tokens)
    {
        var day = m.Says(tokens, "last") ? WeekdayRelative(m, tokens).When : WeekdayNear(m.Value(tokens, _c.Weekday) ?? 1, Outlook.None);
        return Dated(m, tokens, day.Shift(m.Says(tokens, "before") ? -1 : 1, Grain.Day), Here());
    }

    private Reading WeekOf(Match m, ReadOnlySpan<TimeToken> tokens)
    {
        var day = Calendar(m, tokens);
        return day.When.First is { } first ? Dated(m, tokens, When.OfWeek(first), day.Anchor) : day;
    }

    private Reading RelativeUnit(Match m, ReadOnlySpan<TimeToken> tokens)
    {
        var unit = m.Value(tokens, _c.Unit) ?? 0;
        var grain = Amount.GrainOf(unit);
        if (unit is Amount.Second or Amount.Minute or Amount.Hour)
        {
            return new Reading(TimexType.Duration, new Amount(1, "1", unit, false).Duration, default, default, null);
        }

        if (m.Says(tokens, "recent"))
        {
            grain = UnitGrain(m, tokens);
        }

        // "this week", "last year", "next month" speak from today; "the next day", "the following year", "that month" from what was told.
        var articled = m.Says(tokens, "the", "that", "same") || m.Says(tokens, "following", "previous", "preceding", "subsequent", "ensuing", "prior");
        var speaksFromNow = m.Says(tokens, "this", "last", "current", "past", "coming", "latest", "upcoming") || !articled;
        if (m.Says(tokens, "past", "last") && m.Says(tokens, "the") && !m.Says(tokens, "week", "month"))
        {
            // "the past year": the stretch up to now.
            return grain is Grain.Day ? Dated(m, tokens, _now.Shift(-1, grain), _now)
                : History ? new Reading(TimexType.Duration, new Amount(1, "1", unit, false).Duration, default, _now, Mod(m, tokens))
                : grain == Grain.Year ? Dated(m, tokens, _now.Shift(-1, grain), _now)
                : new Reading(TimexType.Duration, new Amount(1, "1", unit, false).Duration, default, _now, Mod(m, tokens));
        }

        var anchor = speaksFromNow ? Now(grain) : Told();
        var steps = m.Says(tokens, "last", "previous", "preceding", "past", "prior") ? -1 : m.Says(tokens, "next", "following", "coming", "upcoming", "forthcoming", "subsequent", "ensuing") ? 1 : 0;
        if (grain == Grain.Day && m.Says(tokens, "this") && anchor.IsNone)
        {
            return Dated(m, tokens, default, default);
        }

        var when = anchor.IsNone ? default : steps == 0 ? anchor.Widen(grain) : (grain == Grain.Day ? anchor : anchor.Widen(grain)).Shift(steps, grain);
        if (when.IsNone && !anchor.IsNone)
        {
            // A day of a month or year that told none: "1918-04-XX".
            when = Blurred(anchor, grain);
        }

        return Dated(m, tokens, when, anchor);
    }

    private When Now(Grain grain) => History && _told.Year != 0 && _now.Year - _told.Year > FarPast && grain <= Grain.Month ? _told : _now;

    // In a history "this year" far before publication is the year told.
    private const int FarPast = 3;

    private static When Blurred(When anchor, Grain grain) => grain switch
    {
        Grain.Day => new When(Grain.Day, anchor.Year, anchor.Grain is Grain.Month ? anchor.Part : 0, 0),
        Grain.Month => new When(Grain.Month, anchor.Year, 0),
        Grain.Week => new When(Grain.Week, anchor.Year, 0),
        _ => default,
    };

    /// <summary>"the year", "the end of the month": the one last told, else the one of publication.</summary>
    private Reading TheUnit(Match m, ReadOnlySpan<TimeToken> tokens)
    {
        var unit = m.Value(tokens, _c.Unit) ?? m.Value(tokens, _c.Units) ?? 0;
        var grain = Amount.GrainOf(unit);
        if (unit is Amount.Second or Amount.Minute or Amount.Hour or Amount.Century or Amount.Decade or Amount.Millennium)
        {
            return new Reading(TimexType.Duration, new Amount(1, "1", unit, false).Duration, default, default, Mod(m, tokens));
        }

        // "the year ended March 31" is a stretch of its own, not the calendar's.
        if (m.End < tokens.Length && book.Lexicon.Is(tokens[m.End].Symbol, _c.Ended))
        {
            return new Reading(TimexType.Duration, new Amount(1, "1", unit, false).Duration, default, default, Mod(m, tokens));
        }

        var anchor = History ? Told() : _now;
        var when = anchor.IsNone ? default : anchor.Widen(grain);
        return Dated(m, tokens, when.IsNone && !anchor.IsNone ? Blurred(anchor, grain) : when, anchor);
    }

    private Reading RelativeMonth(Match m, ReadOnlySpan<TimeToken> tokens)
    {
        var month = m.Value(tokens, _c.Month) ?? 1;
        var anchor = m.Says(tokens, "that", "same", "following", "previous") ? Told() : _now;
        if (anchor.First is not { } here)
        {
            return Dated(m, tokens, new When(Grain.Month, 0, month), default);
        }

        var year = m.Says(tokens, "last", "past", "previous") ? here.Year - (month >= here.Month ? 1 : 0)
            : m.Says(tokens, "next", "coming", "following") ? here.Year + (month <= here.Month ? 1 : 0)
            : here.Year;
        return Dated(m, tokens, new When(Grain.Month, year, month), anchor);
    }

    private Reading Ago(Match m, ReadOnlySpan<TimeToken> tokens)
    {
        if (m.Rule.Name == "year-earlier")
        {
            return YearAgo(m, tokens, _now);
        }

        var amount = Amount.Of(book, m, text, tokens);
        if (m.Rule.Name == "unit-ago-bare" || amount.Number is null)
        {
            return new Reading(TimexType.Date, "PAST_REF", default, _now, null);
        }

        return amount is { Number: 1, Unit: Amount.Year, AndHalf: false } ? YearAgo(m, tokens, _now) : Moved(m, tokens, amount, _now, -1);
    }

    private Reading Away(Match m, ReadOnlySpan<TimeToken> tokens, int direction)
    {
        direction = m.Says(tokens, "earlier", "before", "previously", "prior") ? -1 : direction;
        var anchor = m.Says(tokens, "now", "today", "hence") ? _now : History ? Told() : _told.IsNone ? _now : _told;
        var amount = Amount.Of(book, m, text, tokens);
        if (m.Rule.Name == "unit-later-bare" || amount.Number is null)
        {
            return new Reading(TimexType.Date, direction < 0 ? "PAST_REF" : "FUTURE_REF", default, anchor, Mod(m, tokens));
        }

        return direction < 0 && amount is { Number: 1, Unit: Amount.Year, AndHalf: false } && !History ? YearAgo(m, tokens, anchor) : Moved(m, tokens, amount, anchor, direction);
    }

    // Business news compares with the same stretch of the year before: "a year earlier" is that quarter where a quarter is being told.
    private Reading YearAgo(Match m, ReadOnlySpan<TimeToken> tokens, When anchor) =>
        !_quarter.IsNone && !History
            ? Dated(m, tokens, _quarter with { Year = _quarter.Year - 1 }, _quarter)
            : Dated(m, tokens, (anchor.IsNone ? _now : anchor).Shift(-1, Grain.Year), anchor);

    private Reading Moved(Match m, ReadOnlySpan<TimeToken> tokens, Amount amount, When anchor, int direction)
    {
        // Nobody told the hour it is counted from.
        if (amount.Unit is Amount.Hour or Amount.Minute or Amount.Second)
        {
            return new Reading(TimexType.Duration, amount.Duration, default, anchor, Mod(m, tokens));
        }

        if (anchor.IsNone)
        {
            return Dated(m, tokens, default, default);
        }

        var number = direction * amount.Number!.Value;
        var when = amount.Unit switch
        {
            Amount.Fortnight => anchor.Shift(2 * number, Grain.Week),
            Amount.Millennium => anchor.Shift(10 * number, Grain.Century) with { Grain = Grain.Year },
            Amount.Decade => anchor.Shift(10 * number, Grain.Year) with { Grain = Grain.Year },
            Amount.Century => anchor.Shift(100 * number, Grain.Year),
            Amount.Quarter => anchor.Shift(number, Grain.Quarter),
            Amount.Year when amount.AndHalf => anchor.Shift((12 * number) + (6 * direction), Grain.Month),
            _ => anchor.Shift(number, Amount.GrainOf(amount.Unit)),
        };
        if (when.IsNone)
        {
            when = Blurred(anchor, Amount.GrainOf(amount.Unit));
        }

        return Dated(m, tokens, when, anchor);
    }

    private Reading Nth(Match m, ReadOnlySpan<TimeToken> tokens)
    {
        var unit = m.Value(tokens, _c.Unit) ?? Amount.Day;
        var anchor = Told();
        return unit == Amount.Day ? Dated(m, tokens, Blurred(anchor.Grain == Grain.Day ? anchor.Widen(Grain.Month) : anchor, Grain.Day), anchor)
            : new Reading(TimexType.Duration, new Amount(1, "1", unit, false).Duration, default, anchor, null);
    }

    private Reading YearEnd(Match m, ReadOnlySpan<TimeToken> tokens) => Dated(m, tokens, Here().IsNone ? default : Here().Widen(Grain.Year), Here());

    private Reading Weekend(Match m, ReadOnlySpan<TimeToken> tokens)
    {
        if (Here().First is not { } here)
        {
            return new Reading(TimexType.Date, "XXXX-WXX-WE", default, default, null);
        }

        var outlook = Tense.Of(book, tokens, m.Begin, m.End);
        var weeks = m.Says(tokens, "last", "past", "previous") ? -1
            : m.Says(tokens, "next", "coming", "following") ? (m.Says(tokens, "next") ? 1 : 0)
            : outlook == Outlook.Ahead || here.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0
            : m.Says(tokens, "this") && outlook == Outlook.None ? 0 : -1;
        return Dated(m, tokens, When.OfWeek(here).Shift(weeks, Grain.Weekend), Here());
    }
}
