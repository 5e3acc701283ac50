using Stemma.Words;

namespace Stemma.Corpus.Accounts.Notes;

/// <summary>In which words does each of two notes tell it: alike or not, which figures, times and votes, how surely, and as the later news or the earlier?</summary>
internal static class NoteWording
{
    /// <summary>Marked as in <see cref="NoteSigns"/>.</summary>
    public static readonly string[] Marked =
    [
        "-fit-rank", "+fit-beyond-next", "+notes-alike", "+notes-alike-least", "+names-apart", "+low-words-alike",
        "+denial-names-claim", "-both-deny", "=negations-sum",
        "+figure-units", "+figure-ratio", "-figure-bound", "-figure-later-larger", "-figure-same", "=figure-kinds", "-figure-modifiers", "-figures-of-other-met", "=figure-share", "=figure-money", "=figure-measure",
        "+hour-clash", "+day-clash", "-month-clash", "-year-clash", "-note-times-meet", "=time-words-both", "+before-against-after",
        "+vote-both", "+vote-clash", "=vote-one", "=voting",
        "+rival-words", "=rival-words-both", "=hedge-one", "-hedge-both", "=belief-one", "-future-one", "-condition-one", "-fact-against-open", "=direct-one", "=own-voice-one", "-same-actor", "=quote-differs",
        "-later-words", "-earlier-words", "-corrects", "-parts-around", "-addition-one", "-list-cue", "=scope-places", "=definite-both",
    ];

    public static IEnumerable<double> Of(Note one, NoteClause a, Note other, NoteClause b, Pairing pairing)
    {
        var (x, y) = (a.Claim, b.Claim);

        // Is this the pair of clauses that fits best of all?
        var fit = pairing.Align(x, y);
        var rest = one.Clauses.SelectMany(c => other.Clauses.Where(d => c != a || d != b).Select(d => pairing.Align(c.Claim, d.Claim))).ToList();
        yield return rest.Count(r => r > fit);
        yield return fit - rest.DefaultIfEmpty().Max();

        // The notes as wholes.
        var (ab, ba) = (pairing.Words.Covered(one.Words, other.Words), pairing.Words.Covered(other.Words, one.Words));
        yield return Math.Max(ab, ba);
        yield return Math.Min(ab, ba);
        var (namesHere, namesThere) = (NamesIn(one.Words), NamesIn(other.Words));
        yield return namesHere.Count == 0 || namesThere.Count == 0 ? -1 : (double)namesHere.Count(namesThere.Contains) / Math.Min(namesHere.Count, namesThere.Count);
        yield return Math.Min(pairing.Words.Covered(Low(one.Words), Low(other.Words)), pairing.Words.Covered(Low(other.Words), Low(one.Words)));

        // Denials.
        yield return Math.Max(NoteConclusions.Reaches(one, a, b, pairing), NoteConclusions.Reaches(other, b, a, pairing));
        yield return Yes((x.Denial is not null || x.Negated) && (y.Denial is not null || y.Negated));
        yield return x.Negations.Count + y.Negations.Count;

        foreach (var value in Figures(one, a, other, b, pairing))
        {
            yield return value;
        }

        var (meet, clash, kind) = NoteTimes.Between(x, y);
        yield return Yes(clash && kind == TimeKind.Hour);
        yield return Yes(clash && kind == TimeKind.Day);
        yield return Yes(clash && kind == TimeKind.Month);
        yield return Yes(clash && kind == TimeKind.Year);
        yield return Yes(meet);
        yield return Yes(Timed(x)) + Yes(Timed(y));
        yield return Yes((Says(x, "before") && Says(y, "after")) || (Says(x, "after") && Says(y, "before")));

        yield return Yes(a.Vote is not null && b.Vote is not null);
        yield return Yes(NoteVotes.Clash(one, a, other, b) is not null);
        yield return Yes((a.Vote is not null) != (b.Vote is not null));
        yield return Yes(NoteVotes.Voting(one)) + Yes(NoteVotes.Voting(other));

        // How each is held.
        var (rivalA, rivalB) = (Sentence(one, a, "note-rival-phrase"), Sentence(other, b, "note-rival-phrase"));
        yield return Yes(rivalA || rivalB);
        yield return Yes(rivalA && rivalB);
        var (hedgeA, hedgeB) = (Hedged(a), Hedged(b));
        yield return Yes(hedgeA != hedgeB);
        yield return Yes(hedgeA && hedgeB);
        yield return Yes(NoteWords.Any("belief", a.Words) != NoteWords.Any("belief", b.Words));
        yield return Yes((x.Mood == Mood.Future) != (y.Mood == Mood.Future));
        yield return Yes((x.Mood == Mood.Condition) != (y.Mood == Mood.Condition));
        yield return Yes((x.Mood == Mood.Fact) != (y.Mood == Mood.Fact));
        yield return Yes((a.Said?.Form == Form.Direct) != (b.Said?.Form == Form.Direct));
        yield return Yes((a.Said is null) != (b.Said is null) && (a.Source.Count > 0 || b.Source.Count > 0));
        yield return Yes(a.Source.Any(w => w.Capital && b.Source.Any(v => v.Base == w.Base)));
        yield return Yes(Quoted(one, a) != Quoted(other, b));

        // Which is the later news?
        var days = Updates.DaysBetween(one.Article, other.Article);
        var late = days > 0 ? other : days < 0 ? one : null;
        var early = days > 0 ? one : days < 0 ? other : null;
        yield return late is null ? 0 : late.Words.Count(w => ClaimWords.Is("later", w.Lower)) + Yes(NoteWords.Phrase("later-phrase", late.Words));
        yield return early is null ? 0 : early.Words.Count(w => ClaimWords.Is("open", w.Lower)) + early.Words.Count(w => w.Lower is "yet" or "still" or "so");
        yield return late is null ? 0 : late.Words.Count(w => ClaimWords.Is("correction", w.Lower));
        yield return Yes(Scope.Words(NoteTraits.Wide(a), NoteTraits.Wide(b)));
        yield return Yes(NoteTraits.Adds(a)) + Yes(NoteTraits.Adds(b));
        yield return one.Words.Concat(other.Words).Count(w => ClaimWords.Is("list-cue", w.Lower));
        var (placesA, placesB) = (NoteTraits.Places(one.Words), NoteTraits.Places(other.Words));
        yield return placesA.Count == 0 || placesB.Count == 0 ? -1 : placesA.Count(placesB.Contains);
        yield return Yes(a.Words.Any(w => w.Lower == "the") && b.Words.Any(w => w.Lower == "the"));
    }

