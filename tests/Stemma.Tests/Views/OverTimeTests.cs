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
        Assert.Contains("Told otherwise over time", words, StringComparison.Ordinal);
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

    [Fact]
    public void A_side_is_shown_with_the_word_that_denies_and_with_an_identifier_that_can_be_asked_why()
    {
        var sheet = new Sheet(120);
        OverTimeView.Rows(sheet, Denied("it was empty"), 3);
        var lines = sheet.Lines.Select(l => string.Concat(l.Select(b => b.Words))).ToList();
        Assert.Contains(lines, l => l.Contains("Ilse Maren later admitted", StringComparison.Ordinal) && l.EndsWith("T1", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("4 May 2031  “denied that it was empty", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("9 May 2031  “said the silo was full", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.Contains("first denied", StringComparison.Ordinal));
    }

    [Fact]
    public void Words_are_cut_between_signs_and_never_inside_an_emoji()
    {
        const string Emoji = "\U0001F6A2";
        for (var before = 60; before < 64; before++)
        {
            var sheet = new Sheet(80);
            OverTimeView.Rows(sheet, Denied(new string('x', before - 50) + string.Concat(Enumerable.Repeat(Emoji, 60))));
            Assert.All(sheet.Lines, l => Assert.DoesNotContain(string.Concat(l.Select(b => b.Words)).EnumerateRunes(), r => r.Value == 0xFFFD));
            Assert.Contains(sheet.Lines, l => string.Concat(l.Select(b => b.Words)) is var words && words.Contains(Emoji + "…”", StringComparison.Ordinal) && Sheet.WidthOf(words) <= 80);
        }
    }

    private static Case Denied(string what)
    {
        var first = $"Ilse Maren denied that {what}.";
        var denial = new Statement { Id = "s1", Form = Form.Indirect, Source = Spans.Of(0, 10), Cue = Spans.Of(11, 17), Content = Spans.Of(18, first.Length - 1), Actor = "A1", Act = Act.Deny, Confidence = 1, Rule = "test" };
        var reading = new CaseReading
        {
            Actors = [new("A1", "Ilse Maren", ActorKind.Person, null, [])],
            Statements = [new(denial, "a", "s1", StatementState.Machine), Said("s2", "b", "A1", Second)],
            Turns = [new("T1", "A1", TurnKind.Admits, new("s1", new("a", denial.Content), Edtf.Parse("2031-05-04")), new("s2", new("b", Spans.Of(16, Second.Length)), Edtf.Parse("2031-05-09")), "two articles tell it: first denied, later admitted (“denied” … “said”)", 0.85)],
        };
        return new Case("lom.db", [Article("a", first, "2031-05-04"), Article("b", Second, "2031-05-09")], reading, [], [], [], []);
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
