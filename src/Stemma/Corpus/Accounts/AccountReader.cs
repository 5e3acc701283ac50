using System.Globalization;

namespace Stemma.Corpus.Accounts;

/// <summary>How does each voice tell a happening? Statements that tell one point alike are one account, with its voices, its origins and those who are silent.</summary>
public static class AccountReader
{
    // Two tellings are one account when on average they share this much; set by hand on our own samples.
    private const double OneAccount = 0.4;

    // Two speakers tell one account only where they clearly share it: rivals speak of the same silo and the same fire. Set by hand on our own samples.
    private const double OtherSpeaker = 0.6;

    // What is shown as a dispute parts accounts.
    private const double Shown = 0.5;

    // A negation reaches so many words on: "nobody shelled anything".
    private const int NegationReach = 4;

    public static IReadOnlyList<Account> Read(
        IReadOnlyList<ArticleFindings> articles,
        IReadOnlyList<CaseEvent> events,
        IReadOnlyDictionary<(string Article, string Local), string> eventOf,
        IReadOnlyList<CaseStatement> statements,
        IReadOnlyList<Dispute> disputes,
        IReadOnlyList<CaseActor> actors,
        IReadOnlyList<Origin> origins)
    {
        var byId = articles.ToDictionary(a => a.Article.Id, StringComparer.Ordinal);
        var originsOf = origins.SelectMany(o => o.Articles.Select(a => (a, o.Id))).ToLookup(p => p.a, p => p.Id, StringComparer.Ordinal);
        var names = actors.ToDictionary(a => a.Id, a => a.Name, StringComparer.Ordinal);
        var byEvent = statements.SelectMany(s => s.Statement.About.Select(e => (e, s))).ToLookup(p => p.e, p => p.s, StringComparer.Ordinal);
        var rivals = disputes
            .Where(d => d.Relation is DisputeRelation.Denies or DisputeRelation.Contradicts && d.Confidence >= Shown && d.Statements.Count == 2)
            .SelectMany(d => new[] { (d.Statements[0], d.Statements[1]), (d.Statements[1], d.Statements[0]) })
            .ToHashSet();
        var accounts = new List<Account>();
        foreach (var happening in events)
        {
            var told = byEvent[happening.Id].OrderBy(s => s.Article, StringComparer.Ordinal).ThenBy(s => s.Statement.Content.Hull).ThenBy(s => s.Statement.Id, StringComparer.Ordinal).ToList();
            if (told.Count == 0)
            {
                continue;
            }

            // How a vote or a meeting came about is another question.
            var tellings = Folded([.. told.SelectMany(s => Tellings(byId[s.Article], s, happening, eventOf, names))], ProvincesOf(byId, happening, eventOf)).Concat(!EventKinds.IsViolence(happening.Kind) ? [] : How(byId, told, happening, eventOf, rivals)).ToList();
            foreach (var slot in tellings.GroupBy(t => t.Slot).OrderBy(g => g.Key))
            {
                var speaking = slot.Select(t => t.Statement.Article).ToHashSet(StringComparer.Ordinal);
                var silent = happening.Articles.Where(a => !speaking.Contains(a)).ToList();
                foreach (var one in slot.GroupBy(t => t.Key, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal))
                {
                    accounts.Add(Make(happening, slot.Key, [.. one], silent));
                }
            }
        }

        return accounts;

        Account Make(CaseEvent happening, Slot slot, List<Telling> one, List<string> silent)
        {
            var of = one.Select(t => t.Statement).DistinctBy(s => s.Statement.Id).ToList();
            var firsts = of.Select(s => s.Statement.Said?.Moment ?? byId[s.Article].Published?.Moment).Where(m => m?.Earliest is not null).OrderBy(m => m!.Earliest).ThenBy(m => m!.Edtf, StringComparer.Ordinal);
            var roots = of.SelectMany(s => originsOf[s.Article].DefaultIfEmpty(s.Article)).Distinct(StringComparer.Ordinal).Count();
            return new Account(
                CaseIds.Of('K', happening.Id, slot.ToString(), one[0].Key),
                happening.Id,
                slot,
                one[0].Value,
                [.. of.Select(s => s.Statement.Id)],
                [.. of.Select(s => Voice(s)).Distinct(StringComparer.Ordinal)],
                [.. of.Select(s => byId[s.Article].Article.Outlet ?? s.Article).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                roots,
                silent,
                firsts.FirstOrDefault(),
                one[0].Of);
        }

        // Who tells it: the actor; the outlet where it speaks itself; the words where nobody was resolved.
        string Voice(CaseStatement s) => s.Statement.Actor
            ?? (s.Statement.Voice == Stemma.Voice.Outlet ? byId[s.Article].Article.Outlet ?? s.Article
                : s.Statement.Source.IsEmpty ? "no speaker named" : s.Statement.Source.Of(byId[s.Article].Article.Text));
    }

    // Points that the findings tell by themselves: figures, places, days, votes, the blamed.
    private static IEnumerable<Telling> Tellings(ArticleFindings article, CaseStatement s, CaseEvent happening, IReadOnlyDictionary<(string Article, string Local), string> eventOf, Dictionary<string, string> names)
    {
        if (s.Statement.Act is Act.Deny or Act.Decline or Act.Question)
        {
            yield break;
        }

        foreach (var local in article.Events.Where(e => eventOf.GetValueOrDefault((s.Article, e.Id)) == happening.Id))
        {
            foreach (var q in local.Quantities.Where(q => s.Statement.Content.Overlaps(q.Span)))
            {
                var key = string.Create(CultureInfo.InvariantCulture, $"{q.Of ?? q.Unit} {q.Low} {q.High}");
                yield return new(Slot.HowMany, key, q.Of is { } of && !q.Words.Contains(of, StringComparison.OrdinalIgnoreCase) ? $"{q.Words} {of}" : q.Words, s, q.Of is { } done ? $"{done} {q.Unit}".Trim() : q.Unit);
            }

            // "Lom", "Lom terminal" and "the Lom grain terminal" are one where: the town is the key, its point the fuller word.
            foreach (var p in local.Places.Where(p => s.Statement.Content.Overlaps(p.Span)).OrderBy(p => p.Precision).ThenBy(p => p.Name, StringComparer.Ordinal))
            {
                var town = local.Places.Where(t => t.Precision == PlacePrecision.Town && p.Name.StartsWith(t.Name + " ", StringComparison.Ordinal)).Select(t => t.Name).FirstOrDefault();
                yield return new(Slot.Where, town ?? (p is { Precision: PlacePrecision.Country, Country: { } code } ? "country " + code : p.Name), p.Name, s) { Place = p };
            }

            if (local.Vote is not null)
            {
                foreach (var (actor, position) in happening.Vote?.Positions.OrderBy(p => p.Key, StringComparer.Ordinal) ?? Enumerable.Empty<KeyValuePair<string, VotePosition>>())
                {
                    var name = names.GetValueOrDefault(actor) ?? actor;
                    if (s.Statement.Content.Of(article.Article.Text).Contains(name, StringComparison.OrdinalIgnoreCase) || s.Statement.Actor == actor)
                    {
                        yield return new(Slot.Vote, $"{actor} {position}", $"{name}: {position.ToString().ToLowerInvariant()}", s);
                    }
                }
            }
        }

        foreach (var date in article.Dates.Where(d => d.Type == TimexType.Date && d.Moment?.Earliest is not null && s.Statement.Content.Overlaps(d.Span)))
        {
            // Only a day that the happening can have, or has in this article where a person made one of two: other days in the sentence belong to other things.
            if (Within(happening.Date, date.Moment!) || article.Events.Any(e => eventOf.GetValueOrDefault((s.Article, e.Id)) == happening.Id && Within(e.Date, date.Moment!)))
            {
                yield return new(Slot.When, date.Moment!.Edtf, date.Moment.Edtf, s);
            }
        }

        foreach (var accused in s.Statement.Accused)
        {
            yield return new(Slot.Who, accused, names.GetValueOrDefault(accused) ?? accused, s);
        }
    }

    // Names that one article at least tells to hold a town of the happening: "Sel in northern Orm".
    private static HashSet<string> ProvincesOf(Dictionary<string, ArticleFindings> byId, CaseEvent happening, IReadOnlyDictionary<(string Article, string Local), string> eventOf) =>
        [.. happening.Articles.SelectMany(a => byId[a].Events.Where(e => eventOf.GetValueOrDefault((a, e.Id)) == happening.Id)).SelectMany(e => e.Places).Where(p => p.Precision == PlacePrecision.Province).Select(p => p.Name)];

    // Who says "in Britain" and who says "in Sund, Britain" do not differ: a country is told by its one town, and by none where towns differ. "Europe" is no rival of either.
    private static IEnumerable<Telling> Folded(List<Telling> tellings, HashSet<string> provinces)
    {
        tellings = [.. tellings.Select(t => t.Place is { Precision: PlacePrecision.Town } town && provinces.Contains(town.Name) ? t with { Place = town with { Precision = PlacePrecision.Province } } : t)];
        var narrow = tellings.Where(t => t.Place is { Precision: <= PlacePrecision.Town }).DistinctBy(t => t.Key).ToList();
        var anyNarrower = tellings.Exists(t => t.Place is { Precision: <= PlacePrecision.Town } or { Country: not null });
        foreach (var telling in tellings)
        {
            if (telling.Place is not { Precision: > PlacePrecision.Town } wide)
            {
                yield return telling;
                continue;
            }

            // A town that no gazetteer knows may lie in any country that is told.
            var towns = wide is { Country: null, Precision: PlacePrecision.Country } ? [] : narrow.Where(t => t.Place!.Country is not { } country || wide.Country is null || country == wide.Country).Take(2).ToList();
            if (towns.Count == 1)
            {
                yield return telling with { Key = towns[0].Key, Value = towns[0].Value };
            }
            else if (towns.Count == 0 && (wide.Country is not null || !anyNarrower))
            {
                yield return telling;
            }
        }
    }

    private static bool Within(Moment? happening, Moment told) =>
        happening is { Earliest: { } first, Latest: { } last } && told is { Earliest: { } begin, Latest: { } end } && begin <= last && first <= end;

    // How it came about, clause by clause: groups of statements that tell it alike.
    private static IEnumerable<Telling> How(
        Dictionary<string, ArticleFindings> byId,
        List<CaseStatement> told,
        CaseEvent happening,
        IReadOnlyDictionary<(string Article, string Local), string> eventOf,
        HashSet<(string, string)> rivals)
    {
        var mentions = told.Select(s => s.Article).Distinct(StringComparer.Ordinal).ToDictionary(a => a, a => (Mine: Mentions(byId[a], happening, eventOf, true), Others: Mentions(byId[a], happening, eventOf, false)), StringComparer.Ordinal);
        var alignment = new Alignment();
        var items = told
            .Where(s => s.Statement.Act is not (Act.Decline or Act.Question or Act.Vote or Act.Veto or Act.Demand or Act.Threaten or Act.Promise or Act.Praise or Act.Condemn))
            .Select(s => (Statement: s, Terms: HowTold.In(byId[s.Article].Article.Text, s.Statement.Content, mentions[s.Article].Mine, mentions[s.Article].Others, s.Statement.About.Count == 1)!))
            .Where(i => i.Terms is not null)
            .ToList();
        var groups = items.Select((_, i) => new List<int> { i }).ToList();
        var sums = items.Select((_, i) => items.Select((_, j) => i == j ? 0.0 : Near(i, j)).ToArray()).ToArray();
        while (true)
        {
            var (best, a, b) = (OneAccount, -1, -1);
            for (var i = 0; i < groups.Count; i++)
            {
                for (var j = i + 1; j < groups.Count && groups[i].Count > 0; j++)
                {
                    if (groups[j].Count > 0 && sums[i][j] / (groups[i].Count * groups[j].Count) is var mean && mean > best)
                    {
                        (best, a, b) = (mean, i, j);
                    }
                }
            }

            if (a < 0)
            {
                break;
            }

            for (var c = 0; c < groups.Count; c++)
            {
                sums[a][c] = sums[c][a] = sums[a][c] + sums[b][c];
            }

            groups[a].AddRange(groups[b]);
            groups[b].Clear();
        }

        foreach (var group in groups.Where(g => g.Count > 0))
        {
            // The shortest telling stands for all: what they share is in it.
            var first = items[group.OrderBy(i => items[i].Terms.Count).ThenBy(i => i).First()];
            var denied = first.Statement.Statement.Act == Act.Deny;
            var slot = denied ? Slot.What : Slot.Agent;
            var value = (denied ? "denied: " : "") + Words(byId[first.Statement.Article].Article.Text, first.Statement.Statement.Content, first.Terms);
            foreach (var i in group.Order())
            {
                yield return new(slot, first.Statement.Statement.Id, value, items[i].Statement);
            }
        }

        // A denial tells another account than what it denies, however many words they share; so do two that dispute each other.
        double Near(int x, int y)
        {
            var shared = Opposed(x, y) ? 0 : (alignment.Covered(items[x].Terms, items[y].Terms) + alignment.Covered(items[y].Terms, items[x].Terms)) / 2;
            return shared < OtherSpeaker && OtherSpeakers(x, y) ? 0 : shared;
        }

        bool OtherSpeakers(int x, int y) => SpeakerOf(items[x].Statement) != SpeakerOf(items[y].Statement);

        bool Opposed(int x, int y)
        {
            var (one, other) = (items[x].Statement.Statement, items[y].Statement.Statement);
            return (one.Act == Act.Deny) != (other.Act == Act.Deny)
                || rivals.Contains((one.Id, other.Id))
                || Negated(items[x].Terms).Overlaps(Told(items[y].Terms))
                || Negated(items[y].Terms).Overlaps(Told(items[x].Terms));
        }
    }

    // An outlet that tells it in its own voice is a speaker too; sayings of nobody named are one another's company in one article only.
    private static string SpeakerOf(CaseStatement s) => s.Statement.Actor ?? s.Article;

    // What a text says was not: the words within reach of a negation.
    private static HashSet<string> Negated(IReadOnlyList<ClaimTerm> terms) =>
        [.. Enumerable.Range(0, terms.Count).Where(i => IsNegated(terms, i)).Select(i => terms[i].Base)];

    private static HashSet<string> Told(IReadOnlyList<ClaimTerm> terms) =>
        [.. Enumerable.Range(0, terms.Count).Where(i => terms[i].Weight > 2 && !IsNegated(terms, i)).Select(i => terms[i].Base)];

    private static bool IsNegated(IReadOnlyList<ClaimTerm> terms, int at) =>
        terms[at].Weight > 2 && Enumerable.Range(Math.Max(0, at - NegationReach), Math.Min(NegationReach, at)).Any(i => ClaimWords.Is("negative", terms[i].Lower));

    // Where the article speaks of the happening, or of others.
    private static List<Spans> Mentions(ArticleFindings article, CaseEvent happening, IReadOnlyDictionary<(string Article, string Local), string> eventOf, bool own) =>
        [.. article.Events.Where(e => (eventOf.GetValueOrDefault((article.Article.Id, e.Id)) == happening.Id) == own).SelectMany(e => (e.Mentions ?? []).Select(m => m.Span).Prepend(e.Span))];

    // The clause as the article has it, what the statement leaves out left out.
    private static string Words(string text, Spans content, IReadOnlyList<ClaimTerm> clause)
    {
        var span = new TextSpan(clause[0].Span.Begin, clause[^1].Span.End);
        return string.Join(" … ", content.Where(c => c.Overlaps(span)).Select(c => text[Math.Max(c.Begin, span.Begin)..Math.Min(c.End, span.End)].ReplaceLineEndings(" ").Trim()));
    }

    private sealed record Telling(Slot Slot, string Key, string Value, CaseStatement Statement, string? Of = null)
    {
        public Place? Place { get; init; }
    }
}
