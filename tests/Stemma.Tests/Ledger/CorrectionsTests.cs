using Stemma.Ledger;

namespace Stemma.Tests.Ledger;

/// <summary>What each verb does to an article's findings, that it can be taken back, and that it outlives a re-read.</summary>
public sealed class CorrectionsTests
{
    private readonly MemoryLedger _ledger = new();
    private int _minute;

    public CorrectionsTests()
    {
        Keep(LomPages.Page(LomPages.WireText, "w1", "North Wire"));
        Keep(LomPages.Page(LomPages.PostText, "p1", "Harbour Post"));
    }

    [Fact]
    public void A_rejected_statement_counts_for_nothing_and_an_undo_brings_it_back()
    {
        var done = Corrector().Reject(Case(), Statement("w1", "s2"), "a caption");
        Assert.Equal(["s1"], Shown("w1").Statements.Select(s => s.Id));
        Assert.Equal(StatementState.Rejected, Layer("w1").States["s2"]);

        var undo = Corrector().Undo(Case(), done.Id, null);
        Assert.Equal(2, Shown("w1").Statements.Count);
        Assert.Null(_ledger.Overlay("w1"));

        Corrector().Undo(Case(), undo.Id, "it was a caption after all");
        Assert.Single(Shown("w1").Statements);
        Assert.Equal(3, _ledger.Log().Count);
        Assert.Empty(CorrectionLog.Check(_ledger.Log()));
    }

    [Fact]
    public void An_act_hedge_evidence_and_edge_are_changed_and_the_machines_own_stay_as_they_were()
    {
        var machine = FindingsJson.Line(_ledger.Machine("w1"));
        Corrector().SetAct(Case(), Statement("w1", "s1"), Act.Accuse, null);
        Corrector().SetHedges(Case(), Statement("w1", "s1"), [At("w1", "north")], null);
        Corrector().SetEvidence(Case(), Statement("w1", "s1"), EvidenceBasis.Told, "two dockers", At("w1", "Tuesday"), null);
        Corrector().SetEdges(Case(), Statement("w1", "s1"), null, Spans.None, At("w1", "the shells came"), null);

        var now = Shown("w1").Statements[0];
        Assert.Equal(Act.Accuse, now.Act);
        Assert.Equal("north", Assert.Single(now.Hedges).Words);
        Assert.Equal(EvidenceBasis.Told, now.Evidence.Basis);
        Assert.Equal("two dockers", now.Evidence.By);
        Assert.True(now.Cue.IsEmpty);
        Assert.Equal("the shells came", now.Content.Of(LomPages.WireText));
        Assert.Equal("Ilse Maren", now.Source.Of(LomPages.WireText));
        Assert.Equal(StatementState.Corrected, Layer("w1").States["s1"]);
        Assert.Empty(Layer("w1").Orphans);
        Assert.Equal(machine, FindingsJson.Line(_ledger.Machine("w1")));
    }

    [Fact]
    public void Several_acts_done_as_one_are_taken_back_by_one_undo_and_restored_by_another()
    {
        var to = Corrector();
        var done = to.Together(() => [to.Reject(Case(), Statement("w1", "s1"), "a caption"), to.Reject(Case(), Statement("w1", "s2"), "a caption"), to.Accept(Case(), Statement("p1", "s1"), null)]);
        Assert.Equal(3, done.Count);
        Assert.Single(done.Select(d => d.Together).Distinct());
        Assert.Empty(Shown("w1").Statements);
        Assert.Equal(StatementState.Accepted, Layer("p1").States["s1"]);

        var undo = Corrector().Undo(Case(), done[0].Together!, "they are no captions");
        Assert.Equal(6, _ledger.Log().Count);
        Assert.Equal(2, Shown("w1").Statements.Count);
        Assert.Null(_ledger.Overlay("p1"));
        Assert.Throws<CannotCorrectException>(() => Corrector().Undo(Case(), done[0].Together!, null));

        Corrector().Undo(Case(), undo.Together!, null);
        Assert.Empty(Shown("w1").Statements);
        Assert.Empty(CorrectionLog.Check(_ledger.Log()));
    }

    [Fact]
    public void Of_several_acts_done_as_one_none_is_done_where_one_cannot_be()
    {
        var to = Corrector();
        Assert.Throws<CannotCorrectException>(() => to.Together(() => [to.Reject(Case(), Statement("w1", "s1"), null), to.SetEdges(Case(), Statement("w1", "s2"), null, null, null, null)]));
        Assert.Empty(_ledger.Log());
        Assert.Equal(2, Shown("w1").Statements.Count);
    }

