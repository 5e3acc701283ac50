using System.Collections.Frozen;
using Stemma.Words;

namespace Stemma.Articles.Attribution;

/// <summary>Who is said to have done a wrong, though no word of accusing hands it over? "said ⟨the firm⟩ had destroyed evidence", "testified that ⟨Voss⟩ lied".</summary>
/// <remarks>
/// Weaker than an accusation: the act stays what it was. Hits: a wrong (Data/wrongs.tsv) told as done, whose subject stands in its clause; behind "by" where it is suffered; behind "arrested … for".
/// Hits not: what may, would or should be done, questions, negations, wrongs of nobody in particular, what "they" or "it" did (who is meant stands too far off).
/// Known to miss: wrongs in words that are none by themselves ("slid his hand up her skirt"), subjects in another sentence.
/// </remarks>
internal static class ChargeInContent
{
    // A subject with its titles and what it is called; past that it is a clause.
    private const int LongestSubject = 14;

    // "committed a clear and well-funded fraud": from the verb to its wrong; "instructed his workers to sign": from who makes to who does.
    private const int ObjectReach = 8;
    private const int CauserReach = 4;

    // "had twice knowingly lied".
    private const int LongestGroup = 6;

    // Of a long speech the first few are told.
    private const int MostAccused = 3;

    private static readonly PhraseBook<Kind> Phrases = Book("deed", "guilt", "blamed", "doing", "amounts");
    private static readonly PhraseBook<Kind> Attempts = Book("attempt");
    private static readonly PhraseBook<Kind> Causers = Book("causer");
    private static readonly PhraseBook<Kind> Charged = Book("charged");

    private enum Kind
    {
        Deed,
        Guilt,
        Blamed,
        Doing,
        Amounts,
        Attempt,
        Causer,
        Charged,
        Admits,
    }

    private static readonly FrozenSet<string> Wrongs = List("wrong");
    private static readonly FrozenSet<string> Harms = List("wrong", "harm");
    private static readonly FrozenSet<string> Adverbs = List("adverb");
    private static readonly FrozenSet<string> Mood = List("mood");
    private static readonly FrozenSet<string> Nobody = List("nobody");
    private static readonly FrozenSet<string> Thinks = List("thinks");
    private static readonly FrozenSet<string> Others = List("others");
    private static readonly PhraseBook<Kind> Admitting = Book("admits");

    public static Spans Read(Saying saying, Act act, bool negated)
    {
        if (negated || saying.Content.Count == 0 || saying.Source.Count == 0 || act is not (Act.Say or Act.Assert or Act.Reveal or Act.Believe or Act.Condemn or Act.Decide))
        {
            return Spans.None;
        }

        if (saying.Cue.Any(t => Admitting.TryMatch(saying.Prose.Tokens, t, t + 1, out _, out _)))
        {
            return Spans.None;
        }

        var found = new List<TextSpan>();
        foreach (var t in saying.Content)
        {
            if (found.Count < MostAccused && Doer(saying, t) is { } span && !found.Contains(span) && !saying.Tagged.Source.Overlaps(span))
            {
                found.Add(span);
            }
        }

        found.Sort();
        return Spans.Create([.. found]);
    }

    /// <summary>A wrong that nouns tell: "sexual harassment by Voss", "the Vardian massacres".</summary>
    public static bool IsWrong(string lower) => Wrongs.Contains(lower);

    private static TextSpan? Doer(Saying saying, int t)
    {
        var end = ClauseEnd(saying, t);
        if (!Phrases.TryMatch(saying.Prose.Tokens, t, end, out var kind, out var last))
        {
            // "illegally transferred the money".
            return Before(saying, t) is { } adverb && Adverbs.Contains(adverb) && IsVerb(saying.Lower(t)) && !FunctionWords.Is(saying.Lower(t)) && !IsUnreal(saying, t) ? ByOrBefore(saying, t, end) : null;
        }

        // "misleading" is said of things; "violated no law".
        if (IsUnreal(saying, t) || saying.Lower(t) == "misleading" || Enumerable.Range(t, Math.Min(last + 1, end) - t).Any(n => Negation.IsNegation(saying.Lower(n))))
        {
            return null;
        }

        return kind switch
        {
            Kind.Deed => ByOrBefore(saying, t, end),

            // "a scheme was led by Voss"; "committed a well-funded fraud".
            Kind.Doing => (IsSuffered(saying, t)
                ? Enumerable.Range(Math.Max(0, t - ObjectReach), Math.Min(ObjectReach, t)).Any(n => Inside(saying, n) && Wrongs.Contains(saying.Lower(n)))
                : Behind(saying, last, end).TakeWhile(n => saying.Lower(n) is not ("," or ";" or "that" or "against" or "on" or "in" or "about" or "into" or "to" or "of")).Any(n => Wrongs.Contains(saying.Lower(n)))) ? ByOrBefore(saying, t, end) : null,
            Kind.Guilt => Told(saying, t),
            Kind.Blamed => Behind(saying, last, end).Any(n => Harms.Contains(saying.Lower(n))) ? Told(saying, t) : null,

            // "…, a violation of the law": what stands before is the wrong.
            _ => Before(saying, t) == "," ? Head(saying, t - 1) : null,
        };
    }

