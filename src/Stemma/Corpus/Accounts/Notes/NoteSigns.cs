using Stemma.Words;

namespace Stemma.Corpus.Accounts.Notes;

/// <summary>All that is asked of two clauses of two notes, as numbers in one order: what the rules read, what stands around, who fills which place, figures, times, votes, wording.</summary>
/// <remarks>No sign knows a word of its own: what is learned on invented towns must hold of real ones.</remarks>
internal static class NoteSigns
{
    // The signs of longer texts, in their order.
    private static readonly string[] OfRules =
    [
        "=bias", "+fit", "+fit-least", "+around", "+denial", "+denial-x-fit", "+denial-x-around", "+denial-says-what", "=not-in-one", "+not-in-one-x-fit",
        "+not-meets-predicate", "-not-in-both", "+figures-clash", "+figures-clash-x-fit", "-figures-meet", "+times-clash", "+times-clash-x-fit", "-times-meet",
        "+votes-clash", "+opposites", "+opposites-x-fit", "+gainsaid", "+gainsaid-x-fit", "+rival", "+rival-x-fit", "+names", "+names-x-fit", "+places", "+places-x-fit",
        "+cause", "+cause-x-fit", "-added", "-parts-differ", "-times-apart", "-to-come", "-hangs-on", "-moods-differ", "-moves-on", "-closer-word", "xlater",
        "xown-words", "=one-word-shared", "-same-speaker", "+two-speakers", "+one-speaker", "+evidence-against-word", "-countries-apart", "+it-was", "=closer-name",
        "+story", "+story-x-fit", "+read-denial", "+read-not", "+read-figures", "+read-times", "+read-votes", "+read-opposites", "+read-rival",
    ];

    private static readonly string[] Readings = ["-read-updates", "-read-compatible", "=slot-who", "=slot-what", "=slot-agent", "=slot-how-many", "=slot-when", "=slot-where", "=slot-why", "=slot-vote"];

    private static readonly string[] Told =
    [
        "-fit-rank", "+fit-beyond-next", "+notes-alike", "+notes-alike-least", "+names-apart", "+low-words-alike",
        "+denial-names-claim", "-both-deny", "=negations-sum",
        "+figure-units", "+figure-ratio", "-figure-bound", "-figure-later-larger", "-figure-same", "=figure-kinds", "-figure-modifiers", "-figures-of-other-met", "=figure-share", "=figure-money", "=figure-measure",
        "+hour-clash", "+day-clash", "-month-clash", "-year-clash", "-note-times-meet", "=time-words-both", "+before-against-after",
        "+vote-both", "+vote-clash", "=vote-one", "=voting",
        "+rival-words", "=rival-words-both", "=hedge-one", "-hedge-both", "=belief-one", "-future-one", "-condition-one", "-fact-against-open", "=direct-one", "=own-voice-one", "-same-actor", "=quote-differs",
        "-later-words", "-earlier-words", "-corrects", "-parts-around", "-addition-one", "-list-cue", "=scope-places", "=definite-both",
        "+figure-clean", "+figure-clean-x-fit", "+time-clean", "+filler-clean", "+filler-clean-x-verb", "+denial-clean", "+denial-of-name", "+denier-in-other-note", "+own-denial", "-other-scope-any", "-closer-any", "-later-any",
        "-own-part-only", "-peoples-differ", "-not-yet-known", "-other-figure-denied", "-taken-back", "-says-no-too",
    ];

    // "+" can only speak for a dispute, "-" only against one, "=" both, "x" is not asked: what it counts (days between, length) follows from how the pairs were written.
    // Without directions, and with trees, the learned holds on pairs of the same pen and fails on those of another (training/README.md).
    private static readonly string[] Marked = [.. OfRules, .. Readings, .. NoteContext.Marked, .. NoteFillers.Marked, .. Told];

    public static readonly string[] Names = [.. Marked.Select(m => m[1..])];

    /// <summary>1, -1, 0, or null for a sign that is not asked.</summary>
    public static readonly int?[] Directions = [.. Marked.Select(m => m[0] switch { '+' => 1, '-' => -1, '=' => (int?)0, _ => null })];

