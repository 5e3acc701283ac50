using System.Globalization;

namespace Stemma.Ledger;

/// <summary>Which place of an article a person means who typed its words, or "BEGIN-END" in signs of the text.</summary>
public static class WordsAt
{
    /// <param name="option">What the person was asked for, for the message.</param>
    /// <param name="near">Where several places hold the words, the nearest to this one is meant; null: then there must be only one.</param>
    /// <exception cref="CannotCorrectException">The article does not hold these words, or at several places.</exception>
    public static Spans Find(ArticleFindings findings, string words, string option, Spans? near)
    {
        var text = findings.Article.Text;
        if (Numbers(words) is var (begin, end) && end > 0)
        {
            var place = CodePoints.Of(text).ToUtf16(new TextSpan(begin, end));
            return place.End <= text.Length && begin < end ? [place] : throw new CannotCorrectException($"{option}: {words} does not lie in the text.");
        }

        var places = new List<TextSpan>();
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0 && words.Length > 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            places.Add(new TextSpan(at, at + words.Length));
        }

        return (places.Count, near) switch
        {
            (0, _) => throw new CannotCorrectException($"{option}: the article does not hold the words “{words}”; they are looked for exactly as written."),
            (1, _) => [places[0]],
            (_, null) => throw new CannotCorrectException($"{option}: “{words}” stands at {places.Count} places of the article; give more words, or BEGIN-END in signs of the text."),
            _ => [places.MinBy(p => Math.Min(Math.Abs(p.Begin - near.Hull.End), Math.Abs(p.End - near.Hull.Begin)))],
        };
    }

    private static (int Begin, int End) Numbers(string words)
    {
        var dash = words.IndexOf('-', StringComparison.Ordinal);
        return dash > 0
            && int.TryParse(words.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var begin)
            && int.TryParse(words.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            ? (begin, end)
            : (0, 0);
    }
}
