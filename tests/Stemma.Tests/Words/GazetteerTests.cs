using Stemma.Words;

namespace Stemma.Tests.Words;

public class GazetteerTests
{
    private static string Found(string text) => string.Join("; ", Gazetteer.World.Find(text, new TextSpan(0, text.Length)).Select(h => $"{h.Span.Of(text)}={h.Names[0].Kind}/{h.Names[0].Country}"));

    [Theory]
    [InlineData("Syrian rebels met in Ankara.", "Syrian=People/SYR; Ankara=Capital/TUR")]
    [InlineData("The White House and the U.S. Congress agreed.", "White House=Institution/USA; U.S. Congress=Institution/USA")]
    [InlineData("He told us that who we are matters.", "")]
    [InlineData("The WHO told the US.", "WHO=International/; US=Country/USA")]
    [InlineData("Côte d’Ivoire’s army and São Tomé", "Côte d’Ivoire=Country/CIV; São Tomé=Capital/STP")]
    [InlineData("al-Qaeda and Al Qaeda", "al-Qaeda=ArmedGroup/; Al Qaeda=ArmedGroup/")]
    [InlineData("the UN Security Council", "UN Security Council=International/")]
    [InlineData("Paris. Texas", "Paris=Capital/FRA; Texas=Place/USA")]
    [InlineData("in St. Petersburg.", "St. Petersburg=Place/RUS")]
    [InlineData("turkey and georgia in small letters", "")]
    public void The_longest_name_wins_and_capitals_count(string text, string expected) => Assert.Equal(expected, Found(text));

    [Fact]
    public void Positions_hold_after_emoji_and_across_a_line_end()
    {
        const string text = "🚢 Sri\r\nLanka";
        var hit = Assert.Single(Gazetteer.World.Find(text, new TextSpan(0, text.Length)));
        Assert.Equal("Sri\r\nLanka", hit.Span.Of(text));
        Assert.Equal("LKA", hit.Names[0].Country);
    }

    [Fact]
    public void A_blank_line_parts_names() => Assert.Equal("", Found("Sri\n\nLanka"));

    [Fact]
    public void Names_in_pieces_of_a_word_are_not_found() => Assert.Equal("", Found("Omanix Iranology xIran"));

    [Fact]
    public void The_councils_record_lists_a_veto_of_its_day()
    {
        var veto = Assert.Single(CouncilRecord.On(new DateOnly(2017, 4, 12)));
        Assert.Equal(["RUS"], veto.By);
        Assert.Equal(214, CouncilRecord.Vetoes.Count);
        Assert.True(CouncilRecord.IsMember("RUS", 2000));
        Assert.Null(CouncilRecord.IsMember("RUS", 1980));
    }

    [Fact]
    public void A_country_has_a_plain_name() => Assert.Equal("Russia", Gazetteer.World.CountryName("RUS"));

    [Fact]
    public void Hostile_text_costs_what_plain_text_costs()
    {
        var text = string.Concat(Enumerable.Repeat("United States of ", 60_000));
        Assert.Equal(60_000, Gazetteer.World.Find(text, new TextSpan(0, text.Length)).Count());
    }
}
