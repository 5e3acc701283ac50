namespace Stemma.Corpus.Accounts;

/// <summary>Which accusation or claim that one article tells and leaves unanswered does a denial in another article answer?</summary>
/// <remarks>Inside one article the place tells what is denied (<see cref="Rebuttals"/>); between two it must speak of the same thing, or say what was not so.</remarks>
internal sealed class AnsweredElsewhere
{
    // One voice's denial of another article is told once or twice; more is the same again.
    private const int MostPerPair = 2;

    // An accusation of the speaker in the one article, their denial of such a thing in the other.
    private const double Answers = 0.75;

    // Words in common with a denial that names nothing; one is then too little.
    private const int LeastAround = 2;

    // The very word, or one derived from it; a name or a country in nearly the same.
    private const double SameWord = 0.9;
    private const double SameName = 0.7;

    private const double MostSure = 0.95;

    private readonly ArticleFindings _told;
    private readonly Rebuttals _mine;
    private readonly Gainsaying _claims;
    private readonly ClaimedArticle _answer;
    private readonly Alignment _alignment = new();

    private AnsweredElsewhere(ClaimedArticle told, ClaimedArticle answer) => (_told, _mine, _claims, _answer) = (told.Findings, told.Rebuttals, told.Rebuttals.Gainsaying, answer);

    /// <summary>What the first article tells, with the denials of the second that answer it; the surest first.</summary>
    public static IEnumerable<(Statement Claim, DenialStatement Denial, double Confidence)> Between(ClaimedArticle told, ClaimedArticle answer)
    {
        var (of, theirs) = (new AnsweredElsewhere(told, answer), answer.Rebuttals);
        return theirs.Denials
            .Select(d => d.Kind == DenialKind.Content ? of.Gainsaid(d) : of.Answered(d, theirs.Tied.FirstOrDefault(t => ReferenceEquals(t.Denial, d)).Claim))
            .Concat(theirs.NotSo.Select(of.Gainsaid))
            .Where(t => t.Claim is not null)
            .OrderByDescending(t => t.Confidence).ThenBy(t => t.Claim!.Content.Hull).ThenBy(t => t.Denial.Statement.Content.Hull)
            .DistinctBy(t => t.Claim!.Id)
            .DistinctBy(t => t.Denial.Statement.Actor ?? t.Denial.Statement.Id)
            .Take(MostPerPair)
            .Select(t => (t.Claim!, t.Denial, t.Confidence));
    }

    // An account denied in the words it is told by answers who tells it so, where it answers no accusation.
    private (Statement? Claim, DenialStatement Denial, double Confidence) Answered(DenialStatement denial, Statement? home) =>
        (Unanswered(denial, home) ?? (home is null && denial.Kind == DenialKind.Accusation ? OfOwner(denial) : null)) is { } claim ? (claim, denial, Answers)
            : denial.TellsThat ? Gainsaid(denial) : default;

    // Which accusation of the speaker is it that the article leaves open? It must speak of what the denial, or what it answers at home, speaks of.
    private Statement? Unanswered(DenialStatement denial, Statement? home)
    {
        if (denial.Kind == DenialKind.Pointing || Rebuttals.OnlySome(denial) || _mine.Denials.Any(d => OfDenier(d.Statement.Actor, denial)))
        {
            return null;
        }

        List<ClaimTerm> about = [.. denial.Thing, .. home is null ? [] : _answer.Rebuttals.Gainsaying.Terms(home).Where(w => TellsMuch(w) && !ClaimWords.Is("blame", w.Lower) && !ClaimWords.IsForm("charge-verb", w.Lower))];

        // A denial that neither names a thing nor answers anything at home speaks of what is told around it.
        var least = about.Count == 0 ? LeastAround : 1;
        about = about.Count > 0 ? about : [.. _answer.Around(denial.Sentence).Where(w => TellsMuch(w) && !ClaimWords.Is("accusation", w.Lower) && !ClaimWords.IsVerbForm("deny-verb", w.Lower))];
        var ofAll = home is null || denial.Kind != DenialKind.Accusation || denial.Words.Any(w => w.Lower is "all" or "any" or "every");
        return Open()
            .Where(c => _claims.IsTold(c) && !OfDenier(c.Actor, denial) && _mine.IsAgainst(c, denial, _answer.Findings))
            .Select(c => (Claim: c, Shared: about.Where(w => _alignment.Best(w, _claims.Terms(c)) >= SameWord).Select(w => w.Base).Distinct(StringComparer.Ordinal).Count()))
            .Where(c => c.Shared >= least && _mine.SpeaksOf(_claims.Terms(c.Claim), denial.Thing) && (home is not null || c.Claim.Accused.Count > 0) && (ofAll || SameAccuser(c.Claim, home!)))
            .OrderByDescending(c => c.Shared).ThenBy(c => c.Claim.Content.Hull)
            .Select(c => c.Claim).FirstOrDefault();
    }

