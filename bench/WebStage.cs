using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Stemma.Web;

namespace Stemma.Bench;

/// <summary>How long does the server take for each page of a large case? `bench web [ARTICLES]`, twenty statements each.</summary>
/// <remarks>The case is made here and finished; reading it from a file is not in the figure. Every request is another one where the address has something to choose.</remarks>
public sealed class WebStage : IStage
{
    private const int StatementsEach = 20, Family = 4, Tellers = 10, Rounds = 60;

    private static readonly string[] Cues = ["said", "denied", "announced", "insisted", "confirmed", "suggested"];

    private static readonly Act[] Acts = [Act.Say, Act.Deny, Act.Say, Act.Assert, Act.Assert, Act.Believe];

    public string Name => "web";

    public string Question => "milliseconds a page takes on the server, median and 95th percentile, in a case of 10,000 articles and 200,000 statements";

    public void Run(string[] args)
    {
        var articles = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10_000;
        var clock = Stopwatch.StartNew();
        var all = Made(articles);
        Say($"{all.Articles.Count} articles, {all.Reading.Statements.Count} statements, made in {clock.Elapsed.TotalSeconds:F1} s");
        clock.Restart();
        var shelf = new Shelf(all);
        Say($"look-ups of the desk: {clock.Elapsed.TotalSeconds:F1} s, {GC.GetTotalMemory(true) / 1e6:F0} MB held");

        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        using var app = WebServer.Build(new WebSettings("", [address], null, () => "2031-05-09T12:00:00Z", "bench"), shelf);
        app.StartAsync().GetAwaiter().GetResult();
        using var http = new HttpClient { BaseAddress = address };
        foreach (var (page, of) in Pages(articles))
        {
            var first = Time(http, of(0)).Milliseconds;
            var times = Enumerable.Range(1, Rounds).Select(n => Time(http, of(n))).OrderBy(t => t.Milliseconds).ToList();
            Say($"{page,-28} first {first,7:F0} ms   median {times[Rounds / 2].Milliseconds,6:F1} ms   95th {times[(Rounds * 95 / 100) - 1].Milliseconds,6:F1} ms   {times[0].Bytes / 1024,5} KiB");
        }

        app.StopAsync().GetAwaiter().GetResult();
    }

    private static List<(string Page, Func<int, string> Of)> Pages(int articles) =>
    [
        ("Case", n => $"/?from={n * 20}"),
        ("Ledger", n => $"/ledger?from={n * 1000}"),
        ("Ledger, one speaker", n => $"/ledger?actor=A{n}"),
        ("Ledger, act and outlet", n => $"/ledger?act={(n % 2 == 0 ? "deny" : "say")}&outlet=Outlet%20{n % 40}"),
        ("Ledger, words", n => $"/ledger?search=crane%20{n}"),
        ("Reader", n => $"/article/n{n * 37 % articles}"),
        ("Accounts", n => $"/accounts/E{n}"),
        ("Accounts by outlet", n => $"/accounts/E{n}?by=outlets"),
        ("Tree", n => $"/tree?from={n * 100}"),
        ("Timeline", n => $"/timeline?from={n * 200}"),
        ("Timeline, one lane", n => $"/timeline?lane=said&zoom={1 << (n % 4)}"),
        ("Actors", _ => "/actors"),
        ("Actor", n => $"/actor/A{n}"),
        ("History", _ => "/history"),
        ("Ledger as JSON", n => $"/api/statements?actor=A{n}"),
    ];

    private static (double Milliseconds, int Bytes) Time(HttpClient http, string address)
    {
        var begin = Stopwatch.GetTimestamp();
        using var answer = http.GetAsync(new Uri(address, UriKind.Relative)).GetAwaiter().GetResult();
        var bytes = answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync().GetAwaiter().GetResult();
        return (Stopwatch.GetElapsedTime(begin).TotalMilliseconds, bytes.Length);
    }

