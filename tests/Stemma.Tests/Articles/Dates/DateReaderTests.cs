using System.Text;
using Stemma.Articles.Dates;
using Stemma.Articles.Sentences;

namespace Stemma.Tests.Articles.Dates;

public class DateReaderTests
{
    private static readonly DateOnly Published = new(2031, 5, 7);

    [Fact]
    public void A_statement_was_said_on_the_day_beside_its_cue_not_on_the_day_it_tells()
    {
        const string text = "Maren said on Tuesday that the cranes moved on Monday. Voss said nothing moved in 2030.";
        var read = Read(text, [Statement(text, "Maren", "said on", "that the cranes moved on Monday"), Statement(text, "Voss", "said nothing", "nothing moved in 2030", cueLength: 4)]);
        Assert.Equal("2031-05-06", read.Statements[0].Said!.Moment.Edtf);
        Assert.Equal("Tuesday", read.Statements[0].Said!.Span.Of(text));
        Assert.Null(read.Statements[1].Said);
    }

    [Fact]
    public void Yesterday_is_no_day_where_publication_is_only_known_as_days_between()
    {
        const string text = "The council met on Wednesday, May 7, long after the strike of 2028. On Friday it met again. The yesterday of Lom is over.";
        var read = DateReader.Read(ProseReader.Read(text, []), Article(text), null, []);
        Assert.False(read.Published!.Moment.IsDay);
        var date = Assert.Single(read.Dates, d => d.Span.Of(text) == "yesterday");
        Assert.Null(date.Moment);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n\r\n")]
    [InlineData("😀 on Tuesday, May\u0301 5 👩‍🚒 1️⃣9️⃣9️⃣0️⃣")]
    [InlineData("Am 5. Mai 2031 sagte er am Dienstag nichts. 2031年5月5日。 ‏يوم الثلاثاء")]
    [InlineData("99999999999999999999 years ago, 2147483648 centuries later, the 999999th century BC, May 99, 0000-00-00, 31/31/31, 99:99 a.m.")]
    [InlineData("February 29, 2031; Feb. 30; the year 0; 0 BC; 9999 years before; December 31, 9999 and the day after")]
    [InlineData("one two three four five hundred thousand million twenty-twenty-one nineteen ninety nine")]
    public void Odd_texts_are_read_without_harm(string text)
    {
        foreach (var published in (DateOnly?[])[Published, null, DateOnly.MinValue, DateOnly.MaxValue])
        {
            foreach (var date in DateReader.Dates(text, published))
            {
                Assert.InRange(date.Span.Hull.Begin, 0, text.Length);
                Assert.InRange(date.Span.Hull.End, date.Span.Hull.Begin + 1, text.Length);
            }
        }
    }

    [Fact]
    public void Spans_stand_in_the_order_of_the_text_and_never_overlap()
    {
        var text = string.Concat(Enumerable.Repeat("On 3-4 May 1916 and at 10:35 a.m. Friday, two days later, the third quarter of 2029 ended; last week too, \r\n\r\n“two and a half years” ago. ", 40));
        var end = 0;
        foreach (var date in DateReader.Dates(text, Published))
        {
            Assert.True(date.Span.Hull.Begin >= end);
            end = date.Span.Hull.End;
        }
    }

    [Fact]
    public void The_same_text_gives_the_same_dates_on_many_threads()
    {
        var text = string.Concat(Enumerable.Repeat("On Tuesday, 5 May 1999, and every second Friday since late 2016, at noon. ", 30));
        var first = Line(text);
        Assert.All(Enumerable.Range(0, 32).AsParallel().Select(_ => Line(text)).ToList(), line => Assert.Equal(first, line));
    }

    // The classic traps: repeated digits, number words, options that could each match, brackets in brackets.
    public static TheoryData<string> Traps() =>
    [
        "1", "1-", "one ", "twenty-", "the ", "May ", "May 1 ", "(", "early mid late ", "12:", "1/2", "199", "a few ", "the first ", "Monday, ", "19,", "at least about nearly ", "'9", "a.", "January and ", "hundred thousand ",
    ];

    [Theory]
    [MemberData(nameof(Traps))]
    public void Hostile_repetition_costs_no_more_than_its_length(string trap)
    {
        // Sixteen times the text may allocate sixteen times as much; a clock would measure the machine.
        var (small, large) = (Repeat(trap, 20_000), Repeat(trap, 320_000));
        DateReader.Dates(large, Published);
        var (once, sixteen) = (Work(small), Work(large));
        Assert.True(sixteen < 20_000 + (24 * once), $"{trap}: {once} bytes, then {sixteen}");
    }

    private static long Work(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        DateReader.Dates(text, Published);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Repeat(string trap, int length) => new StringBuilder().Insert(0, trap, (length / trap.Length) + 1).ToString();

    private static string Line(string text) => string.Join('|', DateReader.Dates(text, Published).Select(d => $"{d.Span} {d.Type} {d.Timex} {d.Moment} {d.Anchor} {d.Mod} {d.Rule}"));

    private static Article Article(string text) => new() { Id = "a", File = "a.txt", Sha256 = "", Text = text };

    private static DateReading Read(string text, IReadOnlyList<Statement> statements) =>
        DateReader.Read(ProseReader.Read(text, []), Article(text), new Publication(Moment.Day(Published), PublicationSource.Stated, Spans.None, "stated"), statements);

    private static Statement Statement(string text, string source, string cue, string content, int cueLength = 4) => new()
    {
        Id = "s",
        Form = Form.Indirect,
        Source = Words(text, source),
        Cue = Spans.Of(text.IndexOf(cue, StringComparison.Ordinal), text.IndexOf(cue, StringComparison.Ordinal) + cueLength),
        Content = Words(text, content),
        Confidence = 1,
        Rule = "test",
    };

    private static Spans Words(string text, string words) => Spans.Of(text.IndexOf(words, StringComparison.Ordinal), text.IndexOf(words, StringComparison.Ordinal) + words.Length);
}
