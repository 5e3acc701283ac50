using System.Text;
using Stemma.Articles;
using Stemma.Corpus;

namespace Stemma.Tests.Corpus.Accounts;

/// <summary>A denial that says little of what it denies is tied to the accusation that it answers; one that says all, to a claim of exactly that.</summary>
public class RebuttalTests
{
    private const string Blamed = "The interior ministry accused Vardia of shelling the harbour at Lom. Dockers swept up glass.";

    [Theory]
    [InlineData("Vardia has denied any involvement.")]
    [InlineData("Vardia denied the allegation.")]
    [InlineData("Vardia denies responsibility for the shelling.")]
    public void Who_denies_a_part_in_it_answers_who_accused_them(string denial)
    {
        var text = $"{Blamed} {denial}";
        Assert.Contains(Within(text), d => Words(text, d) is var words && words.Exists(w => w.Contains("shelling the harbour", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_denial_is_not_tied_to_what_another_is_accused_of() =>
        Assert.Empty(Within("The interior ministry accused Marshland of shelling the harbour at Lom. Dockers swept up glass. Vardia has denied any involvement."));

    [Fact]
    public void A_denial_that_names_its_thing_is_not_tied_to_another_thing() =>
        Assert.Empty(Within("The interior ministry accused Vardia of shelling the harbour at Lom. Dockers swept up glass. Vardia has denied any role in the kidnapping."));

    [Fact]
    public void This_points_to_what_stands_just_before()
    {
        const string Text = "Vardia said that the drone had crossed the border. Ilse Maren denied this. It rained.";
        Assert.Contains(Within(Text), d => Words(Text, d).Exists(w => w.Contains("crossed the border", StringComparison.Ordinal)));
    }

    [Fact]
    public void Who_turns_something_down_denies_nothing() =>
        Assert.Empty(Within("Orlin Voss said he was open to talks with Vardia. Ilse Maren ruled out any talks with Vardia."));

    [Fact]
    public void Two_who_reject_the_same_do_not_dispute_each_other()
    {
        const string Tail = " Its ferry sank off Lom with forty people on Tuesday. Divers searched all night. The harbour was shut. Boats came from the north bank. Nobody had slept. The mayor thanked them. Bells rang.";
        var found = Between(
            "Vardia has again rejected suggestions that one of its missiles sank the ferry off Lom." + Tail,
            "Vardia denied Western reports that one of its missiles had sunk the ferry off Lom." + Tail);
        Assert.DoesNotContain(found, d => d.Relation is DisputeRelation.Denies && d.Confidence >= 0.5);
    }

    [Fact]
    public void An_accusation_that_one_article_leaves_open_is_answered_in_another()
    {
        const string Tail = " Divers searched the harbour of Lom all night. The ferry was shut. Boats came from the north bank. Nobody had slept. The mayor thanked them. Bells rang. It rained.";
        var found = Between(
            "The interior ministry accused Vardia of shelling the ferry in the harbour of Lom." + Tail,
            "A ferry burned in the harbour of Lom. Vardia has denied any involvement in the shelling of the ferry." + Tail);
        Assert.Contains(found, d => d.Relation is DisputeRelation.Denies && d.Confidence >= 0.5);
    }

    [Fact]
    public void Counts_of_two_states_are_two_counts_in_long_articles()
    {
        const string Tail = " The envoys had a week to pack. The mayor spoke. Divers searched the harbour of Lom all night. The ferry was shut. Boats came from the north bank. Nobody had slept. Bells rang.";
        var found = Between(
            "Britain expelled 23 Russian diplomats over the shelling of the ferry in the harbour of Lom." + Tail,
            "France expelled four Russian diplomats over the shelling of the ferry in the harbour of Lom." + Tail);
        Assert.DoesNotContain(found, d => d.Relation is DisputeRelation.Contradicts && d.Confidence >= 0.5);
    }

    [Theory]
    [InlineData("Orlin Voss rejected Ilse Maren’s allegation that the port had sold shells abroad.")]
    [InlineData("Orlin Voss denied a claim by Ilse Maren that the port had sold shells abroad.")]
    [InlineData("Orlin Voss said there was no evidence to support Ilse Maren’s claim that the port had sold shells abroad.")]
    public void Whose_claim_is_denied_in_one_breath_disputes_with_the_denier(string text)
    {
        var (found, reading) = (Article("one", text), CorpusReader.Read([Article("one", text)], []));
        var dispute = Assert.Single(reading.Disputes, d => d.Confidence >= 0.5);
        Assert.Contains(Words(text, dispute), w => w.StartsWith("that the port had sold shells", StringComparison.Ordinal));
        Assert.Equal(["Ilse Maren", "Orlin Voss"], dispute.Statements.Select(s => reading.Statements.First(x => x.Statement.Id == s).Statement.Actor).Select(a => reading.Actors.First(x => x.Id == a).Name).Order(StringComparer.Ordinal));
        Assert.NotEmpty(found.Statements);
    }

    [Fact]
    public void Who_doubts_is_not_said_to_deny()
    {
        const string Text = "The governor said there was no evidence to support Ilse Maren’s claim that the port had sold shells abroad.";
        Assert.Contains("doubts", Assert.Single(Within(Text)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_denial_inside_anothers_words_is_told_with_who_denies()
    {
        const string Text = "The interior ministry accused Vardia of shelling the harbour at Lom. Ilse Maren said the leaders of Vardia “strongly denied” any involvement in the shelling.";
        var reading = CorpusReader.Read([Article("one", Text)], []);
        var dispute = Assert.Single(reading.Disputes, d => d.Confidence >= 0.5);
        Assert.Contains(dispute.Statements, s => reading.Statements.First(x => x.Statement.Id == s).Statement is { Act: Act.Deny } denial && denial.Source.Of(Text) == "the leaders of Vardia");
    }

    [Fact]
    public void Of_two_accusations_a_denial_answers_the_one_against_its_speaker() =>
        Assert.Equal(["Dana Keel had hidden the ledger", "the allegations against her"], [.. Within("The mayor accused Orlin Voss of selling the ferry. Ilse Maren claims Dana Keel had hidden the ledger. Keel has denied the allegations against her.").SelectMany(d => Words("The mayor accused Orlin Voss of selling the ferry. Ilse Maren claims Dana Keel had hidden the ledger. Keel has denied the allegations against her.", d)).Order(StringComparer.Ordinal)]);

    [Theory]
    [InlineData("")]
    [InlineData("🚢 denied 🚢 “”")]
    [InlineData("denied denied denied\r\n\r\nthis this\u0301 this")]
    public void Strange_texts_are_read_without_harm(string text) => Assert.Empty(Within(text));

    private static List<string> Words(string text, Dispute dispute) => [.. dispute.Spans.Select(s => s.Span.Of(text))];

    private static IReadOnlyList<Dispute> Within(string text) =>
        [.. CorpusReader.Read([Article("one", text)], []).Disputes.Where(d => d.Confidence >= 0.5)];

    private static IReadOnlyList<Dispute> Between(string one, string other)
    {
        var (first, second) = (Article("one", one), Article("two", other));
        var past = new PlainPast();
        var reader = new CorpusReader(past);
        past.Keep(reader, first);
        past.Keep(reader, second);
        return [.. past.Pairs.SelectMany(p => p.Disputes)];
    }

    private static ArticleFindings Article(string id, string text)
    {
        var findings = ArticleReader.Read(new RawPage { File = id, Original = Encoding.UTF8.GetBytes(text), Sha256 = id, Form = PageForm.Text, Content = text, Said = new Said { Published = "2031-05-05" } });
        return findings with { Article = findings.Article with { Id = id } };
    }
}
