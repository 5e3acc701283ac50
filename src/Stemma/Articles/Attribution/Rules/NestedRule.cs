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

    /// <summary>Fewer words of content say nothing.</summary>
    public const int FewestWords = 3;

    public string Name => Statement.Nested;

    public IReadOnlyList<Found> Apply(Prose prose, IReadOnlyList<Found> found)
    {
        var result = new Finds(prose, found);
        for (var n = 0; n < found.Count; n++)
        {
            if (found[n] is not { Voice: Voice.Reported, Tagged.Cue.IsEmpty: false } outer)
            {
                continue;
            }

            var denied = IsDenial(prose, outer.Tagged.Cue.Hull);
            foreach (var piece in Whole(prose, outer.Tagged.Content))
            {
                var (first, end) = Body.Tokens(prose, piece);
                for (var t = first + 1; t < end; t++)
                {
                    if (NestedClaim.At(prose, first, t, end, denied, Confidence) is { } claim)
                    {
                        Add(result, claim);
                    }
                    else if (NestedDenial.At(prose, first, t, end, Confidence) is { } denial)
                    {
                        Add(result, denial);
                        if (result.All.Count > found.Count)
                        {
                            CutBefore(prose, result, n, denial.Source[0].Begin);
                        }
                    }
                }
            }
        }

        return result.All;
    }

    private static bool IsDenial(Prose prose, TextSpan cue)
    {
        var (first, end) = Body.Tokens(prose, cue);
        return Enumerable.Range(first, Math.Max(0, end - first)).Any(t => NestedDenial.IsVerb(prose.Tokens[t].Lower));
    }

    // "a claim … that the gate was open": where the owner's name was left out of the content, it stands between its pieces.
    private static IEnumerable<TextSpan> Whole(Prose prose, Spans content) =>
        content is [_, ..] && Body.SentenceOf(prose, content.Hull.Begin) == Body.SentenceOf(prose, content.Hull.End - 1) ? [content.Hull] : content;

    private void Add(Finds result, TaggedAttribution inner)
    {
        if (!result.Any(inner.Source.Hull.Hull(inner.Content.Hull), f => f.Voice == Voice.Reported && (f.Tagged.Cue.Overlaps(inner.Cue) || f.Tagged.Source.Any(inner.Cue.Overlaps) || f.Tagged.Content.SequenceEqual(inner.Content))))
        {
            result.Add(new Found(inner, Name));
        }
    }

    // "Maren believes it was sold but Voss has denied this": what stands behind the "but" is no longer hers.
    private void CutBefore(Prose prose, Finds result, int n, int subject)
    {
        var at = prose.TokenAt(subject) - 1;
        if (at > 0 && prose.Tokens[at].Lower is "but" or "although" or "though" or "while"
            && result[n].Tagged is { Content: [var only] } tagged
            && Body.SpanOf(prose, prose.TokenAt(only.Begin), at) is { IsEmpty: false } before && Body.Words(prose, before[0]) >= FewestWords)
        {
            result.Replace(n, result[n] with { Tagged = tagged with { Content = before }, Rule = $"{result[n].Rule}+{Name}" });
        }
    }
}
