namespace Stemma.Articles.Dates;

/// <summary>Does a text speak from its day of publication, or does it tell history in its own order?</summary>
internal static class Registers
{
    // A history names many years long past and hardly a weekday or "yesterday". Found on TimeBank, AQUAINT (news) and half of WikiWars (histories): every text falls on its side from 4 to 12.
    private const int FewestYears = 5;

    public static Register Of(RuleBook book, IReadOnlyList<Match> matches, ReadOnlySpan<TimeToken> tokens, DateOnly? published)
    {
        int years = 0, fromToday = 0;
        foreach (var match in matches)
        {
            if (match.Value(tokens, book.Classes.Year) is { } year && (published is not { } day || year <= day.Year - 1) || match.TokenOf(book.Classes.Era) >= 0)
            {
                years++;
            }
            else if (match.TokenOf(book.Classes.Weekday) >= 0 || match.TokenOf(book.Classes.Deictic) >= 0 || match.Rule.Name is "rel-unit" or "unit-ago" or "quarter")
            {
                fromToday++;
            }
        }

        return years >= FewestYears && years > 2 * fromToday ? Register.History : Register.News;
    }
}
