using System.Collections.Frozen;

namespace Stemma.Articles.Attribution;

/// <summary>Who stands before this verb of somebody's words, or behind its "by": "⟨the men⟩, drunk as they were, broke a door"?</summary>
/// <remarks>Without a parse: words up to a border or another verb. Known to miss: subjects of more than fourteen words, those that "they" or "it" stands for.</remarks>
internal static class ClauseSubject
{
    // A subject with its titles and what it is called; past that it is a clause.
    private const int LongestSubject = 14;

    // "told the paper that he kissed her": so far behind the pronoun whom it was done to stands.
    private const int ObjectReach = 8;

    // "had twice knowingly lied".
    private const int LongestGroup = 6;

    private static readonly FrozenSet<string> Nobody = ChargeInContent.List("nobody");
    private static readonly FrozenSet<string> Thinks = ChargeInContent.List("thinks");

    // Who stands before the verb.
    public static TextSpan? Subject(Saying saying, int verb)
    {
        var before = verb - 1;
        if (before < 0 || !Inside(saying, before))
        {
            return null;
        }

        switch (saying.Lower(before))
        {
            case "and" or "but" or "or":
                return Head(saying, before);
            case "who" or "which" or "that":
                var noun = before - 1 >= 0 && saying.Lower(before - 1) == "," ? before - 2 : before - 1;
                return noun >= 0 && Inside(saying, noun) && Saying.IsWord(saying.Lower(noun)) ? Antecedent(saying, noun) : null;

            // "the men, drunk as they were, broke a door"; "a clerk, Ilse Maren, ran it".
            case ",":
                var open = before - 1;
                while (open > 0 && before - open <= LongestSubject && Inside(saying, open) && saying.Lower(open) != ",")
                {
                    open--;
                }

                return open > 0 && saying.Lower(open) == "," && Inside(saying, open)
                    ? saying.Prose.IsCapital(open + 1) && !FunctionWords.Is(saying.Lower(open + 1)) ? Named(saying, open + 1, before) : EndingAt(saying, open - 1)
                    : Head(saying, before);
            default:
                return EndingAt(saying, before);
        }
    }

    // The words that name somebody from here on.
    public static TextSpan? Phrase(Saying saying, int first, int end)
    {
        var last = first;
        while (last < end && last < first + LongestSubject && !IsBorder(saying, last) && !IsFinite(saying.Lower(last)) && saying.Lower(last) is not ("in" or "on" or "at" or "for" or "to" or "from" or "between" or "during" or "with" or "and" or "after" or "before"))
        {
            last++;
        }

        return Named(saying, first, last);
    }

    // "ten clerks from the mission to the port who": the clerks.
    private static TextSpan? Antecedent(Saying saying, int last)
    {
        if (EndingAt(saying, last) is not { } whole)
        {
            return null;
        }

        var (first, end) = (saying.Prose.TokenAt(whole.Begin), last + 1);
        for (var t = last; t > first; t--)
        {
            if (saying.Lower(t) is "from" or "to" or "in" or "at" or "on" or "with")
            {
                end = t;
            }
            else if (saying.Lower(t) is "of" && saying.Lower(t + 1).EndsWith("ing", StringComparison.Ordinal) && t + 2 < end)
            {
                return Named(saying, t + 2, end);
            }
        }

        return Named(saying, first, end);
    }

    // The phrase that ends here.
    private static TextSpan? EndingAt(Saying saying, int last)
    {
        var first = last;
        while (first > 0 && last - first < LongestSubject && Inside(saying, first - 1) && !IsBorder(saying, first - 1) && !IsFinite(saying.Lower(first - 1)))
        {
            first--;
        }

        // "Of the guards who he says lied": a verb stands right before, so this is its object or its clause.
        if (first > 0 && Inside(saying, first - 1) && ChargeInContent.IsUndone(saying.Lower(first - 1)))
        {
            return null;
        }

        return Named(saying, first, last + 1);
    }

    // The first phrase of the clause: "⟨the firm⟩ moved its witnesses and destroyed evidence".
    public static TextSpan? Head(Saying saying, int at)
    {
        var first = at;
        while (first > 0 && Inside(saying, first - 1) && saying.Prose.Tokens[first - 1].Sentence == saying.Prose.Tokens[at].Sentence && saying.Lower(first - 1) is not ("that" or ";" or ":" or "\"" or "who" or "which" or "because" or "whether" or "if"))
        {
            first--;
        }

        if (first > 0 && Inside(saying, first - 1) && saying.Lower(first - 1) is "who" or "which")
        {
            var noun = saying.Lower(first - 2) == "," ? first - 3 : first - 2;
            return noun >= 0 && Inside(saying, noun) ? EndingAt(saying, noun) : null;
        }

        if (first > 0 && Inside(saying, first - 1) && ChargeInContent.IsUndone(saying.Lower(first - 1)))
        {
            return null;
        }

        while (first < at && (!Saying.IsWord(saying.Lower(first)) || saying.Lower(first) is "and" or "but" or "that" or "then" or "yet" or "so"))
        {
            first++;
        }

        var last = first;
        while (last < at && !IsFinite(saying.Lower(last)) && !IsBorder(saying, last))
        {
            last++;
        }

        // It must be followed by its verb, told as done.
        return last < at && IsFinite(saying.Lower(last)) && !Enumerable.Range(last, Math.Min(2, at - last)).Any(n => ChargeInContent.IsUndone(saying.Lower(n))) ? Named(saying, first, last) : null;
    }

