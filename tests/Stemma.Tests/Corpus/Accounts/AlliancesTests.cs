using Stemma.Corpus.Accounts;

namespace Stemma.Tests.Corpus.Accounts;

/// <summary>Is the one an alliance to which the other belongs?</summary>
public class AlliancesTests
{
    [Theory]
    [InlineData("Sund bombed the depot as part of a coalition.", true)]
    [InlineData("The coalition, which includes Sund, bombed the depot.", true)]
    [InlineData("The coalition bombed the depot. Sund is part of the plain.", false)]
    [InlineData("The coalition bombed the depot, and Sund mourned.", false)]
    public void An_article_must_tell_that_the_member_belongs(string text, bool areOne)
    {
        var at = text.IndexOf("Sund", StringComparison.Ordinal);
        var (member, alliance) = (Named("a1", "Sund", ActorKind.State, Spans.Of(at, at + 4)), Named("a2", "coalition", ActorKind.Group));
        var article = Findings(text, member, alliance);
        Assert.Equal(areOne, Alliances.AreOne(article, member, article, alliance));
        Assert.Equal(areOne, Alliances.AreOne(article, alliance, article, member));
    }

    [Fact]
    public void An_alliance_bears_its_leader_s_name()
    {
        var (leader, alliance, other) = (Named("a1", "Sund", ActorKind.State), Named("a2", "Sund-led coalition", ActorKind.Group), Named("a3", "Vardia", ActorKind.State));
        var article = Findings("", leader, alliance, other);
        Assert.True(Alliances.AreOne(article, leader, article, alliance));
        Assert.False(Alliances.AreOne(article, other, article, alliance));
    }

    [Fact]
    public void Two_states_and_two_alliances_stay_two()
    {
        var (sund, vardia) = (Named("a1", "Sund", ActorKind.State, Spans.Of(0, 4)), Named("a2", "Vardia", ActorKind.State));
        var article = Findings("Sund and Vardia are members of the coalition.", sund, vardia);
        Assert.False(Alliances.AreOne(article, sund, article, vardia));
        Assert.False(Alliances.AreOne(article, Named("a3", "northern coalition", ActorKind.Group), article, Named("a4", "southern coalition", ActorKind.Group)));
    }

    private static Actor Named(string id, string name, ActorKind kind, params Spans[] mentions) => new() { Id = id, Name = name, Kind = kind, Mentions = mentions };

    private static ArticleFindings Findings(string text, params Actor[] actors) => new()
    {
        Reader = "",
        Article = new Article { Id = "a", File = "a", Sha256 = "a", Text = text },
        Actors = actors,
    };
}
