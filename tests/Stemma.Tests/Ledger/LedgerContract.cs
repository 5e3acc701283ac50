using Stemma.Corpus;
using Stemma.Ledger;

namespace Stemma.Tests.Ledger;

/// <summary>What every ledger promises; a store proves itself by a subclass that says how to open one.</summary>
public abstract class LedgerContract
{
    private const string Noon = "2031-05-09T12:00:00Z";

    protected abstract ILedger Open();

    [Fact]
    public void What_is_kept_comes_back_as_it_was()
    {
        using var ledger = Open();
        var kept = Keep(ledger, LomPages.Page(LomPages.WireText, "w1", "North Wire"));

        Assert.Equal("w1", kept.Article.Id);
        Assert.Equal(FindingsJson.Line(kept), FindingsJson.Line(ledger.Findings("w1")));
        Assert.Equal(FindingsJson.Line(kept), FindingsJson.Line(ledger.Machine("w1")));
        Assert.Equal(FindingsJson.Line(kept), FindingsJson.Line(Assert.Single(ledger.AllFindings())));
        var original = ledger.Original("w1");
        Assert.Equal(LomPages.WireText, original.Page.Content);
        Assert.Equal(System.Text.Encoding.UTF8.GetBytes(LomPages.WireText), original.Page.Original.ToArray());
        Assert.Equal(Noon, original.Came);
        Assert.Equal("North Wire", original.Page.Carried.Outlet);
        Assert.Null(ledger.Overlay("w1"));
        Assert.Empty(Verifier.Check(ledger));
    }

    [Fact]
    public void The_same_article_twice_changes_nothing()
    {
        using var ledger = Open();
        Keep(ledger, LomPages.Page(LomPages.WireText, outlet: "North Wire"));
        var before = State(ledger);

        var again = new Recorder(ledger, () => "2031-05-10T00:00:00Z", LomPages.Reader).Keep(LomPages.Page(LomPages.WireText, outlet: "North Wire", file: "elsewhere.txt"));

        Assert.Equal(OutcomeKind.Known, again.Kind);
        Assert.Equal(before, State(ledger));
    }

    [Fact]
    public void The_same_words_of_another_outlet_are_another_article()
    {
        using var ledger = Open();
        Keep(ledger, LomPages.Page(LomPages.WireText, outlet: "North Wire"));
        Keep(ledger, LomPages.Page(LomPages.WireText, outlet: "Harbour Post"));
        Assert.Equal(2, ledger.Articles().Count);
    }

    [Fact]
    public void Without_an_identifier_given_an_article_is_called_by_its_content()
    {
        using var one = Open();
        using var other = new MemoryLedger();
        var first = Keep(one, LomPages.Page(LomPages.WireText, outlet: "North Wire"));
        Keep(other, LomPages.Page(LomPages.PostText, outlet: "Harbour Post"));
        var second = Keep(other, LomPages.Page(LomPages.WireText, outlet: "North Wire", file: "x.txt"));
        Assert.Equal(first.Article.Id, second.Article.Id);
        Assert.Equal(13, first.Article.Id.Length);
    }

    [Fact]
    public void An_identifier_that_two_articles_came_with_is_nobodys_whichever_came_first()
    {
        using var one = Open();
        using var other = Open();
        var pages = new[] { LomPages.Page(LomPages.WireText, "1", "North Wire"), LomPages.Page(LomPages.PostText, "1", "Harbour Post"), LomPages.Page("A docker saw it.", "1") };
        foreach (var page in pages)
        {
            Keep(one, page);
        }

        foreach (var page in pages.Reverse())
        {
            Keep(other, page);
        }

        Assert.Equal(one.Articles().Select(a => a.Id), other.Articles().Select(a => a.Id));
        Assert.Equal(3, one.Articles().Count);
        Assert.All(one.Articles(), a => Assert.Equal("1", a.Given));
        Assert.DoesNotContain(one.Articles(), a => a.Id == "1");
        Assert.Equal(OutcomeKind.Known, new Recorder(one, () => Noon, LomPages.Reader).Keep(pages[0]).Kind);
    }

    [Fact]
    public void An_article_is_kept_whole_or_not_at_all()
    {
        using var ledger = Open();
        Keep(ledger, LomPages.Page(LomPages.WireText, "w1"));
        var before = State(ledger);

        Assert.Throws<InvalidOperationException>(() => ledger.Alone<int>(() =>
        {
            Keep(ledger, LomPages.Page(LomPages.PostText, "p1"));
            ledger.Refuse(new Refusal("x", "y"), Noon);
            throw new InvalidOperationException("struck by lightning");
        }));

        Assert.Equal(before, State(ledger));
        Assert.Throws<KeyNotFoundException>(() => ledger.Findings("p1"));
        Assert.Empty(ledger.Search("roof", 10));
    }

