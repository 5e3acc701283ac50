using Stemma.Articles.Sentences;
using Stemma.Words;

namespace Stemma.Articles.Happenings;

/// <summary>Of which happening of its sentence are the dead and wounded told to be the outcome?</summary>
internal static class Results
{
    // "six people, two of them children, were killed on the quay in a": how far the noun may stand behind the verb, and its preposition before the noun.
    private const int Reach = 24, Phrase = 6;

    /// <summary>The first token of the trigger that it came of; null where nothing in the sentence says so.</summary>
    public static int? Of(Prose prose, IReadOnlyList<(Trigger Trigger, (int First, int End) Clause)> here, int index)
    {
        var trigger = here[index].Trigger;
        if (trigger.Kind is not ("killing" or "injury"))
        {
            return null;
        }

        // "struck the ferry, killing six".
        if (trigger.Verb is VerbForm.Participle)
        {
            var before = trigger.First - 1;
            while (before > 0 && prose.Tokens[before].Lower.EndsWith("ly", StringComparison.Ordinal))
            {
                before--;
            }

            return before > 0 && prose.Tokens[before].Lower == "," ? here.Take(index).LastOrDefault(h => IsCause(h.Trigger)).Trigger is { Kind: not null } cause ? cause.First : null : null;
        }

        // "died in the blast", "the killing of Maren in a strike by drones".
        var next = here.Skip(index + 1).FirstOrDefault(h => IsCause(h.Trigger)).Trigger;
        return next is { Kind: not null, Verb: null } && next.First - trigger.First <= Reach && Leads(prose, trigger.First + trigger.Count, next.First) ? next.First : null;
    }

    private static bool IsCause(Trigger trigger) => trigger.Kind is not ("killing" or "injury" or Kinds.PointsBack) && EventKinds.IsViolence(trigger.Kind);

    private static bool Leads(Prose prose, int from, int noun)
    {
        var preposition = noun - 1;
        while (preposition >= from && preposition >= noun - Phrase && prose.Tokens[preposition].Lower is not ("in" or "by" or "during" or "from"))
        {
            if (!char.IsLetterOrDigit(prose.Tokens[preposition].Lower[0]) || prose.Tokens[preposition].Lower is "of" or "on" or "at" or "to" or "for" or "with" or "and")
            {
                return false;
            }

            preposition--;
        }

        return preposition >= from && preposition >= noun - Phrase
            && !Enumerable.Range(from, preposition - from).Any(i => prose.Tokens[i].Lower is "after" or "before" or "when" or "while" or "but" or "who" or "which" or "that" or "since" or ";" or "as" or "because" or "if");
    }
}
