using Stemma.Articles.Attribution.Tagger;
using Stemma.Articles.Sentences;

namespace Stemma.Articles.Attribution.Rules;

/// <summary>"Maren said the council had denied the claim", "Voss rejected Maren’s allegation that shells had been sold": one statement inside another.</summary>
/// <remarks>
/// Why: who denies, and whose claim it is that is denied, are told in one sentence with somebody else; without a statement of their own neither can be tied to the other.
/// Hits: a subject with a verb of denial inside what somebody says; the named owner of a claim and the clause that tells it, inside what somebody denies. Hits not: "he did not deny it",
/// "denied entry", "I deny it" (the speaker's own), a claim that nobody is named for. Misses: subjects far from their verb, claims told by a noun phrase alone.
/// </remarks>
internal sealed class NestedRule : IAttributionRule
{
    // As unmeasured as the strong verbs it stands beside: just above the line of "more likely right than not".
    private const double Confidence = 0.55;

    // A subject with its title, an owner with theirs; longer stretches hold a clause of their own.
    private const int LongestSubject = 9;

    // "repeated, unproven claims": adjectives between the owner and the claim.
    private const int MostAdjectives = 3;

    // Less says nothing.
    private const int FewestWords = 3;

    private static readonly HashSet<string> Denies = new(StringComparer.Ordinal) { "denied", "denies", "deny", "denying" };

    // Of these only what is said of a claim is a denial: "rejected the allegations", not "rejected the offer".
    private static readonly HashSet<string> Disputes = new(StringComparer.Ordinal)
    {
        "rejected", "rejects", "reject", "rejecting", "dismissed", "dismisses", "dismiss", "dismissing", "disputed", "disputes", "dispute", "disputing", "refuted", "refutes", "refute", "refuting",
        "contradicted", "contradicts", "contradict", "contradicting", "rebutted", "rebuts", "rebut", "rebutting", "challenged", "challenges", "challenging", "doubted", "doubts", "doubt", "doubting",
    };

    private static readonly HashSet<string> Claims = new(StringComparer.Ordinal)
    {
        "claim", "claims", "allegation", "allegations", "accusation", "accusations", "assertion", "assertions", "suggestion", "suggestions", "contention", "charge", "charges", "insinuation", "insinuations",
        "characterization", "characterisation", "statement", "statements", "testimony", "account", "argument", "theory", "reports", "report", "finding", "findings", "conclusion", "conclusions",
    };

    public string Name => "nested";

    public IReadOnlyList<Found> Apply(Prose prose, IReadOnlyList<Found> found)
    {
        var result = new Finds(prose, found);
        for (var n = 0; n < found.Count; n++)
        {
            if (found[n] is not { Voice: Voice.Reported, Tagged.Cue.IsEmpty: false } outer)
            {
                continue;
            }

            var denies = Body.Tokens(prose, outer.Tagged.Cue.Hull) is var (cue, behind) && Enumerable.Range(cue, Math.Max(0, behind - cue)).Any(t => Denies.Contains(prose.Tokens[t].Lower) || Disputes.Contains(prose.Tokens[t].Lower));

            // "a claim … that the gate was open": where the owner's name was left out of the content, it stands between its pieces.
            var whole = outer.Tagged.Content is [_, ..] pieces && Body.SentenceOf(prose, pieces.Hull.Begin) == Body.SentenceOf(prose, pieces.Hull.End - 1) ? [pieces.Hull] : outer.Tagged.Content;
            foreach (var piece in whole)
            {
                var (first, end) = Body.Tokens(prose, piece);
                for (var t = first + 1; t < end; t++)
                {
                    if (Claim(prose, first, t, end, denies) is { } claim)
                    {
                        Add(claim);
                    }
                    else if (Denial(prose, first, t, end) is { } denial)
                    {
                        Add(denial);
                        CutBefore(n, denial.Source[0].Begin);
                    }
                }
            }
        }

        return result.All;

        // "Maren believes it was sold but Voss has denied this": what stands behind the "but" is no longer hers.
        void CutBefore(int n, int subject)
        {
            var at = prose.TokenAt(subject) - 1;
            if (at > 0 && prose.Tokens[at].Lower is "but" or "although" or "though" or "while" && result[n].Tagged is { Content: [var only] } tagged && Body.SpanOf(prose, prose.TokenAt(only.Begin), at) is { IsEmpty: false } before && Body.Words(prose, before[0]) >= FewestWords && result.All.Count > found.Count)
            {
                result.Replace(n, result[n] with { Tagged = tagged with { Content = before }, Rule = $"{result[n].Rule}+{Name}" });
            }
        }

        void Add(TaggedAttribution inner)
        {
            if (!result.Any(inner.Source.Hull.Hull(inner.Content.Hull), f => f.Voice == Voice.Reported && (f.Tagged.Cue.Overlaps(inner.Cue) || f.Tagged.Source.Any(inner.Cue.Overlaps) || f.Tagged.Content.SequenceEqual(inner.Content))))
            {
                result.Add(new Found(inner, Name));
            }
        }
    }

