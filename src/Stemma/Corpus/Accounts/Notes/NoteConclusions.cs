using Stemma.Words;

namespace Stemma.Corpus.Accounts.Notes;

/// <summary>What do only several signs of two clauses together tell?</summary>
/// <remarks>A sum cannot learn that a clash counts where nothing else explains it.</remarks>
internal static class NoteConclusions
{
    /// <summary>Marked as in <see cref="NoteSigns"/>.</summary>
    public static readonly string[] Marked =
    [
        "+figure-clean", "+figure-clean-x-fit", "+time-clean", "+filler-clean", "+filler-clean-x-verb", "+denial-clean", "+denial-of-name", "+denier-in-other-note", "+own-denial", "-other-scope-any", "-closer-any", "-later-any",
        "-own-part-only", "-peoples-differ", "-not-yet-known", "-other-figure-denied", "-taken-back", "-says-no-too",
    ];

    public static IEnumerable<double> Of(Note one, NoteClause a, Note other, NoteClause b, Pairing pairing)
    {
        var (x, y) = (a.Claim, b.Claim);
        var near = pairing.Near(one.Article, x, other.Article, y);
        var (placesA, placesB) = (NoteTraits.Places(a.Words), NoteTraits.Places(b.Words));
        var elsewhere = (placesA.Count > 0 && placesB.Count > 0 && !placesA.Overlaps(placesB)) || Scope.Words(NoteTraits.Wide(a), NoteTraits.Wide(b));
        var scope = elsewhere || Scope.Times(x, y) || NoteTraits.Adds(a) || NoteTraits.Adds(b);
        var moves = Updates.Between(one.Article, x, other.Article, y);
        var moods = x.Mood != y.Mood || x.Mood == Mood.Condition;
        var (clash, meet) = FigureClashes.Signs(one.Article, x, other.Article, y, pairing);
        var figures = clash >= 0.6 && meet == 0 && !scope && !moves && !moods && x.Negated == y.Negated;
        yield return Yes(figures);
        yield return Yes(figures) * near;
        var (_, times, kind) = NoteTimes.Between(x, y);
        yield return Yes(times && kind is TimeKind.Hour or TimeKind.Day && !elsewhere && !moves && !moods) * near;

        var (ownA, ownB) = (NoteTraits.Own(a, b, pairing), NoteTraits.Own(b, a, pairing));
        var closer = ownA.Exists(v => ownB.Exists(w => v.Kin.Narrows(w.Kin))) || ownA.Exists(NoteFillers.IsName) != ownB.Exists(NoteFillers.IsName);
        var role = a.Roles.Keys.Where(b.Roles.ContainsKey).Any(r => a.Roles[r].Any(w => ownA.Exists(o => o.Span == w.Span)) && b.Roles[r].Any(w => ownB.Exists(o => o.Span == w.Span)) && a.Roles[r].Max(w => pairing.Words.Best(w, b.Roles[r])) < 0.5);
        var filler = role && !scope && !moves && !moods && !closer && x.Figures.Count == y.Figures.Count;
        yield return Yes(filler) * near;
        yield return Yes(filler && a.Words.Any(v => !v.Frame && v.Weight > 1 && Predicate.IsVerb(v) && pairing.Words.Best(v, b.Words) >= 0.7));

        var no = NoteTraits.NoIn(x) != NoteTraits.NoIn(y);
        var (denial, claim, note, against) = NoteTraits.NoIn(x) ? (a, b, one, other) : (b, a, other, one);
        yield return no && !moods && !moves ? Reaches(note, denial, claim, pairing) : 0;
        yield return Yes(no && denial.Words.Any(w => w.Weight > 4 && !w.Frame && claim.Words.Any(v => v.Base == w.Base)));
        yield return Yes(no && denial.Source.Any(w => w.Capital && w.Weight > 2 && against.Words.Any(v => v.Base == w.Base)));
        yield return Yes(no && denial.Words.Any(w => w.Lower is "i" or "we" or "my" or "our" or "us") && !claim.Words.Any(w => w.Lower is "i" or "we"));
        yield return Yes(elsewhere) + Yes(Scope.Times(x, y)) + Yes(NoteTraits.Adds(a) || NoteTraits.Adds(b));
        yield return Yes(closer);
        yield return Yes(moves) + Yes(moods);
        yield return Yes(NoteGates.OwnPartOnly(a, b));
        yield return Yes(NoteGates.PeoplesDiffer(a, b));

        // Nobody can deny what came to pass after the words were printed.
        yield return Yes(no && Updates.DaysBetween(note.Article, against.Article) > 0 && note.Article.Findings.Published?.Moment.Latest?.ToDateTime(TimeOnly.MinValue) is { } printed && claim.Claim.Times.Any(t => !t.Saying && t.From.Year > 1 && t.From >= printed));
        yield return Yes(no && denial.Claim.Denial is not null && denial.Claim.Figures.Count > 0 && claim.Claim.Figures.Count > 0 && !denial.Claim.Figures.Any(f => claim.Claim.Figures.Any(g => f.Kind == g.Kind && FigureClashes.Meet(f, g))));
        yield return Yes(no && pairing.TakenBack(against.Article, claim.Claim));
        yield return no ? against.Clauses.Where(c => c != claim && NoteTraits.NoIn(c.Claim) && Math.Abs(c.Claim.Sentence - claim.Claim.Sentence) <= 1).Select(c => pairing.Align(c.Claim, denial.Claim)).DefaultIfEmpty().Max() : 0;
    }

    // What stands behind the rejecting or negating words, or in the sentence before where they only point, meets the claim.
    public static double Reaches(Note note, NoteClause denial, NoteClause claim, Pairing pairing)
    {
        if (denial.Claim.Denial is null && !denial.Claim.Negated)
        {
            return 0;
        }

        var from = denial.Claim.Denial is { } cue ? cue.End : denial.Words[denial.Claim.Negations[0]].Span.End;
        List<ClaimTerm> rejected = [.. denial.Words.Where(w => w.Span.Begin >= from && w.Weight > 1 && !ClaimWords.Is("claim-noun", w.Lower)).Take(10)];
        var here = rejected.Count == 0 ? 0 : pairing.Words.Covered(rejected, claim.Words);
        return rejected.Count < 3 && denial.Claim.Sentence > 0 ? Math.Max(here, 0.9 * pairing.Words.Covered(claim.Words, note.Article.Sentences[denial.Claim.Sentence - 1])) : here;
    }

    private static double Yes(bool x) => x ? 1 : 0;
}
