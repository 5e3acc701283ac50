using System.Globalization;
using Stemma.Words;

namespace Stemma.Tests.Words;

public class FiguresTests
{
    [Theory]
    [InlineData("59 missiles", "59", "59", 1)]
    [InlineData("1,300 people", "1300", "1300", 1)]
    [InlineData("2.5 million people", "2500000.0", "2500000.0", 2)]
    [InlineData("twenty-two men", "22", "22", 1)]
    [InlineData("at least 40 people", "40", "", 3)]
    [InlineData("more than a dozen boats", "12", "", 4)]
    [InlineData("up to nine", "", "9", 3)]
    [InlineData("fewer than 40", "", "40", 3)]
    [InlineData("about 40", "36.0", "44.0", 2)]
    [InlineData("nearly 40", "36.0", "40", 2)]
    [InlineData("between 40 and 52 people", "40", "52", 4)]
    [InlineData("40 to 52 people", "40", "52", 3)]
    [InlineData("scores of people", "40", "", 1)]
    [InlineData("tens of thousands of people", "20000", "", 3)]
    public void A_figure_is_told_as_bounds(string words, string low, string high, int count)
    {
        var figure = Figures.At(words.Split(' '), 0);
        Assert.NotNull(figure);
        Assert.Equal(Bound(low), figure.Value.Low);
        Assert.Equal(Bound(high), figure.Value.High);
        Assert.Equal(count, figure.Value.Count);
    }

    [Theory]
    [InlineData("people")]
    [InlineData("over the river")]
    [InlineData("some people")]
    [InlineData("about the port")]
    public void Words_that_count_nothing_are_no_figure(string words) => Assert.Null(Figures.At(words.Split(' '), 0));

    private static decimal? Bound(string words) => words.Length == 0 ? null : decimal.Parse(words, CultureInfo.InvariantCulture);
}
