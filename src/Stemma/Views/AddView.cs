namespace Stemma.Views;

/// <summary>One line for each article that was added: title, outlet, day and why, words, statements.</summary>
public static class AddView
{
    public static Sheet Of(string what, ArticleFindings findings, int width)
    {
        var article = findings.Article;
        var day = findings.Published is { } published
            ? $"{Say.Day(published.Moment)} ({Say.Word(published.From)}{(published.From == PublicationSource.Inferred ? ": " + published.Why : "")})"
            : "no day known";
        // The lines come one by one, so their columns are fixed shares of the screen and still stand under each other.
        var room = Math.Max(40, width) - 8;
        return new Sheet(width).Line(
            new Bit(Sheet.Pad(what, 6), Tone.Quiet),
            "  ",
            new Bit(Sheet.Pad(article.Title ?? Path.GetFileName(article.File), room * 36 / 100), Tone.Strong),
            "  ",
            Sheet.Pad(article.Outlet ?? "no outlet named", room * 16 / 100),
            "  ",
            new Bit(Sheet.Pad($"{Say.Count(WordCount.Of(article.Text), "word")}, {Say.Count(findings.Statements.Count(s => s.Voice == Voice.Reported), "statement")}", 27), Tone.Quiet),
            "  ",
            Sheet.Cut(Sheet.Flat(day), room - (room * 36 / 100) - (room * 16 / 100) - 27 - 6));
    }
}
