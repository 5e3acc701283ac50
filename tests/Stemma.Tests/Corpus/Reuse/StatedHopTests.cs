using static Stemma.Tests.Corpus.Reuse.ChangesTests;
using static Stemma.Tests.Corpus.Reuse.Newsroom;

namespace Stemma.Tests.Corpus.Reuse;

/// <summary>Steps that the words themselves state, read from the page and laid beside what is in the case.</summary>
public class StatedHopTests
{
    private const string Body =
        "Two silos of the grain terminal at Lom blew apart at dusk and burned through the night, and four cranes fell into the harbour basin.\n\n" +
        "Rescue boats carried at least fourteen wounded dockers across to Marshland before midnight. Trains to Vardia are running again.";

    [Theory]
    [InlineData("LOM, May 4 (North Wire) — {0}", "North Wire", ChainRelation.Credits)]
    [InlineData("{0}\n\n(North Wire)", "North Wire", ChainRelation.Credits)]
    [InlineData("{0}\n\n© 2031 North Wire. All rights reserved.", "North Wire", ChainRelation.Credits)]
    [InlineData("{0}\n\nWith reporting from North Wire.", "North Wire", ChainRelation.Credits)]
    [InlineData("{0}\n\nh/t Inland Times", "Inland Times", ChainRelation.Credits)]
    [InlineData("{0}\n\nThis article appeared first on Inland Times.", "Inland Times", ChainRelation.FirstAppearedOn)]
    [InlineData("{0}\n\nThis story was syndicated from North Wire.", "North Wire", ChainRelation.SyndicatedFrom)]
    [InlineData("{0}\n\n“Nobody warned us,” Orlin Voss told the Inland Times on Monday.", "Inland Times", ChainRelation.Quotes)]
    [InlineData("{0}\n\nThe fire was out by noon, as first reported by the Inland Times.", "Inland Times", ChainRelation.Quotes)]
    [InlineData("{0}\n\nThe fire was out by noon, the ministry said, citing state media.", "state media", ChainRelation.Quotes)]
    public void A_hop_that_the_words_state_is_read_with_its_words(string page, string to, ChainRelation relation)
    {
        var article = Page("a", "Harbour Post", string.Format(System.Globalization.CultureInfo.InvariantCulture, page, Body));
        var hop = Assert.Single(Read(article).Hops);

        Assert.Equal(("Harbour Post", to, null, HopKind.Stated, relation), (hop.From, hop.To, hop.Parent, hop.Kind, hop.Relation));
        Assert.Contains(to, Assert.Single(hop.Evidence).Span.Of(article.Article.Text), StringComparison.Ordinal);
    }

    [Fact]
    public void Nested_hops_come_in_order_nearest_hand_first()
    {
        var hops = Read(Page("a", "Harbour Post", $"LOM (Coast Press Agency) — {Body}\n\nThis article first appeared in the Inland Times and was republished from North Wire.")).Hops;
        Assert.Equal(["Harbour Post>North Wire", "North Wire>Inland Times", "Inland Times>Coast Press Agency"], hops.Select(h => $"{h.From}>{h.To}"));
    }

    [Theory]
    [InlineData("Agence France-Presse", "LOM (AFP) — ")]
    [InlineData("The Associated Press", "LOM (AP) — ")]
    [InlineData("AFP", "LOM (Agence France-Presse) — ")]
    public void An_agency_is_known_by_its_other_name(string agency, string dateline)
    {
        var hop = Assert.Single(Read(Page("a", agency, Body), Page("b", "Harbour Post", dateline + Body)).Hops);
        Assert.Equal(("b", "a", HopKind.Stated), (hop.Article, hop.Parent, hop.Kind));
    }

    [Fact]
    public void One_speaker_before_two_reporters_is_one_source_of_two_articles()
    {
        const string quotation = "“Nobody here was warned before the first tank went up into the sky, and no telephone rang at all,”";
        var reading = Read(
            Page("a", "Harbour Post", $"Smoke hung over the basin when the gates opened this morning.\n\n{quotation} said harbour master Orlin Voss."),
            Page("b", "Inland Times", $"There was anger at the barrier today, and few answers.\n\nHarbour master Orlin Voss said: {quotation.Replace(',', '.')}"));

        Assert.Empty(reading.Hops);
        Assert.Equal(2, reading.Origins.Count);
        var speakers = reading.Statements.Where(s => s.Statement.Content.Sum(c => c.Length) > 40 && s.Statement.Actor is not null).ToList();
        Assert.Equal(["a", "b"], speakers.Select(s => s.Article).Distinct().Order());
        Assert.Single(speakers.Select(s => s.Statement.Actor).Distinct());
    }
}
