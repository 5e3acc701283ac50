using static Stemma.Tests.Corpus.Reuse.Newsroom;

namespace Stemma.Tests.Corpus.Reuse;

/// <summary>Which words did articles take, and from whom?</summary>
public sealed class ReuseTests
{
    private const string OwnWords =
        "A beekeeper above the quay watched the sky turn orange and woke the whole street with a hand bell.\n\n" +
        "By breakfast the bakery had run out of bread, and the ferry to Marshland was moved to the fish market.\n\n" +
        "The school will stay shut until its windows are boarded up, a teacher wrote on the door.";

    [Fact]
    public void A_copy_under_another_headline_hangs_under_the_agency_it_credits()
    {
        var copy = Wire[(Wire.IndexOf('—') + 2)..] + "\n\n(North Wire)";
        var reading = Read(Article("a", "North Wire", Wire), Article("b", "Harbour Post", copy));

        var hop = Assert.Single(reading.Hops);
        Assert.Equal(("b", "a", HopKind.Stated), (hop.Article, hop.Parent, hop.Kind));
        Assert.Equal("(North Wire)", hop.Evidence[0].Span.Of(copy));
        Assert.InRange(hop.Overlap!.Value, 0.9, 1);
        Assert.Equal(["a", "b"], Assert.Single(reading.Origins).Articles);
    }

    [Fact]
    public void A_copy_of_a_copy_hangs_under_the_paper_whose_own_paragraph_it_inherits()
    {
        var body = Wire[(Wire.IndexOf('—') + 2)..];
        var first = body + "\n\nOur reader Joss Tarn photographed the second silo from his kitchen and sent the pictures to our desk at once.";
        var second = first.Replace("Four cranes fell", "Several cranes fell", StringComparison.Ordinal);
        var reading = Read(Article("c", "Inland Times", second), Article("b", "Harbour Post", first), Article("a", "North Wire", Wire));

        Assert.Equal(["b>a", "c>b"], reading.Hops.Select(h => $"{h.Article}>{h.Parent}"));
    }

    [Fact]
    public void Two_reporters_who_heard_one_speaker_copied_nothing()
    {
        var quotation = "\"Nobody here was warned before the first tank went up, and no telephone rang in the control room until the smoke had cleared,\"";
        var reading = Read(
            Article("a", "Harbour Post", OwnWords + $"\n\nWith soot on his sleeves the man in charge found plain words: {quotation} said Orlin Voss."),
            Article("b", "Inland Times", $"There was anger at the barrier this morning. {quotation} the harbour master shouted over the engines, then left.\n\nTrains to Vardia are running again."));

        Assert.Empty(reading.Hops);
        Assert.Equal(2, reading.Origins.Count);
        var passage = Assert.Single(reading.Passages);
        Assert.All(passage.From.Span, s => Assert.True(s.Length <= quotation.Length));
    }

    [Fact]
    public void A_line_under_everything_an_outlet_prints_is_no_copy()
    {
        const string footer = "\n\nThe Harbour Post relies on its readers. If you value independent local journalism, please consider a subscription today.";
        var reading = Read(
            Article("a", "Harbour Post", OwnWords + footer),
            Article("b", "Harbour Post", Wire[(Wire.IndexOf('—') + 2)..] + footer));

        Assert.Empty(reading.Passages);
        Assert.Empty(reading.Hops);
    }

    [Fact]
    public void An_article_out_of_two_reports_has_two_parents_and_two_origins()
    {
        var reading = Read(
            Article("a", "North Wire", Wire),
            Article("b", "Coastal Press Agency", "MARSHLAND, May 4 (Coastal Press Agency) — " + OwnWords),
            Article("c", "Daily Ledger", Wire[(Wire.IndexOf('—') + 2)..] + "\n\n" + OwnWords));

        Assert.Equal(["a", "b"], reading.Hops.Where(h => h.Article == "c").Select(h => h.Parent).Order());
        Assert.Equal(2, reading.Origins.Count);
        Assert.All(reading.Origins, o => Assert.Contains("c", o.Articles));
    }

