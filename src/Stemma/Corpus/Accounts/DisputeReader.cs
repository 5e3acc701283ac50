using Stemma.Corpus.Accounts.Notes;

namespace Stemma.Corpus.Accounts;

/// <summary>On which points do two articles deny, contradict, update or agree with each other? The best reading of each pair of clauses, weak ones too.</summary>
public static class DisputeReader
{
    /// <summary>Weaker ones say nothing; the contract's floor for candidates.</summary>
    private const double LeastConfidence = 0.05;

    // More than a handful of points between two articles are chance; the strongest are kept.
    private const int MostPerPair = 8;

    // Weighing a reading costs more than making it; the rules' own first two dozen hold all that is ever shown.
    private const int MostWeighed = 24;

    /// <summary>Two articles that are less likely one story are not compared.</summary>
    public const double LeastStory = 0.02;

    /// <summary>Long articles meet in many words: less likely ones are not compared.</summary>
    private const double LeastStoryOfLong = 0.15;

    /// <param name="first">The article whose identifier sorts first.</param>
    internal static IReadOnlyList<Dispute> Between(ClaimedArticle first, ClaimedArticle second, double story)
    {
        if (Note.Is(first) && Note.Is(second))
        {
            return Strongest(first, second, NoteDisputes.Between(first, second, story));
        }

        if (story < LeastStoryOfLong && Math.Max(first.Claims.Count, second.Claims.Count) > Pairing.Short)
        {
            return [];
        }

        var pairing = new Pairing(first, second);

        // One pair of clauses stands in one relation: the surest reading wins, and with it ties break by place.
        var readings = Readings(first, second, pairing);
        return Strongest(first, second, readings
            .OrderByDescending(r => r.Value.Max(c => c.Confidence)).ThenBy(r => r.Key.Told.Number).ThenBy(r => r.Key.Answer.Number)
            .Take(MostWeighed)
            .Select(r => Weighed(r.Value, DisputeSigns.Of(first, r.Key.Told, second, r.Key.Answer, pairing, story, r.Value), pairing)));
    }

    private static IReadOnlyList<Dispute> Strongest(ClaimedArticle first, ClaimedArticle second, IEnumerable<Candidate> candidates)
    {
        var answered = Answered(first, second).ToList();
        return
        [
            .. answered,
            .. candidates
                .Where(c => c.Confidence >= LeastConfidence)
                .OrderByDescending(c => c.Confidence).ThenBy(c => c.ToldSpan).ThenBy(c => c.AnswerSpan)
                .Take(MostPerPair)
                .Select(c => Made(first, second, c))
                .Where(d => !answered.Exists(a => a.Spans.Zip(d.Spans).All(p => p.First.Span.Overlaps(p.Second.Span)))),
        ];
    }

    // Statement against statement: who is accused or reported of something in the one article, and denies it in the other.
    private static IEnumerable<Dispute> Answered(ClaimedArticle first, ClaimedArticle second) =>
        AnsweredElsewhere.Between(first, second).Select(r => (One: r.Claim, Other: r.Denial.Statement, Reason: r.Denial.Reason(second.Text), r.Confidence))
            .Concat(AnsweredElsewhere.Between(second, first).Select(r => (One: r.Denial.Statement, Other: r.Claim, Reason: r.Denial.Reason(first.Text), r.Confidence)))
            .Select(t => new Dispute(
                CaseIds.Of('D', first.Id, second.Id, t.One.Content.ToString(), t.Other.Content.ToString()),
                DisputeRelation.Denies,
                [t.One.Id, t.Other.Id],
                Slot.What,
                t.Reason,
                [new(first.Id, t.One.Content), new(second.Id, t.Other.Content)],
                t.Confidence));

    internal static Dictionary<(Claim Told, Claim Answer), List<Candidate>> Readings(ClaimedArticle first, ClaimedArticle second, Pairing pairing) =>
        Denials.Between(first, second, pairing)
            .Concat(Denials.Between(second, first, pairing).Select(Turned))
            .Concat(FigureClashes.Between(first, second, pairing))
            .Concat(TimeClashes.Between(first, second, pairing))
            .Concat(VoteClashes.Between(first, second, pairing))
            .Concat(Opposites.Between(first, second, pairing))
            .Concat(Rivals.Between(first, second, pairing))
            .GroupBy(c => (c.Told, c.Answer), Pairing.ByPlace.Instance)
            .ToDictionary(g => g.Key, g => g.ToList(), Pairing.ByPlace.Instance);

