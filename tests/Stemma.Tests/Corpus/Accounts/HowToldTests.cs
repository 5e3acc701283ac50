using Stemma.Corpus.Accounts;

namespace Stemma.Tests.Corpus.Accounts;

/// <summary>What tells how a happening came about, and what only tells of it.</summary>
public class HowToldTests
{
    [Theory]
    [InlineData("Three shells were fired from the north bank")]
    [InlineData("a leak had caught fire in the ammonia store")]
    [InlineData("the silo was hit by a mortar round")]
    [InlineData("guards of the mill were responsible for the blast")]
    [InlineData("the fire was a pretext for closing the canal")]
    [InlineData("everyone saw the plane while it was bombing the quay")]
    [InlineData("she was in the mill when it was struck by a shell")]
    public void A_doer_a_means_or_a_cause_tells_how(string content) => Assert.NotNull(How(content));

    [Theory]
    [InlineData("The blast in Lom killed at least 14 dockers")]
    [InlineData("The explosion hit the eastern districts hardest")]
    [InlineData("The council will meet on the attack on Monday")]
    [InlineData("the envoys had discussed tariffs and the alleged attack by Vardia")]
    [InlineData("it was not clear who was behind the attack")]
    [InlineData("whether the army was responsible for the blast")]
    [InlineData("those responsible for the killing would be found")]
    [InlineData("nine people were hurt as a result of the blast")]
    [InlineData("Vardia will be struck very hard")]
    [InlineData("the minister shot down the report at once")]
    [InlineData("he faces charges of murder over the blast")]
    [InlineData("the man was in the room when she was shot")]
    [InlineData("I have never shot anyone")]
    [InlineData("“Shame,”")]
    [InlineData("")]
    public void What_came_of_it_and_talk_about_it_do_not(string content) => Assert.Null(How(content));

    [Fact]
    public void Only_the_clause_that_tells_it_is_kept()
    {
        const string Content = "We mourn them. The 🙂 store’s valve was hit by a crane; the mayor has been told.";
        Assert.Equal("The 🙂 store’s valve was hit by a crane", How(Content));
    }

    [Fact]
    public void A_clause_on_another_happening_is_not_taken_where_a_statement_tells_of_several()
    {
        const string Content = "The ferry sank in the storm. Shells were fired from the bank.";
        Assert.Null(HowTold.In(Content, Spans.Of(0, Content.Length), [Spans.Of(0, 9)], [], alone: false)?.FirstOrDefault(w => w.Lower == "shells").Lower);
    }

    [Fact]
    public void A_clause_whose_telling_word_stands_in_another_happening_is_not_taken()
    {
        const string Content = "Voss said shells were fired from the hill at the ferry a week after the blast.";
        var (mine, other) = (Content.IndexOf("the blast", StringComparison.Ordinal), Content.IndexOf("shells", StringComparison.Ordinal));
        Assert.Null(HowTold.In(Content, Spans.Of(0, Content.Length), [Spans.Of(mine, mine + 9)], [Spans.Of(other, other + 40)], alone: false));
    }

    private static string? How(string content) =>
        HowTold.In(content, content.Length == 0 ? Spans.None : Spans.Of(0, content.Length), [], [], alone: true) is { } clause ? content[clause[0].Span.Begin..clause[^1].Span.End] : null;
}