    public static TextSpan? Named(Saying saying, int first, int end)
    {
        var tokens = saying.Prose.Tokens;
        while (first < end && (!Saying.IsWord(saying.Lower(first)) || saying.Lower(first) is "and" or "but" or "then" or "both" or "yet" or "instead"))
        {
            first++;
        }

        while (end > first && (!Saying.IsWord(saying.Lower(end - 1)) || PhraseBook<Act>.IsAdverb(saying.Lower(end - 1))) && saying.Lower(end - 1) != "'s")
        {
            end--;
        }

        // "In March Voss lied": the name behind the day.
        if (first < end && saying.Lower(first) is "in" or "on" or "at" or "during" or "for" or "from" or "under" or "with" or "by" or "to" or "of" or "last" or "since")
        {
            var name = end;
            while (name > first + 1 && saying.Prose.IsCapital(name - 1))
            {
                name--;
            }

            first = name;
        }

        if (first >= end || end - first > LongestSubject || Nobody.Contains(saying.Lower(first)) || IsGerund(saying, first) || (end - first == 1 && saying.Lower(first) is "he" or "she" or "him" or "her" && !IsNotTheSpeaker(saying, first))
            || Enumerable.Range(first, end - first).Any(t => ChargeInContent.IsUndone(saying.Lower(t))))
        {
            return null;
        }

        return new TextSpan(tokens[first].Span.Begin, tokens[end - 1].Span.End);
    }

    // "fighting between the two killed forty": a thing that goes on.
    private static bool IsGerund(Saying saying, int first) => saying.Lower(first).EndsWith("ing", StringComparison.Ordinal) && saying.Lower(first).Length > 5 && saying.Lower(first + 1) is "between" or "of" or "in" or "by" or "with" or "the";

    // "the women say he lied": a pronoun that cannot be whoever speaks.
    private static bool IsNotTheSpeaker(Saying saying, int pronoun)
    {
        // In somebody's own words "he" was named before they began.
        if (saying.Prose.Tokens[pronoun].Quotation >= 0)
        {
            return false;
        }

        var he = saying.Lower(pronoun) is "he" or "him";
        if (saying.SpeakingPronoun is { } speaker && speaker is "he" or "she" or "they" or "we")
        {
            return speaker != (he ? "he" : "she");
        }

        // "told the paper that he kissed her".
        return saying.Source.Any(t => saying.Lower(t) is "women" or "men" or "officials" or "some" or "several" or "prosecutors" or "investigators" or "police" or "authorities" or "witnesses" or "students" or "employees" or "accusers" or "victims" or "indictment" or "complaint" or "lawsuit" or "report")
            || (he && saying.Source.Any(t => saying.Lower(t) is "woman" or "actress" or "mother" or "wife" or "girl" or "ms." or "mrs." or "miss"))
            || saying.Content.Any(t => t > pronoun && t < pronoun + ObjectReach && saying.Lower(t) == (he ? "her" : "him"));
    }

    private static bool IsBorder(Saying saying, int t) =>
        Thinks.Contains(saying.Lower(t)) ||
        !Saying.IsWord(saying.Lower(t)) && saying.Lower(t) is not ("'s" or "'" or "." or "&" or "-" or "’s")
        || (saying.Lower(t) == "." && !(t + 1 < saying.Prose.Tokens.Count && saying.Prose.Tokens[t + 1].Sentence == saying.Prose.Tokens[t].Sentence))
        || saying.Lower(t) is "that" or "who" or "which" or "whom" or "because" or "when" or "after" or "before" or "while" or "as" or "if" or "whether" or "although" or "though" or "since" or "until" or "where" or "how" or "why" or "but" or "or" or "than" or "unless" or "then" or "instead"
        || (saying.Lower(t) == "and" && !(t > 0 && t + 1 < saying.Prose.Tokens.Count && saying.Prose.IsCapital(t - 1) && saying.Prose.IsCapital(t + 1)));

    /// <summary>Auxiliaries, adverbs and negations before a verb, the nearest first.</summary>
    public static List<int> Group(Saying saying, int verb)
    {
        var found = new List<int>();
        for (var t = verb - 1; t >= 0 && found.Count < LongestGroup && Inside(saying, t); t--)
        {
            var lower = saying.Lower(t);
            if (lower is not "'s" && (Negation.IsAuxiliary(lower) || Negation.IsNegation(lower) || (PhraseBook<Act>.IsAdverb(lower) && lower is not ("so" or "very" or "any"))
                || lower is "instead" or "then" or "twice" or "clearly" or "now" or "already" or "long" or "always" or "later" or "cannot"))
            {
                found.Add(t);
            }
            else
            {
                break;
            }
        }

        return found;
    }

    // "was robbed", "had been led"; "robbed by".
    public static bool IsSuffered(Saying saying, int t) =>
        IsPast(saying.Lower(t)) && ((t + 1 < saying.Prose.Tokens.Count && saying.Lower(t + 1) == "by") || Group(saying, t).Any(g => IsBe(saying.Lower(g))));

    public static bool Inside(Saying saying, int t)
    {
        int low = 0, high = saying.Content.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (saying.Content[middle] == t)
            {
                return true;
            }

            (low, high) = saying.Content[middle] < t ? (middle + 1, high) : (low, middle - 1);
        }

        return false;
    }

    public static bool IsBe(string lower) => lower is "be" or "is" or "are" or "was" or "were" or "been" or "being" or "'re" or "am" or "'m";

    public static bool IsPast(string lower) => lower.EndsWith("ed", StringComparison.Ordinal) || (!lower.EndsWith("ing", StringComparison.Ordinal) && !lower.EndsWith('s') && WordForms.IsIrregular(lower));

    public static bool IsFinite(string lower) => (Negation.IsAuxiliary(lower) && lower is not ("to" or "'s")) || IsPast(lower);
}
