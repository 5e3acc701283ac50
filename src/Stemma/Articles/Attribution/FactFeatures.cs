namespace Stemma.Articles.Attribution;

/// <summary>What can be seen of a content that tells whether it is a checkable fact: its tense, modals, persons, figures, judging words.</summary>
/// <remarks>Only names of features; what each is worth was learned (training: facts) and stands in Data/facts.tsv.</remarks>
internal static class FactFeatures
{
    private static readonly PhraseBook<Act> Judgements = PhraseBook<Act>.Load("Articles/Attribution/Data/judgements.tsv", r => Enum.Parse<Act>(r[0], ignoreCase: true));

    private static readonly PhraseBook<string> Kinds = PhraseBook<string>.Load("Articles/Attribution/Data/subjectivity.tsv", r => r[0]);

    public static IReadOnlyList<string> Of(Saying saying, Act act)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal) { "bias", $"act {act}" };
        var form = FormReader.Read(saying);
        found.Add($"form {form}");
        found.Add($"act {act} {form}");
        found.Add("source " + (saying.Source.Count == 0 ? "nobody" : saying.SpeakingPronoun ?? (IsCapital(saying, saying.Source[^1]) ? "name" : "noun")));

        int words = 0, past = 0, present = 0, capitals = 0, finite = 0, opinions = 0, happenings = 0;
        var first = saying.FirstContentWord();
        foreach (var t in saying.Content)
        {
            var lower = saying.Lower(t);
            if (!Saying.IsWord(lower) && lower is not ("?" or "!" or "%" or "$"))
            {
                continue;
            }

            words++;
            if (t > 0 && IsCapital(saying, t) && t != first)
            {
                capitals++;
            }

            if (lower is "was" or "were" or "had" or "did" || lower.Length > 4 && lower.EndsWith("ed", StringComparison.Ordinal))
            {
                past++;
                finite++;
            }
            else if (lower is "is" or "are" or "'s" or "'re" or "has" or "have" or "do" or "does" or "'ve" or "am" or "'m")
            {
                present++;
                finite++;
            }
            else if (lower is "will" or "would" or "can" or "could" or "may" or "might" or "must" or "should" or "'ll" or "'d" or "ought" or "shall")
            {
                found.Add("modal");
                finite++;
            }
            else if (lower is "i" or "me" or "my" or "we" or "our" or "us" or "'m")
            {
                found.Add("first person");
            }
            else if (lower is "you" or "your")
            {
                found.Add("second person");
            }
            else if (char.IsDigit(lower[0]))
            {
                found.Add("figure");
            }

            if (lower.Length > 4 && lower.EndsWith("est", StringComparison.Ordinal) || lower is "most" or "best" or "worst" or "more" or "less" or "better" or "worse" or "too" or "so" or "very" or "really" or "just")
            {
                found.Add("degree");
            }

            if (lower is "think" or "believe" or "feel" or "hope" or "want" or "need" or "know" or "thinks" or "believes" or "feels" or "hopes" or "wants" or "needs")
            {
                found.Add("mind");
            }

            if (lower is "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday" or "yesterday" or "today" or "ago" or "last" or "since" or "week" or "month" or "months" or "years" or "year" or "p.m." or "a.m.")
            {
                found.Add("time");
            }

            if (Kinds.TryMatch(saying.Prose.Tokens, t, saying.Content[^1] + 1, out var kind, out _))
            {
                if (kind == "opinion")
                {
                    opinions++;
                }
                else
                {
                    happenings++;
                }
            }

            if (Judgements.TryMatch(saying.Prose.Tokens, t, saying.Content[^1] + 1, out var judged, out _))
            {
                found.Add($"judges {judged}");
                found.Add("judges");
            }
        }

        found.Add("length " + (words <= 3 ? "3" : words <= 8 ? "8" : words <= 20 ? "20" : words <= 40 ? "40" : "more"));
        found.Add(finite == 0 ? "verbless" : past > present ? "past" : present > past ? "present" : "both");
        found.Add("opinions " + Math.Min(opinions, 3));
        found.Add("happenings " + Math.Min(happenings, 3));
        found.Add(opinions > happenings ? "more opinion" : opinions < happenings ? "more happening" : opinions == 0 ? "neither" : "as much");
        if (past > 0)
        {
            found.Add("some past");
        }

        if (words > 0 && capitals * 6 >= words)
        {
            found.Add("many names");
        }

        if (first >= 0)
        {
            var lower = saying.Lower(first);
            found.Add("opens " + (lower is "i" or "we" or "it" or "this" or "that" or "there" or "he" or "she" or "they" or "you" or "to" or "the" or "if" or "a" or "for" or "about" ? lower
                : lower.EndsWith("ing", StringComparison.Ordinal) ? "-ing" : IsCapital(saying, first) ? "name" : "word"));
        }

        return [.. found];
    }

    private static bool IsCapital(Saying saying, int t) => char.IsUpper(saying.Prose.Text[saying.Prose.Tokens[t].Span.Begin]);
}
