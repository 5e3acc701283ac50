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
            if (denied && WithItsNoun(prose, outer.Tagged) is { } whole)
            {
                outer = outer with { Tagged = outer.Tagged with { Content = whole }, Rule = $"{outer.Rule}+{Name}" };
                result.Replace(n, outer);
            }

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
                    else if (NestedDenial.Second(prose, first, t, end, Confidence) is { } second && Add(result, second, n))
                    {
                        CutBefore(prose, result, n, second.Cue[0].Begin);
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

    /// <param name="holder">What holds it, of which it may be all.</param>
    private bool Add(Finds result, TaggedAttribution inner, int holder = -1)
    {
        var whole = holder >= 0 ? result[holder].Tagged.Content : Spans.None;
        if (result.Any(inner.Source.Hull.Hull(inner.Content.Hull), f => f.Voice == Voice.Reported && (f.Tagged.Cue.Overlaps(inner.Cue) || f.Tagged.Source.Any(inner.Cue.Overlaps) || (f.Tagged.Content.SequenceEqual(inner.Content) && !f.Tagged.Content.SequenceEqual(whole)))))
        {
            return false;
        }

        result.Add(new Found(inner, Name));
        return true;
    }

    // "disputed a report by North Wire that the gate was open": the report belongs to what is disputed, where it was left between the verb and its clause.
    private static Spans? WithItsNoun(Prose prose, TaggedAttribution denial)
    {
        if (denial.Content.IsEmpty || denial.Content[0].Begin <= denial.Cue.Hull.End)
        {
            return null;
        }

        var (first, end) = (prose.TokenAt(denial.Cue.Hull.End), prose.TokenAt(denial.Content[0].Begin));
        return first < end && end - first <= MostToClause && InnerClause.SameSentence(prose, first, end) && NestedWords.OpensClause.Contains(prose.Tokens[end].Lower)
            && NestedWords.Claims.Contains(prose.Tokens[end - 1].Lower) && Enumerable.Range(first, end - first).All(t => Saying.IsWord(prose.Tokens[t].Lower) || prose.Tokens[t].Lower == "'s")
            ? [new TextSpan(prose.Tokens[first].Span.Begin, denial.Content[0].End), .. denial.Content.Skip(1)] : null;
    }

    // "the Harbour Post's much discussed report".
    private const int MostToClause = 8;

    // "Maren believes it was sold but Voss has denied this": what stands behind the "but" is no longer hers.
    private void CutBefore(Prose prose, Finds result, int n, int subject)
    {
        var at = prose.TokenAt(subject) - 1;
        if (at > 0 && prose.Tokens[at].Lower is "but" or "although" or "though" or "while"
            && result[n].Tagged is { Content: [var only, ..] } tagged && tagged.Content.Skip(1).All(c => c.Begin > prose.Tokens[at].Span.Begin)
            && Body.SpanOf(prose, prose.TokenAt(only.Begin), Math.Min(at, prose.TokenAt(only.End - 1) + 1)) is { IsEmpty: false } before && Body.Words(prose, before[0]) >= FewestWords)
        {
            result.Replace(n, result[n] with { Tagged = tagged with { Content = before }, Rule = $"{result[n].Rule}+{Name}" });
        }
    }
}
