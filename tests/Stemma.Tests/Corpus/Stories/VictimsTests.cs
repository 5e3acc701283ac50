using Stemma.Corpus.Stories;

namespace Stemma.Tests.Corpus.Stories;

/// <summary>Whose death does a happening tell?</summary>
public class VictimsTests
{
    private static readonly DateOnly May = new(2031, 5, 4);

    [Theory]
    [InlineData("Ilse Maren", "Ilse Anna Maren", true)]
    [InlineData("Ilse Maren", "ILSE MAREN", true)]
    [InlineData("Ilse Maren", "Orlin Maren", false)]
    [InlineData("Ilse Maren", "Orlin Voss", false)]
    public void A_name_may_be_told_longer(string one, string other, bool areOne) => Assert.Equal(areOne, Victims.AreOne(one, other));

    [Fact]
    public void The_murder_of_one_is_not_the_murder_of_another_on_the_same_day_in_the_same_town()
    {
        Assert.Single(HappeningTies.Between(Killing("a", "Ilse Maren"), Killing("b", "Ilse Anna Maren"), 0.9, []));
        Assert.Empty(HappeningTies.Between(Killing("a", "Ilse Maren"), Killing("b", "Orlin Voss"), 0.9, []));
    }

    [Fact]
    public void Of_several_dead_one_article_names_one_and_the_next_another()
    {
        var toll = new Quantity("six people", 6, 6, "people", "killed", Spans.None);
        Assert.Single(HappeningTies.Between(Killing("a", "Ilse Maren", toll), Killing("b", "Orlin Voss", toll), 0.9, []));
    }

    [Fact]
    public void Who_tells_of_both_murders_joins_them_into_none()
    {
        var (first, second, both) = (Killing("a", "Ilse Maren"), Killing("b", "Orlin Voss"), Killing("c", "Ilse Maren", null, "Orlin Voss"));
        var reading = EventReader.Read(
            [first, second, both],
            [Pair(first, both), Pair(second, both)],
            new Dictionary<(string, string), string>(),
            CaseConstraints.None);
        Assert.Equal(2, reading.Events.Count);
        Assert.NotEqual(reading.Of[("a", "e1")], reading.Of[("b", "e1")]);
    }

    [Fact]
    public void A_strike_beside_which_the_murdered_never_stands_is_another_happening()
    {
        var murder = Killing("a", "Ilse Maren");
        var text = "Aldmark bombed the depots of the league. Ilse Maren wrote of it.";
        var strike = murder with
        {
            Article = murder.Article with { Id = "b", Text = text },
            Actors = [murder.Actors[0] with { Mentions = [Spans.Of(41, 51)] }],
            Events = [murder.Events[0] with { Kind = "strike", Date = null, Places = [], Whom = [], Span = Spans.Of(0, 39) }],
        };
        Assert.DoesNotContain(HappeningTies.Between(murder with { Events = [murder.Events[0] with { Date = null, Places = [] }] }, strike, 0.99, []), t => t.Second == "e1");
    }

    private static PairFindings Pair(ArticleFindings first, ArticleFindings second) =>
        new() { First = first.Article.Id, Second = second.Article.Id, SameEvents = HappeningTies.Between(first, second, 0.9, []) };

    private static ArticleFindings Killing(string id, string dead, Quantity? toll = null, params string[] more) => new()
    {
        Reader = "",
        Article = new Article { Id = id, File = id, Sha256 = id, Text = $"{dead} was killed." },
        Actors = [.. more.Prepend(dead).Select((n, i) => new Actor { Id = $"a{i}", Name = n, Kind = ActorKind.Person, Mentions = [Spans.Of(0, dead.Length)] })],
        Events =
        [
            new Event
            {
                Id = "e1", Kind = "killing", Status = EventStatus.Happened, Span = Spans.Of(0, dead.Length + 11), Date = Moment.Day(May),
                Places = [new("Ost", null, PlacePrecision.Town, Spans.Of(0, 1))],
                Whom = [.. Enumerable.Range(0, more.Length + 1).Select(i => $"a{i}")],
                Quantities = toll is null ? [] : [toll],
            },
        ],
    };
}
