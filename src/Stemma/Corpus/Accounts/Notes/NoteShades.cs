using Stemma.Words;

namespace Stemma.Corpus.Accounts.Notes;

/// <summary>What lets two tellings stand side by side: a bound that holds, a vaguer word for the same, one more of several, a tale that both reject, later news? And what sets the one against the other?</summary>
internal static class NoteShades
{
    /// <summary>Marked as in <see cref="NoteSigns"/>.</summary>
    public static readonly string[] Marked =
    [
        "-bound-holds", "-bound-holds-elsewhere", "+bound-broken",
        "+least-telling", "-vaguer", "-narrows", "-narrows-in-place", "-time-within",
        "-several", "-several-around", "-tale-parted-from", "-tale-in-both", "-both-part-from-it", "-perfect-late", "-moved",
        "+cleft", "+own-answered-by-no", "+own-answered-apart", "+other-by-name",
    ];

    private const double Near = 0.5;

    public static IEnumerable<double> Of(Note one, NoteClause a, Note other, NoteClause b, Pairing pairing)
    {
        var (holds, broken) = NoteBounds.Between(a.Claim, b.Claim);
        yield return Yes(holds);
        yield return Yes(one.Clauses.Any(c => other.Clauses.Any(d => (c != a || d != b) && NoteBounds.Between(c.Claim, d.Claim).Holds)));
        yield return Yes(broken);

        // A vaguer telling has no word of its own that tells much.
        var (ownA, ownB) = (NoteTraits.Own(a, b, pairing), NoteTraits.Own(b, a, pairing));
        var (mostA, mostB) = (Most(ownA), Most(ownB));
        yield return Math.Min(mostA, mostB);
        yield return Math.Max(Vaguer(a, ownA, ownB), Vaguer(b, ownB, ownA));
        yield return Yes(Narrows(a.Words, b.Words));
        yield return Yes(a.Roles.Any(r => b.Roles.TryGetValue(r.Key, out var there) && Narrows(r.Value, there)));
        yield return Yes(a.Claim.Times.Any(t => !t.Saying && b.Claim.Times.Any(u => !u.Saying && t.Kind != u.Kind && t.From.Year > 1 && u.From.Year > 1 && ((t.From >= u.From && t.To <= u.To) || (u.From >= t.From && u.To <= t.To)))));

        // One of several.
        var (here, there) = (one.Article.Sentences[a.Claim.Sentence], other.Article.Sentences[b.Claim.Sentence]);
        yield return Yes(NoteWords.Phrase("note-several-phrase", here)) + Yes(NoteWords.Phrase("note-several-phrase", there));
        yield return Yes(NoteWords.Phrase("note-several-phrase", one.Words)) + Yes(NoteWords.Phrase("note-several-phrase", other.Words));

        // A tale that a note tells only to part from it; and both do.
        var (taleA, taleB) = (Tale(one, a), Tale(other, b));
        yield return Yes(taleA || taleB);
        yield return Yes(taleA && taleB);
        yield return Parted(one, a, other, b, pairing);

        // Later news.
        var days = Updates.DaysBetween(one.Article, other.Article);
        var late = days > 0 ? b : days < 0 ? a : null;
        var lateSentence = days > 0 ? there : here;
        yield return Yes(late is not null && late.Words.Any(w => w.Lower is "has" or "have"));
        yield return Yes(late is not null && NoteWords.Phrase("note-moved-phrase", lateSentence));

        // "It was the nephew who …"; "the cook slept through it": the one's filler is answered elsewhere in the other.
        yield return Yes(Cleft(here) != Cleft(there));
        yield return Math.Max(AnsweredBy(ownA, other, b, true, pairing), AnsweredBy(ownB, one, a, true, pairing));
        yield return Math.Max(AnsweredBy(ownA, other, b, false, pairing), AnsweredBy(ownB, one, a, false, pairing));
        yield return Yes(ownA.Exists(NoteFillers.IsName) && other.Words.Any(w => ownA.Exists(o => NoteFillers.IsName(o) && o.Base == w.Base))) + Yes(ownB.Exists(NoteFillers.IsName) && one.Words.Any(w => ownB.Exists(o => NoteFillers.IsName(o) && o.Base == w.Base)));
    }

