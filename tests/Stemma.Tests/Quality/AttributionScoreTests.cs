using System.Text.Json;
using Stemma.Quality.Attribution;

namespace Stemma.Tests.Quality;

/// <summary>Does our scorer count as the one beside the data does? Cases worked out by hand from its rules.</summary>
public class AttributionScoreTests
{
    private const string Text = "“We never signed it,” said Maren’s deputy in the North-Bank U.S. office, 3.5 miles off.";

    private static Relation Of(Grid grid, string source, string cue, string content) =>
        Relation.Of(grid, Words(source), Words(cue), Words(content));

    private static IEnumerable<TextSpan> Words(string words) => words.Length == 0 ? [] : [new(Text.IndexOf(words, StringComparison.Ordinal), Text.IndexOf(words, StringComparison.Ordinal) + words.Length)];

    [Fact]
    public void The_grid_keeps_inner_apostrophes_hyphens_and_stops_and_every_other_sign_alone()
    {
        var grid = new Grid(Text);
        var words = Enumerable.Range(0, 21).Select(i => grid[i].Of(Text)).ToArray();
        Assert.Equal(["“", "We", "never", "signed", "it", ",", "”", "said", "Maren’s", "deputy", "in", "the", "North-Bank", "U.S", ".", "office", ",", "3.5", "miles", "off", "."], words);
        Assert.True(grid.InQuotationMarks(3));
        Assert.False(grid.InQuotationMarks(7));
    }

    [Fact]
    public void A_stray_comma_costs_nothing_and_half_a_source_is_enough()
    {
        var grid = new Grid(Text);
        var gold = Of(grid, "Maren’s deputy", "said", "“We never signed it,”");
        Assert.True(Of(grid, "Maren’s deputy", "said", "We never signed it").IsExactly(gold));
        Assert.True(Of(grid, "deputy", "said", "never signed it").Matches(gold, .8));
        Assert.False(Of(grid, "", "said", "We never signed it").Matches(gold, .5));
        Assert.False(Of(grid, "deputy", "said", "We").Matches(gold, .5));
    }

    [Fact]
    public void Relations_are_paired_one_to_one_only_where_their_cues_meet()
    {
        var grid = new Grid(Text);
        var gold = new[] { Of(grid, "Maren’s deputy", "said", "We never signed it") };
        Assert.Empty(Relation.Pair([Of(grid, "Maren’s deputy", "signed", "We never signed it")], gold));
        Assert.Equal([(1, 0)], Relation.Pair([Of(grid, "", "said", "miles"), Of(grid, "deputy", "said", "We never")], gold));
    }

    [Fact]
    public void Spans_laid_over_paragraphs_count_only_when_they_are_exact()
    {
        var row = new CofenetRow();
        var instance = JsonSerializer.Deserialize<JsonElement>("""{"offsets": [[0, 5], [6, 10], [11, 15], [16, 17]], "labels": ["B-source", "B-cue", "B-content", "I-content"]}""");
        row.Add(instance, [[new(0, 5)], [new(6, 10)], [new(11, 15)]]);
        Assert.Equal(100, row.F1(0));
        Assert.Equal(100, row.F1(1));
        Assert.Equal(0, row.F1(2));
    }
}
