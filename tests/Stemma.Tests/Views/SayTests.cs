namespace Stemma.Tests.Views;

public class SayTests
{
    [Theory]
    [InlineData("2031-05-04", "4 May 2031")]
    [InlineData("2031-05", "May 2031")]
    [InlineData("2031", "2031")]
    [InlineData("2031-05-04/2031-05-09", "4–9 May 2031")]
    [InlineData("2031-05-04/..", "4 May 2031 or later")]
    [InlineData("2031-XX-XX", "2031")]
    [InlineData("2031-05-XX", "May 2031")]
    [InlineData("2016~", "about 2016")]
    [InlineData("2031-05?", "perhaps May 2031")]
    [InlineData("201X", "the 2010s")]
    [InlineData("19XX", "the 1900s")]
    [InlineData("201X-07-17/..", "17 July in the 2010s or later")]
    [InlineData("XXXX-07-17", "17 July, year not known")]
    [InlineData("../XXXX-08-02", "2 August or before, year not known")]
    [InlineData("XXXX-XX-XX", "no day known")]
    public void A_day_is_told_in_words_however_little_is_known_of_it(string edtf, string words) => Assert.Equal(words, Stemma.Views.Say.Day(Edtf.Parse(edtf)));
}
