using Stemma.Words;

namespace Stemma.Corpus.Accounts.Notes;

/// <summary>What does a clause of a note bear by itself: words of its own, persons, places, a reason, a no, somebody who saw it?</summary>
internal static class NoteTraits
{
    /// <summary>Words of weight that nothing in the other clause comes near.</summary>
    public static List<ClaimTerm> Own(NoteClause a, NoteClause b, Pairing pairing) =>
        [.. a.Words.Where(w => !w.Frame && w.Weight > 2 && !w.IsNumber && !ClaimWords.IsForm("report-verb", w.Lower) && pairing.Words.Best(w, b.Words) < 0.5)];

    public static bool IsPerson(ClaimTerm w) => (w.Capital && !w.First) || Thesaurus.FieldOf(w.Lower) is Field.Person or Field.Group;

    public static bool Placed(NoteClause clause, List<ClaimTerm> own)
    {
        for (var i = 0; i + 1 < clause.Words.Count; i++)
        {
            if (ClaimWords.Is("locative", clause.Words[i].Lower) && clause.Words.Skip(i + 1).Take(4).Any(w => own.Contains(w) && (w.Capital || Thesaurus.FieldOf(w.Lower) is Field.Location or Field.Artifact or Field.Thing)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Bases of capitalised words right behind a word of place.</summary>
    public static HashSet<string> Places(IReadOnlyList<ClaimTerm> words)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 1; i < words.Count; i++)
        {
            if (words[i].Capital && !words[i].First && !words[i].Frame && ClaimWords.Is("locative", words[i - 1].Lower) && !words[i].Lower.EndsWith("day", StringComparison.Ordinal) && !TimeReader.IsMonth(words[i].Lower))
            {
                found.Add(words[i].Base);
            }
        }

        return found;
    }

    public static bool Reason(IReadOnlyList<ClaimTerm> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (ClaimWords.Is("cause", words[i].Lower) || ClaimWords.PhraseAt("cause-phrase", words, i) > 0 || (words[i].Lower == "by" && i > 0 && words[i - 1].Lower.EndsWith("ed", StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    public static bool NoneIn(Claim claim) => claim.Negations.Any(i => claim.Words[i].Lower is "no" or "none" or "nobody" or "nothing" or "never" or "neither" || (claim.Words[i].Lower == "not" && i + 1 < claim.Words.Count && claim.Words[i + 1].Lower is "one" or "a" or "any"));

    public static bool NoIn(Claim claim) => claim.Denial is not null || claim.Negated;

    public static bool Indefinite(Claim claim) =>
        claim.Figures.Count == 0 && claim.Words.Any(w => w.Lower is "a" or "an" or "some" && !w.Frame) && !claim.Words.Any(w => w.Capital && !w.First && !w.Frame && w.Weight > 4);

    public static bool NameOrFigure(Claim claim, List<ClaimTerm> own) => claim.Figures.Count > 0 || own.Exists(w => w.Capital && !w.First);

    public static bool Ongoing(Claim claim) =>
        claim.Words.Any(w => ClaimWords.Is("open", w.Lower) || w.Lower is "yet" or "still" or "are" or "is" || ClaimWords.Is("hedge-cause", w.Lower));

    // What can be looked at, or somebody who was there.
    public static bool Seen(Note note, NoteClause clause) =>
        note.Article.Sentences[clause.Claim.Sentence].Concat(clause.Source).Any(w => NoteWords.IsForm("evidence", w.Lower));

    public static bool Adds(NoteClause clause) => clause.Words.Any(w => ClaimWords.Is("addition", w.Lower)) || NoteWords.Phrase("addition-phrase", clause.Words);

    public static Claim Wide(NoteClause clause) => clause.LeansOn.Count == 0 ? clause.Claim : clause.Claim with { Words = [.. clause.LeansOn, .. clause.Words] };
}
