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
        return new Sheet(width).Table(
            [[
                new Bit(what, Tone.Quiet),
                new Bit(article.Title ?? Path.GetFileName(article.File), Tone.Strong),
                article.Outlet ?? "no outlet named",
                day,
                new Bit($"{Say.Count(WordCount.Of(article.Text), "word")}, {Say.Count(findings.Statements.Count(s => s.Voice == Voice.Reported), "statement")}", Tone.Quiet),
            ]],
            indent: 0);
    }
}
