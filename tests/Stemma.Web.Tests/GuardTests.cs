using System.Net;
using Microsoft.Playwright;

namespace Stemma.Web.Tests;

[Collection("desk")]
public class GuardTests(Desk desk)
{
    [Fact]
    public async Task Another_host_name_is_sent_away()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, desk.Address + "/");
        request.Headers.Host = "stemma.example";
        using var answer = await desk.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_form_of_another_site_changes_nothing()
    {
        foreach (var path in new[] { "/correct", "/undo", "/add" })
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["token"] = "guessed", ["verb"] = "reject", ["target"] = "S1" });
            using var answer = await desk.Http.PostAsync(desk.Address + path, form);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Every_answer_forbids_what_could_load_or_frame()
    {
        foreach (var path in new[] { "/", "/ledger", "/stemma.js", "/api/case", "/nowhere" })
        {
            using var answer = await desk.Http.GetAsync(desk.Address + path);
            var policy = string.Join(';', answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        }
    }

    [Fact]
    public async Task A_hostile_article_is_shown_as_words_and_nothing_of_it_runs()
    {
        const string hostile = "Minister Ilse Maren said the pier was shut.\n\n<script>document.title = 'owned'</script><img src=x onerror=\"document.title='owned'\"><iframe src=\"https://elsewhere.example\"></iframe>\n\nOrlin Voss denied it.";
        var (page, elsewhere) = await desk.Open();
        await page.GotoAsync("/");
        await page.FillAsync("textarea[name=text]", hostile);
        await page.FillAsync("input[name=outlet]", "Hostile Herald");
        await page.ClickAsync("form:has(textarea) button");
        await desk.Lands(page, "/adding/**");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Read and added");
        await page.ClickAsync("a.button");
        await page.ClickAsync("tr:has-text('Hostile Herald') a[data-key=Enter]");

        Assert.Contains("<script>", await page.InnerTextAsync("article"), StringComparison.Ordinal);
        Assert.DoesNotContain("owned", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("article script, article img, article iframe").CountAsync());
        Assert.Empty(elsewhere);

        await Desk.Press(page, "o");
        await desk.Lands(page, "/article/**/original");
        Assert.Contains("<script>", await page.InnerTextAsync("pre.original"), StringComparison.Ordinal);
        Assert.DoesNotContain("owned", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("main script, main img, main iframe").CountAsync());
        var original = await page.GotoAsync(new Uri(page.Url).AbsolutePath + ".txt");
        Assert.StartsWith("text/plain", original!.Headers["content-type"], StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }
}
