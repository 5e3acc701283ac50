using Stemma.Views;

namespace Stemma.Tests.Views;

/// <summary>What one actor said otherwise before: the earlier first, each with its day; two actors who differ are no change of mind.</summary>
public class OverTimeTests
{
    private const string First = "Ilse Maren said the silo was empty.";
    private const string Second = "Ilse Maren said the silo was full of grain.";

    [Fact]
    public void What_the_same_actor_said_otherwise_stands_with_the_earlier_day_first()
    {
        var change = Assert.Single(OverTimeView.Of(Case("A1", "A1")));
        Assert.Equal("s1", change.Before.Statement);
        var sheet = AccountsView.Of(Case("A1", "A1"), [], 120);
        var words = string.Join('\n', sheet.Lines.Select(l => string.Concat(l.Select(b => b.Words))));
        Assert.Contains("Said otherwise by the same", words, StringComparison.Ordinal);
        Assert.True(words.IndexOf("the silo was empty", StringComparison.Ordinal) < words.IndexOf("the silo was full", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_who_differ_are_no_change_of_mind() => Assert.Empty(OverTimeView.Of(Case("A1", "A2")));

    [Fact]
    public void A_claim_that_nobody_else_tells_has_one_speaker_one_article_and_one_origin()
    {
        var all = Case("A1", "A2");
        Assert.Equal((1, 1, 1), TraceView.Origins(all, all.Reading.Statements[0]));
    }

    // The later article stands first in the dispute, as it may in a case.
    private static Case Case(string one, string other)
    {
        var articles = new[] { Article("a", First, "2031-05-04"), Article("b", Second, "2031-05-09") };
        var reading = new CaseReading
        {
            Actors = [new("A1", "Ilse Maren", ActorKind.Person, null, []), new("A2", "Orlin Voss", ActorKind.Person, null, [])],
            Statements = [Said("s1", "a", one, First), Said("s2", "b", other, Second)],
            Disputes = [new("d", DisputeRelation.Contradicts, ["s2", "s1"], Slot.What, "one says empty, the other full", [new("b", Spans.Of(0, 5)), new("a", Spans.Of(0, 5))], 0.8)],
        };
        return new Case("lom.db", articles, reading, [], [], [], []);
    }

    private static CaseStatement Said(string id, string article, string actor, string text) =>
        new(new Statement { Id = id, Form = Form.Indirect, Source = Spans.Of(0, 10), Cue = Spans.Of(11, 15), Content = Spans.Of(16, text.Length), Actor = actor, Confidence = 1, Rule = "test" }, article, id, StatementState.Machine);

    private static ArticleFindings Article(string id, string text, string day) => new()
    {
        Reader = "",
        Article = new Article { Id = id, File = id, Sha256 = id, Text = text },
        Published = new Publication(Edtf.Parse(day), PublicationSource.Metadata, Spans.None, "given"),
    };
}
