using System.Text;
using Stemma.Articles.Attribution;
using Stemma.Articles.Sentences;

namespace Stemma.Tests.Articles.Attribution;

/// <summary>The whole room on short texts: tagger, rules and descriptions together.</summary>
public class ReadingSpecs
{
    public static TheoryData<Spec> Cases => Spec.Below("Articles/Attribution/Specs/Reading");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Who_says_what_is_read(Spec spec) => spec.Expect(Read(spec.Text).Statements.Select(s => Rows.Of(s, spec.Text)));

    [Theory]
    [InlineData("")]
    [InlineData("\n\n \r\n")]
    [InlineData("“")]
    [InlineData(":::")]
    [InlineData("According to")]
    [InlineData("“” said “”. VOSS: : :\n\nMAREN:")]
    [InlineData("\ud83d said \udc00 that")]
    public void Hostile_texts_are_read_without_harm(string text)
    {
        foreach (var statement in Read(text).Statements)
        {
            AssertInside(statement, text);
        }
    }

    [Fact]
    public void Positions_hold_beside_emoji_combining_marks_and_line_ends()
    {
        const string Text = "😀 The c\u0327rane fell, Maren\u0301 said.\r\n\r\n“Nobody 🚢 asked us about it,” Voss told reporters. 👩‍👩‍👧 “It was over.”\r\n";
        var statements = Read(Text).Statements;
        Assert.NotEmpty(statements);
        Assert.All(statements, s => AssertInside(s, Text));
        Assert.Contains(statements, s => s.Content.Of(Text).Contains("“Nobody 🚢 asked us about it,”", StringComparison.Ordinal));
    }

    [Fact]
    public void A_foreign_text_is_said_to_be_one_and_read_no_further_than_its_marks()
    {
        const string Text = "Le port de Lom a été fermé mardi après une explosion qui a fait quatorze morts, selon les autorités. «Nous n'avons jamais été prévenus par le ministère de ce danger pour il y a des années», a déclaré la ministre Ilse Maren devant les journalistes réunis au siège du gouvernement, ajoutant que les travaux reprendraient la semaine prochaine.";
        var reading = Read(Text);
        Assert.Equal("not-english", Assert.Single(reading.Trouble).Kind);
        Assert.All(reading.Statements, s => Assert.True(s.Source.IsEmpty));
    }

    [Fact]
    public void The_same_text_is_read_the_same_twice()
    {
        const string Text = "Maren said the dam was safe. Voss denied it, calling the report a “lie”, and demanded an inquiry, according to North Wire.";
        Assert.Equal(Read(Text).Statements.Select(s => s.ToString()), Read(Text).Statements.Select(s => s.ToString()));
    }

    [Fact]
    public void A_headline_without_a_stop_does_not_run_on_into_the_first_paragraph()
    {
        const string Headline = "Army denies firing on terminal";
        const string Lead = "North Wire, citing state media, said the army denied that it had fired on the grain terminal.";
        foreach (var between in (ReadOnlySpan<string>)["\n\n", ".\n\n"])
        {
            var text = Headline + between + Lead;
            var statements = Read(text).Statements;

            Assert.All(statements, s => Assert.All(s.Source.Concat(s.Content), piece => Assert.True(piece.End <= Headline.Length || piece.Begin > Headline.Length)));
            Assert.Contains(statements, s => s.Source.Of(text).StartsWith("North Wire", StringComparison.Ordinal) && s.Content.Of(text) == "the army denied that it had fired on the grain terminal");
            Assert.Contains(statements, s => s.Source.Of(text) == "Army" && s.Content.Of(text) == "firing on terminal");
        }
    }

    [Theory]
    [InlineData("LOM (NW) — ")]
    [InlineData("LOM, Vardia, 4 May (North Wire) — ")]
    [InlineData("SUND — ")]
    public void A_dateline_is_no_word_of_what_is_said(string dateline)
    {
        const string Said = "The death toll of the fire rose to 22 on Tuesday";
        var text = $"Toll of Lom fire rises to 22\n\n{dateline}{Said}, the Interior Ministry said.\n\nNATO – the alliance of thirty – said it would send boats.";
        var statements = Read(text).Statements;

        Assert.Contains(statements, s => s.Content.Of(text) == Said);
        Assert.Contains(statements, s => s.Source.Of(text).StartsWith("NATO", StringComparison.Ordinal));
    }

    [Fact]
    public void What_reading_costs_is_linear_in_the_text()
    {
        var unit = "Maren said the dam was safe. “Nobody asked us,” Voss told North Wire, adding that he would sue.\n\nThe council vetoed the draft; according to the clerk, nothing had changed since May.\n\n";
        var (small, large) = (Repeat(unit, 60), Repeat(unit, 600));
        Read(large);
        var (one, ten) = (Allocated(small), Allocated(large));
        Assert.True(ten < 15 * one, $"60 units took {one} bytes, 600 took {ten}");
    }

    private static long Allocated(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Read(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Repeat(string unit, int times) => new StringBuilder().Insert(0, unit, times).ToString();

    private static AttributionReading Read(string text)
    {
        var prose = ProseReader.Read(text, []);
        var read = AttributionReader.Read(prose);
        return read with { Statements = AttributionReader.WithWays(prose, read.Statements, []) };
    }

    private static void AssertInside(Statement statement, string text)
    {
        foreach (var span in statement.Source.Concat(statement.Cue).Concat(statement.Content).Concat(statement.Hedges.SelectMany(h => h.Span)).Concat(statement.AccusedWords).Concat(statement.Denies ?? Spans.None))
        {
            Assert.True(span.Begin >= 0 && span.Begin < span.End && span.End <= text.Length, $"{span} in a text of {text.Length}");
        }
    }
}
