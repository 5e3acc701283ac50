namespace Stemma.Corpus.Stances;

/// <summary>Do two articles of a story stand on opposite sides? From how much each doubts, how much they share, and how much the story's other articles doubt.</summary>
public static class SideSigns
{
    public static readonly IReadOnlyList<string> Names =
        ["less", "more", "between", "odds-between", "either", "likeness", "story-mean", "story-most", "story-least", "story-articles", "kin-less", "kin-more", "kin-between"];

    /// <param name="doubts">How likely each article of the story doubts what it tells.</param>
    /// <param name="kin">The same by what the articles most like each say: <see cref="Kin"/>.</param>
    public static double[] Of(int one, int other, double likeness, IReadOnlyList<double> doubts, IReadOnlyList<double> kin)
    {
        var (low, high) = doubts[one] <= doubts[other] ? (one, other) : (other, one);
        var (less, more) = (doubts[low], doubts[high]);
        return
        [
            less, more, more - less, Odds(more) - Odds(less), (less * (1 - more)) + (more * (1 - less)), likeness,
            doubts.Average(), doubts.Max(), doubts.Min(), Math.Log(doubts.Count), kin[low], kin[high], kin[high] - kin[low],
        ];
    }

    /// <summary>How much the articles that tell with the same words doubt: a reprint, and what was written after it, mostly stands where its model stands.</summary>
    /// <param name="likeness">Of two articles by number.</param>
    public static double[] Kin(IReadOnlyList<double> doubts, Func<int, int, double> likeness)
    {
        var kin = new double[doubts.Count];
        for (var i = 0; i < kin.Length; i++)
        {
            var (sum, all) = (Own * doubts[i], Own);
            for (var j = 0; j < kin.Length; j++)
            {
                if (j != i)
                {
                    var near = Math.Pow(likeness(i, j), Sharp);
                    (sum, all) = (sum + (near * doubts[j]), all + near);
                }
            }

            kin[i] = sum / all;
        }

        return kin;
    }

    // What an article itself says counts as one that is like it by .37; the third power leaves out the rest of a story. Neither was varied.
    private const double Own = 0.05;
    private const int Sharp = 3;

    private static double Odds(double p) => Math.Clamp(p, 0.0001, 0.9999) is var q ? Math.Log(q / (1 - q)) : 0;
}
