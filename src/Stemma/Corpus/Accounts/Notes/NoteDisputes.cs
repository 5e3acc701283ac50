namespace Stemma.Corpus.Accounts.Notes;

/// <summary>On which point do two notes of a few sentences deny, contradict, update or agree with each other?</summary>
/// <remarks>
/// Every two of their clauses are weighed by all that is known of them, and what is learned decides; longer texts share words everywhere and are read by rules
/// (<see cref="DisputeReader"/>). An update or two things that both hold are told as the rules read them, where the clauses are not in dispute.
/// </remarks>
public static class NoteDisputes
{
    // A shown dispute has its clauses to itself: what else is laid against them is a candidate.
    private const double Shown = 0.5;
    private const double MostOfSecond = 0.49;

    internal static IEnumerable<Candidate> Between(ClaimedArticle first, ClaimedArticle last, double story)
    {
        var (one, other) = (NoteReader.Of(first), NoteReader.Of(last));
        var pairing = new Pairing(one.Article, other.Article);
        var taken = new HashSet<NoteClause>(ReferenceEqualityComparer.Instance);
        var weighed = Weighed(one, other, pairing, story).Select(w => (w.A, w.B, w.Signs, w.Readings, Points: NoteWeights.Points(w.Signs))).OrderByDescending(w => NoteWeights.Sum(w.Points)).ThenBy(w => w.A.Claim.Number).ThenBy(w => w.B.Claim.Number).ToList();
        foreach (var (a, b, signs, readings, points) in weighed)
        {
            // "23 British envoys" and "60 Russian envoys" are two counts; a sentence that both tell word for word is in dispute between nobody. Too rare in the pairs to be learned.
            if (NoteGates.PeoplesDiffer(a, b) || other.Tells(a) || one.Tells(b))
            {
                continue;
            }

            var relation = NoteWeights.Denies(signs) || NoteGates.RejectsInWords(signs) ? DisputeRelation.Denies : DisputeRelation.Contradicts;
            var (slot, told, inWords) = (NoteSlots.Of(points), NoteWeights.Dispute(points), NoteGates.RejectsInWords(signs) || NoteGates.TellsAnotherTime(signs));
            var sure = !NoteGates.GivesReason(relation, slot, signs) || NoteGates.OwnPartOnly(a, b) || (slot == Slot.When && NoteGates.OfOthers(one, a, other, b)) ? Math.Min(told, MostOfSecond)
                : inWords ? Math.Max(told, Shown) : told;
            if (sure < Shown && readings.Where(c => c.Relation is DisputeRelation.Updates or DisputeRelation.Compatible).OrderByDescending(c => c.Confidence).FirstOrDefault() is { } harmless)
            {
                yield return harmless;
                continue;
            }

            var second = sure >= Shown && (taken.Contains(a) || taken.Contains(b));
            if (sure >= Shown && !second)
            {
                taken.UnionWith([a, b]);
            }

            yield return new(relation, slot, a.Claim, b.Claim, a.Claim.Span, b.Claim.Span, second ? MostOfSecond : sure, NoteReasons.Of(relation, slot, one, a, other, b, pairing)) { Summed = !inWords || told < Shown };
        }
    }

    /// <summary>The signs of every two clauses of two notes, for training; none where a text is longer than a note.</summary>
    public static IEnumerable<(TextSpan First, TextSpan Second, double[] Signs)> SignsBetween(ArticleFindings first, ArticleFindings second, double story)
    {
        var (plainOne, plainOther) = (ClaimReader.Read(first), ClaimReader.Read(second));
        if (!Note.Is(plainOne) || !Note.Is(plainOther))
        {
            return [];
        }

        var (one, other) = (NoteReader.Of(plainOne), NoteReader.Of(plainOther));
        return Weighed(one, other, new Pairing(one.Article, other.Article), story).Select(w => (w.A.Claim.Span, w.B.Claim.Span, w.Signs));
    }

    private static IEnumerable<(NoteClause A, NoteClause B, double[] Signs, IReadOnlyList<Candidate> Readings)> Weighed(Note one, Note other, Pairing pairing, double story)
    {
        var readings = DisputeReader.Readings(one.Article, other.Article, pairing);
        foreach (var a in one.Clauses)
        {
            foreach (var b in other.Clauses)
            {
                IReadOnlyList<Candidate> read = readings.GetValueOrDefault((a.Claim, b.Claim)) ?? [];
                yield return (a, b, NoteSigns.Of(one, a, other, b, pairing, story, read), read);
            }
        }
    }
}
