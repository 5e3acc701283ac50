namespace Stemma.Corpus.Accounts.Turns;

/// <summary>Who first held one thing and later another: denied and then admitted, said and then took back, changed the story?</summary>
/// <remarks>
/// Two ways lead to it: an article tells of it ("initially denied …, later acknowledged …"), or the actor's own statements of different days cannot both hold.
/// A later count is an update, an open or hedged word binds nobody. Known to miss: turns told without words for them, and those whose earlier side no statement holds.
/// </remarks>
internal static class TurnReader
{
    public static IReadOnlyList<Turn> Read(SaidInCase said)
    {
        var held = said.Reported
            .Where(s => !s.Statement.Content.IsEmpty)
            .OrderBy(s => s.Article, StringComparer.Ordinal).ThenBy(s => s.Statement.Content.Hull).ThenBy(s => s.Statement.Id, StringComparer.Ordinal)
            .GroupBy(s => s.Article, StringComparer.Ordinal)
            .Select(g => (Article: said.In(g.Key), All: Of(g, said.In(g.Key))))
            .ToList();
        var told = held.SelectMany(h => new ToldTurns(h.All, h.Article, said.Side).All());
        var own = OwnTurns.Of([.. held.SelectMany(h => h.All)], said.Side);
        return [.. told.Concat(own)
            .OrderByDescending(t => t.Confidence)
            .DistinctBy(t => t.Id)
            .OrderBy(t => t.Actor, StringComparer.Ordinal).ThenBy(t => t.After.Words.Article, StringComparer.Ordinal).ThenBy(t => t.After.Words.Span.Hull).ThenBy(t => t.Id, StringComparer.Ordinal)];
    }

    /// <summary>The turn that these two make.</summary>
    public static Turn Made(string actor, TurnKind kind, TurnSide before, TurnSide after, string reason, double confidence) =>
        new(CaseIds.Of('T', before.Words.Article, before.Words.Span.ToString(), after.Words.Article, after.Words.Span.ToString()), actor, kind, before, after, reason, confidence);

    private static List<Held> Of(IEnumerable<CaseStatement> said, ClaimedArticle article)
    {
        var local = article.Findings.Statements.ToDictionary(s => s.Id, StringComparer.Ordinal);
        return [.. said.Where(s => local.ContainsKey(s.Local)).Select(s => Held.Of(s, local[s.Local], article)).OrderBy(h => h.Begin)];
    }
}
