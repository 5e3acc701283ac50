using System.Globalization;
using Stemma.Words;

namespace Stemma.Corpus.Stories;

/// <summary>When is one happening told of two days? All else is alike: the deed, the place, the dead or the figures; then the day is what is in dispute.</summary>
/// <remarks>
/// "The same kind of thing, another day" is another happening: shells fall on one town day after day. So each likeness has its points, kinds that come in
/// series have none, and whoever tells of both, says "again", or wrote before the other day came, keeps them two.
/// </remarks>
internal static class OtherDays
{
    /// <summary>Days that lie farther apart are no slip over one happening. A week: people mix up nights, weekdays and time zones; set by hand on our own samples.</summary>
    public const int MostDays = 7;

    /// <summary>Two articles must be at least this likely one story: twice what ties of one day ask for.</summary>
    public const double LeastStory = 0.3;

    // Points of likeness, and how many make one happening: three where whoever suffered it is the same, or the figures of what comes but once; else four. Set by hand on the specs of this room.
    private const int Named = 3, Unnamed = 4;

    // "two dead" is every day's news, "nine dead" seldom, "fourteen" hardly twice in a week in one place.
    private const decimal SomeFigure = 4, RareFigure = 10;

    // Three words of the two clauses, none in more than one article of eight of news at large, together as rare as "roof", "market" and "hall" nearly are. Set by hand on the specs of this room.
    private const int LeastWords = 3;
    private const double LeastRarity = 9, LeastOfOne = 2;

    private static readonly HashSet<string> Again = [.. Resource.Rows("Corpus/Stories/Data/again-words.tsv").SelectMany(r => r[0].Split(' '))];

    /// <param name="disputes">What the two articles' own clauses deny or contradict in each other.</param>
    public static Tie? Between(ArticleFindings first, Event a, ArticleFindings second, Event b, double story, bool sameDeath, IReadOnlyList<Dispute> disputes)
    {
        if (a.Date is not { IsDay: true, Earliest: { } one } || b.Date is not { IsDay: true, Earliest: { } other } || one == other || Math.Abs(one.DayNumber - other.DayNumber) > MostDays
            || (!sameDeath && (story < LeastStory || !CouldKnow(first, one, other) || !CouldKnow(second, one, other)))
            || IsUnreal(a) || IsUnreal(b) || a.Vote is not null || b.Vote is not null
            || (!sameDeath && (TellsBoth(first, a, other) || TellsBoth(second, b, one))))
        {
            return null;
        }

        var alike = new List<string>();
        var recurs = Recurs(a.Kind) && Recurs(b.Kind);
        var (points, enough) = (recurs && !sameDeath ? 0 : 1, Unnamed);
        if (Place(a, b) is var (where, pointsOfPlace))
        {
            points += pointsOfPlace;
            alike.Add($"at {where}");
        }

        // "one says Monday, the other Tuesday": read as one thing by what the clauses say; of blasts and fires, which may be two all the same, it says less.
        if (!recurs && disputes.Any(d => IsOfDay(d) && d.Confidence >= OneThing && IsAbout(d, a, b)))
        {
            (points, enough) = (points + (MayRecur(a.Kind) ? 1 : 2), Named);
            alike.Add("both clauses tell one thing");
        }

        // What stands in the telling beside names and figures ("the roof of the market hall"): in a series it says nothing.
        if (!recurs && SharedWords(first, a, second, b) is { Length: > 0 } words)
        {
            points++;
            alike.Add($"in one wording (“{words}”)");
        }

        if (Suffered(first, a).Intersect(Suffered(second, b), StringComparer.Ordinal).Order(StringComparer.Ordinal).FirstOrDefault() is { } person)
        {
            (points, enough) = (points + 2, Named);
            alike.Add($"of {person}");
        }
        else if (TollsClash(a, b) || SaysAgain(first, a) || SaysAgain(second, b))
        {
            return null;
        }

        if (Figure(a, b) is { } figure)
        {
            (points, enough) = (points + (figure.Low >= RareFigure ? 2 : 1), recurs ? enough : Named);
            alike.Add($"with {figure.Words}");
        }

        if (Parties(first, a).Intersect(Parties(second, b), StringComparer.Ordinal).Count() > 1)
        {
            // An agreement is known by those who made it.
            points += a.Kind == "agreement" ? 2 : 1;
            alike.Add("with the same parties");
        }

        return points < enough ? null
            : new Tie(a.Id, b.Id, Math.Round(Math.Min(0.95, 0.4 + (0.1 * points) + (0.05 * story)), 3), $"told of {Day(one < other ? one : other)} and of {Day(one < other ? other : one)}, all else is alike: {string.Join(", ", alike.Prepend(HappeningTies.Kinds(a, b)))}") { OtherDay = true };
    }