    public static double[] Of(Note one, NoteClause a, Note other, NoteClause b, Pairing pairing, double story, IReadOnlyList<Candidate> readings) =>
    [
        .. DisputeSigns.Of(one.Article, a.Claim, other.Article, b.Claim, pairing, story, readings),
        .. Read(readings),
        .. NoteContext.Of(one, a, other, b, pairing),
        .. NoteFillers.Of(one, a, other, b, pairing),
        .. Wording(one, a, other, b, pairing),
    ];

    private static IEnumerable<double> Read(IReadOnlyList<Candidate> readings)
    {
        yield return readings.Where(c => c.Relation == DisputeRelation.Updates).Select(c => c.Confidence).DefaultIfEmpty().Max();
        yield return readings.Where(c => c.Relation == DisputeRelation.Compatible).Select(c => c.Confidence).DefaultIfEmpty().Max();
        foreach (var slot in new[] { Slot.Who, Slot.What, Slot.Agent, Slot.HowMany, Slot.When, Slot.Where, Slot.Why, Slot.Vote })
        {
            yield return readings.Where(c => c.Slot == slot).Select(c => c.Confidence).DefaultIfEmpty().Max();
        }
    }

    private static IEnumerable<double> Wording(Note one, NoteClause a, Note other, NoteClause b, Pairing pairing)
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
        yield return Math.Max(Reaches(one, a, b, pairing), Reaches(other, b, a, pairing));
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
        yield return Yes(Scope.Words(Wide(a), Wide(b)));
        yield return Yes(Adds(a)) + Yes(Adds(b));
        yield return one.Words.Concat(other.Words).Count(w => ClaimWords.Is("list-cue", w.Lower));
        var (placesA, placesB) = (NoteContext.Places(one.Words), NoteContext.Places(other.Words));
        yield return placesA.Count == 0 || placesB.Count == 0 ? -1 : placesA.Count(placesB.Contains);
        yield return Yes(a.Words.Any(w => w.Lower == "the") && b.Words.Any(w => w.Lower == "the"));

