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

                var fit = pairing.Align(a, b);
                if (fit < 0.4)
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

    private static bool Meet(ClaimTime t, ClaimTime u) => Comparable(t, u) && t.From < u.To && u.From < t.To;

    // A clock time without a day only meets another without a day.
    private static bool Comparable(ClaimTime t, ClaimTime u) => (t.From.Year == 1) == (u.From.Year == 1);
}
