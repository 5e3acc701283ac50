using Stemma.Corpus;
using Stemma.Views;

namespace Stemma.Tests.Corpus.Accounts;

/// <summary>A denial reads "first denies second" and an update "first updates second", whichever article came first.</summary>
public class DisputeOrderTests
{
    private const string Claim = "Shells fired from the north bank hit the grain silo at Lom, the interior ministry said. Dockers fled.";
    private const string Denial = "The north bank council denied that shells had been fired at the grain silo in Lom. Its leader blamed a fire.";

    [Theory]
    [InlineData("a", "b")]
    [InlineData("b", "a")]
    public void The_side_that_denies_comes_first(string claims, string denies)
    {
        var denial = Assert.Single(InCase((claims, Claim, "2031-05-04"), (denies, Denial, "2031-05-05")), d => d.Relation == DisputeRelation.Denies && d.Confidence >= 0.5);
        Assert.Equal([denies, claims], denial.Spans.Select(s => s.Article));
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("b", "a")]
    public void The_later_news_comes_first(string early, string late)
    {
        var found = InCase(
            (early, "The storm over Vardia killed 14 people in the harbour town of Lom, the interior ministry said.", "2031-05-04"),
            (late, "The number of people killed by the storm in the harbour town of Lom rose to 22, the interior ministry said.", "2031-05-06"));
        Assert.Equal([late, early], Assert.Single(found, d => d.Relation == DisputeRelation.Updates).Spans.Select(s => s.Article));
    }

    [Fact]
    public void From_the_other_side_a_denial_is_told_the_other_way_round()
    {
        Assert.Equal("denies", Say.Relation(DisputeRelation.Denies));
        Assert.Equal("is denied by", Say.Relation(DisputeRelation.Denies, first: false));
        Assert.Equal("contradicts", Say.Relation(DisputeRelation.Contradicts, first: false));
    }

    private static IReadOnlyList<Dispute> InCase(params (string Id, string Text, string Day)[] articles)
    {
        var past = new PlainPast();
        var reader = new CorpusReader(past);
        foreach (var (id, text, day) in articles)
        {
            past.Keep(reader, new()
            {
                Reader = "",
                Article = new Article { Id = id, File = id, Sha256 = id, Text = text },
                Published = new Publication(Edtf.Parse(day), PublicationSource.Metadata, Spans.None, "given"),
            });
        }

        return CorpusReader.Read(past.Articles, past.Pairs).Disputes;
    }
}
