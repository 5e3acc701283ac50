using Stemma.Articles.Attribution.Tagger;
using Stemma.Articles.Sentences;
using Stemma.Tests.Words;
using Stemma.Words;

namespace Stemma.Tests.Articles.Attribution;

/// <summary>The tagger on sentences of our own. Its figures on annotated articles are quality's business; here stands what must never slip.</summary>
[Collection("kernels")]
public class TaggerTests
{
    private static IReadOnlyList<TaggedAttribution> Tag(string text) => Stemma.Articles.Attribution.Tagger.Tagger.Tag(ProseReader.Read(text, []));

    private static string[] Told(string text) => [.. Tag(text).Select(a => $"{a.Source.Of(text)} | {a.Cue.Of(text)} | {a.Content.Of(text)}")];

    [Theory]
    [InlineData("Ilse Maren said that the crane had failed before dawn.", "Ilse Maren | said | that the crane had failed before dawn")]
    [InlineData("According to the ministry, the bank had known since March.", "the ministry | According to | the bank had known since March")]
    [InlineData("“We never signed it,” said Maren. The cranes stood still.", "Maren | said | “We never signed it,”")]
    [InlineData("Orlin Voss denied taking the money.", "Orlin Voss | denied | taking the money")]
    public void Plain_ways_of_saying_are_read(string text, string expected) => Assert.Contains(expected, Told(text));

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n\n")]
    public void Positions_are_right_behind_emoji_combining_marks_and_any_line_end(string end)
    {
        var text = $"👍🏽 Cafe\u0301 news 𝒜{end}The ferry was late.{end}Ilse Maren said that the crane had failed.";
        Assert.Contains("Ilse Maren | said | that the crane had failed", Told(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n \t")]
    [InlineData(".")]
    [InlineData("“")]
    public void Nothing_is_found_where_nothing_is_said(string text) => Assert.Empty(Tag(text));

    [Fact]
    public void Every_vector_width_gives_the_same_findings_and_the_same_confidence()
    {
        var text = Story(6);
        var kept = Lanes.Width;
        var answers = new List<string>();
        try
        {
            foreach (var width in new[] { 512, 256, 0 })
            {
                Lanes.Width = width;
                answers.Add(string.Join('\n', Tag(text).Select(a => a.ToString())));
            }
        }
        finally
        {
            Lanes.Width = kept;
        }

        Assert.NotEmpty(answers[0]);
        Assert.Equal(answers[0], answers[1]);
        Assert.Equal(answers[0], answers[2]);
    }

    [Fact]
    public void Threads_change_nothing()
    {
        var text = Story(6);
        var alone = string.Join('\n', Tag(text).Select(a => a.ToString()));
        Assert.All(Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(4).Select(_ => string.Join('\n', Tag(text).Select(a => a.ToString()))).ToArray(), together => Assert.Equal(alone, together));
    }

    [Fact]
    public void Furniture_says_nothing_but_the_headline_does()
    {
        const string Text = "Maren says crane failed\nPhoto: Voss said it was his.";
        var end = Text.IndexOf('\n');
        Furniture[] furniture = [new([new TextSpan(0, end)], FurnitureKind.Headline), new([new TextSpan(end + 1, Text.Length)], FurnitureKind.Caption)];
        var found = Stemma.Articles.Attribution.Tagger.Tagger.Tag(ProseReader.Read(Text, furniture));
        Assert.Equal("Maren", Assert.Single(found).Source.Of(Text));
    }

    [Fact]
    public void Spans_lie_in_the_text_in_order_and_confidence_is_a_probability()
    {
        var text = Story(40);
        foreach (var found in Tag(text))
        {
            Assert.All(found.Cue.Concat(found.Source).Concat(found.Content), s => Assert.True(0 <= s.Begin && s.Begin < s.End && s.End <= text.Length));
            Assert.NotEmpty(found.Content);
            Assert.Single(found.Cue);
            Assert.InRange(found.Confidence, 0, 1);
        }
    }

    private static string Story(int paragraphs) => string.Join("\n\n", Enumerable.Range(0, paragraphs).Select(i =>
        $"Ilse Maren said on Tuesday that pier {i} had burned, adding that nobody was hurt. “We saw it,” a docker told North Wire. Orlin Voss denied that the council had known; according to a survey, most people of Lom believe him."));
}
