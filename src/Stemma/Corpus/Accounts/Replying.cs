namespace Stemma.Corpus.Accounts;

/// <summary>Does a statement answer at all what stands before it: a refusal to comment, a reply, words that turn it down?</summary>
/// <remarks>Told by its words and by where it stands; whether it is of this very charge where it denies, <see cref="AnswerTie"/> asks.</remarks>
internal static class Replying
{
    /// <summary>A reply stands in the sentence of the charge or in one of so many behind it.</summary>
    public const int Reach = 2;

    /// <summary>"declined to comment", "did not respond to requests", "could not be reached"; not "refused to resign".</summary>
    public static bool IsNoComment(CaseStatement said, string text)
    {
        if (said.Statement.Act != Act.Decline)
        {
            return false;
        }

        // The refusal and what is refused stand close: "declined in an interview to discuss".
        const int Close = 8;
        var (cue, content) = (said.Statement.Cue, said.Statement.Content);
        var begin = cue.IsEmpty ? content.Hull.Begin : content.IsEmpty ? cue.Hull.Begin : Math.Min(cue.Hull.Begin, content.Hull.Begin);
        var words = ClaimReader.Terms(text, Spans.Of(begin, content.IsEmpty ? cue.Hull.End : content.Hull.End));
        return words.Take(Close).Any(w => ClaimWords.Is("comment", w.Lower) || ClaimWords.Is("comment-object", w.Lower));
    }

    /// <summary>An answer that neither denies nor declines: a reply just behind the charge, or words about the accusation.</summary>
    public static bool IsReply(CaseStatement said, ClaimedArticle article, Charge charge)
    {
        if (!ReferenceEquals(article, charge.Article) || said.Statement.Voice != Voice.Reported || said.Statement.Content.Hull.Begin <= charge.Said.Statement.Content.Hull.Begin || said.Statement.Content.Overlaps(charge.Said.Statement.Content))
        {
            return false;
        }

        var first = new[] { said.Statement.Source, said.Statement.Cue, said.Statement.Content }.Where(s => !s.IsEmpty).Min(s => s.Hull.Begin);
        var apart = article.SentenceAt(first) - charge.Sentence;
        if (apart is < 0 or > Reach || said.Statement.Act is Act.Decline or Act.Believe or Act.Question)
        {
            return false;
        }

        return NamesIt(ClaimReader.Terms(article.Text, said.Statement.Content))
            || ClaimReader.Terms(article.Text, said.Statement.Cue).Any(w => ClaimWords.Is("reply", w.Lower))
            || (apart <= 1 && Opposes(article, apart == 0 ? charge.Local.Content.Hull.Begin : 0, first, apart == 0));
    }

    /// <summary>It says that nothing is wrong or true of it: "did nothing wrong", "the claim is nonsense", "contests the allegations", "admitted that, but denied the rest".</summary>
    public static bool Rebuts(CaseStatement said, ClaimedArticle article)
    {
        const int Early = 8, Behind = 4;
        var (text, s) = (article.Text, said.Statement);
        var words = ClaimReader.Terms(text, s.Content);
        if (s.Act == Act.Deny || s.Denies is { IsEmpty: false }
            || words.Take(Early).Concat(ClaimReader.Terms(text, s.Source)).Any(w => ClaimWords.IsVerbForm("deny-verb", w.Lower))
            || Enumerable.Range(0, words.Count).Any(i => ClaimWords.PhraseAt("innocent-phrase", words, i) > 0))
        {
            return true;
        }

        return (words.Any(w => ClaimWords.Is("charge-noun", w.Lower)) && words.Concat(ClaimReader.Terms(text, s.Cue)).Any(w => ClaimWords.Is("false-word", w.Lower) || ClaimWords.IsVerbForm("doubt-verb", w.Lower)))
            || article.Sentences[article.SentenceAt(s.Content.Hull.Begin)].Where(w => w.Span.Begin >= s.Content.Hull.End).Take(Behind).Any(w => ClaimWords.IsVerbForm("deny-verb", w.Lower));
    }

    // "the accusations": of other people's, the words go on with "of", "against".
    private static bool NamesIt(IReadOnlyList<ClaimTerm> content)
    {
        const int Early = 6;
        var at = content.Take(Early).ToList().FindIndex(w => ClaimWords.Is("charge-noun", w.Lower));
        return at > 0 && content[at - 1].Lower is "the" or "that" or "this" or "these" or "those" or "such" or "all" or "any" or "her" or "his" or "their"
            && !(at + 1 < content.Count && content[at + 1].Lower is "of" or "against" or "about" or "over" or "into" or "from" or "by" or "made");
    }

    // "But Maren said …", "…, while Maren said …": set against what stands before.
    private static bool Opposes(ClaimedArticle article, int from, int first, bool whole)
    {
        const int Near = 3;
        var before = article.Sentences[article.SentenceAt(first)].Where(w => w.Span.Begin < first);
        return (whole ? before.Where(w => w.Span.Begin >= from || w.First) : before.TakeLast(Near)).Any(w => ClaimWords.Is("opposing", w.Lower));
    }

    /// <summary>The accused has the word right behind the charge, whatever they say.</summary>
    public static bool Follows(CaseStatement said, ClaimedArticle article, Charge charge) =>
        said.Statement.Voice == Voice.Reported && said.Article == charge.Said.Article && said.Statement.Content.Hull.Begin >= charge.Said.Statement.Content.Hull.End
        && article.SentenceAt(said.Statement.Content.Hull.Begin) - charge.Sentence <= 1;

    /// <summary>Behind the charge, in its sentence or the next, stands a word of denying or replying: somebody may have answered, and nobody tied it.</summary>
    public static bool MayBeAnswered(Charge charge) =>
        charge.Article.Sentences.Skip(charge.Sentence).Take(2).SelectMany(w => w).Where(w => w.Span.Begin >= charge.Local.Content.Hull.End)
            .Any(w => ClaimWords.Is("reply", w.Lower) || ClaimWords.IsVerbForm("deny-verb", w.Lower) || ClaimWords.IsVerbForm("doubt-verb", w.Lower));
}
