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

    [Fact]
    public void The_same_kind_of_happening_in_another_place_with_other_names_is_another_story()
    {
        (string, string)[] texts =
        [
            ("a1", "Pirates seized the tanker Sel Star in the Strait of Vardia on Monday and hold 14 sailors. The navy of Vardia has sent the frigate Anvil, said Admiral Ilse Maren."),
            ("a2", "The tanker Sel Star, with 14 sailors aboard, was taken by pirates in the Strait of Vardia. Admiral Ilse Maren said the frigate Anvil was on its way."),
            ("a3", "Admiral Ilse Maren would not say whether the frigate Anvil would storm the Sel Star, the tanker that pirates seized with 14 sailors in the Strait of Vardia."),
            ("a4", "Families of the 14 sailors of the Sel Star asked Vardia to pay the pirates who hold the tanker. The frigate Anvil keeps its distance, Admiral Ilse Maren said."),
            ("b1", "Pirates seized the freighter Hopeful off Cape Orm on Thursday and hold 31 sailors. Captain Orlin Voss of the coast guard of Lom said two boats were following it."),
            ("b2", "The freighter Hopeful, with 31 sailors aboard, was taken by pirates off Cape Orm. Captain Orlin Voss said two boats of the coast guard of Lom were near."),
            ("b3", "Captain Orlin Voss would not say whether the coast guard of Lom would storm the Hopeful, the freighter that pirates seized with 31 sailors off Cape Orm."),
            ("b4", "Families of the 31 sailors of the Hopeful asked Lom to pay the pirates who hold the freighter. Two boats keep their distance off Cape Orm, Captain Orlin Voss said."),
        ];
        var stories = Read(texts, CaseConstraints.None).Stories;
        Assert.Equal(2, stories.Values.Distinct().Count());
        Assert.Single(stories.Where(s => s.Key[0] == 'a').Select(s => s.Value).Distinct());
        Assert.Single(stories.Where(s => s.Key[0] == 'b').Select(s => s.Value).Distinct());
    }

    [Fact]
    public void A_person_who_joins_two_stories_is_not_asked_why()
    {
        var stories = Read(Texts, new() { Joined = [new(new("a", null), new("e", null))], Parted = [new(new("d", null), new("e", null))] }).Stories;
        Assert.Equal(stories["a"], stories["e"]);
        Assert.NotEqual(stories["d"], stories["e"]);
    }

    [Fact]
    public void Signs_of_a_join_are_the_same_from_both_sides()
    {
        var groups = Groups();
        var (one, other) = (groups[0], groups[1].With(groups[2]));
        var signs = JoinSigns.Of(one, other, new(0.4, 0.7, 1, 0.2, 0.3, 1, 2, 0.5));
        Assert.Equal(JoinSigns.Names.Count, signs.Length);
        Assert.Equal(signs, JoinSigns.Of(other, one, new(0.4, 0.7, 1, 0.3, 0.2, 2, 1, 0.5)));
    }

    [Fact]
    public void A_group_is_the_same_whichever_article_came_first()
    {
        var groups = Groups();
        var (one, other) = (groups[0].With(groups[1]).With(groups[2]), groups[2].With(groups[1]).With(groups[0]));
        Assert.Equal(one.Kept.Select(e => (e.Stem, e.Articles)), other.Kept.Select(e => (e.Stem, e.Articles)));
        Assert.Equal(3, one.Articles);
        var (cosine, _, close) = one.Likeness(other);
        Assert.Equal(1, cosine, 10);
        Assert.Equal(1, close, 10);
    }

    [Fact]
    public void What_two_groups_are_close_by_is_the_mean_over_their_pairs()
    {
        var groups = Groups();
        var expected = (groups[0].Likeness(groups[1]).Close + groups[0].Likeness(groups[2]).Close) / 2;
        Assert.Equal(expected, groups[0].Likeness(groups[1].With(groups[2])).Close, 10);
        Assert.Equal(1, groups[0].Likeness(groups[0]).Close, 10);
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

    // The three on one happening, seen from among themselves.
    private static StoryGroup[] Groups()
    {
        var keys = Texts.Take(3).Select(t => StoryKey.Of(Bare(t))).ToArray();
        return Array.ConvertAll(keys, k => StoryGroup.Of(k, new Surroundings(keys)));
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
