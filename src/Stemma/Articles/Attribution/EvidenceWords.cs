namespace Stemma.Articles.Attribution;

/// <summary>Which words say what a content rests on? Witnesses, documents, polls, pictures, reasoning.</summary>
internal static class EvidenceWords
{
    // "It appears", "the law requires": what the content is about stands in its first words. Further in, the same words are one thing among others
    // ("he says Congress will see that they follow the law"). Of our readings of train, phrases anywhere were right for 16 contents of 131.
    private const int OpeningWords = 8;

    private static readonly PhraseBook<(EvidenceBasis Basis, string Where)> Words =
        PhraseBook<(EvidenceBasis, string)>.Load("Articles/Attribution/Data/evidence.tsv", r => (Enum.Parse<EvidenceBasis>(r[0], ignoreCase: true), r[1]));

    /// <summary>The basis that the source itself is: a poll, a video, a report, an eyewitness. The last such word of its first noun group counts.</summary>
    public static (EvidenceBasis Basis, int First, int End)? OfSource(Saying saying)
    {
        (EvidenceBasis, int, int)? found = null;
        var tokens = saying.Prose.Tokens;
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