    /// <summary>A dispute over the day of two happenings that stay two is none: what is told of another day is another attack. It stays a candidate.</summary>
    public static IReadOnlyList<Dispute> Tempered(ArticleFindings first, ArticleFindings second, IReadOnlyList<Dispute> disputes, IReadOnlyList<Tie> ties)
    {
        return disputes.Any(IsShown) ? [.. disputes.Select(d => IsShown(d) && AreTwo(d) ? d with { Confidence = MostOfTwo } : d)] : disputes;

        static bool IsShown(Dispute d) => IsOfDay(d) && d.Confidence >= Shown;

        bool AreTwo(Dispute d)
        {
            var told = first.Events.SelectMany(a => second.Events.Where(b => IsAbout(d, a, b) && HappeningTies.OneFamily(a.Kind, b.Kind)).Select(b => (A: a, B: b))).ToList();
            return told.Exists(p => OneDay(p.A, p.B) is false) && !told.Exists(p => ties.Any(t => t.First == p.A.Id && t.Second == p.B.Id)) && told.Exists(p => Speaks(p.A, p.B));
        }

        bool Speaks(Event a, Event b) => (Recurs(a.Kind) && Recurs(b.Kind)) || TollsClash(a, b) || SaysAgain(first, a) || SaysAgain(second, b);
    }

    // Null where not both tell a day.
    private static bool? OneDay(Event a, Event b) => a.Date is { IsDay: true } one && b.Date is { IsDay: true } other ? one.Equals(other) : null;

    // How sure the clauses must be of telling one thing of two days: less than a dispute that is shown, for here it is one point of several. Set by hand on the specs of this room.
    private const double OneThing = 0.35;

    // What is shown as a dispute, and what is not.
    private const double Shown = 0.5, MostOfTwo = 0.49;

    private static bool IsOfDay(Dispute d) => d is { Slot: Slot.When, Relation: DisputeRelation.Contradicts, Spans.Count: 2 };

    private static bool IsAbout(Dispute d, Event a, Event b) => Spans(a).Any(d.Spans[0].Span.Overlaps) && Spans(b).Any(d.Spans[1].Span.Overlaps);

    // Kinds that come day after day where there is a war, a campaign or a parliament; what falls down or is signed does so once.
    private static bool Recurs(string kind) => kind is not ("accident" or "explosion" or "fire" or "disaster" or "leak" or "overthrow" or "invasion" or "resignation" or "election" or "agreement");

    // Shells and bombs make them too.
    private static bool MayRecur(string kind) => kind is "explosion" or "fire" or "leak";

    private static bool IsUnreal(Event e) => e.Status is EventStatus.Planned or EventStatus.Threatened or EventStatus.Hypothetical;

    // Whoever wrote before the second day came tells of the first day's happening only.
    private static bool CouldKnow(ArticleFindings article, DateOnly one, DateOnly other) =>
        article.Published?.Moment.Earliest is { } day && day >= one && day >= other;

    // Another happening of the kind in the same article, which can have been on the other's day.
    private static bool TellsBoth(ArticleFindings article, Event own, DateOnly day) =>
        article.Events.Any(e => e.Id != own.Id && HappeningTies.OneFamily(e.Kind, own.Kind) && e.Date is { Earliest: { } from, Latest: { } to } && from <= day && day <= to && HappeningTies.Places(e, own) >= 0);

