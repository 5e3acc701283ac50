using System.Collections.Frozen;
using Stemma.Articles.Sentences;
using Stemma.Words;

namespace Stemma.Articles.Happenings;

/// <summary>Where does the clause around a happening end, and does it say that it happened, will, might, or did not?</summary>
internal static class Clauses
{
    private static readonly FrozenSet<string> Borders = new[]
    {
        ";", ":", "—", "–", "--", "(", ")", "\"", "that", "who", "whom", "which", "while", "when", "where", "after", "before", "because", "although", "though",
        "but", "whether", "if", "unless", "until", "since", "as",
    }.ToFrozenSet(StringComparer.Ordinal);

    // "used its veto to block": these tell that what follows "to" was done.
    private static readonly FrozenSet<string> DoneGovernors = new[]
    {
        "used", "uses", "use", "using", "managed", "began", "continued", "went", "came", "helped", "forced", "moved", "rushed", "failed",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The clause's tokens: from a border to a border, its sentence's edges at most.</summary>
    public static (int First, int End) Around(Prose prose, Sentence sentence, Trigger trigger)
    {
        var (first, end) = (sentence.FirstToken, sentence.FirstToken + sentence.Tokens);
        var low = trigger.First;
        while (low > first && !Borders.Contains(prose.Tokens[low - 1].Lower))
        {
            low--;
        }

        var high = trigger.First + trigger.Count;

        // "The strike, which was launched on Tuesday, …": the clause that hangs on the noun belongs to it.
        if (trigger.Verb is null && high < end)
        {
            var hanging = prose.Tokens[high].Lower == "," ? high + 1 : high;
            if (hanging < end && prose.Tokens[hanging].Lower is "which" or "that")
            {
                high = hanging + 1;
            }
        }

        // "Two days after the attack, the council met in Sund": what opens the sentence ends at its comma.
        const int Opening = 4;
        var opens = low > first && low - first <= Opening && prose.Tokens[low - 1].Lower is "after" or "before" or "since" or "until" or "when" or "while" or "as" or "because" or "although" or "though";
        while (high < end && !Borders.Contains(prose.Tokens[high].Lower) && !(opens && prose.Tokens[high].Lower == ","))
        {
            high++;
        }

        return (low, high);
    }

    public static EventStatus StatusOf(Prose prose, Sentence sentence, (int First, int End) clause, Trigger trigger)
    {
        // "Should Trump engage, …", "If the gate falls, …".
        var opening = sentence.FirstToken < prose.Tokens.Count ? prose.Tokens[sentence.FirstToken].Lower : "";
        if (opening is "if" or "should" or "unless" && !CommaBefore(prose, sentence.FirstToken, trigger.First))
        {
            return EventStatus.Hypothetical;
        }

        if (clause.First > sentence.FirstToken && (prose.Tokens[clause.First - 1].Lower is "if" or "unless" or "whether" || IfItIs(prose, sentence, clause.First - 1)))
        {
            return EventStatus.Hypothetical;
        }

        // "used its veto power on Wednesday to block": a governor stands further off than an auxiliary or an adjective.
        const int VerbReach = 4;
        const int NounReach = 5;
        const int GovernorReach = 9;
        var infinitive = trigger.Verb is VerbForm.Base && trigger.First > clause.First && prose.Tokens[trigger.First - 1].Lower == "to";
        var reach = infinitive ? GovernorReach : trigger.Verb is null ? NounReach : VerbReach;
        for (var i = trigger.First - 1; i >= clause.First && i >= trigger.First - reach; i--)
        {
            var word = prose.Tokens[i].Lower;
            if (word == ",")
            {
                break;
            }

            // "Nearly 300 were injured": that is a figure.
            if (word is "nearly" or "almost" && i + 1 < prose.Tokens.Count && (char.IsAsciiDigit(prose.Tokens[i + 1].Lower[0]) || Figures.Value(prose.Tokens[i + 1].Lower) is not null))
            {
                continue;
            }

            // "said it would attack": who says so of his own doing has planned it.
            if (word == "would" && IsPromised(prose, sentence, i))
            {
                return EventStatus.Planned;
            }

            if (infinitive && DoneGovernors.Contains(word))
            {
                return word == "failed" ? EventStatus.Denied : EventStatus.Happened;
            }

            if (SentenceWords.StatusOf(word) is { } status && !(word == "may" && Months.IsMay(prose.Tokens[i].Span.Of(prose.Text), i > 0 ? prose.Tokens[i - 1].Lower : "", prose.Tokens[i + 1].Lower)))
            {
                return status;
            }
        }

        // "denied that its army had attacked".
        if (clause.First - 2 >= sentence.FirstToken && prose.Tokens[clause.First - 1].Lower == "that" && prose.Tokens[clause.First - 2].Lower is "denied" or "denies" or "deny" or "denying")
        {
            return EventStatus.Denied;
        }

        return infinitive ? EventStatus.Hypothetical : trigger.Verb is null && IsSetBehind(prose, clause, trigger) ? EventStatus.Planned : EventStatus.Happened;
    }

    // "if it is confirmed that …", "if the inquiry finds that …".
    private static bool IfItIs(Prose prose, Sentence sentence, int border)
    {
        const int Reach = 6;
        for (var i = border - 1; prose.Tokens[border].Lower == "that" && i >= sentence.FirstToken && i >= border - Reach; i--)
        {
            if (prose.Tokens[i].Lower is "if" or "unless" or "whether")
            {
                return true;
            }

            if (prose.Tokens[i].Lower is "," or ";" or ":")
            {
                return false;
            }
        }

        return false;
    }

    // "it would", "they would" right behind a verb of saying, and no condition in the sentence.
    private static bool IsPromised(Prose prose, Sentence sentence, int would)
    {
        var subject = would - 1;
        var before = subject - 1 > sentence.FirstToken && prose.Tokens[subject - 1].Lower == "that" ? subject - 2 : subject - 1;
        if (before < sentence.FirstToken || prose.Tokens[subject].Lower is not ("it" or "he" or "she" or "they" or "we")
            || prose.Tokens[before].Lower is not ("said" or "says" or "say" or "announced" or "vowed" or "pledged" or "promised" or "agreed" or "decided" or "declared"))
        {
            return false;
        }

        for (var i = sentence.FirstToken; i < sentence.FirstToken + sentence.Tokens; i++)
        {
            if (prose.Tokens[i].Lower is "if" or "unless")
            {
                return false;
            }
        }

        return true;
    }

    // "The talks in Ost are scheduled for Friday", "the vote is due on Monday".
    private static bool IsSetBehind(Prose prose, (int First, int End) clause, Trigger trigger)
    {
        const int Reach = 8;
        for (var i = trigger.First + trigger.Count; i + 1 < Math.Min(clause.End, trigger.First + Reach); i++)
        {
            if (prose.Tokens[i].Lower is "is" or "are" or "was" or "were")
            {
                // "was planned days in advance": done, and planned before.
                return prose.Tokens[i + 1].Lower is "scheduled" or "planned" or "due" or "expected" or "set" or "slated" or "postponed" && !SaidOfThePast(prose, i + 2, clause.End);
            }

            if (prose.Tokens[i].Lower is ",")
            {
                return false;
            }
        }

        return false;
    }

    private static bool SaidOfThePast(Prose prose, int from, int end)
    {
        const int Reach = 5;
        return Enumerable.Range(from, Math.Max(0, Math.Min(end, from + Reach) - from)).Any(i => prose.Tokens[i].Lower is "advance" or "beforehand" or "ahead" or "earlier" or "before");
    }

    public static bool IsDefinite(Prose prose, Sentence sentence, Trigger trigger)
    {
        if (trigger.Verb is not null)
        {
            return false;
        }

        // Walk back over adjectives and names to the determiner.
        const int Reach = 6;
        for (var i = trigger.First - 1; i >= sentence.FirstToken && i >= trigger.First - Reach; i--)
        {
            var word = prose.Tokens[i].Lower;
            if (word is "the" or "this" or "that" or "its" or "their" or "his" or "her" or "'s" or "these" or "those")
            {
                return true;
            }

            if (word is "a" or "an" or "no" or "any" or "another" or "," or "of" or "in" or "by" or "for" or "and")
            {
                return false;
            }
        }

        return false;
    }

    private static bool CommaBefore(Prose prose, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (prose.Tokens[i].Lower == ",")
            {
                return true;
            }
        }

        return false;
    }
}
