namespace Stemma.Corpus.Accounts;

/// <summary>Where do two articles put the same thing at times that cannot both hold?</summary>
internal static class TimeClashes
{
    public static IEnumerable<Candidate> Between(ClaimedArticle one, ClaimedArticle other, Pairing pairing)
    {
        foreach (var a in one.Claims.Where(c => c.Times.Any(t => !t.Saying)))
        {
            foreach (var b in pairing.ClaimsNear(other, one, a).Where(c => c.Times.Any(t => !t.Saying)))
            {
                if (a.Mood == Mood.Condition || b.Mood == Mood.Condition || a.Mood != b.Mood || Scope.Words(a, b))
                {
                    continue;
                }

                var (x, y) = (a.Times.Where(t => !t.Saying).ToList(), b.Times.Where(t => !t.Saying).ToList());
                if (x.Any(t => y.Any(u => Meet(t, u))) || !x.Any(t => y.Any(u => Comparable(t, u))))
                {
                    continue;
                }

                // What a day is told of must be told in the clauses themselves: every article has days.
                if (pairing.IsLong && OfOtherDeeds(a, x[0], b, y[0], pairing))
                {
                    continue;
                }

                var fit = (0.5 * pairing.Align(a, b)) + (0.5 * pairing.Near(one, a, other, b));
                if (pairing.Align(a, b) < 0.25 || fit < 0.3)
                {
                    continue;
                }

                var (f, g) = x.SelectMany(t => y.Select(u => (t, u))).First(p => Comparable(p.t, p.u));
                var sure = Math.Min(0.93, 0.15 + (0.75 * fit) + (Updates.Rival(one, other, a, b) ? 0.15 : 0));
                var relation = a.Mood == Mood.Future || Updates.Between(one, a, other, b) ? DisputeRelation.Updates : DisputeRelation.Contradicts;
                yield return new(relation, Slot.When, a, b, a.Span, b.Span, sure, $"both tell when; one says “{f.Span.Of(one.Text)}”, the other “{g.Span.Of(other.Text)}”");
            }
        }
    }

    // "shut on Monday", "vetoed on Wednesday": in longer texts each time belongs to the verb before it, and two verbs are two things.
    private static bool OfOtherDeeds(Claim a, ClaimTime x, Claim b, ClaimTime y, Pairing pairing) =>
        (VerbOf(a, x), VerbOf(b, y)) is var (mine, yours) && (mine < 0 || yours < 0 || pairing.Words.Of(a.Words[mine], b.Words[yours]) < SameDeed);

    private const double SameDeed = 0.5;

    // The last verb form before the time.
    private static int VerbOf(Claim claim, ClaimTime time) =>
        Enumerable.Range(0, Math.Min(time.Word, claim.Words.Count)).LastOrDefault(i => !claim.Words[i].Frame && claim.Words[i].Tells && !claim.Words[i].Capital && claim.Words[i].Base != claim.Words[i].Lower && !claim.Words[i].Lower.EndsWith('s') && Predicate.IsVerb(claim.Words[i]), -1);

    /// <summary>Times of the thing told that can be compared: none can both hold; or some can.</summary>
    public static (double Clash, double Meet) Signs(Claim a, Claim b)
    {
        var (x, y) = (a.Times.Where(t => !t.Saying).ToList(), b.Times.Where(t => !t.Saying).ToList());
        var meet = x.Any(t => y.Any(u => Meet(t, u)));
        return (!meet && x.Any(t => y.Any(u => Comparable(t, u))) ? 1 : 0, meet ? 1 : 0);
    }

    private static bool Meet(ClaimTime t, ClaimTime u) => Comparable(t, u) && t.From < u.To && u.From < t.To;

    // A clock time without a day only meets another without a day.
    private static bool Comparable(ClaimTime t, ClaimTime u) => (t.From.Year == 1) == (u.From.Year == 1);
}
