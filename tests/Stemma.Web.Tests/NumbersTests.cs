using System.Globalization;
using System.Text.RegularExpressions;

namespace Stemma.Web.Tests;

/// <summary>Does a number lead to what it counts, as many as it says?</summary>
[Collection("desk")]
public partial class NumbersTests(Desk desk)
{
    // The ways a page says a number of statements or of articles, and where the rows behind it stand.
    [Theory]
    [InlineData("/")]
    [InlineData("/actors")]
    [InlineData("/accounts")]
    [InlineData("/tree")]
    [InlineData("/ledger")]
    [InlineData("/articles")]
    public async Task Every_number_that_is_a_link_leads_to_as_many_rows(string address)
    {
        var (page, _) = await desk.Open(script: false);
        await page.GotoAsync(address);
        var links = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('main a[href]')].map(a => a.textContent.trim() + '\\t' + a.getAttribute('href'))");
        var checkedNumbers = 0;
        foreach (var (words, href) in links.Select(l => l.Split('\t')).Where(l => l.Length == 2).Select(l => (l[0], l[1])).Distinct())
        {
            var counted = href.StartsWith("/ledger?", StringComparison.Ordinal) ? Statements().Match(words) : href.StartsWith("/articles?", StringComparison.Ordinal) ? Articles().Match(words) : Match.Empty;
            if (!counted.Success)
            {
                continue;
            }

            var twin = System.Text.Json.Nodes.JsonNode.Parse(await desk.Http.GetStringAsync(desk.Address + "/api" + href.Replace("/ledger?", "/statements?", StringComparison.Ordinal)))!;
            Assert.True(twin["count"]!.GetValue<int>() == int.Parse(counted.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture), $"{address}: “{words}” leads to {href}, which has {twin["count"]}.");
            checkedNumbers++;
        }

        Assert.True(checkedNumbers > 0, $"{address} has no number that is a link.");
        await page.Context.CloseAsync();
    }

    [GeneratedRegex(@"(?:^|\s)([\d,]+)(?: statements?| in an outlet’s own voice)?$")]
    private static partial Regex Statements();

    [GeneratedRegex(@"(?:^|\s)([\d,]+) articles?$")]
    private static partial Regex Articles();
}
