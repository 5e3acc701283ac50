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

    [Fact]
    public void What_both_articles_are_mostly_about_by_the_same_names_and_words_is_one()
    {
        var first = Told("a", "Orlin Voss staged the assault on the mill.", "The assault was staged, Orlin Voss admits.");
        var tie = Assert.Single(HappeningTies.Between(first, Told("b", "The staged assault made Orlin Voss known.", "Was the assault on the mill staged by Orlin Voss?"), 0.5, []));
        Assert.Equal("both articles are mostly about an attack, told with the same names and words", tie.Reason);
        Assert.Empty(HappeningTies.Between(first, Told("b", "Ilse Maren shelled the harbour.", "The harbour was shelled, Ilse Maren says."), 0.5, []));
    }

    [Fact]
    public void What_is_told_in_passing_is_not_what_the_article_is_mostly_about()
    {
        var first = Told("a", "Orlin Voss staged the assault on the mill.");
        var second = Told("b", "Orlin Voss staged the assault on the mill.");
        Assert.Single(HappeningTies.Between(first, second, 0.5, []));
        var fire = Told("b", "Orlin Voss staged the assault on the mill.", "Ilse Maren saw the harbour burn.", "The harbour fire went on.").Events[0].Mentions!;
        var mostly = Told("b", "Orlin Voss staged the assault on the mill.", "Ilse Maren saw the harbour burn.", "The harbour fire went on.");
        mostly = mostly with { Events = [mostly.Events[0] with { Mentions = [] }, new Event { Id = "e2", Kind = "fire", Status = EventStatus.Happened, Span = fire[0].Span, Mentions = [fire[1]] }] };
        Assert.Empty(HappeningTies.Between(first, mostly, 0.5, []));
    }

    [Fact]
    public void Such_things_in_general_are_no_happening_of_another_article()
    {
        var day = Moment.Day(new DateOnly(2031, 5, 4));
        var told = new Event { Id = "e1", Kind = "attack", Status = EventStatus.Happened, Span = Spans.None, Date = day, Places = [At("Ost")] };
        Assert.Single(HappeningTies.Between(Findings("a", told), Findings("b", told), 0.5, []));
        Assert.Empty(HappeningTies.Between(Findings("a", told), Findings("b", told with { Rule = Event.ToldInGeneral }), 0.5, []));
    }

    // Each sentence tells the attack once.
    private static ArticleFindings Told(string id, params string[] sentences)
    {
        var text = string.Join('\n', sentences);
        var spans = sentences.Select(s => Spans.Of(text.IndexOf(s, StringComparison.Ordinal), text.IndexOf(s, StringComparison.Ordinal) + s.Length)).ToList();
        return new()
        {
            Reader = "",
            Article = new Article { Id = id, File = id, Sha256 = id, Text = text },
            Actors = [.. new[] { "Orlin Voss", "Ilse Maren" }.Select((n, i) => new Actor { Id = $"a{i}", Name = n, Kind = ActorKind.Person, Mentions = [.. Enumerable.Range(0, text.Length).Where(at => text.AsSpan(at).StartsWith(n)).Select(at => Spans.Of(at, at + n.Length))] })],
            Events = [new Event { Id = "e1", Kind = "attack", Status = EventStatus.Happened, Span = spans[0], Mentions = [.. spans.Skip(1).Select(s => new EventMention(s, EventStatus.Happened))] }],
        };
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
