using Stemma.Views;

namespace Stemma.Tests.Views;

/// <summary>Who stands against whom, in which words: what is shown first, and that nothing is shown twice.</summary>
public class DisputesViewTests
{
    private const string Denial = "Orlin Voss denied that the silo at Lom had been shelled.";
    private const string Claim = "Ilse Maren said the silo at Lom had been shelled.";

    [Fact]
    public void A_dispute_stands_under_its_happening_alone_with_the_words_of_both_and_their_outlets()
    {
        var all = Case();
        var words = Words(AccountsView.Of(all, AccountsView.Events(all), 100));
        Assert.Equal(1, Count(words, "Orlin Voss denies Ilse Maren"));
        Assert.Contains("“denied that the silo at Lom had been shelled”  Harbour Post", words, StringComparison.Ordinal);
        Assert.Contains("“said the silo at Lom had been shelled”  North Wire", words, StringComparison.Ordinal);
        Assert.True(words.IndexOf("attack at Lom", StringComparison.Ordinal) < words.IndexOf("denies", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(100, "“said the silo at Lom had been shelled”  North Wire")]
    [InlineData(50, "been shelled  North Wire")]
    public void A_hedge_that_is_cut_off_stands_beside_the_words(int width, string line)
    {
        var all = Case(hedge: "been shelled");
        Assert.Contains(line, Words(AccountsView.Of(all, AccountsView.Events(all), width)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_disputed_leads_before_what_is_only_told_in_many_ways() => Assert.Equal(["E2", "E1"], AccountsView.MostDisputed(Case()));

    [Fact]
    public void The_glance_leads_with_the_dispute_and_its_words()
    {
        var words = Words(ShowView.Of(Case(), 100));
        Assert.True(words.IndexOf("attack at Lom", StringComparison.Ordinal) is var first && first >= 0 && first < words.IndexOf("Orlin Voss denies Ilse Maren", StringComparison.Ordinal));
        Assert.True(words.IndexOf("denied that the silo", StringComparison.Ordinal) < words.IndexOf("vote", StringComparison.Ordinal));
    }

    [Fact]
    public void A_dispute_of_no_happening_is_not_lost()
    {
        var all = Case(home: null);
        Assert.Contains("Also in dispute\n  Orlin Voss denies Ilse Maren", Words(ShowView.Of(all, 100)), StringComparison.Ordinal);
        Assert.Equal(1, Count(Words(AccountsView.Of(all, AccountsView.Events(all), 100)), "Orlin Voss denies Ilse Maren"));
    }

    [Fact]
    public void The_report_shows_both_passages_and_both_outlets()
    {
        var page = HtmlReport.Of(Case());
        Assert.Contains("<q>denied that the silo at Lom had been shelled</q> <span class=\"quiet\"><a href=\"#a\">Harbour Post</a>", page, StringComparison.Ordinal);
        Assert.Contains("<q>said the silo at Lom had been shelled</q> <span class=\"quiet\"><a href=\"#b\">North Wire</a>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the silo", "", 20, "the silo")]
    [InlineData("the silo at Lom had been shelled by night", "one says “the silo”, the other “a barge”", 20, "the silo at Lom had…")]
    [InlineData("the silo at Lom had been shelled by night on Sunday", "one says “Sunday”, the other “Monday”", 20, "…on Sunday")]
    [InlineData("", "“”", 20, "")]
    public void An_excerpt_keeps_what_the_reason_quotes(string words, string reason, int width, string shown) => Assert.Equal(shown, DisputesView.Excerpt(words, reason, width));

    [Theory]
    [InlineData("🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂 🙂", "“🙂 🙂”")]
    [InlineData("e\u0301e\u0301e\u0301 e\u0301e\u0301 e\u0301", "“e\u0301e\u0301 e”")]
    [InlineData("noblankstandsinthisoneatallandstillitfits", "one says “still”")]
    public void An_excerpt_fits_its_room(string words, string reason) => Assert.True(Sheet.WidthOf(DisputesView.Excerpt(words, reason, 8)) <= 8);

    [Theory]
    [InlineData("called it a “lie”", "“called it a “lie””")]
    [InlineData("“a lie”", "“a lie”")]
    public void Marks_inside_the_words_stay(string words, string shown) => Assert.Equal(shown, DisputesView.Marked(words));

    private static string Words(Sheet sheet) => sheet.ToString();

    private static int Count(string words, string part) => words.Split(part).Length - 1;

    // A vote told in two ways, and an attack that one tells and one denies.
    private static Case Case(string? home = "E2", string? hedge = null)
    {
        var reading = new CaseReading
        {
            Actors = [new("A1", "Ilse Maren", ActorKind.Person, null, []), new("A2", "Orlin Voss", ActorKind.Person, null, [])],
            Events = [Happening("E1", "vote"), Happening("E2", "attack")],
            Statements = [Said("s1", "a", "A2", 10, Denial), Hedged(Said("s2", "b", "A1", 10, Claim), hedge)],
            Accounts =
            [
                new("K1", "E1", Slot.Where, "Lom", ["s1"], ["A1", "A2"], [], 1, [], null, null),
                new("K2", "E1", Slot.Where, "Ost", ["s2"], ["A1"], [], 1, [], null, null),
                new("K3", "E2", Slot.Where, "Lom", ["s1"], ["A1"], [], 1, [], null, null),
            ],
            Disputes = [new("d", DisputeRelation.Denies, ["s1", "s2"], Slot.What, "one tells it, the other denies it (“denied”)", [new("a", Spans.Of(18, Denial.Length - 1)), new("b", Spans.Of(16, Claim.Length - 1))], 0.8) { Event = home }],
        };
        return new Case("lom.db", [Article("a", "Harbour Post", Denial), Article("b", "North Wire", Claim)], reading, [], [], [], []);
    }

    private static CaseEvent Happening(string id, string kind) => new(id, kind, null, ["Lom"], ["a", "b"], [], null, "");

    private static CaseStatement Said(string id, string article, string actor, int content, string text)
    {
        var cue = text.IndexOf(article == "a" ? "denied" : "said", StringComparison.Ordinal);
        return new(new Statement { Id = id, Form = Form.Indirect, Source = Spans.Of(0, content), Cue = Spans.Of(cue, text.IndexOf(' ', cue)), Content = Spans.Of(text.IndexOf(' ', cue) + 1, text.Length - 1), Actor = actor, Confidence = 1, Rule = "test", About = ["E1", "E2"] }, article, id, StatementState.Machine);
    }

    private static CaseStatement Hedged(CaseStatement said, string? hedge) => hedge is null ? said
        : said with { Statement = said.Statement with { Hedges = [new Hedge(Spans.Of(Claim.IndexOf(hedge, StringComparison.Ordinal), Claim.IndexOf(hedge, StringComparison.Ordinal) + hedge.Length), hedge, null)] } };

    private static ArticleFindings Article(string id, string outlet, string text) => new()
    {
        Reader = "",
        Article = new Article { Id = id, File = id, Sha256 = id, Text = text, Outlet = outlet },
    };
}
