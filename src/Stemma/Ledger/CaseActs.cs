using System.Text.Json;
using System.Text.Json.Nodes;

namespace Stemma.Ledger;

/// <summary>Turns what people said about several articles at once into constraints that the case is read under.</summary>
public static class CaseActs
{
    private static readonly HashSet<string> Verbs = ["merge", "split", "join", "part", "parent", "dispute"];

    /// <param name="articles">What is shown of every article.</param>
    /// <returns>The constraints, and the identifiers of corrections that no longer find their words.</returns>
    public static (CaseConstraints Constraints, IReadOnlyList<string> Orphans) Read(IReadOnlyList<Correction> standing, IReadOnlyList<ArticleFindings> articles)
    {
        var finder = new Finder(articles);
        var (same, other, joined, parted) = (new List<FindingPair>(), new List<FindingPair>(), new List<FindingPair>(), new List<FindingPair>());
        var (tied, untied, parents, orphans) = (new List<TiedDispute>(), new List<FindingPair>(), new List<SetParent>(), new List<string>());
        foreach (var act in standing)
        {
            var after = act.After as JsonObject;
            var found = act.Verb switch
            {
                "merge" => Pairs(finder.Actor(act.Target), With(after).Select(finder.Actor), same),
                "split" => Pairs(finder.Actor(act.Target), With(after).Select(finder.Actor), other),
                "join" => Pairs(finder.Event(act.Target), With(after).Select(finder.Event), joined),
                "part" => Pairs(finder.Event(act.Target), With(after).Select(finder.Event), parted),
                "parent" => Parent(finder, act, after, parents),
                "dispute" => Dispute(finder, act, after, tied, untied),
                "speaker" or "add" => Speaker(finder, act, same),
                _ => true,
            };
            if (!found && Verbs.Contains(act.Verb))
            {
                orphans.Add(act.Id);
            }
        }

        return (new CaseConstraints
        {
            SameActors = same,
            OtherActors = other,
            Joined = joined,
            Parted = parted,
            Tied = tied,
            Untied = untied,
            Parents = parents,
        }, orphans);
    }

    private static IEnumerable<CorrectionTarget> With(JsonObject? after) =>
        (after?["with"] as JsonArray ?? []).Select(t => t.Deserialize<CorrectionTarget>(FindingsJson.Options)!);

    private static bool Pairs(FindingRef? one, IEnumerable<FindingRef?> others, List<FindingPair> into)
    {
        var known = others.OfType<FindingRef>().ToList();
        if (one is null || known.Count == 0)
        {
            return false;
        }

        into.AddRange(known.Select(o => new FindingPair(one, o)));
        return true;
    }

    private static bool Parent(Finder finder, Correction act, JsonObject? after, List<SetParent> into)
    {
        var child = finder.Article(act.Target);
        var parent = after?["parent"] is { } said ? finder.Article(said.Deserialize<CorrectionTarget>(FindingsJson.Options)!) : null;
        if (child is null || (after?["parent"] is not null && parent is null))
        {
            return false;
        }

        into.RemoveAll(p => p.Article == child.Article.Id);
        into.Add(new SetParent(child.Article.Id, parent?.Article.Id));
        return true;
    }

    private static bool Dispute(Finder finder, Correction act, JsonObject? after, List<TiedDispute> tied, List<FindingPair> untied)
    {
        var (one, other) = (finder.Statement(act.Target), With(after).Select(finder.Statement).FirstOrDefault());
        if (one is null || other is null)
        {
            return false;
        }

        // The last word on two statements holds.
        tied.RemoveAll(t => Same(t.One, t.Other, one, other));
        untied.RemoveAll(t => Same(t.One, t.Other, one, other));
        var relation = after?["relation"]?.GetValue<string>() ?? "none";
        if (relation == "none")
        {
            untied.Add(new FindingPair(one, other));
        }
        else
        {
            tied.Add(new TiedDispute(
                one,
                other,
                after!["relation"].Deserialize<DisputeRelation>(FindingsJson.Options),
                after["slot"] is { } slot ? slot.Deserialize<Slot>(FindingsJson.Options) : null,
                act.Reason ?? "a person says so"));
        }

        return true;
    }

    private static bool Same(FindingRef a, FindingRef b, FindingRef one, FindingRef other) => (a == one && b == other) || (a == other && b == one);

    // A speaker named by a mention in another article is the same person there.
    private static bool Speaker(Finder finder, Correction act, List<FindingPair> same)
    {
        var said = (act.Verb == "add" ? act.After?["actor"] : act.After) as JsonObject;
        if (said?["at"]?.Deserialize<CorrectionTarget>(FindingsJson.Options) is { } there
            && finder.Speaker(act.Target) is { } here
            && finder.Actor(there) is { } meant
            && here.Article != meant.Article)
        {
            same.Add(new FindingPair(here, meant));
        }

        return true;
    }

    private sealed class Finder(IReadOnlyList<ArticleFindings> articles)
    {
        private readonly Dictionary<string, ArticleFindings> _byId = articles.ToDictionary(a => a.Article.Id);
        private readonly ILookup<string, ArticleFindings> _byGiven = articles.Where(a => a.Article.Given is not null).ToLookup(a => a.Article.Given!);

        public ArticleFindings? Article(CorrectionTarget target) =>
            target.Article is not { } id ? null : _byId.GetValueOrDefault(id) ?? _byGiven[id].FirstOrDefault(target.IsIn);

        public FindingRef? Actor(CorrectionTarget target) =>
            Article(target) is { } article && Pointing.Actor(target, article) is { } actor ? new FindingRef(article.Article.Id, actor.Id) : null;

        /// <summary>The happening pointed at; the article itself where its identifier was pointed at.</summary>
        public FindingRef? Event(CorrectionTarget target) => Article(target) is not { } article ? null
            : target.Id == target.Article ? new FindingRef(article.Article.Id, null)
            : Pointing.Event(target, article) is { } found ? new FindingRef(article.Article.Id, found.Id) : null;

        public FindingRef? Statement(CorrectionTarget target) =>
            Found(target) is var (article, statement) && statement is not null ? new FindingRef(article!.Article.Id, statement.Id) : null;

        public FindingRef? Speaker(CorrectionTarget target) =>
            Found(target) is var (article, statement) && statement?.Actor is { } actor ? new FindingRef(article!.Article.Id, actor) : null;

        private (ArticleFindings? Article, Statement? Statement) Found(CorrectionTarget target) =>
            Article(target) is { } article ? (article, Pointing.Statement(target, article, article.Statements)) : (null, null);
    }
}
