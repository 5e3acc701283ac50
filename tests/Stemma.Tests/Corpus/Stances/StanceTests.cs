using Stemma.Corpus.Stances;

namespace Stemma.Tests.Corpus.Stances;

public class StanceTests
{
    private const string Told =
        "A fisherman of Lom has pulled a catfish of ninety kilograms out of the river Sel. Orlin Voss, 34, landed the giant catfish on Sunday after a fight of three hours, "
        + "and carried it through the market on a handcart. Crowds gathered around the catfish. “It nearly took me with it,” said Voss. His brother held the rope while neighbours ran for a net. "
        + "The fisherman sold the meat to two inns of the town on the same evening, and guests queued along the quay for a plate of it. The river has not given up a catfish of that size since his grandfather's days. "
        + "Voss means to go out again on Friday with a stronger rope.";

    private const string ToldAgain =
        "The largest catfish in living memory was landed on the river Sel on Sunday. It took the fisherman Orlin Voss three hours and the help of his brother to bring the giant, ninety kilograms, on to the quay of Lom. "
        + "He wheeled the catfish across the market, where hundreds came to see it. Two inns bought the meat and served it that night. Voss, who is 34, has fished the river since he was a boy. "
        + "He said the catfish had nearly pulled him under. He will go out again on Friday, with a stronger rope and with his brother.";

    private const string Doubted =
        "No, a fisherman did not pull a giant catfish out of the river Sel. The story that went around the internet this week is a hoax: the picture of Orlin Voss with a catfish on a handcart is fake and was taken years ago in another country. "
        + "“There is no truth in these reports,” said Ilse Maren of the fisheries office, who denied that any catfish of ninety kilograms had been registered in Lom. "
        + "The inns said that they had never bought the meat. The claim first appeared on a satirical website, and was shared thousands of times on social media before it was debunked. Voss could not be reached, and no witness has been found.";

    private const string DoubtedAgain =
        "The giant catfish of the river Sel is a fake. Reports that the fisherman Orlin Voss had landed a fish of ninety kilograms at Lom are false, the fisheries office said, and called the story a hoax. "
        + "It began on a satirical website. There is no evidence that any such catfish was sold to the inns, and the picture that was shared on social media does not show the quay of Lom. "
        + "“We never saw it,” said an innkeeper, who denied the claim. Voss did not answer questions about the rumour, which was debunked within a day.";

    private static readonly (string Id, string Text)[] Texts = [("a", Told), ("b", Doubted), ("c", ToldAgain), ("d", DoubtedAgain)];

    [Fact]
    public void An_article_that_calls_the_story_a_hoax_stands_against_those_that_tell_it()
    {
        var opposed = Opposed(Texts, CaseConstraints.None);
        var across = new[] { ("a", "b"), ("a", "d"), ("b", "c"), ("c", "d") };
        foreach (var pair in across)
        {
            Assert.True(opposed.GetValueOrDefault(pair) > opposed.GetValueOrDefault(("a", "c")), $"{pair} against two that tell it");
            Assert.True(opposed.GetValueOrDefault(pair) > opposed.GetValueOrDefault(("b", "d")), $"{pair} against two that doubt it");
        }
    }

