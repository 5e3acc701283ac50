namespace Stemma.Articles.Dates;

/// <summary>Which days are a firm's or a government's own year and quarters, where the article says when that year ends?</summary>
/// <remarks>
/// "the fourth quarter ended Aug. 26" or "the fiscal year that began Oct. 1" tells it for the whole article. The TIMEX3 value keeps the label the words
/// give ("2031-Q4"); the days beside it are the real ones. Where nothing tells the end, "fiscal 2031" is only about that year.
/// </remarks>
internal static class Fiscal
{
    // A period that ends this early in a month is the month's before: "the quarter ended Oct. 1".
    private const int StillTheMonthBefore = 7;

    /// <summary>The month in which the article's own year ends; 0 where nothing tells.</summary>
    public static int YearEnd(RuleBook book, IReadOnlyList<Match> matches, ReadOnlySpan<TimeToken> tokens)
    {
        foreach (var match in matches)
        {
            if (match.Rule.Meaning != "calendar" || match.Value(tokens, book.Classes.Month) is not { } month || match.Begin < 2)
            {
                continue;
            }

            var day = match.Value(tokens, book.Classes.Day) ?? match.Value(tokens, book.Classes.OrdinalDay);
            var at = match.Begin - 1;
            if (book.Says(tokens[at], "on"))
            {
                at--;
            }

            var begins = at > 0 && book.Says(tokens[at], "began", "begins", "beginning", "begin", "starts", "started", "starting");
            if (at < 1 || (!begins && !book.Lexicon.Is(tokens[at].Symbol, book.Classes.Ended)))
            {
                continue;
            }

            var last = begins || day is <= StillTheMonthBefore ? Before(month, 1) : month;
            if (Period(book, tokens, at - 1) is var (quarter, fiscal) && (quarter > 0 || fiscal))
            {
                return quarter > 0 ? Before(last, (begins ? -3 : 0) - (3 * (4 - quarter))) : last;
            }
        }

        return 0;
    }

    /// <summary>The days of a fiscal year or quarter; null where the words tell none.</summary>
    public static Moment? Of(RuleBook book, Match match, Reckoner.Reading reading, int yearEnd, DateOnly? published, ReadOnlySpan<TimeToken> tokens)
    {
        var when = reading.When;
        if (when.Year < 3 || when.Grain is not (Grain.Year or Grain.Quarter))
        {
            return null;
        }

        var named = match.Says(tokens, "fiscal");
        if ((!named && (when.Grain == Grain.Year || yearEnd is 0 or 12)))
        {
            return null;
        }

        if (yearEnd == 0)
        {
            // It ends in that year, or in some countries begins in it.
            return when.Edtf is { } about && when.Grain == Grain.Year ? new Moment(about + "~", new DateOnly(when.Year - 1, 2, 1), new DateOnly(when.Year + 1, 11, 30)) : null;
        }

        if (when.Grain == Grain.Year)
        {
            return Ending(when.Year, yearEnd, 12);
        }

        if (when.Part == 0)
        {
            return null;
        }

        // The quarter's own year where it is told; else the latest that has ended by publication.
        var ends = Before(yearEnd, 3 * (4 - when.Part));
        var year = match.Has(book.Classes.Year) ? when.Year - (ends > yearEnd ? 1 : 0)
            : published is { } now && (reading.When.Year == now.Year) && ends >= now.Month ? now.Year - 1
            : when.Year;
        return Ending(year, ends, 3);
    }

    private static Moment Ending(int year, int month, int months)
    {
        var last = new DateOnly(year, month, 1).AddMonths(1);
        return Moment.Between(last.AddMonths(-months), last.AddDays(-1));
    }

    // "fourth quarter ended", "fiscal year that ended": which quarter, and whether the year is said to be its own.
    private static (int Quarter, bool Fiscal) Period(RuleBook book, ReadOnlySpan<TimeToken> tokens, int at)
    {
        if (book.Says(tokens[at], "that", "which", ",") && at > 0)
        {
            at--;
        }

        var fiscal = false;
        for (var t = at; t >= 0 && t > at - 4 && !tokens[t].Has(Look.EndsSentence); t--)
        {
            fiscal |= book.Lexicon.Is(tokens[t].Symbol, book.Classes.Fiscal);
            if (t < at && book.Says(tokens[at], "quarter"))
            {
                foreach (var (kind, value) in tokens[t].Entry < 0 ? [] : book.Lexicon[tokens[t].Entry].Values)
                {
                    if (kind == book.Classes.OrdinalWord && value is >= 1 and <= 4)
                    {
                        return (value, fiscal);
                    }
                }
            }
        }

        return (0, fiscal && book.Says(tokens[at], "year"));
    }

    private static int Before(int month, int months) => ((month - 1 - months + 48) % 12) + 1;
}