        foreach (var value in Conclusions(one, a, other, b, pairing))
        {
            yield return value;
        }
    }

    // What only several signs together tell: a sum cannot learn that a clash counts where nothing else explains it.
    private static IEnumerable<double> Conclusions(Note one, NoteClause a, Note other, NoteClause b, Pairing pairing)
    {
        var (x, y) = (a.Claim, b.Claim);
        var near = pairing.Near(one.Article, x, other.Article, y);
        var (placesA, placesB) = (NoteContext.Places(a.Words), NoteContext.Places(b.Words));
        var elsewhere = (placesA.Count > 0 && placesB.Count > 0 && !placesA.Overlaps(placesB)) || Scope.Words(Wide(a), Wide(b));
        var scope = elsewhere || Scope.Times(x, y) || Adds(a) || Adds(b);
        var moves = Updates.Between(one.Article, x, other.Article, y);
        var moods = x.Mood != y.Mood || x.Mood == Mood.Condition;
        var (clash, meet) = FigureClashes.Signs(one.Article, x, other.Article, y, pairing);
        var figures = clash >= 0.6 && meet == 0 && !scope && !moves && !moods && x.Negated == y.Negated;
        yield return Yes(figures);
        yield return Yes(figures) * near;
        var (_, times, kind) = NoteTimes.Between(x, y);
        yield return Yes(times && kind is TimeKind.Hour or TimeKind.Day && !elsewhere && !moves && !moods) * near;

        var (ownA, ownB) = (NoteContext.Own(a, b, pairing), NoteContext.Own(b, a, pairing));
        var closer = ownA.Exists(v => ownB.Exists(w => v.Kin.Narrows(w.Kin))) || ownA.Exists(NoteFillers.IsName) != ownB.Exists(NoteFillers.IsName);
        var role = a.Roles.Keys.Where(b.Roles.ContainsKey).Any(r => a.Roles[r].Any(w => ownA.Exists(o => o.Span == w.Span)) && b.Roles[r].Any(w => ownB.Exists(o => o.Span == w.Span)) && a.Roles[r].Max(w => pairing.Words.Best(w, b.Roles[r])) < 0.5);
        var filler = role && !scope && !moves && !moods && !closer && x.Figures.Count == y.Figures.Count;
        yield return Yes(filler) * near;
        yield return Yes(filler && a.Words.Any(v => !v.Frame && v.Weight > 1 && Predicate.IsVerb(v) && pairing.Words.Best(v, b.Words) >= 0.7));

        var no = NoIn(x) != NoIn(y);
        var (denial, claim, note, against) = NoIn(x) ? (a, b, one, other) : (b, a, other, one);
        yield return no && !moods && !moves ? Reaches(note, denial, claim, pairing) : 0;
        yield return Yes(no && denial.Words.Any(w => w.Weight > 4 && !w.Frame && claim.Words.Any(v => v.Base == w.Base)));
        yield return Yes(no && denial.Source.Any(w => w.Capital && w.Weight > 2 && against.Words.Any(v => v.Base == w.Base)));
        yield return Yes(no && denial.Words.Any(w => w.Lower is "i" or "we" or "my" or "our" or "us") && !claim.Words.Any(w => w.Lower is "i" or "we"));
        yield return Yes(elsewhere) + Yes(Scope.Times(x, y)) + Yes(Adds(a) || Adds(b));
        yield return Yes(closer);
        yield return Yes(moves) + Yes(moods);
        yield return Yes(OwnPartOnly(a, b));
        yield return Yes(PeoplesDiffer(a, b));

        // Nobody can deny what came to pass after the words were printed.
        yield return Yes(no && Updates.DaysBetween(note.Article, against.Article) > 0 && note.Article.Findings.Published?.Moment.Latest?.ToDateTime(TimeOnly.MinValue) is { } printed && claim.Claim.Times.Any(t => !t.Saying && t.From.Year > 1 && t.From >= printed));
        yield return Yes(no && denial.Claim.Denial is not null && denial.Claim.Figures.Count > 0 && claim.Claim.Figures.Count > 0 && !denial.Claim.Figures.Any(f => claim.Claim.Figures.Any(g => f.Kind == g.Kind && FigureClashes.Meet(f, g))));
        yield return Yes(no && pairing.TakenBack(against.Article, claim.Claim));
        yield return no ? against.Clauses.Where(c => c != claim && NoIn(c.Claim) && Math.Abs(c.Claim.Sentence - claim.Claim.Sentence) <= 1).Select(c => pairing.Align(c.Claim, denial.Claim)).DefaultIfEmpty().Max() : 0;
    }

    /// <summary>A denial that says itself what it rejects, and that is what the other tells: shown whatever the sum of all signs says.</summary>
    /// <remarks>On our own pairs 6 right and 1 wrong; a step wider 12 and 4. Most denials of notes name the thing in other words, and there the sum decides.</remarks>
    public static bool RejectsInWords(double[] signs) =>
        signs[SaysWhat] > 0 && signs[NamesClaim] >= 0.6 && signs[Fit] >= 0.3 && signs[BothDeny] + signs[TakenBack] + signs[NoToo] + signs[Turned] + signs[MoodsDiffer] + signs[HangsOn] == 0;

    /// <summary>A rejection needs a word that rejects, another person, place or cause a clause that tells the same else: without, nobody could say in plain words what stands against what.</summary>
    /// <remarks>Of openings of real articles on four stories it leaves 18 of 26 shown disputes, on typed-dev 30 of 34.</remarks>
    public static bool GivesReason(DisputeRelation relation, Slot slot, double[] signs) => relation == DisputeRelation.Denies
        ? Array.Exists(Rejecting, i => signs[i] > 0)
        : slot is Slot.HowMany or Slot.When or Slot.Vote || signs[Fit] >= 0.3;

    /// <summary>The same thing told of another day or hour, and nothing that could explain it: shown whatever the sum of all signs says.</summary>
    public static bool TellsAnotherTime(double[] signs) => signs[TimeClean] >= 0.5 && signs[Fit] >= 0.7 && signs[VerbMeets] >= 0.9 && signs[LaterWords] + signs[MoodsDiffer] + signs[FutureOne] == 0;

    private static readonly int TimeClean = Array.IndexOf(Names, "time-clean");
    private static readonly int VerbMeets = Array.IndexOf(Names, "verb-meets");
    private static readonly int LaterWords = Array.IndexOf(Names, "later-words");
    private static readonly int FutureOne = Array.IndexOf(Names, "future-one");
    private static readonly int[] Rejecting = [.. new[] { "denial", "not-in-one", "read-denial", "read-not" }.Select(n => Array.IndexOf(Names, n))];
    private static readonly int SaysWhat = Array.IndexOf(Names, "denial-says-what");
    private static readonly int NamesClaim = Array.IndexOf(Names, "denial-names-claim");
    private static readonly int Fit = Array.IndexOf(Names, "fit");
    private static readonly int BothDeny = Array.IndexOf(Names, "both-deny");
    private static readonly int TakenBack = Array.IndexOf(Names, "taken-back");
    private static readonly int NoToo = Array.IndexOf(Names, "says-no-too");
    private static readonly int Turned = Array.IndexOf(Names, "turned");
    private static readonly int MoodsDiffer = Array.IndexOf(Names, "moods-differ");
    private static readonly int HangsOn = Array.IndexOf(Names, "hangs-on");

    private static bool NoIn(Claim claim) => claim.Denial is not null || claim.Negated;

    /// <summary>One denies that they knew of it or took part; the other only tells that it happened.</summary>
    public static bool OwnPartOnly(NoteClause a, NoteClause b) =>
        (a.Claim.Denial is not null && Denials.DeniesOwnPart(a.Claim) && !Denials.Blames(b.Claim)) || (b.Claim.Denial is not null && Denials.DeniesOwnPart(b.Claim) && !Denials.Blames(a.Claim));

    /// <summary>Figures that could be compared count two peoples' things ("23 British envoys", "60 Russian envoys"), or what two countries did ("Britain expelled 23", "France four").</summary>
    public static bool PeoplesDiffer(NoteClause a, NoteClause b)
    {
        var alike = a.Claim.Figures.SelectMany(f => b.Claim.Figures.Where(g => g.Kind == f.Kind).Select(g => (F: f, G: g))).ToList();
        var (here, there) = (CountriesIn(a.Claim), CountriesIn(b.Claim));
        return alike.Count > 0 && (alike.TrueForAll(p => FigureClashes.OfOtherPeoples(a.Claim, p.F, b.Claim, p.G)) || (here.Except(there, StringComparer.Ordinal).Any() && there.Except(here, StringComparer.Ordinal).Any()));
    }

    private static HashSet<string> CountriesIn(Claim claim) => [.. claim.Words.Select(w => w.Country).OfType<string>()];

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

    // What stands behind the rejecting or negating words, or in the sentence before where they only point, meets the claim.
    private static double Reaches(Note note, NoteClause denial, NoteClause claim, Pairing pairing)
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

    private static Claim Wide(NoteClause clause) => clause.LeansOn.Count == 0 ? clause.Claim : clause.Claim with { Words = [.. clause.LeansOn, .. clause.Words] };

    private static bool Timed(Claim claim) => claim.Times.Any(t => !t.Saying);

    private static bool Says(Claim claim, string word) => claim.Words.Any(w => w.Lower == word);

    private static bool Sentence(Note note, NoteClause clause, string role) => NoteWords.Phrase(role, note.Article.Sentences[clause.Claim.Sentence]);

    private static bool Hedged(NoteClause clause) => clause.Claim.Words.Any(w => ClaimWords.Is("hedge-cause", w.Lower) || w.Lower is "may" or "might" or "could" or "apparently" or "reportedly" or "allegedly" or "appears" or "seems" or "appeared" or "seemed");

    private static bool Quoted(Note note, NoteClause clause) => clause.Claim.Span.Of(note.Article.Text).AsSpan().IndexOfAny("\"“”") >= 0;

    private static bool Adds(NoteClause clause) => clause.Words.Any(w => ClaimWords.Is("addition", w.Lower)) || NoteWords.Phrase("addition-phrase", clause.Words);

    private static HashSet<string> NamesIn(IReadOnlyList<ClaimTerm> words) => [.. words.Where(w => w.Capital && !w.First && w.Weight > 2 && !w.Lower.EndsWith("day", StringComparison.Ordinal) && !TimeReader.IsMonth(w.Lower)).Select(w => w.Base)];

    private static List<ClaimTerm> Low(IReadOnlyList<ClaimTerm> words) => [.. words.Where(w => !w.Capital)];

    private static double Yes(bool x) => x ? 1 : 0;
}
