using Stemma.Words;

namespace Stemma.Corpus.Accounts;

/// <summary>What speaks for two claims filling one place of a story differently, and what against it?</summary>
/// <param name="Fit">How much of the told they share.</param>
/// <param name="Slot">The place they fill; null where none can be told.</param>
/// <param name="Here">The filler of the first, in its words.</param>
/// <param name="Gainsaid">One article negates the other's filler.</param>
/// <param name="Rival">A side says that its account differs.</param>
/// <param name="Names">Both fillers are names.</param>
/// <param name="Added">A side says that its filler comes on top.</param>
/// <param name="Scope">They speak of different parts or times.</param>
/// <param name="Narrower">One filler is a closer word for the other.</param>
/// <param name="Cause">Both tell what brought it about.</param>
/// <param name="CloserName">One side's own words hold a name or figure, the other's none.</param>
/// <param name="Own">Weight of what each has of its own, the lighter side.</param>
internal readonly record struct RivalSigns(double Fit, Slot? Slot, string Here, string There, bool Gainsaid, bool Rival, bool Names, bool Added, bool Scope, bool Narrower, bool Cause, bool Update, double Own, bool CloserName)
{
    public static double Confidence(RivalSigns s) =>
        Math.Clamp(-0.05 + (0.5 * s.Fit) + (s.Gainsaid ? 0.3 : 0) + (s.Rival ? 0.25 : 0) + (s.Names ? 0.12 : 0) + (s.Cause ? 0.12 : 0), 0, 0.92);

    public static RivalSigns Of(ClaimedArticle one, Claim a, ClaimedArticle other, Claim b, Pairing pairing)
    {
        var fit = pairing.Align(a, b);
        if (fit < 0.1)
        {
            return new() { Fit = fit };
        }

        var (here, there) = (OwnWords(a, b, pairing), OwnWords(b, a, pairing));
        if (here.Count == 0 || there.Count == 0)
        {
            return new() { Fit = fit };
        }

        var cause = IsCause(a) && IsCause(b);
        var names = here.Exists(w => w.Capital && !w.First) && there.Exists(w => w.Capital);
        var slot = SlotOf(a, here, b, there, cause, names);
        return new(
            fit,
            slot,
            Words(here, one.Text),
            Words(there, other.Text),
            Gainsays(other, here, pairing) || Gainsays(one, there, pairing),
            Updates.Rival(one, other, a, b),
            names,
            Adds(a) || Adds(b),
            Accounts.Scope.Differs(a, b),
            here.Exists(x => there.Exists(y => x.Kin.Narrows(y.Kin))),
            cause,
            Updates.Between(one, a, other, b),
            Math.Min(here.Sum(w => w.Weight), there.Sum(w => w.Weight)),
            Vague(a, here) != Vague(b, there));
    }

    // Content words of the first that nothing in the second comes near.
    private static List<ClaimTerm> OwnWords(Claim a, Claim b, Pairing pairing) =>
        [.. a.Words.Where(w => w.Weight > 2 && !w.IsNumber && !ClaimWords.IsForm("report-verb", w.Lower) && pairing.Words.Best(w, b.Words) < 0.5)];

    // "a woman", "officials", "measures": nothing in it that could be a name or a figure.
    private static bool Vague(Claim claim, List<ClaimTerm> own) => claim.Figures.Count == 0 && !own.Exists(w => w.Capital && !w.First);

    private static bool IsCause(Claim claim)
    {
        for (var i = 0; i < claim.Words.Count; i++)
        {
            if (ClaimWords.Is("cause", claim.Words[i].Lower) || ClaimWords.PhraseAt("cause-phrase", claim.Words, i) > 0)
            {
                return true;
            }

            // A passive: "was killed by a virus".
            if (claim.Words[i].Lower == "by" && i > 0 && claim.Words[i - 1].Lower.EndsWith("ed", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return claim.Words.Any(w => w.Base is "kill" or "destroy" or "wipe" or "hit" or "derail" or "strike" or "burn" or "sink");
    }

    private static bool Adds(Claim claim)
    {
        for (var i = 0; i < claim.Words.Count; i++)
        {
            if (ClaimWords.Is("addition", claim.Words[i].Lower) || ClaimWords.PhraseAt("addition-phrase", claim.Words, i) > 0)
            {
                return true;
            }
        }

        return false;
    }

    // A negated clause of the article speaks of the other's filler: "there had been no aircraft in the sky".
    private static bool Gainsays(ClaimedArticle article, List<ClaimTerm> filler, Pairing pairing)
    {
        foreach (var c in article.Claims.Where(c => (c.Negated && c.Mood != Mood.Condition) || c.Denial is not null))
        {
            var at = c.Negated ? c.Negations[0] : 0;
            if (filler.Exists(f => f.Weight > 3 && pairing.Words.Best(f, [.. c.Words.Skip(at)]) >= 0.7))
            {
                return true;
            }
        }

        return false;
    }

    private static Slot? SlotOf(Claim a, List<ClaimTerm> here, Claim b, List<ClaimTerm> there, bool cause, bool names)
    {
        if (a.Words.Concat(b.Words).Any(w => w.Lower is "because" or "reason" or "reasons" or "explanation"))
        {
            return Stemma.Slot.Why;
        }

        if (Placed(a, here) && Placed(b, there) && !cause)
        {
            return Stemma.Slot.Where;
        }

        if (cause)
        {
            return here.Exists(IsPerson) && there.Exists(IsPerson) ? Stemma.Slot.Who : Stemma.Slot.Agent;
        }

        return names || (here.Exists(IsPerson) && there.Exists(IsPerson)) ? Stemma.Slot.Who : null;
    }

    private static bool IsPerson(ClaimTerm w) => (w.Capital && !w.First) || Thesaurus.FieldOf(w.Lower) is Field.Person or Field.Group;

    private static bool Placed(Claim claim, List<ClaimTerm> filler)
    {
        for (var i = 0; i + 1 < claim.Words.Count; i++)
        {
            if (ClaimWords.Is("locative", claim.Words[i].Lower) && claim.Words.Skip(i + 1).Take(4).Any(w => filler.Contains(w) && (w.Capital || Thesaurus.FieldOf(w.Lower) is Field.Location or Field.Artifact or Field.Thing)))
            {
                return true;
            }
        }

        return false;
    }

    private static string Words(List<ClaimTerm> filler, string text)
    {
        // The longest run of filler words that stand together.
        var (best, run) = (filler.Take(1).ToList(), new List<ClaimTerm>());
        foreach (var word in filler)
        {
            run = run.Count > 0 && word.Span.Begin - run[^1].Span.End <= 5 ? [.. run, word] : [word];
            best = run.Sum(w => w.Weight) > best.Sum(w => w.Weight) ? run : best;
        }

        return new TextSpan(best[0].Span.Begin, best[^1].Span.End).Of(text);
    }
}
