using Stemma.Corpus.Stories;

namespace Stemma.Tests.Corpus.Stories;

/// <summary>Which happenings of two articles are one?</summary>
public class HappeningTiesTests
{
    [Fact]
    public void One_death_is_one_happening_wherever_and_however_it_is_told()
    {
        var first = Findings("a", new Event { Id = "e1", Kind = "killing", Status = EventStatus.Happened, Span = Spans.None, Places = [At("Ost")], Whom = ["a1"] });
        var second = Findings("b", new Event { Id = "e1", Kind = "attack", Status = EventStatus.Happened, Span = Spans.None, Places = [At("Lom")], Whom = ["a1"] });
        var tie = Assert.Single(HappeningTies.Between(first, second, HappeningTies.LeastStory, []));
        Assert.Equal("both tell of the death of Ilse Maren", tie.Reason);
    }

    [Fact]
    public void Two_attacks_on_one_person_may_be_two()
    {
        var first = Findings("a", new Event { Id = "e1", Kind = "attack", Status = EventStatus.Happened, Span = Spans.None, Places = [At("Ost")], Whom = ["a1"] });
        var second = Findings("b", new Event { Id = "e1", Kind = "attack", Status = EventStatus.Happened, Span = Spans.None, Places = [At("Lom")], Whom = ["a1"] });
        Assert.Empty(HappeningTies.Between(first, second, HappeningTies.LeastStory, []));
    }

    [Fact]
    public void Another_day_is_another_death()
    {
        var first = Findings("a", new Event { Id = "e1", Kind = "killing", Status = EventStatus.Happened, Span = Spans.None, Date = Moment.Day(new DateOnly(2031, 5, 4)), Whom = ["a1"] });
        var second = Findings("b", new Event { Id = "e1", Kind = "killing", Status = EventStatus.Happened, Span = Spans.None, Date = Moment.Day(new DateOnly(2029, 5, 4)), Whom = ["a1"] });
        Assert.Empty(HappeningTies.Between(first, second, HappeningTies.LeastStory, []));
    }

    private static Place At(string town) => new(town, null, PlacePrecision.Town, Spans.Of(0, 1));

    private static ArticleFindings Findings(string id, Event told) => new()
    {
        Reader = "",
        Article = new Article { Id = id, File = id, Sha256 = id, Text = "Ilse Maren" },
        Actors = [new Actor { Id = "a1", Name = "Ilse Maren", Kind = ActorKind.Person, Mentions = [] }],
        Events = [told],
    };
}
