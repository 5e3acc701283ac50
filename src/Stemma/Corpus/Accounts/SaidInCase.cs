namespace Stemma.Corpus.Accounts;

/// <summary>What was said in a case, as those ask it who tie answers to charges: by id, by article, by what stands against what, by who speaks for whom.</summary>
internal sealed class SaidInCase
{
    // A dispute of less is a candidate for the export.
    private const double Shown = 0.5;

    private readonly Dictionary<string, ArticleFindings> _findings;
    private readonly Dictionary<string, CaseStatement> _byId;
    private readonly ILookup<string, string> _against;
    private readonly ILookup<string, CaseStatement> _inArticle;
    private readonly CaseClaims _claims;

    public SaidInCase(IReadOnlyList<ArticleFindings> articles, IReadOnlyList<CaseStatement> statements, IReadOnlyList<Dispute> disputes, IReadOnlyList<CaseActor> actors, CaseClaims claims)
    {
        _findings = articles.ToDictionary(a => a.Article.Id, StringComparer.Ordinal);
        _byId = statements.ToDictionary(s => s.Statement.Id, StringComparer.Ordinal);
        _against = disputes.Where(d => d.Confidence >= Shown && d.Relation == DisputeRelation.Denies && d.Statements.Count == 2)
            .SelectMany(d => new[] { (d.Statements[0], d.Statements[1]), (d.Statements[1], d.Statements[0]) })
            .ToLookup(p => p.Item1, p => p.Item2, StringComparer.Ordinal);
        Reported = statements.Where(s => s.Statement.Voice == Voice.Reported && s.State != StatementState.Rejected && _findings.ContainsKey(s.Article)).ToList();
        _inArticle = Reported.ToLookup(s => s.Article, StringComparer.Ordinal);
        _claims = claims;
        Actors = actors;
        Side = new SpokenFor(articles, actors);
    }

    /// <summary>Statements of somebody else than the outlet that nobody has rejected.</summary>
    public IReadOnlyList<CaseStatement> Reported { get; }

    public IReadOnlyList<CaseActor> Actors { get; }

    /// <summary>Whose words count as whose.</summary>
    public SpokenFor Side { get; }

    public ArticleFindings Findings(CaseStatement s) => _findings[s.Article];

    public ClaimedArticle In(string article) => _claims.Of(article);

    public ClaimedArticle In(CaseStatement s) => In(s.Article);

    public IEnumerable<CaseStatement> InArticle(string article) => _inArticle[article];

    /// <summary>What denies this statement, or is denied by it, in a dispute that is shown.</summary>
    public IEnumerable<CaseStatement> Against(CaseStatement s) => _against[s.Statement.Id].Select(id => _byId.GetValueOrDefault(id)).OfType<CaseStatement>();

    public bool AreOpposed(CaseStatement one, CaseStatement other) => _against[one.Statement.Id].Contains(other.Statement.Id, StringComparer.Ordinal);

    /// <summary>The statement as its article's own reading has it.</summary>
    public Statement? Local(CaseStatement s) => Findings(s).Statements.FirstOrDefault(x => x.Id == s.Local);

    /// <summary>The denials of the case, as each says what it denies; article by article.</summary>
    public IEnumerable<CaseDenial> Denials()
    {
        foreach (var article in Reported.Where(s => s.Statement.Act is Act.Deny or Act.Say or Act.Assert || s.Statement.Denies is { IsEmpty: false }).Select(s => s.Article).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var local = InArticle(article).ToDictionary(s => s.Local, StringComparer.Ordinal);
            foreach (var denial in In(article).Rebuttals.Denials.Where(d => local.ContainsKey(d.Statement.Id)))
            {
                yield return new(local[denial.Statement.Id], denial);
            }
        }
    }
}

/// <summary>A denial of the case: the statement, and how it says what it denies.</summary>
internal sealed record CaseDenial(CaseStatement Said, DenialStatement Denial);
