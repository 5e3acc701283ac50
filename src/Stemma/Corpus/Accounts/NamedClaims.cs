using Stemma.Words;

namespace Stemma.Corpus.Accounts;

/// <summary>Which claim is it that a denial names, by whose it is or by what it says: "rejected Maren's account", "dismissed the report that the gate was open"?</summary>
/// <remarks>Told in the denial's own words, it is the claim that stands in them; else the owner's statement that says it best, or the last one before; without an owner nothing but the words decide.</remarks>
internal static class NamedClaims
{
    // Much of what is denied is in the owner's statement: whose it is says half already.
    private const double LeastOfOwner = 0.45;

    // "Maren's claim", and no word of what it was: the last that Maren said before, no further off.
    private const int OwnerReach = 6;

    // Names alone make no claim: a thing that is denied is met in its sense.
    private const double SameSense = 0.6;

    // One word alone must be the very word.
    private const int LeastSaid = 2;
    private const double VeryWord = 0.9;

    /// <summary>The statement that is told inside the denial itself, with an owner of its own.</summary>
    public static Statement? Inside(ArticleFindings article, Statement denial) =>
        denial.Content.IsEmpty ? null : article.Statements
            .Where(s => !ReferenceEquals(s, denial) && s.Voice == Voice.Reported && !s.Cue.IsEmpty && !s.Negated
                && s.Act is Act.Say or Act.Assert or Act.Accuse or Act.Believe or Act.Reveal
                && IsClaim(article.Article.Text, s.Cue) && denial.Content.Any(c => c.Contains(s.Cue[0]))
                && (s.Actor is null || !Accusing.OneSide(article, s.Actor, article, denial.Actor)))
            .OrderBy(s => s.Cue.Hull)
            .FirstOrDefault();

    /// <summary>"said Maren's testimony that the gate was open is false": said, and it tells another's claim only to turn it down.</summary>
    public static bool IsJudged(ArticleFindings article, Statement s) =>
        s.Voice == Voice.Reported && !s.Negated && s.Act is Act.Say or Act.Assert && !s.Content.IsEmpty
        && article.Statements.Any(inner => inner.IsBy(Statement.Nested) && !ReferenceEquals(inner, s) && s.Content.Any(c => c.Contains(inner.Cue[0])) && IsClaim(article.Article.Text, inner.Cue));

    // "allegation", "claims": the cue is the noun that the denial turns against.
    private static bool IsClaim(string text, Spans cue) => ClaimReader.Terms(text, cue) is [var only] && (ClaimWords.Is("accusation", only.Lower) || ClaimWords.Is("notion", only.Lower) || ClaimWords.Is("claim-noun", only.Lower) || ClaimWords.Is("claim-testimony", only.Lower));

    /// <summary>Names before the word for the claim, or behind its "by": whose it is. Null where somebody is named whom nobody knows.</summary>
    public static IReadOnlySet<string>? Owners(ArticleFindings article, DenialStatement denial)
    {
        var noun = denial.Words.ToList().FindIndex(w => ClaimWords.Is("accusation", w.Lower) || ClaimWords.Is("notion", w.Lower));
        if (noun < 0)
        {
            return new HashSet<string>(StringComparer.Ordinal);
        }

        const int By = 4;
        var behind = noun + 1 < denial.Words.Count && denial.Words[noun + 1].Lower is "by" or "from" or "made";
        var named = denial.Words.Take(noun).Concat(behind ? denial.Words.Skip(noun + 2).Take(By).TakeWhile(w => w.Lower is not ("that" or "about" or "of")) : []).Where(w => w.Capital && w.Weight > 0).ToList();
        var owners = article.Actors.Where(a => a.Id != denial.Statement.Actor && named.Exists(n => Is(article, a, n))).Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        return named.Count > 0 && owners.Count == 0 ? null : owners;
    }

    private static bool Is(ArticleFindings article, Actor actor, ClaimTerm name)
    {
        var word = name.Span.Of(article.Article.Text);
        return (name.Country is not null && name.Country == actor.Country && actor.Kind == ActorKind.State)
            || actor.Name.Split(' ', '’', '\'').Any(part => part.Length > 2 && word.StartsWith(part, StringComparison.Ordinal));
    }

