namespace Stemma.Corpus.Accounts;

/// <summary>Who answers an accusation by denying it, statement to statement, inside one article?</summary>
/// <remarks>
/// "denied any involvement", "called the allegation a smear", "denied this": such words tell who denies, and nearly nothing of what. What is denied is the accusation
/// against that very speaker which stands nearest, and speaks of the same thing where the denial names one.
/// </remarks>
internal sealed class Rebuttals
{
    // An accusation and its denial stand in one passage; further off, another accusation may be meant, unless the denial names the thing.
    private const int MostSentencesApart = 8;

    // A denial may stand first: "The mayor denied any part in it. The council had accused him of …".
    private const int MostBehind = 2;

    // "denied this", "dismissed the report": pointing words reach back to the sentence before.
    private const int PointingReach = 1;

    // "the claim" may be one of blame told some sentences before.
    private const int ReportReach = 6;

    // A claim of the very happening that is denied counts as so many sentences nearer.
    private const int SameHappening = 5;

    // Same sense; one step broader ("violating", "attack") is too far here, where one word carries all.
    private const double SameSense = 0.6;

    // "the tanker explosions": one of two words alone may be of another thing.
    private const double LeastShare = 0.5;

    // The very word, or one derived from it; an accusation in other words must stand nearer by so many sentences.
    private const double SameWord = 0.9;
    private const int OtherWords = 8;

    // "told of a bribe", "said Lom was shelled": fewer words that tell something are nothing to deny.
    private const int LeastTold = 2;

    private readonly ClaimedArticle _article;
    private readonly Alignment _alignment = new();
    private readonly Gainsaying _gainsaying;

    private readonly WideDenials _wide;
    private readonly HashSet<string> _inside;

