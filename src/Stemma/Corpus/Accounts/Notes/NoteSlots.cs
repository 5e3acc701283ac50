using System.Globalization;
using Stemma.Words;

namespace Stemma.Corpus.Accounts.Notes;

/// <summary>On which point do two notes stand against each other: who, what, how many, when, where, why, by what, how they voted?</summary>
/// <remarks>
/// A sum a point over the signs of two clauses (<see cref="NoteSigns"/>) and over the company that their words keep, learned by `training notes`; Data/note-slots.tsv has a line a sign, a column a point.
/// The likeliest clauses of the two notes speak together, each as loud as it is likely to hold the dispute: the point often shows beside the clauses that are shown.
/// </remarks>
internal static class NoteSlots
{
    public static readonly Slot[] Slots = [Slot.Who, Slot.What, Slot.Agent, Slot.HowMany, Slot.When, Slot.Where, Slot.Why, Slot.Vote];

    /// <summary>So many of the likeliest clauses are asked; what is less likely only blurs.</summary>
    public const int MostAsked = 4;

    /// <summary>How much of the sum for a dispute speaks for the clauses: .4 to 1 are level.</summary>
    public const double Trust = 0.7;

    /// <summary>Names of what is asked: the signs, then the numbers of the company.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. NoteSigns.Names, .. Enumerable.Range(1, Likeness.Size).Select(d => $"company-{d}")];

    private static readonly Lazy<(double[][] Weights, double[] Begin)> Learned = new(() =>
    {
        var rows = Resource.Rows("Corpus/Accounts/Notes/Data/note-slots.tsv").ToDictionary(r => r[0], r => r[1..].Select(c => double.Parse(c, CultureInfo.InvariantCulture)).ToArray(), StringComparer.Ordinal);
        return ([.. Names.Select(n => rows[n])], rows["begin"]);
    });

    /// <summary>The point of these two clauses by themselves.</summary>
    public static Slot Of(NoteClause a, NoteClause b, double[] signs) => Of([(0, Asked(a, b, signs))]);

    /// <summary>The point of two notes, from the likeliest of their clauses.</summary>
    public static Slot Of(IEnumerable<(NoteClause A, NoteClause B, double[] Signs)> likeliest) =>
        Of([.. likeliest.Take(MostAsked).Select(c => (NoteWeights.Sum(c.Signs), Asked(c.A, c.B, c.Signs)))]);

    /// <summary>What is asked of two clauses, in the order of <see cref="Names"/>.</summary>
    public static double[] Asked(NoteClause a, NoteClause b, double[] signs)
    {
        var asked = new double[signs.Length + Likeness.Size];
        signs.CopyTo(asked, 0);
        for (var d = 0; d < Likeness.Size; d++)
        {
            asked[signs.Length + d] = a.Company[d] + b.Company[d];
        }

        return asked;
    }

    /// <summary>Who did it and what did it are one point first, and told apart then.</summary>
    public static Slot Of(ReadOnlySpan<double> shares)
    {
        var best = Slot.Who;
        var most = shares[0] + shares[2];
        for (var s = 0; s < Slots.Length; s++)
        {
            (best, most) = Slots[s] is not (Slot.Who or Slot.Agent) && shares[s] > most ? (Slots[s], shares[s]) : (best, most);
        }

        return best == Slot.Who && shares[2] > shares[0] ? Slot.Agent : best;
    }

    private static Slot Of(List<(double Dispute, double[] Asked)> clauses)
    {
        var (weights, begin) = Learned.Value;
        var sums = clauses.ConvertAll(c =>
        {
            var sum = begin.Select(x => x + (Trust * c.Dispute)).ToArray();
            for (var i = 0; i < weights.Length; i++)
            {
                for (var s = 0; s < sum.Length && c.Asked[i] != 0; s++)
                {
                    sum[s] += c.Asked[i] * weights[i][s];
                }
            }

            return sum;
        });
        var most = sums.Max(s => s.Max());
        var shares = new double[Slots.Length];
        foreach (var sum in sums)
        {
            for (var s = 0; s < shares.Length; s++)
            {
                shares[s] += Math.Exp(sum[s] - most);
            }
        }

        return Of(shares);
    }
}
