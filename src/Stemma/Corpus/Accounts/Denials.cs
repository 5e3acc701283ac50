using Stemma.Words;

namespace Stemma.Corpus.Accounts;

/// <summary>Where is a claim rejected, and which claim of the other article is it that is rejected?</summary>
internal static class Denials
{
    /// <summary>The words that reject a claim in a clause, and whether the clause itself says which.</summary>
    public static (TextSpan? Cue, bool SaysWhat) CueIn(string text, IReadOnlyList<ClaimTerm> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var length = CueAt(text, words, i);
            if (length > 0 && !Negated(words, i))
            {
                var rest = words.Skip(i + length).Count(w => w.Weight > 2 && !ClaimWords.Is("claim-noun", w.Lower));
                return (new(words[i].Span.Begin, words[i + length - 1].Span.End), rest > 0);
            }
        }

        return (null, false);
    }

    private static int CueAt(string text, IReadOnlyList<ClaimTerm> words, int i)
    {
        var lower = words[i].Lower;
        if (ClaimWords.IsVerbForm("deny-verb", lower) || lower is "denial" or "denials")
        {
            // "denied bail", "denied them entry": refused, not disputed.
            return words.Skip(i + 1).Take(3).Any(w => ClaimWords.Is("legal-object", w.Lower)) ? 0 : 1;
        }

        if (ClaimWords.IsVerbForm("doubt-verb", lower))
        {
            return RejectsClaim(words, i + 1) ? 1 : 0;
        }

        if (ClaimWords.PhraseAt("doubt-phrase", words, i) is > 0 and var phrase)
        {
            return RejectsClaim(words, i + phrase) ? phrase : 0;
        }

        if (ClaimWords.PhraseAt("false-phrase", words, i) is > 0 and var falsehood)
        {
            return falsehood;
        }

        // "an interrogation that went wrong": failed, and nobody says it was not so.
        return ClaimWords.Is("false-word", lower) && !(i > 0 && words[i - 1].Lower is "went" or "go" or "goes" or "gone" or "going") && IsPredicate(text, words, i) ? 1 : 0;
    }

    // "rejected that account", "dismissed the reports", "rejected … as baseless"; not "rejected the appeal", "his claim for damages".
    private static bool RejectsClaim(IReadOnlyList<ClaimTerm> words, int from)
    {
        for (var k = from; k < words.Count && k < from + 7; k++)
        {
            if (ClaimWords.Is("claim-noun", words[k].Lower))
            {
                return !(words[k].Lower is "claim" or "claims" && k + 1 < words.Count && words[k + 1].Lower is "for" or "to") && !(words[k].Lower is "talk" or "talks" && k + 1 < words.Count && words[k + 1].Lower == "with");
            }

            if (words[k].Lower == "as" && words.Skip(k + 1).Take(3).Any(w => ClaimWords.Is("false-word", w.Lower)))
            {
                return true;
            }

            if (ClaimWords.Is("legal-object", words[k].Lower))
            {
                return false;
            }
        }

        return false;
    }

    // "was false", "a lie", "as baseless"; not "a false passport", "lying on its side".
    private static bool IsPredicate(string text, IReadOnlyList<ClaimTerm> words, int i)
    {
        if (words[i].Lower is "lying" or "lies" or "lie" && i + 1 < words.Count && words[i + 1].Lower is "on" or "in" or "at" or "off" or "under" or "behind" or "to" or "with")
        {
            return false;
        }

        var before = words.Skip(Math.Max(0, i - 4)).Take(Math.Min(4, i)).ToList();
        var ended = i + 1 == words.Count || text.AsSpan(words[i].Span.End, words[i + 1].Span.Begin - words[i].Span.End).IndexOfAny(",;.”\"’)—") >= 0
            || words[i + 1].Lower is "and" or "or" or "but" or "because" or "that" or "by" or "from" or "in" or "said" or "he" or "she" or "they" or "it" or "to";
        return ended && (before.Exists(w => w.Lower is "is" or "was" or "were" or "are" or "as" or "be" or "been" or "it" or "them" or "call" or "called" or "calling" or "pure" or "an" or "a"));
    }

    private static bool Negated(IReadOnlyList<ClaimTerm> words, int i) =>
        Enumerable.Range(Math.Max(0, i - 3), Math.Min(3, i)).Any(k => ClaimWords.Is("negative", words[k].Lower)) && !ClaimWords.Is("negative", words[i].Lower);

    /// <summary>Denials of the second article that answer a claim of the first.</summary>
    public static IEnumerable<Candidate> Between(ClaimedArticle told, ClaimedArticle answer, Pairing pairing)
    {
        foreach (var denial in answer.Claims.Where(c => (c.Denial is not null || c.Negated) && c.Mood != Mood.Condition))
        {
            foreach (var claim in pairing.ClaimsNear(told, answer, denial))
            {
                if (claim.Denial is not null || claim.Negated || claim.Mood == Mood.Condition)
                {
                    continue;
                }

                if (Score(told, claim, answer, denial, pairing) is > 0 and var confidence && !pairing.TakenBack(told, claim))
                {
                    var slot = SlotOf(told, claim, denial);
                    yield return new(DisputeRelation.Denies, slot, claim, denial, claim.Span, denial.Span, confidence,
                        denial.Denial is { } cue
                            ? $"one tells it, the other rejects it (“{cue.Of(answer.Text)}”)"
                            : $"one says it is so, the other that it is not (“{denial.Words[denial.Negations[0]].Span.Of(answer.Text)}”)");
                }
            }
        }
    }

    private static double Score(ClaimedArticle told, Claim claim, ClaimedArticle answer, Claim denial, Pairing pairing)
    {
        var here = pairing.Align(denial, claim);
        var around = pairing.AlignAround(answer, denial, claim);
        if (denial.Denial is not null)
        {
            // The rejecting words carry most; what is rejected may stand in the sentence before.
            var fit = Math.Max(here, around * 0.9);
            var rejects = fit < 0.12 ? 0 : Math.Min(0.97, 0.42 + (0.75 * fit));
            return (DeniesOwnPart(denial) && !Blames(claim)) || OnlyNamesMeet(denial, claim, pairing) ? Math.Min(rejects, TalkOfIt) : rejects;
        }

        // A plain "not" must deny the very thing: its predicate and its parties.
        if (denial.Mood == Mood.Future || claim.Mood == Mood.Future)
        {
            return here < 0.6 ? 0 : 0.3;
        }

        var scope = pairing.NegatedPart(denial, claim);
        var denies = scope < 0.4 ? 0 : Math.Min(0.9, 0.12 + (0.5 * scope) + (0.5 * Math.Max(here, around)));
        return OnlyNamesMeet(denial, claim, pairing) ? Math.Min(denies, TalkOfIt) : denies;
    }

    // "denied any knowledge of what happened", "denied involvement in the attack": whoever only tells that it happened is not contradicted.
    internal static bool DeniesOwnPart(Claim denial)
    {
        const int Reach = 4;
        var behind = denial.Words.Where(w => w.Span.Begin >= denial.Denial!.Value.End).Take(Reach);
        return behind.Any(w => ClaimWords.Is("own-part", w.Lower));
    }

    // The same people in both, and nothing that was done: "denied by the palace … the prince" and "the prince met the mayor".
    private static bool OnlyNamesMeet(Claim denial, Claim claim, Pairing pairing)
    {
        // "rejected that as an insult": who answers by pointing does not name it again.
        const int Pointing = 3;
        if (!pairing.IsLong || claim.Words.Any(w => ClaimWords.IsForm("doubt-verb", w.Lower)))
        {
            return false;
        }

        var denied = DeedsAndThings(denial.Words).Where(w => denial.Denial is { } cue ? IsDenied(denial, cue, w) : IsNegated(denial, w)).ToList();
        var points = denied.Count < Pointing && denial.Words.Any(w => w.Lower is "that" or "this" or "it");
        return denied.Count > 0 && !points && !DeedsAndThings(claim.Words).Any(told => denied.Exists(d => pairing.Words.Of(d, told) >= SameSense));
    }

    // Behind the rejecting words, or before them where they are a participle: "the call - denied by the palace".
    private static bool IsDenied(Claim denial, TextSpan cue, ClaimTerm word) =>
        denial.Words.FirstOrDefault(w => w.Span.Begin >= cue.End).Lower == "by" ? word.Span.End <= cue.Begin : word.Span.Begin >= cue.End;

    // "that does not include the prince, who …": a negation reaches so many words on.
    private static bool IsNegated(Claim denial, ClaimTerm word)
    {
        const int Reach = 8;
        var at = denial.Words.TakeWhile(w => w.Span != word.Span).Count();
        return denial.Negations.Any(n => at > n && at - n <= Reach);
    }

    // No names, no titles ("the crown prince"), no words for the account itself.
    private static IEnumerable<ClaimTerm> DeedsAndThings(IReadOnlyList<ClaimTerm> words) => words.Where((w, i) =>
        w.Tells && !w.Capital && w.Country is null && w.Weight >= 2 && PersonWords.KindOf(w.Lower) is null && !ClaimWords.Is("claim-noun", w.Lower) && !ClaimWords.Is("false-word", w.Lower)
        && !(i + 1 < words.Count && PersonWords.KindOf(words[i + 1].Lower) is PersonWordKind.Title or PersonWordKind.Role or PersonWordKind.Honorific));

    // Same word, same sense, or one step broader.
    private const double SameSense = 0.5;

    // Says of somebody that it was their doing.
    internal static bool Blames(Claim claim) =>
        Enumerable.Range(0, claim.Words.Count).Any(i => ClaimWords.PhraseAt("how-phrase", claim.Words, i) > 0 || ClaimWords.Is("blame", claim.Words[i].Lower) || ClaimWords.Is("own-part", claim.Words[i].Lower) || ClaimWords.IsForm("charge-verb", claim.Words[i].Lower));

    // Not read as a dispute; a candidate still, as sure as its other signs.
    private const double TalkOfIt = DisputeReader.LeastReading - 0.01;

    private static Slot SlotOf(ClaimedArticle told, Claim claim, Claim denial)
    {
        if (claim.Vote is not null && denial.Vote is not null)
        {
            return Slot.Vote;
        }

        if (denial.Times.Any(t => !t.Saying) && claim.Words.Any(w => w.Lower is "before" or "after" or "earlier" or "until" or "when" or "months"))
        {
            return Slot.When;
        }

        if (claim.Words.Any(w => w.Lower == "because") || denial.Words.Any(w => w.Lower is "reason" or "part" or "reasons"))
        {
            return Slot.Why;
        }

        if (denial.Words.Any(w => w.Lower is "forces" or "troops" or "members" or "people" or "men" or "involvement" or "responsibility") && denial.Denial is not null)
        {
            return Slot.Agent;
        }

        return claim.Figures.Any(f => f.Kind is FigureKind.Count or FigureKind.Share) && denial.Words.Any(w => w.Lower is "not" or "no" or "none") && denial.Words.Any(w => w.Lower is "one" or "single") ? Slot.HowMany : Slot.What;
    }
}
