namespace Stemma.Articles.Attribution;

/// <summary>Who is blamed where an accusation names only what was done? "alleged theft by ⟨Voss⟩"; "⟨Voss⟩ resigned after three clerks alleged theft".</summary>
/// <remarks>Known to miss: the accused in the sentence before.</remarks>
internal static class AccusedElsewhere
{
    private const int LongestName = 14;

    public static Spans Read(Saying saying, Act act, int head)
    {
        if (act != Act.Accuse || head < 0 || !IsOfDeeds(saying.Lower(head)) || saying.Content.Count == 0 || saying.Source.Count == 0 || !saying.Content.Any(t => ChargeInContent.IsWrong(saying.Lower(t))))
        {
            return Spans.None;
        }

        var wrong = saying.Content.First(t => ChargeInContent.IsWrong(saying.Lower(t)));
        return By(saying, wrong) ?? Leaver(saying) ?? Spans.None;
    }

    // What is alleged is a deed; who is accused or blamed is somebody.
    private static bool IsOfDeeds(string cue) => WordForms.Is(cue, "allege") || WordForms.Is(cue, "charge") || WordForms.Is(cue, "allegation") || WordForms.Is(cue, "accusation");

    // "sexual harassment or assault by Voss in the eighties".
    private static Spans? By(Saying saying, int wrong)
    {
        var by = saying.Content.FirstOrDefault(t => t > wrong && saying.Lower(t) == "by", -1);
        if (by < 0 || by == saying.Content[^1] || saying.Content.Any(t => t < by && Negation.IsAuxiliary(saying.Lower(t)) && saying.Lower(t) is not ("to" or "'s")))
        {
            return null;
        }

        var last = by + 1;
        while (last <= saying.Content[^1] && last <= by + LongestName && Saying.IsWord(saying.Lower(last)) && saying.Lower(last) is not ("between" or "in" or "on" or "during" or "at" or "after" or "when" or "while" or "over" or "against" or "that" or "who" or "which" or "since" or "from" or "and" or "as"))
        {
            last++;
        }

        return last > by + 1 && saying.Prose.IsCapital(by + 1) ? Spans.Of(saying.Prose.Tokens[by + 1].Span.Begin, saying.Prose.Tokens[last - 1].Span.End) : null;
    }

    // "Voss stepped down as mayor after several clerks alleged theft": who the sentence began with.
    private static Spans? Leaver(Saying saying)
    {
        var before = saying.Source[0] - 1;
        if (before < 0 || saying.Lower(before) != "after")
        {
            return null;
        }

        var first = saying.Prose.Sentences[saying.Prose.Tokens[before].Sentence].FirstToken;
        var last = first;
        while (last < before && last < first + LongestName && Saying.IsWord(saying.Lower(last)) && !(Negation.IsAuxiliary(saying.Lower(last)) && saying.Lower(last) != "'s") && !saying.Lower(last).EndsWith("ed", StringComparison.Ordinal) && (!WordForms.IsIrregular(saying.Lower(last)) || saying.Lower(last) == "'s"))
        {
            last++;
        }

        return last > first && last < before && saying.Prose.IsCapital(last - 1) && Saying.IsWord(saying.Lower(last)) ? Spans.Of(saying.Prose.Tokens[first].Span.Begin, saying.Prose.Tokens[last - 1].Span.End) : null;
    }
}
