using Stemma.Articles.Actors;
using Stemma.Articles.Sentences;

namespace Stemma.Tests.Articles.Actors;

public class ActorTests
{
    internal static Article Article(string text) => new() { Id = "x", File = "x.txt", Sha256 = "", Text = text };

    internal static Statement Said(Spans source, Form form = Form.Indirect) =>
        new() { Id = "s", Form = form, Source = source, Cue = Spans.None, Content = Spans.None, Confidence = 1, Rule = "test" };

    private static ActorReading Read(string text, params string[] sources)
    {
        var at = 0;
        var statements = sources.Select(s =>
        {
            var begin = text.IndexOf(s, at, StringComparison.Ordinal);
            at = begin + s.Length;
            return Said(Spans.Of(begin, at));
        }).ToList();
        return ActorReader.Read(ProseReader.Read(text, []), Article(text), statements);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\r\n ")]
    [InlineData("🚢🚢🚢")]
    [InlineData("\"")]
    [InlineData("...")]
    public void Next_to_nothing_has_no_actors(string text) => Assert.Empty(Read(text).Actors);

    [Theory]
    [InlineData("🚢 Ilse Maren said so.\r\nShe 🚢 said it again, e\u0301 and all.")]
    [InlineData("“Ilse Maren’s”—‘she’ said")]
    public void Every_mention_stands_in_the_text(string text)
    {
        foreach (var actor in Read(text).Actors)
        {
            Assert.All(actor.Mentions, m => Assert.All(m, s => Assert.True(s.Begin >= 0 && s.Begin < s.End && s.End <= text.Length)));
        }
    }

    [Fact]
    public void Identifiers_count_in_the_order_of_first_mention()
    {
        var actors = Read("Ilse Maren met Orlin Voss in Lom. He spoke to Maren.").Actors;
        Assert.Equal(Enumerable.Range(1, actors.Count).Select(i => "a" + i), actors.Select(a => a.Id));
        Assert.Equal(actors.Select(a => a.Mentions[0][0].Begin).Order(), actors.Select(a => a.Mentions[0][0].Begin));
    }

    [Fact]
    public void The_accused_are_actors_too()
    {
        const string text = "Ilse Maren accused Orlin Voss of theft.";
        var said = Said(Spans.Of(0, 10)) with { AccusedWords = Spans.Of(19, 29) };
        var reading = ActorReader.Read(ProseReader.Read(text, []), Article(text), [said]);
        var accused = Assert.Single(Assert.Single(reading.Statements).Accused);
        Assert.Equal("Orlin Voss", reading.Actors.Single(a => a.Id == accused).Name);
    }

    [Fact]
    public void Twice_read_is_the_same_twice()
    {
        const string text = "Ilse Maren, the interior minister, said Vardia and Marshland were to blame. “We know,” she said. Orlin Voss denied it. He left.";
        Assert.Equal(
            FindingsJson.Line(new ArticleFindings { Reader = "1", Article = Article(text), Actors = Read(text, "Maren", "she").Actors }),
            FindingsJson.Line(new ArticleFindings { Reader = "1", Article = Article(text), Actors = Read(text, "Maren", "she").Actors }));
    }
}
