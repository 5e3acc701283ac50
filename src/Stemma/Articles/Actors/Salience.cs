namespace Stemma.Articles.Actors;

/// <summary>How near to the reader's mind is each actor at a place in the text? What "he", "they" and "the minister" are decided by.</summary>
internal sealed class Salience(ArticleWords words)
{
    // Weights set by hand on PolNeAR dev speakers; a fifth more or less on any one of them moves at most one of its 73 pronouns (`quality speaker`).
    private const double AsSubject = 1.0;
    private const double AsOwner = 0.1;
    private const double BehindPreposition = -0.4;
    private const double PerSentence = 0.8;
    private const double OtherParagraph = 0.3;
    private const double InQuotation = -1.6;
    private const double KnownGender = 0.8;
    private const double PerMention = 0.35;
    private const double LastSpeaker = 1.2;

    private static readonly HashSet<string> Oblique = ["of", "to", "for", "with", "by", "from", "in", "about", "against", "on", "at", "over", "than", "like", "between", "and", "as", "behind", "under", "after"];

    /// <summary>Marks which mentions are the subject of their clause: first there, not behind a preposition, no owner.</summary>
    public void MarkSubjects(IEnumerable<Mention> mentions)
    {
        foreach (var mention in mentions)
        {
            mention.Subject = IsSubject(mention);
        }
    }

    public double Of(Chain chain, int token, Chain? lastSpeaker)
    {
        if (chain.LastBefore(token) is not { } last)
        {
            return double.NegativeInfinity;
        }

        var here = words.Prose.Tokens[token];
        var sentences = here.Sentence - last.Sentence;
        if (sentences > 12)
        {
            return double.NegativeInfinity;
        }

        var there = words.Prose.Tokens[last.First];
        var score = -PerSentence * Math.Min(sentences, 8) - (here.Paragraph != there.Paragraph ? OtherParagraph : 0);
        score += last.Subject ? AsSubject : IsOwner(last) ? AsOwner : IsOblique(last) ? BehindPreposition : 0;
        score += there.Quotation >= 0 && here.Quotation != there.Quotation ? InQuotation : 0;
        score += chain.Gender != Stemma.Words.Gender.Unknown ? KnownGender : 0;
        score += PerMention * Math.Log(1 + Before(chain, token));
        score += chain == lastSpeaker ? LastSpeaker : 0;
        return score;
    }

    private static int Before(Chain chain, int token)
    {
        var n = 0;
        foreach (var mention in chain.Mentions)
        {
            if (mention.First >= token || n == 40)
            {
                break;
            }

            n++;
        }

        return n;
    }

    private bool IsOwner(Mention mention) => mention.End < words.Count && words.Lower(mention.End) is "'s" or "'" && mention.End < words.Count;

    private bool IsOblique(Mention mention)
    {
        var before = Math.Min(mention.PhraseFirst, mention.First) - 1;
        if (before >= 0 && words.Lower(before) is "the" or "a" or "an")
        {
            before--;
        }

        return before >= 0 && words.Prose.Tokens[before].Sentence == mention.Sentence && Oblique.Contains(words.Lower(before));
    }

    private bool IsSubject(Mention mention)
    {
        if (IsOwner(mention) || IsOblique(mention) || (mention.Form == MentionForm.Pronoun && words.Lower(mention.First) is "him" or "his" or "her" or "them" or "their" or "its"))
        {
            return false;
        }

        // Something that a verb can follow: the next word is no noun's or name's continuation.
        var next = mention.End;
        if (next >= words.Count)
        {
            return false;
        }

        var lower = words.Lower(next);
        return WordLists.Verbs.Contains(lower) || lower is "," or "(" or "who" or "also" or "then" or "never" or "not" or "n't" or "repeatedly" or "--"
            || (lower.Length > 3 && (lower.EndsWith("ed", StringComparison.Ordinal) || lower.EndsWith("ly", StringComparison.Ordinal) || (lower[^1] == 's' && lower[^2] != 's')) && words.IsWord(next) && !words.IsCapital(next))
            || words.Lower(Math.Max(0, mention.First - 1)) is "," or "that" && words.IsWord(next) && !words.IsCapital(next) && !WordLists.Prepositions.Contains(lower);
    }
}
