using Stemma.Articles.Sentences;

namespace Stemma.Articles.Dates;

/// <summary>The dates of an article, its day of publication (inferred where nothing states it), and the statements with the day they were said.</summary>
public sealed record DateReading(
    Publication? Published,
    IReadOnlyList<DateMention> Dates,
    IReadOnlyList<Statement> Statements,
    IReadOnlyList<Trouble> Trouble);

/// <summary>Which days do the words tell, when was it published, and when was each statement said?</summary>
public static class DateReader
{
    public static DateReading Read(Prose prose, Article article, Publication? stated, IReadOnlyList<Statement> statements)
    {
        var text = article.Text;
        var book = RuleBook.Shared;
        using var finder = new DateFinder();
        var matches = finder.Find(book, text);
        var published = stated;
        var anchor = stated?.Moment.Earliest ?? stated?.Moment.Latest;
        if (stated is null && PublicationDay.Infer(book, matches, finder.Tokens, prose, text) is { } inferred)
        {
            (published, anchor) = (inferred.Published, inferred.Anchor);
        }

        var dates = Mentions(book, matches, finder.Tokens, text, anchor, published?.Moment.IsDay ?? false);
        return new DateReading(published, dates, SaidOnDays.With(statements, dates, prose), []);
    }

    /// <summary>The dates of a text published on this day; null where nobody knows when.</summary>
    public static IReadOnlyList<DateMention> Dates(string text, DateOnly? published)
    {
        var book = RuleBook.Shared;
        using var finder = new DateFinder();
        return Mentions(book, finder.Find(book, text), finder.Tokens, text, published, published is not null);
    }

    private static List<DateMention> Mentions(RuleBook book, IReadOnlyList<Match> matches, ReadOnlySpan<TimeToken> tokens, string text, DateOnly? published, bool toTheDay)
    {
        var dates = new List<DateMention>(matches.Count);
        if (matches.Count == 0)
        {
            return dates;
        }

        // At the calendar's ends there is no counting.
        published = published is { Year: > 2 and < 9990 } ? published : null;
        var register = Registers.Of(book, matches, tokens, published);
        var written = published is { } day && toTheDay ? Datelines.Day(book, matches, tokens, day) : null;
        var reckoner = new Reckoner(book, text, written ?? published, toTheDay, register);
        // Most dates of a text are counted from one day, which is written once.
        var (counted, anchor) = (default(When), (string?)null);
        var yearEnd = Fiscal.YearEnd(book, matches, tokens);
        foreach (var match in matches)
        {
            if (!Doubts.RejectIn(book, register, match, tokens))
            {
                var reading = reckoner.Read(match, tokens);
                if (reading.Anchor != counted)
                {
                    (counted, anchor) = (reading.Anchor, reading.Anchor.Edtf);
                }

                var mention = Mention(book, match, reading, anchor, text, tokens);
                dates.Add(Fiscal.Of(book, match, reading, yearEnd, written ?? published, tokens) is { } own ? mention with { Moment = own } : mention);
            }
        }

        return dates;
    }

    private static DateMention Mention(RuleBook book, Match match, Reckoner.Reading reading, string? anchor, string text, ReadOnlySpan<TimeToken> tokens)
    {
        var zone = reading.Type == TimexType.Time ? Zones.Of(book, match, text, tokens) : null;
        return new DateMention(
            Spans.Of(tokens[match.Begin].Begin, tokens[match.End - 1].End),
            reading.Type,
            reading.Timex,
            reading.When is { Grain: Grain.Day, Clock: "", Year: > 0, Part: > 0, Day: > 0 } && reading.When.First is { } day && reading.Mod is null ? new Moment(reading.Timex!, day, day)
            : match.Rule.Meaning == "holiday" && reading.Mod == "APPROX" ? Within.About(reading.When) : Within.Of(reading.When, match.Says(tokens, "earlier", "later") ? null : reading.Mod),
            anchor)
        {
            Zone = zone,
            Universal = Zones.Universal(reading.When, zone),
            Mod = reading.Mod,
            Rule = match.Rule.Name,
        };
    }
}
