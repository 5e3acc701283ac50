namespace Stemma;

/// <summary>One way of telling one point of a happening, with the voices behind it and those who are silent.</summary>
/// <param name="Slot">who, what, agent, how-many, when, where, why, vote.</param>
/// <param name="Value">The telling in short, in the words of its first statement.</param>
/// <param name="Voices">Actors who tell it so; an outlet that tells it as a fact is a voice.</param>
/// <param name="Origins">How many independent origins the articles go back to.</param>
/// <param name="Silent">Articles that tell of the event and not of this slot.</param>
/// <param name="First">Its first appearance in this case.</param>
/// <param name="Of">What a figure counts ("killed people"): only figures of one thing differ from each other; null for other slots.</param>
public sealed record Account(
    string Id,
    string Event,
    Slot Slot,
    string Value,
    IReadOnlyList<string> Statements,
    IReadOnlyList<string> Voices,
    IReadOnlyList<string> Outlets,
    int Origins,
    IReadOnlyList<string> Silent,
    Moment? First,
    string? Of = null);

public enum Slot
{
    Who,
    What,
    Agent,
    HowMany,
    When,
    Where,
    Why,
    Vote,
}
