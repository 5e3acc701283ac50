namespace Stemma.Corpus.Accounts;

/// <summary>Under which happening does a dispute stand? The one that both its passages are about, and no other.</summary>
/// <remarks>
/// A statement may speak of several happenings, a clause mostly tells one: what the clause itself tells comes before what its statement speaks of.
/// Where only one side tells a happening, the other answers it. Where neither does, the dispute stands under none.
/// </remarks>
internal static class DisputeHome
{
    // The clause itself tells it; its statement speaks of it.
    private const int Tells = 2, SpeaksOf = 1;

    public static IReadOnlyList<Dispute> Of(IReadOnlyList<Dispute> disputes, IReadOnlyList<CaseStatement> statements, IReadOnlyList<CaseEvent> events)
    {
        var about = statements.DistinctBy(s => s.Statement.Id).ToDictionary(s => s.Statement.Id, s => (s.Article, s.Statement.About), StringComparer.Ordinal);
        var told = events.SelectMany(e => e.Mentions.Select(m => (Event: e.Id, m.Article, m.Span))).ToLookup(m => m.Article, m => (m.Event, m.Span), StringComparer.Ordinal);
        var articles = events.DistinctBy(e => e.Id).ToDictionary(e => e.Id, e => e.Articles.Count, StringComparer.Ordinal);
        return [.. disputes.Select(d => d with { Event = Home(d) })];

        string? Home(Dispute d)
        {
            var (one, other) = (Side(d, 0), Side(d, 1));
            var both = one.Keys.Where(other.ContainsKey).ToList();
            return (both.Count > 0 ? both : [.. one.Keys.Union(other.Keys)])
                .OrderByDescending(e => Math.Min(one.GetValueOrDefault(e), other.GetValueOrDefault(e)))
                .ThenByDescending(e => one.GetValueOrDefault(e) + other.GetValueOrDefault(e))
                .ThenByDescending(e => articles.GetValueOrDefault(e))
                .ThenBy(e => e, StringComparer.Ordinal)
                .FirstOrDefault();
        }

        // The happenings of a side, and how surely it is about each.
        SortedDictionary<string, int> Side(Dispute d, int n)
        {
            var found = new SortedDictionary<string, int>(StringComparer.Ordinal);
            if (n >= d.Spans.Count)
            {
                return found;
            }

            var place = d.Spans[n];

            // A candidate may have one statement for two places: the article says whose it is.
            var statement = d.Statements.Count == d.Spans.Count ? d.Statements[n] : d.Statements.FirstOrDefault(s => about.TryGetValue(s, out var a) && a.Article == place.Article);
            if (statement is not null && about.TryGetValue(statement, out var spoken))
            {
                foreach (var e in spoken.About.Where(articles.ContainsKey))
                {
                    found[e] = SpeaksOf;
                }
            }

            foreach (var (e, _) in told[place.Article].Where(m => m.Span.Overlaps(place.Span)))
            {
                found[e] = Tells;
            }

            return found;
        }
    }
}
