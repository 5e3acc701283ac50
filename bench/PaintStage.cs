using System.Globalization;
using Microsoft.Playwright;
using Stemma.Web;

namespace Stemma.Bench;

/// <summary>How long until Chromium shows the first words of each page of a large case? `bench paint [ARTICLES [PAGE]]`.</summary>
/// <remarks>First contentful paint as the browser itself reports it, from the click to the words; each load another page, speaker or article. And: the ledger scrolled on.</remarks>
public sealed class PaintStage : IStage
{
    private const int Rounds = 20, Screens = 60;

    public string Name => "paint";

    public string Question => "milliseconds until Chromium paints a page first, median and 95th percentile, in a case of 10,000 articles and 200,000 statements";

    public void Run(string[] args) => Run(args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10_000, args.ElementAtOrDefault(1) ?? "").GetAwaiter().GetResult();

    private static async Task Run(int articles, string only)
    {
        var all = MadeCase.Of(articles);
        using var file = new TempCase();
        MadeCase.Keep(all, file.Path);
        var address = new Uri($"http://127.0.0.1:{WebStage.FreePort()}");
        await using var app = WebServer.Build(new WebSettings(file.Path, [address], null, () => "2031-05-09T12:00:00Z", "bench"), new Shelf(all, file.Path));
        await app.StartAsync();

        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("STEMMA_CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
        });
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = address.ToString(), ViewportSize = new ViewportSize { Width = 1280, Height = 900 } });
        var page = await context.NewPageAsync();
        foreach (var (name, of) in WebStage.Pages(articles).Where(p => !p.Of(0).StartsWith("/api/", StringComparison.Ordinal) && p.Page.Contains(only, StringComparison.OrdinalIgnoreCase)))
        {
            await Paint(page, of(Rounds + 1));
            var times = new List<double>();
            for (var n = 0; n < Rounds; n++)
            {
                times.Add(await Paint(page, of(n)));
            }

            times.Sort();
            Clock.Say($"{name,-28} median {times[Rounds / 2],6:F0} ms   95th {times[(Rounds * 95 / 100) - 1],6:F0} ms");
        }

        // Down the ledger by the wheel, as a reader would who looks for nothing in particular.
        await page.GotoAsync("/ledger");
        var before = System.Diagnostics.Stopwatch.GetTimestamp();
        for (var n = 0; n < Screens; n++)
        {
            await page.EvaluateAsync("scrollTo(0, document.documentElement.scrollHeight)");
            await page.WaitForFunctionAsync("n => Number(document.querySelector('[data-until]').textContent.replaceAll(',', '')) >= (n + 2) * 100", n);
        }

        var rows = await page.Locator("#rows tbody tr").CountAsync();
        Clock.Say($"the ledger scrolled on by {Screens} times 100 rows: {System.Diagnostics.Stopwatch.GetElapsedTime(before).TotalMilliseconds / Screens:F0} ms each, {rows} rows held");
        await app.StopAsync();
    }

    private static async Task<double> Paint(IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.WaitForFunctionAsync("() => performance.getEntriesByName('first-contentful-paint').length > 0");
        return await page.EvaluateAsync<double>("performance.getEntriesByName('first-contentful-paint')[0].startTime");
    }
}
