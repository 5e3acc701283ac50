namespace Stemma.Articles.Dates;

/// <summary>Which time do matched words tell, counted from which anchor? Goes through a text in order and keeps the last date told.</summary>
/// <remarks>
/// Three anchors are told apart: the day of publication (news: "Tuesday", "last week"), the dateline's where that differs, and the last date told
/// ("the following day", "that year"; in a history also a month or day without its year).
/// </remarks>
internal sealed partial class Reckoner(RuleBook book, string text, DateOnly? published, bool toTheDay, Register register)
{
    private readonly Classes _c = book.Classes;
    private readonly When _now = published is { } day ? When.OfDay(day) : default;

    /// <summary>The last date told with a year; none at the beginning.</summary>
    private When _told;

    /// <summary>One past the last token of the date last told.</summary>
    private int _toldEnd = -1;

    /// <summary>The last quarter told, and how many sentences ago does not matter: business news speaks of one quarter.</summary>
    private When _quarter;

    private bool History => register == Register.History;

    /// <summary>What a match tells; null where it turns out to tell nothing.</summary>
    internal sealed record Reading(TimexType Type, string? Timex, When When, When Anchor, string? Mod);

    public Reading Read(Match match, ReadOnlySpan<TimeToken> tokens)
    {
        var reading = Reckon(match, tokens);
        if (reading.Type is TimexType.Date or TimexType.Time && !reading.When.IsNone && reading.When.Year != 0)
        {
            Remember(match, reading.When, tokens);
        }

        return reading;
    }

    private void Remember(Match match, When when, ReadOnlySpan<TimeToken> tokens)
    {
        // "a year earlier" compares; it does not change which quarter is being told.
        if (when.Grain == Grain.Quarter && match.Rule.Meaning is not ("quarter-ago" or "ago" or "earlier" or "period-year") && (_quarter.IsNone || when.Year >= _quarter.Year))
        {
            _quarter = when;
        }

        if (when.Grain > Grain.Decade && match.Rule.Name is not "post-year" && !IsInPassing(match, tokens))
        {
            _told = when with { Clock = "" };
            _toldEnd = match.End;
        }
    }

    // "the 1975-76 season", "the alleged April 4 attack", a year in brackets: names a thing, and does not move the telling there.
    private bool IsInPassing(Match match, ReadOnlySpan<TimeToken> tokens)
    {
        if (match.Begin == 0 || match.End >= tokens.Length || tokens[match.Begin].Has(Look.NewParagraph))
        {
            return false;
        }

        var (before, next) = (tokens[match.Begin - 1], tokens[match.End]);
        return (text[before.Begin] == '(' && match.Rule.Meaning is "year") || next.Has(Look.Word) && book.IsPlain(next.Symbol) && !next.Has(Look.Capital | Look.EndsInEd)
            && before.Has(Look.Word) && !book.Lexicon.Is(before.Symbol, _c.Preposition)
            && (!before.Has(Look.EndsInEd) || (match.Begin > 1 && (book.Lexicon.Is(tokens[match.Begin - 2].Symbol, _c.The) || book.Lexicon.Is(tokens[match.Begin - 2].Symbol, _c.Article)))) && (book.IsPlain(before.Symbol) || book.Lexicon.Is(before.Symbol, _c.The) || book.Lexicon.Is(before.Symbol, _c.Article));
    }

