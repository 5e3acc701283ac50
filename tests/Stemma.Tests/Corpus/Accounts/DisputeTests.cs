using System.Text;
using Stemma.Articles;
using Stemma.Corpus;

namespace Stemma.Tests.Corpus.Accounts;

/// <summary>What two articles say of one thing: denial, rival figure, later toll, bound; and that no order of arrival changes it.</summary>
public class DisputeTests
{
    private const string Toll = "The storm over Vardia killed 14 people in the harbour town of Lom, the interior ministry said. The ferry was tied up.";

    [Fact]
    public void A_denial_is_tied_to_the_claim_it_answers()
    {
        var found = Between(
            ("Shells fired from the north bank hit the grain silo at Lom, the interior ministry said. Dockers fled.", "2031-05-04"),
            ("The north bank council denied that shells had been fired at the grain silo in Lom. Its leader blamed a fire.", "2031-05-05"));
        var denial = Assert.Single(found, d => d.Relation == DisputeRelation.Denies && d.Confidence >= 0.5);
        Assert.All(denial.Spans, s => Assert.False(s.Span.IsEmpty));
    }

    [Fact]
    public void Figures_for_one_thing_that_cannot_both_hold_contradict()
    {
        var found = Between((Toll, "2031-05-04"), ("The storm over Vardia killed 41 people in the harbour town of Lom, doctors said. The ferry was tied up.", "2031-05-04"));
        Assert.Contains(found, d => d is { Relation: DisputeRelation.Contradicts, Slot: Slot.HowMany } && d.Confidence >= 0.5);
    }

    [Fact]
    public void A_later_and_larger_toll_is_an_update()
    {
        var found = Between((Toll, "2031-05-04"), ("The number of people killed by the storm in the harbour town of Lom rose to 22, the interior ministry said.", "2031-05-06"));
        Assert.Contains(found, d => d is { Relation: DisputeRelation.Updates, Slot: Slot.HowMany });
        Assert.DoesNotContain(found, d => d.Relation is DisputeRelation.Contradicts or DisputeRelation.Denies && d.Confidence >= 0.5);
    }

    // Articles of more than a few sentences, out on one day: each tells the day of its own count.
    [Fact]
    public void Two_counts_of_two_days_bring_up_to_date()
    {
        Assert.All(Counts("killed 12 people by Monday", "had killed 17 people by Wednesday"), d => Assert.Equal(DisputeRelation.Updates, d.Relation));
        Assert.NotEmpty(Counts("killed 12 people by Monday", "had killed 17 people by Wednesday"));
        Assert.DoesNotContain(Counts("killed at least 12 people", "killed 7 people earlier on Wednesday"), d => d.Relation == DisputeRelation.Contradicts);
        Assert.Contains(Counts("killed at least 12 people", "killed 7 people"), d => d.Relation == DisputeRelation.Contradicts);

        static IEnumerable<Dispute> Counts(string one, string other) => Between((Told(one), "2031-05-08"), (Told(other), "2031-05-08")).Where(d => d is { Slot: Slot.HowMany, Confidence: >= 0.05 });

        static string Told(string toll) => $"The storm over Vardia {toll} in the harbour town of Lom, the interior ministry said. The ferry was tied up. Schools stayed shut. "
            + "Ilse Maren opened the town hall to whoever had lost a roof. Bread was baked in the barracks. Trains did not run. The bridge at Ost held. Fishermen looked for their boats all along the shore. The council will meet again. Nobody slept. "
            + "Orlin Voss counted the boats that came back and the nets that did not. The school choir sang in the barracks for those who had no bed. Sand from the shore lay in every street, and the old pier was gone. The ferry company hopes to sail again before the end of the month.";
    }

    [Fact]
    public void What_an_outlet_takes_back_stands_against_nobody()
    {
        const string Told = "The storm over Vardia killed 41 people in the harbour town of Lom, doctors said. The ferry was tied up.";
        var found = Between((Told, "2031-05-04"), ("The ferry at Lom was tied up. An earlier version of this article said the storm over Vardia killed 14 people in the harbour town of Lom.", "2031-05-04"));
        Assert.DoesNotContain(found, d => d.Relation is DisputeRelation.Contradicts or DisputeRelation.Denies && d.Confidence >= 0.5);
        Assert.Contains(Between((Told, "2031-05-04"), ("The ferry at Lom was tied up. The storm over Vardia killed 14 people in the harbour town of Lom.", "2031-05-04")), d => d.Relation == DisputeRelation.Contradicts && d.Confidence >= 0.5);
    }

    [Fact]
    public void At_least_forty_and_fifty_two_do_not_disagree()
    {
        var found = Between(
            ("At least 40 dockers were killed in the blast at the Lom silo, the port said.", "2031-05-04"),
            ("The blast at the Lom silo killed 52 dockers, the mayor said.", "2031-05-04"));
        Assert.DoesNotContain(found, d => d.Relation is DisputeRelation.Contradicts or DisputeRelation.Denies && d.Confidence >= 0.5);
    }

    [Fact]
    public void What_would_happen_under_a_condition_is_not_gainsaid_by_what_did()
    {
        var found = Between(
            ("Marshland would close the Lom canal if the toll were raised, its envoy said.", "2031-05-04"),
            ("The Lom canal stayed open and Marshland paid the toll, its envoy said.", "2031-05-06"));
        Assert.DoesNotContain(found, d => d.Relation is DisputeRelation.Contradicts or DisputeRelation.Denies && d.Confidence >= 0.5);
    }

