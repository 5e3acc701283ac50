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

        if (!(fact ?? FactReader.TellsFact(saying, act)))
        {
            return Evidence.None;
        }

        return EvidenceWords.InWords(saying) is { } named
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

        // Statistics are measured, whoever hands them on (attributes guide).
        if ((Cue("find") || Cue("according") || Cue("show")) && IsStatistic(saying))
        {
            return EvidenceBasis.Test;
        }

        if (Cue("presumably") || ((Cue("seem") || Cue("appear")) && saying.Cue.Any(t => t > head && saying.Lower(t) is "think" or "believe" or "feel" or "want" or "hope")))
        {
            return Cue("presumably") ? EvidenceBasis.Inferred : EvidenceBasis.None;
        }

        if (Cue("seem") || Cue("appear") || Cue("conclude") || Cue("deduce") || Cue("infer") || Cue("implication") || (Cue("clear") && saying.Source.Count == 0))
        {
            return EvidenceBasis.Inferred;
        }

        if (Cue("expect") && saying.Source.Count == 0)
        {
            return EvidenceBasis.Asserted;
        }

        return !passive && (Cue("witness") || Cue("watch") || Cue("overhear") || (Cue("see") && !saying.Content.Any(t => saying.Lower(t) == "as") && saying.Lower(head) != "sees"))
            ? EvidenceBasis.Witnessed : null;
    }

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
