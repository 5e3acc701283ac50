using Stemma.Words;

namespace Stemma.Corpus.Accounts;

/// <summary>How much of what one claim says does another speak of too, across paraphrase?</summary>
/// <remarks>Same base form or stem: whole. Same sense or derived from it: nearly. Broader or narrower: half. Same company in the news: less. Names only meet names of the same thing.</remarks>
internal sealed class Alignment
{
    // Below this cosine words share a topic at most ("bank", "river"); above it they are near-synonyms, rivals or opposites.
    private const double LeastLikeness = 0.42;

    // Likeness of two words is a fact about the language: kept for the thread, and forgotten at a million pairs, so that memory stays flat.
    private const int MostKnown = 1_000_000;

    [ThreadStatic]
    private static Dictionary<(string, string), float>? _known;

    /// <summary>Share of the first's weight that the second covers, 0 to 1; figures left out.</summary>
    public double Covered(IReadOnlyList<ClaimTerm> claim, IReadOnlyList<ClaimTerm> by) => Covered(claim, by, _ => true);

    public double Covered(IReadOnlyList<ClaimTerm> claim, IReadOnlyList<ClaimTerm> by, Func<ClaimTerm, bool> wanted)
    {
        var (sum, all) = (0.0, 0.0);
        foreach (var term in claim)
        {
            if (term.Weight > 0 && !term.IsNumber && wanted(term))
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
        foreach (var other in by)
        {
            if (other.Weight > 0 && !other.IsNumber)
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

    public double Of(ClaimTerm a, ClaimTerm b)
    {
        if (a.Base == b.Base)
        {
            return 1;
        }

        // "Moscow" and "Russian" name one country; that a town is in it makes them less than one.
        if (a.Country is not null && a.Country == b.Country)
        {
            return 0.8;
        }

        var known = _known ??= [];
        var key = string.CompareOrdinal(a.Base, b.Base) < 0 ? (a.Base, b.Base) : (b.Base, a.Base);
        if (!known.TryGetValue(key, out var likeness))
        {
            if (known.Count >= MostKnown)
            {
                known.Clear();
            }

            known[key] = likeness = (float)Words(key.Item1, key.Item2);
        }

        // Two names in mid-sentence are two things, however alike their company.
        return a.Capital && b.Capital && !a.First && !b.First && likeness < 0.9 ? 0 : likeness;
    }

    private static double Words(string a, string b)
    {
        if (Stem.Of(a) == Stem.Of(b))
        {
            return 1;
        }

        if (Thesaurus.Alike(a, b))
        {
            return 0.9;
        }

        var steps = Math.Max(Thesaurus.StepsBelow(a, b), Thesaurus.StepsBelow(b, a));
        if (steps is 1 or 2)
        {
            return steps == 1 ? 0.7 : 0.5;
        }

        return Likeness.Of(a, b) is > LeastLikeness and var cosine ? cosine * 0.9 : 0;
    }
}