    private static double Yes(bool x) => x ? 1 : 0;

    private static double Most(List<ClaimTerm> own) => own.Select(w => w.Weight).DefaultIfEmpty().Max();

    // "a relative of …" against "Salvatore Greco, a nephew …": nothing capital, nothing counted, a word with "a" before it.
    private static double Vaguer(NoteClause clause, List<ClaimTerm> own, List<ClaimTerm> theirs)
    {
        if (clause.Claim.Figures.Count > 0 || own.Exists(NoteFillers.IsName) || own.Count > 2 || theirs.Count <= own.Count)
        {
            return 0;
        }

        for (var i = 0; i + 1 < clause.Words.Count; i++)
        {
            if (clause.Words[i].Lower is "a" or "an" or "some" or "several" && !clause.Words[i].Frame)
            {
                return 1;
            }
        }

        return theirs.Exists(NoteFillers.IsName) ? 0.5 : 0;
    }

    private static bool Narrows(IReadOnlyList<ClaimTerm> x, IReadOnlyList<ClaimTerm> y)
    {
        var (left, right) = (Bare(x, y), Bare(y, x));
        return left.Exists(w => right.Exists(v => w.Kin.Narrows(v.Kin)));
    }

    private static List<ClaimTerm> Bare(IReadOnlyList<ClaimTerm> x, IReadOnlyList<ClaimTerm> y) =>
        [.. x.Where(w => !w.Frame && w.Weight > 1.5 && !w.IsNumber && !NoteFillers.IsName(w) && !Predicate.IsVerb(w) && !y.Any(v => v.Base == w.Base))];

    private static bool Tale(Note note, NoteClause clause)
    {
        for (var s = Math.Max(0, clause.Claim.Sentence - 1); s <= Math.Min(note.Article.Sentences.Count - 1, clause.Claim.Sentence + 1); s++)
        {
            var words = note.Article.Sentences[s];
            if ((words.Any(w => ClaimWords.Is("note-notion", w.Lower)) || NoteWords.Phrase("note-some-phrase", words)) && words.Any(w => ClaimWords.Is("note-parting", w.Lower)))
            {
                return true;
            }
        }

        return false;
    }

    // Sentences near the clauses that part from something, and how far it is the same.
    private static double Parted(Note one, NoteClause a, Note other, NoteClause b, Pairing pairing)
    {
        var best = 0.0;
        foreach (var x in Parting(one, a))
        {
            foreach (var y in Parting(other, b))
            {
                best = Math.Max(best, Math.Min(pairing.Words.Covered(x, y), pairing.Words.Covered(y, x)));
            }
        }

        return best;
    }

    private static IEnumerable<IReadOnlyList<ClaimTerm>> Parting(Note note, NoteClause clause) => note.Article.Sentences
        .Skip(Math.Max(0, clause.Claim.Sentence - 1)).Take(Math.Min(clause.Claim.Sentence, 1) + 2)
        .Where(s => s.Any(w => ClaimWords.Is("note-parting", w.Lower)));

    private static bool Cleft(IReadOnlyList<ClaimTerm> words)
    {
        for (var i = 0; i + 3 < words.Count; i++)
        {
            if (words[i].Lower == "it" && words[i + 1].Lower is "was" or "is" or "were" && words.Skip(i + 3).Take(12).Any(w => w.Lower is "who" or "that" or "which"))
            {
                return true;
            }

            if (words[i].Lower is "what" or "who" && words[i].First)
            {
                return true;
            }
        }

        return false;
    }

    // Share of one side's own words that another clause of the other note has, with a no in it or without.
    private static double AnsweredBy(List<ClaimTerm> own, Note note, NoteClause clause, bool no, Pairing pairing)
    {
        var all = own.Sum(w => w.Weight);
        var best = 0.0;
        foreach (var c in note.Clauses.Where(c => c != clause && NoteTraits.NoIn(c.Claim) == no && all > 0))
        {
            best = Math.Max(best, own.Where(w => pairing.Words.Best(w, c.Words) >= Near).Sum(w => w.Weight) / all);
        }

        return best;
    }
}
