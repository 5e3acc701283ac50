using Stemma.Corpus.Accounts;
using Stemma.Corpus.Accounts.Notes;
using Stemma.Corpus.Accounts.Turns;
using Stemma.Corpus.Identity;
using Stemma.Corpus.Reuse;
using Stemma.Corpus.Stances;
using Stemma.Corpus.Stories;

namespace Stemma.Corpus;

/// <summary>The table of contents of this storey: findings of many articles in, what shows only between them out.</summary>
/// <remarks>
/// <see cref="Compare"/> works out facts about two articles when one comes in: symmetric, made from the two alone.
/// <see cref="Read"/> works out everything about more than two from all findings and all pairs, in any order the same.
/// </remarks>
/// <param name="disputes">False leaves disputes out: for whoever asks only for copies and stories.</param>
public sealed class CorpusReader(IPast past, bool disputes = true)
{
    private readonly ReuseIndex _copies = new();
    private readonly StoryIndex _stories = new();
    private readonly Sides _sides = new(past);
    private long _seen;

    /// <summary>What an article can be found by.</summary>
    public static ArticleKeys KeysOf(ArticleFindings findings) => new(findings.Article.Id, 0, ReuseKeys.Of(findings), StoryKey.Of(findings));

    /// <summary>The facts about this article and each kept one that shares something with it; candidates come from an index.</summary>
    public IReadOnlyList<PairFindings> Compare(ArticleFindings incoming, ArticleKeys keys) => Tell(Meet(incoming, keys));

    /// <summary>Beside which articles is this one to be laid? Asked of one article after the other.</summary>
    public Meeting Meet(ArticleFindings incoming, ArticleKeys keys)
    {
        CatchUp();
        var copies = _copies.Candidates(keys.Article, keys.Reuse).ConvertAll(other => (other, _sides.Of(other)));
        var near = _stories.Near(keys, notes: disputes).Select(n => (n.Article, n.Nearness, n.Score, _sides.Of(n.Article))).ToList();
        return new Meeting(new Side(incoming), keys, copies, near);
    }

    /// <summary>An article that is about to be kept: the next may be laid beside it before the ledger has it.</summary>
    public void Expect(Meeting meeting)
    {
        Index(meeting.Keys);
        _sides.Expect(meeting.Keys.Article, meeting.Own);
    }

    /// <summary>Lays an article beside those it meets. A function: it may run on any thread, many at a time.</summary>
    public IReadOnlyList<PairFindings> Tell(Meeting meeting)
    {
        var (own, keys) = (meeting.Own, meeting.Keys);
        var pairs = new SortedDictionary<string, PairFindings>(StringComparer.Ordinal);
        foreach (var (other, side) in meeting.Copies)
        {
            var passages = string.CompareOrdinal(keys.Article, other) < 0 ? Copies.Shared(keys.Article, own.Wording, other, side.Wording) : Copies.Shared(other, side.Wording, keys.Article, own.Wording);
            if (passages.Count > 0)
            {
                pairs[other] = PairWith(other) with { Passages = passages };
            }
        }

        foreach (var (other, nearness, score, side) in meeting.Near)
        {
            var pair = PairWith(other) with { SameStory = score, Nearness = nearness };
            pair = pair.First == keys.Article ? Told(pair, own, side, score) : Told(pair, side, own, score);
            if (score >= DisputeReader.LeastStory || pair.Disputes.Count > 0)
            {
                pairs[other] = pair;
            }
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
        pairs = ManyNotes.Weighed(Chance.SetAside(pairs, articles.Count));
        var stories = StoryReader.Read(articles, pairs, constraints);
        var reuse = ReuseReader.Read(articles, pairs, constraints.Parents);
        var actors = IdentityReader.Read(articles, stories, constraints);
        var events = EventReader.Read(articles, pairs, actors.Of, constraints);
        var claims = new CaseClaims(articles);
        var told = StatementReader.Read(articles, pairs, actors.Of, events.Of, claims, constraints);
        var said = new SaidInCase(articles, told.Statements, told.Disputes, actors.Actors, claims);
        return new CaseReading
        {
            Stories = stories,
            Passages = reuse.Passages,
            Hops = reuse.Hops,
            Origins = reuse.Origins,
            Revisions = RevisionReader.Read(articles, pairs, told.Statements),
            Actors = actors.Actors,
            Events = events.Events,
            Statements = told.Statements,
            Disputes = DisputeHome.Of(StanceReader.Read(articles, stories, told.Statements, told.Disputes, constraints), told.Statements, events.Events),
            Accounts = AccountReader.Read(articles, events.Events, events.Of, told.Statements, told.Disputes, actors.Actors, reuse.Origins),
            Answers = AnswerReader.Read(said),
            NoComment = AnswerReader.NoComment(said),
            Turns = TurnReader.Read(said),
            ClaimHops = ClaimHopReader.Read(articles, told.Statements, actors.Actors),
        };
    }

    // Happenings in common and disputes; always with the ordinally first article first.
    private PairFindings Told(PairFindings pair, Side first, Side second, double story)
    {
        var matter = disputes && NoteMatter.IsAsked(first.Claims, second.Claims) ? NoteMatter.Between(first.Claims, second.Claims, story, pair.Nearness!.Value) : (double?)null;
        if (story < DisputeReader.LeastStory)
        {
            return matter is null ? pair : pair with { OneMatter = matter, Disputes = DisputeReader.Between(first.Claims, second.Claims, story) };
        }

        var told = disputes ? DisputeReader.Between(first.Claims, second.Claims, story) : [];
        var ties = HappeningTies.Between(first.Findings, first.Happenings, second.Findings, second.Happenings, story, told);
        return pair with { OneMatter = matter, SameEvents = ties, Disputes = OtherDays.Tempered(first.Findings, second.Findings, told, ties) };
    }

    // What was kept since the last look goes into the indexes, unless it was expected.
    private void CatchUp()
    {
        foreach (var kept in past.Keys(_seen))
        {
            if (!_sides.Arrived(kept.Article))
            {
                Index(kept);
            }

            _seen = Math.Max(_seen, kept.Place);
        }
    }

    private void Index(ArticleKeys keys)
    {
        _copies.Add(keys.Article, keys.Reuse);
        _stories.Add(keys);
    }
}
