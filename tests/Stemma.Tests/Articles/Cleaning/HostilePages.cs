using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Stemma.Articles.Cleaning;

namespace Stemma.Tests.Articles.Cleaning;

/// <summary>Pages and texts that want to break the cleaning, and laws that hold for every one.</summary>
public class HostilePages
{
    private const string Prose = "<p>An explosion tore through the grain terminal at Lom shortly before noon on Sunday, officials said.</p>";

    [Theory]
    [InlineData("<div>", 100_000)]
    [InlineData("<font color=x>", 100_000)]
    [InlineData("<font color=x><p>", 4_000)]
    [InlineData("<p>", 1_000_000)]
    public void A_page_that_would_run_away_in_the_parser_is_refused_before_it(string tag, int times)
    {
        var clean = Clean(string.Concat(Enumerable.Repeat(tag, times)) + Prose + Prose);
        Assert.Contains("elements", clean.Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_a_thousand_elements_deep_is_read()
    {
        Assert.Contains("An explosion tore", Clean(string.Concat(Enumerable.Repeat("<div>", 1_000)) + Prose + Prose).Article.Text, StringComparison.Ordinal);
        Assert.Null(Clean("<body>" + string.Concat(Enumerable.Repeat("<p>Port said no.<br>", 20_000)) + Prose + Prose).Refusal);
    }

    [Fact]
    public void A_megabyte_in_one_attribute_costs_nothing_but_its_reading()
    {
        var clean = Clean($"<div class=\"{new string('a', 1 << 20)} {string.Join(' ', Enumerable.Repeat("related-x", 20_000))}\">{Prose}{Prose}</div>");
        Assert.Contains("An explosion tore", clean.Article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Entities_that_name_entities_stay_words()
    {
        var clean = Clean("<!DOCTYPE html [<!ENTITY a \"&b;&b;\"><!ENTITY b \"&c;&c;\">]><body>" + Prose + "<p>The council &a;&amp;&nbsp;the port said on Monday that nothing of the kind had been known &#x1F525; there.</p></body>");
        Assert.Contains("&\u00A0the port", clean.Article.Text, StringComparison.Ordinal);
        Assert.Contains("🔥", clean.Article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Four_times_the_page_is_four_times_the_work()
    {
        string Page(int n) => "<body>" + string.Concat(Enumerable.Range(0, n).Select(i => $"<div class=\"teaser\"><a href=\"/{i}\">Title {i}</a><p>Port {i} said on Monday that nothing of the kind had been known to anybody at Lom.</p></div>")) + "</body>";
        Clean(Page(500));
        var (small, large) = (Work(Page(2_000)), Work(Page(8_000)));

        // Linear is 4; a square would be 16. What the work allocates is counted: a clock would measure the machine.
        Assert.True(large < small * 6, $"{small} -> {large} bytes");
    }

    [Fact]
    public void A_body_far_shorter_than_the_page_tells_is_a_doubt()
    {
        var told = string.Concat(Enumerable.Repeat("The port said on Monday that nothing had been known. ", 20));
        var clean = Clean($"<html><head><script type=\"application/ld+json\">{{\"@type\":\"NewsArticle\",\"articleBody\":\"{told}\"}}</script></head><body><div>{Prose}{Prose}<p>Subscribe to continue reading</p></div></body></html>");
        Assert.Equal(["body-shorter-than-told", "paywall"], clean.Trouble.Select(t => t.Kind));
        Assert.Empty(Clean($"<body><div>{Prose}{Prose}</div></body>").Trouble);
    }

    [Theory]
    [InlineData("<section class=\"post post-{0}\"><header><time datetime=\"2031-05-04T{1}:10\">{1}:10</time></header><h3>Hour {0}</h3>{2}</section>")]
    [InlineData("<li id=\"e{0}\"><span>{1}:10</span><div>{2}</div></li>")]
    [InlineData("<p>{1}:10</p>{2}")]
    public void A_live_blog_of_nine_thousand_words_keeps_every_entry_and_its_time(string entry)
    {
        var said = string.Concat(Enumerable.Range(0, 11).Select(i => $"<p>The port authority of Lom said in its note number {i} that nobody had been allowed behind the fence since noon.</p>"));
        var clean = Clean("<html><body><nav><a href=\"/\">Home</a></nav><main><h1>Lom terminal: live</h1><div>" + string.Concat(Enumerable.Range(0, 40).Select(i => string.Format(System.Globalization.CultureInfo.InvariantCulture, entry, i, $"{23 - (i / 2):D2}", said))) + "</div></main></body></html>");
        Assert.Equal(40, clean.Parts!.Count);
        Assert.All(clean.Parts, p => Assert.Equal(PagePartKind.Entry, p.Kind));
        Assert.Equal(20, clean.Parts.Select(p => p.At).Distinct().Count());
        Assert.True(CleaningSpecs.Body(clean).Sum(l => l.Split(' ').Length) > 8_700);
        Assert.Equal(40 * 11, CleaningSpecs.Body(clean).Count(l => l.StartsWith("The port authority", StringComparison.Ordinal)));
        Assert.DoesNotContain(CleaningSpecs.Body(clean), l => l.EndsWith(":10", StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_without_prose_is_refused()
    {
        Assert.Contains("no article", Clean("<html><body><ul><li><a href='/'>Home</a></li></ul></body></html>").Refusal!.Message, StringComparison.Ordinal);
        Assert.Contains("no article", Clean("").Refusal!.Message, StringComparison.Ordinal);
        Assert.Null(Clean("<body>" + Prose + Prose + "</body>").Refusal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n\r\n \u00A0\r\n")]
    [InlineData("👩‍👩‍👧 Lom\r\n\r\nBy 👩‍👩‍👧\r\n\r\n— ")]
    [InlineData("©")]
    [InlineData("(c)")]
    [InlineData("The post appeared first on")]
    [InlineData("This article was syndicated from ")]
    [InlineData("By \nBy A\n()(/)[/]\n|")]
    [InlineData("LOM —\nLOM (—\n- \n(-")]
    [InlineData("told\ntold \naccording to\nas reported by the")]
    public void Odd_texts_are_kept_to_the_character(string text)
    {
        Holds(text, PageForm.Text);
        Assert.Equal(text, Cleaner.Clean(Pages.Of(text)).Article.Text);
    }

    [Fact]
    public void Every_span_lies_inside_its_text_and_none_overlaps_and_twice_is_the_same()
    {
        string[] pieces = ["LOM, 4 May (North Wire) — ", "Lom ", "By Ilse Maren", "\r\n", "\n\n", "© Harbour Post", "👩‍👩‍👧", "e\u0301", "“", "told North Wire", "Read more: ", "(NW/Idrik)", " ", "|", "Tweet", "5 May 2031", "<p>", "</div>", "<a href='/'>", "&#x1F525;", "appeared first on Lom News.", new string('x', 60), ".", "\uD83D"];
        Prop.ForAll(
            Gen.Elements(pieces).ListOf().Select(string.Concat).ToArbitrary(),
            text =>
            {
                Holds(text, PageForm.Text);
                Holds(text, PageForm.Html);
            }).Check(Config.QuickThrowOnFailure.WithReplay(7, 7));
    }

    private static void Holds(string content, PageForm form)
    {
        var once = Cleaner.Clean(Pages.Of(content, form));
        var text = once.Article.Text;
        var last = 0;
        foreach (var span in once.Furniture.SelectMany(f => f.Span))
        {
            Assert.True(span.Begin >= last && span.End > span.Begin && span.End <= text.Length, $"{span} in {text.Length}");
            last = span.End;
        }

        Assert.All(once.Chain, c => Assert.All(c.Span, s => Assert.True(s.Begin >= 0 && s.End <= text.Length && !s.IsEmpty)));
        var twice = Cleaner.Clean(Pages.Of(content, form));
        Assert.Equal(text, twice.Article.Text);
        Assert.Equal(once.Furniture, twice.Furniture);
        Assert.Equal(once.Chain, twice.Chain);
    }

    private static long Work(string html)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Clean(html);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static CleanPage Clean(string html) => Cleaner.Clean(Pages.Of(html, PageForm.Html));
}
