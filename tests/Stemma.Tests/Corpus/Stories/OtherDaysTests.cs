using System.Text;
using Stemma.Articles;
using Stemma.Corpus;

namespace Stemma.Tests.Corpus.Stories;

/// <summary>A day in dispute parts no happening; another day of a series does.</summary>
public class OtherDaysTests
{
    private const string Roof = "The roof of the Lom market hall collapsed on 3 May, killing nine people, the fire brigade said.";
    private const string RoofNextDay = "Nine people died when the roof of the market hall in Lom collapsed on 4 May, the district office said.";

    [Fact]
    public void One_collapse_told_of_two_days_is_one_happening_and_the_day_is_in_dispute()
    {
        var one = Assert.Single(Happenings(Roof, RoofNextDay));
        Assert.Equal("2031-05-03/2031-05-04", one.Date?.Edtf);
        Assert.Equal(2, one.Articles.Count);
        Assert.StartsWith("told of 3 May and of 4 May, all else is alike: an accident", one.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_days_stand_in_the_matrix_of_the_one_happening() =>
        Assert.Equal(["2031-05-03", "2031-05-04"], Read(Roof, RoofNextDay).Accounts.Where(a => a.Slot == Slot.When).Select(a => a.Value).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("A blast at the Lom grain terminal on 3 May killed 14 people, the port authority said.", "An explosion at the grain terminal in Lom on 4 May killed 14 people, the interior ministry said.")]
    [InlineData("Orlin Voss was shot dead in Lom on 3 May, the police said.", "Gunmen killed Orlin Voss at his house in Ost on 4 May, the interior ministry said.")]
    [InlineData("A footbridge over the river Sel collapsed at Ost on Sunday 4 May, throwing school children into the water. Three of them drowned, the district said.", "Three children drowned when a footbridge collapsed at Ost on 5 May, rescue workers said. The footbridge over the Sel had been closed to lorries.")]
    [InlineData("Vardia and Kostra signed an agreement in Lom on 3 May, the foreign ministry said.", "The agreement that Vardia and Kostra signed in Lom on 4 May ended the blockade, the envoy said.")]
    public void What_happens_once_is_one_happening_whatever_the_day(string one, string other) =>
        Assert.Contains(Happenings(one, other), e => e.Articles.Count == 2 && e.Why.Contains("told of ", StringComparison.Ordinal));

    [Theory]
    [InlineData("Kostran shells hit Lom on 3 May, killing two people, the interior ministry said.", "Kostran shelling of Lom killed two people on 4 May, the interior ministry said.")]
    [InlineData("Rockets hit a bakery in Lom on 3 May and wounded five people, the Kostran army said.", "Rockets hit a bakery in Lom on 4 May and wounded five people, the Kostran army said.")]
    [InlineData("An explosion at the Lom market on 3 May killed 12 people, doctors said.", "An explosion at the Lom market on 4 May killed 31 people, doctors said.")]
    [InlineData("An explosion at the Lom grain terminal on 3 May killed 14 people, the port said.", "A second explosion at the Lom grain terminal on 4 May killed 14 people, the port said.")]
    [InlineData("An explosion in Lom on 3 May killed 14 people, the port said.", "An explosion in Ost on 4 May killed 14 people, the port said.")]
    [InlineData("Vardia and Kostra met for talks in Lom on 3 May, the foreign ministry said.", "Kostra and Vardia met for talks in Lom on 4 May, the foreign ministry said.")]
    [InlineData("The roof of the Lom market hall collapsed on 3 May, killing nine people.", "The roof of the Lom market hall collapsed on 21 April, killing nine people.")]
    public void A_series_stays_apart(string one, string other) => Assert.All(Happenings(one, other), e => Assert.Single(e.Articles));

    [Fact]
    public void Two_attacks_on_two_days_dispute_no_day()
    {
        const string One = "Kostran shells hit Lom on 3 May, killing two people, the interior ministry said.";
        Assert.DoesNotContain(Read(One, "Kostran shelling of Lom killed two people on 4 May, the interior ministry said.").Disputes, d => d is { Slot: Slot.When, Confidence: >= 0.5 });
        Assert.Contains(Read(Roof, RoofNextDay).Disputes, d => d is { Slot: Slot.When, Confidence: >= 0.5 });
    }

    [Fact]
    public void Whoever_wrote_before_the_second_day_tells_of_the_first_alone() =>
        Assert.All(Happenings(Article("a", Roof, "2031-05-03"), Article("b", RoofNextDay, "2031-05-06")), e => Assert.Single(e.Articles));

    [Fact]
    public void An_article_that_tells_both_keeps_them_two()
    {
        const string Both = "The roof of the Lom market hall collapsed on 3 May, killing nine people. The roof of the Lom fish hall collapsed on 4 May, killing nine people.";
        Assert.DoesNotContain(Happenings(Both, RoofNextDay), e => e.Why.Contains("told of", StringComparison.Ordinal));
    }

    [Fact]
    public void One_article_of_ten_that_errs_does_not_make_a_series_one_happening()
    {
        // Nine tell the first day's blast by another toll; one gives it the second day's.
        var articles = Enumerable.Range(0, 9).Select(i => Article($"a{i}", "An explosion at the Lom grain terminal on 3 May killed 23 people, the port authority said.", "2031-05-06"))
            .Append(Article("a9", "An explosion at the Lom grain terminal on 3 May killed 14 people, the port authority said.", "2031-05-06"))
            .Concat(Enumerable.Range(0, 9).Select(i => Article($"b{i}", "An explosion at the Lom grain terminal on 4 May killed 14 people, the port authority said.", "2031-05-06")));
        Assert.DoesNotContain(Happenings([.. articles]), e => e.Why.Contains("told of", StringComparison.Ordinal));
    }

    [Fact]
    public void A_person_parts_them_again()
    {
        var (a, b) = (Article("a", Roof, "2031-05-06"), Article("b", RoofNextDay, "2031-05-06"));
        var past = Past(a, b);
        var parted = new CaseConstraints { Parted = [new(new("a", a.Events[0].Id), new("b", b.Events[0].Id))] };
        Assert.All(CorpusReader.Read(past.Articles, past.Pairs, parted).Events, e => Assert.Single(e.Articles));
    }

    [Fact]
    public void The_order_of_arrival_changes_nothing()
    {
        ArticleFindings[] articles = [Article("a", Roof, "2031-05-06"), Article("b", RoofNextDay, "2031-05-06"), Article("c", Roof.Replace("3 May", "5 May", StringComparison.Ordinal), "2031-05-07"), Article("d", RoofNextDay, "2031-05-08")];
        var expected = Told(articles);
        Assert.Equal(expected, Told([.. articles.Reverse()]));
        Assert.Equal(expected, Told([articles[2], articles[0], articles[3], articles[1]]));

        static List<string> Told(ArticleFindings[] articles) => [.. Happenings(articles).Select(e => $"{e.Id} {e.Date} {string.Join(' ', e.Articles)} {e.Why}")];
    }

    private static IReadOnlyList<CaseEvent> Happenings(string one, string other) => Read(one, other).Events;

    private static IReadOnlyList<CaseEvent> Happenings(params ArticleFindings[] articles) => Read(articles).Events;

    private static CaseReading Read(string one, string other) => Read(Article("a", one, "2031-05-06"), Article("b", other, "2031-05-06"));

    private static CaseReading Read(params ArticleFindings[] articles)
    {
        var past = Past(articles);
        return CorpusReader.Read(past.Articles, past.Pairs);
    }

    private static PlainPast Past(params ArticleFindings[] articles)
    {
        var past = new PlainPast();
        var reader = new CorpusReader(past);
        foreach (var article in articles)
        {
            past.Keep(reader, article);
        }

        return past;
    }

    private static ArticleFindings Article(string id, string text, string day)
    {
        var read = ArticleReader.Read(new RawPage { File = id, Original = Encoding.UTF8.GetBytes(text), Sha256 = id, Form = PageForm.Text, Content = text, Said = new Said { Outlet = "Harbour Post", Published = day } });
        return read with { Article = read.Article with { Id = id } };
    }
}
