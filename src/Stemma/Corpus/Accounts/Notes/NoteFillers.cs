using Stemma.Words;

namespace Stemma.Corpus.Accounts.Notes;

/// <summary>Do two clauses fill one and the same place of what they tell with different things, or do their words stand against each other?</summary>
internal static class NoteFillers
{
    private static readonly NoteRole[] Told = [NoteRole.Doer, NoteRole.Object, NoteRole.By, NoteRole.Place, NoteRole.From, NoteRole.To, NoteRole.Cause, NoteRole.With, NoteRole.Of, NoteRole.For];
    private static readonly Field[] Kinds = [Field.Person, Field.Group, Field.Location, Field.Artifact, Field.Act, Field.Event, Field.Communication, Field.State, Field.Substance, Field.Cognition, Field.Phenomenon];

    /// <summary>Marked as in <see cref="NoteSigns"/>.</summary>
    public static readonly string[] Marked =
    [
        .. Told.SelectMany(r => new[] { $"{(r is NoteRole.Of or NoteRole.For ? '=' : '+')}rival-{Lower(r)}", $"{(r is NoteRole.Doer or NoteRole.Object or NoteRole.Place ? '+' : '=')}shared-{Lower(r)}" }),
        .. Kinds.Select(k => $"=both-own-{k.ToString().ToLowerInvariant()}"),
        "=own-names-both", "-own-name-one", "+siblings", "+sibling-company",
        "+opposite-verbs", "+opposite-words", "+opposite-around", "+outcomes-opposed", "+outcomes-opposed-x-fit", "+same-verb-one-not", "+cross-company", "+role-moves", "-country-differs", "-list-holds-both",
    ];

    private static string Lower(NoteRole r) => r.ToString().ToLowerInvariant();

    public static IEnumerable<double> Of(Note one, NoteClause a, Note other, NoteClause b, Pairing pairing)
    {
        var (ownA, ownB) = (NoteTraits.Own(a, b, pairing), NoteTraits.Own(b, a, pairing));
        foreach (var role in Told)
        {
            var (x, y) = (a.Roles.GetValueOrDefault(role) ?? [], b.Roles.GetValueOrDefault(role) ?? []);
            var shared = x.Count == 0 || y.Count == 0 ? 0 : x.Max(w => pairing.Words.Best(w, y));
            yield return x.Any(w => Holds(ownA, w)) && y.Any(w => Holds(ownB, w)) ? 1 - shared : 0;
            yield return shared;
        }

        foreach (var kind in Kinds)
        {
            yield return ownA.Exists(w => Is(w, kind)) && ownB.Exists(w => Is(w, kind)) ? 1 : 0;
        }

        var (namesA, namesB) = (ownA.Count(IsName), ownB.Count(IsName));
        yield return Math.Min(namesA, namesB);
        yield return Yes(namesA > 0 != namesB > 0);
        var lowA = ownA.Where(w => !IsName(w)).ToList();
        var lowB = ownB.Where(w => !IsName(w)).ToList();
        yield return Yes(lowA.Exists(x => lowB.Exists(y => x.Kin.StandsBeside(y.Kin))));
        yield return lowA.SelectMany(x => lowB.Select(y => x.Kin.Company(y.Kin))).DefaultIfEmpty().Max();

        var (p, q) = (a.Predicate.Verb, b.Predicate.Verb);
        yield return Yes(p >= 0 && q >= 0 && a.Words[p].Kin.Opposes(b.Words[q].Kin));
        yield return Yes(Opposed(a.Words, b.Words));
        yield return Yes(Opposed(one.Around(a), b.Words) || Opposed(a.Words, other.Around(b)));
        var outcomes = Yes(Outcomes.Opposed(a.Words, b.Words));
        yield return outcomes;
        yield return outcomes * pairing.Near(one.Article, a.Claim, other.Article, b.Claim);
        yield return Yes(SameVerb(a, b, pairing) && a.Claim.Negated != b.Claim.Negated);
        yield return Company(a.Words, b.Words);
        yield return Yes(Moves(a, b, pairing) || Moves(b, a, pairing));
        yield return Yes(Countries(a.Words) is { Count: > 0 } c && Countries(b.Words) is { Count: > 0 } d && !c.Overlaps(d));
        yield return Yes(Listed(one.Words, ownA, ownB) || Listed(other.Words, ownA, ownB));
    }

    public static bool IsName(ClaimTerm w) => w.Capital && (!w.First || Thesaurus.FieldOf(w.Lower) == Field.None);

    private static bool Is(ClaimTerm w, Field kind) => !IsName(w) && Thesaurus.FieldOf(w.Lower) == kind;

    private static bool Holds(List<ClaimTerm> own, ClaimTerm w) => own.Exists(o => o.Span == w.Span);

    private static double Yes(bool x) => x ? 1 : 0;

    private static bool Opposed(IReadOnlyList<ClaimTerm> x, IReadOnlyList<ClaimTerm> y) =>
        x.Any(w => w.Weight >= 1.5 && !w.Capital && !w.IsNumber && y.Any(v => v.Weight >= 1.5 && !v.Capital && !v.IsNumber && w.Kin.Opposes(v.Kin)) && !y.Any(v => v.Base == w.Base));

    private static bool SameVerb(NoteClause a, NoteClause b, Pairing pairing) =>
        a.Words.Any(x => !x.Frame && x.Weight > 1 && Predicate.IsVerb(x) && b.Words.Any(y => !y.Frame && y.Weight > 1 && Predicate.IsVerb(y) && pairing.Words.Of(x, y) >= 0.7));

    // How near the clauses are by the company of their words, whatever the thesaurus says: the mean over the words of the one of the best in the other, the lighter way round.
    private static double Company(IReadOnlyList<ClaimTerm> a, IReadOnlyList<ClaimTerm> b)
    {
        double Way(IReadOnlyList<ClaimTerm> x, IReadOnlyList<ClaimTerm> y)
        {
            var (sum, all) = (0.0, 0.0);
            foreach (var w in x.Where(w => w.Tells && !w.Frame && w.Weight > 1))
            {
                all += w.Weight;
                sum += w.Weight * y.Where(v => v.Tells && !v.Frame && v.Weight > 1).Select(v => v.Base == w.Base ? 1 : Math.Max(0, w.Kin.Company(v.Kin))).DefaultIfEmpty().Max();
            }

            return all == 0 ? 0 : sum / all;
        }

        return Math.Min(Way(a, b), Way(b, a));
    }

    // Who does it in the one has it done to them in the other.
    private static bool Moves(NoteClause a, NoteClause b, Pairing pairing) =>
        a.Predicate.Doer.Any(i => b.Predicate.Object.Any(j => pairing.Words.Of(a.Words[i], b.Words[j]) >= 0.9)) && a.Predicate.Object.Any(i => b.Predicate.Doer.Any(j => pairing.Words.Of(a.Words[i], b.Words[j]) >= 0.9));

    private static HashSet<string> Countries(IReadOnlyList<ClaimTerm> words) => [.. words.Where(w => w.Country is not null).Select(w => w.Country!)];

    // One note has a filler of either side in itself: two members of one list, or a position that it reports beside its own.
    private static bool Listed(IReadOnlyList<ClaimTerm> words, List<ClaimTerm> x, List<ClaimTerm> y) =>
        x.Exists(w => words.Any(v => v.Base == w.Base)) && y.Exists(w => words.Any(v => v.Base == w.Base));
}
