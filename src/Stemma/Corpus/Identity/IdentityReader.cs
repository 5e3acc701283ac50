using Stemma.Words;

namespace Stemma.Corpus.Identity;

/// <summary>Who is who in a case: its actors, and which of them each local actor is.</summary>
/// <param name="Of">Article and local identifier to the case-wide one.</param>
public sealed record IdentityReading(IReadOnlyList<CaseActor> Actors, IReadOnlyDictionary<(string Article, string Local), string> Of);

/// <summary>Is this the same person or body as there?</summary>
/// <remarks>
/// By names alone, so it is a function of the set of articles. A full name, a country, a body's name hold everywhere in the case; a surname alone and
/// an acronym look for the one fuller name in their story that fits (two that fit: neither); who has no name is one only with the same words in the same story.
/// </remarks>
public static class IdentityReader
{
    public static IdentityReading Read(IReadOnlyList<ArticleFindings> articles, IReadOnlyDictionary<string, string> stories, CaseConstraints constraints)
    {
        var locals = articles
            .OrderBy(a => a.Article.Id, StringComparer.Ordinal)
            .SelectMany(a => a.Actors.Select(actor => new Local(a.Article, actor, stories.GetValueOrDefault(a.Article.Id) ?? a.Article.Id)))
            .ToList();
        var groups = new Groups(locals.Count);
        var apart = Apart(locals, constraints);
        JoinEqualKeys(locals, groups, apart);
        JoinShortNames(locals, groups, apart);
        foreach (var (one, other) in Places(locals, constraints.SameActors))
        {
            groups.Join(one, other);
        }

        return Named(locals, groups);
    }

    private static void JoinEqualKeys(List<Local> locals, Groups groups, HashSet<(int, int)> apart)
    {
        foreach (var same in locals.Select((l, i) => (l.Key, i)).GroupBy(p => p.Key, p => p.i, StringComparer.Ordinal))
        {
            var members = same.ToList();
            foreach (var i in members.Skip(1))
            {
                JoinUnlessApart(groups, apart, members[0], i);
            }
        }
    }

    // "Voss" is Orlin Voss, "UN" the United Nations, where one fuller name alone in the story fits.
    private static void JoinShortNames(List<Local> locals, Groups groups, HashSet<(int, int)> apart)
    {
        foreach (var story in locals.Select((l, i) => (l, i)).GroupBy(p => p.l.Story, StringComparer.Ordinal))
        {
            var all = story.ToList();
            foreach (var (l, i) in all)
            {
                if (l.Short is not { } fits)
                {
                    continue;
                }

                var fuller = all.Where(p => p.i != i && p.l.Actor.Kind == l.Actor.Kind && p.l.Short is null && fits(p.l)).GroupBy(p => p.l.Key, StringComparer.Ordinal).ToList();
                if (fuller.Count == 1)
                {
                    JoinUnlessApart(groups, apart, fuller[0].Min(p => p.i), i);
                }
            }
        }
    }

    private static void JoinUnlessApart(Groups groups, HashSet<(int, int)> apart, int one, int other)
    {
        if (apart.Count == 0 || !apart.Any(p => (groups.Root(p.Item1), groups.Root(p.Item2)) is var (a, b)
            && ((a == groups.Root(one) && b == groups.Root(other)) || (b == groups.Root(one) && a == groups.Root(other)))))
        {
            groups.Join(one, other);
        }
    }