    private Rebuttals(ClaimedArticle article)
    {
        _article = article;
        _gainsaying = new Gainsaying(article, _alignment);
        _wide = new WideDenials(article, _gainsaying, _alignment);
        Denials = DenialStatement.In(article);
        NotSo = Accounts.NotSo.In(article).Where(n => !Denials.Any(d => ReferenceEquals(d.Statement, n.Statement))).ToList();
        _inside = Denials.Select(d => NamedClaims.Inside(article.Findings, d.Statement)?.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        Tied = [.. Denials.Where(d => d.Kind != DenialKind.Content || _wide.OfEach(d).Count > 0 || d.Statement.IsBy(Statement.DeniedInPassing) || NamedClaims.Inside(article.Findings, d.Statement) is not null).SelectMany(d => AllAnswered(d).Select(c => (Denial: d, Claim: c)))];
    }

    public IReadOnlyList<DenialStatement> Denials { get; }

    /// <summary>Statements that say that something was not so, without a word of denying; they answer nobody but who says nearly the same.</summary>
    public IReadOnlyList<DenialStatement> NotSo { get; }

    /// <summary>Each denial with the statement that it answers.</summary>
    public IReadOnlyList<(DenialStatement Denial, Statement Claim)> Tied { get; }

    /// <summary>Which of the article's statements tell that something is so, and how well each is what a denial says was not so.</summary>
    public Gainsaying Gainsaying => _gainsaying;

    /// <summary>Whether a claim is held against whoever a denial, of this article or another, answers for.</summary>
    public bool IsAgainst(Statement claim, DenialStatement denial, ArticleFindings answer) => _wide.IsAgainst(claim, denial, answer);

    public static Rebuttals In(ClaimedArticle article) => new(article);

    /// <summary>Told only to be denied in the same breath: answered there.</summary>
    public bool IsAnsweredInside(Statement claim) => _inside.Contains(claim.Id);

    /// <summary>Who says that something was not so, or turns down an account of it, answers who says nearly the same: a step lower ties what only shares a topic.</summary>
    public static double LeastFit(DenialStatement denial) => denial.SaysNot ? 0.6 : denial.Kind == DenialKind.Accusation ? 0.55 : double.Epsilon;

    // "denied all the accusations": each accuser's, told here.
    private IEnumerable<Statement> AllAnswered(DenialStatement denial)
    {
        if (_wide.OfEach(denial) is { Count: > 0 } each)
        {
            return each;
        }

        if (Answered(denial) is not { } first)
        {
            return [];
        }

        var all = denial.Kind == DenialKind.Accusation && denial.Thing.Count == 0 && denial.Words is [{ Lower: "all" or "both" or "every" }, ..];
        return !all ? [first] : _article.Findings.Statements
            .Where(c => !ReferenceEquals(c, first) && c.Actor is not null && c.Actor != first.Actor && IsClaim(c, denial) && IsOfDenier(c, denial) && (c.Accused.Count > 0 || c.Act == Act.Accuse || Gainsaying.Blames(Terms(c))) && Math.Abs(denial.Sentence - Sentence(c)) <= MostSentencesApart)
            .DistinctBy(c => c.Actor).Take(MostAccusers).Prepend(first);
    }

    private const int MostAccusers = 3;

    // Which statement does it answer? The nearest that fits; what stands before the denial sooner than what follows.
    private Statement? Answered(DenialStatement denial)
    {
        if (NamedClaims.Inside(_article.Findings, denial.Statement) is { } inside)
        {
            return inside;
        }

        // "…, a claim denied by Maren": whoever tells what stands before it.
        if (denial.Statement.IsBy(Statement.DeniedInPassing))
        {
            return _article.Findings.Statements
                .Where(c => !ReferenceEquals(c, denial.Statement) && c.Voice == Voice.Reported && c.Content.Overlaps(denial.Statement.Content) && !c.Negated && c.Denies is not { IsEmpty: false } && c.Act is Act.Say or Act.Assert or Act.Accuse or Act.Believe or Act.Reveal && !Accusing.OneSide(_article.Findings, c.Actor, _article.Findings, denial.Statement.Actor))
                .OrderByDescending(c => c.Content.Hull).FirstOrDefault();
        }

        // "denied some of the allegations": nobody can tell which.
        if (OnlySome(denial))
        {
            return null;
        }

        if (_wide.Asked(denial) is { } asked)
        {
            return asked;
        }

        var claims = _article.Findings.Statements.Where(c => IsClaim(c, denial)).Select(c => (Claim: c, Apart: denial.Sentence - Sentence(c))).ToList();
        return denial.Kind == DenialKind.Pointing
            ? claims.Where(c => IsJustBefore(c.Claim, c.Apart, denial, PointingReach) && IsLastTold(c.Claim, denial)).OrderBy(c => c.Apart).ThenByDescending(c => c.Claim.Content.Hull).Select(c => c.Claim).FirstOrDefault()
            : Accusation(denial, claims) ?? (denial.Kind == DenialKind.Accusation ? Report(denial, claims) : null) ?? _wide.Charge(denial, claims);
    }

    public static bool OnlySome(DenialStatement denial) => denial.Words is [{ Lower: "some" or "many" or "most" or "parts" or "much" or "several" }, ..];

    // An accusation against the speaker. One of the same happening or in the very word may stand further off.
    private Statement? Accusation(DenialStatement denial, IEnumerable<(Statement Claim, int Apart)> claims) =>
        claims
            .Where(c => c.Apart >= -MostBehind && _wide.IsAgainst(c.Claim, denial, _article.Findings))
            .Select(c => (c.Claim, c.Apart, Same: c.Claim.About.Intersect(denial.Statement.About, StringComparer.Ordinal).Any()))
            .Where(c => (c.Apart <= MostSentencesApart || c.Same || denial.Thing.Count > 0) && ((c.Same && denial.Thing.Count <= 1) || SpeaksOf(Charged(c.Claim), denial.Thing)))
            .OrderBy(c => (c.Apart >= 0 ? c.Apart : (2 * -c.Apart) + 1) + (c.Same ? -SameHappening : denial.Thing.Count == 0 || denial.Thing.Any(t => _alignment.Best(t, Terms(c.Claim)) >= SameWord) ? 0 : OtherWords))
            .ThenByDescending(c => c.Claim.Accused.Count > 0 || c.Claim.Act == Act.Accuse)
            .ThenBy(c => c.Claim.Content.Hull)
            .Select(c => c.Claim)
            .FirstOrDefault();

    // "dismissed the report", "called Maren's allegation a smear": what somebody else said just before, of whoever it is; the one who is named, where one is.
    private Statement? Report(DenialStatement denial, IEnumerable<(Statement Claim, int Apart)> claims)
    {
        if (NamedClaims.Owners(_article.Findings, denial) is not { } owners)
        {
            return null;
        }

        if (owners.Count > 0)
        {
            return NamedClaims.OfOwner(_article, denial, owners, claims, _alignment, Terms, _gainsaying.MeetsDeed);
        }

        // A report may be of anything; a claim that is called an allegation blames somebody.
        var blame = denial.Words.Any(w => ClaimWords.IsForm("blame-noun", w.Lower));
        var accused = blame && IsAccused(denial);
        var ofMe = denial.Words.Zip(denial.Words.Skip(1)).Any(w => w.First.Lower == "against" && w.Second.Lower is "me" or "him" or "her" or "us" or "them");
        return claims
            .Select(c => (c.Claim, c.Apart, Blames: c.Claim.Accused.Count > 0 || c.Claim.Act == Act.Accuse || Gainsaying.Blames(Terms(c.Claim)) || TellsOfDenier(c.Claim, denial)))
            .Where(c => (c.Blames || !blame) && (!(accused || ofMe || (denial.CallsFalse && blame && c.Apart > TellsReach)) || IsOfDenier(c.Claim, denial)))
            .Where(c => IsJustBefore(c.Claim, c.Apart, denial, c.Blames ? ReportReach : PointingReach) && SpeaksOf(Terms(c.Claim), denial.Thing))
            .OrderByDescending(c => c.Blames && IsOfDenier(c.Claim, denial)).ThenBy(c => c.Apart + (c.Blames ? 0 : PointingReach)).ThenByDescending(c => c.Claim.Content.Hull)
            .Select(c => c.Claim).FirstOrDefault();
    }

    private bool IsOfDenier(Statement claim, DenialStatement denial) =>
        claim.Accused.Any(a => Accusing.OneSide(_article.Findings, a, _article.Findings, denial.Statement.Actor)) || TellsOf(claim, denial);

    // Who is accused in this article answers for themselves; only others speak for somebody.
    private bool IsAccused(DenialStatement denial) =>
        _article.Findings.Actors.FirstOrDefault(a => a.Id == denial.Statement.Actor) is { Kind: ActorKind.Person }
        && _article.Findings.Statements.Any(s => s.Voice == Voice.Reported && s.Accused.Contains(denial.Statement.Actor!, StringComparer.Ordinal));

    // What somebody tells of the denier, not far before it is denied: where another tells of them in between, that may be meant.
    private bool TellsOfDenier(Statement claim, DenialStatement denial) =>
        TellsOf(claim, denial) && denial.Sentence - Sentence(claim) <= TellsReach
        && !_article.Findings.Statements.Any(s => s.Voice == Voice.Reported && s.Actor != claim.Actor && s.Actor != denial.Statement.Actor && s.Content.Hull.Begin > claim.Content.Hull.End && s.Content.Hull.End <= denial.Statement.Content.Hull.Begin && (s.Accused.Count > 0 || TellsOf(s, denial)));

    private const int TellsReach = 3;

    private bool TellsOf(Statement claim, DenialStatement denial) => Accusing.TellsOf(_article.Findings, Terms(claim), _article.Findings, denial.Statement.Actor);

    // "said they were of the same make, which suggested that nobody believed in shells. The ministry denied that": what stands last is pointed at, and it is not what was said.
    private bool IsLastTold(Statement claim, DenialStatement denial)
    {
        var last = Math.Max(claim.Content.Hull.End, Math.Max(claim.Cue.IsEmpty ? 0 : claim.Cue.Hull.End, claim.Source.IsEmpty ? 0 : claim.Source.Hull.End));
        var until = Math.Min(_article.Sentences[Sentence(claim)][^1].Span.End, denial.Statement.Cue.IsEmpty ? int.MaxValue : denial.Statement.Cue.Hull.Begin);
        var behind = _article.Sentences[Sentence(claim)].Where(w => w.Span.Begin >= last && w.Span.End <= until).ToList();
        return denial.Words is [{ Lower: "which" }] || behind is not [{ Lower: "which" }, ..] || behind.Count(w => w.Tells && w.Weight > 2) < LeastTold;
    }

    private static bool IsJustBefore(Statement claim, int apart, DenialStatement denial, int reach) =>
        apart >= 0 && apart <= reach && claim.Content.Hull.Begin < denial.Statement.Content.Hull.Begin;

    private bool IsClaim(Statement claim, DenialStatement denial)
    {
        // "Maren believes it was sold … this": where "this" was taken for hers, her claim is what stands before it.
        var told = denial.Kind == DenialKind.Pointing ? claim.Content[0] : claim.Content.Hull;
        return !ReferenceEquals(claim, denial.Statement) && !(denial.CallsFalse && (IsPaper(claim) || IsPaper(denial.Statement))) && claim.Voice == Voice.Reported && _gainsaying.IsTold(claim, denial)
            && !(denial.Kind == DenialKind.Pointing ? denial.Statement.Content.Overlaps(told) : claim.Content.Overlaps(denial.Statement.Content)) && !(told.Begin <= denial.Statement.Cue.Hull.Begin && told.End >= denial.Statement.Content.Hull.End)
            && !Accusing.OneSide(_article.Findings, claim.Actor, _article.Findings, denial.Statement.Actor)
            && (claim.Accused.Count > 0 || (Terms(claim).Count(t => t.Tells && t.Weight > 1) >= LeastTold && Terms(claim).Any(t => t.Tells && !t.Capital)));
    }

    // "the statement read": whose statement it is stands elsewhere, and may be the denier's own.
    private bool IsPaper(Statement s) => s.Actor is null || _article.Findings.Actors.FirstOrDefault(a => a.Id == s.Actor) is { Kind: ActorKind.Document or ActorKind.Unnamed, Role: null };

    /// <summary>What the denial names is spoken of in the claim; a denial that names nothing leaves it to the place.</summary>
    public bool SpeaksOf(IReadOnlyList<ClaimTerm> claim, IReadOnlyList<ClaimTerm> thing) =>
        thing.Count == 0
        || thing.Where(t => _alignment.Best(t, claim) >= SameSense).Sum(t => t.Weight) >= LeastShare * thing.Sum(t => t.Weight)
        || (thing.Count == 1 && claim.Any(w => w.Lower.EndsWith("-" + thing[0].Lower, StringComparison.Ordinal)));

    private IReadOnlyList<ClaimTerm> Terms(Statement s) => _gainsaying.Terms(s);

    // "the tanker blasts that Lom blamed on Vardia": of what somebody is accused may stand before the cue.
    private IReadOnlyList<ClaimTerm> Charged(Statement s) =>
        s.Accused.Count == 0 || Terms(s).Any(w => w.Tells && !w.Capital && w.Country is null) ? Terms(s) : [.. _article.Sentences[Sentence(s)].Where(w => w.Span.End <= s.Content.Hull.End)];

    private int Sentence(Statement s) => _article.SentenceAt(s.Cue.IsEmpty ? s.Content.Hull.Begin : s.Cue.Hull.Begin);
}