    // An invented winter: families of four articles that copy each other, ten articles to a happening, everybody speaks of cranes.
    private static Case Made(int count)
    {
        var (articles, statements) = (new List<ArticleFindings>(count), new List<CaseStatement>(count * StatementsEach));
        var (hops, passages, aliases) = (new List<Hop>(), new List<Passage>(), new SortedDictionary<int, List<Alias>>());
        var actors = Math.Max(20, count / 5);
        for (var n = 0; n < count; n++)
        {
            var (id, text, mine) = ($"n{n}", new StringBuilder(), new List<Statement>());
            var day = Moment.Day(new DateOnly(2030, 11, 1).AddDays(n / 50 % 180));
            for (var k = 0; k < StatementsEach; k++)
            {
                var (who, cue) = (((n / Family * 7) + (k * 13)) % actors, k % Cues.Length);
                var source = Put(text, $"Speaker {who}");
                text.Append(' ');
                var said = Put(text, Cues[cue]);
                text.Append(" that ");
                var content = Put(text, $"crane {(n + k) % 500} at the north quay of Lom had been moved before noon on the day of the fire, and nobody at the port was told");
                text.Append(".\n\n");
                if (!aliases.TryGetValue(who, out var names))
                {
                    aliases[who] = names = [];
                }

                names.Add(new Alias($"Speaker {who}", id, source));
                mine.Add(new Statement { Id = $"S{n}-{k}", Form = Form.Indirect, Act = Acts[cue], Source = source, Cue = said, Content = content, Actor = $"A{who}", Confidence = 0.8, Rule = "made", Said = k % 4 == 0 ? new SaidOn(day, source) : null, About = [$"E{n / Tellers}"] });
            }

            var article = new Article { Id = id, File = id + ".txt", Sha256 = "", Outlet = $"Outlet {n % 40}", Title = $"Story {n} of the north bank", Text = text.ToString() };
            articles.Add(new ArticleFindings { Reader = "made", Article = article, Published = new Publication(day, PublicationSource.Metadata, Spans.None, "made"), Statements = mine });
            statements.AddRange(mine.Select((s, k) => new CaseStatement(s, id, $"s{k}", StatementState.Machine)));
            if (n % Family is not 0 and var child)
            {
                var parent = $"n{n - child}";
                hops.Add(new Hop(id, article.Outlet, $"Outlet {(n - child) % 40}", parent, HopKind.Inferred, ChainRelation.Credits, [], 0.7));
                passages.Add(new Passage(new ArticleSpan(parent, mine[0].Content), new ArticleSpan(id, mine[0].Content), 0.9, ["hedge dropped: reportedly"]));
            }
        }

        articles.Sort((a, b) => string.CompareOrdinal(a.Article.Id, b.Article.Id));
        var happenings = Enumerable.Range(0, Math.Max(61, count / Tellers)).Select(e => Happening(e, count)).ToList();
        var accounts = happenings.SelectMany(e => Enumerable.Range(0, 9).Select(k => Telling(e, k))).ToList();
        var disputes = happenings.Where(e => e.Articles.Count > 1).SelectMany(e => Enumerable.Range(0, 5).Select(k => new Dispute($"D{e.Id}-{k}", DisputeRelation.Denies, [Of(e, 0, k), Of(e, 1, k + 1)], Slot.What, "made", [], 0.9))).ToList();
        return new Case("made", articles, new CaseReading
        {
            Statements = statements,
            Hops = hops,
            Passages = passages,
            Origins = [.. Enumerable.Range(0, (count + Family - 1) / Family).Select(o => new Origin($"O{o}", [.. Enumerable.Range(o * Family, Math.Min(Family, count - (o * Family))).Select(n => $"n{n}")], $"n{o * Family}", "made"))],
            Actors = [.. aliases.Select(a => new CaseActor($"A{a.Key}", $"Speaker {a.Key}", ActorKind.Person, null, a.Value))],
            Events = happenings,
            Accounts = accounts,
            Disputes = disputes,
        }, [], [], [], []);
    }

    private static CaseEvent Happening(int e, int count)
    {
        var tellers = Enumerable.Range(e * Tellers, Tellers).Where(n => n < count).Select(n => $"n{n}").ToList();
        return new CaseEvent($"E{e}", "fire", Moment.Day(new DateOnly(2030, 11, 1).AddDays(e % 180)), ["Lom"], tellers, [.. tellers.Select(t => new CaseMention(t, Spans.Of(0, 8), EventStatus.Happened))], null, "made");
    }

    private static Account Telling(CaseEvent e, int k)
    {
        var by = e.Articles.Where((_, n) => n % 3 == k % 3).ToList();
        return new Account($"{e.Id}-{k}", e.Id, (Slot)(k / 3), $"told in way {k}", [.. by.Select(a => $"S{a[1..]}-{k}")], [.. by.Select(a => a)], [.. by.Select(a => $"Outlet {int.Parse(a.AsSpan(1), CultureInfo.InvariantCulture) % 40}").Distinct()], 2, [.. e.Articles.Except(by)], e.Date);
    }

    private static string Of(CaseEvent e, int article, int k) => $"S{e.Articles[article][1..]}-{k}";

    private static Spans Put(StringBuilder text, string words)
    {
        text.Append(words);
        return Spans.Of(text.Length - words.Length, text.Length);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