    [Fact]
    public void To_speak_of_an_attack_is_not_to_blame_anybody_for_it()
    {
        var found = Within("Kostra denied that it was behind the gas attack on Lom. Two analysts said the Kostran president had the most to lose from launching a gas attack on Lom. Rain fell.");
        Assert.DoesNotContain(found, d => d.Relation == DisputeRelation.Denies && d.Confidence >= 0.5);
    }

    [Fact]
    public void A_denial_answers_who_was_blamed()
    {
        var found = Within("Harbour Council officials said Kostra had carried out the gas attack on Lom. Kostra denied that it was behind the gas attack on Lom.");
        Assert.Contains(found, d => d.Relation == DisputeRelation.Denies && d.Confidence >= 0.5);
    }

    [Fact]
    public void The_order_of_arrival_changes_no_dispute()
    {
        var a = Dated("a", Toll, "2031-05-04");
        var b = Dated("b", "The storm over Vardia killed 41 people in the harbour town of Lom, doctors said.", "2031-05-04");
        var c = Dated("c", "Nobody was killed by the storm in the harbour town of Lom, the mayor said.", "2031-05-05");
        var expected = Disputes(a, b, c);
        Assert.NotEmpty(expected);
        Assert.Equal(expected, Disputes(c, b, a));
        Assert.Equal(expected, Disputes(b, a, c));
    }

    [Theory]
    [InlineData("")]
    [InlineData("🙂 “ ’ \r\n\r\n;;;: — ,")]
    [InlineData("no no no not not 5 5 5 % % Monday Monday")]
    public void Strange_texts_are_compared_without_harm(string text) => Between((text, "2031-05-04"), (Toll + text, "2031-05-05"));

    [Fact]
    public void Who_denies_knowing_of_it_does_not_deny_it()
    {
        const string Denial = "The palace denied any knowledge of the killing of the fisherman Tam Reker inside the Vardian consulate in Ost.";
        const string Told = "Guards saw the killing of the fisherman Tam Reker inside the Vardian consulate in Ost, officials said.";
        Assert.DoesNotContain(Between((Denial, "2031-05-04"), (Told, "2031-05-05")), d => d.Confidence >= 0.5);
        Assert.Contains(Between((Denial.Replace("any knowledge of ", "", StringComparison.Ordinal), "2031-05-04"), (Told, "2031-05-05")), d => d.Confidence >= 0.5);
    }

    [Fact]
    public void Envoys_of_two_states_are_not_one_count()
    {
        Assert.Contains(Clashes("23", "60"), d => d.Slot == Slot.HowMany);
        Assert.DoesNotContain(Clashes("23 British", "60 Russian"), d => d.Slot == Slot.HowMany);

        static IEnumerable<Dispute> Clashes(string one, string other) =>
            Between(($"The harbour ministry expelled {one} envoys from Ost on Monday.", "2031-05-06"), ($"The harbour ministry expelled {other} envoys from Ost on Monday.", "2031-05-06")).Where(d => d.Relation == DisputeRelation.Contradicts);
    }

    [Fact]
    public void What_went_wrong_is_not_denied()
    {
        Assert.Contains(Denials("The report that the crane fell on the quay in Ost was wrong."), d => d.Relation == DisputeRelation.Denies);
        Assert.DoesNotContain(Denials("The lift at which the crane fell on the quay in Ost went wrong."), d => d.Relation == DisputeRelation.Denies);

        static List<Dispute> Denials(string text) => Between((text, "2031-05-06"), ("The crane fell on the quay in Ost, dockers said.", "2031-05-06"));
    }

    [Fact]
    public void How_old_somebody_is_counts_nothing() =>
        Assert.DoesNotContain(
            Between(("Orlin Voss, 66, and his daughter were hurt in the blast at Ost.", "2031-05-04"), ("Ilse Voss, 33, and her father were hurt in the blast at Ost.", "2031-05-05")),
            d => d.Slot == Slot.HowMany);

    private static string[] Disputes(params ArticleFindings[] articles) =>
        [.. Read(articles).Pairs.SelectMany(p => p.Disputes).Select(d => $"{d.Id} {d.Relation} {d.Slot} {d.Confidence} {d.Reason}").Order(StringComparer.Ordinal)];

    private static List<Dispute> Between((string Text, string Day) one, (string Text, string Day) other) =>
        [.. Read(Dated("a", one.Text, one.Day), Dated("b", other.Text, other.Day)).Pairs.SelectMany(p => p.Disputes)];

    // Read whole, as an article is: who says what, then who denies whom inside it.
    private static IReadOnlyList<Dispute> Within(string text)
    {
        var article = ArticleReader.Read(new RawPage { File = "a", Original = Encoding.UTF8.GetBytes(text), Sha256 = "a", Form = PageForm.Text, Content = text, Said = new Said { Outlet = "Harbour Post", Published = "2031-05-06" } });
        return CorpusReader.Read([article], []).Disputes;
    }

    private static PlainPast Read(params ArticleFindings[] articles)
    {
        var past = new PlainPast();
        var reader = new CorpusReader(past);
        foreach (var article in articles)
        {
            past.Keep(reader, article);
        }

        return past;
    }

    private static ArticleFindings Dated(string id, string text, string day) => new()
    {
        Reader = "",
        Article = new Article { Id = id, File = id, Sha256 = id, Text = text },
        Published = new Publication(Edtf.Parse(day), PublicationSource.Metadata, Spans.None, "given"),
    };
}
