using Stemma.Articles.Sentences;

namespace Stemma.Tests.Articles.Sentences;

public class ProseReaderTests
{
    private static Prose Read(string text, params Furniture[] furniture) => ProseReader.Read(text, furniture);

    private static string[] Words(string text) => [.. Read(text).Tokens.Select(t => t.Span.Of(text))];

    private static string[] Sentences(string text) => [.. Read(text).Sentences.Select(s => s.Span.Of(text))];

    private static string[] Quotations(string text) => [.. Read(text).Quotations.Select(q => q.Span.Of(text))];

    [Theory]
    [InlineData("She wasn’t there, he’d say.", "She|was|n’t|there|,|he|’d|say|.")]
    [InlineData("Maren's well-kept co-op cannot pay $5.7 million.", "Maren|'s|well-kept|co-op|can|not|pay|$|5.7|million|.")]
    [InlineData("The U.S. envoy, Maj.-Gen. Orlin Voss, left at 10:30 a.m. sharp...", "The|U.S.|envoy|,|Maj.-Gen.|Orlin|Voss|,|left|at|10:30|a.m.|sharp|...")]
    [InlineData("The cranes failed.The ship sank—all of it--at once", "The|cranes|failed|.|The|ship|sank|—|all|of|it|--|at|once")]
    [InlineData("See https://lom.example/a?b=1, or write to a.b@lom.example.", "See|https://lom.example/a?b=1|,|or|write|to|a.b@lom.example|.")]
    [InlineData("He said no. Then No. 5 sailed.", "He|said|no|.|Then|No.|5|sailed|.")]
    [InlineData("the workers’ rights of O’Dell and R&D", "the|workers|’|rights|of|O’Dell|and|R&D")]
    [InlineData("Well done 👍🏽 cafe\u0301!", "Well|done|👍🏽|cafe\u0301|!")]
    public void Words_are_split_as_in_the_Penn_Treebank(string text, string expected) => Assert.Equal(expected.Split('|'), Words(text));

    [Theory]
    [InlineData("The U.S. Senate met. It voted.", "The U.S. Senate met.|It voted.")]
    [InlineData("He lives in the U.S. The others left.", "He lives in the U.S.|The others left.")]
    [InlineData("Maj.-Gen. Voss spoke. Dr. Maren did not.", "Maj.-Gen. Voss spoke.|Dr. Maren did not.")]
    [InlineData("“Why?” she asked. “Nobody came.” The hall was empty.", "“Why?” she asked.|“Nobody came.”|The hall was empty.")]
    [InlineData("The pier burned (twice.) Nobody knew why… Then it rained!", "The pier burned (twice.)|Nobody knew why…|Then it rained!")]
    [InlineData("He paid 3.5 million. 22 boats left on Jan. 5 at noon.", "He paid 3.5 million.|22 boats left on Jan. 5 at noon.")]
    [InlineData("Headline without stop\nA first line.\r\nA second one.", "Headline without stop|A first line.|A second one.")]
    public void A_stop_ends_a_sentence_only_where_it_is_the_sentence_s_own(string text, string expected) => Assert.Equal(expected.Split('|'), Sentences(text));

    [Theory]
    [InlineData("“We know,” Maren said, “that ‘the list’ burned.”", "“We know,”|“that ‘the list’ burned.”|‘the list’")]
    [InlineData("\"We know,\" she said. \"Go.\"", "\"We know,\"|\"Go.\"")]
    [InlineData("‘The workers’ hall isn’t open,’ he said.", "‘The workers’ hall isn’t open,’")]
    [InlineData("Voss: 'No one was told' about the dockers' strike", "'No one was told'")]
    [InlineData("«Nous savons», he said. „Wir auch“, she said. »Ja«, he said.", "«Nous savons»|„Wir auch“|»Ja«")]
    [InlineData("The 6'2\" rower and Maren's friends' boats", "")]
    public void Quotation_marks_of_every_kind_are_paired(string text, string expected) =>
        Assert.Equal(expected.Length == 0 ? [] : expected.Split('|'), Quotations(text));

