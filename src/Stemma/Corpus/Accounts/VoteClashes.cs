namespace Stemma.Corpus.Accounts;

/// <summary>Where do two articles have the same voter vote differently?</summary>
internal static class VoteClashes
{
    public static IEnumerable<Candidate> Between(ClaimedArticle one, ClaimedArticle other, Pairing pairing)
    {
        foreach (var a in one.Claims)
        {
            if (a.Mood != Mood.Fact || a.Vote is not { } p)
            {
                continue;
            }

            foreach (var b in pairing.ClaimsNear(other, one, a))
            {
                if (b.Mood != Mood.Fact || b.Vote is not { } q || q.Position == p.Position || !(one.Voting || other.Voting))
                {
                    continue;
                }

                if (Voter(a, b, p, one) is { } voter)
                {
                    var denied = a.Denial is not null || b.Denial is not null;
                    yield return new(denied ? DisputeRelation.Denies : DisputeRelation.Contradicts, Slot.Vote, a, b, a.Span, b.Span, 0.72 + (0.2 * Math.Min(1, pairing.Align(a, b))),
                        $"both tell how {voter} voted; one says {Said(p.Position)}, the other {Said(q.Position)}");
                }
            }
        }
    }

    /// <summary>Both tell how somebody named in both voted, and tell it differently.</summary>
    public static bool Clash(ClaimedArticle one, Claim a, ClaimedArticle other, Claim b) =>
        a.Vote is { } p && b.Vote is { } q && p.Position != q.Position && (one.Voting || other.Voting) && Voter(a, b, p, one) is not null;

    /// <summary>How the clause says somebody voted, and where the words stand; null where it tells no vote.</summary>
    public static (VotePosition Position, int Word)? Position(IReadOnlyList<ClaimTerm> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var turned = i > 0 && Enumerable.Range(Math.Max(0, i - 3), Math.Min(i, 3)).Any(k => ClaimWords.Is("negative", words[k].Lower));
            if (ClaimWords.PhraseAt("position-phrase-abstain", words, i) > 0)
            {
                return (VotePosition.Abstained, i);
            }

            if (ClaimWords.PhraseAt("position-phrase-for", words, i) > 0)
            {
                return (turned ? VotePosition.Against : VotePosition.For, i);
            }

            if (ClaimWords.PhraseAt("position-phrase-against", words, i) > 0)
            {
                return (turned ? VotePosition.For : VotePosition.Against, i);
            }

            if (ClaimWords.IsForm("position-for", words[i].Lower))
            {
                return (turned ? VotePosition.Against : VotePosition.For, i);
            }

            if (ClaimWords.IsForm("position-against", words[i].Lower))
            {
                return (turned ? VotePosition.For : VotePosition.Against, i);
            }
        }

        return null;
    }

    // The voter is a name on both sides that stands before the words of the position on each; the other article's own subject may be a short form of it.
    private static string? Voter(Claim a, Claim b, (VotePosition, int Word) p, ClaimedArticle one)
    {
        var (near, far) = (a.Words.Where(w => w.Capital || w.Weight > 4).ToList(), b.Words.Where(w => w.Capital || w.Weight > 4).ToList());
        var shared = near.Where(x => !x.IsNumber && far.Exists(y => y.Base == x.Base && (x.Capital || x.Weight > 5))).OrderByDescending(x => x.Capital).ThenBy(x => Math.Abs(a.Words.ToList().IndexOf(x) - p.Word)).ToList();
        return shared.Count == 0 ? null : shared[0].Span.Of(one.Text);
    }

    public static bool Voting(ClaimedArticle article) => article.Claims.Any(c => c.Words.Any(w => w.Base is "vote" or "ballot" or "poll" or "veto" or "resolution" or "motion" or "bill" or "draft" or "ruling" or "majority" or "tribunal" or "council" or "parliament" or "roll" or "abstain"));

    private static string Said(VotePosition position) => position switch
    {
        VotePosition.For => "for",
        VotePosition.Against => "against",
        VotePosition.Abstained => "abstained",
        VotePosition.Veto => "vetoed",
        _ => "stayed away",
    };
}