    /// <summary>The owner's statement that says what is denied; where the denial does not say what, the last one of theirs that speaks of the denier or stands just before.</summary>
    public static Statement? OfOwner(ClaimedArticle article, DenialStatement denial, IReadOnlySet<string> owners, IEnumerable<(Statement Claim, int Apart)> claims, Alignment alignment, Func<Statement, IReadOnlyList<ClaimTerm>> terms, Func<DenialStatement, Statement, bool> meetsDeed)
    {
        var theirs = claims.Where(c => c.Claim.Actor is { } actor && owners.Contains(actor)).ToList();
        var what = What(article, denial, owners);
        return what.Count > 0
            ? theirs.Select(c => (c.Claim, c.Apart, Fit: alignment.Covered(what, terms(c.Claim)))).Where(c => c.Fit >= (what.Count >= LeastSaid ? LeastOfOwner : VeryWord) && (what.Count < LeastSaid || meetsDeed(denial, c.Claim)) && (what.TrueForAll(w => w.Capital) || what.Exists(w => !w.Capital && alignment.Best(w, terms(c.Claim)) >= SameSense)))
                .OrderByDescending(c => c.Fit).ThenBy(c => Math.Abs(c.Apart)).ThenBy(c => c.Claim.Content.Hull).Select(c => c.Claim).FirstOrDefault()
            : theirs.Where(c => c.Apart >= 0 && c.Claim.Content.Hull.Begin < denial.Statement.Content.Hull.Begin && (c.Apart <= 1 || Holds(article, c.Claim, denial, terms) || (c.Apart <= OwnerReach && Accusing.TellsOf(article.Findings, terms(c.Claim), article.Findings, denial.Statement.Actor))))
                .OrderBy(c => c.Apart).ThenByDescending(c => c.Claim.Content.Hull).Select(c => c.Claim).FirstOrDefault();
    }

    // An accusation, where an accusation is denied; it may stand further off.
    private static bool Holds(ClaimedArticle article, Statement claim, DenialStatement denial, Func<Statement, IReadOnlyList<ClaimTerm>> terms) =>
        denial.Words.Any(w => ClaimWords.IsForm("blame-noun", w.Lower)) && (claim.Accused.Count > 0 || claim.Act == Act.Accuse || Enumerable.Range(0, terms(claim).Count).Any(i => Accusing.Blames(terms(claim), i)) || ClaimReader.Terms(article.Text, claim.Cue).Any(w => ClaimWords.IsForm("charge-verb", w.Lower)));

    // What the claim is said to say, without its owner's name.
    private static List<ClaimTerm> What(ClaimedArticle article, DenialStatement denial, IReadOnlySet<string> owners) =>
        [.. Told(denial).Where(w => w.Tells && w.Weight > 2 && !ClaimWords.Is("accusation", w.Lower) && !ClaimWords.Is("notion", w.Lower) && !ClaimWords.Is("false-word", w.Lower) && !ClaimWords.Is("intensifier", w.Lower) && !ClaimWords.Is("any-deed", w.Lower)
            && !article.Findings.Actors.Any(a => owners.Contains(a.Id) && w.Capital && Is(article.Findings, a, w)))];

    // Not what it is called: "Maren's report of a leak as an invention", "Maren's account was an invention".
    private static IEnumerable<ClaimTerm> Told(DenialStatement denial)
    {
        var noun = denial.Denied.ToList().FindIndex(w => ClaimWords.Is("accusation", w.Lower) || ClaimWords.Is("notion", w.Lower));
        return denial.Denied.Where((w, i) => i <= noun || !denial.Denied.Take(i + 1).Skip(noun + 1).Any(Ends));

        bool Ends(ClaimTerm w) => w.Lower == "as" || ClaimWords.Is("false-word", w.Lower) || (noun >= 0 && denial.Denied.ElementAtOrDefault(noun + 1).Lower is { } next && ClaimWords.Is("be", next));
    }
}