    private static bool TellsMuch(ClaimTerm w) => w.Tells && w.Weight > 2 && !w.Capital && w.Country is null;

    // "Lom's accusations against Vardia": where the owner's own words stand in the other article, what they hold against whoever is named.
    private Statement? OfOwner(DenialStatement denial)
    {
        var owners = NamedClaims.Owners(_answer.Findings, denial);
        var against = denial.Words.SkipWhile(w => w.Lower != "against").Where(w => w.Capital || w.Country is not null).ToList();
        return owners is not { Count: > 0 } || against.Count == 0 ? null : Open()
            .Where(c => c.Accused.Count > 0 && _claims.IsTold(c) && owners.Any(o => Accusing.OneSide(_told, c.Actor, _answer.Findings, o)))
            .FirstOrDefault(c => against.TrueForAll(a => _alignment.Best(a, _claims.Terms(c)) > SameName) && _mine.SpeaksOf(_claims.Terms(c), [.. denial.Thing.Where(t => !t.Capital)]));
    }

    // Which statement of the article is it that the denial of the other says was not so?
    private (Statement? Claim, DenialStatement Denial, double Confidence) Gainsaid(DenialStatement denial)
    {
        if (!denial.SaysWhat)
        {
            return default;
        }

        var (best, fit) = Open()
            .Where(c => _claims.IsTold(c, denial) && !IsOfOneSurname(c, denial) && !OfDenier(c.Actor, denial))
            .Where(c => denial.Kind != DenialKind.Accusation || c.Accused.Count > 0 || _claims.DoesDeed(denial, c))
            .Select(c => (Claim: c, Fit: _claims.FitOf(denial, c, _answer.Findings)))
            .OrderByDescending(c => c.Fit).ThenBy(c => c.Claim.Content.Hull)
            .FirstOrDefault();
        return fit >= Rebuttals.LeastFit(denial) ? (best, denial, Math.Round(Math.Min(MostSure, 0.35 + (0.6 * fit)), 3)) : default;
    }

    // What somebody tells there, and nobody denies in the same breath.
    private IEnumerable<Statement> Open() => _told.Statements.Where(c => c.Voice == Voice.Reported && !_mine.IsAnsweredInside(c));

    private bool OfDenier(string? actor, DenialStatement denial) => Accusing.OneSide(_told, actor, _answer.Findings, denial.Statement.Actor);

    // "the allegation" is one accuser's: another's of the same sort is another.
    private bool SameAccuser(Statement claim, Statement home) =>
        ActorIn(_told, claim.Actor) is not { } x || ActorIn(_answer.Findings, home.Actor) is not { } y || x.Name == y.Name || Accusing.OneSide(_told, claim.Actor, _answer.Findings, home.Actor);

    // "Mike Voss" there, "Orlin Voss" here: nobody answers himself, and of two of one surname nobody can tell.
    private bool IsOfOneSurname(Statement claim, DenialStatement denial) =>
        ActorIn(_told, claim.Actor) is { Kind: ActorKind.Person } x && ActorIn(_answer.Findings, denial.Statement.Actor) is { Kind: ActorKind.Person } y && x.Name.Split(' ')[^1] == y.Name.Split(' ')[^1];

    private static Actor? ActorIn(ArticleFindings article, string? id) => article.Actors.FirstOrDefault(a => a.Id == id);
}
