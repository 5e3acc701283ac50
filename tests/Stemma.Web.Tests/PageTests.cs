using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Stemma.Web.Tests;

[Collection("desk")]
public partial class PageTests(Desk desk)
{
    private const string Article = "/article/north-wire-1";

    public static TheoryData<string> Pages => ["/", "/ledger", Article, "/accounts", "/tree", "/timeline", "/actors", "/history", "/articles", Article + "/original", "/passage?a=north-wire-1&b=coastal-1"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_fit_for_every_reader_at_every_width_and_asks_nobody_else(string address)
    {
        foreach (var (width, scheme) in new[] { (1280, ColorScheme.Light), (390, ColorScheme.Dark) })
        {
            await Fit(address, width, scheme);
        }
    }

    [Theory]
    [InlineData("/actors", "main td a[href^='/actor/']")]
    [InlineData("/tree", "main td a[href^='/claim/']")]
    [InlineData("/", "#disputed td.figure a[href^='/articles']")]
    [InlineData("/", "#disputed td.figure a[href^='/ledger']")]
    public async Task So_is_a_page_that_another_leads_to(string from, string link)
    {
        var (page, _) = await desk.Open();
        await page.GotoAsync(from);
        var address = await page.Locator(link).First.GetAttributeAsync("href");
        await page.Context.CloseAsync();
        await Fit(address!, 1280, ColorScheme.Light);
        await Fit(address!, 390, ColorScheme.Dark);
    }

    private async Task Fit(string address, int width, ColorScheme scheme)
    {
        var (page, elsewhere) = await desk.Open(width, scheme);
        await page.GotoAsync(address);

        var axe = await page.RunAxe();
        Assert.True(axe.Violations.Length == 0, $"{address} at {width}: {string.Join("; ", axe.Violations.Select(v => $"{v.Id}: {v.Help} ({v.Nodes.Length}) {v.Nodes[0].Html}"))}");
        Assert.Empty(elsewhere);
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 1, $"{address} at {width} is {overflow} pixels too wide.");
        await Pictures.Take(page, address, width);
        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_says_the_same_without_script(string address)
    {
        var (with, _) = await desk.Open();
        var (without, _) = await desk.Open(script: false);
        await with.GotoAsync(address);
        await without.GotoAsync(address);
        Assert.Equal(await with.InnerTextAsync("main"), await without.InnerTextAsync("main"));
        await with.Context.CloseAsync();
        await without.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_page_judges(string address)
    {
        // Words of the articles are quoted and may say what they say; ours may not.
        var (page, _) = await desk.Open();
        await page.GotoAsync(address);
        var ours = await page.EvaluateAsync<string>("(() => { const m = document.body.cloneNode(true); m.querySelectorAll('.words, .article, q, blockquote, textarea, option').forEach(x => x.remove()); return m.textContent; })()");
        Assert.DoesNotMatch(Verdicts(), ours);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/api/case", "articles")]
    [InlineData("/api/statements?act=deny", "statements")]
    [InlineData("/api/articles/north-wire-1", "statements")]
    [InlineData("/api/accounts", "accounts")]
    [InlineData("/api/tree", "hops")]
    [InlineData("/api/timeline", "marks")]
    [InlineData("/api/actors", "actors")]
    [InlineData("/api/history", "corrections")]
    [InlineData("/api/articles", "articles")]
    [InlineData("/api/articles/north-wire-1/versions", "versions")]
    [InlineData("/api/articles/north-wire-1/original", "content")]
    [InlineData("/api/passages?a=north-wire-1&b=coastal-1", "passages")]
    public async Task Every_page_has_a_twin_for_programs_that_OpenAPI_describes(string address, string holds)
    {
        var twin = System.Text.Json.Nodes.JsonNode.Parse(await desk.Http.GetStringAsync(desk.Address + address))!;
        Assert.NotNull(twin[holds]);
        var described = System.Text.Json.Nodes.JsonNode.Parse(await desk.Http.GetStringAsync(desk.Address + "/openapi/v1.json"))!["paths"]!.AsObject();
        var path = address.Split('?')[0].Replace("north-wire-1", "{id}", StringComparison.Ordinal);
        Assert.True(described.ContainsKey(path), $"{path} is not described.");
    }

    [Fact]
    public async Task What_is_not_there_is_said_in_a_sentence()
    {
        foreach (var address in new[] { "/article/nobody", "/actor/nobody", "/accounts/nobody", "/nowhere" })
        {
            using var answer = await desk.Http.GetAsync(desk.Address + address);
            var words = await answer.Content.ReadAsStringAsync();
            Assert.Equal(404, (int)answer.StatusCode);
            Assert.DoesNotContain("   at ", words, StringComparison.Ordinal);
            Assert.NotEmpty(words.Trim());
        }
    }

    [GeneratedRegex(@"\b(true|false|debunked|confirmed|fake|lie|lies|lying|misinformation|disinformation)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Verdicts();
}
