using Stemma.Words;

namespace Stemma.Corpus.Accounts.Notes;

/// <summary>What do the sentences around two clauses, and the people who hand them over, say on whether they are rivals?</summary>
internal static class NoteContext
{
    /// <summary>Marked as in <see cref="NoteSigns"/>.</summary>
    public static readonly string[] Marked =
    [
        "+names-shared", "+weight-shared", "+both-around", "+least-around", "-towns-apart",
        "+verb-meets", "+doer-meets", "+object-meets", "+other-doer", "+other-object", "-heads-differ",
        "+answered", "+answered-least", "+contrast", "=contrast-both",
        "+deny-act", "+deny-act-x-around", "+doubt-cue", "+none-cue", "+rejects", "-both-windows-reject", "+not-around",
        "-after-first", "-same-day-or-later", "-still-open",
        "+speaker-both", "+speaker-one", "+official-one", "+seen-or-kept", "-same-source-noun", "+quoted",
        "-indefinite-against-name", "-broader", "-addition-near",
        "+points-shared", "-turned", "-agreed", "-elsewhere", "+denier-is-meant", "-nobody-knows",
        "+reason-both", "=reason-one", "+place-both", "+person-both", "=figure-both", "=figure-none", "+asked",
        "-agreed-elsewhere", "-mood-elsewhere", "-figures-meet-elsewhere", "-moves-on-elsewhere", "-only-names",
    ];

    private const double NearWord = 0.7;
    private const double LeastAgreed = 0.4;