    // "the leaders “strongly denied” any knowledge": subject, verb of denial, what is denied.
    private static TaggedAttribution? Denial(Prose prose, int from, int verb, int to)
    {
        var lower = prose.Tokens[verb].Lower;
        if (!Denies.Contains(lower) && !(Disputes.Contains(lower) && SaysClaim(prose, verb + 1, to) && !IsCourt(prose, from, verb)))
        {
            return null;
        }

        var cue = verb;
        while (cue > from && SameSentence(prose, cue - 1, verb) && prose.Tokens[cue - 1].Lower is var word && (Negation.IsAuxiliary(word) || PhraseBook<Act>.IsAdverb(word) || Negation.IsNegation(word) || word is "both" or "all"))
        {
            // "was denied", "not denied", "can deny": suffered, taken back or only possible. The infinitive is nobody's deed yet.
            if (Negation.IsNegation(word) || word is "to" or "can" or "could" or "may" or "might" or "would" or "must" or "should" or "ca" or "be" or "is" or "are" or "was" or "were" or "been" or "being" or "get" or "got" or "'s")
            {
                return null;
            }

            cue--;
        }

        if (lower is "deny" or "dispute" or "doubt" or "challenges" or "doubts" or "disputes" && cue == verb && !IsName(prose, verb - 1) && prose.Tokens[verb - 1].Lower is not ("they" or "officials"))
        {
            return null;
        }

        var last = cue;
        while (last > from && prose.Tokens[last - 1].Lower is "\"" or "'" or "on" or "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday")
        {
            last--;
        }

        var first = last;
        while (first > from && SameSentence(prose, first - 1, verb) && last - first < LongestSubject && !Parts(prose.Tokens[first - 1].Lower))
        {
            first--;
        }

        var end = EndOfClause(prose, verb + 1, to);
        if (first == last || !IsSubject(prose, first, last) || end == verb + 1 || RefusesThing(prose, verb + 1, end))
        {
            return null;
        }

        var begin = verb + 1;
        while (begin < end && !Saying.IsWord(prose.Tokens[begin].Lower) && prose.Tokens[begin].Lower is "\"" or "'")
        {
            begin++;
        }

        var content = Body.SpanOf(prose, begin, end);
        return content.IsEmpty ? null : new(Spans.Of(prose.Tokens[first].Span.Begin, prose.Tokens[last - 1].Span.End), Spans.Of(prose.Tokens[cue].Span.Begin, prose.Tokens[verb].Span.End), content, Confidence);
    }

