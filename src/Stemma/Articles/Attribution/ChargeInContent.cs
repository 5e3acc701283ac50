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
    // A subject and what it did to whom: past that another clause has begun.
    private const int ClauseReach = 22;

    // From "arrested" to "for stealing": whom, with titles, stands between.
    private const int LongestSubject = 14;

    // "committed a clear and well-funded fraud": from the verb to its wrong; "instructed his workers to sign": from who makes to who does.
    private const int ObjectReach = 8;
    private const int CauserReach = 4;

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

    /// <summary>"would", "if", "not", "denied": with it nothing is told as done.</summary>
    public static bool IsUndone(string lower) => Mood.Contains(lower);

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
            Kind.Doing => (ClauseSubject.IsSuffered(saying, t)
                ? Enumerable.Range(Math.Max(0, t - ObjectReach), Math.Min(ObjectReach, t)).Any(n => ClauseSubject.Inside(saying, n) && Wrongs.Contains(saying.Lower(n)))
                : Behind(saying, last, end).TakeWhile(n => saying.Lower(n) is not ("," or ";" or "that" or "against" or "on" or "in" or "about" or "into" or "to" or "of")).Any(n => Wrongs.Contains(saying.Lower(n)))) ? ByOrBefore(saying, t, end) : null,
            Kind.Guilt => Told(saying, t),
            Kind.Blamed => Behind(saying, last, end).Any(n => Harms.Contains(saying.Lower(n))) ? Told(saying, t) : null,

            // "…, a violation of the law": what stands before is the wrong.
            _ => Before(saying, t) == "," ? ClauseSubject.Head(saying, t - 1) : null,
        };
    }

    private static IEnumerable<int> Behind(Saying saying, int last, int end) => Enumerable.Range(last, Math.Max(0, Math.Min(ObjectReach, end - last)));

    private static string? Before(Saying saying, int t) => t > 0 && ClauseSubject.Inside(saying, t - 1) ? saying.Lower(t - 1) : null;

    // Who suffers it stands before, who did it behind "by".
    private static TextSpan? ByOrBefore(Saying saying, int t, int end) => ClauseSubject.IsSuffered(saying, t) ? By(saying, t, end) : Told(saying, t);

    private static TextSpan? By(Saying saying, int t, int end)
    {
        const int Reach = 4;

        // "knew nothing of the scheme, allegedly led by Voss": not what the speaker holds.
        if (ClauseSubject.Group(saying, t).Any(g => Mood.Contains(saying.Lower(g)) || saying.Lower(g) is "allegedly" or "reportedly"))
        {
            return null;
        }

        for (var n = t + 1; n < Math.Min(end, t + 1 + Reach); n++)
        {
            if ((saying.Lower(n) == "by" || (saying.Lower(n) == "to" && saying.Lower(t) is "traced" or "attributed")) && n + 1 < end && !saying.Lower(n + 1).EndsWith("ing", StringComparison.Ordinal))
            {
                return ClauseSubject.Phrase(saying, n + 1, end);
            }
        }

        return null;
    }

    /// <summary>Told as done: the subject of this verb, where no "would", "if" or "not" stands with it.</summary>
    private static TextSpan? Told(Saying saying, int verb)
    {
        var group = ClauseSubject.Group(saying, verb);
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

        var (be, have, does) = (group.Any(g => ClauseSubject.IsBe(saying.Lower(g))), group.Any(g => saying.Lower(g) is "have" or "has" or "had" or "'ve"), group.Any(g => saying.Lower(g) is "did" or "do" or "does"));
        if (lower.EndsWith("ing", StringComparison.Ordinal) && !be)
        {
            return Participle(saying, first);
        }

        // "criminals lie", "to blame": a base form tells of no one deed; "lies", "is to blame" does.
        return be || have || does || ClauseSubject.IsPast(lower) || (lower.EndsWith('s') && lower.Length > 2) || ClauseSubject.IsBe(lower) ? ClauseSubject.Subject(saying, first) : null;
    }

    // "tried to hide evidence", "instructed workers to sign falsely".
    private static TextSpan? Meant(Saying saying, int to)
    {
        if (to > 0 && Attempts.TryMatch(saying.Prose.Tokens, to - 1, to, out _, out _))
        {
            return Told(saying, to - 1);
        }

        for (var n = to - 2; n >= Math.Max(0, to - 1 - CauserReach) && ClauseSubject.Inside(saying, n); n--)
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
        var before = first > 0 && ClauseSubject.Inside(saying, first - 1) ? saying.Lower(first - 1) : "";
        if (before == "for")
        {
            for (var n = first - 2; n >= Math.Max(0, first - LongestSubject) && ClauseSubject.Inside(saying, n) && !saying.Lower(n).Contains('.'); n--)
            {
                if (Charged.TryMatch(saying.Prose.Tokens, n, first, out _, out var last) && ClauseSubject.IsPast(saying.Lower(n)))
                {
                    return ClauseSubject.IsSuffered(saying, n) ? ClauseSubject.Subject(saying, ClauseSubject.Group(saying, n) is { Count: > 0 } g ? g[^1] : n) : ClauseSubject.Named(saying, last, first - 1);
                }
            }

            return null;
        }

        return before is "by" or "while" or "kept" or "began" or "started" ? ClauseSubject.Head(saying, first) : null;
    }

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
        for (var n = t - 1; n >= sentence.FirstToken && ClauseSubject.Inside(saying, n); n--)
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
            for (var n = that - 1; n > that - Reach && n >= 0 && ClauseSubject.Inside(saying, n); n--)
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
        while (end < saying.Prose.Tokens.Count && saying.Prose.Tokens[end].Sentence == sentence && saying.Prose.Tokens[end].Span.End <= saying.Tagged.Content.Hull.End && end < t + ClauseReach)
        {
            end++;
        }

        return end;
    }

    private static PhraseBook<Kind> Book(params string[] kinds) =>
        PhraseBook<Kind>.Load("Articles/Attribution/Data/wrongs.tsv", r => Enum.Parse<Kind>(r[0], ignoreCase: true), r => kinds.Contains(r[0]));

    private static bool IsVerb(string lower) => ClauseSubject.IsPast(lower) || lower.EndsWith("ing", StringComparison.Ordinal) || (lower.EndsWith('s') && lower.Length > 3) || WordForms.Of(lower).Any();

    internal static FrozenSet<string> List(params string[] kinds) =>
        Resource.Rows("Articles/Attribution/Data/wrongs.tsv").Where(r => kinds.Contains(r[0])).SelectMany(r => r[1].Split(", ")).ToFrozenSet(StringComparer.Ordinal);
}
