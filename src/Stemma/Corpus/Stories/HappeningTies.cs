using Stemma.Words;

namespace Stemma.Corpus.Stories;

/// <summary>Which happenings of two articles are one? Kind, day, place, parties and figures; "the same kind of thing, another day" is another happening.</summary>
/// <remarks>Where all but the day is alike, the day is in dispute: <see cref="OtherDays"/>.</remarks>
public static class HappeningTies
{
    /// <summary>Two articles must be at least this likely one story: chance likeness of kinds is common, a happening in common is not.</summary>
    public const double LeastStory = 0.15;

    // Points for what agrees; one happening from here on. Kind alone never reaches it, kind and day, or kind and place, do.
    private const double Enough = 0.55;

    // The same day, the same town or hall. What has neither, and no figure, must be told alike as well: one state is a party to many attacks.
    private const double OneDay = 0.3, OneTown = 0.3;

    // Surer than any sum of likenesses.
    private const double OneDeath = 0.99;

    // What one article is mostly about is what the other is mostly about: half of what each tells of the family, by names and words that are alike.
    // Set on the tune half of quality/RealCases/happenings.tsv: of such pairs .77 are one happening, from .6 on .73, from 1.0 on .79 with a fifth fewer.
    private const double LeastShare = 0.5, LeastLikeness = 0.8;

    // How much sureness alike tellings give: less than a day and a town.
    private const double MainBase = 0.5, MainGain = 0.2;

    // Kinds that newsrooms use for one another, beside those of violence.
    private static readonly string[][] Families = [["vote", "veto"], ["arrest", "trial"]];

    /// <param name="disputes">What the two articles' own clauses deny or contradict in each other.</param>
    public static IReadOnlyList<Tie> Between(ArticleFindings first, ArticleFindings second, double story, IReadOnlyList<Dispute> disputes) =>
        Between(first, HappeningProfile.Of(first), second, HappeningProfile.Of(second), story, disputes);

    /// <param name="told">By which names and words the first article tells each of its events.</param>
    /// <param name="toldThere">The same of the second.</param>
    internal static IReadOnlyList<Tie> Between(
        ArticleFindings first,
        IReadOnlyList<HappeningProfile> told,
        ArticleFindings second,
        IReadOnlyList<HappeningProfile> toldThere,
        double story,
        IReadOnlyList<Dispute> disputes)
    {
        if (story < LeastStory)
        {
            return [];
        }

        var ties = new List<Tie>();
        for (var i = 0; i < first.Events.Count; i++)
        {
            for (var k = 0; k < second.Events.Count; k++)
            {
                if (Of(first, first.Events[i], told[i], second, second.Events[k], toldThere[k], story, disputes) is { } tie)
                {
                    ties.Add(tie);
                }
            }
        }

        return ties;
    }

    private static Tie? Of(ArticleFindings first, Event a, HappeningProfile told, ArticleFindings second, Event b, HappeningProfile toldThere, double story, IReadOnlyList<Dispute> disputes)
    {
        if (a.Rule == Event.ToldInGeneral || b.Rule == Event.ToldInGeneral)
        {
            return null;
        }

        var kind = a.Kind == b.Kind ? 0.3 : OneFamily(a.Kind, b.Kind) ? 0.2 : -1;
        var day = Days(a.Date, b.Date);
        var place = Places(a, b);

        // Nobody is killed twice: whoever tells of this death tells of this happening, wherever and however it is said to have been.
        var dead = a.Kind == "killing" || b.Kind == "killing" ? Victims.Of(first, a).FirstOrDefault(v => Victims.Of(second, b).Any(w => Victims.AreOne(v, w))) : null;
        if (day >= 0 && dead is not null)
        {
            return new Tie(a.Id, b.Id, OneDeath, $"both tell of the death of {dead}");
        }

        if (Victims.AreOthers(Victims.Dead(first, a), Victims.Dead(second, b)))
        {
            return null;
        }

        if (kind > 0 && day < 0 && (place >= 0 || dead is not null))
        {
            return OtherDays.Between(first, a, second, b, story, dead is not null, disputes);
        }

        // A plan and its fulfilment are one happening only where the day says so; two votes on one day are one only on one measure.
        if (kind < 0 || day < 0 || place < 0 || (Planned(a) != Planned(b) && day < 0.25) || OtherMeasure(a, b))
        {
            return null;
        }

        var party = Names(first, a).Intersect(Names(second, b), StringComparer.Ordinal).Any() ? 0.15 : 0;
        var figure = a.Quantities.Any(q => b.Quantities.Any(r => q.Low == r.Low && q.High == r.High && q.Low > 1 && q.Unit == r.Unit)) ? 0.15 : 0;
        var sum = kind + day + place + party + figure + (0.15 * story);
        var agrees = sum >= Enough && day + place + party + figure > 0;
        if (!agrees || (day < OneDay && place < OneTown && figure == 0))
        {
            // A murder is told by the name of the murdered: what never stands beside it is a strike in the same war.
            if (a.Kind != b.Kind && (IsUntold(Victims.Dead(first, a), toldThere) || IsUntold(Victims.Dead(second, b), told)))
            {
                return null;
            }

            var main = IsMain(told) && IsMain(toldThere) && Planned(a) == Planned(b);
            var alike = agrees || main ? HappeningProfile.Likeness(told, toldThere) : 0;
            if (alike < LeastLikeness)
            {
                return null;
            }

            if (!agrees)
            {
                return new Tie(a.Id, b.Id, Math.Round(MainBase + (MainGain * alike / 2), 3), $"both articles are mostly about {Kinds(a, b)}, told with the same names and words");
            }
        }

        var shared = new List<string> { (a.Kind == b.Kind ? "both tell of " : "") + Kinds(a, b) };
        if (day > 0)
        {
            shared.Add($"on {b.Date}");
        }

        if (place > 0)
        {
            shared.Add($"at {a.Places.First(p => b.Places.Any(q => SamePlace(p, q))).Name}");
        }

        if (party > 0)
        {
            shared.Add("with a party in common");
        }

        if (figure > 0)
        {
            shared.Add("with the same figure");
        }

        return new Tie(a.Id, b.Id, Math.Round(Math.Min(0.99, sum), 3), string.Join(", ", shared));
    }

