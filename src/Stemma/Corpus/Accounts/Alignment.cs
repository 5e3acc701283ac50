using Stemma.Words;

namespace Stemma.Corpus.Accounts;

/// <summary>How much of what one claim says does another speak of too, across paraphrase?</summary>
/// <remarks>Same base form or stem: whole. Same sense or derived from it: nearly. Broader or narrower: half. Same company in the news: less. Names only meet names of the same thing.</remarks>
internal sealed class Alignment
{
    /// <summary>Share of the first's weight that the second covers, 0 to 1; figures left out.</summary>
    public double Covered(IReadOnlyList<ClaimTerm> claim, IReadOnlyList<ClaimTerm> by)
    {
        var (sum, all) = (0.0, 0.0);
        for (var i = 0; i < claim.Count; i++)
        {
            var term = claim[i];
            if (term.Tells)
            {
                all += term.Weight;
                sum += term.Weight * Best(term, by);
            }
        }

        return all == 0 ? 0 : sum / all;
    }

    /// <summary>The likeness of the word of these that fits best.</summary>
    public double Best(ClaimTerm term, IReadOnlyList<ClaimTerm> by)
    {
        var best = 0.0;
        for (var i = 0; i < by.Count; i++)
        {
            var other = by[i];
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
