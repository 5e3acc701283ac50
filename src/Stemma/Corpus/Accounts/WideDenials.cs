namespace Stemma.Corpus.Accounts;

/// <summary>What does a denial answer that names nothing of its own: “denies the allegations”, “did nothing wrong”, “all of those men have denied it”, “asked if he had, he denied it”?</summary>
/// <remarks>Who is accused is known, and so is who denies: where both are one, the charges of the article are what is denied, wherever in it they stand. Known to miss: charges whose accused nobody resolved.</remarks>
internal sealed class WideDenials(ClaimedArticle article, Gainsaying gainsaying, Alignment alignment)
{
    // "All of those men" are the last four that were accused, in one passage.
    private const int MostAccused = 4;
    private const int ListReach = 5;
    private const int MostSentencesApart = 8;

    // Same sense of what all of them deny.
    private const double SameSense = 0.6;

    // "if he had made the story up": fewer words that tell something ask for nothing.
    private const int LeastTold = 2;

    /// <summary>"denies the allegations": the charges against whoever is named as the accused here, those before the denial first, the nearest first.</summary>
    public Statement? Charge(DenialStatement denial, IReadOnlyList<(Statement Claim, int Apart)> claims)
    {
        // What somebody else told just before may be meant, though nobody resolved whom it accuses.
        var behind = denial.IsOfAll && !claims.Any(c => c.Apart is 0 or 1 && c.Claim.Content.Hull.Begin < denial.Statement.Content.Hull.Begin);
        return !denial.IsGeneral ? null : claims.Where(c => c.Claim.Accused.Any(a => denial.Whom.Any(w => Accusing.OneSide(article.Findings, a, article.Findings, w))) && IsAgainst(c.Claim, denial, article.Findings) && (c.Apart >= 0 || (behind && -c.Apart <= MostSentencesApart)))
            .OrderBy(c => c.Apart < 0).ThenBy(c => Math.Abs(c.Apart)).ThenBy(c => c.Claim.Content.Hull).Select(c => c.Claim).FirstOrDefault();
    }

    /// <summary>Held against the denier, or against whoever the denier speaks for or clears; of untruth, where it is that of which they are cleared.</summary>
    /// <param name="answer">The article of the denial: this one or another.</param>
    public bool IsAgainst(Statement claim, DenialStatement denial, ArticleFindings answer) =>
        denial.Whom.Any(w => Accusing.Accuses(article.Findings, claim, gainsaying.Terms(claim), answer, w)) && (!denial.ClearsOfUntruth || TellsUntruth(claim));

    private bool TellsUntruth(Statement claim)
    {
        List<ClaimTerm> words = [.. gainsaying.Terms(claim), .. ClaimReader.Terms(article.Text, claim.Cue)];
        return Enumerable.Range(0, words.Count).Any(i => ClaimWords.IsVerbForm("untruth", words[i].Lower) || ClaimWords.Is("false-word", words[i].Lower) || words[i].Lower == "falsely" || ClaimWords.PhraseAt("untruth-phrase", words, i) > 0);
    }

    /// <summary>"Asked if she had taken the money, Maren denied it": the question right before the denial, in its sentence.</summary>
    public Statement? Asked(DenialStatement denial) => denial.Kind is not (DenialKind.Accusation or DenialKind.Pointing) ? null : article.Findings.Statements
        .Where(c => c.Act == Act.Question && !c.Content.IsEmpty && Sentence(c) == denial.Sentence && c.Content.Hull.End <= denial.Statement.Cue.Hull.Begin && c.Actor != denial.Statement.Actor
            && gainsaying.Terms(c) is [{ Lower: "if" or "whether" }, ..] words && words.Count(w => w.Tells && w.Weight > 1) >= LeastTold)
        .OrderByDescending(c => c.Content.Hull).FirstOrDefault();

    /// <summary>"All of those men have denied it": the charges before it, one a sentence, each of another man.</summary>
    public IReadOnlyList<Statement> OfEach(DenialStatement denial)
    {
        var source = denial.Statement.Source.IsEmpty ? [] : ClaimReader.Terms(article.Text, denial.Statement.Source);
        if (!IsAll(source) || denial.IsDoubt || denial.CallsFalse || denial.Refuses)
        {
            return [];
        }

        // "several women alleged": who accuses is not among those who deny.
        return [.. article.Findings.Statements
            .Where(c => (c.Accused.Count > 0 || c.Act == Act.Accuse) && !c.Negated && c.Voice == Voice.Reported && !c.Content.IsEmpty && c.Content.Hull.End <= denial.Statement.Content.Hull.Begin && denial.Sentence - Sentence(c) is > 0 and <= ListReach
                && !ClaimReader.Terms(article.Text, c.Source).Any(w => w.Lower == source[^1].Lower)
                && (denial.Thing.Count == 0 || denial.Thing.Any(t => alignment.Best(t, article.Sentences[Sentence(c)]) >= SameSense)))
            .OrderByDescending(c => c.Content.Hull).DistinctBy(Sentence).Take(MostAccused)];
    }

    private static bool IsAll(IReadOnlyList<ClaimTerm> source) => source is [{ Lower: "both" }]
        || (source.Count > 1 && source[0].Lower is "all" or "both" or "each" && source.Skip(1).Take(2).Any(w => w.Lower is "those" or "these" or "them" or "men" or "women" or "three" or "four"));

    private int Sentence(Statement s) => article.SentenceAt(s.Cue.IsEmpty ? s.Content.Hull.Begin : s.Cue.Hull.Begin);
}
