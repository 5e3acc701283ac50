namespace Stemma.Corpus.Accounts.Notes;

/// <summary>On which point do two clauses stand against each other: who, what, how many, when, where, why, by what, how they voted?</summary>
internal static class NoteSlots
{
    public static readonly Slot[] Slots = [Slot.Who, Slot.What, Slot.Agent, Slot.HowMany, Slot.When, Slot.Where, Slot.Why, Slot.Vote];

    /// <summary>The likeliest point, from the sums of <see cref="NoteWeights.Points"/>.</summary>
    public static Slot Of(IReadOnlyList<double> points)
    {
        var most = points.Max();
        return OfShares([.. points.Select(p => Math.Exp(p - most))]);
    }

    /// <summary>Who did it and what did it are one point first, and told apart then.</summary>
    public static Slot OfShares(IReadOnlyList<double> shares)
    {
        var best = Slot.Who;
        var most = shares[0] + shares[2];
        for (var s = 0; s < Slots.Length; s++)
        {
            (best, most) = Slots[s] is not (Slot.Who or Slot.Agent) && shares[s] > most ? (Slots[s], shares[s]) : (best, most);
        }

        return best == Slot.Who && shares[2] > shares[0] ? Slot.Agent : best;
    }
}