    // Of the two figures that meet best in what they count.
    private static IEnumerable<double> Figures(Note one, NoteClause a, Note other, NoteClause b, Pairing pairing)
    {
        var best = (Likeness: -1.0, F: (ClaimFigure?)null, G: (ClaimFigure?)null);
        foreach (var f in a.Claim.Figures)
        {
            foreach (var g in b.Claim.Figures.Where(g => g.Kind == f.Kind))
            {
                var likeness = FigureClashes.UnitLikeness(a.Claim, f, b.Claim, g, pairing);
                best = likeness > best.Likeness ? (likeness, f, g) : best;
            }
        }

        if (best is not { F: { } here, G: { } there })
        {
            return [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        }

        var (low, high) = ((double)(here.Low ?? here.High ?? 0), (double)(there.Low ?? there.High ?? 0));
        var days = Updates.DaysBetween(one.Article, other.Article);
        return
        [
            best.Likeness,
            low <= 0 || high <= 0 ? 0 : Math.Min(10, Math.Abs(Math.Log(low / high))),
            Yes(here.Low != here.High) + Yes(there.Low != there.High),
            Yes(days > 0 ? high > low : days < 0 && low > high),
            Yes(FigureClashes.Meet(here, there)),
            a.Claim.Figures.Count(f => b.Claim.Figures.Any(g => g.Kind == f.Kind)),
            Modifiers(a.Words, here).Except(Modifiers(b.Words, there), StringComparer.Ordinal).Count() + Modifiers(b.Words, there).Except(Modifiers(a.Words, here), StringComparer.Ordinal).Count(),
            Yes(Met(here, a, other, pairing)) + Yes(Met(there, b, one, pairing)),
            Yes(here.Kind == FigureKind.Share),
            Yes(here.Kind == FigureKind.Money),
            Yes(here.Kind == FigureKind.Measure),
        ];
    }

    // Words between a figure and what it counts, and right behind it: "nine female teachers", "40 wounded in the capital".
    private static HashSet<string> Modifiers(IReadOnlyList<ClaimTerm> words, ClaimFigure figure) =>
        [.. words.Skip(figure.Word + figure.Words).Take(4).Where(w => w.Weight > 1.5 && !w.IsNumber).Select(w => w.Base)];

    private static bool Met(ClaimFigure figure, NoteClause clause, Note note, Pairing pairing) =>
        note.Clauses.Any(c => c.Claim.Figures.Any(g => g.Kind == figure.Kind && FigureClashes.Meet(figure, g) && FigureClashes.UnitLikeness(clause.Claim, figure, c.Claim, g, pairing) >= 0.6));

    private static bool Timed(Claim claim) => claim.Times.Any(t => !t.Saying);

    private static bool Says(Claim claim, string word) => claim.Words.Any(w => w.Lower == word);

    private static bool Sentence(Note note, NoteClause clause, string role) => NoteWords.Phrase(role, note.Article.Sentences[clause.Claim.Sentence]);

    private static bool Hedged(NoteClause clause) => clause.Claim.Words.Any(w => ClaimWords.Is("hedge-cause", w.Lower) || w.Lower is "may" or "might" or "could" or "apparently" or "reportedly" or "allegedly" or "appears" or "seems" or "appeared" or "seemed");

    private static bool Quoted(Note note, NoteClause clause) => clause.Claim.Span.Of(note.Article.Text).AsSpan().IndexOfAny("\"“”") >= 0;

    private static HashSet<string> NamesIn(IReadOnlyList<ClaimTerm> words) => [.. words.Where(w => w.Capital && !w.First && w.Weight > 2 && !w.Lower.EndsWith("day", StringComparison.Ordinal) && !TimeReader.IsMonth(w.Lower)).Select(w => w.Base)];

    private static List<ClaimTerm> Low(IReadOnlyList<ClaimTerm> words) => [.. words.Where(w => !w.Capital)];

    private static double Yes(bool x) => x ? 1 : 0;
}
