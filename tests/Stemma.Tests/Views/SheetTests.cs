using Stemma.Views;

namespace Stemma.Tests.Views;

public class SheetTests
{
    [Fact]
    public void A_table_fits_and_identifiers_stay_whole()
    {
        var sheet = new Sheet(60).Table([["S0123456789ab", new string('x', 80), "says", "a long text that goes on and on and on"], ["S1", "y", "denies", "short"]], indent: 0);
        Assert.All(sheet.ToString().Split('\n'), l => Assert.True(l.Length <= 60, l));
        Assert.Contains("S0123456789ab", sheet.ToString(), StringComparison.Ordinal);
        Assert.Contains("denies", sheet.ToString(), StringComparison.Ordinal);
        Assert.Contains("…", sheet.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Words_of_a_stranger_cannot_move_the_cursor()
    {
        Assert.Equal("red[31m alert", Sheet.Flat("red\u001b[31m\r\nalert\u0007"));
        Assert.Equal("abc", Sheet.Flat("\u202Eabc\u2066"));
    }

    [Fact]
    public void Cutting_splits_no_sign_and_counts_wide_ones_twice()
    {
        Assert.Equal(4, Sheet.WidthOf("👩é日") - 1);
        Assert.Equal("日本…", Sheet.Cut("日本語の新聞", 6));
        Assert.Equal("e\u0301e\u0301…", Sheet.Cut("e\u0301e\u0301e\u0301e\u0301", 3));
    }
}
