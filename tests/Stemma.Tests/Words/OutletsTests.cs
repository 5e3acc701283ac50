using Stemma.Words;

namespace Stemma.Tests.Words;

public class OutletsTests
{
    [Theory]
    [InlineData("gazette", true, true, true)]
    [InlineData("mirror", true, true, true)]
    [InlineData("mercury", false, false, true)]
    [InlineData("channel", false, true, false)]
    [InlineData("harbour", false, false, false)]
    public void A_word_ends_an_outlets_name_anywhere_or_only_where_one_is_told_or_credited(string word, bool anywhere, bool told, bool credited)
    {
        Assert.Equal(anywhere, Outlets.IsEnding(word));
        Assert.Equal(told, Outlets.IsEndingOfWhoeverIsTold(word));
        Assert.Equal(credited, Outlets.IsWordOfACredit(word));
    }

    [Fact]
    public void A_platform_is_no_outlet_of_the_list_and_no_ending()
    {
        Assert.True(Outlets.IsPlatform("telegram"));
        Assert.False(Outlets.IsEnding("telegram"));
        Assert.Equal(OutletKind.None, Outlets.KindOf("Telegram"));
    }

    [Fact]
    public void An_agency_goes_by_all_its_names()
    {
        Assert.Equal(OutletKind.Agency, Outlets.KindOf("AFP"));
        Assert.True(Outlets.Same("AFP", "Agence France-Presse"));
        Assert.True(Outlets.Same("The Harbour Post", "www.harbourpost.com"));
        Assert.False(Outlets.Same("Harbour Post", "Harbour Press"));
        Assert.False(Outlets.IsKnown("The Harbour Post"));
    }

    [Fact]
    public void No_word_of_the_lists_stands_in_two_of_them() =>
        Assert.All(Resource.Rows("Words/Data/outlet-words.tsv").SelectMany(r => r[1].Split(", ")).GroupBy(w => w), g => Assert.Single(g));
}
