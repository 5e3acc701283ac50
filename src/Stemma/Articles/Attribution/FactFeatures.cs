using Stemma.Words;

namespace Stemma.Articles.Attribution;

/// <summary>What can be seen of a content that tells whether it is a checkable fact: its tense, modals, persons, figures, judging words, and the company its words keep.</summary>
/// <remarks>Only names of features and numbers; what each is worth was learned (training: facts) and stands in Data/facts.tsv.</remarks>
internal static class FactFeatures
{
    // A longer subject than that is rarer than a verb mistaken further on.
    private const int FirstVerbWithin = 10;

    private static readonly PhraseBook<Act> Judgements = PhraseBook<Act>.Load("Articles/Attribution/Data/judgements.tsv", r => Enum.Parse<Act>(r[0], ignoreCase: true));

    private static readonly PhraseBook<string> Kinds = PhraseBook<string>.Load("Articles/Attribution/Data/subjectivity.tsv", r => r[0]);

    // "The" and "of" say little of a content, but not nothing: area under the curve on left-out development articles .808 without them, .814 with their mean beside.
    private const double FunctionWordWeight = 0.2;

    /// <summary>How many numbers <see cref="CompanyOf"/> gives.</summary>
    public static int Company => 2 * Likeness.Size;

    /// <summary>The company that the words of content and cue keep in news: the mean of their vectors, one after the other. Nearly all of what a list of words could never hold.</summary>
    public static double[] CompanyOf(Saying saying)
    {
        var company = new double[Company];
        Mean(saying, saying.Content, company.AsSpan(0, Likeness.Size));
        Mean(saying, saying.Cue, company.AsSpan(Likeness.Size));
        return company;
    }

    /// <param name="named">The basis that words of the content name.</param>
    public static IReadOnlyList<string> Of(Saying saying, Act act, EvidenceBasis? named)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal) { "bias", $"act {act}" };
        var form = FormReader.Read(saying);
        found.Add($"form {form}");
        found.Add($"act {act} {form}");
        found.Add("source " + (saying.Source.Count == 0 ? "nobody" : saying.SpeakingPronoun ?? (saying.Prose.IsCapital(saying.Source[^1]) ? "name" : "noun")));

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
            if (t > 0 && saying.Prose.IsCapital(t) && t != first)
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
                found.Add("modal " + (lower is "'ll" or "shall" ? "will" : lower is "'d" ? "would" : lower is "ought" ? "should" : lower is "might" ? "may" : lower));
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

            if (lower is "n't" or "not" or "never" or "no" or "nobody" or "nothing" or "none")
            {
                found.Add("negated");
            }

            if (lower is "if" or "?" or "!" or "because" or "but" or "there" or "going" or "all" or "every" or "everybody" or "everyone" or "always" or "only" or "by" or "he" or "she" or "they" or "who" or "than" or "about" or "$" or "%" or "percent")
            {
                found.Add($"has {lower}");
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
                : lower.EndsWith("ing", StringComparison.Ordinal) ? "-ing" : saying.Prose.IsCapital(first) ? "name" : "word"));
        }

        Clause(saying, found);
        if (named is { } basis)
        {
            found.Add($"names {basis}");
        }

        return [.. found];
    }

    private static void Mean(Saying saying, IReadOnlyList<int> tokens, Span<double> sum)
    {
        var all = 0.0;
        foreach (var t in tokens)
        {
            var weight = FunctionWords.Is(saying.Lower(t)) ? FunctionWordWeight : 1;
            all += Likeness.Add(saying.Lower(t), weight, sum) ? weight : 0;
        }

        for (var d = 0; d < sum.Length && all > 0; d++)
        {
            sum[d] /= all;
        }
    }

    // Whom the content speaks of first, and the first word that can be its verb: "they hoped", "it was", "the mayor will".
    private static void Clause(Saying saying, SortedSet<string> found)
    {
        var (subject, seen) = ("", 0);
        foreach (var t in saying.Content)
        {
            var lower = saying.Lower(t);
            if (!Saying.IsWord(lower) || lower == "that")
            {
                continue;
            }

            if (seen == 0)
            {
                subject = lower is "i" or "we" ? "we" : lower is "he" or "she" ? "he" : lower is "they" or "it" or "you" or "there" or "this" or "what" or "who" ? lower : saying.Prose.IsCapital(t) && t != saying.FirstContentWord() ? "name" : "other";
            }

            if (seen > 0 && VerbOf(lower) is { } verb)
            {
                found.Add($"verb {verb}");
                found.Add($"clause {subject} {verb}");
                return;
            }

            if (++seen == FirstVerbWithin)
            {
                break;
            }
        }

        found.Add($"clause {subject}");
    }

    private static string? VerbOf(string lower) =>
        lower is "is" or "'s" or "are" or "'re" or "am" or "'m" ? "is"
        : lower is "was" or "were" ? "was"
        : lower is "has" or "have" or "'ve" ? "has"
        : lower is "will" or "'ll" or "would" or "'d" or "can" or "could" or "should" or "must" or "do" or "does" or "did" or "had" or "want" or "wants" or "need" or "needs" or "think" or "thinks" or "thought" or "believe" or "believes" or "believed" or "hope" or "hopes" or "hoped" or "feel" or "feels" or "felt" or "know" or "knows" or "knew" or "wanted" or "needed" ? lower
        : lower is "may" or "might" ? "may"
        : lower.Length > 4 && lower.EndsWith("ed", StringComparison.Ordinal) ? "-ed"
        : null;

}
