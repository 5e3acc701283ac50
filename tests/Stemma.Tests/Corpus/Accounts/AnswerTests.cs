using Stemma.Corpus.Accounts;

namespace Stemma.Tests.Corpus.Accounts;

/// <summary>Who was accused, and who answers for them: an ally may, the accuser's own side may not.</summary>
public class AnswerTests
{
    [Theory]
    [InlineData("USA", "no answer given")]
    [InlineData("RUS", "others deny")]
    [InlineData(null, "others deny")]
    public void Who_shares_the_accusers_country_does_not_speak_for_the_accused(string? deniersCountry, string expected)
    {
        var answer = Assert.Single(AnswerReader.Read(
            [Said("s1", "A1", Act.Accuse, 0, ["A2"]), Said("s2", "A3", Act.Deny, 50, [])],
            [],
            [Actor("A1", "USA"), Actor("A2", "IRN"), Actor("A3", deniersCountry)]));
        Assert.Equal(expected, answer.Kind);
    }

    [Fact]
    public void In_one_country_somebody_else_may_deny_it_for_the_accused()
    {
        var answer = Assert.Single(AnswerReader.Read(
            [Said("s1", "A1", Act.Accuse, 0, ["A2"]), Said("s2", "A3", Act.Deny, 50, [])],
            [],
            [Actor("A1", "USA"), Actor("A2", "USA"), Actor("A3", "USA")]));
        Assert.Equal("others deny", answer.Kind);
    }

    private static CaseActor Actor(string id, string? country) => new(id, id, ActorKind.State, country, []);

    private static CaseStatement Said(string id, string actor, Act act, int at, string[] accused) => new(
        new Statement
        {
            Id = id,
            Form = Form.Indirect,
            Act = act,
            Actor = actor,
            Source = Spans.Of(at, at + 3),
            Cue = Spans.Of(at + 4, at + 8),
            Content = Spans.Of(at + 9, at + 20),
            Accused = accused,
            About = ["E1"],
            Confidence = 0.9,
            Rule = "test",
        },
        "one",
        id,
        StatementState.Machine);
}
