namespace Stemma.Articles.Happenings;

/// <summary>Which mentions in one article tell of one happening?</summary>
/// <remarks>
/// First those that carry a day, in the order of the text; then the others, each to the happening it fits best, or it begins one; the dead and wounded of what their own sentence tells last.
/// Another day, another town, or another standing (planned, happened) keeps two apart. The same kind, a definite article, a shared party,
/// nearness, and being what somebody says of the happening the article is mostly about, bring them together.
/// Every mention is held against a bounded number of happenings of its family, so a live blog of 9,000 words stays linear.
/// </remarks>
internal static class SameHappening
{
    // Points a mention must reach to join; set by hand on the specs of this room and the samples.
    private const int Join = 3;

    private const int Remembered = 48;

    // A season: an event older than this is background to the news that mentions it.
    private const int OldNews = 120;

    private const int Background = 3;

    // The news comes before its background: what the article tells first, without a day, is not what it tells later of a year long past.
    private const int NewsBefore = 5;

    // Nobody is killed twice: whoever tells of this death tells of this happening, however, wherever and by whomever it is said to have been done.
    private const int Certain = 100;

    // A town shelled and an airliner shot down are seldom one thing; a definite article or a day may still say they are.
    private const int Manner = 2;

    // Another person did it, to nobody this one is told to have done it to. A dispute over the doer is told of one victim, or of none.
    private const int Doer = 3;

    // "the attack on the ferry", "the attack on the mill".
    private const int Aimed = 4;

    // "another attack", "a series of attacks": only a day and a town of its own bring it to one already told.
    private const int Beside = 4;

    // "struck the ferry, killing six": what is told as its outcome is it.
    private const int Outcome = 50;

    /// <param name="today">The last day the article can have been published; null where that side is open.</param>
    public static List<List<Mention>> Of(IReadOnlyList<Mention> mentions, DateOnly? today)
    {
        var all = new List<List<Mention>>();
        var byFamily = new Dictionary<string, List<List<Mention>>>(StringComparer.Ordinal);
        foreach (var mention in mentions.Where(m => m.ResultOf is null && m.Date is not null).Concat(mentions.Where(m => m.ResultOf is null && m.Date is null)).Concat(mentions.Where(m => m.ResultOf is not null)))
        {
            if (!byFamily.TryGetValue(Kinds.Family(mention.Kind), out var family))
            {
                byFamily[Kinds.Family(mention.Kind)] = family = [];
            }

            List<Mention>? best = null;
            var (bestScore, bestDistance) = (Join, int.MaxValue);
            var main = family.Count == 0 ? 0 : family.Max(g => g.Count);
            foreach (var told in family.Skip(family.Count - Remembered))
            {
                if (Score(told, mention, told.Count == main, today) is { } score && score >= bestScore)
                {
                    var distance = Math.Abs(Nearest(told, mention).Sentence - mention.Sentence);
                    if (score > bestScore || distance < bestDistance)
                    {
                        (best, bestScore, bestDistance) = (told, score, distance);
                    }
                }
            }

            if (best is null)
            {
                best = [];
                all.Add(best);
                family.Add(best);
            }

            best.Add(mention);
        }

        return all;
    }

