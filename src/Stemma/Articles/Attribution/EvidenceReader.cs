namespace Stemma.Articles.Attribution;

/// <summary>What does the content rest on, by the words around it: seen, told, written, measured, reasoned, or just stated?</summary>
internal static class EvidenceReader
{
    public static Evidence Read(Saying saying, Act act, int head, bool negated) => Read(saying, act, head, negated, null);

    /// <summary>The same under another judge of what is a fact; asked by the training of that judge.</summary>
    internal static Evidence Read(Saying saying, Act act, int head, bool negated, bool? fact)
    {
        if (saying.Content.Count == 0 || IsNoClaim(act, negated))
        {
            return Evidence.None;
        }

        if (EvidenceWords.OfSource(saying) is { } source)
        {
            return new Evidence(source.Basis, saying.Tagged.Source.Of(saying.Prose.Text), SpanOf(saying, source.First, source.End));
        }

        if (OfCue(saying, head) is { } basis)
        {
            return basis == EvidenceBasis.None ? Evidence.None : new Evidence(basis, null, basis == EvidenceBasis.Asserted ? Spans.None : [saying.Prose.Tokens[head].Span]);
        }

        if (act is Act.Deny)
        {
            return new Evidence(EvidenceBasis.Asserted, null, Spans.None);
        }

        var words = EvidenceWords.InWords(saying);
        if (TellsOwnMind(saying) || Advises(saying) || !(fact ?? FactReader.TellsFact(saying, act, words?.Basis)))
        {
            return Evidence.None;
        }

        return words is { } named
            ? new Evidence(named.Basis, By(saying, named), SpanOf(saying, named.First, named.End))
            : new Evidence(EvidenceBasis.Asserted, null, Spans.None);
    }

    /// <summary>Cues that are themselves a way of knowing: to see is to witness, to seem is to infer, to be expected is a forecast.</summary>
    private static EvidenceBasis? OfCue(Saying saying, int head)
    {
        if (head < 0)
        {
            return null;
        }

        bool Cue(string lemma) => WordForms.Is(saying.Lower(head), lemma);
        var passive = saying.Source.Count == 0 || saying.Cue.Any(t => t < head && WordForms.Is(saying.Lower(t), "be"));
        if (Cue("reportedly"))
        {
            return EvidenceBasis.Told;
        }

        // "recalled the night of the fire": who remembers was there.
        if ((Cue("recall") || Cue("recount") || Cue("reminisce")) && saying.Source.Count > 0 && FormReader.Read(saying) != Form.Indirect)
        {
            return EvidenceBasis.Witnessed;
        }

        // An argued judgement is no claim of fact (attributes guide); of 48 contents of "argue" that were read 42 are none.
        if (Cue("argue"))
        {
            return EvidenceBasis.None;
        }

        // Statistics are measured, whoever hands them on (attributes guide).
        if ((Cue("find") || Cue("according") || Cue("show")) && IsStatistic(saying))
        {
            return EvidenceBasis.Test;
        }

        if (Cue("presumably") || ((Cue("seem") || Cue("appear")) && saying.Cue.Concat(saying.Content.Take(2)).Any(t => t > head && saying.Lower(t) is "think" or "believe" or "feel" or "want" or "hope")))
        {
            return Cue("presumably") ? EvidenceBasis.Inferred : EvidenceBasis.None;
        }

        // "Their silence suggests", "is evidence of": somebody reasons from what is seen.
        if (saying.Cue.Any(t => saying.Lower(t) is "evidence" or "proof" or "indication" or "sign") && saying.Cue.Any(t => WordForms.Is(saying.Lower(t), "be"))
            || ((Cue("suggest") || Cue("show") || Cue("indicate") || Cue("demonstrate") || Cue("signal") || Cue("prove") || Cue("illustrate") || Cue("confirm") || Cue("reveal") || Cue("underscore") || Cue("imply") || Cue("point")) && EvidenceWords.IsSign(saying)))
        {
            return EvidenceBasis.Inferred;
        }

        if (Cue("seem") || Cue("appear") || Cue("conclude") || Cue("deduce") || Cue("infer") || Cue("implication") || (Cue("clear") && saying.Source.Count == 0))
        {
            return EvidenceBasis.Inferred;
        }

        // "With both expected to come": it is not they who expect. In train nobody who is named ever "expected to".
        if (Cue("expect") && (saying.Source.Count == 0 || (saying.Lower(head) == "expected" && saying.Lower(saying.Content[0]) == "to")))
        {
            return EvidenceBasis.Asserted;
        }

        return !passive && (Cue("witness") || Cue("watch") || Cue("overhear") || (Cue("see") && !saying.Content.Any(t => saying.Lower(t) == "as") && saying.Lower(head) != "sees"))
            ? EvidenceBasis.Witnessed : null;
    }

