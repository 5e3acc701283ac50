namespace Stemma.Tests;

public class FindingsJsonTests
{
    [Fact]
    public void Positions_outside_count_code_points_and_come_back()
    {
        const string text = "😀 Maren said “é”\r\n👩‍🚒 no.";
        var map = CodePoints.Of(text);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLowSurrogate(text[i]))
            {
                continue;
            }

            Assert.Equal(i, map.ToUtf16(map.FromUtf16(i)));
            Assert.Equal(text[..i].EnumerateRunes().Count(), map.FromUtf16(i));
        }
    }

    [Fact]
    public void Findings_come_back_from_their_line_as_they_went()
    {
        const string text = "😀 Maren said “no”.";
        var findings = new ArticleFindings
        {
            Reader = "t",
            Article = new Article { Id = "a", File = "a.txt", Sha256 = "00", Text = text },
            Published = new Publication(Edtf.Parse("2031-05-06"), PublicationSource.Stated, Spans.Of(3, 8), "stated"),
            Statements =
            [
                new Statement
                {
                    Id = "s1", Form = Form.Direct, Source = Spans.Of(3, 8), Cue = Spans.Of(9, 13), Content = Spans.Of(14, 18),
                    Confidence = 0.5, Rule = "test", Said = new SaidOn(Edtf.Parse("2031-05"), Spans.None),
                },
            ],
            Trouble = [new Trouble("odd", Spans.Of(0, 2), "an emoji")],
        };

        var line = FindingsJson.Line(findings);
        var back = FindingsJson.ReadLine(line);

        Assert.Contains("\"source\":[[2,7]]", line, StringComparison.Ordinal);
        Assert.Equal(Spans.Of(3, 8), back.Statements[0].Source);
        Assert.Equal("Maren", back.Statements[0].Source.Of(text));
        Assert.Equal(line, FindingsJson.Line(back));
    }

    [Theory]
    [InlineData("2017-04-04", "2017-04-04", "2017-04-04")]
    [InlineData("2017-04", "2017-04-01", "2017-04-30")]
    [InlineData("2016~", "2016-01-01", "2016-12-31")]
    [InlineData("201X", "2010-01-01", "2019-12-31")]
    [InlineData("2017-04-12/2017-04-18", "2017-04-12", "2017-04-18")]
    [InlineData("201X-04-12/..", "2010-01-01", null)]
    [InlineData("2017-21", "2017-03-01", "2017-05-31")]
    [InlineData("yesterday", null, null)]
    public void An_EDTF_date_lies_between_its_days(string edtf, string? earliest, string? latest)
    {
        var moment = Edtf.Parse(edtf);
        Assert.Equal(earliest, moment.Earliest?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(latest, moment.Latest?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }
}