    [Fact]
    public void A_denial_says_what_it_denies()
    {
        Corrector().SetAct(Case(), Statement("w1", "s1"), Act.Deny, null);
        Assert.Equal(Shown("w1").Statements[0].Content, Shown("w1").Statements[0].Denies);
        Corrector().SetAct(Case(), Statement("w1", "s1"), Act.Say, null);
        Assert.Null(Shown("w1").Statements[0].Denies);
    }

    [Fact]
    public void A_speaker_is_one_of_the_article_or_somebody_new_or_nobody()
    {
        Corrector().SetSpeaker(Case(), Statement("w1", "s1"), new Speaker(null, "orlin voss"), null);
        Assert.Equal("a2", Shown("w1").Statements[0].Actor);

        Corrector().SetSpeaker(Case(), Statement("w1", "s1"), new Speaker(null, "Tamsin Roe"), null);
        var added = Shown("w1").Actors.Single(a => a.Name == "Tamsin Roe");
        Assert.Equal(added.Id, Shown("w1").Statements[0].Actor);

        Corrector().SetSpeaker(Case(), Statement("w1", "s1"), null, null);
        Assert.Null(Shown("w1").Statements[0].Actor);
    }

    [Fact]
    public void A_missed_statement_is_added_at_its_words()
    {
        Corrector().Add(Case(), "w1", At("w1", "Blast at Lom"), null, null, new Speaker(null, "Ilse Maren"), Act.Assert, Form.Indirect, "the headline");
        var added = Shown("w1").Statements[0];
        Assert.Equal("Blast at Lom", added.Content.Of(LomPages.WireText));
        Assert.Equal("a1", added.Actor);
        Assert.Equal(1, added.Confidence);
        Assert.Equal(StatementState.Added, Layer("w1").States[added.Id]);
        Assert.Contains(_ledger.Search("blast", 10), h => h.Statement == added.Id);
    }

    [Fact]
    public void A_day_or_outlet_that_a_person_sets_reaches_the_reader_like_one_said_with_the_input()
    {
        Corrector().SetArticle(Case(), "w1", "The Wire", "2031-05-04", "Staff", "the printed page");
        Assert.Equal("The Wire", Shown("w1").Article.Outlet);
        Assert.Equal("2031-05-04", Shown("w1").Published!.Moment.Edtf);
        Assert.Equal("w1", Shown("w1").Article.Id);
        Assert.Null(_ledger.Machine("w1").Published);
        Assert.Throws<CannotCorrectException>(() => Corrector().SetArticle(Case(), "w1", null, "last Tuesday", null, null));
        Assert.Throws<CannotCorrectException>(() => Corrector().SetArticle(Case(), "w1", null, null, null, null));
    }

    [Fact]
    public void Corrections_find_their_words_again_after_the_text_was_read_anew()
    {
        Corrector().SetAct(Case(), Statement("w1", "s2"), Act.Promise, null);
        Corrector().Reject(Case(), Statement("w1", "s1"), null);

        // A newer reader takes a navigation line from the top and other white space: all places move.
        var moved = LomPages.WireText.Replace("Blast at Lom 😀\r\n\r\n", "News\n\n", StringComparison.Ordinal);
        Recorder(new PageReader("8", page => LomPages.Read(page with { Content = page.Content.Replace(LomPages.WireText, moved, StringComparison.Ordinal) }, "8"))).ReadAgain();

        Assert.Equal(moved, Shown("w1").Article.Text);
        Assert.Equal(Act.Promise, Assert.Single(Shown("w1").Statements).Act);
        Assert.Empty(WholeCase.Read(_ledger).Orphans);
    }

    [Fact]
    public void A_correction_whose_words_are_gone_is_listed_and_not_dropped()
    {
        var done = Corrector().Reject(Case(), Statement("w1", "s1"), null);
        Recorder(new PageReader("8", page => LomPages.Read(page with { Content = "Another text. A docker saw it." }, "8"))).ReadAgain();
        Assert.Equal([done.Id], WholeCase.Read(_ledger).Orphans);
        Assert.Single(_ledger.Log());
    }