    private static bool IsUntold(IReadOnlyList<string> dead, HappeningProfile there) => dead.Count > 0 && !dead.Any(d => there.Names.Keys.Any(n => Victims.AreOne(d, n)));

    private static bool IsMain(HappeningProfile told) => told.Share >= LeastShare;

    /// <summary>The same kind, or kinds that newsrooms use for one another.</summary>
    internal static bool OneFamily(string kind, string other) =>
        kind == other || (EventKinds.IsViolence(kind) && EventKinds.IsViolence(other)) || Families.Any(f => f.Contains(kind) && f.Contains(other));

    private static bool Planned(Event e) => e.Status is EventStatus.Planned or EventStatus.Threatened or EventStatus.Hypothetical;

    // Agreeing days weigh most; days that cannot meet part.
    private static double Days(Moment? a, Moment? b)
    {
        if (a?.Earliest is not { } a1 || a.Latest is not { } a2 || b?.Earliest is not { } b1 || b.Latest is not { } b2)
        {
            return 0;
        }

        return a1 > b2 || b1 > a2 ? -1 : a.IsDay && b.IsDay ? OneDay : a2.DayNumber - a1.DayNumber < 32 && b2.DayNumber - b1.DayNumber < 32 ? 0.1 : 0.02;
    }

    internal static double Places(Event a, Event b)
    {
        if (a.Places.Any(p => b.Places.Any(q => SamePlace(p, q))))
        {
            return a.Places.Any(p => p.Precision <= PlacePrecision.Town && b.Places.Any(q => SamePlace(p, q))) ? OneTown : 0.12;
        }

        // Two towns without a common one are two places; a country and a town in it are not.
        var (towns, others) = (a.Places.Where(p => p.Precision <= PlacePrecision.Town).ToList(), b.Places.Where(p => p.Precision <= PlacePrecision.Town).ToList());
        return towns.Count > 0 && others.Count > 0 ? -1 : 0;
    }

    /// <summary>"an explosion"; "an attack here, a fire there".</summary>
    internal static string Kinds(Event a, Event b) =>
        a.Kind == b.Kind ? $"{Article(a.Kind)} {a.Kind.Replace('-', ' ')}" : $"{Article(a.Kind)} {a.Kind.Replace('-', ' ')} here, {Article(b.Kind)} {b.Kind.Replace('-', ' ')} there";

    private static string Article(string kind) => kind[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an" : "a";

    internal static bool SamePlace(Place p, Place q) => string.Equals(Plain(p.Name), Plain(q.Name), StringComparison.Ordinal);

    private static string Plain(string name) => string.Join(' ', PlainWords.Of(name).Select(w => w.Lower));

    private static bool OtherMeasure(Event a, Event b) =>
        a.Vote is { } v && b.Vote is { } w
        && ((v.Body is { } x && w.Body is { } y && !Share(x, y)) || (v.Stage is VoteStage.Draft or VoteStage.Scheduled) != (w.Stage is VoteStage.Draft or VoteStage.Scheduled));

    private static bool Share(string x, string y) => PlainWords.Of(x).Where(w => w.Lower.Length > 3).Select(w => Stem.Of(w.Lower)).Intersect(PlainWords.Of(y).Select(w => Stem.Of(w.Lower)), StringComparer.Ordinal).Any();

    private static IEnumerable<string> Names(ArticleFindings findings, Event e) => findings.Actors.Where(x => e.Who.Contains(x.Id) || e.Whom.Contains(x.Id)).Select(NameOf);

    /// <summary>What somebody is called in every article: a state by its country.</summary>
    internal static string NameOf(Actor actor) => actor is { Kind: ActorKind.State, Country: { } country } ? country : Plain(actor.Name);
}
