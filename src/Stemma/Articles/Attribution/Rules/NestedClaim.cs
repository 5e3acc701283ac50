using Stemma.Articles.Attribution.Tagger;
using Stemma.Articles.Sentences;

namespace Stemma.Articles.Attribution.Rules;

/// <summary>"Maren’s allegation that …", "allegations by Maren that …": the owner, the claim and the clause that tells it, inside what somebody says.</summary>
internal static class NestedClaim
{
    // "repeated, unproven claims": adjectives between the owner and the claim.
    private const int MostAdjectives = 3;

    // "there is no truth to", "cast doubt on": so far before the owner.
    private const int MostToDoubt = 4;

    // "is a complete lie": so far behind the verb.
    private const int MostToUntrue = 3;

    /// <summary>The claim whose noun is a token of a content that begins at one token and ends before another; null where there is none.</summary>
    /// <param name="denied">What holds it is a denial: then the whole clause is what was claimed.</param>
    public static TaggedAttribution? At(Prose prose, int from, int noun, int to, bool denied, double confidence)
    {
        if (!NestedWords.Claims.Contains(prose.Tokens[noun].Lower) || (Behind(prose, noun, to) ?? Before(prose, from, noun)) is not var (first, last, that))
        {
            return null;
        }

        if (last <= first || that >= to || !NestedWords.OpensClause.Contains(prose.Tokens[that].Lower) || !Enumerable.Range(first, last - first).Any(t => InnerClause.IsName(prose, t) || NestedWords.Owners.Contains(prose.Tokens[t].Lower)) || !InnerClause.SameSentence(prose, that, noun))
        {
            return null;
        }

        var end = InnerClause.End(prose, that + 1, to);
        if (!denied && !Doubted(prose, from, Math.Min(first, noun), noun))
        {
            end = Judged(prose, that + 1, end);
        }

        var content = Body.SpanOf(prose, prose.Tokens[that].Lower == "that" ? that : that + 1, end);
        return content.IsEmpty || Body.Words(prose, content[0]) <= NestedRule.FewestWords ? null : new(Body.SpanOf(prose, first, last), [prose.Tokens[noun].Span], content, confidence);
    }

    // "allegations by the harbour master that": the owner, and where the clause opens.
    private static (int First, int Last, int That)? Behind(Prose prose, int noun, int to)
    {
        var by = noun + 1;
        if (by + 1 >= to || prose.Tokens[by].Lower is not ("by" or "from" or "of" or "in"))
        {
            return null;
        }

        var last = by + 1;
        while (last < to && last - by <= InnerClause.LongestSubject && !NestedWords.OpensClause.Contains(prose.Tokens[last].Lower) && !InnerClause.Parts(prose.Tokens[last].Lower))
        {
            last++;
        }

        return (by + 1, last, last);
    }

    // "the harbour master's repeated claims that", "North Wire reports that".
    private static (int First, int Last, int That)? Before(Prose prose, int from, int noun)
    {
        var owns = noun - 1;
        while (owns > from && noun - owns <= MostAdjectives && !IsPossessive(prose, owns) && !InnerClause.Parts(prose.Tokens[owns].Lower) && !InnerClause.IsName(prose, owns) && !NestedWords.Owners.Contains(prose.Tokens[owns].Lower))
        {
            owns--;
        }

        var first = owns;
        if (InnerClause.IsName(prose, owns))
        {
            while (first > from && InnerClause.IsName(prose, first - 1))
            {
                first--;
            }

            return (first, noun, noun + 1);
        }

        // "press reports that": nobody is named, and it is told who claims it.
        if (NestedWords.Owners.Contains(prose.Tokens[owns].Lower))
        {
            return (owns, owns + 1, noun + 1);
        }

        if (!IsPossessive(prose, owns))
        {
            return null;
        }

        while (first > from && owns - first < InnerClause.LongestSubject && !InnerClause.Parts(prose.Tokens[first - 1].Lower) && !NestedWords.Claims.Contains(prose.Tokens[first - 1].Lower))
        {
            first--;
        }

        return (first, owns + 1, noun + 1);
    }

    private static bool IsPossessive(Prose prose, int t) => prose.Tokens[t].Lower is "'s" or "'";

    // "there is no truth to Maren's claim that", "cast doubt on Maren's claim that".
    private static bool Doubted(Prose prose, int from, int claim, int noun)
    {
        var begin = Math.Max(from, claim - MostToDoubt);
        return Enumerable.Range(begin, Math.Max(0, claim - begin)).Any(t => NestedWords.Doubts.Contains(prose.Tokens[t].Lower) && InnerClause.SameSentence(prose, t, noun));
    }

    // "Maren's claim that the gate was open is false": where the words begin that call it untrue; the clause's begin where none do.
    private static int Judged(Prose prose, int from, int end)
    {
        for (var t = from + NestedRule.FewestWords; t + 1 < end; t++)
        {
            if (prose.Tokens[t].Lower is "is" or "are" or "was" or "were" && Enumerable.Range(t + 1, Math.Min(MostToUntrue, end - t - 1)).Any(k => NestedWords.Untrue.Contains(prose.Tokens[k].Lower)))
            {
                return t;
            }
        }

        return from;
    }
}