    private Reading Reckon(Match m, ReadOnlySpan<TimeToken> tokens)
    {
        var meaning = m.Rule.Meaning;
        if (meaning.StartsWith("fixed:", StringComparison.Ordinal))
        {
            return new Reading(m.Rule.Type, meaning[6..], default, default, null);
        }

        return meaning switch
        {
            "calendar" or "calendar-rel" => Calendar(m, tokens),
            "year" => Dated(m, tokens, new When(Grain.Year, YearOf(m, tokens)), default),
            "null" => new Reading(m.Rule.Type, null, default, default, null),
            // "1995-96": in the century of the year before.
            "year-tail" => Dated(m, tokens, new When(Grain.Year, (YearOf(m, tokens) / 100 * 100) + (m.Value(tokens, _c.Two) ?? 0)), default),
            "year-thousand" => Dated(m, tokens, new When(Grain.Year, m.Value(tokens, _c.Number) is { } n and >= 1 and < 9990 ? n : 0), default),
            "year-era" or "month-era" or "season-era" or "decade-era" => Era(m, tokens),
            "iso" => Iso(m, tokens),
            "slash" => Slash(m, tokens),
            "decade" => Dated(m, tokens, new When(Grain.Decade, m.Value(tokens, _c.Decade) ?? m.Value(tokens, _c.DecadeWord) ?? 0), default),
            "century" => Century(m, tokens),
            "season" => Season(m, tokens),
            "quarter" or "quarter-rel" => Quarter(m, tokens),
            "quarter-this" => QuarterThis(m, tokens),
            "quarter-ago" => QuarterAgo(m, tokens),
            "period-year" => _quarter.IsNone ? Dated(m, tokens, new When(Grain.Year, YearOf(m, tokens)), default) : Dated(m, tokens, _quarter with { Year = YearOf(m, tokens) }, _quarter),
            "half" => Half(m, tokens),
            "deictic" => Deictic(m, tokens),
            "deictic-2" => Dated(m, tokens, !toTheDay ? default : _now.Shift(m.Says(tokens, "tomorrow") ? 2 : -2, Grain.Day), _now),
            "before-last" => Dated(m, tokens, (Now(UnitGrain(m, tokens)) is var now && !now.IsNone ? now.Widen(UnitGrain(m, tokens)) : default).Shift(-2, UnitGrain(m, tokens)), _now),
            "tonight" => Timed(m, tokens, Here(), "TNI"),
            "last-night" => Timed(m, tokens, Here().Shift(-1, Grain.Day), "TNI"),
            "overnight" => Timed(m, tokens, Here(), "TNI"),
            "this-part" => ThisPart(m, tokens),
            "next-part" => Timed(m, tokens, Told().Shift(m.Says(tokens, "next", "following") ? 1 : m.Says(tokens, "previous") ? -1 : 0, Grain.Day), PartCode(m, tokens)),
            "weekday" => Weekday(m, tokens),
            "weekday-rel" => WeekdayRelative(m, tokens),
            "weekday-week" => WeekdayOfWeek(m, tokens),
            "day-before-weekday" => DayBeforeWeekday(m, tokens),
            "week-of" => WeekOf(m, tokens),
            "rel-unit" => RelativeUnit(m, tokens),
            "the-unit" => TheUnit(m, tokens),
            "rel-month" => RelativeMonth(m, tokens),
            "ago" => Ago(m, tokens),
            "earlier" => Away(m, tokens, -1),
            "later" => Away(m, tokens, 1),
            // "Nov. 3, the day before the vote": the same day told twice.
            "the-day-following" when Explains(m, tokens) => Dated(m, tokens, Told(), Told()),
            "the-day-following" => Dated(m, tokens, Told().Shift(m.Says(tokens, "before", "previous", "earlier") ? -1 : 1, UnitGrain(m, tokens)), Told()),
            "nth" => Nth(m, tokens),
            "year-end" => YearEnd(m, tokens),
            "month-end" => Dated(m, tokens, Here().Widen(Grain.Month), Here()),
            "weekend" => Weekend(m, tokens),
            "holiday" => Holiday(m, tokens),
            "former" => new Reading(TimexType.Date, "PAST_REF", default, default, null),
            "duration" or "duration-half" or "duration-night" => Duration(m, tokens),
            "duration-sum" => DurationSum(m, tokens),
            "duration-vague" => VagueDuration(m, tokens),
            "set" => Set(m, tokens),
            "clock" => Clock(m, tokens),
            _ => throw new InvalidOperationException($"Date rule {m.Rule.Name}: nothing is called “{meaning}”."),
        };
    }

    private bool Explains(Match m, ReadOnlySpan<TimeToken> tokens) =>
        m.Begin > 1 && m.Begin - 1 == _toldEnd && text[tokens[m.Begin - 1].Begin] == ',' && !tokens[m.Begin].Has(Look.NewParagraph)
        && m.End < tokens.Length && tokens[m.End].Has(Look.Word) && _told.Grain == Grain.Day;

    // --- anchors ---

    /// <summary>Where "now" is: publication; in a history, or where no publication is known, the last date told.</summary>
    private When Here() => History && !_told.IsNone ? _told : _now.IsNone ? _told : _now;

    /// <summary>What "that", "the following", "later" count from.</summary>
    private When Told() => _told.IsNone ? _now : _told;

    private Reading Dated(Match m, ReadOnlySpan<TimeToken> tokens, When when, When anchor) =>
        when.IsNone ? new Reading(TimexType.Date, null, default, anchor, Mod(m, tokens)) : new Reading(when.Clock.Length > 0 ? TimexType.Time : TimexType.Date, when.Timex, when, anchor, Mod(m, tokens));

    private Reading Timed(Match m, ReadOnlySpan<TimeToken> tokens, When day, string clock)
    {
        var when = day.Grain == Grain.Day ? day with { Clock = clock }
            : day.Grain == Grain.Month ? new When(Grain.Day, day.Year, day.Part, 0, clock)
            : day.IsNone || day.Grain < Grain.Month ? new When(Grain.Day, day.Year, 0, 0, clock)
            : new When(Grain.Day, day.Year, 0, 0, clock);
        return new Reading(TimexType.Time, when.Timex, when, day, Mod(m, tokens));
    }

    private string? Mod(Match m, ReadOnlySpan<TimeToken> tokens)
    {
        // One word has nothing beside it.
        if (m.End == m.Begin + 1)
        {
            return null;
        }

        var phase = m.Value(tokens, _c.Phase) ?? m.Value(tokens, _c.PhaseShort) ?? m.Value(tokens, _c.PhaseNoun) ?? m.Value(tokens, _c.Mid);
        if (phase is >= 1 and <= 3)
        {
            return phase switch { 1 => "START", 2 => "END", _ => "MID" };
        }

        return m.Says(tokens, "least") ? "EQUAL_OR_MORE"
            : m.Says(tokens, "most", "up") && m.Says(tokens, "at", "to") ? "EQUAL_OR_LESS"
            : m.Says(tokens, "more", "over") && m.Says(tokens, "than", "over") ? "MORE_THAN"
            : m.Says(tokens, "less", "fewer", "under") ? "LESS_THAN"
            : m.Says(tokens, "about", "around", "nearly", "almost", "approximately", "roughly", "so") ? "APPROX"
            : null;
    }

    private int YearOf(Match m, ReadOnlySpan<TimeToken> tokens) => m.Value(tokens, _c.Year) ?? m.Value(tokens, _c.ShortYear) ?? 0;

    private Grain UnitGrain(Match m, ReadOnlySpan<TimeToken> tokens) => Amount.GrainOf(m.Value(tokens, _c.Unit) ?? m.Value(tokens, _c.Units) ?? 0);
}

/// <summary>How a text tells time: news speaks from its day of publication, a history from the date it last told.</summary>
internal enum Register
{
    News,
    History,
}