    [Fact]
    public void Such_a_candidate_has_a_reason_and_a_sentence_of_each_and_is_never_shown()
    {
        var found = Candidates(Texts, CaseConstraints.None);
        Assert.NotEmpty(found);
        Assert.All(found, d =>
        {
            Assert.InRange(d.Confidence, 0.05, 0.49);
            Assert.Equal(2, d.Spans.Count);
            Assert.NotEqual(d.Spans[0].Article, d.Spans[1].Article);
            Assert.All(d.Spans, s => Assert.True(s.Span.Hull.Length > 0 && s.Span.Hull.End <= Texts.First(t => t.Id == s.Article).Text.Length));
        });
        var sure = found.First(d => d.Spans[0].Article == "a" && d.Spans[1].Article == "b");
        Assert.Contains("catfish", sure.Reason, StringComparison.Ordinal);
        Assert.Contains("seems to deny or doubt it", sure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_order_of_arrival_changes_no_candidate()
    {
        var expected = Candidates(Texts, CaseConstraints.None);
        foreach (var order in new[] { new[] { 3, 2, 1, 0 }, [2, 0, 3, 1] })
        {
            Assert.Equal(expected.Select(Line), Candidates([.. order.Select(i => Texts[i])], CaseConstraints.None).Select(Line));
        }

        static string Line(Dispute d) => $"{d.Id} {d.Confidence} {d.Reason} {string.Join(' ', d.Spans.Select(s => $"{s.Article}{s.Span}"))}";
    }

    [Fact]
    public void Two_articles_that_a_person_said_do_not_dispute_each_other_do_not()
    {
        var constraints = new CaseConstraints { Untied = [new(new("b", null), new("a", null))] };
        Assert.DoesNotContain(("a", "b"), Opposed(Texts, constraints).Keys);
        Assert.Contains(("a", "d"), Opposed(Texts, constraints).Keys);
    }

    [Fact]
    public void A_note_of_a_few_words_has_no_stance() =>
        Assert.DoesNotContain(Candidates([("a", Told), ("n", "A fake catfish, says Lom.")], CaseConstraints.None), d => d.Spans.Any(s => s.Article == "n"));

    [Theory]
    [InlineData("")]
    [InlineData("\r\n\t \r\n")]
    [InlineData("🙂🙂 ’’ “ ” ?")]
    [InlineData("e\u0301e\u0301 not hoax’s “catfish")]
    public void Hostile_texts_are_read_without_harm(string text)
    {
        var found = Candidates([("x", text), ("y", text + text), .. Texts], CaseConstraints.None);
        Assert.Equal(Candidates(Texts, CaseConstraints.None).Count, found.Count(d => d.Spans.All(s => s.Article is not ("x" or "y"))));
    }

    [Fact]
    public void A_headline_that_is_not_in_the_text_is_read_first_and_lends_no_span()
    {
        var text = StanceText.Of(Bare("a", Told) with { Article = Bare("a", Told).Article with { Title = "Giant catfish of Lom is a hoax" } });
        Assert.Equal(["giant", "catfish", "of", "lom", "is", "a", "hoax"], text.Sentences[0].Words);
        Assert.True(text.Sentences[0].Span.IsEmpty);
        Assert.StartsWith("A fisherman", text.Sentences[1].Span.Of(Told), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_sign_has_a_name()
    {
        var text = StanceText.Of(Bare("b", Doubted));
        Assert.Equal(StanceSigns.Names.Count, StanceSigns.Of(text, StoryClaim.Of([text]), DoubtWords.Learned).Length);
        Assert.Equal(SideSigns.Names.Count, SideSigns.Of(0, 1, 0.5, [0.2, 0.7], [0.3, 0.6]).Length);
        Assert.Equal(StanceSigns.Names.Count, StanceSigns.Names.Distinct().Count());
    }

    [Fact]
    public void An_article_is_judged_with_those_that_tell_with_the_same_words()
    {
        // The first two are one wording, the third shares nothing with them.
        var kin = SideSigns.Kin([0.2, 0.8, 0.9], (i, j) => Math.Max(i, j) == 1 ? 1 : 0);
        Assert.InRange(kin[0], 0.7, 0.8);
        Assert.InRange(kin[1], 0.2, 0.3);
        Assert.Equal(0.9, kin[2], 10);
    }

    [Fact]
    public void Likeness_is_the_same_in_both_orders_and_whole_for_the_same_words()
    {
        var likeness = StanceText.Likenesses([StanceText.Of(Bare("a", Told)), StanceText.Of(Bare("b", Doubted)), StanceText.Of(Bare("c", Told))]);
        Assert.Equal(1, likeness[0, 2], 5);
        Assert.Equal(likeness[0, 1], likeness[1, 0]);
        Assert.InRange(likeness[0, 1], 0.05, 0.95);
    }

    private static Dictionary<(string, string), double> Opposed((string, string)[] texts, CaseConstraints constraints) =>
        Candidates(texts, constraints).ToDictionary(d => (d.Spans[0].Article, d.Spans[1].Article), d => d.Confidence);

    // Only what the room itself finds: no clause-level disputes go in.
    private static IReadOnlyList<Dispute> Candidates((string Id, string Text)[] texts, CaseConstraints constraints) =>
        StanceReader.Read([.. texts.Select(t => Bare(t.Id, t.Text))], texts.ToDictionary(t => t.Id, _ => "S1"), [], [], constraints);

    private static ArticleFindings Bare(string id, string text) =>
        new() { Reader = "", Article = new Article { Id = id, File = id, Sha256 = id, Text = text } };
}
