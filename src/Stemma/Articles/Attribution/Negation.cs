namespace Stemma.Articles.Attribution;

/// <summary>Is the cue itself negated or reversed? "did not say", "no one believes", "stopped short of blaming", "has yet to explain".</summary>
/// <remarks>A refusal ("declined to say") is an act of its own and not negated. Known to miss: "hardly", "few believe".</remarks>
internal static class Negation
{
    // How far before the head a negation may stand, counted in words of the verb group: "has not so far publicly said".
    private const int Reach = 5;

    public static bool Of(Saying saying, int head)
    {
        if (head < 0)
        {
            return false;
        }

        if (saying.Source.Take(3).Any(t => saying.Lower(t) is "no" or "nobody" or "none" or "neither" or "not" or "nothing"))
        {
            return true;
        }

        foreach (var token in saying.Cue)
        {
            // After the head only "said nothing", "gave no details", "made no mention".
            var lower = saying.Lower(token);
            if (lower == "without" && token + 1 < saying.Prose.Tokens.Count && saying.Lower(token + 1) == "saying")
            {
                return false;
            }

            if ((token < head && (IsNegation(lower) || IsReversal(saying, token, head))) || (token > head && lower is "nothing" or "no" && token - head <= 2))
            {
                return true;
            }
        }

        return Before(saying, saying.Cue[0]);
    }

    public static bool IsNegation(string lower) => lower is "not" or "n't" or "never" or "no" or "without" or "nor" or "neither" or "nobody" or "nothing" or "cannot" or "hardly";

    public static bool IsAuxiliary(string lower) =>
        lower is "be" or "is" or "are" or "was" or "were" or "been" or "being" or "am" or "'s" or "'re" or "'m" or "'ve" or "'d" or "'ll"
            or "have" or "has" or "had" or "having" or "do" or "does" or "did" or "will" or "would" or "can" or "could" or "may" or "might" or "must" or "shall" or "should"
            or "ca" or "wo" or "to" or "get" or "got";

    /// <summary>The negation stands just before the cue and the annotation left it out: "nor would she say".</summary>
    private static bool Before(Saying saying, int first)
    {
        var sentence = saying.Prose.Tokens[first].Sentence;
        for (var t = first - 1; t >= Math.Max(0, first - Reach) && saying.Prose.Tokens[t].Sentence == sentence; t--)
        {
            var lower = saying.Lower(t);
            if (lower is "not" or "n't" or "never" or "without" or "against" or "nor" || IsReversal(saying, t, first))
            {
                return true;
            }

            if (!IsAuxiliary(lower) && !PhraseBook<Act>.IsAdverb(lower))
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsReversal(Saying saying, int token, int head)
    {
        var lower = saying.Lower(token);
        string Next(int n) => token + n < saying.Prose.Tokens.Count && token + n <= head ? saying.Lower(token + n) : "";
        return lower switch
        {
            "stopped" or "stops" or "stop" or "stopping" or "fell" or "falls" => Next(1) == "short",
            "yet" => Next(1) == "to",
            "failed" or "fails" or "failing" or "fail" or "unable" or "neglected" => Next(1) == "to",
            "avoided" or "avoids" or "avoid" or "avoiding" or "refrained" or "refrains" or "refraining" => true,
            "lost" or "loses" or "losing" => Next(1) == "the",
            "steered" or "steers" or "steer" or "steering" or "shied" or "shies" or "shy" or "shying" => Next(1) is "away" or "clear",
            "no" => Next(1) is "longer",
            "far" => Next(1) == "from",
            _ => false,
        };
    }
}