    /// <summary>"They hoped the move would spur trade": a wish or opinion, retold. All 20 such contents that were read are no claim of fact.</summary>
    private static bool TellsOwnMind(Saying saying)
    {
        var first = saying.FirstContentWord();
        var n = first < 0 ? -1 : saying.Content.ToList().IndexOf(first);
        if (n < 0 || n + 2 >= saying.Content.Count || saying.Lower(first) is not ("he" or "she" or "they") || FormReader.Read(saying) != Form.Indirect)
        {
            return false;
        }

        var verb = saying.Lower(saying.Content[n + 1]);
        return WordForms.Is(verb, "hope") || WordForms.Is(verb, "want") || WordForms.Is(verb, "wish") || WordForms.Is(verb, "think")
            || (verb is "would" or "'d" && saying.Lower(saying.Content[n + 2]) is "like" or "love" or "prefer" or "rather");
    }

    /// <summary>"The council should pay", "the town has to choose": what ought to be is no claim of what is. Of 129 such contents that were read 122 are none.</summary>
    private static bool Advises(Saying saying)
    {
        var (words, before) = (0, "");
        foreach (var t in saying.Content)
        {
            var lower = saying.Lower(t);
            if (!Saying.IsWord(lower))
            {
                continue;
            }

            if (words++ == AdviceWithin)
            {
                return false;
            }

            if (lower is "should" or "ought" || (lower == "to" && before is "has" or "have" or "had" or "needs" or "need") || (before == "must" && lower != "have"))
            {
                return true;
            }

            before = lower;
        }

        return false;
    }

    // The first clause; further in, advice is one thing among others.
    private const int AdviceWithin = 8;

    /// <summary>"70 percent of", "1 in 4".</summary>
    private static bool IsStatistic(Saying saying)
    {
        for (var n = 0; n + 2 < saying.Content.Count; n++)
        {
            var (one, two, three) = (saying.Lower(saying.Content[n]), saying.Lower(saying.Content[n + 1]), saying.Lower(saying.Content[n + 2]));
            if (char.IsDigit(one[0]) && (two is "percent" or "%" or "per" || (two == "in" && char.IsDigit(three[0]) && three.Length <= 3)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Neither act nor source say what it rests on: the words of the content must.</summary>
    internal static bool IsOpen(Saying saying, Act act, int head, bool negated) =>
        saying.Content.Count > 0 && OfCue(saying, head) is null && !IsNoClaim(act, negated) && act != Act.Deny && EvidenceWords.OfSource(saying) is null;

    private static bool IsNoClaim(Act act, bool negated) =>
        negated || act is Act.Demand or Act.Promise or Act.Question or Act.Decline or Act.Propose or Act.Praise or Act.Condemn or Act.Threaten or Act.Vote or Act.Veto or Act.Decide;

    /// <summary>"told by X", "heard from X", "citing X": the words up to the next mark.</summary>
    private static string? By(Saying saying, (EvidenceBasis Basis, int First, int End) words)
    {
        var tokens = saying.Prose.Tokens;
        if (words.Basis != EvidenceBasis.Told || words.End >= tokens.Count)
        {
            return null;
        }

        var from = words.End;
        if (saying.Lower(from) is "by" or "from")
        {
            from++;
        }
        else if (saying.Lower(words.End - 1) is not ("from" or "to" or "citing" or "sources"))
        {
            return null;
        }

        var end = from;
        while (end < tokens.Count && end < from + 8 && tokens[end].Sentence == tokens[from].Sentence && Saying.IsWord(saying.Lower(end)) && saying.Lower(end) is not ("that" or "about" or "who" or "is"))
        {
            end++;
        }

        return end > from ? new TextSpan(tokens[from].Span.Begin, tokens[end - 1].Span.End).Of(saying.Prose.Text) : null;
    }

    private static Spans SpanOf(Saying saying, int first, int end) => Spans.Of(saying.Prose.Tokens[first].Span.Begin, saying.Prose.Tokens[end - 1].Span.End);
}
