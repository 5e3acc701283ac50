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
    public async Task Days_that_are_told_otherwise_stand_one_over_the_other_by_voice()
    {
        var path = Path.Combine(_folder, "days.db");
        using (var ledger = SqliteLedger.Open(path, Access.Make))
        {
            var to = new Recorder(ledger, () => "2031-05-09T12:00:00Z");
            to.Keep(Page("LOM — The old pier at Lom collapsed on Monday, 5 May, the harbour master, Ona Brill, said. Two people were hurt when the pier at Lom collapsed.", "t1", day: "2031-05-08"));
            to.Keep(Page("LOM — The old pier at Lom collapsed on Sunday, 4 May, the transport ministry said in a statement. Two people were hurt when the pier at Lom collapsed.", "t2", day: "2031-05-08"));
        }

        await using var served = await Served.Of(path);
        var timeline = await served.Page("/timeline");
        var picture = timeline[timeline.IndexOf("<svg", StringComparison.Ordinal)..timeline.IndexOf("</svg>", StringComparison.Ordinal)];
        Assert.Equal(2, picture.Split("class=\"bar disputed\"").Length - 1);
        Assert.Contains("transport ministry", picture, StringComparison.Ordinal);
        Assert.Equal(2, timeline.Split(">told otherwise too<").Length - 1);

        // A bar that stands for several leads to them all.
        Assert.Contains("/timeline?lane=published&amp;on=2031-05-08#table", picture, StringComparison.Ordinal);
        Assert.Contains("2 marks", await served.Page("/timeline?lane=published&on=2031-05-08"), StringComparison.Ordinal);
        Assert.Contains("0 marks", await served.Page("/timeline?on=%3Cscript%3E"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_that_says_neither_by_whom_nor_when_is_asked_for_both_and_an_empty_case_for_articles()
    {
        var path = Path.Combine(_folder, "unsaid.db");
        using (var ledger = SqliteLedger.Open(path, Access.Make))
        {
        }

        await using (var empty = await Served.Of(path))
        {
            Assert.Contains("Nothing is in this case yet", await empty.Page("/"), StringComparison.Ordinal);
            foreach (var page in new[] { "/ledger", "/accounts", "/tree" })
            {
                Assert.Contains("Add some", await empty.Page(page), StringComparison.Ordinal);
            }
        }

        using (var ledger = SqliteLedger.Open(path, Access.Make))
        {
            new Recorder(ledger, () => "2031-05-09T12:00:00Z").Keep(Page("The pier at Lom was shut, the harbour master, Ona Brill, said.", "u1") with { Carried = new Said() });
        }

        await using var served = await Served.Of(path);
        var first = await served.Page("/");
        Assert.Contains("/articles?missing=outlet", first, StringComparison.Ordinal);
        Assert.Contains("/articles?missing=day", first, StringComparison.Ordinal);

        // A day as people write it; what cannot be done is told with the way back, and changes nothing.
        var asked = await served.Page("/articles?missing=outlet");
        Assert.Contains("name=\"published\"", asked, StringComparison.Ordinal);
        var refused = await served.Post("/correct", asked, ("verb", "articles"), ("target", "u1"), ("outlet", "Harbour Post"), ("published", "last Tuesday"), ("back", "/articles?missing=outlet"));
        Assert.Contains("is no date", refused, StringComparison.Ordinal);
        Assert.Contains("href=\"/articles?missing=outlet\"", refused, StringComparison.Ordinal);
        Assert.Contains("/articles?missing=outlet", await served.Page("/"), StringComparison.Ordinal);

        await served.Post("/correct", asked, ("verb", "articles"), ("target", "u1"), ("outlet", "Harbour Post"), ("published", "4 May 2031"), ("back", "/"));
        var said = await served.Page("/article/u1");
        Assert.Contains("Harbour Post · 4 May 2031", said.Replace("&#xB7;", "·", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("/articles?missing", await served.Page("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_first_denied_and_later_admitted_stands_on_the_actors_page_with_the_words_that_say_so()
    {
        var path = Path.Combine(_folder, "turn.db");
        string actor;
        using (var ledger = SqliteLedger.Open(path, Access.Make))
        {
            var to = new Recorder(ledger, () => "2031-05-13T12:00:00Z");
            to.Keep(Page("The Vardian defence ministry denied on Monday that its forces had shelled the grain terminal in the port of Lom, where a fire killed four dock workers.", "t1", day: "2031-05-05"));
            to.Keep(Page("The Vardian defence ministry admitted on Monday that its forces had shelled the grain terminal in the port of Lom by mistake.", "t2", day: "2031-05-12"));
            actor = Assert.Single(WholeCase.Read(ledger).Reading.Turns).Actor;
        }

        await using var served = await Served.Of(path);
        var page = await served.Page($"/actor/{actor}");
        var turns = page[page.IndexOf("Told otherwise over time", StringComparison.Ordinal)..];
        var places = new[] { ">denied on Monday that its forces", "5 May 2031, ", "later admitted", ">admitted on Monday that its forces", "12 May 2031, " }.Select(w => turns.IndexOf(w, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);

        // The two statements also stand against each other: that is the same change, told once.
        Assert.DoesNotContain("later told otherwise", turns, StringComparison.Ordinal);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void What_a_person_rejected_does_not_come_back_as_the_outlets_own_and_its_own_telling_in_a_dispute_can_be_rejected()
    {
        const string Shut = "LOM — The pier at Lom handles about 40 percent of the grain of Vardia. Ona Brill, the harbour master, said the pier was shut.";
        const string Otherwise = "LOM — The pier at Lom handles about 60 percent of the grain of Vardia, Tam Reker told the Harbour Post. The pier was shut.";
        using var ledger = SqliteLedger.Open(Path.Combine(_folder, "own.db"), Access.Make);
        var to = new Recorder(ledger, () => "2031-05-09T12:00:00Z");
        to.Keep(Page(Shut, "o1", day: "2031-05-08"));
        to.Keep(Page(Otherwise, "o2", day: "2031-05-08"));
        var corrector = new Corrector(ledger, to, "Edda", () => "2031-05-09T12:00:00Z");
        var all = WholeCase.Read(ledger);
        var own = Assert.Single(all.Reading.Statements, s => s.Statement.Rule == Statement.ToldInDispute);
        Assert.Equal("o1", own.Article);

        corrector.Reject(all, own, "known to all");
        all = WholeCase.Read(ledger);
        Assert.Empty(all.Orphans);
        Assert.Equal(StatementState.Rejected, Assert.Single(all.Reading.Statements, s => s.Statement.Id == own.Statement.Id).State);

        corrector.Accept(all, all.Statement(own.Statement.Id)!, null);
        all = WholeCase.Read(ledger);
        Assert.Equal(StatementState.Accepted, Assert.Single(all.Reading.Statements, s => s.Statement.Id == own.Statement.Id).State);

        var reported = all.Reading.Statements.Single(s => s.Article == "o2" && s.Statement.Voice == Voice.Reported);
        corrector.Reject(all, reported, null);
        Assert.DoesNotContain(WholeCase.Read(ledger).Reading.Statements, s => s.Article == "o2" && s.State != StatementState.Rejected && s.Statement.Content.Overlaps(reported.Statement.Content));
    }

    [Theory]
    [InlineData("ona", 2)]
    [InlineData("on*", 2)]
    [InlineData("on* pier", 1)]
    [InlineData("on* pi*", 1)]
    [InlineData("bri* shut", 1)]
    [InlineData("“ona brill” shut", 1)]
    [InlineData("vos* fir*", 1)]
    [InlineData("vos* pi*", 0)]
    [InlineData("*", 0)]
    public async Task Words_that_only_begin_so_are_found_in_statements_and_in_names(string words, int count)
    {
        var path = Path.Combine(_folder, "words.db");
        using (var ledger = SqliteLedger.Open(path, Access.Make))
        {
            new Recorder(ledger, () => "2031-05-09T12:00:00Z").Keep(Page(Text + "She said that only one crane was left.\n", "w1"));
        }

        await using var served = await Served.Of(path);
        var found = System.Text.Json.Nodes.JsonNode.Parse(await served.Page($"/api/statements?search={Uri.EscapeDataString(words)}"))!;
        Assert.Equal(count, found["count"]!.GetValue<int>());
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

        /// <summary>Hands in a form as a browser would, with the token of the page it stands on; the page that answers.</summary>
        public async Task<string> Post(string address, string from, params (string Name, string Value)[] fields)
        {
            var token = System.Text.RegularExpressions.Regex.Match(from, "name=\"token\" value=\"([^\"]+)\"").Groups[1].Value;
            using var form = new FormUrlEncodedContent(fields.Append(("token", token)).Select(f => new KeyValuePair<string, string>(f.Item1, f.Item2)));
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative)) { Content = form };
            request.Headers.Add("Accept", "text/html");
            using var answer = await http.SendAsync(request);
            return System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        }

        public async ValueTask DisposeAsync()
        {
            http.Dispose();
            await app.StopAsync();
            await app.DisposeAsync();
        }
    }
}