    private static IEnumerable<int> Behind(Saying saying, int last, int end) => Enumerable.Range(last, Math.Max(0, Math.Min(ObjectReach, end - last)));

    private static string? Before(Saying saying, int t) => t > 0 && Inside(saying, t - 1) ? saying.Lower(t - 1) : null;

    // Who suffers it stands before, who did it behind "by".
    private static TextSpan? ByOrBefore(Saying saying, int t, int end) => IsSuffered(saying, t) ? By(saying, t, end) : Told(saying, t);

    // "was robbed", "had been led"; "robbed by".
    private static bool IsSuffered(Saying saying, int t) =>
        IsPast(saying.Lower(t)) && ((t + 1 < saying.Prose.Tokens.Count && saying.Lower(t + 1) == "by") || Group(saying, t).Any(g => IsBe(saying.Lower(g))));

    private static TextSpan? By(Saying saying, int t, int end)
    {
        const int Reach = 4;

        // "knew nothing of the scheme, allegedly led by Voss": not what the speaker holds.
        if (Group(saying, t).Any(g => Mood.Contains(saying.Lower(g)) || saying.Lower(g) is "allegedly" or "reportedly"))
        {
            return null;
        }

        for (var n = t + 1; n < Math.Min(end, t + 1 + Reach); n++)
        {
            if ((saying.Lower(n) == "by" || (saying.Lower(n) == "to" && saying.Lower(t) is "traced" or "attributed")) && n + 1 < end && !saying.Lower(n + 1).EndsWith("ing", StringComparison.Ordinal))
            {
                return Phrase(saying, n + 1, end);
            }
        }

        return null;
    }

    // The words that name somebody from here on.
    private static TextSpan? Phrase(Saying saying, int first, int end)
    {
        var last = first;
        while (last < end && last < first + LongestSubject && !IsBorder(saying, last) && !IsFinite(saying.Lower(last)) && saying.Lower(last) is not ("in" or "on" or "at" or "for" or "to" or "from" or "between" or "during" or "with" or "and" or "after" or "before"))
        {
            last++;
        }

        return Named(saying, first, last);
    }

    /// <summary>Told as done: the subject of this verb, where no "would", "if" or "not" stands with it.</summary>
    private static TextSpan? Told(Saying saying, int verb)
    {
        var group = Group(saying, verb);
        var first = group.Count > 0 ? group[^1] : verb;
        var lower = saying.Lower(verb);
        if (group.Any(g => Mood.Contains(saying.Lower(g))))
        {
            return null;
        }

        if (group.Any(g => saying.Lower(g) == "to"))
        {
            return Meant(saying, group.First(g => saying.Lower(g) == "to"));
        }

        var (be, have, does) = (group.Any(g => IsBe(saying.Lower(g))), group.Any(g => saying.Lower(g) is "have" or "has" or "had" or "'ve"), group.Any(g => saying.Lower(g) is "did" or "do" or "does"));
        if (lower.EndsWith("ing", StringComparison.Ordinal) && !be)
        {
            return Participle(saying, first);
        }

        // "criminals lie", "to blame": a base form tells of no one deed; "lies", "is to blame" does.
        return be || have || does || IsPast(lower) || (lower.EndsWith('s') && lower.Length > 2) || IsBe(lower) ? Subject(saying, first) : null;
    }

    // "tried to hide evidence", "instructed workers to sign falsely".
    private static TextSpan? Meant(Saying saying, int to)
    {
        if (to > 0 && Attempts.TryMatch(saying.Prose.Tokens, to - 1, to, out _, out _))
        {
            return Told(saying, to - 1);
        }

        for (var n = to - 2; n >= Math.Max(0, to - 1 - CauserReach) && Inside(saying, n); n--)
        {
            if (Causers.TryMatch(saying.Prose.Tokens, n, to, out _, out _) && saying.Lower(n - (n > 0 ? 1 : 0)) is not ("was" or "were" or "been"))
            {
                return Told(saying, n);
            }
        }

        return null;
    }

    // "arrested the minister for stealing"; "damaged him by lying"; "and lying".
    private static TextSpan? Participle(Saying saying, int first)
    {
        var before = first > 0 && Inside(saying, first - 1) ? saying.Lower(first - 1) : "";
        if (before == "for")
        {
            for (var n = first - 2; n >= Math.Max(0, first - LongestSubject) && Inside(saying, n) && !saying.Lower(n).Contains('.'); n--)
            {
                if (Charged.TryMatch(saying.Prose.Tokens, n, first, out _, out var last) && IsPast(saying.Lower(n)))
                {
                    return IsSuffered(saying, n) ? Subject(saying, Group(saying, n) is { Count: > 0 } g ? g[^1] : n) : Named(saying, last, first - 1);
                }
            }

            return null;
        }

        return before is "by" or "while" or "kept" or "began" or "started" ? Head(saying, first) : null;
    }