    // "Maren's allegation that …", "allegations by Maren that …": the owner, the claim, the clause.
    private static TaggedAttribution? Claim(Prose prose, int from, int noun, int to, bool denies)
    {
        if (!Claims.Contains(prose.Tokens[noun].Lower))
        {
            return null;
        }

        var that = noun + 1;
        var (first, last) = (-1, -1);
        if (that < to && prose.Tokens[that].Lower is "by" or "from" or "of" or "in" && that + 1 < to)
        {
            (first, last) = (that + 1, that + 1);
            while (last < to && last - first < LongestSubject && !OpensClause(prose.Tokens[last].Lower) && !Parts(prose.Tokens[last].Lower))
            {
                last++;
            }

            that = last;
        }
        else
        {
            var owns = noun - 1;
            while (owns > from && noun - owns <= MostAdjectives && prose.Tokens[owns].Lower is not ("'s" or "'") && !Parts(prose.Tokens[owns].Lower) && !IsName(prose, owns))
            {
                owns--;
            }

            if (IsName(prose, owns))
            {
                // "GOP allegations that", "North Wire reports that": the owner's name stands as it is.
                (first, last) = (owns, noun);
                while (first > from && IsName(prose, first - 1))
                {
                    first--;
                }
            }
            else if (prose.Tokens[owns].Lower is "'s" or "'")
            {
                (first, last) = (owns, owns + 1);
                while (first > from && owns - first < LongestSubject && !Parts(prose.Tokens[first - 1].Lower) && !Claims.Contains(prose.Tokens[first - 1].Lower))
                {
                    first--;
                }
            }
        }

        if (first < 0 || last <= first || that >= to || !OpensClause(prose.Tokens[that].Lower) || !Enumerable.Range(first, last - first).Any(t => IsName(prose, t)) || !SameSentence(prose, that, noun))
        {
            return null;
        }

        var end = EndOfClause(prose, that + 1, to);
        if (!denies && !Doubted(prose, from, first, noun))
        {
            // "Maren's claim that the gate was open is false": up to the words that judge it.
            end = Judged(prose, that + 1, end);
        }

        var content = Body.SpanOf(prose, prose.Tokens[that].Lower == "that" ? that : that + 1, end);
        return content.IsEmpty || Body.Words(prose, content[0]) <= FewestWords ? null : new(Body.SpanOf(prose, first, last), [prose.Tokens[noun].Span], content, Confidence);
    }

    // "Maren's claim that", "a report in North Wire claiming".
    private static bool OpensClause(string lower) => lower is "that" or "claiming" or "alleging" or "suggesting" or "saying";

    // "there is no truth to Maren's claim that", "cast doubt on Maren's claim that", in what somebody says.
    private static bool Doubted(Prose prose, int from, int first, int noun)
    {
        var begin = Math.Max(from, Math.Min(first, noun) - 4);
        return Enumerable.Range(begin, Math.Min(first, noun) - begin).Any(t => prose.Tokens[t].Lower is "truth" or "evidence" or "doubt" or "doubts" or "basis" or "proof" or "skeptical" or "sceptical" or "reject" or "rejects" or "dispute" or "disputes" && SameSentence(prose, t, noun));
    }

    // Where the words begin that call it untrue; the clause's begin where none do.
    private static int Judged(Prose prose, int from, int end)
    {
        for (var t = from + FewestWords; t + 1 < end; t++)
        {
            if (prose.Tokens[t].Lower is "is" or "are" or "was" or "were" && Enumerable.Range(t + 1, Math.Min(3, end - t - 1)).Any(k => prose.Tokens[k].Lower is "false" or "untrue" or "baseless" or "lie" or "wrong" or "unfounded" or "nonsense" or "ridiculous" or "absurd" or "inaccurate" or "ludicrous" or "outrageous" or "preposterous"))
            {
                return t;
            }
        }

        return from;
    }

    private static bool SameSentence(Prose prose, int one, int other) => prose.Tokens[one].Sentence == prose.Tokens[other].Sentence;

    private static bool Parts(string lower) =>
        lower is "," or ";" or ":" or "." or "\"" or "'" or "(" or ")" or "—" or "–" or "--" or "that" or "which" or "who" or "after" or "before" or "while" or "because" or "when" or "as" or "but" or "and" or "if" or "to" or "said" or "says" or "despite" or "though" or "although" or "whether";