    [Fact]
    public void Many_at_once_are_kept_as_one_after_the_other()
    {
        var pages = Enumerable.Range(0, 50).Select(n => LomPages.Page($"Guard {n} said “gate {n} was open”. He said it was noon.", $"g{n % 45}", "North Wire", file: $"{n}.txt")).ToList();
        pages.Insert(7, pages[3]);
        pages.Insert(20, LomPages.Page(" \n", file: "empty.txt"));
        pages.Insert(30, LomPages.Page("Stone Stone. It said nothing.", file: "stone.txt"));
        var stumbling = LomPages.Reader with { Read = page => page.File == "stone.txt" ? throw new InvalidOperationException("stone") : LomPages.Reader.Read(page) };
        using ILedger one = Open(), many = new MemoryLedger();

        var alone = pages.ConvertAll(p => new Recorder(one, () => Noon, stumbling).Keep(p));
        var together = new Recorder(many, () => Noon, stumbling with { ReadTogether = some => [.. some.Select(stumbling.Read)] })
            .KeepAll(pages.Select(p => new Stemma.Articles.Intake.Taken(p, null)), 3).ToList();

        Assert.Equal(alone.Select(o => (o.Kind, o.File, o.Findings?.Article.Id, o.Refusal?.Message)), together.Select(o => (o.Kind, o.File, o.Findings?.Article.Id, o.Refusal?.Message)));
        Assert.Equal(State(one), State(many));
        Assert.Equal(["empty.txt", "stone.txt"], many.Refusals().Select(r => r.File));
    }

    [Fact]
    public void What_goes_wrong_among_many_leaves_what_was_kept_before_and_nothing_half()
    {
        using var ledger = Open();
        Keep(ledger, LomPages.Page(LomPages.WireText, "w1"));
        var before = State(ledger);
        var calls = 0;
        var recorder = new Recorder(ledger, () => ++calls == 3 ? throw new IOException("no clock") : Noon, LomPages.Reader);
        var pages = Enumerable.Range(0, 5).Select(n => new Stemma.Articles.Intake.Taken(LomPages.Page($"Guard {n} said “gate {n} was open”.", $"g{n}"), null)).ToList();

        Assert.Throws<IOException>(() => recorder.KeepAll(pages, 1).Count());
        Assert.Equal(before, State(ledger));

        Assert.Equal(5, recorder.KeepAll(pages, 1).Count(o => o.Kind == OutcomeKind.Added));
        Assert.Equal(6, ledger.Articles().Count);
    }

    [Fact]
    public void What_two_articles_share_is_kept_with_places_in_both_and_goes_when_one_is_kept_anew()
    {
        using var ledger = Open();
        var wire = Keep(ledger, LomPages.Page(LomPages.WireText, "w1"));
        var page = LomPages.Page(LomPages.PostText, "p1");
        var post = LomPages.Read(page, "7");
        var pair = new PairFindings
        {
            First = "p1",
            Second = "w1",
            SameStory = 0.8,
            Passages = [new Passage(new ArticleSpan("p1", Spans.Of(10, 20)), new ArticleSpan("w1", Spans.Of(20, 30)), 1, ["hedge dropped: allegedly"])],
            SameActors = [new Tie("a1", "a1", 0.9, "same name")],
            Disputes = [new Dispute("d", DisputeRelation.Denies, ["s1", "s2"], Slot.Agent, "why", [new ArticleSpan("w1", Spans.Of(19, 29))], 0.7)],
        };
        ledger.Keep(new Parcel(page, Noon, post, null, new ArticleKeys("p1", 0, [1, 2], [ulong.MaxValue]), [pair]));

        var back = Assert.Single(ledger.Pairs());
        Assert.Equal(Spans.Of(20, 30), back.Passages[0].To.Span);
        Assert.Equal("hedge dropped: allegedly", Assert.Single(back.Passages[0].Changed));
        Assert.Equal(Spans.Of(19, 29), back.Disputes[0].Spans[0].Span);
        Assert.Equal(pair.SameActors[0], back.SameActors[0]);
        var keys = Assert.Single(ledger.Keys(ledger.Articles().Single(a => a.Id == "w1").Place));
        Assert.Equal([1UL, 2UL], keys.Reuse);
        Assert.Equal([ulong.MaxValue], keys.Story);

        ledger.Keep(new Parcel(LomPages.Page(LomPages.WireText, "w1"), Noon, wire, null, new ArticleKeys("w1", 0, [], []), []));
        Assert.Empty(ledger.Pairs());
    }

