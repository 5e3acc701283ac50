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
        _ = prose;
        var dates = Dates(article.Text, stated?.Moment.Earliest);
        return new DateReading(stated, dates, statements, []);
    }

    /// <summary>The dates of a text published on this day; null where nobody knows when.</summary>
    public static IReadOnlyList<DateMention> Dates(string text, DateOnly? published)
    {
        var book = RuleBook.Shared;
        using var finder = new DateFinder();
        var matches = finder.Find(book, text);
        if (matches.Count == 0)
        {
            return [];
        }

        var register = Registers.Of(book, matches, finder.Tokens, published);
        var reckoner = new Reckoner(book, text, published, register);
        var dates = new List<DateMention>(matches.Count);
        foreach (var match in matches)
        {
            if (Doubts.RejectIn(book, register, match, finder.Tokens))
            {
                continue;
            }

            dates.Add(Mention(match, reckoner.Read(match, finder.Tokens), finder.Tokens));
        }

        return dates;
    }

    private static DateMention Mention(Match match, Reckoner.Reading reading, ReadOnlySpan<TimeToken> tokens) => new(
        Spans.Of(tokens[match.Begin].Begin, tokens[match.End - 1].End),
        reading.Type,
        reading.Timex,
        reading.When.Edtf is { } edtf ? new Moment(edtf, reading.When.First, reading.When.Last) : null,
        reading.Anchor.Edtf)
    {
        Mod = reading.Mod,
        Rule = match.Rule.Name,
    };
}
