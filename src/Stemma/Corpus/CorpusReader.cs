using Stemma.Corpus.Accounts;
using Stemma.Corpus.Identity;
using Stemma.Corpus.Stories;

namespace Stemma.Corpus;

/// <summary>The table of contents of this storey: findings of many articles in, what shows only between them out.</summary>
/// <remarks>
/// <see cref="Compare"/> works out facts about two articles when one comes in: symmetric, made from the two alone.
/// <see cref="Read"/> works out everything about more than two from all findings and all pairs, in any order the same.
/// </remarks>
public sealed class CorpusReader(IPast past)
{
    private readonly StoryIndex _stories = new();
    private readonly ClaimShelf _claims = new();
    private long _seen;

    /// <summary>What an article can be found by.</summary>
    public static ArticleKeys KeysOf(ArticleFindings findings) => new(findings.Article.Id, 0, [], StoryKey.Of(findings));

    /// <summary>The facts about this article and each kept one that shares something with it; candidates come from an index.</summary>
    public IReadOnlyList<PairFindings> Compare(ArticleFindings incoming, ArticleKeys keys)
    {
        CatchUp();
        var pairs = new SortedDictionary<string, PairFindings>(StringComparer.Ordinal);
        var near = _stories.Near(keys);
        foreach (var (other, score) in near)
        {
            pairs[other] = PairWith(other) with { SameStory = score };
        }

        foreach (var (other, score) in near)
        {
            pairs[other] = Told(pairs[other], incoming, past.Findings(other), score);
        }

        return [.. pairs.Values];

        PairFindings PairWith(string other) => pairs.TryGetValue(other, out var pair) ? pair
            : string.CompareOrdinal(keys.Article, other) < 0 ? new() { First = keys.Article, Second = other }
            : new() { First = other, Second = keys.Article };
    }

    /// <summary>Stories, origins, hops, actors, events, accounts, disputes, answers and silence of a whole case.</summary>
    /// <param name="constraints">What people said that must hold; null for nothing.</param>
    public static CaseReading Read(IReadOnlyList<ArticleFindings> articles, IReadOnlyList<PairFindings> pairs, CaseConstraints? constraints = null)
    {
        constraints ??= CaseConstraints.None;
        var stories = StoryReader.Read(articles, pairs, constraints);
        var actors = IdentityReader.Read(articles, stories, constraints);
        var events = EventReader.Read(articles, pairs, actors.Of, constraints);
        return new CaseReading
        {
            Stories = stories,
            Actors = actors.Actors,
            Events = events.Events,
        };
    }

    // Happenings in common and disputes; always with the ordinally first article first.
    private PairFindings Told(PairFindings pair, ArticleFindings incoming, ArticleFindings kept, double story)
    {
        var (first, second) = pair.First == incoming.Article.Id ? (incoming, kept) : (kept, incoming);
        return pair with
        {
            SameEvents = HappeningTies.Between(first, second, story),
            Disputes = story >= DisputeReader.LeastStory ? DisputeReader.Between(_claims.Of(first), _claims.Of(second), story) : [],
        };
    }

    // What was kept since the last look goes into the indexes.
    private void CatchUp()
    {
        foreach (var kept in past.Keys(_seen))
        {
            _stories.Add(kept);
            _seen = Math.Max(_seen, kept.Place);
        }
    }
}