    // A hall or a terminal is one place, a town many.
    private static (string Where, int Points)? Place(Event a, Event b)
    {
        var shared = a.Places.Where(p => p.Precision <= PlacePrecision.Town && b.Places.Any(q => HappeningTies.SamePlace(p, q))).OrderBy(p => p.Precision).ThenBy(p => p.Name, StringComparer.Ordinal).ToList();
        return shared.Count == 0 ? null : (shared[0].Name, shared[0].Precision == PlacePrecision.Point ? 2 : 1);
    }

    // People by their full names, to whom it was done; who resigns does so to nobody.
    private static IEnumerable<string> Suffered(ArticleFindings article, Event e) => article.Actors
        .Where(x => x.Kind == ActorKind.Person && x.Name.Contains(' ', StringComparison.Ordinal) && (e.Whom.Contains(x.Id) || (e.Kind == "resignation" && e.Who.Contains(x.Id))))
        .Select(x => x.Name);

    // Whoever is named in the clauses that tell it, as doer or otherwise.
    private static IEnumerable<string> Parties(ArticleFindings article, Event e) => article.Actors
        .Where(x => x.Kind is ActorKind.Person or ActorKind.Organisation or ActorKind.State && x.Mentions.Any(m => Spans(e).Any(m.Overlaps)))
        .Select(HappeningTies.NameOf)
        .Distinct(StringComparer.Ordinal);

    private static Quantity? Figure(Event a, Event b) => a.Quantities
        .Where(q => q.Low >= SomeFigure && b.Quantities.Any(r => q.Low == r.Low && q.High == r.High && q.Unit == r.Unit && q.Of == r.Of))
        .OrderByDescending(q => q.Low).ThenBy(q => q.Words, StringComparer.Ordinal)
        .FirstOrDefault();

    // Both count the dead, and come to figures that cannot both hold: two tolls of two days are two attacks.
    private static bool TollsClash(Event a, Event b) =>
        a.Quantities.Any(q => q.Of is not null && b.Quantities.Any(r => q.Of == r.Of && q.Unit == r.Unit && (q.Low > r.High || r.Low > q.High)));

    // The words of both tellings, as the first writes them; empty where they are few or common.
    private static string SharedWords(ArticleFindings first, Event a, ArticleFindings second, Event b)
    {
        var there = Told(second, b).Select(w => w.Stem).ToHashSet(StringComparer.Ordinal);
        var shared = Told(first, a).Where(w => there.Contains(w.Stem)).DistinctBy(w => w.Stem).Where(w => Background.Rarity(w.Stem) >= LeastOfOne).ToList();
        return shared.Count >= LeastWords && shared.Sum(w => Background.Rarity(w.Stem)) >= LeastRarity ? string.Join(' ', shared.Select(w => w.Word)) : "";
    }

    // Names and figures have points of their own.
    private static IEnumerable<(string Word, string Stem)> Told(ArticleFindings article, Event e) => Spans(e)
        .SelectMany(s => s.SelectMany(x => PlainWords.Of(article.Article.Text, x)))
        .Where(w => !w.IsNumber && (!w.Capital || w.First) && w.Lower.Length >= LeastLetters && !e.Quantities.Any(q => q.Span.Any(x => x.Begin <= w.Span.Begin && w.Span.End <= x.End)))
        .Select(w => (w.Lower, Stem.Of(w.Lower)));

    private const int LeastLetters = 4;

    private static IEnumerable<Spans> Spans(Event e) => (e.Mentions ?? []).Select(m => m.Span).Prepend(e.Span);

    // "a second blast", "shelled again".
    private static bool SaysAgain(ArticleFindings article, Event e) =>
        Spans(e).Any(s => PlainWords.Of(s.Of(article.Article.Text)).Any(w => Again.Contains(w.Lower)));

    private static string Day(DateOnly day) => day.ToString("d MMMM", CultureInfo.InvariantCulture);
}
