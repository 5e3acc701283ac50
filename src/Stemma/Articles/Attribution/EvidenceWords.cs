using Stemma.Words;

namespace Stemma.Articles.Attribution;

/// <summary>Which words say what a content rests on? Witnesses, documents, polls, pictures, reasoning.</summary>
internal static class EvidenceWords
{
    // "It appears", "the law requires": what the content is about stands in its first words. Further in, the same words are one thing among others
    // ("he says Congress will see that they follow the law"). Of our readings of train, phrases anywhere were right for 16 contents of 108.
    private const int OpeningWords = 8;

    private static readonly PhraseBook<(EvidenceBasis Basis, string Where)> Words =
        PhraseBook<(EvidenceBasis, string)>.Load("Articles/Attribution/Data/evidence.tsv", r => (Enum.Parse<EvidenceBasis>(r[0], ignoreCase: true), r[1]));

    /// <summary>The basis that the source itself is: a poll, a video, a report, an eyewitness. The last such word of its first noun group counts.</summary>
    public static (EvidenceBasis Basis, int First, int End)? OfSource(Saying saying)
    {
        (EvidenceBasis, int, int)? found = null;
        var tokens = saying.Prose.Tokens;
        if (saying.Source.Count == 1 && saying.Lower(saying.Source[0]) is "which" or "that")
        {
            return Before(saying, saying.Source[0]);
        }

        // "He released his records, though they exposed his debts."
        if (saying.Source.Count == 1 && saying.Lower(saying.Source[0]) is "they" or "it" && saying.Cue.Any(t => Exposes(saying.Lower(t))))
        {
            return Earlier(saying, saying.Source[0]);
        }

        foreach (var t in saying.Source)
        {
            // "the authors of the report" speak for it.
            if (saying.Lower(t) == "of" && t > saying.Source[0] && saying.Lower(t - 1) is "authors" or "author" or "writers" or "findings" or "results" && t + 2 <= saying.Source[^1])
            {
                continue;
            }

            // "the owner of a paper", "officials with files": behind a preposition or comma the head is past.
            if (saying.Lower(t) is "of" or "," or "for" or "with" or "in" or "at" or "on" or "who" or "that" or "from" && found is null && t != saying.Source[0])
            {
                return null;
            }

            if (saying.Lower(t) is "of" or "," or "who" or "that" or "released" or "published" or "on" or "from" or "by")
            {
                return found;
            }

            // A possessor is no head: "the report's author".
            if (Words.TryMatch(tokens, t, saying.Source[^1] + 1, out var value, out var last) && value.Where == "source" && !(last < tokens.Count && saying.Lower(last) is "'s" or "'"))
            {
                found = (value.Basis, t, last);
            }
            else if (found is not null && char.IsUpper(saying.Prose.Text[tokens[t].Span.Begin]) && tokens[t].Span.Length > 1)
            {
                found = null;
            }
            else if (found is not null && saying.Lower(t) is "editor" or "director" or "officials" or "official" or "author" or "authors" or "writer" or "experts" or "editors" or "manager" or "committee" or "department" or "agency" or "office" or "school" or "group" or "company")
            {
                found = null;
            }
        }

        return found;
    }

    /// <summary>"The survey, which found", "polls that show": what the pronoun stands for ends right before it.</summary>
    private static (EvidenceBasis Basis, int First, int End)? Before(Saying saying, int pronoun)
    {
        var tokens = saying.Prose.Tokens;
        var end = pronoun;
        while (end > 0 && pronoun - end < 2 && !Saying.IsWord(saying.Lower(end - 1)))
        {
            end--;
        }

        for (var t = Math.Max(0, end - 3); t < end; t++)
        {
            if (tokens[t].Sentence == tokens[pronoun].Sentence && Words.TryMatch(tokens, t, end, out var value, out var last) && last == end && value.Where == "source")
            {
                return (value.Basis, t, last);
            }
        }

        return null;
    }

    private static bool Exposes(string lower) =>
        WordForms.Is(lower, "expose") || WordForms.Is(lower, "disclose") || WordForms.Is(lower, "reveal") || WordForms.Is(lower, "show") || WordForms.Is(lower, "indicate");

    /// <summary>The nearest writing, survey or picture before the pronoun in its sentence.</summary>
    private static (EvidenceBasis Basis, int First, int End)? Earlier(Saying saying, int pronoun)
    {
        var tokens = saying.Prose.Tokens;
        for (var t = pronoun - 1; t >= 0 && tokens[t].Sentence == tokens[pronoun].Sentence; t--)
        {
            if (Words.TryMatch(tokens, t, pronoun, out var value, out var last) && value.Where == "source")
            {
                return (value.Basis, t, last);
            }
        }

        return null;
    }

    /// <summary>The source is no speaker but what something is read from: "the silence suggests", "their victories show".</summary>
    public static bool IsSign(Saying saying)
    {
        var head = -1;
        foreach (var t in saying.Source)
        {
            var lower = saying.Lower(t);
            if (head >= 0 && lower is "of" or "in" or "by" or "from" or "for" or "on" or "at" or "with" or "that" or "which" or "who" or "," or "over" or "between" or "to")
            {
                break;
            }

            head = Saying.IsWord(lower) ? t : head;
        }

        // A name is somebody; "a report" and "a study" are asked before.
        return head >= 0 && !saying.Prose.IsCapital(head)
            && PersonWords.KindOf(saying.Lower(head)) is null or PersonWordKind.Document
            && Thesaurus.FieldOf(saying.Lower(head)) is Field.Act or Field.Attribute or Field.Cognition or Field.Event or Field.Feeling or Field.Phenomenon or Field.Process or Field.State or Field.Communication;
    }

    /// <summary>The first phrase of evidence in cue or content.</summary>
    public static (EvidenceBasis Basis, int First, int End)? InWords(Saying saying)
    {
        var tokens = saying.Prose.Tokens;
        var words = 0;
        foreach (var t in saying.Content)
        {
            if (Words.TryMatch(tokens, t, tokens.Count, out var value, out var last) && (value.Where == "any" || (value.Where == "opens" && words < OpeningWords)))
            {
                return (value.Basis, t, last);
            }

            words += Saying.IsWord(saying.Lower(t)) ? 1 : 0;
        }

        return null;
    }

    public static bool IsDocumentOrTest(Saying saying) => OfSource(saying) is { Basis: EvidenceBasis.Document or EvidenceBasis.Test or EvidenceBasis.Imagery };
}
