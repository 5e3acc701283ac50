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
}
