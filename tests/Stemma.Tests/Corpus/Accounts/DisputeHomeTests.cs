using Stemma.Corpus.Accounts;

namespace Stemma.Tests.Corpus.Accounts;

/// <summary>Under which one happening does a dispute stand?</summary>
public class DisputeHomeTests
{
    [Fact]
    public void What_both_clauses_tell_comes_before_what_their_statements_speak_of() =>
        Assert.Equal("E2", Home(["E1", "E2"], ["E1", "E2"], [Told("E1", "b", 200), Told("E2", "a", 0), Told("E2", "b", 0)]));

    [Fact]
    public void What_both_are_about_comes_before_what_one_tells() =>
        Assert.Equal("E1", Home(["E1"], ["E1"], [Told("E1", "a", 200), Told("E2", "a", 0)]));

    [Fact]
    public void Where_one_side_tells_none_the_other_answers_it() => Assert.Equal("E2", Home([], [], [Told("E2", "b", 0)]));

    [Fact]
    public void A_dispute_of_no_happening_stands_under_none() => Assert.Null(Home([], [], [Told("E1", "a", 200)]));

    private static string? Home(string[] one, string[] other, (string Event, CaseMention Mention)[] told)
    {
        var events = told.GroupBy(t => t.Event).Select(g => new CaseEvent(g.Key, "attack", null, [], [.. g.Select(t => t.Mention.Article).Distinct()], [.. g.Select(t => t.Mention)], null, "")).ToList();
        events.AddRange(one.Concat(other).Distinct().Where(e => events.TrueForAll(x => x.Id != e)).Select(e => new CaseEvent(e, "attack", null, [], [], [], null, "")));
        var dispute = new Dispute("d", DisputeRelation.Denies, ["s1", "s2"], Slot.What, "", [new("a", Spans.Of(5, 40)), new("b", Spans.Of(5, 40))], 0.8);
        return Assert.Single(DisputeHome.Of([dispute], [Said("s1", "a", one), Said("s2", "b", other)], events)).Event;
    }

    private static (string Event, CaseMention Mention) Told(string id, string article, int begin) => (id, new(article, Spans.Of(begin, begin + 30), EventStatus.Happened));

    private static CaseStatement Said(string id, string article, string[] about) =>
        new(new Statement { Id = id, Form = Form.Indirect, Source = Spans.None, Cue = Spans.None, Content = Spans.Of(5, 40), Confidence = 1, Rule = "test", About = about }, article, id, StatementState.Machine);
}
