using Stemma.Words;

namespace Stemma.Corpus.Accounts;

/// <summary>One statement's answer to one question about a happening: what brought it about, or who did it.</summary>
/// <param name="Event">The happening, case-wide.</param>
/// <param name="Slot">Agent: what brought it about; Who: who did it.</param>
/// <param name="Key">The manner, or the doer.</param>
/// <param name="Filler">The words that say it.</param>
/// <param name="Speaker">Who says it, case-wide; the outlet's article where nobody else does.</param>
internal sealed record Version(ArticleFindings Article, Statement Statement, string Event, Slot Slot, string Key, string Filler, string Speaker, Actor? Doer)
{
    /// <summary>The words of the clause that says it, to see whether it names the other's doer too.</summary>
    public required IReadOnlyList<ClaimTerm> Clause { get; init; }

    /// <summary>It says that this was not the manner.</summary>
    public bool Negated { get; init; }

    /// <summary>Its speaker denies by a word that this was the manner.</summary>
    public bool Denies => Statement.Act == Act.Deny && Statement.Denies is { IsEmpty: false };

    /// <summary>Where the one is so, the other is not.</summary>
    public bool Excludes(Version other) =>
        Slot == other.Slot
        && (Slot == Slot.Who ? OtherDoer(other) : Negated == other.Negated ? !Negated && Manners.Exclude(Key, other.Key) : Key == other.Key)
        && Meets(other);

    // One happening may hold several incidents: between two articles that name no town in common, and of who did it, both must speak of more than that it happened.
    private bool Meets(Version other)
    {
        if (Article == other.Article && (Slot == Slot.Agent || Math.Abs(Statement.Content.Hull.Begin - other.Statement.Content.Hull.Begin) <= OnePassage))
        {
            return true;
        }

        if (Slot == Slot.Agent && Towns.Overlaps(other.Towns))
        {
            return true;
        }

        var theirs = other.Around.Where(IsTelling).Select(w => w.Base).ToHashSet(StringComparer.Ordinal);
        return Around.Where(IsTelling).Select(w => w.Base).Distinct(StringComparer.Ordinal).Count(theirs.Contains) >= LeastShared;
    }

    private static bool IsTelling(ClaimTerm w) => w.Weight >= Pairing.TellingWeight && !w.IsNumber && !ClaimWords.IsForm("happening-noun", w.Lower) && !ClaimWords.IsForm("report-verb", w.Lower);

    private const int OnePassage = 600;
    private const int LeastShared = 1;

    /// <summary>Towns and points where the article puts the happening.</summary>
    public required IReadOnlySet<string> Towns { get; init; }

    /// <summary>The words of the sentence that holds it.</summary>
    public required IReadOnlyList<ClaimTerm> Around { get; init; }

    /// <summary>One speaker, two of one side, or an outlet beside those it reports: what it tells by the way is no answer to them.</summary>
    public bool SameSide(Version other) =>
        Speaker == other.Speaker || Accusing.OneSide(Article, Statement.Actor, other.Article, other.Statement.Actor)
        || (Article == other.Article && (Statement.Content.Overlaps(other.Statement.Content) || Statement.Voice == Voice.Outlet || other.Statement.Voice == Voice.Outlet));

    // Another state, another body, another person, and neither clause names both.
    private bool OtherDoer(Version other) =>
        Doer is { } mine && other.Doer is { } theirs && Compares(mine, theirs) && !IsOne(mine, theirs) && !Alliances.AreOne(Article, mine, other.Article, theirs)
        && (IsRebel(mine) != IsRebel(theirs) || !Accusing.OneSide(Article, mine.Id, other.Article, theirs.Id))
        && !(mine.Country is not null && mine.Country == theirs.Country && mine.Kind != ActorKind.Person && IsRebel(mine) == IsRebel(theirs))
        && !Names(theirs) && !other.Names(mine);

    // "ISIS" and "the Islamic State": names of one, where the lists know it.
    private static bool IsOne(Actor mine, Actor theirs) => mine.Name == theirs.Name || Known(mine).Intersect(Known(theirs), StringComparer.Ordinal).Any();

    private static IEnumerable<string> Known(Actor actor) => Gazetteer.World.Lookup(actor.Name).Select(n => n.Name);

    // A person and a body may be one doer; a state and a group of another country are two.
    private static bool Compares(Actor mine, Actor theirs) =>
        mine.Kind == theirs.Kind || (mine.Kind != ActorKind.Person && theirs.Kind != ActorKind.Person && mine.Country is not null && theirs.Country is not null);

    // Who fights a state bears its country's name too.
    private static bool IsRebel(Actor actor) => actor.Name.Split(' ').Any(w => ClaimWords.IsForm("rebel", w.ToLowerInvariant()));

    private bool Names(Actor actor)
    {
        var (last, shared) = (actor.Name.Split(' ')[^1], Doer?.Country is not null && Doer.Country == actor.Country);
        return Clause.Any(w => (!shared && w.Country is not null && w.Country == actor.Country) || (!(shared && w.Country is not null) && last.Equals(w.Span.Of(Article.Article.Text), StringComparison.OrdinalIgnoreCase)));
    }
}
