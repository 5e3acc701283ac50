using Stemma.Corpus.Stories;
using Stemma.Training;
using Stemma.Words;

namespace Stemma.Tests.Training;

public class JoinLessonTests
{
    private static readonly string[] Signs = ["near"];

    [Fact]
    public void A_question_that_goes_against_what_its_sign_means_is_not_learned()
    {
        // By chance the near ones are none and the far ones are one story.
        double[][] x = [.. Enumerable.Range(0, 60).Select(i => new[] { (double)i })];
        bool[] y = [.. Enumerable.Range(0, 60).Select(i => i < 30)];
        Assert.True(Nearest(0) < 0.2);
        Assert.Equal(Nearest(0), Nearest(-1), 10);
        Assert.Equal(0.5, Nearest(1), 3);

        double Nearest(int direction)
        {
            var rows = BoostedTrees.Learn(x, y, [.. x.Select(_ => 1.0)], Signs, new(20, 2, 0.2, 1, 1, 5) { Directions = [direction] });
            return new Trees(rows.Select(r => r.ToArray()), Signs).Probability([59]);
        }
    }

    [Fact]
    public void Stories_of_one_topic_stay_apart_and_share_the_topics_words()
    {
        var articles = Enumerable.Range(0, 12).SelectMany(s => Enumerable.Range(0, 6).Select(a => ($"{s}-{a}", (IReadOnlyList<ulong>)Keys(s, a), $"story {s}"))).ToList();
        var topic = OneTopic.Of(articles, 3);
        Assert.Equal(topic.Select(t => t.Id).Order(), OneTopic.Of(articles, 3).Select(t => t.Id).Order());
        Assert.NotEqual(topic.Select(t => t.Id).Order(), OneTopic.Of(articles, 4).Select(t => t.Id).Order());
        Assert.True(topic.Select(t => t.Story).Distinct().Count() >= 4);
        Assert.All(topic, t => Assert.Equal($"story {t.Id.Split('-')[0]}", t.Story));

        // Two articles of two stories share words now, and had none in common.
        var (one, other) = (topic[0], topic.First(t => t.Story != topic[0].Story));
        Assert.NotEmpty(one.Keys.Select(StoryKey.Term).Intersect(other.Keys.Select(StoryKey.Term)));
        Assert.All(topic, t => Assert.Equal(t.Keys.Order(), t.Keys));
    }

    private static List<ulong> Keys(int story, int article) =>
        [.. Enumerable.Range(0, 40).Select(i => ((ulong)((story * 1000) + (i < 30 ? i : 100 + (article * 10) + i)) << 20) | 5000UL).Order()];
}
