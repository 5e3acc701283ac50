using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Stemma.Web;

namespace Stemma.Bench;

/// <summary>How long does the server take for each page of a large case? `bench web [ARTICLES [PAGE]]`, twenty statements each.</summary>
/// <remarks>The case is made here and finished; reading it from a file is not in the figure, asking the file's index of words is. Every request is another one where the address has something to choose.</remarks>
public sealed class WebStage : IStage
{
    private const int Rounds = 60;

    public string Name => "web";

    public string Question => "milliseconds a page takes on the server, median and 95th percentile, in a case of 10,000 articles and 200,000 statements";

    public void Run(string[] args)
    {
        var articles = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10_000;
        var clock = Stopwatch.StartNew();
        var all = MadeCase.Of(articles);
        Clock.Say($"{all.Articles.Count} articles, {all.Reading.Statements.Count} statements, made in {clock.Elapsed.TotalSeconds:F1} s");
        clock.Restart();
        using var file = new TempCase();
        MadeCase.Keep(all, file.Path);
        Clock.Say($"kept in a file for its index of words: {clock.Elapsed.TotalSeconds:F1} s, {new FileInfo(file.Path).Length / 1e6:F0} MB");
        clock.Restart();
        var shelf = new Shelf(all, file.Path);
        Clock.Say($"look-ups of the desk: {clock.Elapsed.TotalSeconds:F1} s, {GC.GetTotalMemory(true) / 1e6:F0} MB held");

        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        using var app = WebServer.Build(new WebSettings("", [address], null, () => "2031-05-09T12:00:00Z", "bench"), shelf);
        app.StartAsync().GetAwaiter().GetResult();
        using var http = new HttpClient { BaseAddress = address };
        foreach (var (page, of) in Pages(articles).Where(p => args.Length < 2 || p.Page.Contains(args[1], StringComparison.OrdinalIgnoreCase)))
        {
            var first = Time(http, of(0)).Milliseconds;
            using var me = Process.GetCurrentProcess();
            var processor = me.TotalProcessorTime;
            var times = Enumerable.Range(1, Rounds).Select(n => Time(http, of(n))).OrderBy(t => t.Milliseconds).ToList();
            me.Refresh();
            Clock.Say($"{page,-28} first {first,7:F0} ms   median {times[Rounds / 2].Milliseconds,6:F1} ms   95th {times[(Rounds * 95 / 100) - 1].Milliseconds,6:F1} ms   processor {(me.TotalProcessorTime - processor).TotalMilliseconds / Rounds,6:F1} ms   {times[0].Bytes / 1024,5} KiB");
        }

        app.StopAsync().GetAwaiter().GetResult();
    }

    public static List<(string Page, Func<int, string> Of)> Pages(int articles) =>
    [
        ("Case", n => $"/?from={n * 20}"),
        ("Ledger", n => $"/ledger?from={n * 1000}"),
        ("Ledger, one speaker", n => $"/ledger?actor=A{n}"),
        ("Ledger, act and outlet", n => $"/ledger?act={(n % 2 == 0 ? "deny" : "say")}&outlet=Outlet%20{n % 40}"),
        ("Ledger, words", n => $"/ledger?search=crane%20{n}"),
        ("Ledger, a name and a word", n => $"/ledger?search=speaker%20{n}%20crane"),
        ("Ledger, word in all, pages", n => $"/ledger?search=quay&from={n * 1000}"),
        ("Ledger, words begin so", n => $"/ledger?search=cran*%20{n}*"),
        ("Ledger, one telling", n => $"/ledger?account=E{n}-0"),
        ("Ledger, same words", n => $"/ledger?same=S{(n * 37) + 1}-0"),
        ("Reader", n => $"/article/n{n * 37 % articles}"),
        ("Accounts", n => $"/accounts/E{n}"),
        ("Accounts by outlet", n => $"/accounts/E{n}?by=outlets"),
        ("Tree", n => $"/tree?from={n * 100}"),
        ("Timeline", n => $"/timeline?from={n * 200}"),
        ("Timeline, one lane", n => $"/timeline?lane=said&zoom={1 << (n % 4)}"),
        ("Articles that tell of one", n => $"/articles?event=E{n}"),
        ("The way of a claim", n => $"/claim/S{(n * 37) + 1}-0"),
        ("Shared words", n => $"/passage?a=n{n * 4}&b=n{(n * 4) + 1}"),
        ("Actors", n => $"/actors?from={n * 30}"),
        ("Actor", n => $"/actor/A{n}"),
        ("History", _ => "/history"),
        ("Ledger as JSON", n => $"/api/statements?actor=A{n}"),
        ("Case as JSON", n => $"/api/case?from={n * 100}"),
        ("Tree as JSON", n => $"/api/tree?from={n * 100}"),
        ("Actors as JSON", n => $"/api/actors?from={n * 30}"),
        ("Accounts as JSON", n => $"/api/accounts?event=E{n}"),
    ];

    private static (double Milliseconds, int Bytes) Time(HttpClient http, string address)
    {
        var begin = Stopwatch.GetTimestamp();
        using var answer = http.GetAsync(new Uri(address, UriKind.Relative)).GetAwaiter().GetResult();
        var bytes = answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync().GetAwaiter().GetResult();
        return (Stopwatch.GetElapsedTime(begin).TotalMilliseconds, bytes.Length);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
