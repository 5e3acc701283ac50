using Microsoft.Playwright;

namespace Stemma.Web.Tests;

/// <summary>What a new user does first, by mouse and by keys alone.</summary>
[Collection("desk")]
public class FirstFiveMinutesTests(Desk desk)
{
    [Fact]
    public async Task From_a_disputed_slot_to_the_words_to_a_corrected_speaker_and_back()
    {
        var (page, elsewhere) = await desk.Open();
        await page.GotoAsync("/");

        await page.Locator(".card h3 a").First.ClickAsync();
        Assert.StartsWith("/accounts/", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
        await page.Locator("table.matrix td a").First.ClickAsync();
        Assert.StartsWith("/article/", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
        var statement = new Uri(page.Url).Fragment.TrimStart('#');
        Assert.Equal(1, await page.Locator($"[id='{statement}']").CountAsync());

        var item = page.Locator($"li[id='{statement}']");
        await item.Locator("summary").ClickAsync();
        await item.Locator("form:has(input[name=verb][value=speaker]) input[name=value]").FillAsync("Pavel Idrik");
        await item.Locator("form:has(input[name=verb][value=speaker]) button").ClickAsync();
        Assert.Contains("Pavel Idrik", await page.Locator($"li[id='{statement}'] .who").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("corrected", await page.Locator($"li[id='{statement}']").InnerTextAsync(), StringComparison.Ordinal);

        await page.GotoAsync("/history");
        Assert.Contains("speaker", await page.InnerTextAsync("main table"), StringComparison.Ordinal);
        await page.Locator("[data-key=u]").First.ClickAsync();
        await page.GotoAsync("/history");
        Assert.Contains("undo", await page.InnerTextAsync("main table"), StringComparison.Ordinal);
        Assert.Empty(elsewhere);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_ledger_goes_by_keys_alone()
    {
        var (page, _) = await desk.Open();
        await page.GotoAsync("/");
        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("l");
        await desk.Lands(page, "/ledger");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        Assert.Equal(1, await page.Locator("tr.on").CountAsync());
        await page.Keyboard.PressAsync("Enter");
        await desk.Lands(page, "/article/**");

        await page.Keyboard.PressAsync("?");
        Assert.True(await page.Locator("dialog#help").IsVisibleAsync());
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("ammonia");
        await page.Keyboard.PressAsync("Enter");
        await desk.Lands(page, "/ledger?search=ammonia");
        Assert.Contains("ammonia", await page.InnerTextAsync("main"), StringComparison.OrdinalIgnoreCase);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_statement_is_rejected_by_key_and_the_act_undone_by_key()
    {
        var (page, _) = await desk.Open();
        await page.GotoAsync("/article/coastal-1");
        await page.Keyboard.PressAsync("n");
        var id = await page.Locator("li.on").GetAttributeAsync("id");
        await page.Keyboard.PressAsync("x");
        await desk.Lands(page, $"/article/coastal-1#{id}");
        await Assertions.Expect(page.Locator($"li[id='{id}']")).ToContainTextAsync("rejected");
        await page.Keyboard.PressAsync("u");
        await Assertions.Expect(page.Locator($"li[id='{id}']")).Not.ToContainTextAsync("rejected");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_matrix_goes_by_arrows_and_two_cells_are_pinned_side_by_side()
    {
        var (page, _) = await desk.Open();
        await page.GotoAsync("/accounts");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Space");
        Assert.Equal(2, await page.Locator("td.pinned").CountAsync());
        Assert.True(await page.Locator("#pinned").IsVisibleAsync());
        await page.Keyboard.PressAsync("d");
        await desk.Lands(page, "/accounts/**differ=1**");
        await page.Context.CloseAsync();
    }
}
