using System.Globalization;
using Stemma.Words;

namespace Stemma.Corpus.Accounts.Notes;

/// <summary>On which point do two notes stand against each other: who, what, how many, when, where, why, by what, how they voted?</summary>
/// <remarks>
/// A sum a point over the signs of two clauses (<see cref="NoteSigns"/>), learned by `training notes`; Data/note-slots.tsv has a line a sign, a column a point.
/// The likeliest clauses of the two notes speak together, each as loud as it is likely to hold the dispute: the point often shows beside the clauses that are shown.
/// </remarks>
internal static class NoteSlots
{
    public static readonly Slot[] Slots = [Slot.Who, Slot.What, Slot.Agent, Slot.HowMany, Slot.When, Slot.Where, Slot.Why, Slot.Vote];

    /// <summary>So many of the likeliest clauses are asked; what is less likely only blurs.</summary>
    public const int MostAsked = 4;

    /// <summary>How much of the sum for a dispute speaks for the clauses: .7 is a point worse, of those shown.</summary>
    public const double Trust = 0.4;

    private static readonly Lazy<(double[][] Weights, double[] Begin)> Learned = new(() =>
    {
        var rows = Resource.Rows("Corpus/Accounts/Notes/Data/note-slots.tsv").ToDictionary(r => r[0], r => r[1..].Select(c => double.Parse(c, CultureInfo.InvariantCulture)).ToArray(), StringComparer.Ordinal);
        return ([.. NoteSigns.Names.Select(n => rows[n])], rows["begin"]);
    });

    /// <summary>The point of these two clauses by themselves.</summary>
    public static Slot Of(double[] signs) => Of([signs]);

    /// <summary>The point of two notes, from the likeliest of their clauses.</summary>
    public static Slot Of(IEnumerable<double[]> likeliest)
    {
        var (weights, begin) = Learned.Value;
        var sums = likeliest.Take(MostAsked).Select(signs =>
        {
            var sum = begin.Select(x => x + (Trust * NoteWeights.Sum(signs))).ToArray();
            for (var i = 0; i < weights.Length; i++)
            {
                for (var s = 0; s < sum.Length && signs[i] != 0; s++)
                {
                    sum[s] += signs[i] * weights[i][s];
                }
            }

            return sum;
        }).ToList();
        var most = sums.Max(s => s.Max());
        return OfShares([.. Enumerable.Range(0, Slots.Length).Select(s => sums.Sum(sum => Math.Exp(sum[s] - most)))]);
    }

    /// <summary>Who did it and what did it are one point first, and told apart then.</summary>
    public static Slot OfShares(IReadOnlyList<double> shares)
    {
        var best = Slot.Who;
        var most = shares[0] + shares[2];
        for (var s = 0; s < Slots.Length; s++)
        {
            (best, most) = Slots[s] is not (Slot.Who or Slot.Agent) && shares[s] > most ? (Slots[s], shares[s]) : (best, most);
        }

        return best == Slot.Who && shares[2] > shares[0] ? Slot.Agent : best;
    }
}