    // What the rule says, as sure as all signs together make it; what is no dispute keeps the rule's own confidence.
    private static Candidate Weighed(List<Candidate> readings, double[] signs, Pairing pairing)
    {
        var best = readings.OrderByDescending(c => c.Confidence).ThenBy(c => c.Relation).ThenBy(c => c.Slot).First();
        if (best.Relation is DisputeRelation.Updates or DisputeRelation.Compatible)
        {
            return pairing.IsLong && !pairing.Meets(best.Told, best.Answer) ? best with { Confidence = Math.Min(best.Confidence, MostUnread) } : best;
        }

        // Articles share words everywhere, of a hundred words too: between them a dispute is shown only where both clauses clearly tell the same thing, and never on rival fillers alone.
        var sure = DisputeSigns.Confidence(signs);
        var shown = IsRead(signs) && ShownOfArticles(best, pairing);
        return best with { Confidence = shown ? sure : Math.Min(sure, MostUnread) };
    }

    // What two articles share by chance is much: between them a denial is shown where their statements tie it, and figures where they count one thing.
    private static bool ShownOfArticles(Candidate c, Pairing pairing) =>
        c.Relation != DisputeRelation.Denies && pairing.Meets(c.Told, c.Answer) && (c.Slot is Slot.When or Slot.Vote || (c.Slot == Slot.HowMany && FigureClashes.OfOneThing(c, pairing)));

    /// <summary>A rule read the two clauses as a dispute with some confidence of its own; signs alone make a candidate, never a dispute that is shown.</summary>
    public static bool IsRead(double[] signs) => signs.AsSpan(DisputeSigns.FirstReading).ToArray().Max() >= LeastReading;

    /// <summary>A rule that is less sure has not read the clauses as a dispute.</summary>
    internal const double LeastReading = 0.3;
    private const double MostUnread = 0.49;

    /// <summary>The signs of every two clauses that are looked at, for training.</summary>
    public static IEnumerable<(TextSpan First, TextSpan Second, double[] Signs)> SignsBetween(ArticleFindings first, ArticleFindings second, double story)
    {
        var (one, other) = (ClaimReader.Read(first), ClaimReader.Read(second));
        var pairing = new Pairing(one, other);
        var readings = Readings(one, other, pairing);
        foreach (var a in one.Claims)
        {
            foreach (var b in pairing.ClaimsNear(other, one, a))
            {
                yield return (a.Span, b.Span, DisputeSigns.Of(one, a, other, b, pairing, story, readings.GetValueOrDefault((a, b)) ?? []));
            }
        }
    }

    /// <summary>Names of the signs, in their order.</summary>
    public static IReadOnlyList<string> SignNames => DisputeSigns.Names;

    private static Candidate Turned(Candidate c) => c with { Told = c.Answer, Answer = c.Told, ToldSpan = c.AnswerSpan, AnswerSpan = c.ToldSpan };

    private static Dispute Made(ClaimedArticle first, ClaimedArticle second, Candidate c)
    {
        var spans = new[] { new ArticleSpan(first.Id, [c.ToldSpan]), new ArticleSpan(second.Id, [c.AnswerSpan]) };
        return new(
            CaseIds.Of('D', first.Id, second.Id, c.ToldSpan.ToString(), c.AnswerSpan.ToString()),
            c.Relation,
            [StatementAt(first, c.ToldSpan), StatementAt(second, c.AnswerSpan)],
            c.Slot,
            c.Reason,
            spans,
            Math.Round(c.Confidence, 3))
        { Summed = c.Summed };
    }

    // The statement whose content or whole holds most of the clause; "" where it is nobody's: the outlet's own voice.
    private static string StatementAt(ClaimedArticle article, TextSpan span)
    {
        var best = ("", 0);
        foreach (var s in article.Findings.Statements)
        {
            var overlap = s.Content.Concat(s.Cue).Sum(x => Math.Max(0, Math.Min(x.End, span.End) - Math.Max(x.Begin, span.Begin)));
            if (overlap > best.Item2)
            {
                best = (s.Id, overlap);
            }
        }

        return best.Item1;
    }
}
