namespace Stemma.Articles.Dates;

/// <summary>On which day was it written, by its date line? An anchor of its own: an article may be printed days after, and its "Tuesday" is the writer's.</summary>
internal static class Datelines
{
    // Written longer ago than this, it was not the telling of news that day: set by hand, a bare weekday is at most six days old.
    private const int OldestDays = 6;

    /// <summary>"LOM, April 5 (North Wire) —": capitals from the paragraph's begin, the day, then a bracket or a dash.</summary>
    public static bool Is(RuleBook book, ReadOnlySpan<TimeToken> tokens, Match match)
    {
        if (match.End >= tokens.Length || !tokens[match.End].Has(Look.Breaks) || match.Begin < 2)
        {
            return false;
        }

        var capitals = false;
        for (var t = match.Begin - 1; t >= 0 && t >= match.Begin - 6; t--)
        {
            if (tokens[t].Has(Look.Word) && !tokens[t].Has(Look.Capital))
            {
                return false;
            }

            capitals |= tokens[t].Has(Look.Capitals);
            if (tokens[t].Has(Look.NewParagraph | Look.NewLine) || t == 0)
            {
                return capitals;
            }
        }

        return false;
    }

    /// <summary>The day of writing; null where no date line tells one, or one that is not of the days just before publication.</summary>
    public static DateOnly? Day(RuleBook book, IReadOnlyList<Match> matches, ReadOnlySpan<TimeToken> tokens, DateOnly published)
    {
        foreach (var match in matches)
        {
            if (match.Rule.Meaning != "calendar" || !Is(book, tokens, match) || match.Value(tokens, book.Classes.Month) is not { } month
                || (match.Value(tokens, book.Classes.Day) ?? match.Value(tokens, book.Classes.OrdinalDay)) is not { } day)
            {
                continue;
            }

            var year = match.Value(tokens, book.Classes.Year);
            foreach (var candidate in year is { } told ? (int[])[told] : [published.Year, published.Year - 1])
            {
                if (new When(Grain.Day, candidate, month, day).First is { } written && written <= published && published.DayNumber - written.DayNumber <= OldestDays)
                {
                    return written;
                }
            }

            return null;
        }

        return null;
    }
}
