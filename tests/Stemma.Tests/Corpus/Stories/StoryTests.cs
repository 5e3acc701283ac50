using Stemma.Corpus;
using Stemma.Corpus.Stories;

namespace Stemma.Tests.Corpus.Stories;

public class StoryTests
{
    private static readonly (string Id, string Text)[] Texts =
    [
        ("a", "A blast tore through the grain terminal at Lom on Tuesday, killing at least 14 dockers. The interior minister, Ilse Maren, said shells had hit the silo. The port authority spoke of a fire in the ammonia store."),
        ("b", "The explosion at the Lom grain terminal killed 22 people, the port authority said. A leak had caught fire in the ammonia store, it said. Dockers blamed shells; Ilse Maren, the interior minister, visited the silo."),
        ("c", "Shells fired at the Lom silo killed dockers, Ilse Maren said on Wednesday. The grain terminal stays shut, said the port authority."),
        ("d", "The museum of Vardia has bought a lost portrait by the painter Anselm Roe. Curators said the canvas would hang beside his landscapes from May."),
        ("e", "A portrait by Anselm Roe, lost for a century, was bought by the Vardia museum. The painter's canvas goes on show in May, curators said."),
    ];

    [Fact]
    public void Articles_on_one_happening_are_one_story_and_the_others_are_not()
    {
        var stories = Read(Texts, CaseConstraints.None).Stories;
        Assert.Equal(stories["a"], stories["b"]);
        Assert.Equal(stories["d"], stories["e"]);
        Assert.NotEqual(stories["a"], stories["d"]);
    }

    [Fact]
    public void The_order_of_arrival_changes_no_story()
    {
        var expected = Read(Texts, CaseConstraints.None).Stories;
        foreach (var order in new[] { new[] { 4, 3, 2, 1, 0 }, [2, 0, 4, 1, 3], [1, 3, 0, 4, 2] })
        {
            var found = Read([.. order.Select(i => Texts[i])], CaseConstraints.None).Stories;
            Assert.Equal(expected.OrderBy(p => p.Key), found.OrderBy(p => p.Key));
        }
    }

    [Fact]
    public void A_person_can_join_and_part_stories()
    {
        var joined = Read(Texts, new() { Joined = [new(new("a", null), new("d", null))] }).Stories;
        Assert.Equal(joined["a"], joined["d"]);
        var parted = Read(Texts, new() { Parted = [new(new("d", null), new("e", null))] }).Stories;
        Assert.NotEqual(parted["d"], parted["e"]);
    }

    [Fact]
    public void The_score_of_two_articles_is_the_same_in_both_orders()
    {
        var (a, b) = (StoryKey.Of(Bare(Texts[0])), StoryKey.Of(Bare(Texts[1])));
        Assert.Equal(StoryScore.Of(a, b), StoryScore.Of(b, a), 10);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n \t")]
    [InlineData("🙂🙂 ’’ “")]
    [InlineData("the of and")]
    public void A_text_without_words_of_weight_has_a_story_of_its_own(string text)
    {
        var stories = Read([("x", text), .. Texts], CaseConstraints.None).Stories;
        Assert.Single(stories, s => s.Value == stories["x"]);
    }

    internal static ArticleFindings Bare((string Id, string Text) a) =>
        new() { Reader = "", Article = new Article { Id = a.Id, File = a.Id, Sha256 = a.Id, Text = a.Text } };

    internal static CaseReading Read((string Id, string Text)[] texts, CaseConstraints constraints)
    {
        var past = new PlainPast();
        var reader = new CorpusReader(past);
        foreach (var text in texts)
        {
            past.Keep(reader, Bare(text));
        }

        return CorpusReader.Read(past.Articles, past.Pairs, constraints);
    }
}
