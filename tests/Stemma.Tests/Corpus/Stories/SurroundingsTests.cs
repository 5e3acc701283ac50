using Stemma.Corpus.Stories;

namespace Stemma.Tests.Corpus.Stories;

public class SurroundingsTests
{
    private static readonly IReadOnlyList<ulong>[] Fair =
    [
        Keys("The Anvil watch of Sel Works can be worn in the shower, a clerk at Lom heard."),
        Keys("The Anvil watch of Sel Works will be cast in platinum, suppliers say."),
        Keys("The Anvil watch of Sel Works runs for nineteen hours, engineers measured."),
    ];

    [Fact]
    public void What_all_articles_around_say_is_less_rare_than_what_one_says()
    {
        var around = new Surroundings(Fair);
        Assert.Equal(3, around.Articles);
        var (all, one) = (around.Rarity(Shared(Fair[0], Fair[1])), around.Rarity(Own(Fair[0], Fair[1], Fair[2])));
        Assert.True(all < one);
        Assert.Equal(1, one, 10);
    }

    [Fact]
    public void Articles_that_share_only_their_topic_are_less_close_among_its_articles_than_alone()
    {
        var (among, alone) = (new Surroundings([.. Enumerable.Repeat(Fair, 10).SelectMany(f => f)]), new Surroundings([Fair[0]]));
        Assert.True(Close(among) < Close(alone) * 0.8);

        double Close(Surroundings around) => StoryGroup.Of(Fair[0], around).Likeness(StoryGroup.Of(Fair[1], around)).Close;
    }

    [Fact]
    public void Everything_an_article_alone_says_is_rare()
    {
        var around = new Surroundings([Fair[0]]);
        Assert.All(Fair[0], k => Assert.Equal(1, around.Rarity(StoryKey.Term(k)), 10));
    }

    [Fact]
    public void An_article_without_a_word_of_weight_is_close_to_nothing()
    {
        var around = new Surroundings([[], Fair[0]]);
        var (empty, other) = (StoryGroup.Of([], around), StoryGroup.Of(Fair[0], around));
        Assert.Equal((0.0, 0.0, 0.0), empty.Likeness(other));
        Assert.Equal((0.0, 0.0, 0.0), empty.Likeness(empty));
    }

    [Fact]
    public void Who_hangs_together_over_others_is_of_one_neighbourhood_whatever_came_first()
    {
        (int, int)[] tied = [(4, 2), (0, 2), (5, 3)];
        Assert.Equal([0, 1, 0, 3, 0, 3], Surroundings.Of(6, tied));
        Assert.Equal([0, 1, 0, 3, 0, 3], Surroundings.Of(6, tied.Reverse()));
    }

    [Fact]
    public void A_chain_of_many_articles_is_followed_to_its_end() =>
        Assert.All(Surroundings.Of(200_000, Enumerable.Range(0, 199_999).Select(i => (i + 1, i)).Reverse()), f => Assert.Equal(0, f));

    private static IReadOnlyList<ulong> Keys(string text) => StoryKey.Of(StoryTests.Bare(("x", text)));

    private static ulong Shared(IReadOnlyList<ulong> one, IReadOnlyList<ulong> other) => one.Where(k => StoryKey.Kind(k) != StoryTerm.Pair).Select(StoryKey.Term).Intersect(other.Select(StoryKey.Term)).First();

    private static ulong Own(IReadOnlyList<ulong> one, params IReadOnlyList<ulong>[] others) =>
        one.Where(k => StoryKey.Kind(k) != StoryTerm.Pair).Select(StoryKey.Term).Except(others.SelectMany(o => o).Select(StoryKey.Term)).First();
}
