using Microsoft.Playwright;

namespace Stemma.Web.Tests;

/// <summary>What each page is for, done by keyboard alone and then by mouse, on a desk and on a telephone, light and dark; what is changed is taken back.</summary>
[Collection("desk")]
public class MainActsTests(Desk desk)
{
    private const string Article = "/article/coastal-1";

    public static TheoryData<int, ColorScheme> Screens => new()
    {
        { 1280, ColorScheme.Light }, { 1280, ColorScheme.Dark }, { 390, ColorScheme.Light }, { 390, ColorScheme.Dark },
    };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Case_opens_the_disputed_point(int width, ColorScheme scheme)
    {
        var page = await At("/", width, scheme);
        await Desk.Press(page, "j");
        await Desk.Press(page, "Enter");
        await desk.Lands(page, "/accounts/**");
        await page.GotoAsync("/");
        await page.ClickAsync("#disputed h3 a");
        await desk.Lands(page, "/accounts/**");
        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Ledger_leads_to_the_passage(int width, ColorScheme scheme)
    {
        var page = await At("/ledger", width, scheme);
        await Desk.Press(page, "j");
        await Desk.Press(page, "j");
        var id = await page.GetAttributeAsync("tr.on", "id");
        await Desk.Press(page, "Enter");
        await desk.Lands(page, $"/article/**#{id}");
        await page.GotoAsync("/ledger");
        await page.ClickAsync($"tr[id='{id}'] td.words a");
        await desk.Lands(page, $"/article/**#{id}");
        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Reader_takes_an_accept_and_a_reject_and_gives_them_back(int width, ColorScheme scheme)
    {
        var page = await At(Article, width, scheme);
        await Desk.Press(page, "n");
        var item = page.Locator($"li[id='{await page.GetAttributeAsync("li.on", "id")}']");
        await Desk.Press(page, "a");
        await Assertions.Expect(item).ToContainTextAsync("accepted");
        await Desk.Press(page, "u");
        await Assertions.Expect(item).Not.ToContainTextAsync("accepted");
        await item.Locator("button[value=reject]").ClickAsync();
        await Assertions.Expect(item).ToContainTextAsync("rejected");
        await page.ClickAsync("[data-page-key=u]");
        await Assertions.Expect(item).Not.ToContainTextAsync("rejected");
        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Accounts_pins_two_cells_and_shows_only_what_differs(int width, ColorScheme scheme)
    {
        var page = await At("/accounts", width, scheme);
        await Desk.Press(page, "ArrowRight");
        await Desk.Press(page, "Space");
        await Desk.Press(page, "ArrowDown");
        await Desk.Press(page, "Space");
        Assert.Equal(2, await page.Locator("td.pinned").CountAsync());
        Assert.Equal(2, await page.Locator("#pinned blockquote").CountAsync());
        Assert.True(await page.Locator("#pinned").IsVisibleAsync());
        await Desk.Press(page, "d");
        await desk.Lands(page, "/accounts/**differ=1**");

        await page.GotoAsync("/accounts");
        foreach (var n in new[] { 0, 1 })
        {
            await page.Locator("table.matrix tbody tr:nth-child(2) td").Nth(n).ClickAsync(new LocatorClickOptions { Position = new Position { X = 3, Y = 3 } });
        }

        Assert.Equal(2, await page.Locator("#pinned blockquote").CountAsync());
        await page.ClickAsync("[data-page-key=d]");
        await desk.Lands(page, "/accounts/**differ=1**");
        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Tree_opens_an_article_and_a_line_shows_the_shared_words(int width, ColorScheme scheme)
    {
        var page = await At("/tree", width, scheme);
        await Desk.Press(page, "i");
        await desk.Lands(page, "/tree?inferred=0");
        Assert.Equal(0, await page.Locator("svg .inferred").CountAsync());
        await Desk.Press(page, "i");
        await desk.Lands(page, "/tree");
        await Desk.Press(page, "l");
        await desk.Lands(page, "/tree#list");
        await Desk.Press(page, "j");
        await Desk.Press(page, "o");
        await desk.Lands(page, "/article/**");

        await page.GotoAsync("/tree");
        await page.Locator("svg a text.over", new PageLocatorOptions { HasText = "81%" }).ClickAsync();
        await desk.Lands(page, "/passage?**");
        Assert.True(await page.Locator("mark.alone").CountAsync() > 1);
        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Timeline_comes_closer_and_shows_one_lane(int width, ColorScheme scheme)
    {
        var page = await At("/timeline", width, scheme);
        await Desk.Press(page, "+");
        await desk.Lands(page, "/timeline?zoom=2");
        await Desk.Press(page, "-");
        await desk.Lands(page, "/timeline");
        await Desk.Press(page, "t");
        await desk.Lands(page, "/timeline?lane=happened");
        Assert.Equal(0, await page.Locator("td[data-head=Lane]", new PageLocatorOptions { HasText = "published" }).CountAsync());

        await page.GotoAsync("/timeline");
        await page.ClickAsync("[data-page-key='+']");
        await desk.Lands(page, "/timeline?zoom=2");
        await page.Locator("svg a .bar").First.ClickAsync();
        await desk.Lands(page, "/article/**");
        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Actor_leads_to_the_words_and_to_a_merge(int width, ColorScheme scheme)
    {
        var page = await At("/actors", width, scheme);
        await Desk.Press(page, "j");
        await Desk.Press(page, "Enter");
        await desk.Lands(page, "/actor/**");
        var actor = new Uri(page.Url).AbsolutePath;
        await Desk.Press(page, "m");
        Assert.Equal("merge", await page.EvaluateAsync<string>("document.activeElement.id"));
        await Desk.Press(page, "Escape");
        await Desk.Press(page, "j");
        await Desk.Press(page, "Enter");
        await desk.Lands(page, "/article/**");

        await page.GotoAsync(actor);
        await page.Locator("tr[data-item] td.words a").First.ClickAsync();
        await desk.Lands(page, "/article/**");
        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task History_takes_an_act_back(int width, ColorScheme scheme)
    {
        foreach (var keys in new[] { true, false })
        {
            var page = await At(Article, width, scheme);
            await Desk.Press(page, "n");
            var id = await page.GetAttributeAsync("li.on", "id");
            await Desk.Press(page, "x");
            await Assertions.Expect(page.Locator($"li[id='{id}']")).ToContainTextAsync("rejected");
            await page.GotoAsync("/history");
            var acts = await page.Locator("tbody tr[data-item]").CountAsync();
            if (keys)
            {
                await Desk.Press(page, "j");
                await Desk.Press(page, "u");
            }
            else
            {
                await page.Locator("button[data-key=u]").First.ClickAsync();
            }

            await Assertions.Expect(page.Locator("tbody tr[data-item]")).ToHaveCountAsync(acts + 1);
            await Assertions.Expect(page.Locator("tbody tr[data-item]").Nth(1)).ToContainTextAsync("taken back");
            await page.GotoAsync(Article);
            await Assertions.Expect(page.Locator($"li[id='{id}']")).Not.ToContainTextAsync("rejected");
            await page.Context.CloseAsync();
        }
    }

    private async Task<IPage> At(string address, int width, ColorScheme scheme)
    {
        var (page, _) = await desk.Open(width, scheme);
        await page.GotoAsync(address);
        return page;
    }
}
