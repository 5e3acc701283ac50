using Stemma.Quality.RealCases;

namespace Stemma.Tests.Quality;

public sealed class RealCaseTests
{
    [Fact]
    public void Tokens_become_text_again()
    {
        var text = Readable.Of("Orlin Voss ’ s office said : `` We ca n't tell . '' The U.S. envoy , Gov . Ilse Maren ( of Lom ) , did n’t .");

        Assert.Equal("Orlin Voss’s office said: “We can’t tell.” The U.S. envoy, Gov. Ilse Maren (of Lom), didn’t.\n", text);
    }

    [Fact]
    public void Two_sentences_make_a_paragraph_and_no_quotation_is_torn()
    {
        var text = Readable.Of("It burned . It fell . “ Nobody came . Nobody called . Nobody knew . ” It rained .");

        Assert.Equal("It burned. It fell.\n\n“Nobody came. Nobody called. Nobody knew.”\n\nIt rained.\n", text);
    }

    [Fact]
    public void A_judgement_finds_its_passages_in_either_order_and_where_borders_moved_a_little()
    {
        var folder = Directory.CreateTempSubdirectory("judged");
        try
        {
            var here = folder.CreateSubdirectory("quality").CreateSubdirectory("RealCases").FullName;
            File.WriteAllText(Path.Combine(here, "judged.tsv"), "# head\nlom\tright\t1\t100\t200\t2\t0\t50\nlom\twrong\t1\t300\t400\t2\t0\t50\n");
            File.WriteAllText(Path.Combine(here, "wanted.tsv"), "# head\nlom\tshelling\tclaim\t1\t100\t200\nlom\tshelling\tanswer\t2\t0\t50\nlom\ttoll\tclaim\t3\t0\t9\n");
            var judged = new Judgements(folder.FullName);
            PassageAt at(int article, int begin, int end) => new(article, new TextSpan(begin, end));

            Assert.True(judged.Of("lom", at(2, 4, 50), at(1, 90, 190)));
            Assert.False(judged.Of("lom", at(1, 310, 390), at(2, 0, 50)));
            Assert.Null(judged.Of("lom", at(1, 500, 600), at(2, 0, 50)));
            Assert.Null(judged.Of("vardia", at(1, 100, 200), at(2, 0, 50)));
            Assert.Equal(["shelling"], judged.Told("lom", at(2, 40, 90), at(1, 150, 160)));
            Assert.Empty(judged.Told("lom", at(1, 150, 160), at(1, 100, 120)));
            Assert.Equal(["shelling", "toll"], judged.Wanted("lom"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
