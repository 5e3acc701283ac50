using System.Collections.Frozen;
using Stemma.Articles.Attribution.Tagger;
using Stemma.Articles.Sentences;
using Stemma.Words;

namespace Stemma.Articles.Attribution.Rules;

/// <summary>"The call – denied by the palace – was taped", "…, an allegation he has denied": who denies what the sentence has just told, by the way?</summary>
/// <remarks>
/// Why: news tells the answer of the accused in half a clause behind the charge, and a reader of either wants both. Hits: a comma or dash, a word for a claim perhaps, and a denial in the passive
/// with its "by", or a claim with whose denial it is, or "although" with somebody who denies "this". The clause before it is what is denied. Hits not: "was denied by the court" (a ruling), "denied by the ministry" as the sentence's own verb.
/// Misses: a denial two clauses off.
/// </remarks>
internal sealed class DeniedInPassingRule : IAttributionRule
{
    // As unmeasured as the strong verbs it stands beside: just above the line of "more likely right than not".
    private const double Confidence = 0.55;

    // Who denies, with a title; adjectives before the word for a claim.
    private const int LongestSource = 8;
    private const int MostAdjectives = 3;

    // A clause of fewer words tells nothing.
    private const int FewestWords = 3;

    // "The alleged meddling, denied by Vardia, …": a noun phrase; where no claim is named, a clause is wanted.
    private const int FewestWithoutClaim = 6;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Lists =
        Resource.Rows("Articles/Attribution/Data/in-passing.tsv").ToFrozenDictionary(r => r[0], r => r[1].Split(' ').ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    private static readonly FrozenSet<string> Denials = Lists["denial"], Claims = Lists["claim"], Opposes = Lists["opposes"], NotTheDenier = Lists["not-the-denier"], BehindDenial = Lists["behind-denial"];

    public string Name => Statement.DeniedInPassing;

    public IReadOnlyList<Found> Apply(Prose prose, IReadOnlyList<Found> found)
    {
        var result = new Finds(prose, found);
        foreach (var sentence in prose.Sentences.Where(s => Body.IsRead(prose.Paragraphs[s.Paragraph])))
        {
            var end = sentence.FirstToken + sentence.Tokens;
            for (var t = sentence.FirstToken + FewestWords; t < end - 1; t++)
            {
                if (Parts(prose.Tokens[t].Lower) && Read(prose, sentence.FirstToken, t, end) is { } denied
                    && !result.Any(denied.Source.Hull.Hull(denied.Cue.Hull), f => f.Voice == Voice.Reported && f.Tagged.Cue.Overlaps(denied.Cue)))
                {
                    result.Add(new Found(denied, Name));
                }
            }
        }

        return result.All;
    }

    private static bool Parts(string lower) => lower is "," or "-" or "–" or "—" or "--";

    private static TaggedAttribution? Read(Prose prose, int begin, int mark, int end)
    {
        var t = mark + 1;
        var claim = false;
        if (Opposes.Contains(prose.Tokens[t].Lower))
        {
            return mark - begin < FewestWithoutClaim ? null : Pointing(prose, begin, mark, t + 1, end);
        }

        if (prose.Tokens[t].Lower is "a" or "an" or "the" || Claims.Contains(prose.Tokens[t].Lower))
        {
            var noun = t;
            while (noun < end && noun - t <= MostAdjectives && !Claims.Contains(prose.Tokens[noun].Lower))
            {
                noun++;
            }

            if (noun >= end || noun - t > MostAdjectives)
            {
                return null;
            }

            (claim, t) = (true, noun + 1);
        }

        return t >= end || (!claim && mark - begin < FewestWithoutClaim) ? null : By(prose, begin, mark, t, end) ?? (claim ? Own(prose, begin, mark, t, end) : null);
    }

    // "(a claim) repeatedly denied by Maren".
    private static TaggedAttribution? By(Prose prose, int begin, int mark, int from, int end)
    {
        var verb = from;
        while (verb < end && PhraseBook<Act>.IsAdverb(prose.Tokens[verb].Lower))
        {
            verb++;
        }

        if (verb + 2 >= end || !Denials.Contains(prose.Tokens[verb].Lower) || !prose.Tokens[verb].Lower.EndsWith("ed", StringComparison.Ordinal) || prose.Tokens[verb + 1].Lower != "by")
        {
            return null;
        }

        var last = verb + 2;
        while (last < end && last - verb - 2 < LongestSource && (Saying.IsWord(prose.Tokens[last].Lower) || prose.Tokens[last].Lower is "'s") && !NotTheDenier.Contains(prose.Tokens[last].Lower))
        {
            last++;
        }

        return last == verb + 2 ? null : Made(prose, begin, mark, verb + 2, last, from, verb + 2);
    }

    // "an allegation (that) Maren has denied".
    private static TaggedAttribution? Own(Prose prose, int begin, int mark, int from, int end)
    {
        var first = prose.Tokens[from].Lower is "that" or "which" ? from + 1 : from;
        var cue = first;
        while (cue < end && cue - first < LongestSource && Saying.IsWord(prose.Tokens[cue].Lower) && !Negation.IsAuxiliary(prose.Tokens[cue].Lower) && !PhraseBook<Act>.IsAdverb(prose.Tokens[cue].Lower) && !Denials.Contains(prose.Tokens[cue].Lower))
        {
            cue++;
        }

        var verb = cue;
        while (verb < end && (PhraseBook<Act>.IsAdverb(prose.Tokens[verb].Lower) || prose.Tokens[verb].Lower is "has" or "have" or "had" or "both"))
        {
            verb++;
        }

        return cue == first || verb >= end || !Denials.Contains(prose.Tokens[verb].Lower) || NotTheDenier.Contains(prose.Tokens[first].Lower) || (verb + 1 < end && Saying.IsWord(prose.Tokens[verb + 1].Lower) && !BehindDenial.Contains(prose.Tokens[verb + 1].Lower))
            ? null : Made(prose, begin, mark, first, cue, cue, verb + 1);
    }

    // "although Maren disputes this": nothing but the pointing word behind the verb.
    private static TaggedAttribution? Pointing(Prose prose, int begin, int mark, int first, int end)
    {
        var cue = first;
        while (cue < end && cue - first < LongestSource && (Stemma.Articles.Attribution.Saying.IsWord(prose.Tokens[cue].Lower) || prose.Tokens[cue].Lower is "'s") && !Negation.IsAuxiliary(prose.Tokens[cue].Lower) && !PhraseBook<Act>.IsAdverb(prose.Tokens[cue].Lower) && !Denials.Contains(prose.Tokens[cue].Lower))
        {
            cue++;
        }

        var verb = cue;
        while (verb < end && (PhraseBook<Act>.IsAdverb(prose.Tokens[verb].Lower) || prose.Tokens[verb].Lower is "has" or "have" or "had" or "both"))
        {
            verb++;
        }

        return cue == first || verb + 1 >= end || !Denials.Contains(prose.Tokens[verb].Lower) || NotTheDenier.Contains(prose.Tokens[first].Lower) || prose.Tokens[verb + 1].Lower is not ("this" or "that" or "it" or "these")
            || (verb + 2 < end && Stemma.Articles.Attribution.Saying.IsWord(prose.Tokens[verb + 2].Lower) && !BehindDenial.Contains(prose.Tokens[verb + 2].Lower))
            ? null : Made(prose, begin, mark, first, cue, cue, verb + 2);
    }

    private static TaggedAttribution? Made(Prose prose, int begin, int mark, int source, int sourceEnd, int cue, int cueEnd)
    {
        // "a motion denied by the judge" was not said to be untrue.
        if (Enumerable.Range(source, sourceEnd - source).Any(t => NestedWords.Courts.Contains(prose.Tokens[t].Lower)))
        {
            return null;
        }

        // From the last "that" of the clause before on, where that tells enough; else the whole clause.
        var first = begin;
        for (var t = mark - 1; t > begin; t--)
        {
            if (prose.Tokens[t].Lower is ";" or ":" || (prose.Tokens[t].Lower is "that" or "whether" && mark - t > FewestWords + 1))
            {
                first = prose.Tokens[t].Lower is ";" or ":" ? t + 1 : t;
                break;
            }
        }

        var content = Body.SpanOf(prose, first, mark);
        return content.IsEmpty || Body.Words(prose, content[0]) < FewestWords ? null : new(
            Spans.Of(prose.Tokens[source].Span.Begin, prose.Tokens[sourceEnd - 1].Span.End),
            Spans.Of(prose.Tokens[cue].Span.Begin, prose.Tokens[cueEnd - 1].Span.End),
            content, Confidence);
    }
}