    // A claim is what is rejected: "rejected the allegations", "disputed Maren's account".
    private static bool SaysClaim(Prose prose, int from, int to) => Enumerable.Range(from, Math.Max(0, Math.Min(MostAdjectives + 3, to - from))).Any(t => Claims.Contains(prose.Tokens[t].Lower) && SameSentence(prose, from - 1, t));

    // "the court dismissed the charges": a ruling.
    private static bool IsCourt(Prose prose, int from, int verb) => Enumerable.Range(Math.Max(from, verb - LongestSubject), verb - Math.Max(from, verb - LongestSubject)).Any(t => prose.Tokens[t].Lower is "court" or "courts" or "judge" or "judges" or "jury" or "tribunal" or "prosecutors" or "prosecutor");

    // "denied him a visa", "denied bail": refused.
    private static bool RefusesThing(Prose prose, int from, int end) =>
        Enumerable.Range(from, Math.Min(MostAdjectives + 2, end - from)).Any(t => prose.Tokens[t].Lower is "visa" or "visas" or "bail" or "entry" or "access" or "permission" or "request" or "requests" or "requested" or "asylum" or "parole" or "coverage" or "benefits" or "rights" or "right" or "funding" or "leave" or "opportunity" or "victory" or "application" or "services" or "care" or "treatment")
        || prose.Tokens[from].Lower is "him" or "her" or "them" or "us" or "me" or "you" or "himself" or "herself";

    private static int EndOfClause(Prose prose, int from, int to)
    {
        var end = from;
        while (end < to && SameSentence(prose, end, from - 1) && !GoesOn(prose, end, to) && prose.Tokens[end].Lower is not (";" or ":" or "." or "?" or "!" or "—" or "–" or "--") && !(prose.Tokens[end].Lower == "," && end + 1 < to && prose.Tokens[end + 1].Lower is "and" or "but" or "which" or "who" or "while" or "as" or "saying" or "calling" or "adding" or "insisting"))
        {
            end++;
        }

        while (end > from && prose.Tokens[end - 1].Lower is "\"" or "'" && prose.Tokens[end - 1].Quotation < 0)
        {
            end--;
        }

        return end;
    }

    // "denied it and said he would sue", "denied it but left": the next deed of the same subject.
    private static bool GoesOn(Prose prose, int t, int to) =>
        prose.Tokens[t].Lower is "and" or "but" && t + 1 < to && prose.Tokens[t + 1].Lower is "said" or "says" or "called" or "calls" or "accused" or "accuses" or "told" or "insisted" or "insists" or "added" or "has" or "have" or "had" or "is" or "was" or "described" or "vowed" or "claimed" or "pointed" or "demanded" or "blamed" or "refused" or "noted" or "argued";

    // A name, or a noun with its article; "he" and "they" too, for who is meant is another room's to ask. Nobody speaks of themselves here.
    private static bool IsSubject(Prose prose, int first, int end)
    {
        for (var t = first; t < end; t++)
        {
            var lower = prose.Tokens[t].Lower;
            if (lower is "i" or "we" or "you" or "it" or "no" or "nobody" or "one" || (Negation.IsAuxiliary(lower) && lower != "'s") || (t > first && lower.EndsWith("ed", StringComparison.Ordinal) && !prose.IsCapital(t)))
            {
                return false;
            }
        }

        return IsName(prose, first) || prose.Tokens[first].Lower is "the" or "a" or "an" or "both" or "he" or "she" or "they" or "his" or "her" or "their" or "its" or "officials" or "some" or "several" or "two" or "other" or "former";
    }

    private static bool IsName(Prose prose, int token) => token >= 0 && prose.IsCapital(token) && Saying.IsWord(prose.Tokens[token].Lower) && prose.Tokens[token].Lower is not ("i" or "the" or "a" or "an");
}
