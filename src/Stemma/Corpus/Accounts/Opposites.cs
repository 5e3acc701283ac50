namespace Stemma.Corpus.Accounts;

/// <summary>Where do two articles say opposite things of one and the same: open and closed, acquitted and convicted?</summary>
internal static class Opposites
{
    // "first" and "last", "men" and "women" part a thing rather than gainsay it; very common opposites ("new", "long") say little.
    private const double LeastWeight = 2.0;

    public static IEnumerable<Candidate> Between(ClaimedArticle one, ClaimedArticle other, Pairing pairing)
    {
        foreach (var a in one.Claims.Where(c => c.Mood == Mood.Fact))
        {
            foreach (var b in pairing.ClaimsNear(other, one, a).Where(c => c.Mood == Mood.Fact && c.Negated == a.Negated))
            {
                var fit = pairing.Align(a, b);
                if (fit < 0.3 || Scope.Differs(a, b))
                {
                    continue;
                }

                foreach (var x in a.Words.Where(w => w.Weight >= LeastWeight && !w.Capital && !w.IsNumber))
                {
                    foreach (var y in b.Words.Where(w => w.Weight >= LeastWeight && !w.Capital && !w.IsNumber && w.Base != x.Base && x.Kin.Opposes(w.Kin)))
                    {
                        if (pairing.Words.Best(x, b.Words) < 1)
                        {
                            var sure = Math.Min(0.9, 0.2 + (0.6 * fit) + (Updates.Rival(one, other, a, b) ? 0.15 : 0));
                            var relation = Updates.Between(one, a, other, b) ? DisputeRelation.Updates : DisputeRelation.Contradicts;
                            yield return new(relation, Slot.What, a, b, a.Span, b.Span, sure, $"both speak of the same thing; one says “{x.Span.Of(one.Text)}”, the other “{y.Span.Of(other.Text)}”");
                        }
                    }
                }
            }
        }
    }

    /// <summary>A word of the one is the opposite of a word of the other.</summary>
    public static bool Clash(Claim a, Claim b, Pairing pairing) =>
        a.Words.Any(x => x.Weight >= LeastWeight && !x.Capital && !x.IsNumber
            && b.Words.Any(y => y.Weight >= LeastWeight && !y.Capital && !y.IsNumber && x.Kin.Opposes(y.Kin)) && pairing.Words.Best(x, b.Words) < 1);
}
