using Microsoft.Playwright;

namespace Stemma.Web.Tests;

/// <summary>What a new user does first, in one go, as somebody who has never seen the program would; by mouse on a desk, by keys on a narrow dark screen.</summary>
[Collection("desk")]
public class FirstFiveMinutesTests(Desk desk)
{
    [Theory]
    [InlineData(1280, ColorScheme.Light, false)]
    [InlineData(390, ColorScheme.Dark, true)]
    public async Task From_the_disputed_point_to_the_words_a_corrected_speaker_the_counts_the_tree_the_table_and_back(int width, ColorScheme scheme, bool keys)
    {
        var (page, elsewhere) = await desk.Open(width, scheme);
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.GotoAsync("/");

        // One disputed point stands open, with its tellings and who is silent.
        Assert.True(await page.Locator("#disputed tbody tr").CountAsync() >= 3);
        Assert.True(await page.Locator("#disputed").IsVisibleAsync());
        Assert.Contains("not mentioned", await page.InnerTextAsync("#disputed"), StringComparison.Ordinal);

        // A click leads to the words.
        var told = page.Locator("#disputed tbody tr", new PageLocatorOptions { HasText = "fired from the north bank" }).First;
        var words = told.Locator("td:nth-child(3) a").First;
        await (keys ? words.PressAsync("Enter") : words.ClickAsync());
        await desk.Lands(page, "/article/**");
        var id = new Uri(page.Url).Fragment[1..];
        var item = page.Locator($"li[id='{id}']");
        var content = await Content(page, id);
        Assert.Contains("fired from the north bank", content, StringComparison.Ordinal);
        Assert.True(await page.Locator($"mark[data-s~='{id}'].on").CountAsync() > 0);
        var wrong = await item.Locator(".who").InnerTextAsync();
        Assert.Equal("Ilse Maren", wrong);
        await page.GotoAsync("/actors");
        var before = await Said(page, wrong);
        await page.GotoAsync($"/claim/{id}");
        Assert.Contains(wrong, await page.TextContentAsync("svg.picture") ?? "", StringComparison.Ordinal);

        // The speaker is corrected with “s”.
        await page.GotoAsync($"{desk.Address}/article/{await ArticleOf(id)}#{id}");
        await Desk.Press(page, "s");
        await page.Keyboard.TypeAsync("Edda Korn");
        await Desk.Press(page, "Enter");
        await Assertions.Expect(item.Locator(".who")).ToHaveTextAsync("Edda Korn");
        await Assertions.Expect(item).ToContainTextAsync("corrected");

        // The counts and the tree change.
        await page.GotoAsync("/actors");
        Assert.Equal(before - 1, await Said(page, wrong));
        await page.GotoAsync($"/claim/{id}");
        Assert.Contains("Edda Korn", await page.TextContentAsync("svg.picture") ?? "", StringComparison.Ordinal);
        Assert.DoesNotContain("Edda Korn", wrong, StringComparison.Ordinal);
        await page.GotoAsync("/ledger?state=corrected");
        Assert.Equal(1, await page.Locator("tbody tr[data-item]").CountAsync());

        // The table, and from its address back to the same words.
        var download = page.WaitForDownloadAsync();
        await (keys ? Desk.Press(page, "e") : page.ClickAsync("[data-page-key=e]"));
        var csv = await File.ReadAllTextAsync((await (await download).PathAsync())!);
        var address = csv.Split("\r\n")[1].Split(',')[^1];
        await page.GotoAsync(address);
        Assert.Equal(id, new Uri(page.Url).Fragment[1..]);
        Assert.Equal(content, await Content(page, id));

        // The passage as a citation: speaker, words, outlet, day, address.
        await (keys ? Desk.Press(page, "y") : item.Locator("[data-copy]").ClickAsync());
        await Assertions.Expect(item.Locator("[role=status]")).ToHaveTextAsync("copied");
        var cited = await page.EvaluateAsync<string>("navigator.clipboard.readText()");
        var lede = await page.InnerTextAsync("p.lede");
        Assert.Contains(content.Split('\n')[0], cited, StringComparison.Ordinal);
        Assert.Contains(lede.Split(" · ")[0].Trim(), cited, StringComparison.Ordinal);
        Assert.Contains("May 2031", cited, StringComparison.Ordinal);
        Assert.Contains("https://", cited, StringComparison.Ordinal);

        await Desk.Press(page, "u");
        await Assertions.Expect(item.Locator(".who")).ToHaveTextAsync(wrong);
        Assert.Empty(elsewhere);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Search_and_help_are_a_key_away()
    {
        var (page, _) = await desk.Open();
        await page.GotoAsync("/");
        await Desk.Press(page, "g");
        await Desk.Press(page, "l");
        await desk.Lands(page, "/ledger");
        await Desk.Press(page, "?");
        Assert.True(await page.Locator("dialog#help").IsVisibleAsync());
        await Desk.Press(page, "Escape");
        await Desk.Press(page, "/");
        await page.Keyboard.TypeAsync("ammonia");
        await Desk.Press(page, "Enter");
        await desk.Lands(page, "/ledger?search=ammonia");
        Assert.Contains("ammonia", await page.InnerTextAsync("#rows"), StringComparison.OrdinalIgnoreCase);
        await page.Context.CloseAsync();
    }

    private static async Task<int> Said(IPage page, string name) =>
        int.Parse(await page.Locator("tbody tr", new PageLocatorOptions { Has = page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = name, Exact = true }) }).Locator("td[data-head=Statements]").InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<string> Content(IPage page, string id) => await page.InputValueAsync($"li[id='{id}'] form:has(input[name=field][value=content]) input[name=value]");

    private async Task<string> ArticleOf(string id) =>
        System.Text.Json.Nodes.JsonNode.Parse(await desk.Http.GetStringAsync($"{desk.Address}/api/statements?ids={id}"))!["statements"]![0]!["article"]!.GetValue<string>();
}
