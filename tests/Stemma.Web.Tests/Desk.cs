using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Stemma.Web.Tests;

/// <summary>The real program serving a case of the samples, and a real Chromium in front of it; both stopped by their process when the tests end.</summary>
public sealed class Desk : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("stemma-web-").FullName;
    private Process? _server;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public string Address { get; private set; } = "";

    public string CasePath => Path.Combine(_folder, "lom.db");

    public HttpClient Http { get; } = new(new HttpClientHandler { AllowAutoRedirect = false });

    public async ValueTask InitializeAsync()
    {
        Address = $"http://127.0.0.1:{FreePort()}";
        _server = Run("serve", "--demo", "--case", CasePath, "--urls", Address);
        await UntilItAnswers();
        _playwright = await Playwright.CreateAsync();

        // A machine that does much else takes seconds for an act; what never comes fails all the same.
        Assertions.SetDefaultExpectTimeout(30_000);
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("STEMMA_CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_server is { HasExited: false })
        {
            _server.Kill(entireProcessTree: true);
            await _server.WaitForExitAsync();
        }

        _server?.Dispose();
        Http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A fresh browser page; what it asks of other addresses than ours is written down.</summary>
    public async Task<(IPage Page, List<string> Elsewhere)> Open(int width = 1280, ColorScheme scheme = ColorScheme.Light, bool script = true)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
            JavaScriptEnabled = script,
            BaseURL = Address,
        });
        var page = await context.NewPageAsync();
        var elsewhere = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(Address, StringComparison.Ordinal))
            {
                elsewhere.Add(request.Url);
            }
        };
        return (page, elsewhere);
    }

    /// <summary>
    /// Waits until the browser stands at an address ("**" for anything) and has the whole page. The page itself is asked, again and again:
    /// a listener for its load event that begins while the event comes can miss it, and then waits for ever.
    /// </summary>
    public async Task Lands(IPage page, string address)
    {
        var expected = new Regex("^" + Regex.Escape(Address + address).Replace(@"\*\*", ".*", StringComparison.Ordinal) + "$");
        await Assertions.Expect(page).ToHaveURLAsync(expected, new PageAssertionsToHaveURLOptions { Timeout = 30_000 });
        await Loaded(page);
    }

    /// <summary>Does what sends the page's form, and waits for the page that answers; asked sooner, the one that is left would answer.</summary>
    public static async Task Sends(IPage page, Func<Task> act)
    {
        await page.EvaluateAsync("document.documentElement.dataset.left = 'left'");
        await act();
        await Loaded(page);
    }

    /// <summary>Presses a key once the script of the page now shown listens; pressed sooner, it would be lost.</summary>
    public static async Task Press(IPage page, string key)
    {
        await page.WaitForFunctionAsync("document.documentElement.dataset.keys");
        await page.Keyboard.PressAsync(key);
    }

    private static async Task Loaded(IPage page)
    {
        var waited = Stopwatch.StartNew();
        while (await State(page) is var state && state != "complete")
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(30), $"{page.Url} is still {state} after {waited.Elapsed.TotalSeconds:0} seconds.");
            await Task.Delay(20);
        }
    }

    // A page that goes while it is asked has no answer; the next one has.
    private static async Task<string> State(IPage page)
    {
        try
        {
            return await page.EvaluateAsync<string>("document.documentElement.dataset.left ?? document.readyState");
        }
        catch (PlaywrightException gone) when (gone.Message.Contains("context was destroyed", StringComparison.Ordinal))
        {
            return "left";
        }
    }

    private static Process Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "stemma.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.OutputDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine(); // Unread, a full pipe would halt the server.
        return process;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task UntilItAnswers()
    {
        for (var tries = 0; tries < 900; tries++)
        {
            try
            {
                using var answer = await Http.GetAsync(Address + "/");
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
            }

            Assert.False(_server!.HasExited, "The server ended before it answered.");
            await Task.Delay(100);
        }

        Assert.Fail("The server does not answer.");
    }
}

[CollectionDefinition("desk")]
public sealed class DeskCollection : ICollectionFixture<Desk>;
