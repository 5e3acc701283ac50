using Stemma.Corpus;
using Stemma.Corpus.Identity;

namespace Stemma.Tests.Corpus.Identity;

public class IdentityTests
{
    private static ArticleFindings Findings(string id, params (string Name, ActorKind Kind, string? Country)[] actors) => new()
    {
        Reader = "1",
        Article = new() { Id = id, File = id + ".txt", Sha256 = "", Text = "" },
        Actors = [.. actors.Select((a, i) => new Actor { Id = "a" + (i + 1), Name = a.Name, Kind = a.Kind, Country = a.Country, Mentions = [] })],
    };

    private static string[] Names(params ArticleFindings[] articles) =>
        [.. IdentityReader.Read(articles, new Dictionary<string, string>(), CaseConstraints.None).Actors.Select(a => a.Name)];

    [Fact]
    public void A_state_and_its_government_are_one_under_the_name_of_the_state() =>
        Assert.Equal(["Kenya"], Names(Findings("x", ("Kenyan government", ActorKind.State, "KEN"), ("Kenya", ActorKind.State, "KEN")), Findings("y", ("Kenyan government", ActorKind.State, "KEN"), ("government", ActorKind.State, "KEN"))));

    [Fact]
    public void The_governments_of_two_leaders_are_neither_one_nor_the_state() =>
        Assert.Equal(["Kenya", "Maren administration", "Voss administration"], Names(Findings("x", ("Voss administration", ActorKind.State, "KEN"), ("Kenya", ActorKind.State, "KEN")), Findings("y", ("Maren administration", ActorKind.State, "KEN"), ("Kenya administration", ActorKind.State, "KEN"))));

    [Theory]
    [InlineData("us administration", false)]
    [InlineData("u.s. government", false)]
    [InlineData("syrian government", false)]
    [InlineData("new government", false)]
    [InlineData("administration", false)]
    [InlineData("voss administration", true)]
    [InlineData("kenya", false)]
    public void Somebodys_government_is_told_by_who_leads_it(string plain, bool somebodys) => Assert.Equal(somebodys, ActorNames.IsSomebodysGovernment(plain));
}
