using Stemma.Words;

namespace Stemma.Corpus.Accounts;

/// <summary>Where do two articles put different people, places, means or reasons in one and the same place of the story?</summary>
/// <remarks>
/// Both claims must share what is told and each must fill it with something of its own. That alone is also how lists and closer words look, so a shown
/// dispute needs more: the other article gainsays the filler, says that its account differs, or both fillers are names of one kind in the same place of the clause.
/// </remarks>
internal static class Rivals
{
    private const double LeastFit = 0.3;

    public static IEnumerable<Candidate> Between(ClaimedArticle one, ClaimedArticle other, Pairing pairing)
    {
        foreach (var a in one.Claims.Where(c => c.Mood == Mood.Fact && c.Denial is null))
        {
            foreach (var b in pairing.ClaimsNear(other, one, a).Where(c => c.Mood == Mood.Fact && c.Denial is null))
            {
                if (Of(one, a, other, b, pairing) is { } candidate)
                {
                    yield return candidate;
                }
            }
        }
    }

    private static Candidate? Of(ClaimedArticle one, Claim a, ClaimedArticle other, Claim b, Pairing pairing)
    {
        var f = RivalSigns.Of(one, a, other, b, pairing);
        if (f.Fit < LeastFit || f.Slot is not { } slot || f.Added || f.Scope || f.Narrower)
        {
            return null;
        }

        var sure = RivalSigns.Confidence(f);
        var relation = f.Update ? DisputeRelation.Updates : DisputeRelation.Contradicts;
        return new(relation, slot, a, b, a.Span, b.Span, sure, $"both tell {Question(slot)}; one says “{f.Here}”, the other “{f.There}”");
    }

    private static string Question(Slot slot) => slot switch
    {
        Slot.Who => "who it was",
        Slot.Where => "where it was",
        Slot.Why => "why it was",
        Slot.Agent => "what brought it about",
        _ => "what it was",
    };
}
