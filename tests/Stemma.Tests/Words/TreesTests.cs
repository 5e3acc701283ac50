using Stemma.Words;

namespace Stemma.Tests.Words;

public class TreesTests
{
    [Fact]
    public void A_tree_is_read_from_its_root_left_before_right()
    {
        var trees = new Trees([["=0.5"], ["x<1", "=-2", "y<3", "=1", "=4"]], ["x", "y"]);
        Assert.Equal(1 / (1 + Math.Exp(1.5)), trees.Probability([0, 9]), 10);
        Assert.Equal(1 / (1 + Math.Exp(-1.5)), trees.Probability([1, 2]), 10);
        Assert.Equal(1 / (1 + Math.Exp(-4.5)), trees.Probability([1, 3]), 10);
    }
}
