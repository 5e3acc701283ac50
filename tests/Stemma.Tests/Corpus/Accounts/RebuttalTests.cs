using System.Text;
using Stemma.Articles;
using Stemma.Corpus;

namespace Stemma.Tests.Corpus.Accounts;

/// <summary>A denial that says little of what it denies is tied to the accusation that it answers; one that says all, to a claim of exactly that.</summary>
public class RebuttalTests
{
    private const string Blamed = "The interior ministry accused Vardia of shelling the harbour at Lom. Dockers swept up glass.";

    // Makes an article of what would be a note.
    private static readonly string Tail = string.Concat(Enumerable.Repeat(" Divers searched the harbour of Lom all night. The ferry was shut. Boats came from the north bank. Nobody had slept. The mayor thanked them. Bells rang. It rained. The envoys had a week to pack.", 2));

    [Theory]
    [InlineData("who denies a part in it answers who accused them", Blamed + " Vardia has denied any involvement.", "shelling the harbour")]
    [InlineData("so does who denies the allegation", Blamed + " Vardia denied the allegation.", "shelling the harbour")]
    [InlineData("so does who denies responsibility", Blamed + " Vardia denies responsibility for the shelling.", "shelling the harbour")]
    [InlineData("this points to what stands just before", "Vardia said that the drone had crossed the border. Ilse Maren denied this. It rained.", "crossed the border")]
    [InlineData("which points to what its sentence has told", "Ilse Maren said Orlin Voss had paid for the shells, which he denies.", "had paid for the shells")]
    [InlineData("a verdict of untruth denies", "Orlin Voss accused Vardia of shelling the harbour at Lom. Vardia said the accusations were not true.", "shelling the harbour")]
    [InlineData("a denial of the allegations may stand first", "Orlin Voss denied the allegations on Monday. It rained. Dockers swept up glass. Bells rang. Ilse Maren accused Orlin Voss of stealing the ledger of the port.", "stealing the ledger")]
    [InlineData("who did nothing wrong is cleared of the charge", "Ilse Maren accused Orlin Voss of stealing the ledger of the port. Voss said he did nothing wrong.", "stealing the ledger")]
    [InlineData("who keeps all laws is cleared of it", "Prosecutors accused North Wire of evading the duties of the port. North Wire said it complies with all laws of the harbour.", "evading the duties")]
    [InlineData("a lawyer clears whom she speaks for", "Ilse Maren accused Orlin Voss of lying about the ledger of the port. It rained. Voss’s lawyer, Dana Keel, said the story was not made up.", "lying about the ledger")]
    [InlineData("neither he nor his aides knew of it", "Ilse Maren accused Orlin Voss of running a scheme to sell the ledger. Voss maintained that neither he nor his aides knew about the scheme.", "running a scheme")]
    [InlineData("what was asked is denied", "Asked by Ilse Maren if he had sold the ledger of the port, Orlin Voss denied the charge.", "if he had sold the ledger")]
    [InlineData("all of those men deny what each is accused of", "Several women accused Orlin Voss of stealing the ledger. Two women accused Piet Holt of hiding the seal. All of those men have denied any wrongdoing.", "hiding the seal")]
    [InlineData("otherwise is not what was said before", "“The gate was open all night,” Ilse Maren said. Records of the port indicated otherwise.", "gate was open")]
    [InlineData("what was done may stand before whom it is blamed on", "The council met after the shelling of the ferry, which Orlin Voss blamed on Vardia. Vardia denies being behind the shelling of the ferry.", "Vardia")]
    public void Within_an_article_a_denial_is_tied_to_the_claim_that_it_answers(string because, string text, string claim) =>
        Assert.True(Within(text).Exists(d => d.Spans.Any(s => s.Span.Of(text).Contains(claim, StringComparison.Ordinal))), because);

    [Theory]
    [InlineData("another is accused of it", "The interior ministry accused Marshland of shelling the harbour at Lom. Dockers swept up glass. Vardia has denied any involvement.")]
    [InlineData("it denies only some of them", Blamed + " Vardia denied some of the allegations.")]
    [InlineData("it names another thing", Blamed + " Vardia has denied any role in the kidnapping.")]
    [InlineData("who turns something down denies nothing", "Orlin Voss said he was open to talks with Vardia. Ilse Maren ruled out any talks with Vardia.")]
    [InlineData("what stands last is pointed at", "An inspector said the stores were of the same make, which suggested that nobody believed in shells any more. The ministry denied that. It rained.")]
    [InlineData("nothing is wrong with the engine", "Ilse Maren accused Orlin Voss of stealing the ledger of the port. Voss said there was nothing wrong with the engine of the ferry.")]
    [InlineData("who lied is not answered by who did not lie about another thing than a lie", "Ilse Maren accused Orlin Voss of shelling the harbour. Voss’s lawyer, Dana Keel, said the story was not made up.")]
    [InlineData("nobody is cleared by what he did not think", "Ilse Maren accused Orlin Voss of stealing the ledger of the port. Dana Keel said Voss did not think that he was doing anything wrong.")]
    [InlineData("the accusers are not who denies", "Several women accused Orlin Voss of stealing the ledger. All of those women have denied any pay.")]
    [InlineData("the vote is negated and not the deed", "Orlin Voss said the council held a vote of no confidence. Ilse Maren said the council held a vote on the port.")]
    public void Within_an_article_a_denial_is_tied_to_no_other_claim(string because, string text) => Assert.True(Within(text).Count == 0, because);

