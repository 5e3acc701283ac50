using Stemma.Training;

namespace Stemma.Tests.Training;

/// <summary>A sum a point against the one answer that none is: what it learns, and what a direction forbids.</summary>
public class PointLogisticTests
{
    // The first sign speaks for the first point, the second for the second; the third stands everywhere.
    private static readonly PointLogistic.Example[] Examples =
    [
        .. Enumerable.Range(0, 30).Select(i => new PointLogistic.Example([[i % 3 == 0 ? 1 : 0, i % 3 == 1 ? 1 : 0, 1], [0, 0, 1]], i % 3 == 2 ? -1 : i % 3)),
    ];

    [Fact]
    public void Each_point_is_told_by_its_own_sign_and_no_point_by_none()
    {
        var learned = PointLogistic.Learn(Examples, 2, [0, 0, 0], 0.1, 0.1, 200);
        var (first, second, none) = (PointLogistic.Sums(learned, [1, 0, 1]), PointLogistic.Sums(learned, [0, 1, 1]), PointLogistic.Sums(learned, [0, 0, 1]));
        Assert.True(first[0] > 0 && first[0] > first[1]);
        Assert.True(second[1] > 0 && second[1] > second[0]);
        Assert.All(none, sum => Assert.True(sum < 0));
    }

    [Fact]
    public void A_sign_speaks_in_its_direction_only_or_not_at_all()
    {
        var learned = PointLogistic.Learn(Examples, 2, [-1, null, 0], 0.1, 0.1, 100);
        Assert.All(learned[0], weight => Assert.True(weight <= 0));
        Assert.All(learned[1], weight => Assert.Equal(0, weight));
    }

    [Fact]
    public void The_same_examples_give_the_same_weights() =>
        Assert.Equal(PointLogistic.Learn(Examples, 2, [0, 0, 0], 1, 1, 20).SelectMany(w => w), PointLogistic.Learn(Examples, 2, [0, 0, 0], 1, 1, 20).SelectMany(w => w));
}
