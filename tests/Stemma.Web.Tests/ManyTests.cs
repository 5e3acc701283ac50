using Microsoft.Playwright;

namespace Stemma.Web.Tests;

/// <summary>Many things at once: acts on many statements, articles handed in with their progress, a ledger that goes on.</summary>
[Collection("desk")]
public class ManyTests(Desk desk)
{
    [Fact]
    public async Task Rows_chosen_by_key_are_accepted_as_one_and_taken_back_as_one()
    {
        var (page, _) = await desk.Open();
        await page.GotoAsync("/ledger?act=deny");
        var rows = await page.Locator("#rows tbody tr").CountAsync();
        Assert.True(rows > 3);
        await Desk.Press(page, "j");
        await Desk.Press(page, "Space");
        await Desk.Press(page, "j");
        await Desk.Press(page, "Space");
        Assert.Equal(2, await page.Locator("input[name=target]:checked").CountAsync());
        await page.FillAsync("#many input[name=reason]", "both read again");
        await page.ClickAsync("#many button:not([name])");
        await Assertions.Expect(page.Locator("td[data-head=State]", new PageLocatorOptions { HasText = "accepted" })).ToHaveCountAsync(2);

        await page.GotoAsync("/history");
        await Assertions.Expect(page.Locator("tbody tr[data-item]").First).ToContainTextAsync("2 lines as one");
        await Desk.Press(page, "j");
        await Desk.Press(page, "u");
        await Assertions.Expect(page.Locator("tbody tr[data-item]").Nth(1)).ToContainTextAsync("taken back");
        await page.GotoAsync("/ledger?act=deny&state=accepted");
        Assert.Equal(0, await page.Locator("#rows tbody tr").CountAsync());

        // All that a view shows, and back by “u”.
        await page.GotoAsync("/ledger?act=deny");
        await page.SelectOptionAsync("#many select", "reject");
        await Desk.Sends(page, () => page.ClickAsync("#many button[name=view]"));
        await desk.Lands(page, "/ledger?act=deny");
        Assert.Equal(0, await page.Locator("#rows tbody tr").CountAsync());
        await Desk.Press(page, "u");
        await Assertions.Expect(page.Locator("#rows tbody tr")).ToHaveCountAsync(rows);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Files_handed_in_are_told_one_by_one_with_how_far_it_is_and_what_was_refused()
    {
        var (page, elsewhere) = await desk.Open();
        await page.GotoAsync("/");
        await page.SetInputFilesAsync("#files",
        [
            new FilePayload { Name = "pier.txt", MimeType = "text/plain", Buffer = "Pier shut at Lom\n\n6 May 2031\n\nThe harbour master, Ona Brill, said the pier was shut on Tuesday.\n"u8.ToArray() },
            new FilePayload { Name = "empty.txt", MimeType = "text/plain", Buffer = "   \n"u8.ToArray() },
        ]);
        await page.ClickAsync("form:has(#files) button");
        await desk.Lands(page, "/adding/**");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Read and added");
        var says = await page.InnerTextAsync("#adding-says");
        Assert.Contains("1 article added", says, StringComparison.Ordinal);
        Assert.Contains("1 refused", says, StringComparison.Ordinal);
        var table = await page.InnerTextAsync("main table");
        Assert.Contains("pier.txt", table, StringComparison.Ordinal);
        Assert.Contains("empty.txt", table, StringComparison.Ordinal);
        var how = System.Text.Json.Nodes.JsonNode.Parse(await desk.Http.GetStringAsync($"{desk.Address}/api{new Uri(page.Url).AbsolutePath}"))!;
        Assert.True(how["finished"]!.GetValue<bool>());
        Assert.Equal(how["bytes"]!.GetValue<long>(), how["done"]!.GetValue<long>());

        // The same again changes nothing.
        await page.ClickAsync("main table a");
        await desk.Lands(page, "/article/**");
        await page.GotoAsync("/ledger?search=brill");
        Assert.True(await page.Locator("#rows tbody tr").CountAsync() > 0);
        await page.GotoAsync("/#refusals");
        Assert.Contains("empty.txt", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Empty(elsewhere);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_ledger_goes_on_where_a_reader_comes_near_its_end_and_each_row_has_its_address()
    {
        var (page, _) = await desk.Open();
        await page.GotoAsync("/ledger");
        var all = int.Parse((await page.InnerTextAsync("p.lede")).Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(all > 100);
        Assert.Equal(100, await page.Locator("#rows tbody tr").CountAsync());
        await page.EvaluateAsync("scrollTo(0, document.documentElement.scrollHeight)");
        await Assertions.Expect(page.Locator("#rows tbody tr")).ToHaveCountAsync(all);
        Assert.Equal(all, await page.EvaluateAsync<int>("new Set([...document.querySelectorAll('#rows tbody tr')].map(r => r.id)).size"));

        var (plain, _) = await desk.Open(script: false);
        await plain.GotoAsync("/ledger");
        await plain.ClickAsync("[rel=next]");
        await desk.Lands(plain, "/ledger?from=100");
        Assert.Equal(all - 100, await plain.Locator("#rows tbody tr").CountAsync());
        await plain.FillAsync("input[name=from]", "7");
        await plain.Locator("form.pager button").ClickAsync();
        await desk.Lands(plain, "/ledger?from=7");
        await page.Context.CloseAsync();
        await plain.Context.CloseAsync();
    }
}
