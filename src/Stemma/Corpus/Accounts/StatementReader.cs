namespace Stemma.Corpus.Accounts;

/// <summary>The statements of a case, and the disputes between them, under case-wide identifiers.</summary>
/// <param name="Of">Article and local identifier to the case-wide one.</param>
public sealed record StatementReading(IReadOnlyList<CaseStatement> Statements, IReadOnlyList<Dispute> Disputes, IReadOnlyDictionary<(string Article, string Local), string> Of);

/// <summary>Which statements does a case hold, and which of them stand against each other?</summary>
/// <remarks>An outlet's own voice stays only where it speaks of a happening that a reported statement speaks of, or where a dispute needs it.</remarks>
public static class StatementReader
{
    // A dispute of less is a candidate for the export; it makes no statement of its own.
    private const double Shown = 0.5;

    public static StatementReading Read(
        IReadOnlyList<ArticleFindings> articles,
        IReadOnlyList<PairFindings> pairs,
        IReadOnlyDictionary<(string Article, string Local), string> actorOf,
        IReadOnlyDictionary<(string Article, string Local), string> eventOf,
        CaseClaims claims,
        CaseConstraints constraints)
    {
        var ordered = articles.OrderBy(a => a.Article.Id, StringComparer.Ordinal).ToList();
        var local = pairs.SelectMany(p => p.Disputes).Concat(ordered.SelectMany(a => WithinDisputes.Of(claims.Of(a.Article.Id)))).ToList();

        // What is tied as a denial already is no rival account as well.
        local.AddRange(RivalAccounts.Of(ordered, actorOf, eventOf).Where(r => !local.Exists(d => d.Confidence >= Shown && d.Relation == r.Relation && d.Spans.All(s => r.Spans.Any(t => t.Article == s.Article && t.Span.Overlaps(s.Span))))).ToList());
        var needed = local.Where(d => d.Confidence >= Shown).SelectMany(d => d.Statements.Select((s, i) => (d.Spans[i].Article, s))).ToHashSet();
        var spokenOf = ordered.SelectMany(a => a.Statements.Where(s => s.Voice == Voice.Reported).SelectMany(s => s.About.Select(e => eventOf.GetValueOrDefault((a.Article.Id, e))))).ToHashSet();

        var (statements, added) = (new List<CaseStatement>(), new HashSet<string>(StringComparer.Ordinal));
        var of = new Dictionary<(string, string), string>();
        foreach (var a in ordered)
        {
            foreach (var s in a.Statements)
            {
                // One that stands among the findings as told in a dispute is there because a person took it up.
                if (s.Voice == Voice.Outlet && s.Rule != Statement.ToldInDispute && !needed.Contains((a.Article.Id, s.Id)) && !s.About.Any(e => eventOf.TryGetValue((a.Article.Id, e), out var id) && spokenOf.Contains(id)))
                {
                    continue;
                }

                var wide = s with
                {
                    Id = CaseIds.Statement(a.Article, s),
                    Actor = s.Actor is { } actor ? actorOf.GetValueOrDefault((a.Article.Id, actor)) : null,
                    Accused = [.. s.Accused.Select(x => actorOf.GetValueOrDefault((a.Article.Id, x)) ?? x)],
                    About = [.. s.About.Select(e => eventOf.GetValueOrDefault((a.Article.Id, e)) ?? e).Distinct(StringComparer.Ordinal)],
                    RunnersUp = [.. s.RunnersUp.Select(r => new RunnerUp(actorOf.GetValueOrDefault((a.Article.Id, r.Actor)) ?? r.Actor, r.Confidence))],
                };
                of[(a.Article.Id, s.Id)] = wide.Id;
                if (s.Rule == Statement.ToldInDispute)
                {
                    added.Add(wide.Id);
                }

                statements.Add(new CaseStatement(wide, a.Article.Id, s.Id, StatementState.Machine));
            }
        }

        var byId = articles.ToDictionary(a => a.Article.Id, StringComparer.Ordinal);
        var rejected = constraints.Rejected.ToLookup(r => r.Article, r => r.Span);
        var disputes = new List<Dispute>();
        foreach (var told in local)
        {
            if (told.Spans.Where((span, i) => told.Statements[i].Length == 0 && WasRejected(span)).Any())
            {
                continue;
            }

            var d = DisputeOrder.Order(told, i => SideOf(told.Statements[i], told.Spans[i]));
            var sides = d.Statements.Select((s, i) => Side(d.Spans[i], s, d.Confidence)).ToList();
            if (!Untied(d))
            {
                disputes.Add(d with { Statements = [.. sides.Where(s => s.Length > 0)] });
            }
        }

        foreach (var tied in constraints.Tied)
        {
            if (tied.One.Id is { } x && tied.Other.Id is { } y && of.TryGetValue((tied.One.Article, x), out var one) && of.TryGetValue((tied.Other.Article, y), out var other))
            {
                var (s, t) = (Find(tied.One), Find(tied.Other));
                disputes.RemoveAll(d => d.Statements.Contains(one) && d.Statements.Contains(other));
                disputes.Add(new Dispute(CaseIds.Of('D', one, other), tied.Relation, [one, other], tied.Slot, tied.Reason, [new(tied.One.Article, s.Content), new(tied.Other.Article, t.Content)], 1));
            }
        }

        return new(
            statements,
            [.. disputes.OrderByDescending(d => d.Confidence).ThenBy(d => d.Id, StringComparer.Ordinal)],
            of);

        DisputeOrder.Side SideOf(string id, ArticleSpan words)
        {
            var article = byId[words.Article];
            return new(article, words.Span.Of(article.Article.Text), article.Statements.FirstOrDefault(s => s.Id == id));
        }

        Statement Find(FindingRef place) => byId[place.Article].Statements.First(s => s.Id == place.Id);

        // A reading that a person took away does not come back as the outlet's own.
        bool WasRejected(ArticleSpan span) => rejected[span.Article].Any(r => r.Any(x => span.Span.Any(y => x.Begin < y.End && y.Begin < x.End)));

        bool Untied(Dispute d) => constraints.Untied.Any(u => (Is(d, 0, u.One) && Is(d, 1, u.Other)) || (Is(d, 1, u.One) && Is(d, 0, u.Other)));

        bool Is(Dispute d, int side, FindingRef place) => d.Spans[side].Article == place.Article && (place.Id is null || d.Statements[side] == place.Id);

        // The statement of a side; a clause that nobody is handed becomes the outlet's own telling, where the dispute is shown.
        string Side(ArticleSpan span, string s, double confidence)
        {
            if (s.Length > 0)
            {
                return of.GetValueOrDefault((span.Article, s)) ?? "";
            }

            if (confidence < Shown)
            {
                return "";
            }

            var article = byId[span.Article].Article;
            var made = Statement.OwnTelling(span.Span, Math.Round(confidence, 2));
            made = made with { Id = CaseIds.Statement(article, made) };
            if (added.Add(made.Id))
            {
                statements.Add(new CaseStatement(made, article.Id, "", StatementState.Machine));
            }

            return made.Id;
        }
    }
}
