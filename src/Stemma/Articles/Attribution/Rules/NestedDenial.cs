using Stemma.Articles.Attribution.Tagger;
using Stemma.Articles.Sentences;

namespace Stemma.Articles.Attribution.Rules;

/// <summary>"… the leaders “strongly denied” any knowledge": subject, verb of denial and what is denied, inside what somebody says.</summary>
internal static class NestedDenial
{
    // "disputed Maren's long and angry account": so far behind the verb a claim is what it takes.
    private const int MostToClaim = 6;

    // "denied the two men entry".
    private const int MostToThing = 5;

    public static bool IsVerb(string lower) => NestedWords.Denies.Contains(lower) || NestedWords.Disputes.Contains(lower);

    /// <summary>The denial whose verb is a token of a content that begins at one token and ends before another; null where there is none.</summary>
    public static TaggedAttribution? At(Prose prose, int from, int verb, int to, double confidence)
    {
        if (!Denies(prose, from, verb, to) || Cue(prose, from, verb) is not { } cue || Subject(prose, from, cue, verb) is not var (first, last))
        {
            return null;
        }

        return Made(prose, first, last, cue, verb, to, confidence);
    }

    /// <summary>"contested Voss’s portrait of the firm": a verb of disputing right before somebody's account, no court's ruling.</summary>
    public static bool ContestsAccount(Prose prose, int from, int verb, int to) =>
        NestedWords.Contests.Contains(prose.Tokens[verb].Lower) && TakesClaim(prose, verb + 1, to) && !IsRuling(prose, from, verb);

    /// <summary>"said ⟨he⟩ acknowledged a payment but ⟨denied⟩ any fraud": the second deed of whoever the clause begins with.</summary>
    public static TaggedAttribution? Second(Prose prose, int from, int verb, int to, double confidence)
    {
        if (!Denies(prose, from, verb, to) || Cue(prose, from, verb) is not { } cue || cue - 1 <= from || prose.Tokens[cue - 1].Lower is not ("but" or "and" or "while") || !InnerClause.SameSentence(prose, cue - 1, verb))
        {
            return null;
        }

        var first = prose.Tokens[from].Lower == "that" ? from + 1 : from;
        var last = first;
        while (last < cue - 1 && last - first < InnerClause.LongestSubject && !IsDeed(prose, last) && !InnerClause.Parts(prose.Tokens[last].Lower))
        {
            last++;
        }

        return first < last && last < cue - 1 && InnerClause.SameSentence(prose, first, verb) && IsDeed(prose, last) && IsSubject(prose, first, last) ? Made(prose, first, last, cue, verb, to, confidence) : null;
    }

    // "acknowledged", "had said": what a subject ends before.
    private static bool IsDeed(Prose prose, int t) => prose.Tokens[t].Lower is var lower
        && ((Negation.IsAuxiliary(lower) && lower is not ("'s" or "to")) || NestedWords.GoesOn.Contains(lower) || (lower.EndsWith("ed", StringComparison.Ordinal) && !prose.IsCapital(t)));

    private static TaggedAttribution? Made(Prose prose, int first, int last, int cue, int verb, int to, double confidence)
    {
        var end = InnerClause.End(prose, verb + 1, to);
        if (end == verb + 1 || RefusesThing(prose, verb + 1, end))
        {
            return null;
        }

        var begin = verb + 1;
        while (begin < end && InnerClause.IsQuote(prose.Tokens[begin].Lower) && !Saying.IsWord(prose.Tokens[begin].Lower))
        {
            begin++;
        }

        var content = Body.SpanOf(prose, begin, end);
        return content.IsEmpty ? null : new(Spans.Of(prose.Tokens[first].Span.Begin, prose.Tokens[last - 1].Span.End), Spans.Of(prose.Tokens[cue].Span.Begin, prose.Tokens[verb].Span.End), content, confidence);
    }

    private static bool Denies(Prose prose, int from, int verb, int to) => prose.Tokens[verb].Lower is var lower
        && (NestedWords.Denies.Contains(lower) || (NestedWords.Disputes.Contains(lower) && TakesClaim(prose, verb + 1, to) && !IsRuling(prose, from, verb)));

    // Where the verb's own words begin: "has strongly denied". None where it is suffered, taken back or only possible: "was denied", "not denied", "can deny".
    private static int? Cue(Prose prose, int from, int verb)
    {
        var cue = verb;
        while (cue > from && InnerClause.SameSentence(prose, cue - 1, verb) && prose.Tokens[cue - 1].Lower is var word && GoesWithVerb(word))
        {
            if (Negation.IsNegation(word) || NestedWords.Undone.Contains(word))
            {
                return null;
            }

            cue--;
        }

        // "doubts" and "dispute" are nouns as well.
        var maybe = NestedWords.MaybeDenies.Contains(prose.Tokens[verb].Lower) && cue == verb;
        return maybe && !InnerClause.IsName(prose, verb - 1) && prose.Tokens[verb - 1].Lower is not ("they" or "officials") ? null : cue;
    }

    private static bool GoesWithVerb(string word) => Negation.IsAuxiliary(word) || PhraseBook<Act>.IsAdverb(word) || Negation.IsNegation(word) || word is "both" or "all";

    // What stands before the verb, a weekday between them passed over.
    private static (int First, int Last)? Subject(Prose prose, int from, int cue, int verb)
    {
        var last = cue;
        while (last > from && prose.Tokens[last - 1].Lower is var word && (InnerClause.IsQuote(word) || NestedWords.Days.Contains(word)))
        {
            last--;
        }

        var first = last;
        while (first > from && InnerClause.SameSentence(prose, first - 1, verb) && last - first < InnerClause.LongestSubject && !InnerClause.Parts(prose.Tokens[first - 1].Lower))
        {
            first--;
        }

        return first < last && IsSubject(prose, first, last) ? (first, last) : null;
    }

    // A name, or a noun with its article; "he" and "they" too, for who is meant is another room's to ask. Nobody speaks of themselves here.
    private static bool IsSubject(Prose prose, int first, int end)
    {
        for (var t = first; t < end; t++)
        {
            var lower = prose.Tokens[t].Lower;
            if (NestedWords.Nobody.Contains(lower) || (Negation.IsAuxiliary(lower) && lower != "'s") || (t > first && lower.EndsWith("ed", StringComparison.Ordinal) && !prose.IsCapital(t)))
            {
                return false;
            }
        }

        return InnerClause.IsName(prose, first) || NestedWords.Subjects.Contains(prose.Tokens[first].Lower);
    }

    private static bool TakesClaim(Prose prose, int from, int to) =>
        Enumerable.Range(from, Math.Max(0, Math.Min(MostToClaim, to - from))).Any(t => NestedWords.Claims.Contains(prose.Tokens[t].Lower) && InnerClause.SameSentence(prose, from - 1, t));

    // "the court dismissed the charges".
    private static bool IsRuling(Prose prose, int from, int verb)
    {
        var begin = Math.Max(from, verb - InnerClause.LongestSubject);
        return Enumerable.Range(begin, verb - begin).Any(t => NestedWords.Courts.Contains(prose.Tokens[t].Lower));
    }

    // "denied him a visa", "denied bail".
    private static bool RefusesThing(Prose prose, int from, int end) =>
        NestedWords.Whom.Contains(prose.Tokens[from].Lower) || Enumerable.Range(from, Math.Min(MostToThing, end - from)).Any(t => NestedWords.Refused.Contains(prose.Tokens[t].Lower));
}