    public static IEnumerable<double> Of(Note one, NoteClause a, Note other, NoteClause b, Pairing pairing)
    {
        var (near, far) = (one.Around(a), other.Around(b));
        var (aFar, bNear) = (pairing.Words.Covered(a.Words, far), pairing.Words.Covered(b.Words, near));
        var shared = near.Where(w => w.Tells).DistinctBy(w => w.Base).Where(w => far.Any(v => v.Base == w.Base && v.Tells)).ToList();

        // What is shared as a whole.
        yield return shared.Count(w => w.Capital && !w.First && w.Weight > 2);
        yield return shared.Where(w => w.Weight > 2).Sum(w => w.Weight);
        yield return Math.Max(aFar, bNear);
        yield return Math.Min(aFar, bNear);
        yield return Yes(Apart(NoteTraits.Places(near), NoteTraits.Places(far)));

        // Who does what to whom.
        var (p, q) = (a.Predicate, b.Predicate);
        var verb = p.Verb < 0 || q.Verb < 0 ? 0 : Math.Max(0, pairing.Words.Of(a.Words[p.Verb], b.Words[q.Verb]));
        var doer = Meets(a, p.Doer, b, q.Doer, pairing);
        var patient = Meets(a, p.Object, b, q.Object, pairing);
        yield return verb;
        yield return doer;
        yield return patient;
        yield return p.Doer.Count > 0 && q.Doer.Count > 0 ? verb * patient * (1 - doer) : 0;
        yield return p.Object.Count > 0 && q.Object.Count > 0 ? verb * doer * (1 - patient) : 0;
        yield return Yes(p.Verb >= 0 && q.Verb >= 0 && verb == 0);

        // What the one has of its own comes up around the other: it answers to it.
        var (ownA, ownB) = (NoteTraits.Own(a, b, pairing), NoteTraits.Own(b, a, pairing));
        var (aAnswered, bAnswered) = (Answered(ownA, b, far, pairing), Answered(ownB, a, near, pairing));
        yield return Math.Max(aAnswered, bAnswered);
        yield return Math.Min(aAnswered, bAnswered);
        var (contrastA, contrastB) = (Contrast(one, a), Contrast(other, b));
        yield return Yes(contrastA || contrastB);
        yield return Yes(contrastA && contrastB);

        // Who rejects what.
        var (denyA, denyB) = (a.Said?.Act == Act.Deny, b.Said?.Act == Act.Deny);
        yield return Yes(denyA != denyB);
        yield return denyA != denyB ? denyA ? bNear : aFar : 0;
        yield return Yes((a.Claim.Denial is not null && !denyA) != (b.Claim.Denial is not null && !denyB));
        yield return Yes(NoteTraits.NoneIn(a.Claim) != NoteTraits.NoneIn(b.Claim));
        yield return a.Claim.Denial is null && b.Claim.Denial is null ? 0 : Rejected(a.Claim, b.Claim, pairing);
        yield return Yes(Rejecting(one, a, 1, true) && Rejecting(other, b, 1, true));
        yield return Yes(Rejecting(one, a, 2, false) != Rejecting(other, b, 2, false));

        // Which is later, and does it tell what the earlier could not know?
        var days = Updates.DaysBetween(one.Article, other.Article);
        var (early, late) = days >= 0 ? (one, b) : (other, a);
        var first = early.Article.Findings.Published?.Moment.Latest?.ToDateTime(TimeOnly.MinValue);
        var told = late.Claim.Times.Where(t => !t.Saying && t.From.Year > 1).ToList();
        yield return Yes(days != 0 && first is { } f && told.Exists(t => t.From > f.AddHours(12)));
        yield return Yes(days != 0 && first is { } g && told.Exists(t => t.From >= g));
        yield return Yes(days != 0 && NoteTraits.Ongoing((days >= 0 ? a : b).Claim));

        // Who hands them over.
        yield return Yes(a.Said is not null && b.Said is not null);
        yield return Yes((a.Said is not null) != (b.Said is not null));
        yield return Yes(NoteWords.Any("official", a.Source) != NoteWords.Any("official", b.Source));
        yield return Yes(NoteTraits.Seen(one, a) != NoteTraits.Seen(other, b));
        yield return Yes(a.Source.Any(w => w.Lower.Length > 3 && !ClaimWords.Is("office", w.Lower) && b.Source.Any(v => v.Base == w.Base)));
        yield return Yes(a.Said?.Form is Form.Direct or Form.Mixed || b.Said?.Form is Form.Direct or Form.Mixed);

        // One is only the vaguer telling of the other, or one of several.
        yield return Yes(NoteTraits.Indefinite(a.Claim) && NoteTraits.NameOrFigure(b.Claim, ownB)) + Yes(NoteTraits.Indefinite(b.Claim) && NoteTraits.NameOrFigure(a.Claim, ownA));
        yield return Yes(ownA.Exists(x => ownB.Exists(y => x.Kin.Narrows(y.Kin))));
        yield return Yes(near.Concat(far).Any(w => ClaimWords.Is("addition", w.Lower)));

        // Words of the one window that the other has too, or a near word for.
        yield return near.Where(w => w.Tells && w.Weight > 2).DistinctBy(w => w.Base).Count(w => pairing.Words.Best(w, far) >= NearWord);

        // A position that the article reports only to part from it; two that reject the same; two places; who denies is who is meant; nobody knows.
        yield return Yes(Turned(one, a)) + Yes(Turned(other, b));
        yield return Agreed(one, a, other, b, pairing);
        yield return Yes(Apart(NoteTraits.Places(a.Words), NoteTraits.Places(b.Words)));
        yield return Math.Max(Meant(a, near, b, pairing), Meant(b, far, a, pairing));
        yield return Yes(NoteWords.Phrase("unknown-phrase", one.Article.Sentences[a.Claim.Sentence])) + Yes(NoteWords.Phrase("unknown-phrase", other.Article.Sentences[b.Claim.Sentence]));

        var (reasonA, reasonB) = (NoteTraits.Reason(a.Words), NoteTraits.Reason(b.Words));
        yield return Yes(reasonA && reasonB);
        yield return Yes(reasonA != reasonB);
        yield return Yes(NoteTraits.Placed(a, ownA) && NoteTraits.Placed(b, ownB));
        yield return Yes(ownA.Exists(NoteTraits.IsPerson) && ownB.Exists(NoteTraits.IsPerson));
        yield return Yes(a.Claim.Figures.Count > 0 && b.Claim.Figures.Count > 0);
        yield return Yes(a.Claim.Figures.Count == 0 && b.Claim.Figures.Count == 0);
        yield return Yes(Asked(a, other) || Asked(b, one));

        // What other clauses of the two have in common; or nothing but names.
        var (agreed, mood, figures, moved) = Elsewhere(one, a, other, b, pairing);
        yield return agreed;
        yield return mood;
        yield return figures;
        yield return moved;
        yield return Yes(!near.Any(w => w.Tells && !w.Capital && w.Weight > 2 && pairing.Words.Best(w, [.. far.Where(v => !v.Capital)]) >= NearWord));
    }

    private static bool Apart(HashSet<string> here, HashSet<string> there) => here.Count > 0 && there.Count > 0 && !here.Overlaps(there);

    // What two other clauses have to do with each other: they say the same, the one as to come and the other as done, figures that can both hold, a later state of things.
    private static (double Agreed, double Mood, double Figures, double Moved) Elsewhere(Note one, NoteClause a, Note other, NoteClause b, Pairing pairing)
    {
        var (agreed, mood, figures, moved) = (0.0, 0.0, 0.0, 0.0);
        foreach (var x in one.Clauses)
        {
            foreach (var y in other.Clauses)
            {
                if (x == a && y == b)
                {
                    continue;
                }

                var (c, d) = (x.Claim, y.Claim);
                var (cd, dc) = pairing.Both(c, d);
                if (c.Mood != d.Mood)
                {
                    mood = Math.Max(mood, Math.Max(cd, dc));
                }
                else if (Math.Min(cd, dc) >= LeastAgreed && c.Negated == d.Negated && c.Figures.Count == d.Figures.Count && x.Vote?.Position == y.Vote?.Position)
                {
                    agreed = Math.Max(agreed, Math.Min(cd, dc));
                }

                figures = c.Figures.Count > 0 && d.Figures.Count > 0 ? Math.Max(figures, FigureClashes.Signs(one.Article, c, other.Article, d, pairing).Meet * Math.Max(cd, dc)) : figures;
                moved = Math.Max(cd, dc) > moved && Updates.Between(one.Article, c, other.Article, d) ? Math.Max(cd, dc) : moved;
            }
        }

        return (agreed, mood, figures, moved);
    }

