namespace Stemma.Articles.Dates;

/// <summary>Seasons, quarters and halves of a year: "last spring", "the third quarter", "the year-earlier period".</summary>
internal sealed partial class Reckoner
{
    private Reading Season(Match m, ReadOnlySpan<TimeToken> tokens)
    {
        var season = m.Value(tokens, _c.Season) ?? m.Value(tokens, _c.SeasonBare) ?? 0;
        var year = YearOf(m, tokens);
        if (year != 0)
        {
            return Dated(m, tokens, new When(Grain.Season, year, season), default);
        }

        var told = History || m.Says(tokens, "that", "same", "following", "previous");
        var anchor = told ? Told() : _now;
        if (anchor.IsNone)
        {
            return Dated(m, tokens, new When(Grain.Season, 0, season), default);
        }

        year = anchor.Year;
        if (m.Says(tokens, "year"))
        {
            year += m.Says(tokens, "last", "previous") ? -1 : m.Says(tokens, "next", "following") ? 1 : 0;
        }
        else if (anchor.First is { } here && !told)
        {
            // The season's first month, against today's; winter begins in December.
            var begins = season == 4 ? 12 : 3 * season;
            var running = here.Month >= begins && here.Month < begins + 3;
            var outlook = m.Says(tokens, "last", "past") ? Outlook.Back : m.Says(tokens, "next", "coming") ? Outlook.Ahead : m.Says(tokens, "this") ? Outlook.None : Tense.Of(book, tokens, m.Begin, m.End);
            year += outlook == Outlook.Back && (begins > here.Month || running && m.Says(tokens, "last")) ? -1 : outlook == Outlook.Ahead && (begins < here.Month && !running) ? 1 : 0;
        }
        else if (m.Says(tokens, "following", "next"))
        {
            year += anchor.Grain >= Grain.Season && anchor.First is { } at && at.Month >= 3 * season ? 1 : 0;
        }

        return Dated(m, tokens, new When(Grain.Season, year, season), anchor);
    }

    private Reading Quarter(Match m, ReadOnlySpan<TimeToken> tokens)
    {
        var quarter = m.Value(tokens, _c.OrdinalWord) ?? m.Value(tokens, _c.OrdinalDay) ?? 0;
        quarter = quarter is >= 1 and <= 4 ? quarter : 0;
        var year = YearOf(m, tokens);
        var anchor = _now.IsNone ? _told : _now;
        if (year == 0 && m.Rule.Meaning == "quarter-rel")
        {
            year = anchor.Year + (m.Says(tokens, "last", "previous") ? -1 : m.Says(tokens, "next") ? 1 : 0);
        }
        else if (year == 0 && anchor.First is { } here)
        {
            // Of this year; at the year's begin the late quarters are those just reported. (Firms' own years make more of it a guess.)
            year = anchor.Year - (here.Month <= 3 && quarter >= 3 && Tense.Of(book, tokens, m.Begin, m.End) != Outlook.Ahead ? 1 : 0);
        }

        return Dated(m, tokens, new When(Grain.Quarter, year, quarter), anchor);
    }

    private Reading QuarterThis(Match m, ReadOnlySpan<TimeToken> tokens)
    {
        if (_now.IsNone)
        {
            return Dated(m, tokens, _quarter, _quarter);
        }

        var current = _now.Widen(Grain.Quarter);
        var when = m.Says(tokens, "current") ? current : m.Says(tokens, "this") ? (_quarter.IsNone ? current : _quarter)
            : m.Says(tokens, "last", "previous", "past", "preceding") ? current.Shift(-1, Grain.Quarter)
            : m.Says(tokens, "next") ? current.Shift(1, Grain.Quarter)
            : !_quarter.IsNone && _quarter.First < current.First ? _quarter
            : current.Shift(-1, Grain.Quarter);
        return Dated(m, tokens, when, _now);
    }

    private Reading QuarterAgo(Match m, ReadOnlySpan<TimeToken> tokens)
    {
        var told = _quarter.IsNone ? (_now.IsNone ? default : _now.Shift(-1, Grain.Quarter)) : _quarter;
        var quarter = m.Value(tokens, _c.OrdinalWord) is { } nth and >= 1 and <= 4 ? nth : told.Part;
        var year = (_now.IsNone ? told.Year : _now.Year) - 1;
        return Dated(m, tokens, new When(Grain.Quarter, year, quarter), told);
    }

    private Reading Half(Match m, ReadOnlySpan<TimeToken> tokens)
    {
        var half = m.Value(tokens, _c.OrdinalWord) is 1 ? 1 : 2;
        var year = YearOf(m, tokens);
        var anchor = m.Says(tokens, "that") || History ? Told() : _now;
        year = year != 0 ? year : anchor.Year + (m.Says(tokens, "last") && m.Says(tokens, "year") && !m.Says(tokens, "latter") && m.TokenOf(_c.OrdinalWord) >= 0 ? -1 : m.Says(tokens, "next") ? 1 : 0);
        return Dated(m, tokens, new When(Grain.Half, year, half), anchor);
    }
}
