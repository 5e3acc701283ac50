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

    [Theory]
    [InlineData("Ilse Maren accused Orlin Voss of theft.", "Orlin Voss", "Orlin Voss", "Ilse Maren")]
    [InlineData("Sweden sentenced five guards. Sweden said the trial was over. A Harbour Council envoy accused it of making a mockery of justice.", "it", "Sweden", "Sweden", "A Harbour Council envoy")]
    public void The_accused_are_actors_too_and_never_who_accuses(string text, string words, string name, params string[] sources)
    {
        var reading = Blaming(text, words, sources);
        var accused = Assert.Single(reading.Statements[^1].Accused);
        Assert.Equal(name, reading.Actors.Single(a => a.Id == accused).Name);
    }

    [Theory]
    [InlineData("Ilse Maren called the fire a crime.", "the fire")]
    [InlineData("Ilse Maren blamed the blast on anger.", "anger")]
    public void A_thing_is_not_accused(string text, string words) => Assert.Empty(Assert.Single(Blaming(text, words, "Ilse Maren").Statements).Accused);

    // The last of these sources blames.
    private static ActorReading Blaming(string text, string words, params string[] sources) =>
        ActorReader.Read(ProseReader.Read(text, []), Article(text), [.. sources.SkipLast(1).Select(s => Said(At(text, s))), Said(At(text, sources[^1])) with { AccusedWords = At(text, words) }]);

    private static Spans At(string text, string words) =>
        text.LastIndexOf($" {words} ", StringComparison.Ordinal) is var inside and >= 0 ? Spans.Of(inside + 1, inside + 1 + words.Length) : Spans.Of(text.IndexOf(words, StringComparison.Ordinal), text.IndexOf(words, StringComparison.Ordinal) + words.Length);

    [Theory]
    [InlineData("Minister Orlin Voss walks the quay.", "Orlin Voss")]
    [InlineData("Orlin Voss and Ilse Voss walk the quay.", "Voss")]
    public void A_caption_lends_the_full_name_where_it_has_one(string caption, string name)
    {
        var text = caption + "\n\nVoss said the port would open. “We are ready,” Voss added.";
        var actors = ActorReader.Read(ProseReader.Read(text, [new(Spans.Of(0, caption.Length), FurnitureKind.Caption)]), Article(text), []).Actors;
        var actor = Assert.Single(actors);
        Assert.Equal(name, actor.Name);
        Assert.All(actor.Mentions, m => Assert.True(m[0].Begin > caption.Length));
    }

    [Fact]
    public void Twice_read_is_the_same_twice()
    {
        const string text = "Ilse Maren, the interior minister, said Vardia and Marshland were to blame. “We know,” she said. Orlin Voss denied it. He left.";
        Assert.Equal(
            FindingsJson.Line(new ArticleFindings { Reader = "1", Article = Article(text), Actors = Read(text, "Maren", "she").Actors }),
            FindingsJson.Line(new ArticleFindings { Reader = "1", Article = Article(text), Actors = Read(text, "Maren", "she").Actors }));
    }

    [Fact]
    public void A_long_article_costs_no_more_a_word_than_a_short_one()
    {
        // Everybody is new: the worst case for looking back.
        static string Text(int n) => string.Concat(Enumerable.Range(0, n).Select(i => $"Anna Bel{(char)('a' + (i % 26))}{(char)('a' + (i / 26 % 26))}{(char)('a' + (i / 676 % 26))}or met the minister of Lom. She said he was right.\n"));
        Read(Text(300));
        var (small, large) = (Work(Text(2_000)), Work(Text(16_000)));

        // Eight times the words; a clock would measure the machine, so what the work allocates is counted.
        Assert.True(large < 12 * small, $"{small} bytes, then {large}");
        static long Work(string text)
        {
            var prose = ProseReader.Read(text, []);
            var before = GC.GetAllocatedBytesForCurrentThread();
            ActorReader.Read(prose, Article(text), []);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void A_quotation_that_stands_alone_goes_on_with_the_last_speaker()
    {
        const string text = "Ilse Maren said the port was shut. “Nobody asked us.” It is worth recalling that “cranes fall”.";
        var said = Said(Spans.Of(0, 10)) with { Cue = Spans.Of(11, 15), Content = Spans.Of(16, 33) };
        var alone = Said(Spans.None, Form.Direct) with { Content = Spans.Of(35, 53) };
        var recalled = Said(Spans.None, Form.Direct) with { Content = Spans.Of(text.IndexOf("“cranes", StringComparison.Ordinal), text.Length - 1) };
        var reading = ActorReader.Read(ProseReader.Read(text, []), Article(text), [said, alone, recalled]);
        Assert.Equal(reading.Statements[0].Actor, reading.Statements[1].Actor);
        Assert.NotNull(reading.Statements[1].Actor);
        Assert.Null(reading.Statements[2].Actor);
    }

    [Fact]
    public void They_who_deny_are_the_accused_and_not_who_has_just_accused_them()
    {
        const string text = "The police accused the swimmers of lying. They denied any part in it.";
        var accused = Said(Spans.Of(0, 10)) with { Act = Act.Accuse, AccusedWords = Spans.Of(19, 31) };
        var denied = Said(Spans.Of(42, 46)) with { Act = Act.Deny };
        var reading = ActorReader.Read(ProseReader.Read(text, []), Article(text), [accused, denied]);
        Assert.Equal("swimmers", reading.Actors.Single(a => a.Id == reading.Statements[1].Actor).Name);
    }

    [Theory]
    [InlineData("Lom, Va. The harbour master said nothing.")]
    [InlineData("CLOSE ✋ MORE 🛑 SHARE THIS ARTICLE on")]
    [InlineData("Ilse Ilse Ilse IlseX IlseIlse Ilse")]
    [InlineData("on Wednesday last week in May 2031 the")]
    [InlineData("A.")]
    public void Odd_lines_are_read_without_falling_over(string text)
    {
        var whole = Spans.Of(0, text.Length);
        var reading = ActorReader.Read(ProseReader.Read(text, []), Article(text), [Said(whole), Said(whole) with { AccusedWords = whole, Act = Act.Accuse }]);
        Assert.All(reading.Actors.SelectMany(a => a.Mentions), m => Assert.InRange(m.Hull.End, 1, text.Length));
    }
}