    // "The ministry would not comment", "the navy stands by its report": the other article has gone to whoever said this one, as one does with a story that differs.
    private static bool Asked(NoteClause clause, Note other)
    {
        var source = clause.Source.Where(w => w.Weight > 1).Select(w => w.Base).ToHashSet(StringComparer.Ordinal);
        return source.Count > 0 && other.Article.Sentences.Any(s => s.Any(w => source.Contains(w.Base)) && NoteWords.Phrase("asked-phrase", s));
    }

    private static double Yes(bool x) => x ? 1 : 0;

    private static double Meets(NoteClause a, IReadOnlyList<int> x, NoteClause b, IReadOnlyList<int> y, Pairing pairing)
    {
        if (x.Count == 0 || y.Count == 0)
        {
            return 0;
        }

        var (from, to) = (x.Select(i => a.Words[i]).ToList(), y.Select(i => b.Words[i]).ToList());
        return Math.Max(pairing.Words.Covered(from, to), pairing.Words.Covered(to, from));
    }

    private static double Answered(List<ClaimTerm> own, NoteClause clause, IReadOnlyList<ClaimTerm> window, Pairing pairing)
    {
        var (sum, all) = (0.0, 0.0);
        var rest = window.Where(w => !clause.Claim.Span.Contains(w.Span)).ToList();
        foreach (var w in own)
        {
            all += w.Weight;
            var best = pairing.Words.Best(w, rest);
            sum += best >= 0.5 ? best * w.Weight : 0;
        }

        return all == 0 ? 0 : sum / all;
    }

    private static bool Contrast(Note note, NoteClause clause) => note.Article.Sentences
        .Skip(Math.Max(0, clause.Claim.Sentence - 2)).Take(Math.Min(clause.Claim.Sentence, 2) + 3)
        .Any(s => NoteWords.Phrase("contest-phrase", s) || NoteWords.Any("contest", s));

    private static double Rejected(Claim a, Claim b, Pairing pairing)
    {
        var (denial, claim) = a.Denial is not null ? (a, b) : (b, a);
        var from = denial.Denial!.Value.End;
        return pairing.Words.Covered([.. denial.Words.Where(w => w.Span.Begin >= from && w.Weight > 1 && !ClaimWords.Is("claim-noun", w.Lower))], claim.Words);
    }

    private static bool Rejecting(Note note, NoteClause clause, int reach, bool self) =>
        note.Clauses.Any(c => (self || c != clause) && Math.Abs(c.Claim.Sentence - clause.Claim.Sentence) <= reach && (c.Claim.Denial is not null || c.Claim.Negated));

    // "had at first believed …; they now accept", "a rumour that …, which the police called …": told and parted from in one sentence.
    private static bool Turned(Note note, NoteClause clause)
    {
        foreach (var words in note.Article.Sentences.Skip(Math.Max(0, clause.Claim.Sentence - 1)).Take(Math.Min(clause.Claim.Sentence, 1) + 2))
        {
            var belief = -1;
            for (var i = 0; i < words.Count; i++)
            {
                if (NoteWords.IsForm("belief", words[i].Lower))
                {
                    belief = i;
                }
                else if (belief >= 0 && i > belief + 1 && (ClaimWords.Is("false-word", words[i].Lower) || ClaimWords.PhraseAt("turn-phrase", words, i) > 0 || ClaimWords.Is("turn", words[i].Lower)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // Both sides reject, and what they reject is alike.
    private static double Agreed(Note one, NoteClause a, Note other, NoteClause b, Pairing pairing)
    {
        var best = 0.0;
        foreach (var c in one.Clauses.Where(c => Math.Abs(c.Claim.Sentence - a.Claim.Sentence) <= 2 && (c.Claim.Denial is not null || c.Claim.Negated)))
        {
            foreach (var d in other.Clauses.Where(d => Math.Abs(d.Claim.Sentence - b.Claim.Sentence) <= 2 && (d.Claim.Denial is not null || d.Claim.Negated)))
            {
                best = Math.Max(best, pairing.Align(c.Claim, d.Claim));
            }
        }

        return best;
    }

    // Who rejects is named in what the other tells.
    private static double Meant(NoteClause denial, IReadOnlyList<ClaimTerm> own, NoteClause claim, Pairing pairing) =>
        denial.Claim.Denial is null && !denial.Claim.Negated ? 0 : pairing.Words.Covered(denial.Source.Count > 0 ? [.. denial.Source] : own.Where(w => w.Capital && w.Weight > 3).ToList(), claim.Words);
}