    [Fact]
    public void Refusals_are_remembered_once()
    {
        using var ledger = Open();
        ledger.Refuse(new Refusal("b.pdf", "no text in it."), Noon);
        ledger.Refuse(new Refusal("a.txt", "empty."), Noon);
        ledger.Refuse(new Refusal("b.pdf", "no text in it."), Noon);
        Assert.Equal(["a.txt", "b.pdf"], ledger.Refusals().Select(r => r.File));
    }

    [Fact]
    public void A_line_of_the_log_that_does_not_follow_the_last_is_refused()
    {
        using var ledger = Open();
        var first = CorrectionLog.Line(null, Note("one"));
        ledger.Append(first);
        Assert.Throws<ArgumentException>(() => ledger.Append(CorrectionLog.Line(null, Note("two"))));
        var second = CorrectionLog.Line(first, Note("two"));
        ledger.Append(second);
        Assert.Equal([first, second], ledger.Log());
        Assert.Empty(CorrectionLog.Check(ledger.Log()));
    }

    [Fact]
    public void A_search_finds_statements_then_articles_by_all_their_words()
    {
        using var ledger = Open();
        Keep(ledger, LomPages.Page(LomPages.WireText, "w1"));
        Keep(ledger, LomPages.Page(LomPages.PostText, "p1"));

        Assert.Equal(["p1", "w1"], ledger.Search("SHELLS bank", 10).Select(h => h.Article).Order(StringComparer.Ordinal));
        Assert.All(ledger.Search("shells bank", 10), h => Assert.NotNull(h.Statement));
        Assert.Equal("s2", Assert.Single(ledger.Search("roof", 10)).Statement);
        var inTheArticle = ledger.Search("\"blast at\"", 10);
        Assert.Equal(["p1", "w1"], inTheArticle.Select(h => h.Article).Order(StringComparer.Ordinal));
        Assert.Equal("Blast at", inTheArticle.Single(h => h.Article == "w1").Span.Of(LomPages.WireText));
        Assert.All(inTheArticle, h => Assert.Null(h.Statement));
        Assert.Equal("s2", Assert.Single(ledger.Search("\"nothing was fired\"", 10)).Statement);
        Assert.Empty(ledger.Search("\"fired was nothing\"", 10));
        Assert.NotEmpty(ledger.Search("noth*", 10));
        Assert.Empty(ledger.Search("noth", 10));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"")]
    [InlineData("NEAR( AND OR NOT ) * ^ : - {}")]
    [InlineData("content : x'; DROP TABLE article; --")]
    public void A_search_takes_anything_a_person_types(string words)
    {
        using var ledger = Open();
        Keep(ledger, LomPages.Page(LomPages.WireText, "w1"));
        Assert.Empty(ledger.Search(words, 10));
        Assert.Single(ledger.Articles());
    }

    [Fact]
    public void What_was_worked_out_of_a_case_is_kept_until_anything_changes()
    {
        using var ledger = Open();
        Keep(ledger, LomPages.Page(LomPages.WireText, "w1"));
        var (before, reading) = (ledger.Change, WholeCase.Read(ledger).Reading);

        ledger.KeepReading("this build", before, reading);
        Assert.Equal(Line(reading), Line(ledger.Reading("this build")!));
        Assert.Null(ledger.Reading("another build"));

        Keep(ledger, LomPages.Page(LomPages.PostText, "p1"));
        Assert.NotEqual(before, ledger.Change);
        Assert.Null(ledger.Reading("this build"));
        ledger.KeepReading("this build", before, reading);
        Assert.Null(ledger.Reading("this build"));

        ledger.KeepReading("this build", ledger.Change, reading);
        Reject(ledger, "w1", "s2");
        Assert.Null(ledger.Reading("this build"));

        static string Line(CaseReading kept) => System.Text.Json.JsonSerializer.Serialize(kept, FindingsJson.Options);
    }

    [Fact]
    public void A_case_that_was_read_before_is_the_case_as_read_anew()
    {
        using var ledger = Open();
        Keep(ledger, LomPages.Page(LomPages.WireText, "w1", "North Wire"));
        Keep(ledger, LomPages.Page(LomPages.PostText, "p1", "Harbour Post"));
        var anew = Lines();
        Assert.Equal(anew, Lines());
        Reject(ledger, "w1", "s2");
        Assert.NotEqual(anew, Lines());

        string Lines() => string.Join('\n', Stemma.Views.ExportLines.Of(WholeCase.Read(ledger)));
    }

    [Fact]
    public void A_newer_reader_reads_again_and_corrections_stay()
    {
        using var ledger = Open();
        var old = new Recorder(ledger, () => Noon, LomPages.ReaderOf("7"));
        old.Keep(LomPages.Page(LomPages.WireText, "w1"));
        var all = WholeCase.Read(ledger);
        Reject(ledger, "w1", "s2");

        var newer = new Recorder(ledger, () => Noon, LomPages.ReaderOf("8"));
        Assert.Equal(1, newer.ReadAgain());
        Assert.Equal(0, newer.ReadAgain());

        Assert.Equal("8", ledger.Machine("w1").Reader);
        Assert.Equal(2, ledger.Machine("w1").Statements.Count);
        Assert.Equal("s1", Assert.Single(ledger.Findings("w1").Statements).Id);
        Assert.Equal("s2", Assert.Single(ledger.Overlay("w1")!.Rejected).Id);
        Assert.DoesNotContain(ledger.Search("denied", 10), h => h.Statement is not null);
        Assert.Empty(all.Orphans);
    }

    [Fact]
    public void What_an_older_reader_found_otherwise_is_kept_beside()
    {
        using var ledger = Open();
        var less = LomPages.ReaderOf("7");
        new Recorder(ledger, () => Noon, less with { Read = page => less.Read(page) is var all ? all with { Statements = [.. all.Statements.Take(1)] } : all }).Keep(LomPages.Page(LomPages.WireText, "w1"));
        new Recorder(ledger, () => Noon, less).Keep(LomPages.Page(LomPages.PostText, "p1"));
        Assert.Empty(ledger.ReadOtherwise());
        Assert.Null(ledger.Earlier("w1"));

        new Recorder(ledger, () => Noon, LomPages.ReaderOf("8")).ReadAgain();
        Assert.Equal(["w1"], ledger.ReadOtherwise());
        Assert.Equal("7", ledger.Earlier("w1")!.Reader);
        Assert.Single(ledger.Earlier("w1")!.Statements);
        Assert.Equal(2, ledger.Machine("w1").Statements.Count);

        // A correction works the article out again; the earlier reading stays.
        Reject(ledger, "w1", "s2");
        Assert.Single(ledger.Earlier("w1")!.Statements);
        Assert.Null(ledger.Earlier("p1"));
    }

    [Fact]
    public void Texts_with_strange_signs_are_kept_exactly()
    {
        using var ledger = Open();
        foreach (var text in new[] { "e\u0301 👩‍🚒\u200B\uFEFF “’„«", new string('x', 300_000), "a\u0000b", "\u202Eabc" })
        {
            var kept = Keep(ledger, LomPages.Page(text));
            Assert.Equal(text, ledger.Findings(kept.Article.Id).Article.Text);
            Assert.Equal(text, ledger.Original(kept.Article.Id).Page.Content);
        }

        Assert.Empty(Verifier.Check(ledger));
    }

    protected static void Reject(ILedger ledger, string article, string statement)
    {
        var findings = ledger.Machine(article);
        ledger.Append(CorrectionLog.Line(ledger.Log().LastOrDefault(), new Correction("", Noon, "tester", "reject", Pointing.At(findings, findings.Statements.Single(s => s.Id == statement), null), null, null, null, "")));
        new Recorder(ledger, () => Noon, LomPages.ReaderOf(findings.Reader)).LayAgain(article);
    }

    private static ArticleFindings Keep(ILedger ledger, RawPage page) => new Recorder(ledger, () => Noon, LomPages.Reader).Keep(page).Findings!;

    private static Correction Note(string words) => new("", Noon, "tester", "note", new CorrectionTarget(null, null, null, "x"), null, words, null, "");

    private static string State(ILedger ledger) => string.Join(
        '\n',
        ledger.Articles().Select(a => a.ToString())
            .Concat(ledger.AllFindings().Select(FindingsJson.Line))
            .Concat(ledger.Refusals().Select(r => r.ToString()))
            .Concat(ledger.Log())
            .Append($"{ledger.Pairs().Count} pairs"));
}

public sealed class MemoryLedgerTests : LedgerContract
{
    protected override ILedger Open() => new MemoryLedger();
}
