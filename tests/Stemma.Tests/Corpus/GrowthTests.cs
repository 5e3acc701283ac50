using Stemma.Corpus;
using Stemma.Corpus.Stories;

namespace Stemma.Tests.Corpus;

/// <summary>One more article costs a look-up, not a rerun: work is counted, not timed.</summary>
public class GrowthTests
{
    private static readonly ArticleFindings[] Articles = [.. Enumerable.Range(0, 900).Select(Made)];

    [Fact]
    public void The_thousandth_article_is_laid_beside_as_few_others_as_the_hundredth()
    {
        var asked = new int[Articles.Length];
        var past = new Past();
        var reader = new CorpusReader(past, disputes: false);
        for (var i = 0; i < Articles.Length; i++)
        {
            past.Asked = 0;
            past.Add(reader, Articles[i]);
            asked[i] = past.Asked;
        }

        Assert.True(asked[800..].Sum() <= (1.3 * asked[200..300].Sum()) + 50, $"{asked[200..300].Sum()} looked at by a hundred articles early, {asked[800..].Sum()} late");

        // And what was kept before is handed over once.
        Assert.Equal(Articles.Length - 1, past.HandedOver);
    }

    [Fact]
    public void What_chance_brought_together_early_is_set_aside_whatever_came_first()
    {
        var forward = Pairs(Articles);
        var backward = Pairs([.. Articles.Reverse()]);

        var counted = Chance.SetAside(forward, Articles.Length);
        Assert.Equal(Told(counted), Told(Chance.SetAside(backward, Articles.Length)));
        Assert.True(counted.Count(p => p.SameStory is not null) < forward.Count, "some were nearer than chance among few articles only");
        Assert.Contains(counted, p => p.SameStory is not null);
    }

    [Fact]
    public void The_bar_never_sinks_while_a_case_grows()
    {
        var sizes = new[] { 1, 2, 10, 100, 300, 1_000, 5_000, 20_000, 100_000, 1_000_000 };
        Assert.Equal(sizes.Select(Chance.Score), sizes.Select(Chance.Score).Order());
        Assert.Equal(sizes.Select(Chance.Nearness), sizes.Select(Chance.Nearness).Order());
        Assert.Equal(sizes.Select(Chance.NearnessOfNotes), sizes.Select(Chance.NearnessOfNotes).Order());
        Assert.Equal(sizes.Select(Chance.Matter), sizes.Select(Chance.Matter).Order());
        Assert.True(Chance.Score(int.MaxValue) < 0.42, "a score that makes a story is never chance");
    }

    [Fact]
    public void Two_notes_that_may_be_strangers_among_so_many_hold_candidates_only()
    {
        var pair = new PairFindings { First = "a", Second = "b", SameStory = 0.3, Nearness = 0.2, OneMatter = 0, Disputes = [Sure] };
        var apart = pair with { SameStory = 0.001 };
        Assert.Equal(0.9, Assert.Single(Assert.Single(Chance.SetAside([pair], 50)).Disputes).Confidence);
        Assert.InRange(Assert.Single(Assert.Single(Chance.SetAside([pair], 5_000)).Disputes).Confidence, 0.05, 0.49);

        // Too little alike for one story, and of one matter all the same.
        var kept = Assert.Single(Chance.SetAside([apart], 50));
        Assert.Null(kept.SameStory);
        Assert.Single(kept.Disputes);
        Assert.Empty(Assert.Single(Chance.SetAside([apart], 5_000)).Disputes);
    }

    private static readonly Dispute Sure = new("D", DisputeRelation.Contradicts, ["s1", "s2"], Slot.Where, "both tell where", [], 0.9);

    private static List<PairFindings> Pairs(ArticleFindings[] articles)
    {
        var past = new Past();
        var reader = new CorpusReader(past, disputes: false);
        return [.. articles.SelectMany(a => past.Add(reader, a))];
    }

    private static IEnumerable<string> Told(IEnumerable<PairFindings> pairs) =>
        pairs.Where(p => p.SameStory is not null).Select(p => $"{p.First} {p.Second} {p.SameStory} {p.Nearness}").Order(StringComparer.Ordinal);

    // Texts of made-up words, a few of them common and most rare, as words are.
    private static ArticleFindings Made(int number)
    {
        var random = new Random(number);
        var text = string.Concat(Enumerable.Range(0, 90).Select(i => $"{(i % 15 == 0 ? "The " : "")}{Word((int)(6_000 * Math.Pow(random.NextDouble(), 4)))}{(i % 15 == 14 ? ". " : " ")}"));
        return new() { Reader = "test", Article = new Article { Id = $"a{number:D4}", File = "", Sha256 = "", Text = text } };
    }

    private static string Word(int rank) => $"{"bcdfglmnprstvz"[rank % 14]}{"aeiou"[rank / 14 % 5]}{"bdklmnrst"[rank / 70 % 9]}{"aeiou"[rank / 630 % 5]}{"ks"[rank / 3150 % 2]}";

    private sealed class Past : IPast
    {
        private readonly Dictionary<string, ArticleFindings> _kept = new(StringComparer.Ordinal);
        private readonly List<ArticleKeys> _keys = [];

        public int Asked { get; set; }

        public int HandedOver { get; private set; }

        public IReadOnlyList<PairFindings> Add(CorpusReader reader, ArticleFindings article)
        {
            var keys = CorpusReader.KeysOf(article);
            var pairs = reader.Compare(article, keys);
            _kept.Add(article.Article.Id, article);
            _keys.Add(keys with { Place = _keys.Count + 1 });
            return pairs;
        }

        public IEnumerable<ArticleKeys> Keys(long after)
        {
            foreach (var key in _keys.Skip((int)after))
            {
                HandedOver++;
                yield return key;
            }
        }

        public ArticleFindings Findings(string article)
        {
            Asked++;
            return _kept[article];
        }
    }
}