    /// <summary>How well a mention fits a happening told elsewhere; null where something speaks against it.</summary>
    private static int? Score(List<Mention> told, Mention mention, bool isMain, DateOnly? today)
    {
        var killed = told.Exists(m => m.Killed.Intersect(mention.Killed, StringComparer.Ordinal).Any());
        if (!(SameStanding(told, mention) || (killed && mention.Status == EventStatus.Hypothetical)) || !DaysMeet(told, mention) || !StagesMeet(told, mention))
        {
            return null;
        }

        if (killed)
        {
            return Certain;
        }

        if (told.Exists(m => m.Trigger.First == mention.ResultOf))
        {
            return Outcome;
        }

        // The murder of one years ago and the attack on another: told apart, and far apart, they are two.
        if (mention.People.Count > 0 && told.Exists(m => m.Killed.Count > 0) && !told.Exists(m => m.People.Intersect(mention.People, StringComparer.Ordinal).Any()) && Math.Abs(Nearest(told, mention).Paragraph - mention.Paragraph) > 1)
        {
            return null;
        }

        // "The killing was in retaliation for the strikes": one deed answers the other.
        if (told.Exists(m => m.Sentence == mention.Sentence && m.Answered != mention.Answered))
        {
            return null;
        }

        // Of such things in general nothing is told that one of them would share.
        if (mention.General || told.Exists(m => m.General))
        {
            return null;
        }

        // The dead of a war are not the dead of the day's attack.
        if (told.Exists(m => m.Running != mention.Running))
        {
            return null;
        }

        // "a war that has killed hundreds": what hangs on another noun is another thing.
        if (mention.Hangs is { } noun && Kinds.IsConsequence(mention.Kind) && !told.Exists(m => m.Span.Overlaps(noun)))
        {
            return null;
        }

        var towns = told.SelectMany(m => m.Places).Where(p => p.Precision <= PlacePrecision.Town).Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
        var own = mention.Places.Where(p => p.Precision <= PlacePrecision.Town).Select(p => p.Name).ToList();
        var sameTown = own.Exists(towns.Contains) || (towns.Count > 0 && told.Exists(m => m.Places.Any(p => own.Contains(p.Name))));
        if (towns.Count > 0 && own.Count > 0 && !sameTown)
        {
            return null;
        }

        var violence = Kinds.Family(mention.Kind) == "violence";
        var shared = told.Exists(m => m.Who.Concat(m.Whom).Intersect(mention.Who.Concat(mention.Whom), StringComparer.Ordinal).Any());
        var anyDay = told.Exists(m => m.Date is not null);
        var near = Math.Abs(Nearest(told, mention).Paragraph - mention.Paragraph) <= 1;
        var score = 1;
        score += told.Exists(m => Kinds.Alike(m.Kind, mention.Kind)) ? 2 : 0;
        score -= OtherManner(told, mention) ? Manner : 0;
        score -= OtherDoer(told, mention) ? Doer : 0;
        score -= OtherTarget(told, mention) && !shared && !sameTown ? Aimed : 0;
        score -= mention.Another ? Beside : 0;
        score += told.Exists(m => m.Which.Intersect(mention.Which, StringComparer.Ordinal).Any()) ? 1 : 0;
        score += mention.Date is not null ? anyDay ? 3 : -1 : 0;
        score += sameTown ? 2 : 0;
        score += mention.Definite || mention.Kind == Kinds.PointsBack ? 2 : 0;
        score += near ? 1 : 0;
        score += violence && mention.Reported ? 1 : 0;
        score += violence && isMain ? 1 : 0;
        score += !violence && shared ? 1 : 0;
        score += near && mention.Vote is { Measure: null, Body: null } ? 2 : 0;
        score += mention.Vote is not null && told.Exists(m => m.Sentence == mention.Sentence) ? 4 : 0;
        score -= mention.Date is null && IsBackground(told, today) && Math.Abs(Nearest(told, mention).Sentence - mention.Sentence) > 1 ? Background + (told.TrueForAll(m => m.Sentence > mention.Sentence) ? NewsBefore : 0) : 0;
        score -= !mention.Definite && mention.Date is null && !Kinds.IsConsequence(mention.Kind) && !shared ? violence ? 1 : 2 : 0;
        return score;
    }

    private static bool OtherManner(List<Mention> told, Mention mention) =>
        mention.Trigger.Manner is { } manner && told.Exists(m => m.Trigger.Manner is not null) && told.TrueForAll(m => m.Trigger.Manner is null || m.Trigger.Manner != manner);

    private static bool OtherTarget(List<Mention> told, Mention mention) =>
        mention.Target.Count > 0 && told.Exists(m => m.Target.Count > 0) && !told.Exists(m => m.Target.Intersect(mention.Target, StringComparer.Ordinal).Any());

    private static bool OtherDoer(List<Mention> told, Mention mention) =>
        mention.Doers.Count > 0 && told.Exists(m => m.Doers.Count > 0) && !told.Exists(m => m.Doers.Concat(m.People).Intersect(mention.Doers.Concat(mention.People), StringComparer.Ordinal).Any());

    // What happened long before the article is told in a sentence or two, and is not what "the attack" means elsewhere in it.
    private static bool IsBackground(List<Mention> told, DateOnly? today) =>
        today is { } day && told.Exists(m => m.Date is not null) && told.TrueForAll(m => m.Date is null || (m.Date.Latest is { } last && day.DayNumber - last.DayNumber > OldNews));

    private static Mention Nearest(List<Mention> told, Mention mention) => told.MinBy(m => Math.Abs(m.Sentence - mention.Sentence))!;

    private static bool SameStanding(List<Mention> told, Mention mention) =>
        told.Exists(m => m.Status == mention.Status || (Answers(m.Status) && Answers(mention.Status)));

    // "denies the attack" speaks of the attack that others say happened; what is planned or feared is another thing.
    private static bool Answers(EventStatus status) => status is EventStatus.Happened or EventStatus.Denied;

    private static bool DaysMeet(List<Mention> told, Mention mention) =>
        mention.Date is not { } day || told.TrueForAll(m => m.Date is not { } other || Meets(other, day));

    // Held and vetoed may be one vote told twice; a draft and what became of it are kept apart.
    private static bool StagesMeet(List<Mention> told, Mention mention) =>
        mention.Vote is not { } vote || told.TrueForAll(m => m.Vote is not { } other || other.Stage == vote.Stage || (Final(other.Stage) && Final(vote.Stage)));

    private static bool Final(VoteStage stage) => stage is VoteStage.Held or VoteStage.Vetoed or VoteStage.Adopted;

    private static bool Meets(Moment a, Moment b) =>
        (a.Latest is null || b.Earliest is null || a.Latest >= b.Earliest) && (b.Latest is null || a.Earliest is null || b.Latest >= a.Earliest);
}