    [Fact]
    public void A_quotation_runs_on_where_the_next_paragraph_reopens_its_mark()
    {
        var prose = Read("“The first part.\n\n“The second part.”\n\nHe left.");
        var quotation = Assert.Single(prose.Quotations);
        Assert.True(quotation.Closed);
        Assert.Equal(2, quotation.Span.Count);
        Assert.Empty(prose.Trouble);
    }

    [Theory]
    [InlineData("“The first part is lost, he said.\n\nNobody came. “Go,” she said.")]
    [InlineData("\"The first part is lost, he said.\n\nNobody came. \"Go,\" she said.")]
    public void A_mark_that_is_never_closed_is_trouble_and_swallows_nothing_behind_its_paragraph(string text)
    {
        var prose = Read(text);
        Assert.Equal(["unbalanced-quotation-marks"], prose.Trouble.Select(t => t.Kind));
        Assert.Equal([false, true], prose.Quotations.Select(q => q.Closed));
        Assert.Equal(-1, prose.Tokens.First(t => t.Lower == "nobody").Quotation);
        Assert.Equal(1, prose.Tokens.First(t => t.Lower == "go").Quotation);
    }

    [Fact]
    public void Furniture_is_cut_off_from_the_body_and_no_quotation_crosses_it()
    {
        const string Text = "Lom burns. Photo: North Wire “The port";
        var prose = Read(Text, new Furniture([new TextSpan(11, 28)], FurnitureKind.Credit));
        Assert.Equal(["Lom burns.", "Photo: North Wire", "“The port"], prose.Paragraphs.Select(p => p.Span.Of(Text)));
        Assert.Equal([null, FurnitureKind.Credit, null], prose.Paragraphs.Select(p => p.Furniture));
    }

    [Fact]
    public void Lines_wrapped_by_hand_are_one_paragraph_until_an_empty_line()
    {
        var paragraph = string.Join('\n', Enumerable.Repeat("the crane stood on the pier of the old harbour and waited for", 5)) + " it.";
        Assert.Equal(2, Read(paragraph + "\n\n" + paragraph).Paragraphs.Count);
    }

    [Fact]
    public void Every_parcel_is_in_order_and_inside_the_text()
    {
        foreach (var text in Hostile())
        {
            var prose = Read(text);
            var end = 0;
            foreach (var token in prose.Tokens)
            {
                Assert.True(token.Span.Begin >= end && token.Span.End > token.Span.Begin && token.Span.End <= text.Length);
                end = token.Span.End;
                Assert.InRange(token.Quotation, -1, prose.Quotations.Count - 1);
            }

            Assert.Equal(prose.Tokens.Count, prose.Sentences.Sum(s => s.Tokens));
            Assert.Equal(prose.Sentences.Count, prose.Paragraphs.Sum(p => p.Sentences));
            Assert.All(prose.Quotations, q => Assert.All(q.Span, s => Assert.True(0 <= s.Begin && s.Begin < s.End && s.End <= text.Length)));
            Assert.Equal(prose.Tokens, Read(text).Tokens);
        }
    }

    [Fact]
    public void Time_grows_with_the_text_and_not_with_its_square()
    {
        foreach (var piece in new[] { "“", "'a ", "‘a ", "\"a ", "a.", "U.S. ", "a-", "n't", "((( ", "« ", "👍🏽" })
        {
            var clock = System.Diagnostics.Stopwatch.StartNew();
            Read(string.Concat(Enumerable.Repeat(piece, 200_000)));
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"“{piece}” took {clock.Elapsed}");
        }
    }

    private static IEnumerable<string> Hostile()
    {
        yield return "";
        yield return " \r\n\t\u2028\ufeff\u200b";
        yield return "\ud83d lone \udc4d surrogates ’";
        yield return "''``''\"'‘’“”«»„‚‹›";
        yield return "““““““““a””””””””";
        yield return "\u0301\u0301e\u0301 ’s n’t 's";
        var random = new Random(7);
        const string Signs = "aB1 .,!?’'\"“”‘«»„(\n\r-—$%é\u0301";
        for (var i = 0; i < 300; i++)
        {
            yield return string.Concat(Enumerable.Range(0, random.Next(80)).Select(_ => Signs[random.Next(Signs.Length)]));
        }
    }
}
