namespace Stemma.Corpus.Accounts.Notes;

/// <summary>What is shown between two notes whatever the sum of all signs says, and what is not?</summary>
/// <remarks>Too rare in the pairs to be learned, or nothing that a reader could be told.</remarks>
internal static class NoteGates
{
    /// <summary>A denial that says itself what it rejects, and that is what the other tells: shown whatever the sum of all signs says.</summary>
    /// <remarks>On our own pairs 6 right and 1 wrong; a step wider 12 and 4. Most denials of notes name the thing in other words, and there the sum decides.</remarks>
    public static bool RejectsInWords(double[] signs) =>
        signs[SaysWhat] > 0 && signs[NamesClaim] >= 0.6 && signs[Fit] >= 0.3 && signs[BothDeny] + signs[TakenBack] + signs[NoToo] + signs[Turned] + signs[MoodsDiffer] + signs[HangsOn] == 0;

    /// <summary>The same thing told of another day or hour, and nothing that could explain it: shown whatever the sum of all signs says.</summary>
    public static bool TellsAnotherTime(double[] signs) => signs[TimeClean] >= 0.5 && signs[Fit] >= 0.7 && signs[VerbMeets] >= 0.9 && signs[LaterWords] + signs[MoodsDiffer] + signs[FutureOne] == 0;

    /// <summary>A rejection needs a word that rejects, other figures something alike that both count: without, nobody could say in plain words what stands against what.</summary>
    /// <remarks>Of our own pairs, pens left out, the second keeps back 1.5 of 41 found in a hundred, and 2 of 10 wrong ones of typed-dev. That a rival person or place needs clauses alike in words kept back 6 in a hundred, precision level.</remarks>
    public static bool GivesReason(DisputeRelation relation, Slot slot, double[] signs) =>
        relation == DisputeRelation.Denies ? Array.Exists(Rejecting, i => signs[i] > 0)
        : slot == Slot.HowMany ? signs[FigureUnits] >= AlikeUnits
        : !Telling.TryGetValue(slot, out var telling) || Array.Exists(telling, i => signs[i] > 0);

    // "silos" and "lorries" meet in nothing but that both are counted.
    private const double AlikeUnits = 0.4;

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

    /// <summary>Each clause names people or places that the other note never does, one of them two ("the envoy met the king on Monday", "the writer vanished on 2 May"): another deed has another day.</summary>
    public static bool OfOthers(Note one, NoteClause a, Note other, NoteClause b) => (Others(a, other), Others(b, one)) is var (here, there) && Math.Max(here, there) >= ManyOthers && Math.Min(here, there) > 0;

    private const int ManyOthers = 2;

    private static int Others(NoteClause clause, Note against) =>
        clause.Words.Where(w => !w.Frame && w.Capital && !w.First && !w.IsNumber && !TimeReader.IsWeekday(w.Lower) && !TimeReader.IsMonth(w.Lower) && w.Lower != "may")
            .Select(w => w.Base).Distinct(StringComparer.Ordinal).Count(name => !against.Words.Any(v => v.Base == name));

    // By what a clause tells a vote, a time or a place at all.
    private static readonly Dictionary<Slot, int[]> Telling = new()
    {
        [Slot.Vote] = Places("vote-both", "vote-clash"),
        [Slot.When] = Places("hour-clash", "day-clash", "month-clash", "year-clash", "time-words-both", "times-clash", "before-against-after"),
        [Slot.Where] = Places("places", "rival-place", "towns-apart"),
    };

    private static int[] Places(params string[] names) => [.. names.Select(n => Array.IndexOf(NoteSigns.Names, n))];

    private static readonly int TimeClean = Array.IndexOf(NoteSigns.Names, "time-clean");
    private static readonly int VerbMeets = Array.IndexOf(NoteSigns.Names, "verb-meets");
    private static readonly int LaterWords = Array.IndexOf(NoteSigns.Names, "later-words");
    private static readonly int FutureOne = Array.IndexOf(NoteSigns.Names, "future-one");
    private static readonly int[] Rejecting = Places("denial", "not-in-one", "read-denial", "read-not");
    private static readonly int FigureUnits = Array.IndexOf(NoteSigns.Names, "figure-units");
    private static readonly int SaysWhat = Array.IndexOf(NoteSigns.Names, "denial-says-what");
    private static readonly int NamesClaim = Array.IndexOf(NoteSigns.Names, "denial-names-claim");
    private static readonly int Fit = Array.IndexOf(NoteSigns.Names, "fit");
    private static readonly int BothDeny = Array.IndexOf(NoteSigns.Names, "both-deny");
    private static readonly int TakenBack = Array.IndexOf(NoteSigns.Names, "taken-back");
    private static readonly int NoToo = Array.IndexOf(NoteSigns.Names, "says-no-too");
    private static readonly int Turned = Array.IndexOf(NoteSigns.Names, "turned");
    private static readonly int MoodsDiffer = Array.IndexOf(NoteSigns.Names, "moods-differ");
    private static readonly int HangsOn = Array.IndexOf(NoteSigns.Names, "hangs-on");
}