    [Fact]
    public void What_people_say_across_articles_becomes_constraints_on_local_findings()
    {
        var all = Case();
        var maren = new CaseActor("A1", "Ilse Maren", ActorKind.Person, null, [new Alias("Ilse Maren", "w1", Mention("w1", "Ilse Maren"))]);
        var other = new CaseActor("A2", "Ilse Maren", ActorKind.Person, null, [new Alias("Ilse Maren", "p1", Mention("p1", "Ilse Maren"))]);
        Corrector().Merge(all, maren, other, null);
        Corrector().SetParent(all, "p1", "w1", null);
        Corrector().SetDispute(all, Statement("w1", "s2"), Statement("p1", "s1"), DisputeRelation.Denies, Slot.Agent, "he answers her");
        Corrector().Join(all, "w1", "p1", null);

        var (constraints, orphans) = CaseActs.Read(CorrectionLog.Standing(_ledger.Log()), [.. _ledger.AllFindings()]);
        Assert.Equal(new FindingPair(new FindingRef("w1", "a1"), new FindingRef("p1", "a1")), Assert.Single(constraints.SameActors));
        Assert.Equal(new SetParent("p1", "w1"), Assert.Single(constraints.Parents));
        Assert.Equal(new TiedDispute(new FindingRef("w1", "s2"), new FindingRef("p1", "s1"), DisputeRelation.Denies, Slot.Agent, "he answers her"), Assert.Single(constraints.Tied));
        Assert.Equal(new FindingPair(new FindingRef("w1", null), new FindingRef("p1", null)), Assert.Single(constraints.Joined));
        Assert.Empty(orphans);

        Corrector().SetDispute(all, Statement("w1", "s2"), Statement("p1", "s1"), null, null, null);
        (constraints, _) = CaseActs.Read(CorrectionLog.Standing(_ledger.Log()), [.. _ledger.AllFindings()]);
        Assert.Empty(constraints.Tied);
        Assert.Single(constraints.Untied);
    }

    [Fact]
    public void A_place_is_found_by_its_words_and_what_stands_around_or_not_at_all()
    {
        const string text = "He said no. She said no. They said nothing at all to us.";
        var second = Spans.Of(text.IndexOf("no. They", StringComparison.Ordinal), text.IndexOf("no. They", StringComparison.Ordinal) + 2);
        var quote = Anchors.QuoteOf(text, second);

        Assert.Equal(second, Anchors.Find(text, quote, second));
        var moved = Anchors.Find("Head.\n\n" + text.Replace(" ", "  ", StringComparison.Ordinal), quote, second);
        Assert.Equal("no", moved!.Of("Head.\n\n" + text.Replace(" ", "  ", StringComparison.Ordinal)));
        Assert.True(moved.Hull.Begin > second.Hull.Begin + 7);
        Assert.Null(Anchors.Find("no no no no", quote, second));
        Assert.Null(Anchors.Find("", quote, second));
    }

    [Fact]
    public void A_chain_that_was_broken_names_the_line()
    {
        Corrector().Note(Case(), "w1", "one", null);
        Corrector().Note(Case(), "w1", "two", null);
        Corrector().Note(Case(), "w1", "three", null);
        var log = _ledger.Log().ToList();
        Assert.Empty(CorrectionLog.Check(log));

        var changed = log.ToList();
        changed[0] = changed[0].Replace("one", "eins", StringComparison.Ordinal);
        Assert.Equal([1, 2], CorrectionLog.Check(changed).Select(c => c.Line));
        Assert.Equal([2], CorrectionLog.Check([log[0], log[2]]).Select(c => c.Line));
        Assert.Equal([3], CorrectionLog.Check([log[0], log[1], "no json"]).Select(c => c.Line));
    }

    private Case Case() => WholeCase.Read(_ledger);

    // As the case would give it: the finding with its place; identifiers are made from content.
    private CaseStatement Statement(string article, string local)
    {
        var findings = Shown(article);
        var statement = findings.Statements.Concat(_ledger.Overlay(article)?.Rejected ?? []).Single(s => s.Id == local);
        return new CaseStatement(statement with { Id = CaseIds.Statement(findings.Article, statement), Actor = null }, article, local, StatementState.Machine);
    }

    private Spans At(string article, string words)
    {
        var at = Shown(article).Article.Text.IndexOf(words, StringComparison.Ordinal);
        return Spans.Of(at, at + words.Length);
    }

    private Spans Mention(string article, string name) => Shown(article).Actors.Single(a => a.Name == name).Mentions[0];

    private ArticleFindings Shown(string article) => _ledger.Findings(article);

    private Overlaid Layer(string article) => _ledger.Overlay(article)!;

    private void Keep(RawPage page) => Recorder(LomPages.Reader).Keep(page);

    private Recorder Recorder(PageReader reader) => new(_ledger, Now, reader);

    private Corrector Corrector() => new(_ledger, Recorder(LomPages.Reader), "tester", Now);

    private string Now() => $"2031-05-09T12:{_minute++:00}:00Z";
}
