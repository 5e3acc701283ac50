using Stemma.Words;

namespace Stemma.Corpus.Accounts.Notes;

/// <summary>All that is asked of two clauses of two notes, as numbers in one order: what the rules read, what stands around, who fills which place, figures, times, votes, wording, and the company that the words keep.</summary>
/// <remarks>No sign knows a word of its own: what is learned on invented towns must hold of real ones. The company tells what kind of thing is spoken of, and how.</remarks>
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

    // "+" can only speak for a dispute, "-" only against one, "=" both, "x" is not asked: what it counts (days between, length) follows from how the pairs were written.
    // Without directions, and with trees, the learned holds on pairs of the same pen and fails on those of another (training/README.md).
    private static readonly string[] Marked = [.. OfRules, .. Readings, .. NoteContext.Marked, .. NoteFillers.Marked, .. NoteWording.Marked, .. NoteConclusions.Marked, .. NoteShades.Marked, .. Enumerable.Range(1, Likeness.Size).Select(d => $"=company-{d}")];

    public static readonly string[] Names = [.. Marked.Select(m => m[1..])];

    /// <summary>1, -1, 0, or null for a sign that is not asked.</summary>
    public static readonly int?[] Directions = [.. Marked.Select(m => m[0] switch { '+' => 1, '-' => -1, '=' => (int?)0, _ => null })];

    public static double[] Of(Note one, NoteClause a, Note other, NoteClause b, Pairing pairing, double story, IReadOnlyList<Candidate> readings) =>
    [
        .. DisputeSigns.Of(one.Article, a.Claim, other.Article, b.Claim, pairing, story, readings),
        .. Read(readings),
        .. NoteContext.Of(one, a, other, b, pairing),
        .. NoteFillers.Of(one, a, other, b, pairing),
        .. NoteWording.Of(one, a, other, b, pairing),
        .. NoteConclusions.Of(one, a, other, b, pairing),
        .. NoteShades.Of(one, a, other, b, pairing),
        .. a.Company.Zip(b.Company, (x, y) => x + y),
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
}
