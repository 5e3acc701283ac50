namespace Stemma.Corpus.Accounts;

/// <summary>Somebody accuses this actor in a statement; what it is about, by words that tell something and are no names.</summary>
/// <param name="Local">The statement as its article has it.</param>
/// <param name="Words">What the accused is said to have done.</param>
/// <param name="Around">The same of its sentence and those beside it: "the council blamed Maren" says of what only there.</param>
internal sealed record Charge(CaseStatement Said, string Accused, ClaimedArticle Article, Statement Local, int Sentence, IReadOnlyList<ClaimTerm> Words, IReadOnlyList<ClaimTerm> Around)
{
    /// <summary>What a denial of it would speak of.</summary>
    public IReadOnlyList<ClaimTerm> Matter => Words.Count > 0 ? Words : Around;

    /// <summary>Told by a plain verb, not by one of accusing: "said Maren had lied".</summary>
    public bool IsPlain => Local.Act != Act.Accuse;

    /// <summary>Who is charged stands in its words by more than a pronoun.</summary>
    public bool NamesAccused => Article.Findings.Actors.Any(a => Local.Accused.Contains(a.Id, StringComparer.Ordinal) && a.Mentions.Any(m => m.Overlaps(Local.Content) && !ClaimWords.Is("person-pronoun", m.Of(Article.Text).ToLowerInvariant())));

    public static Charge Of(CaseStatement said, string accused, ClaimedArticle article)
    {
        var local = article.Findings.Statements.First(s => s.Id == said.Local);
        var sentence = article.SentenceAt(local.Content.Hull.Begin);
        return new(said, accused, article, local, sentence, Deeds(ClaimReader.Terms(article.Text, local.Content)), Deeds(article.Around(sentence)));
    }

    /// <summary>Words that tell a deed or a thing: no names, no words of blaming, denying and having had a part.</summary>
    public static List<ClaimTerm> Deeds(IEnumerable<ClaimTerm> words, double least = 2) =>
        [.. words.Where(w => w.Tells && w.Weight > least && !w.Capital && w.Country is null && !ClaimWords.Is("part-in-it", w.Lower) && !ClaimWords.Is("accusation", w.Lower) && !ClaimWords.Is("false-word", w.Lower)
            && !ClaimWords.Is("blame", w.Lower) && !ClaimWords.IsForm("charge-verb", w.Lower) && !ClaimWords.IsVerbForm("deny-verb", w.Lower) && !ClaimWords.IsVerbForm("doubt-verb", w.Lower) && !ClaimWords.IsForm("report-verb", w.Lower))];
}
