using Stemma.Views;

namespace Stemma.Tests.Views;

public class CsvTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("he said \"no\"", "\"he said \"\"no\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("", "")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0")]
    [InlineData("  =1+1", "'  =1+1")]
    [InlineData("-3.5", "-3.5")]
    [InlineData("-3+4", "'-3+4")]
    [InlineData("é 👩‍🚒", "é 👩‍🚒")]
    public void A_cell_is_quoted_where_needed_and_never_a_formula(string words, string cell) => Assert.Equal(cell + "\r\n", Csv.Line([words]));
}