    /// <summary>Auxiliaries, adverbs and negations before a verb, the nearest first.</summary>
    private static List<int> Group(Saying saying, int verb)
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

    // Who stands before the verb.
    private static TextSpan? Subject(Saying saying, int verb)
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
        if (first > 0 && Inside(saying, first - 1) && Mood.Contains(saying.Lower(first - 1)))
        {
            return null;
        }

        return Named(saying, first, last + 1);
    }

    // The first phrase of the clause: "⟨the firm⟩ moved its witnesses and destroyed evidence".
    private static TextSpan? Head(Saying saying, int at)
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

        if (first > 0 && Inside(saying, first - 1) && Mood.Contains(saying.Lower(first - 1)))
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
        return last < at && IsFinite(saying.Lower(last)) && !Enumerable.Range(last, Math.Min(2, at - last)).Any(n => Mood.Contains(saying.Lower(n))) ? Named(saying, first, last) : null;
    }

    private static TextSpan? Named(Saying saying, int first, int end)
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
            || Enumerable.Range(first, end - first).Any(t => Mood.Contains(saying.Lower(t))))
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

    // "Did Voss lie?", "if Voss lied", "found no sign that Voss lied", "the claim that Voss lied": not told as done, or by somebody else.
    private static bool IsUnreal(Saying saying, int t)
    {
        var tokens = saying.Prose.Tokens;
        var sentence = saying.Prose.Sentences[tokens[t].Sentence];
        for (var n = sentence.FirstToken + sentence.Tokens - 1; n > t && n >= sentence.FirstToken + sentence.Tokens - 2; n--)
        {
            if (saying.Lower(n) == "?")
            {
                return true;
            }
        }

        var near = true;
        for (var n = t - 1; n >= sentence.FirstToken && Inside(saying, n); n--)
        {
            var lower = saying.Lower(n);
            if (lower is "if" or "whether" or "either" or "unless" || (near && Negation.IsNegation(lower)) || (lower == "that" && Opens(saying, n)))
            {
                return true;
            }

            near &= lower is not ("," or ";" or "and" or "but" or "because");
        }

        return false;

        // "the claim that", "claims by his rivals that", "assumed wrongly that".
        static bool Opens(Saying saying, int that)
        {
            const int Reach = 8;
            for (var n = that - 1; n > that - Reach && n >= 0 && Inside(saying, n); n--)
            {
                if (Others.Contains(saying.Lower(n)))
                {
                    return true;
                }

                if (!(saying.Lower(n) is "by" or "of" or "from" or "made" or "the" or "his" or "her" or "their" || saying.Prose.IsCapital(n)) && n < that - 1)
                {
                    return false;
                }
            }

            return false;
        }
    }

    private static int ClauseEnd(Saying saying, int t)
    {
        var sentence = saying.Prose.Tokens[t].Sentence;
        var end = t + 1;
        while (end < saying.Prose.Tokens.Count && saying.Prose.Tokens[end].Sentence == sentence && saying.Prose.Tokens[end].Span.End <= saying.Tagged.Content.Hull.End && end < t + LongestSubject + ObjectReach)
        {
            end++;
        }

        return end;
    }

    private static bool Inside(Saying saying, int t)
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

    private static PhraseBook<Kind> Book(params string[] kinds) =>
        PhraseBook<Kind>.Load("Articles/Attribution/Data/wrongs.tsv", r => Enum.Parse<Kind>(r[0], ignoreCase: true), r => kinds.Contains(r[0]));

    private static bool IsBe(string lower) => lower is "be" or "is" or "are" or "was" or "were" or "been" or "being" or "'re" or "am" or "'m";

    private static bool IsPast(string lower) => lower.EndsWith("ed", StringComparison.Ordinal) || (!lower.EndsWith("ing", StringComparison.Ordinal) && !lower.EndsWith('s') && WordForms.IsIrregular(lower));

    private static bool IsVerb(string lower) => IsPast(lower) || lower.EndsWith("ing", StringComparison.Ordinal) || (lower.EndsWith('s') && lower.Length > 3) || WordForms.Of(lower).Any();

    private static bool IsFinite(string lower) => (Negation.IsAuxiliary(lower) && lower is not ("to" or "'s")) || IsPast(lower);

    private static FrozenSet<string> List(params string[] kinds) =>
        Resource.Rows("Articles/Attribution/Data/wrongs.tsv").Where(r => kinds.Contains(r[0])).SelectMany(r => r[1].Split(", ")).ToFrozenSet(StringComparer.Ordinal);
}
