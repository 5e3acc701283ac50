using Stemma.Training;

namespace Stemma.Tests.Training;

/// <summary>Rows of an example speak together, the trusted ones loudest.</summary>
public class SharedSoftmaxTests
{
    // The row that tells the answer stands beside one that tells nothing.
    private static readonly SharedSoftmax.Example[] Examples = [.. Enumerable.Range(0, 30).Select(i => new SharedSoftmax.Example([[i % 3 == 0 ? 1 : 0, i % 3 == 1 ? 1 : 0, 5], [0, 0, 5]], [0, 0], i % 3))];

    [Fact]
    public void What_marks_an_answer_is_learned()
    {
        var learned = new SharedSoftmax(Examples, 3, 0.1, 200);
        Assert.All(Examples, e => Assert.Equal(e.Answer, Best(learned.Shares(e.Rows, e.Trust))));
        Assert.Equal(1, learned.Shares(Examples[0].Rows, Examples[0].Trust).Sum(), 9);
        Assert.Equal(4, learned.Weights.Length);
    }

    [Fact]
    public void A_trusted_row_speaks_louder_than_another()
    {
        var learned = new SharedSoftmax(Examples, 3, 0.1, 200);
        double[][] rows = [[1, 0, 5], [0, 1, 5]];
        Assert.Equal(0, Best(learned.Shares(rows, [2, 0])));
        Assert.Equal(1, Best(learned.Shares(rows, [0, 2])));
    }

    [Fact]
    public void The_same_examples_give_the_same_weights() =>
        Assert.Equal(new SharedSoftmax(Examples, 3, 1, 20).Weights.SelectMany(w => w), new SharedSoftmax(Examples, 3, 1, 20).Weights.SelectMany(w => w));

    private static int Best(double[] shares) => Array.IndexOf(shares, shares.Max());
}
