using System.Net;
using FsCheck;
using FsCheck.Fluent;
using Stemma.Articles.Cleaning;
using Stemma.Articles.Cleaning.Pages;

namespace Stemma.Tests.Articles.Cleaning;

/// <summary>From every character of a page's text back to its place in the mark-up, and there to the same character again.</summary>
public class PageMaps
{
    private const string Prose = "<p>The Harbour Council will meet on Wednesday to speak of the terminal, its chair said on Monday.</p>";

    [Theory]
    [InlineData("plain words of the port")]
    [InlineData("a 🔥 and 👩‍👩‍👧 raw, &#x1F525; as a number, &#128293; as another")]
    [InlineData("e\u0301 combining, u&#776; by number, n\u0303o")]
    [InlineData("lines\r\nthat end\r\n  as on\r other   machines")]
    [InlineData("&ldquo;no&rdquo; &amp; &nbsp;yes &copy 2031 &hellip; &#150; &#8212; AT&T &bogus; &")]
    [InlineData("<b>bold <i>and <a href=\"/x\">linked <em>four deep</em></a></i></b>, then out")]
    [InlineData("before<!-- words no reader sees --> behind, before<script>var words = 'behind';</script> behind")]
    [InlineData("an <a title=\"greater > than\" data-x='<b>'>attribute that lies</a> about its end")]
    [InlineData("list <select><option>, of ports</option></select>, of ports")]
    [InlineData("<span class=\"sr-only\">hidden first </span>hidden first and shown then")]
    [InlineData("one<br>two<BR/>three<wbr>four")]
    [InlineData("a < b and b > c, 1<2")]
    [InlineData("twice the same same same words words")]
    public void Every_character_goes_back_to_its_place(string inline)
    {
        var (clean, html) = Clean($"<!doctype html>\r\n<html lang=en><head><title>T</title></head><body>\r\n<article><h1>Blast 🔥 at Lom</h1><p>{inline}</p>{Prose}{Prose}</article></body></html>");
        Assert.Equal(0, Lost(clean, html));
    }

    [Fact]
    public void A_stretch_over_tags_goes_back_to_its_pieces_and_each_block_to_its_own()
    {
        var (clean, html) = Clean($"<body><article><p>Port <b>of &amp; for</b> Lom.</p>{Prose}{Prose}</article></body>");
        var at = clean.Article.Text.IndexOf("Port of & for Lom.", StringComparison.Ordinal);
        Assert.Equal(["Port ", "of &amp; for", " Lom."], clean.Page!.Of(new TextSpan(at, at + 18), clean.Article.Text, html).Select(s => s.Of(html)));
        Assert.Equal(["&amp; f"], clean.Page.Of(new TextSpan(at + 8, at + 11), clean.Article.Text, html).Select(s => s.Of(html)));

        // The second of two equal paragraphs stands at the second of two equal places.
        var (words, markup) = ("The Harbour", html.LastIndexOf("The Harbour", StringComparison.Ordinal));
        var second = clean.Article.Text.LastIndexOf(words, StringComparison.Ordinal);
        Assert.Equal(new TextSpan(markup, markup + words.Length), Assert.Single(clean.Page.Of(new TextSpan(second, second + words.Length), clean.Article.Text, html)));
        Assert.Empty(clean.Page.Of(new TextSpan(3, 3), clean.Article.Text, html));
    }

    [Fact]
    public void Words_that_the_parser_moves_out_of_a_table_spoil_nothing_behind_them()
    {
        var (clean, html) = Clean($"<body><table>Moved words <tr><td>Cell &amp; co</td>strayed<td>Other</td></tr></table>{Prose}{Prose}</body>");
        Assert.True(Lost(clean, html) <= "Movedwordsstrayed".Length);
        var (at, there) = (clean.Article.Text.IndexOf("Cell", StringComparison.Ordinal), html.IndexOf("Cell", StringComparison.Ordinal));
        Assert.Equal(there, clean.Page!.Of(new TextSpan(at, at + 4), clean.Article.Text, html).Hull.Begin);
        Assert.Equal(html.IndexOf("The Harbour", StringComparison.Ordinal), clean.Page.Of(new TextSpan(clean.Article.Text.IndexOf("The Harbour", StringComparison.Ordinal), clean.Article.Text.Length), clean.Article.Text, html)[0].Begin);
    }

