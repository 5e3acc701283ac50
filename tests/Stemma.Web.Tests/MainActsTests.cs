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
    public Task Case_opens_the_disputed_point(int width, ColorScheme scheme) => Both(
        "/",
        width,
        scheme,
        page => Keys(page, "j", "Enter"),
        page => page.ClickAsync("#disputed h3 a"),
        page => desk.Lands(page, "/accounts/**"));

    [Theory]
    [MemberData(nameof(Screens))]
    public Task Ledger_leads_to_the_passage(int width, ColorScheme scheme) => Both(
        "/ledger",
        width,
        scheme,
        page => Keys(page, "j", "j", "Enter"),
        page => page.ClickAsync("tr[data-item]:nth-child(2) td.words a"),
        async page =>
        {
            await desk.Lands(page, "/article/**#S**");
            Assert.Equal(new Uri(page.Url).Fragment[1..], await page.GetAttributeAsync("li.on", "id"));
        });

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
    public Task Accounts_pins_two_cells(int width, ColorScheme scheme) => Both(
        "/accounts",
        width,
        scheme,
        page => Keys(page, "ArrowRight", "Space", "ArrowDown", "Space"),
        async page =>
        {
            foreach (var n in new[] { 0, 1 })
            {
                await page.Locator("table.matrix tbody tr:nth-child(2) td").Nth(n).ClickAsync(new LocatorClickOptions { Position = new Position { X = 3, Y = 3 } });
            }
        },
        async page =>
        {
            Assert.Equal(2, await page.Locator("td.pinned").CountAsync());
            Assert.Equal(2, await page.Locator("#pinned blockquote").CountAsync());
            Assert.True(await page.Locator("#pinned").IsVisibleAsync());
        });

    [Theory]
    [MemberData(nameof(Screens))]
    public Task Accounts_shows_only_what_differs(int width, ColorScheme scheme) => Both(
        "/accounts",
        width,
        scheme,
        page => Keys(page, "d"),
        page => page.ClickAsync("[data-page-key=d]"),
        page => desk.Lands(page, "/accounts/**differ=1**"));

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Tree_opens_an_article_and_a_line_shows_the_shared_words(int width, ColorScheme scheme)
    {
        var page = await At("/tree", width, scheme);
        await Keys(page, "i");
        await desk.Lands(page, "/tree?inferred=0");
        Assert.Equal(0, await page.Locator("svg .inferred").CountAsync());
        await Keys(page, "i");
        await desk.Lands(page, "/tree");
        await Keys(page, "l");
        await desk.Lands(page, "/tree#list");
        await Keys(page, "j", "o");
        await desk.Lands(page, "/article/**");

        await page.GotoAsync("/tree");
        await page.Locator("svg a text.over", new PageLocatorOptions { HasText = "81%" }).ClickAsync();
        await desk.Lands(page, "/passage?**");
        Assert.True(await page.Locator("mark.alone").CountAsync() > 1);
        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public Task Timeline_comes_closer(int width, ColorScheme scheme) => Both(
        "/timeline",
        width,
        scheme,
        page => Keys(page, "+"),
        page => page.ClickAsync("[data-page-key='+']"),
        page => desk.Lands(page, "/timeline?zoom=2"));

    [Theory]
    [MemberData(nameof(Screens))]
    public Task Timeline_shows_one_lane(int width, ColorScheme scheme) => Both(
        "/timeline?zoom=2",
        width,
        scheme,
        async page =>
        {
            await Keys(page, "-");
            await desk.Lands(page, "/timeline");
            await Keys(page, "t");
        },
        async page =>
        {
            await page.ClickAsync("[data-page-key='-']");
            await desk.Lands(page, "/timeline");
            await page.ClickAsync("[data-page-key=t]");
        },
        async page =>
        {
            await desk.Lands(page, "/timeline?lane=happened");
            Assert.Equal(0, await page.Locator("td[data-head=Lane]", new PageLocatorOptions { HasText = "published" }).CountAsync());

            // A bar of one leads to its words.
            await page.Locator("svg a .bar").First.ClickAsync();
            await desk.Lands(page, "/article/**");
        });

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Actor_leads_to_the_words_and_to_a_merge(int width, ColorScheme scheme)
    {
        var page = await At("/actors", width, scheme);
        await Keys(page, "j", "Enter");
        await desk.Lands(page, "/actor/**");
        var actor = new Uri(page.Url).AbsolutePath;
        await Keys(page, "m");
        Assert.Equal("merge", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Context.CloseAsync();
        await Both(
            actor,
            width,
            scheme,
            again => Keys(again, "j", "Enter"),
            again => again.Locator("tr[data-item] td.words a").First.ClickAsync(),
            again => desk.Lands(again, "/article/**"));
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task History_takes_an_act_back(int width, ColorScheme scheme)
    {
        var (id, acts) = ("", 0);
        await Both(
            Article,
            width,
            scheme,
            async page =>
            {
                await Rejected(page);
                await Keys(page, "j", "u");
            },
            async page =>
            {
                await Rejected(page);
                await page.Locator("button[data-key=u]").First.ClickAsync();
            },
            async page =>
            {
                await Assertions.Expect(page.Locator("tbody tr[data-item]")).ToHaveCountAsync(acts + 1);
                await Assertions.Expect(page.Locator("tbody tr[data-item]").Nth(1)).ToContainTextAsync("taken back");
                await page.GotoAsync(Article);
                await Assertions.Expect(page.Locator($"li[id='{id}']")).Not.ToContainTextAsync("rejected");
            });

        async Task Rejected(IPage page)
        {
            await Keys(page, "n");
            id = await page.GetAttributeAsync("li.on", "id") ?? "";
            await Keys(page, "x");
            await Assertions.Expect(page.Locator($"li[id='{id}']")).ToContainTextAsync("rejected");
            await page.GotoAsync("/history");
            acts = await page.Locator("tbody tr[data-item]").CountAsync();
        }
    }

    private static async Task Keys(IPage page, params string[] keys)
    {
        foreach (var key in keys)
        {
            await Desk.Press(page, key);
        }
    }

    // The same end by keys and by mouse, each from a page opened anew.
    private async Task Both(string address, int width, ColorScheme scheme, Func<IPage, Task> keys, Func<IPage, Task> mouse, Func<IPage, Task> ends)
    {
        foreach (var act in new[] { keys, mouse })
        {
            var page = await At(address, width, scheme);
            await act(page);
            await ends(page);
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
