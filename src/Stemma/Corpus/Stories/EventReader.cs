namespace Stemma.Corpus.Stories;

/// <summary>The happenings of a case, and which of them each local event is.</summary>
public sealed record EventReading(IReadOnlyList<CaseEvent> Events, IReadOnlyDictionary<(string Article, string Local), string> Of);

/// <summary>Which happenings does the case tell of? Ties of pairs put together, the surest first, as long as day and people's corrections allow.</summary>
public static class EventReader
{
    // One telling in as many is enough for the word that blames nobody.
    private const int NeutralShare = 3;

    // A happening told of two days: one article in as many of each day's must be alike to one of the other's.
    private const int AgreedShare = 3;

    /// <param name="actorOf">Local to case-wide actors, for positions in votes.</param>
    public static EventReading Read(
        IReadOnlyList<ArticleFindings> articles,
        IReadOnlyList<PairFindings> pairs,
        IReadOnlyDictionary<(string Article, string Local), string> actorOf,
        CaseConstraints constraints)
    {
        var locals = articles.OrderBy(a => a.Article.Id, StringComparer.Ordinal).SelectMany(a => a.Events.Select(e => new Local(a.Article, e, Victims.Dead(a, e)))).ToList();
        var number = locals.Select((l, i) => (l, i)).ToDictionary(p => (p.l.Article.Id, p.l.Event.Id), p => p.i);
        var groups = locals.Select((l, i) => new Group([i], l.Event.Date, l.Dead)).ToList();
        var home = Enumerable.Range(0, locals.Count).ToArray();
        var apart = Numbers(constraints.Parted).ToList();
        var why = new Dictionary<int, SortedSet<string>>();

        foreach (var (a, b) in Numbers(constraints.Joined))
        {
            Join(a, b, "joined by a person", forced: true);
        }

        var ties = pairs
            .SelectMany(p => p.SameEvents.Select(t => (Tie: t, A: number.GetValueOrDefault((p.First, t.First), -1), B: number.GetValueOrDefault((p.Second, t.Second), -1))))
            .Where(t => t.A >= 0 && t.B >= 0)
            .OrderByDescending(t => t.Tie.Confidence).ThenBy(t => Math.Min(t.A, t.B)).ThenBy(t => Math.Max(t.A, t.B))
            .ToList();
        foreach (var (tie, a, b) in ties.Where(t => !t.Tie.OtherDay))
        {
            Join(a, b, tie.Reason, forced: false);
        }

        // Where days differ, groups of one day are whole by now: whether two of them are one happening, a good part of each must say.
        foreach (var (tie, a, b) in Agreed(ties.Where(t => t.Tie.OtherDay)))
        {
            Join(a, b, tie.Reason, forced: false, otherDay: true);
        }

        var events = new List<CaseEvent>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var of = new Dictionary<(string, string), string>();
        foreach (var group in home.Distinct().Order().Select(h => groups[h]))
        {
            var members = group.Members.Order().Select(i => locals[i]).ToList();
            var made = Make(members, group.Date, group.Members.SelectMany(i => why.GetValueOrDefault(i) ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
            events.Add(made);
            members.ForEach(m => of[(m.Article.Id, m.Event.Id)] = made.Id);
        }

        return new([.. events.OrderBy(e => e.Date?.Earliest ?? DateOnly.MaxValue).ThenByDescending(e => e.Articles.Count).ThenBy(e => e.Id, StringComparer.Ordinal)], of);

        // One wrong day in one article ties two attacks of a series, or ten articles of a war to ten others by chance: a third of the articles of each day must be alike.
        List<(Tie Tie, int A, int B)> Agreed(IEnumerable<(Tie Tie, int A, int B)> told)
        {
            var kept = new List<(Tie, int, int)>();
            foreach (var between in told.GroupBy(t => (Math.Min(home[t.A], home[t.B]), Math.Max(home[t.A], home[t.B]))))
            {
                var (x, y) = (groups[between.Key.Item1], groups[between.Key.Item2]);
                var tied = between.SelectMany(t => new[] { t.A, t.B }).ToHashSet();
                if (between.Key.Item1 != between.Key.Item2 && tied.Count(i => home[i] == between.Key.Item1) * AgreedShare >= x.Members.Count && tied.Count(i => home[i] == between.Key.Item2) * AgreedShare >= y.Members.Count)
                {
                    kept.AddRange(between);
                }
            }

            return [.. kept.OrderByDescending(t => t.Item1.Confidence).ThenBy(t => Math.Min(t.Item2, t.Item3)).ThenBy(t => Math.Max(t.Item2, t.Item3))];
        }

        void Join(int a, int b, string reason, bool forced, bool otherDay = false)
        {
            var (one, other) = (Math.Min(home[a], home[b]), Math.Max(home[a], home[b]));
            if (one != other)
            {
                var (x, y) = (groups[one], groups[other]);
                // Two happenings that one article keeps apart stay apart, unless a person says otherwise.
                var sameArticle = x.Members.Any(i => y.Members.Any(j => locals[i].Article.Id == locals[j].Article.Id));
                var parted = apart.Any(p => (x.Members.Contains(p.Item1) && y.Members.Contains(p.Item2)) || (x.Members.Contains(p.Item2) && y.Members.Contains(p.Item1)));
                if (!forced && (sameArticle || parted || Victims.AreOthers(x.Dead, y.Dead) || (otherDay ? Wide(x.Date, y.Date) is null : !Narrow(x.Date, y.Date, out _))))
                {
                    return;
                }

                groups[one] = new([.. x.Members, .. y.Members], Narrow(x.Date, y.Date, out var date) ? date : Wide(x.Date, y.Date) ?? x.Date, Victims.Both(x.Dead, y.Dead));
                foreach (var i in y.Members)
                {
                    home[i] = one;
                }
            }

            (why.TryGetValue(a, out var reasons) ? reasons : why[a] = new SortedSet<string>(StringComparer.Ordinal)).Add(reason);
        }

        CaseEvent Make(List<Local> members, Moment? date, IEnumerable<string> reasons)
        {
            var first = members[0];
            var kinds = members.CountBy(m => m.Event.Kind, StringComparer.Ordinal).OrderByDescending(g => g.Value).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();

            // What one side calls an attack and the other a leak is named by what all saw.
            var kind = EventKinds.IsViolence(kinds[0].Key) && kinds.Exists(k => k.Key == EventKinds.Neutral && k.Value * NeutralShare >= kinds[0].Value) ? EventKinds.Neutral : kinds[0].Key;
            var votes = members.Where(m => m.Event.Vote is not null).ToList();
            var mentions = members
                .SelectMany(m => (m.Event.Mentions ?? []).Select(x => new CaseMention(m.Article.Id, x.Span, x.Status)).Prepend(new CaseMention(m.Article.Id, m.Event.Span, m.Event.Status)))
                .OrderBy(m => m.Article, StringComparer.Ordinal).ThenBy(m => m.Span.Hull)
                .ToList();
            var joined = string.Join("; ", reasons);
            return new CaseEvent(
                IdOf(kind, first),
                kind,
                date,
                [.. members.SelectMany(m => m.Event.Places).GroupBy(p => p.Name, StringComparer.Ordinal).OrderBy(g => g.Min(p => p.Precision)).ThenByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)],
                [.. members.Select(m => m.Article.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                mentions,
                votes.Count == 0 ? null : Vote(votes),
                joined.Length == 0 ? "told in one article only" : joined);
        }

        // Two of one kind may be told by the very same words ("killed two and wounded four of the raiders"): the second is known by its own number as well.
        string IdOf(string kind, Local first)
        {
            var id = CaseIds.Of('E', kind, first.Article.Id, first.Event.Span.ToString());
            return taken.Add(id) ? id : CaseIds.Of('E', kind, first.Article.Id, first.Event.Span.ToString(), first.Event.Id);
        }

        // What every article says of one vote, case-wide actors in it.
        Vote Vote(List<Local> members)
        {
            var positions = new SortedDictionary<string, VotePosition>(StringComparer.Ordinal);
            foreach (var m in members)
            {
                foreach (var (actor, position) in m.Event.Vote!.Positions.OrderBy(p => p.Key, StringComparer.Ordinal))
                {
                    var id = actorOf.GetValueOrDefault((m.Article.Id, actor)) ?? actor;
                    if (!positions.TryGetValue(id, out var before) || position == VotePosition.Veto || (int)position < (int)before)
                    {
                        positions[id] = position;
                    }
                }
            }

            return new(
                members.Select(m => m.Event.Vote!.Body).FirstOrDefault(b => b is not null),
                members.Select(m => m.Event.Vote!.Measure).Where(b => b is not null).MaxBy(b => b!.Length),
                members.Select(m => m.Event.Vote!.Stage).MaxBy(s => s is VoteStage.Vetoed ? 10 : (int)s),
                [.. members.SelectMany(m => m.Event.Vote!.Sponsors.Select(s => actorOf.GetValueOrDefault((m.Article.Id, s)) ?? s)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                positions,
                members.Select(m => m.Event.Vote!.Outcome).FirstOrDefault(o => o is not null))
            { Record = members.Select(m => m.Event.Vote!.Record).FirstOrDefault(r => r is not null) };
        }

        IEnumerable<(int, int)> Numbers(IReadOnlyList<FindingPair> list) => list
            .Where(p => p.One.Id is not null && p.Other.Id is not null)
            .Select(p => (number.GetValueOrDefault((p.One.Article, p.One.Id!), -1), number.GetValueOrDefault((p.Other.Article, p.Other.Id!), -1)))
            .Where(p => p.Item1 >= 0 && p.Item2 >= 0);
    }

    // The days both allow; false where they cannot meet.
    private static bool Narrow(Moment? a, Moment? b, out Moment? both)
    {
        both = a is null ? b : b is null ? a : a;
        if (a?.Earliest is not { } a1 || a.Latest is not { } a2 || b?.Earliest is not { } b1 || b.Latest is not { } b2)
        {
            return true;
        }

        if (a1 > b2 || b1 > a2)
        {
            return false;
        }

        both = a2.DayNumber - a1.DayNumber <= b2.DayNumber - b1.DayNumber ? a : b;
        return true;
    }

    // From the first of the days told to the last; null where they lie too far apart, or a day is not known.
    private static Moment? Wide(Moment? a, Moment? b) =>
        a?.Earliest is { } a1 && a.Latest is { } a2 && b?.Earliest is { } b1 && b.Latest is { } b2 && (a2 > b2 ? a2 : b2).DayNumber - (a1 < b1 ? a1 : b1).DayNumber <= OtherDays.MostDays
            ? Moment.Between(a1 < b1 ? a1 : b1, a2 > b2 ? a2 : b2)
            : null;

    private sealed record Local(Article Article, Event Event, IReadOnlyList<string> Dead);

    // Dead: whose killing it is, where they are named.
    private sealed record Group(List<int> Members, Moment? Date, IReadOnlyList<string> Dead);
}