    [Fact]
    public void A_map_is_written_with_the_findings_and_read_again_and_a_text_has_none()
    {
        var (clean, html) = Clean($"<body>{Prose}<p>A 🔥 &amp; a <i>light</i>, said the dock workers of the north bank on Sunday.</p></body>");
        var findings = new ArticleFindings { Reader = "t", Article = clean.Article, Page = clean.Page };
        var line = FindingsJson.Line(findings);
        var back = FindingsJson.ReadLine(line);
        Assert.Equal(clean.Page!.Pieces, back.Page!.Pieces);
        Assert.Equal(line, FindingsJson.Line(back));
        Assert.Equal(0, Lost(clean with { Page = back.Page }, html));
        Assert.DoesNotContain("\"page\":", FindingsJson.Line(findings with { Page = null }), StringComparison.Ordinal);
        Assert.Null(Cleaner.Clean(Pages.Of("Words of the port.")).Page);
    }

    [Fact]
    public void Whatever_the_page_what_the_map_tells_is_the_same_character()
    {
        string[] pieces = ["<p>", "</p>", "<b>", "</i>", "<i>", "<br>", "<!--x-->", "<select><option>a</select>", "<table>", "<td>", "</table>", "<span hidden>", "</span>", "&amp;", "&#x1F525;", "&nbsp", "&lt;b&gt;", "👩‍👩‍👧", "e\u0301", "\r\n", "  ", "port ", "a", "<", "&", "<script>a</script>", "<svg><title>a</title></svg>", "a\0b", Prose];
        Prop.ForAll(
            Gen.Elements(pieces).ListOf().Select(string.Concat).ToArbitrary(),
            body =>
            {
                var (clean, html) = Clean("<body>" + body + Prose + Prose);
                Lost(clean, html);
            }).Check(Config.QuickThrowOnFailure.WithReplay(11, 11).WithMaxTest(300));
    }

    [Fact]
    public void Words_that_cannot_be_found_again_do_not_cost_a_square()
    {
        var html = string.Concat(Enumerable.Repeat("port<b>port</b>", 2_000));
        var source = new PageSource(html);
        for (var i = 0; i < 2_000; i++)
        {
            source.Read("port of nowhere");
            Assert.Equal(default, source.Place(0));
            source.Pass("object");
        }

        // A square would be 2,000 times the page.
        Assert.True(source.Lost < html.Length * 6, $"{source.Lost} of {html.Length}");
    }

    // How many characters (space aside) have no place; every one that has must be found there.
    private static int Lost(CleanPage clean, string html)
    {
        var (text, lost) = (clean.Article.Text, 0);
        var last = 0;
        foreach (var piece in clean.Page!.Pieces)
        {
            Assert.True(piece.Text.Begin >= last && !piece.Text.IsEmpty && !piece.Page.IsEmpty);
            last = piece.Text.End;
        }

        var known = new bool[text.Length];
        foreach (var (words, page) in clean.Page.Pieces)
        {
            var (inside, there) = (CodePoints.Of(text).ToUtf16(words), CodePoints.Of(html).ToUtf16(page).Of(html));
            Array.Fill(known, true, inside.Begin, inside.Length);
            Assert.Equal(inside.Of(text), there == "\0" ? "\uFFFD" : words.Length == page.Length ? there.Replace('\r', ' ').Replace('\n', ' ') : there[0] == '&' ? Decoded(there) : there.Trim().Length == 0 ? " " : there);
        }

        for (var i = 0; i < text.Length; i++)
        {
            lost += known[i] || char.IsWhiteSpace(text[i]) ? 0 : 1;
        }

        return lost;
    }

    // The platform knows no windows numbers and no names without a semicolon.
    private static string Decoded(string entity) => entity switch
    {
        "&#150;" => "–",
        "&copy" => "©",
        "&nbsp" => "\u00A0",
        _ => WebUtility.HtmlDecode(entity),
    };

    private static (CleanPage Clean, string Html) Clean(string html) => (Cleaner.Clean(Pages.Of(html, PageForm.Html)), html);
}