    [Fact]
    public void Any_order_of_arrival_gives_the_same_reading()
    {
        var body = Wire[(Wire.IndexOf('—') + 2)..];
        ArticleFindings[] articles =
        [
            Article("a", "North Wire", Wire, "2031-05-04"),
            Article("b", "Harbour Post", body.Replace("allegedly ", "", StringComparison.Ordinal) + "\n\n" + OwnWords[..99], "2031-05-05"),
            Article("c", "Inland Times", body[..400] + "\n\nFrom Harbour Post", "2031-05-03"),
            Article("d", "Coastal Press Agency", OwnWords),
            Article("e", null, OwnWords.Replace("bread", "rolls", StringComparison.Ordinal)),
        ];
        var expected = Told(Read(articles));
        foreach (var order in new[] { new[] { 4, 3, 2, 1, 0 }, [2, 0, 4, 1, 3], [1, 4, 0, 3, 2] })
        {
            Assert.Equal(expected, Told(Read([.. order.Select(i => articles[i])])));
        }
    }

    [Fact]
    public void A_story_in_a_hundred_papers_is_read_the_same_in_any_order()
    {
        var body = Wire[(Wire.IndexOf('—') + 2)..];
        ArticleFindings[] articles = [Article("p000", "North Wire", Wire), .. Enumerable.Range(1, 99).Select(i =>
            Article($"p{i:D3}", $"Paper {i}", (i % 3 == 0 ? body[..420] : body) + $"\n\nReader number {i} of our paper wrote a letter about it."))];
        var reading = Read(articles);

        Assert.Equal(Told(reading), Told(Read([.. articles.Reverse()])));
        Assert.Equal(Told(reading), Told(Read([.. articles.OrderBy(a => a.Article.Id[3]).ThenBy(a => a.Article.Id[2])])));
        Assert.Equal(100, Assert.Single(reading.Origins).Articles.Count);
    }

    [Fact]
    public void A_later_version_of_a_page_is_no_hop_and_no_new_origin()
    {
        var body = Wire[(Wire.IndexOf('—') + 2)..];
        var reading = Read(
            Article("a", "Harbour Post", body, "2031-05-04", "https://harbour.example/1"),
            Article("b", "Harbour Post", body.Replace("fourteen", "twenty-two", StringComparison.Ordinal), "2031-05-06", "https://harbour.example/1"));

        Assert.Empty(reading.Hops);
        Assert.Equal(["a", "b"], Assert.Single(reading.Origins).Articles);
    }

