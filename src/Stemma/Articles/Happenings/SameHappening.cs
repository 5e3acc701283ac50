namespace Stemma.Articles.Happenings;

/// <summary>Which mentions in one article tell of one happening?</summary>
/// <remarks>
/// Goes through the text once and puts each mention to the happening told before it fits best, or lets it begin one.
/// Another day, another town, or another standing (planned, happened) keeps two apart; the same kind, the same sentence or a definite
/// article ("the attack") brings them together. What is open after the first pass ("a strike", undated) stays its own.
/// </remarks>
internal static class SameHappening
{
    // Points a mention must reach to join; "the attack" (3) or the same kind on the same day (2 + 3) does, the family alone (1) does not.
    private const int Join = 3;

    // A mention is held against so many happenings of its family, the last begun first: keeps a live blog of 9,000 words linear.
    private const int Remembered = 48;

    public static List<List<Mention>> Of(IReadOnlyList<Mention> mentions)
    {
        var all = new List<List<Mention>>();
        var byFamily = new Dictionary<string, List<List<Mention>>>(StringComparer.Ordinal);
        foreach (var mention in mentions)
        {
            List<Mention>? best = null;
            var bestScore = Join - 1;
            if (!byFamily.TryGetValue(Kinds.Family(mention.Kind), out var family))
            {
                byFamily[Kinds.Family(mention.Kind)] = family = [];
            }

            foreach (var told in family.Skip(family.Count - Remembered))
            {
                // Later ones win ties: the happening last spoken of.
                if (Score(told, mention) is { } score && score >= Math.Max(Join, bestScore))
                {
                    (best, bestScore) = (told, score);
                }
            }

            if (best is null)
            {
                best = [mention];
                all.Add(best);
                family.Add(best);
            }
            else
            {
                best.Add(mention);
            }
        }

        return all;
    }

    private static int? Score(List<Mention> told, Mention mention)
    {
        if (!SameStanding(told, mention))
        {
            return null;
        }

        var dates = told.Where(m => m.Date is not null).Select(m => m.Date!).ToList();
        if (mention.Date is { } day && dates.Count > 0 && !dates.Exists(d => Meets(d, day)))
        {
            return null;
        }

        var towns = told.SelectMany(m => m.Places).Where(p => p.Precision <= PlacePrecision.Town).Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        var own = mention.Places.Where(p => p.Precision <= PlacePrecision.Town).Select(p => p.Name).ToList();
        if (towns.Count > 0 && own.Count > 0 && !own.Exists(towns.Contains))
        {
            return null;
        }

        if (Kinds.Family(mention.Kind) is Kinds.Vote && told.Select(m => m.Vote?.Stage).Where(s => s is not null).Distinct().ToList() is { Count: > 0 } stages
            && mention.Vote is { } vote && !stages.Exists(s => SameStage(s!.Value, vote.Stage)))
        {
            return null;
        }

        var score = 1;
        score += told.Exists(m => m.Kind == mention.Kind) ? 2 : 0;
        score += mention.Date is not null && dates.Count > 0 ? 3 : 0;
        score += own.Exists(towns.Contains) ? 2 : 0;
        score += mention.Definite || mention.Kind == Kinds.PointsBack ? 2 : 0;
        score += told.Exists(m => m.Sentence == mention.Sentence) ? 1 : 0;
        score += Kinds.IsConsequence(mention.Kind) && told.Exists(m => mention.Sentence - m.Sentence is 0 or 1) ? 1 : 0;
        score += mention.Kind is not ("attack" or "strike" or "explosion") || mention.Definite || mention.Date is not null ? 0 : -1;
        return score;
    }

    private static bool SameStanding(List<Mention> told, Mention mention) =>
        told.Exists(m => Realised(m.Status) == Realised(mention.Status) || (mention.Status is EventStatus.Denied && Realised(m.Status)));

    private static bool Realised(EventStatus status) => status is EventStatus.Happened;

    // Held and vetoed may be one vote told twice; a draft and what became of it are kept apart.
    private static bool SameStage(VoteStage a, VoteStage b) => a == b || (a is VoteStage.Held or VoteStage.Vetoed or VoteStage.Adopted && b is VoteStage.Held or VoteStage.Vetoed or VoteStage.Adopted);

    private static bool Meets(Moment a, Moment b) =>
        (a.Latest is null || b.Earliest is null || a.Latest >= b.Earliest) && (b.Latest is null || a.Earliest is null || b.Latest >= a.Earliest);
}