    private static IdentityReading Named(List<Local> locals, Groups groups)
    {
        var actors = new List<CaseActor>();
        var of = new Dictionary<(string, string), string>();
        foreach (var group in Enumerable.Range(0, locals.Count).GroupBy(groups.Root))
        {
            var members = group.Select(i => locals[i]).ToList();
            var best = members.GroupBy(m => m.Actor.Name, StringComparer.Ordinal)
                .OrderBy(g => g.First().Short is null ? 0 : 1).ThenBy(g => ActorNames.IsGovernment(ActorNames.Plain(g.Key)) ? 1 : 0).ThenByDescending(g => g.Count()).ThenByDescending(g => g.Key.Length).ThenBy(g => g.Key, StringComparer.Ordinal)
                .First().First();
            var kind = members.GroupBy(m => m.Actor.Kind).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First().Key;
            var id = CaseIds.Of('A', members.Select(m => m.Key).Min(StringComparer.Ordinal)!);
            var aliases = members
                .SelectMany(m => m.Actor.Mentions.Select(span => new Alias(span.Of(m.Article.Text), m.Article.Id, span)))
                .DistinctBy(a => (a.Words, a.Article))
                .OrderBy(a => a.Words, StringComparer.Ordinal).ThenBy(a => a.Article, StringComparer.Ordinal).ThenBy(a => a.Span.Hull)
                .ToList();

            // Capitals and palaces that speak for a state are called by the state's name; one leader's government by its own.
            var name = kind == ActorKind.State && best.Actor.Country is { } land && !ActorNames.IsSomebodysGovernment(ActorNames.Plain(best.Actor.Name)) ? Gazetteer.World.CountryName(land) : best.Actor.Name;
            actors.Add(new CaseActor(id, name, kind, members.Select(m => m.Actor.Country).Where(c => c is not null).Order(StringComparer.Ordinal).FirstOrDefault(), aliases));
            foreach (var m in members)
            {
                of[(m.Article.Id, m.Actor.Id)] = id;
            }
        }

        return new([.. actors.OrderBy(a => a.Name, StringComparer.Ordinal).ThenBy(a => a.Id, StringComparer.Ordinal)], of);
    }

    private static HashSet<(int, int)> Apart(List<Local> locals, CaseConstraints constraints) => [.. Places(locals, constraints.OtherActors)];

    private static IEnumerable<(int, int)> Places(List<Local> locals, IReadOnlyList<FindingPair> pairs)
    {
        foreach (var pair in pairs)
        {
            var one = locals.FindIndex(l => l.Article.Id == pair.One.Article && l.Actor.Id == pair.One.Id);
            var other = locals.FindIndex(l => l.Article.Id == pair.Other.Article && l.Actor.Id == pair.Other.Id);
            if (one >= 0 && other >= 0)
            {
                yield return (one, other);
            }
        }
    }

    /// <summary>One actor of one article with what it can be known by.</summary>
    private sealed class Local
    {
        public Local(Article article, Actor actor, string story)
        {
            (Article, Actor, Story) = (article, actor, story);
            var plain = ActorNames.Plain(actor.Name);
            switch (actor.Kind)
            {
                case ActorKind.State when actor.Country is { } country && !ActorNames.IsSomebodysGovernment(plain):
                    Key = $"state {country}";
                    break;
                case ActorKind.State or ActorKind.Place when actor.Country is null:
                    // A land that no gazetteer knows acts in one article and is only named in another.
                    Key = $"land {plain}";
                    break;
                case ActorKind.Person when !plain.Contains(' ', StringComparison.Ordinal):
                    Key = $"person {plain} {story}";
                    Short = other => ActorNames.Surname(ActorNames.Plain(other.Actor.Name)) == plain;
                    break;
                case ActorKind.Organisation or ActorKind.Outlet when ActorNames.Acronym(actor.Name) is { } acronym:
                    Key = $"acronym {acronym}";
                    Short = other => ActorNames.Initials(other.Actor.Name) == acronym;
                    break;
                case ActorKind.Unnamed or ActorKind.Document or ActorKind.Group:
                    // Without a name the words alone hold, and only inside the story.
                    Key = $"{actor.Kind} {plain} {story}";
                    break;
                case ActorKind.Person:
                    Key = $"person {plain}";
                    break;
                default:
                    Key = $"{actor.Kind} {plain} {actor.Country}";
                    break;
            }
        }

        public Article Article { get; }

        public Actor Actor { get; }

        public string Story { get; }

        public string Key { get; }

        /// <summary>For a name that is too short to stand alone: does this fuller one fit? Null for a full name.</summary>
        public Func<Local, bool>? Short { get; }
    }

    /// <summary>Groups that only grow; the root is the smallest member, so the order of joining cannot show.</summary>
    private sealed class Groups(int count)
    {
        private readonly int[] _up = [.. Enumerable.Range(0, count)];

        public int Root(int i)
        {
            while (_up[i] != i)
            {
                i = _up[i] = _up[_up[i]];
            }

            return i;
        }

        public void Join(int one, int other)
        {
            var (a, b) = (Root(one), Root(other));
            _up[Math.Max(a, b)] = Math.Min(a, b);
        }
    }
}
