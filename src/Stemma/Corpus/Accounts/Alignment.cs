using System.Runtime.InteropServices;
using Stemma.Words;

namespace Stemma.Corpus.Accounts;

/// <summary>How much of what one claim says does another speak of too, across paraphrase?</summary>
/// <remarks>Same base form or stem: whole. Same sense or derived from it: nearly. Broader or narrower: half. Same company in the news: less. Names only meet names of the same thing.</remarks>
internal sealed class Alignment
{
    // Clauses are shorter; what is longer is asked the slow way.
    private const int MostTogether = 256;

    /// <summary>Share of the first's weight that the second covers, 0 to 1; figures left out.</summary>
    public double Covered(IReadOnlyList<ClaimTerm> claim, IReadOnlyList<ClaimTerm> by)
    {
        var (sum, all) = (0.0, 0.0);
        var others = Terms(by);
        foreach (ref readonly var term in Terms(claim))
        {
            if (term.Tells)
            {
                all += term.Weight;
                sum += term.Weight * Best(term, others);
            }
        }

        return all == 0 ? 0 : sum / all;
    }

    /// <summary>How much of the first the second covers, and the other way round: every two words are weighed once for both.</summary>
    public (double Ab, double Ba) Both(IReadOnlyList<ClaimTerm> a, IReadOnlyList<ClaimTerm> b)
    {
        var x = Terms(a);
        var y = Terms(b);
        if (x.Length > MostTogether || y.Length > MostTogether)
        {
            return (Covered(a, b), Covered(b, a));
        }

        Span<double> here = stackalloc double[x.Length], there = stackalloc double[y.Length];
        here.Clear();
        there.Clear();
        for (var i = 0; i < x.Length; i++)
        {
            for (var j = 0; x[i].Tells && j < y.Length; j++)
            {
                if (ReferenceEquals(x[i].Kin, y[j].Kin) && y[j].Tells)
                {
                    here[i] = there[j] = 1;
                }
            }
        }

        for (var i = 0; i < x.Length; i++)
        {
            for (var j = 0; x[i].Tells && j < y.Length; j++)
            {
                if ((here[i] < 1 || there[j] < 1) && y[j].Tells && Of(x[i], y[j]) is > 0 and var near)
                {
                    (here[i], there[j]) = (Math.Max(here[i], near), Math.Max(there[j], near));
                }
            }
        }

        return (Share(x, here), Share(y, there));
    }

    /// <summary>The likeness of the word of these that fits best.</summary>
    public double Best(ClaimTerm term, IReadOnlyList<ClaimTerm> by) => Best(term, Terms(by));

    private double Best(in ClaimTerm term, ReadOnlySpan<ClaimTerm> by)
    {
        foreach (ref readonly var other in by)
        {
            if (ReferenceEquals(term.Kin, other.Kin) && other.Tells)
            {
                return 1;
            }
        }

        var best = 0.0;
        foreach (ref readonly var other in by)
        {
            if (other.Tells)
            {
                best = Math.Max(best, Of(term, other));
                if (best >= 1)
                {
                    break;
                }
            }
        }

        return best;
    }

    private static double Share(ReadOnlySpan<ClaimTerm> terms, ReadOnlySpan<double> best)
    {
        var (sum, all) = (0.0, 0.0);
        for (var i = 0; i < terms.Length; i++)
        {
            if (terms[i].Tells)
            {
                all += terms[i].Weight;
                sum += terms[i].Weight * best[i];
            }
        }

        return all == 0 ? 0 : sum / all;
    }

    private static ReadOnlySpan<ClaimTerm> Terms(IReadOnlyList<ClaimTerm> words) => words is List<ClaimTerm> list ? CollectionsMarshal.AsSpan(list) : words.ToArray();

    public double Of(in ClaimTerm a, in ClaimTerm b)
    {
        if (ReferenceEquals(a.Kin, b.Kin) || a.Base == b.Base)
        {
            return 1;
        }

        // "Moscow" and "Russian" name one country; that a town is in it makes them less than one.
        if (a.Country is not null && a.Country == b.Country)
        {
            return 0.8;
        }

        // Two names in mid-sentence are two things, however alike their company.
        var likeness = a.Kin.To(b.Kin);
        return a.Capital && b.Capital && !a.First && !b.First && likeness < 0.9 ? 0 : likeness;
    }
}
