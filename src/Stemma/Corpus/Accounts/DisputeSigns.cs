using System.Globalization;
using Stemma.Words;

namespace Stemma.Corpus.Accounts;

/// <summary>How likely is it that two clauses of two articles cannot both hold? From signs that know no topic: what they share, who negates, which figures, times and votes clash.</summary>
/// <remarks>A logistic sum, learned on authored pairs by `training disputes`; its weights can be read in Data/dispute-weights.tsv, one line a sign.</remarks>
internal static class DisputeSigns
{
    public static readonly string[] Names =
    [
        "bias", "fit", "fit-least", "around", "denial", "denial-x-fit", "denial-x-around", "denial-says-what", "not-in-one", "not-in-one-x-fit", "not-meets-predicate", "not-in-both",
        "figures-clash", "figures-clash-x-fit", "figures-meet", "times-clash", "times-clash-x-fit", "times-meet", "votes-clash", "opposites", "opposites-x-fit",
        "gainsaid", "gainsaid-x-fit", "rival", "rival-x-fit", "names", "names-x-fit", "places", "places-x-fit", "cause", "cause-x-fit",
        "added", "parts-differ", "times-apart", "to-come", "hangs-on", "moods-differ", "moves-on", "closer-word", "later", "own-words", "one-word-shared",
        "same-speaker", "two-speakers", "one-speaker", "evidence-against-word", "countries-apart", "it-was", "closer-name", "story", "story-x-fit",
        "read-denial", "read-not", "read-figures", "read-times", "read-votes", "read-opposites", "read-rival",
    ];

    /// <summary>From here on the signs are what the rules read.</summary>
    public static readonly int FirstReading = Array.IndexOf(Names, "read-denial");

    private static readonly Lazy<double[]> Weights = new(() =>
    {
        var rows = Resource.Rows("Corpus/Accounts/Data/dispute-weights.tsv").ToDictionary(r => r[0], r => double.Parse(r[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return [.. Names.Select(n => rows.GetValueOrDefault(n))];
    });

    public static double Confidence(double[] signs)
    {
        var sum = 0.0;
        for (var i = 0; i < signs.Length; i++)
        {
            sum += signs[i] * Weights.Value[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }

    public static double[] Of(ClaimedArticle one, Claim a, ClaimedArticle other, Claim b, Pairing pairing, double story, IReadOnlyList<Candidate> readings)
    {
        var (ab, ba) = pairing.Both(a, b);
        var fit = Math.Max(ab, ba);
        var around = Math.Max(pairing.AlignAround(other, b, a), pairing.AlignAround(one, a, b));
        var denial = (a.Denial is null) != (b.Denial is null) ? 1.0 : 0;
        var says = (a.Denial is not null && a.DenialSaysWhat) || (b.Denial is not null && b.DenialSaysWhat) ? denial : 0;
        var notOne = denial == 0 && a.Negated != b.Negated ? 1.0 : 0;
        var predicate = notOne == 0 ? 0 : a.Negated ? pairing.NegatedPart(a, b) : pairing.NegatedPart(b, a);
        var (clash, meet) = FigureClashes.Signs(one, a, other, b, pairing);
        var (timesClash, timesMeet) = TimeClashes.Signs(a, b);
        var votes = VoteClashes.Clash(one, a, other, b) ? 1.0 : 0;
        var opposites = Opposites.Clash(a, b, pairing) ? 1.0 : 0;
        var rival = RivalSigns.Of(one, a, other, b, pairing);
        double Yes(bool x) => x ? 1 : 0;
        double Reading(Func<Candidate, bool> kind) => readings.Where(c => c.Relation is DisputeRelation.Denies or DisputeRelation.Contradicts && kind(c)).Select(c => c.Confidence).DefaultIfEmpty().Max();
        return
        [
            1, fit, Math.Min(ab, ba), around, denial, denial * fit, denial * around, says, notOne, notOne * fit, predicate, Yes((a.Negated || a.Denial is not null) && (b.Negated || b.Denial is not null)),
            clash, clash * fit, meet, timesClash, timesClash * fit, timesMeet, votes, opposites, opposites * fit,
            Yes(rival.Gainsaid), Yes(rival.Gainsaid) * fit, Yes(rival.Rival), Yes(rival.Rival) * fit, Yes(rival.Names), Yes(rival.Names) * fit,
            Yes(rival.Slot == Slot.Where), Yes(rival.Slot == Slot.Where) * fit, Yes(rival.Cause), Yes(rival.Cause) * fit,
            Yes(rival.Added), Yes(Scope.Words(a, b)), Yes(Scope.Times(a, b)), Yes(a.Mood == Mood.Future || b.Mood == Mood.Future), Yes(a.Mood == Mood.Condition || b.Mood == Mood.Condition), Yes(a.Mood != b.Mood),
            Yes(Updates.Between(one, a, other, b)), Yes(rival.Narrower), Yes(Updates.DaysBetween(one, other) != 0), Math.Min(1, rival.Own / 20), Yes(pairing.SharedTelling(a, b) <= 1),
            Yes(Speakers(a, b) == 3), Yes(Speakers(a, b) == 2), Yes(Speakers(a, b) == 1), Yes(Evidence(a) != Evidence(b)), Yes(one.Countries.Count > 0 && other.Countries.Count > 0 && !one.Countries.Overlaps(other.Countries)),
            Yes(ItWas(a) || ItWas(b)), Yes(rival.CloserName), story, story * fit,
            Reading(c => c.Relation == DisputeRelation.Denies && (a.Denial ?? b.Denial) is not null), Reading(c => c.Relation == DisputeRelation.Denies && (a.Denial ?? b.Denial) is null),
            Reading(c => c.Slot == Slot.HowMany), Reading(c => c.Slot == Slot.When), Reading(c => c.Slot == Slot.Vote && c.Relation == DisputeRelation.Contradicts), Reading(c => c.Slot == Slot.What), Reading(c => c.Slot is Slot.Who or Slot.Where or Slot.Agent or Slot.Why),
        ];
    }

    // 3: both are handed over by a source with a noun in common; 2: by two; 1: only one is; 0: none.
    private static int Speakers(Claim a, Claim b)
    {
        var (x, y) = (Source(a), Source(b));
        return x.Count == 0 && y.Count == 0 ? 0 : x.Count == 0 || y.Count == 0 ? 1 : x.Overlaps(y) ? 3 : 2;
    }

    private static HashSet<string> Source(Claim claim) =>
        [.. claim.Words.Where(w => w.Frame && w.Lower.Length > 2 && !ClaimWords.IsForm("report-verb", w.Lower) && Background.Rarity(Stem.Of(w.Lower)) > 1.1).Select(w => w.Base)];

    // The words rest on a thing that can be looked at: a record, a picture, a count.
    private static bool Evidence(Claim claim) => claim.Words.Any(w => ClaimWords.IsForm("evidence", w.Lower));

    // "It was the vice-president who …", "she alone", "himself": the one is set against another.
    private static bool ItWas(Claim claim) =>
        (claim.Words.Count > 2 && claim.Words[0].Lower is "it" or "what" && claim.Words.Take(8).Any(w => w.Lower is "was" or "is")) || claim.Words.Any(w => w.Lower is "alone" or "herself" or "himself" or "themselves");
}