    [Theory]
    [InlineData("\r\n\r\n", " ")]
    [InlineData("\n\n", "\u00a0")]
    [InlineData("\n📰 🌾\n", " ")]
    public void Line_ends_spaces_marks_and_signs_beyond_the_first_plane_change_nothing_and_positions_hold(string gap, string space)
    {
        var body = Wire[(Wire.IndexOf('—') + 2)..];
        var typeset = "🚢 " + body.Replace("\n\n", gap, StringComparison.Ordinal).Replace(". ", "." + space, StringComparison.Ordinal)
            .Replace("\"Nobody", "“Nobody", StringComparison.Ordinal).Replace(" \"", " “", StringComparison.Ordinal).Replace("\"", "”", StringComparison.Ordinal);
        var reading = Read(Article("a", "North Wire", Wire), Article("b", "Harbour Post", typeset));

        Assert.Equal(1, reading.Passages.Max(p => p.Similarity));
        Assert.Contains(reading.Passages, p => p.From.Span.Of(typeset).EndsWith("expects the toll to climb.", StringComparison.Ordinal));
        Assert.All(reading.Passages, p => Assert.Empty(p.Changed));
        Assert.All(reading.Passages.SelectMany(p => p.From.Span), s => Assert.InRange(s.End, s.Begin + 1, typeset.Length));
        Assert.Equal("a", Assert.Single(reading.Hops).Parent);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n")]
    [InlineData("Fire.")]
    [InlineData("🔥🔥🔥")]
    public void A_text_of_hardly_a_word_shares_nothing(string text)
    {
        var reading = Read(Article("a", "North Wire", Wire), Article("b", "Harbour Post", text), Article("c", "Inland Times", text));

        Assert.Empty(reading.Passages);
        Assert.Equal(3, reading.Origins.Count);
    }

    [Fact]
    public void A_very_long_text_is_laid_beside_its_copy_in_no_time()
    {
        var random = new Random(7);
        var text = string.Concat(Enumerable.Range(0, 60_000).Select(i => $"w{random.Next(4000)}{(i % 17 == 16 ? ". W" : " ")}"));
        var reading = Read(Article("a", "North Wire", text), Article("b", "Harbour Post", text + " (North Wire)"));

        Assert.Equal("a", Assert.Single(reading.Hops).Parent);
    }

    [Theory]
    [InlineData("allegedly ", "", "hedge dropped: allegedly")]
    [InlineData("Four cranes", "Reportedly four cranes", "hedge added: reportedly")]
    [InlineData("\"hostile fable\"", "hostile fable", "quotation marks dropped: hostile fable")]
    [InlineData("before the first tank went up", "before the tank blew", "quotation changed: Nobody here was warned before the first tank went up,")]
    public void What_was_lost_on_the_way_is_told(string before, string after, string change)
    {
        var copy = Wire[(Wire.IndexOf('—') + 2)..].Replace(before, after, StringComparison.Ordinal);
        var reading = Read(Article("a", "North Wire", Wire), Article("b", "Harbour Post", copy));

        Assert.Equal([change], reading.Passages.SelectMany(p => p.Changed));
    }

    [Fact]
    public void An_outlet_that_is_named_but_has_no_article_here_is_a_hop_without_a_parent()
    {
        var reading = Read(Article("a", "Harbour Post", OwnWords, chain:
        [
            new("Inland Times", ChainRelation.SyndicatedFrom, Spans.Of(0, 5)),
            new("North Wire", ChainRelation.FirstAppearedOn, Spans.Of(6, 9)),
        ]));

        Assert.Equal(["Harbour Post>Inland Times", "Inland Times>North Wire"], reading.Hops.Select(h => $"{h.From}>{h.To}"));
        Assert.All(reading.Hops, h => Assert.Null(h.Parent));
    }

    [Fact]
    public void What_a_person_says_of_a_parent_goes_before_what_was_found()
    {
        var body = Wire[(Wire.IndexOf('—') + 2)..];
        ArticleFindings[] articles = [Article("a", "North Wire", Wire), Article("b", "Harbour Post", body + " (North Wire)"), Article("c", "Inland Times", body + " (North Wire)")];
        var pairs = PairsOf(articles);

        var set = Stemma.Corpus.CorpusReader.Read(articles, pairs, new() { Parents = [new("c", "b")] });
        Assert.Equal(["b>a", "c>b"], set.Hops.Select(h => $"{h.Article}>{h.Parent}"));
        var none = Stemma.Corpus.CorpusReader.Read(articles, pairs, new() { Parents = [new("c", null)] });
        Assert.Equal(["b>a"], none.Hops.Select(h => $"{h.Article}>{h.Parent}"));
        Assert.Equal(2, none.Origins.Count);
        var turned = Stemma.Corpus.CorpusReader.Read(articles, pairs, new() { Parents = [new("a", "b")] });
        Assert.Equal(["a>b", "c>a"], turned.Hops.Select(h => $"{h.Article}>{h.Parent}"));
    }

    private static string Told(CaseReading reading) => string.Join('\n',
        reading.Passages.Select(p => $"{p.From.Article}{p.From.Span}{p.To.Article}{p.To.Span}{p.Similarity}{string.Join(',', p.Changed)}")
            .Concat(reading.Hops.Select(h => $"{h.Article}>{h.Parent} {h.Kind} {h.Overlap}"))
            .Concat(reading.Origins.Select(o => $"{o.Id} {string.Join(',', o.Articles)} {o.Why}")));
}
