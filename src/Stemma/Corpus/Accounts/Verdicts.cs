using Stemma.Words;

namespace Stemma.Corpus.Accounts;

/// <summary>What does somebody call untrue without a word of denying: “the accusations were ridiculous”, “Her claims are not true”, “These baseless claims …”?</summary>
internal static class Verdicts
{
    // Who calls an account false in passing says something else besides: a sentence of their own, and no longer one.
    private const int LongestCall = 250;

    /// <summary>The words of what is called so, up to the verdict; null where nothing is.</summary>
    public static List<ClaimTerm>? On(ClaimedArticle article, Statement s)
    {
        // "said claims that he lied are untrue": the noun was taken for the cue's.
        var cue = ClaimReader.Terms(article.Text, s.Cue);
        var words = ClaimReader.Terms(article.Text, s.Content);
        var inCue = cue.Count > 1 && ClaimWords.Is("accusation", cue[^1].Lower);
        foreach (var sentence in ClaimReader.Sentences(inCue ? [cue[^1], .. words] : words))
        {
            if (sentence[^1].Span.End - sentence[0].Span.Begin <= LongestCall && Verdict(article.Text, sentence) is { } called)
            {
                return called;
            }
        }

        return null;
    }

    private static List<ClaimTerm>? Verdict(string text, List<ClaimTerm> words)
    {
        const int Early = 10, Reach = 6, Far = 40;
        var noun = words.Take(Early).ToList().FindIndex(w => ClaimWords.Is("accusation", w.Lower) || ClaimWords.Is("claim-testimony", w.Lower) || ClaimWords.Is("notion", w.Lower));

        // "To be clear, Maren's claims are …": what stands behind the comma.
        var from = noun;
        while (from > 0 && !text.AsSpan(words[from - 1].Span.End, words[from].Span.Begin - words[from - 1].Span.End).ContainsAny(",:"))
        {
            from--;
        }

        if (noun < 0 || words.Take(noun).Skip(from).Any(w => ClaimWords.Is("condition", w.Lower) || ClaimWords.IsForm("report-verb", w.Lower) || ClaimWords.Is("be", w.Lower) && w.Lower != "'s" || ClaimWords.Is("have", w.Lower))
            || (ClaimWords.Is("notion", words[noun].Lower) && !words.Take(noun).Skip(from).Any(w => w.Capital && w.Weight > 2)))
        {
            return null;
        }

        // "Untrue allegations are being made against me": the verdict opens the sentence.
        if (noun == 1 && ClaimWords.Is("false-word", words[0].Lower) && ClaimWords.IsForm("blame-noun", words[1].Lower))
        {
            return words[..2];
        }

        // "these false and baseless claims were made by a fringe": the verdict stands before the noun.
        if (noun > 1 && words[0].Lower is "these" or "those" or "such" && words.Take(noun).Any(w => ClaimWords.Is("false-word", w.Lower)) && words.Take(noun).All(w => ClaimWords.Is("determiner", w.Lower) || ClaimWords.Is("false-word", w.Lower) || w.Lower is "and" or "such"))
        {
            return words[..(noun + 1)];
        }

        // "claims that he lied are untrue": the verdict may stand far off where the noun tells what.
        var that = noun + 1 < words.Count && words[noun + 1].Lower is "that" or "of" or "about" or "against";
        var reach = Math.Min(words.Count, noun + 1 + (that ? Far : Reach));
        var verdict = words.FindLastIndex(reach - 1, reach - noun - 1, w => ClaimWords.Is("false-word", w.Lower) || ClaimWords.Is("untrue", w.Lower));
        var be = verdict < 0 ? -1 : words.FindLastIndex(verdict, Math.Min(Reach, verdict - noun), w => ClaimWords.Is("be", w.Lower));
        if (be <= noun || words.Take(be).Any(w => ClaimWords.Is("negative", w.Lower)) && !that)
        {
            return null;
        }

        if (words[be - 1].Lower == "to")
        {
            return null;
        }

        var not = words.Skip(be).Take(verdict - be).Any(w => ClaimWords.Is("negative", w.Lower));
        return not == ClaimWords.Is("untrue", words[verdict].Lower) && (verdict == words.Count - 1 || !that || words.Count - verdict <= Reach) ? Named(words[..be], noun) : null;
    }

    // "To be clear, Maren's scurrilous claims": whose they are and what, without what they are called.
    private static List<ClaimTerm> Named(List<ClaimTerm> words, int noun) =>
        [.. words.Take(noun).Where(w => w.Capital && !w.First || w.Country is not null || (w.Capital && w.Weight > 2)), .. words.Skip(noun)];
}
