using Stemma.Ledger;
using Stemma.Sqlite;

namespace Stemma.Web.Tests;

/// <summary>What a newer reader found otherwise, what was reworded between versions, which days are disputed: shown on pages made without a browser.</summary>
public sealed class ReadingsTests : IDisposable
{
    private const string Text = "LOM, 6 May 2031. The harbour master, Ona Brill, said the pier was shut. Orlin Voss denied that anything had been fired.\n";

    private const string Hurt = "Nobody was hurt when a lorry went through the planks on Monday evening, according to the fire brigade of the town.";
    private const string Cost = "The ministry of transport will speak about the cost of a new pier in June, its spokesman Tam Reker told the Harbour Post.";
    private const string Ferries = "Ferries to the north bank of the Sel leave from the grain terminal until the work is done.";
    private const string Crane = "A crane fell into the Sel beside the pier on Wednesday night and was raised by two tugs.";

    private readonly string _folder = Directory.CreateTempSubdirectory("stemma-web-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task History_names_articles_read_otherwise_shows_both_readings_and_lists_orphans()
    {
        var path = Path.Combine(_folder, "case.db");
        var now = PageReader.OfThisProgram;
        var older = new PageReader("0", page => now.Read(page) is var all ? all with
        {
            Reader = "0",
            Statements = [.. all.Statements.Take(1).Select(s => s with { Act = Act.Promise }), Missed(all)],
        } : all);
        using (var ledger = SqliteLedger.Open(path, Access.Make))
        {
            new Recorder(ledger, () => "2031-05-09T12:00:00Z", older).Keep(Page(Text, "l1"));
            var all = WholeCase.Read(ledger);
            new Corrector(ledger, new Recorder(ledger, () => "2031-05-09T12:00:00Z", older), "Edda", () => "2031-05-09T12:00:00Z").SetAct(all, all.Reading.Statements.Single(s => s.Local == "old"), Act.Threaten, "he did");
            Assert.Equal(1, new Recorder(ledger, () => "2031-05-10T12:00:00Z").ReadAgain());
        }

        await using var served = await Served.Of(path);
        var history = await served.Page("/history");
        Assert.Contains("/article/l1/readings", history, StringComparison.Ordinal);
        Assert.Contains("he did", history[history.IndexOf("id=\"orphans\"", StringComparison.Ordinal)..], StringComparison.Ordinal);

        var readings = await served.Page("/article/l1/readings");
        Assert.Contains("found no more", readings, StringComparison.Ordinal);
        Assert.Contains("promises", readings, StringComparison.Ordinal);
        Assert.Contains("1 correction", readings, StringComparison.Ordinal);
        Assert.Contains("\"what\":[\"act\"]", await served.Page("/api/articles/l1/readings"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_goes_from_version_to_version_and_sees_what_was_added_dropped_and_reworded()
    {
        var path = Path.Combine(_folder, "versions.db");
        using (var ledger = SqliteLedger.Open(path, Access.Make))
        {
            var to = new Recorder(ledger, () => "2031-05-09T12:00:00Z");
            to.Keep(Page(string.Join("\n\n", Shut("until further notice"), Hurt, Cost, Ferries), "v1", "https://post.example/pier", "2031-05-06"));
            to.Keep(Page(string.Join("\n\n", Shut("for good"), Cost, Ferries, Crane), "v2", "https://post.example/pier", "2031-05-08"));
        }

        await using var served = await Served.Of(path);
        Assert.Contains("version 2 of 2", await served.Page("/article/v2"), StringComparison.Ordinal);
        var versions = await served.Page("/article/v2/versions");
        Assert.Contains("1 sentence added, 1 dropped, 1 reworded", versions, StringComparison.Ordinal);
        Assert.Matches("href=\"/article/v1#S[a-z0-9]+\"[^>]*>[^<]+ says</a>", versions);
        Assert.Matches("<mark class=\"alone\"[^>]*>for good ?</mark>", versions);
    }

    [Fact]
    public void Words_of_two_passages_are_aligned_whatever_marks_stand_about_them()
    {
        var (left, right) = WordAlign.Of("“The shells allegedly came from Ost,” she said.", "The shells came from Ost, she said 👩‍🚒.");
        Assert.Equal(["allegedly "], left.Where(p => p.Alone).Select(p => p.Text));
        Assert.Equal(["👩‍🚒."], right.Where(p => p.Alone).Select(p => p.Text));
        Assert.Equal("“The shells allegedly came from Ost,” she said.", string.Concat(left.Select(p => p.Text)));
        Assert.Empty(WordAlign.Of("", "").Left);
        Assert.Single(WordAlign.Of(new string('x', 100_000), "y").Left);
    }

    private static string Shut(string how) => $"The pier at Lom was shut {how} on Tuesday after inspectors found cracks in two of its pillars, the harbour master, Ona Brill, said.";

    private static Statement Missed(ArticleFindings all) => new()
    {
        Id = "old",
        Form = Form.Indirect,
        Source = Spans.Of(0, 3),
        Cue = Spans.None,
        Content = Spans.Of(5, 15),
        Confidence = 0.5,
        Rule = all.Statements.Count > 0 ? "made" : "none",
    };

    private static RawPage Page(string text, string id, string? url = null, string? day = null)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        return new RawPage
        {
            File = id + ".txt",
            Given = id,
            Original = bytes,
            Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)),
            Form = PageForm.Text,
            Content = text,
            Carried = new Said { Outlet = "Harbour Post", Url = url, Published = day },
        };
    }

    /// <summary>The pages of one case, in this process.</summary>
    private sealed class Served(Microsoft.AspNetCore.Builder.WebApplication app, HttpClient http) : IAsyncDisposable
    {
        public static async Task<Served> Of(string path)
        {
            using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
            listener.Start();
            var address = new Uri($"http://127.0.0.1:{((System.Net.IPEndPoint)listener.LocalEndpoint).Port}");
            listener.Stop();
            var app = WebServer.Build(new WebSettings(path, [address], null, () => "2031-05-10T12:00:00Z", "Edda"));
            await app.StartAsync();
            return new Served(app, new HttpClient { BaseAddress = address });
        }

        public Task<string> Page(string address) => http.GetStringAsync(new Uri(address, UriKind.Relative));

        public async ValueTask DisposeAsync()
        {
            http.Dispose();
            await app.StopAsync();
            await app.DisposeAsync();
        }
    }
}
