namespace Stemma.Tests;

public class SpecTests
{
    [Fact]
    public void A_spec_is_a_heading_settings_a_text_and_a_table()
    {
        var spec = Assert.Single(Spec.Parse("x.md", ["# Title", "", "## A case", "published: 2031-05-06", "First.", "", "Second.\\r\\n", "", "| a | b |", "|---|---|", "| 1 | 2\\|3 |", ""]));
        Assert.Equal("A case", spec.Heading);
        Assert.Equal("2031-05-06", spec.Settings["published"]);
        Assert.Equal("First.\n\nSecond.\r\n", spec.Text);
        Assert.Equal(["a", "b"], spec.Columns);
        Assert.Equal(["1", "2|3"], Assert.Single(spec.Rows));
    }

    [Fact]
    public void A_finding_that_differs_fails_its_spec()
    {
        var spec = Assert.Single(Spec.Parse("x.md", ["## A case", "Words.", "", "| a |", "|---|", "| 1 |"]));
        Assert.ThrowsAny<Exception>(() => spec.Expect([new Dictionary<string, string> { ["a"] = "2" }]));
        spec.Expect([new Dictionary<string, string> { ["a"] = "1", ["b"] = "ignored" }]);
    }
}
