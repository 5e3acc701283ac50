using Stemma.Articles;
using Stemma.Articles.Intake;
using Stemma.Corpus;

namespace Stemma.Tests.Corpus.Accounts;

/// <summary>Through whose hands did one claim come? Each hand once, the outlet first, whoever saw or wrote it last.</summary>
public class ClaimHopTests
{
    [Fact]
    public void A_speaker_told_an_agency_and_the_agency_the_outlet()
    {
        var hops = Hops("Ilse Maren told North Wire on Monday that the silo had burned for eleven hours.");
        Assert.Equal(["North Wire", "Ilse Maren"], hops.Select(h => h.To));
        Assert.Equal(["by way of", "told"], hops.Select(h => h.Relation));
        Assert.All(hops, h => Assert.NotEmpty(h.Evidence));
    }

    [Fact]
    public void A_report_that_says_it_is_one_hand_and_the_document()
    {
        var hop = Assert.Single(Hops("The inspection report found that two of the four valves of the silo were corroded."));
        Assert.Equal("cites a document", hop.Relation);
    }

    [Fact]
    public void Where_another_spoke_these_words_did_not_come_through() =>
        Assert.DoesNotContain(Hops("“We will answer from the river,” Orlin Voss said in Lom, referring to the minister's remarks on CNN on Sunday."), h => h.To == "CNN");

    private static IReadOnlyList<ClaimHop> Hops(string text)
    {
        var findings = ArticleReader.Read(new RawPage { File = "one", Original = System.Text.Encoding.UTF8.GetBytes(text), Sha256 = "one", Form = PageForm.Text, Content = text, Said = new Said { Published = "2031-05-06", Outlet = "Harbour Post" } });
        return CorpusReader.Read([findings with { Article = findings.Article with { Id = "one" } }], []).ClaimHops;
    }
}