    [Theory]
    [InlineData("two who reject the same do not dispute each other", "Vardia has again rejected suggestions that one of its missiles sank the ferry off Lom.", "Vardia denied Western reports that one of its missiles had sunk the ferry off Lom.", false)]
    [InlineData("an accusation that one leaves open is answered in the other", "The interior ministry accused Vardia of shelling the ferry in the harbour of Lom.", "A ferry burned in the harbour of Lom. Vardia has denied any involvement in the shelling of the ferry.", true)]
    [InlineData("counts of two states are two counts", "Britain expelled 23 Russian diplomats over the shelling of the ferry in the harbour of Lom.", "France expelled four Russian diplomats over the shelling of the ferry in the harbour of Lom.", false)]
    public void Between_longer_articles_a_denial_is_tied_to_what_it_answers(string because, string one, string other, bool shown) =>
        Assert.True(Between(one + Tail, other + Tail).Any(d => d.Relation is DisputeRelation.Denies or DisputeRelation.Contradicts && d.Confidence >= 0.5) == shown, because);

    [Theory]
    [InlineData("Orlin Voss rejected Ilse Maren’s allegation that the port had sold shells abroad.")]
    [InlineData("Orlin Voss denied a claim by Ilse Maren that the port had sold shells abroad.")]
    [InlineData("Orlin Voss said there was no evidence to support Ilse Maren’s claim that the port had sold shells abroad.")]
    public void Whose_claim_is_denied_in_one_breath_disputes_with_the_denier(string text)
    {
        var reading = CorpusReader.Read([Article("one", text)], []);
        var dispute = Assert.Single(reading.Disputes, d => d.Confidence >= 0.5);
        Assert.Contains("that the port had sold shells abroad", Words(text, dispute));
        Assert.Equal(["Ilse Maren", "Orlin Voss"], dispute.Statements.Select(s => reading.Statements.First(x => x.Statement.Id == s).Statement.Actor).Select(a => reading.Actors.First(x => x.Id == a).Name).Order(StringComparer.Ordinal));
        Assert.Contains(text.Contains("no evidence", StringComparison.Ordinal) ? "doubts" : "denies", dispute.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ilse Maren said that the ferry was hit by a missile near Lom. Orlin Voss said that the ferry was not hit by a missile near Lom.", true)]
    [InlineData("Ilse Maren said that the ferry was hit by a missile near Lom. Orlin Voss said that the train was not stopped by the snow.", false)]
    public void Who_says_that_it_was_not_so_answers_who_says_the_same_of_it(string text, bool shown) =>
        Assert.Equal(shown, Within(text).Exists(d => d.Reason.StartsWith("one says that it was so, the other that it was not (“", StringComparison.Ordinal)));

    [Theory]
    [InlineData("“We stand by our reporting,” Ilse Maren, the editor of North Wire, said.", true)]
    [InlineData("Ilse Maren, the editor of North Wire, said she stands by her statement that she saw nobody.", false)]
    public void Who_stands_by_an_account_answers_who_calls_it_false(string last, bool shown) =>
        Assert.Equal(shown, Within("Orlin Voss said the report by North Wire was “not accurate”. It rained. " + last).Exists(d => d.Reason.Contains("stands by it", StringComparison.Ordinal)));

    [Fact]
    public void A_denial_inside_anothers_words_is_told_with_who_denies()
    {
        const string Text = Blamed + " Ilse Maren said the leaders of Vardia “strongly denied” any involvement in the shelling.";
        var reading = CorpusReader.Read([Article("one", Text)], []);
        var dispute = Assert.Single(reading.Disputes, d => d.Confidence >= 0.5);
        Assert.Contains(dispute.Statements, s => reading.Statements.First(x => x.Statement.Id == s).Statement is { Act: Act.Deny } denial && denial.Source.Of(Text) == "the leaders of Vardia");
    }

    [Fact]
    public void Of_two_accusations_a_denial_answers_the_one_against_its_speaker()
    {
        const string Text = "The mayor accused Orlin Voss of selling the ferry. Ilse Maren claims Dana Keel had hidden the ledger. Keel has denied the allegations against her.";
        Assert.Equal(["Dana Keel had hidden the ledger", "the allegations against her"], Within(Text).SelectMany(d => Words(Text, d)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("🚢 denied 🚢 “”")]
    [InlineData("denied denied denied\r\n\r\nthis this\u0301 this")]
    public void Strange_texts_are_read_without_harm(string text) => Assert.Empty(Within(text));

    private static List<string> Words(string text, Dispute dispute) => [.. dispute.Spans.Select(s => s.Span.Of(text))];

    private static List<Dispute> Within(string text) =>
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
