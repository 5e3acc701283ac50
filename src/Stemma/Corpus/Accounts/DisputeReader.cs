namespace Stemma.Corpus.Accounts;

/// <summary>On which points do two articles deny, contradict, update or agree with each other? The best reading of each pair of clauses, weak ones too.</summary>
public static class DisputeReader
{
    /// <summary>Weaker ones say nothing; the contract's floor for candidates.</summary>
    private const double LeastConfidence = 0.05;

    // More than a handful of points between two articles are chance; the strongest are kept.
    private const int MostPerPair = 8;

    /// <summary>Two articles that are less likely one story are not compared.</summary>
    public const double LeastStory = 0.02;

    /// <param name="first">The article whose identifier sorts first.</param>
    internal static IReadOnlyList<Dispute> Between(ClaimedArticle first, ClaimedArticle second, double story)
    {
        _ = story;
        var pairing = new Pairing(first, second);
        var candidates = Denials.Between(first, second, pairing)
            .Concat(Denials.Between(second, first, pairing).Select(Turned))
            .Concat(FigureClashes.Between(first, second, pairing))
            .Concat(TimeClashes.Between(first, second, pairing))
            .Concat(VoteClashes.Between(first, second, pairing))
            .Concat(Opposites.Between(first, second, pairing))
            .Concat(Rivals.Between(first, second, pairing))
            .ToList();

        // One pair of clauses stands in one relation: the surest reading wins, and with it ties break by place.
        return
        [
            .. candidates
                .GroupBy(c => (c.Told.Number, c.Answer.Number))
                .Select(g => g.OrderByDescending(c => c.Confidence).ThenBy(c => c.Relation).ThenBy(c => c.Slot).First())
                .Where(c => c.Confidence >= LeastConfidence)
                .OrderByDescending(c => c.Confidence).ThenBy(c => c.ToldSpan).ThenBy(c => c.AnswerSpan)
                .Take(MostPerPair)
                .Select(c => Made(first, second, c)),
        ];
    }

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
            Math.Round(c.Confidence, 3));
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
