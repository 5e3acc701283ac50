namespace Stemma.Articles.Attribution;

/// <summary>What does the speaker do with the words: say, deny, accuse, demand …? And is the cue negated?</summary>
/// <remarks>
/// The cue's first known phrase decides (Data/cues.tsv); then the content may make it more specific, by the rules below it: "says it will" promises,
/// "said he did not" denies, "called it a lie" denies, "called him a liar" accuses, "asked residents to leave" demands.
/// Known to miss: irony; a threat told without its harm ("he will see"); acts told by an idiom that is not in the list (then: say).
/// </remarks>
internal static class ActReader
{
    // How many words behind the cue a phrase may still take.
    private const int PhraseTail = 4;

    private static readonly PhraseBook<Act> Cues = PhraseBook<Act>.Load("Articles/Attribution/Data/cues.tsv", r => Enum.Parse<Act>(r[0], ignoreCase: true));

    public static (Act Act, int Head, bool Negated) Read(Saying saying)
    {
        if (saying.HasNoCueWord || saying.Cue.All(t => saying.Lower(t) is "in" or "by" or "for" or "from" or "with" or "among"))
        {
            return (Asks(saying) ? Act.Question : EvidenceWords.IsDocumentOrTest(saying) ? Act.Reveal : Act.Say, -1, false);
        }

        var (told, head, last) = FromCue(saying);
        var negated = Negation.Of(saying, head);
        var act = Content(saying, told, head, negated);
        return (act, head, act == Act.Decline && told != Act.Decline ? false : negated);

        static Act Content(Saying saying, Act told, int head, bool negated) => ActInContent.Sharpen(saying, told, head, negated);
    }

    /// <summary>A content that asks and tells nothing: it ends in a question mark, and no sentence of it in a stop. Only who takes a turn in a transcript may tell first and ask at its end.</summary>
    internal static bool Asks(Saying saying)
    {
        var (tells, last) = (false, "");
        foreach (var token in saying.Content)
        {
            var lower = saying.Lower(token);
            tells |= lower is "." or "!";
            last = lower is "\"" or "'" ? last : lower;
        }

        return last == "?" && (!tells || saying.IsTurn);
    }

    private static (Act Act, int Head, int Last) FromCue(Saying saying)
    {
        var tokens = saying.Prose.Tokens;
        // A phrase may run on into the content: "cast" + "its veto against the text", "insisted" + "on a seat".
        var end = Math.Min(saying.Cue[^1] + 1 + PhraseTail, tokens.Count);
        while (end > saying.Cue[^1] + 1 && tokens[end - 1].Sentence != tokens[saying.Cue[^1]].Sentence)
        {
            end--;
        }

        (Act, int, int)? first = null;
        for (var n = 0; n < saying.Cue.Count; n++)
        {
            var at = saying.Cue[n];
            if (!Cues.TryMatch(tokens, at, end, out var act, out var last))
            {
                continue;
            }

            // "responded by accusing": the means is the act.
            if (first is (Act.Say, _, var behind) && saying.Lower(at - 1) == "by" && at - 1 >= behind && saying.Lower(at).EndsWith("ing", StringComparison.Ordinal))
            {
                return (act, at, last);
            }

            // "issued a paper welcoming", "voiced outrage": the act stands behind the giving of words.
            if (first is (Act.Say, var giving, _) && act != Act.Say && Gives(saying.Lower(giving)))
            {
                return (act, at, last);
            }

            first ??= (act, at, last);
        }

        return first ?? (Act.Say, Head(saying), end);
    }

    private static bool Gives(string lower) =>
        new[] { "issue", "release", "publish", "deliver", "voice", "express", "make", "send", "share", "give", "put", "offer", "sound", "begin", "file", "write" }.Any(l => WordForms.Is(lower, l));

    /// <summary>A cue that no list knows: its first word that is no auxiliary.</summary>
    private static int Head(Saying saying)
    {
        foreach (var token in saying.Cue)
        {
            if (Saying.IsWord(saying.Lower(token)) && !Negation.IsAuxiliary(saying.Lower(token)) && !Negation.IsNegation(saying.Lower(token)))
            {
                return token;
            }
        }

        return saying.Cue[0];
    }
}
