namespace Stemma;

/// <summary>Which kinds of happening can be one thing under several words?</summary>
public static class EventKinds
{
    /// <summary>The kind that says what was seen and not who did it.</summary>
    public const string Neutral = "explosion";

    /// <summary>What somebody or something brings about, and what comes of it: a bombing is an attack to one, a leak to another, and its dead are killed.</summary>
    public static bool IsViolence(string kind) => kind is "attack" or "strike" or "explosion" or "fire" or "leak" or "killing" or "injury" or "accident" or "disaster";
}
