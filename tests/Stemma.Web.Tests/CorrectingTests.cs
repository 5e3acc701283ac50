using Microsoft.Playwright;

namespace Stemma.Web.Tests;

/// <summary>What a person corrects on the pages beside speakers, by mouse and by keys; each act is taken back, so that the next test finds the case as it was.</summary>
[Collection("desk")]
public class CorrectingTests(Desk desk)
{
    [Fact]
    public async Task An_edge_moves_by_a_word_with_a_key_and_the_page_stays_at_the_statement()
    {
        var (page, _) = await desk.Open();
        await page.GotoAsync("/article/coastal-1");
        await Desk.Press(page, "n");
        var before = await Content(page);
        await Desk.Sends(page, () => Desk.Press(page, "}"));
        var shorter = await Content(page);
        Assert.StartsWith(shorter, before, StringComparison.Ordinal);
        Assert.Single(before[shorter.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("corrected", await page.InnerTextAsync("li.on"), StringComparison.Ordinal);

        await Desk.Sends(page, () => Desk.Press(page, "]"));
        Assert.Equal(before, await Content(page));
        await Undo(page);
        await Undo(page);
    }

    [Fact]
    public async Task Hedge_words_and_the_cue_are_set_in_the_articles_words()
    {
        var (page, _) = await desk.Open();
        await page.GotoAsync("/article/coastal-1");
        var item = page.Locator(".rail li").First;
        await item.Locator("summary").ClickAsync();
        var word = (await item.Locator("form:has(input[name=field][value=content]) input[name=value]").InputValueAsync()).Split(' ')[0];
        await item.Locator("form:has(input[name=verb][value=hedge]) input[name=value]").FillAsync(word);
        await item.Locator("form:has(input[name=verb][value=hedge]) button").ClickAsync();
        await Assertions.Expect(page.Locator(".rail li").First).ToContainTextAsync($"hedged: “{word}”");
        await Undo(page);
        await Assertions.Expect(page.Locator(".rail li").First).Not.ToContainTextAsync($"hedged: “{word}”");
    }

    [Fact]
    public async Task A_parent_is_cut_and_set_in_the_tree()
    {
        var (page, _) = await desk.Open();
        await page.GotoAsync("/tree");
        var row = page.Locator("tr[data-item]:has(td:nth-child(2) a)").First;
        var (id, article, parent) = (await row.GetAttributeAsync("id"), await row.GetAttributeAsync("data-item"), (await row.Locator("td:nth-child(2) a").GetAttributeAsync("href"))!.Split('/')[^1]);
        await row.Locator("a", new LocatorLocatorOptions { HasText = "not so" }).ClickAsync();
        await Desk.Sends(page, () => page.ClickAsync("#correct button[value=cut]"));
        await desk.Lands(page, "/tree#list");
        Assert.Equal(0, await page.Locator($"tr[id='{id}']").CountAsync());

        await page.ClickAsync("a[href$='#correct']:has-text('set where')");
        await page.FillAsync("#correct input[name=target]", article!);
        await page.FillAsync("#correct input[name=value]", parent);
        await page.ClickAsync("#correct button[value=parent]");
        await Assertions.Expect(page.Locator($"tr[id='{id}']")).ToHaveCountAsync(1);
        await Undo(page);
        await Undo(page);
    }

    [Fact]
    public async Task A_dispute_is_untied_with_a_reason()
    {
        var (page, _) = await desk.Open();
        await page.GotoAsync("/accounts");
        var untie = page.Locator("form:has(input[name=relation][value=none])");
        var before = await untie.CountAsync();
        Assert.True(before > 0, "The demo case shows no dispute.");
        var first = page.Locator("td.noprint details", new PageLocatorOptions { Has = untie }).First;
        await first.Locator("summary").ClickAsync();
        await first.Locator("input[name=reason]").FillAsync("two different days");
        await Desk.Sends(page, () => first.Locator("button").ClickAsync());
        await Assertions.Expect(page.Locator("form:has(input[name=relation][value=none])")).ToHaveCountAsync(before - 1);
        await page.GotoAsync("/history");
        Assert.Contains("two different days", await page.InnerTextAsync("main table"), StringComparison.Ordinal);
        await Undo(page);
    }

    [Fact]
    public async Task A_denial_that_reprints_repeat_stands_once_and_each_reprint_can_be_undone()
    {
        var (page, _) = await desk.Open();
        await page.GotoAsync("/accounts");
        var again = page.Locator("td[data-head=Why]", new PageLocatorOptions { HasText = "times; the others" });
        var row = page.Locator("tr", new PageLocatorOptions { Has = again }).First;
        var times = int.Parse((await row.Locator("td[data-head=Why] > details > summary").InnerTextAsync()).Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(times, await row.Locator("input[name=relation][value=none]").CountAsync());

        // Who stands how against whom, on what: no two rows tell the same.
        var points = await page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('table.stack tr')].filter(r => r.querySelector('td.words .small'))
                .map(r => [r.cells[0], r.cells[2], ...r.querySelectorAll('td.words .small')].map(c => c.textContent.split(', in ')[0]).join(' | '))
            """);
        Assert.Equal(points.Distinct(StringComparer.Ordinal), points);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_article_is_parted_from_a_happening()
    {
        var (page, _) = await desk.Open();
        await page.GotoAsync("/accounts");
        var happening = await page.Locator("form:has(input[name=verb][value=part]) input[name=target]").GetAttributeAsync("value");
        await page.FillAsync("form:has(input[name=verb][value=part]) input[name=reason]", "another day");
        await Desk.Sends(page, () => page.ClickAsync("form:has(input[name=verb][value=part]) button"));
        await page.GotoAsync("/history");
        Assert.Contains("part", await page.InnerTextAsync("main table tr:nth-child(1) td:nth-child(3)"), StringComparison.Ordinal);
        Assert.NotNull(happening);
        await Undo(page);
    }

    [Fact]
    public async Task The_cell_in_hand_filters_and_the_view_goes_out_as_a_table_whose_addresses_come_back_to_the_words()
    {
        var (page, _) = await desk.Open();
        await page.GotoAsync("/ledger");
        Assert.Contains("own voice", await page.InnerTextAsync("[aria-label=Voice]"), StringComparison.Ordinal);
        Assert.Contains("as the machine read it", await page.InnerTextAsync("[aria-label=State]"), StringComparison.Ordinal);
        await Desk.Press(page, "j");
        await Desk.Press(page, "ArrowRight");
        await Desk.Press(page, "ArrowRight");
        await Desk.Press(page, "f");
        await desk.Lands(page, "/ledger?act=**");

        var rows = await page.Locator("tbody tr[data-item]").CountAsync();
        var csv = await desk.Http.GetStringAsync(desk.Address + await page.GetAttributeAsync("[data-page-key=e]", "href"));
        var addresses = csv.Split("\r\n").Skip(1).Select(l => l.Split(',')[^1]).Where(a => a.StartsWith(desk.Address, StringComparison.Ordinal)).ToList();
        Assert.Equal(rows, addresses.Count);
        await page.GotoAsync(addresses[0]);
        Assert.Equal(1, await page.Locator($"[id='{new Uri(addresses[0]).Fragment[1..]}']").CountAsync());
        await page.Context.CloseAsync();
    }

    private static async Task<string> Content(IPage page) => await page.InputValueAsync("li.on form:has(input[name=field][value=content]) input[name=value]");

    private static async Task Undo(IPage page)
    {
        await page.GotoAsync("/history");
        var acts = await page.Locator("tbody tr[data-item]").CountAsync();
        await page.GotoAsync("/article/coastal-1");
        await Desk.Sends(page, () => page.ClickAsync("[data-page-key=u]"));
        await page.GotoAsync("/history");
        Assert.Equal(acts + 1, await page.Locator("tbody tr[data-item]").CountAsync());
        await page.GotoAsync("/article/coastal-1");
    }
}
