using Stemma.Articles;
using Stemma.Tests.Ledger;

namespace Stemma.Tests.Articles;

/// <summary>Reading several articles side by side costs less; does it find the same?</summary>
public sealed class ArticleReaderTests
{
    [Fact]
    public void Read_side_by_side_each_article_says_what_it_says_alone()
    {
        string[] texts =
        [
            "“The depot burned for six hours,” Ilse Maren told the Harbour Post on Tuesday.",
            "",
            "Lom 😀\r\n\r\nOrlin Voss denied that the army had fired. According to the Port Authority, a leak had caught fire.",
            "Der Hafen von Lom war gestern gesperrt. „Es gab keinen Beschuss“, sagte Orlin Voss. Die Behörde schwieg dazu und will erst morgen sprechen.",
            string.Join("\n\n", Enumerable.Range(0, 60).Select(n => $"Guard {n} said that gate {n} had stood open since noon. “Nobody came,” he added. The council accused the north bank of shelling pier {n}.")),
            "Moscow said.",
            "“The depot burned for six hours,” Ilse Maren told the Harbour Post on Tuesday.",
        ];
        var pages = texts.Select(t => LomPages.Page(t)).ToList();

        var together = ArticleReader.Read(pages);

        Assert.Equal(pages.Select(p => FindingsJson.Line(ArticleReader.Read(p))), together.Select(FindingsJson.Line));
        Assert.NotEmpty(together[0].Statements);
        Assert.True(together[4].Statements.Count > 100);
    }

    [Fact]
    public void What_a_pull_quote_says_again_is_read_once()
    {
        const string Said = "“There was a hiss, then a white light over the silo,” Pavel Idrik said on Sunday.";
        const string Page = $"""
            <html><body><article><h1>Blast at Lom terminal</h1><p>An explosion tore through the grain terminal at Lom shortly before noon on Sunday, officials said.</p>
            <blockquote class="pull-quote"><p>“There was a hiss, then a white light over the silo,” Pavel Idrik said</p></blockquote>
            <p>{Said} He works on the cranes and had gone home at noon.</p></article></body></html>
            """;
        var read = ArticleReader.Read(LomPages.Page(Page) with { File = "blast.html", Form = PageForm.Html });

        Assert.Contains(read.Parts!, p => p.Kind == PagePartKind.PullQuote);
        Assert.DoesNotContain(read.Furniture, f => f.Kind == FurnitureKind.Repeat);
        Assert.Equal(2, read.Article.Text.Split("a white light").Length - 1);
        Assert.Single(read.Statements, s => s.Content.Of(read.Article.Text).Contains("a white light", StringComparison.Ordinal));
    }
}
