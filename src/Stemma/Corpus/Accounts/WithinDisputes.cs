namespace Stemma.Corpus.Accounts;

/// <summary>Who denies whom inside one article? A denial tied to the claim that it answers, told there by another speaker.</summary>
internal static class WithinDisputes
{
    // A denial names what it denies; below this share of common words it is another matter.
    private const double LeastFit = 0.5;

    // "the Russian statement", "that account": the words name whose, not what.
    private const double ByName = 0.72;

    // An accusation of the speaker, and the speaker's denial of having had a part in it.
    private const double Answers = 0.8;

    public static IEnumerable<Dispute> Of(ClaimedArticle claimed)
    {
        var (article, rebuttals) = (claimed.Findings, claimed.Rebuttals);
        var denials = rebuttals.Denials.Select(d => d.Statement).ToList();

        // "The rebels disagreed: their commander called it a lie": the inner denial says whose it is, the outer only frames it.
        denials.RemoveAll(outer => denials.Exists(inner => !ReferenceEquals(inner, outer) && !inner.Cue.IsEmpty && inner.Cue.All(c => outer.Content.Any(o => o.Contains(c))) && inner.Content.All(c => outer.Content.Any(o => o.Contains(c)))));
        foreach (var not in rebuttals.NotSo)
        {
            var told = article.Statements
                .Where(c => c.Voice == Voice.Reported && c.Actor is not null && not.Statement.Actor is not null && !c.Content.Overlaps(not.Statement.Content) && rebuttals.Gainsaying.IsTold(c) && !Accusing.OneSide(article, c.Actor, article, not.Statement.Actor))
                .Select(c => (Claim: c, Fit: rebuttals.Gainsaying.FitOf(not, c, article)))
                .Where(c => c.Fit >= Rebuttals.LeastFit(not)).OrderByDescending(c => c.Fit).ThenBy(c => c.Claim.Content.Hull).FirstOrDefault();
            if (told.Claim is not null)
            {
                yield return Made(article, told.Claim, not.Statement, not.Reason(article.Article.Text), told.Fit);
            }
        }

        foreach (var (by, denied) in StoodBy.In(claimed))
        {
            yield return Made(article, denied.Statement, by, "one says that the account is not so, the other stands by it", (Answers - 0.45) / 0.6);
        }

        if (denials.Count == 0)
        {
            yield break;
        }

        var kinds = rebuttals.Denials.ToDictionary(d => d.Statement, ReferenceEqualityComparer.Instance as IEqualityComparer<Statement>);
        var answered = rebuttals.Tied.DistinctBy(t => t.Denial.Statement, ReferenceEqualityComparer.Instance).ToDictionary(t => t.Denial.Statement, t => t.Claim, ReferenceEqualityComparer.Instance as IEqualityComparer<Statement>);
        var alignment = new Alignment();
        foreach (var denial in denials)
        {
            var denied = denial.Denies is { IsEmpty: false } words ? ClaimReader.Terms(article.Article.Text, words) : Terms(denial);
            var (best, fit) = ((Statement?)null, 0.0);
            foreach (var claim in article.Statements)
            {
                if (ReferenceEquals(claim, denial) || !rebuttals.Gainsaying.IsTold(claim, kinds[denial]) || claim.Content.Overlaps(denial.Content)
                    || (claim.Actor is not null && claim.Actor == denial.Actor))
                {
                    continue;
                }

                if (kinds[denial] is { SaysWhat: true } content && (content.Kind == DenialKind.Content || content.TellsThat) && rebuttals.Gainsaying.FitOf(content, claim, article) is > 0 and var whole && whole > fit)
                {
                    (best, fit) = (claim, whole);
                }

                var covered = (alignment.Covered(denied, Terms(claim)) + alignment.Covered(Terms(claim), denied)) / 2;
                if (covered > fit && (claim.Accused.Count > 0 || (rebuttals.Gainsaying.MeetsDeed(kinds[denial], claim) && rebuttals.Gainsaying.OfTheDenier(kinds[denial], claim, article))) && Asserts(article, claim, Terms(claim), denial, denied) && alignment.Covered(denied, Terms(claim)) >= LeastFit && alignment.Covered(Terms(claim), denied) >= LeastFit / 2)
                {
                    (best, fit) = (claim, covered);
                }
            }

            if (answered.GetValueOrDefault(denial) is { } accusation)
            {
                (best, fit) = (accusation, (Answers - 0.45) / 0.6);
            }
            else if (kinds[denial].Kind is DenialKind.OwnPart or DenialKind.Pointing || kinds[denial].Refuses)
            {
                continue;
            }

            // "the Russian statement" names whose account it is; only without such a name do the words decide.
            else if (Named(article, denial, denied, Terms) is { } named && rebuttals.Gainsaying.IsTold(named.Claim) && (!kinds[denial].SaysWhat || rebuttals.Gainsaying.MeetsDeed(kinds[denial], named.Claim)))
            {
                (best, fit) = (named.Claim, Math.Max(named.Fit, (ByName - 0.45) / 0.6));
            }
            else if (best is null || fit < LeastFit || (kinds[denial].Kind == DenialKind.Accusation && !kinds[denial].TellsThat) || (kinds[denial].Kind == DenialKind.Content && !kinds[denial].SaysWhat))
            {
                continue;
            }

            yield return Made(article, best, denial, kinds[denial].Reason(article.Article.Text), fit);

            // "denied all the accusations": the other accusers' too.
            foreach (var (_, other) in rebuttals.Tied.Where(t => ReferenceEquals(t.Denial.Statement, denial)).Skip(1))
            {
                yield return Made(article, other, denial, kinds[denial].Reason(article.Article.Text), fit);
            }
        }

        IReadOnlyList<ClaimTerm> Terms(Statement s) => rebuttals.Gainsaying.Terms(s);
    }

    private static Dispute Made(ArticleFindings article, Statement claim, Statement denial, string reason, double fit)
    {
        var (first, second) = claim.Content.Hull.CompareTo(denial.Content.Hull) < 0 ? (claim, denial) : (denial, claim);
        return new(
            CaseIds.Of('D', article.Article.Id, first.Content.ToString(), second.Content.ToString()),
            DisputeRelation.Denies,
            [first.Id, second.Id],
            Slot.What,
            reason,
            [new(article.Article.Id, first.Content), new(article.Article.Id, second.Content)],
            Math.Round(Math.Min(0.95, 0.45 + (0.6 * fit)), 3));
    }

    // To speak of what is denied is not to assert it: "had nothing to gain from an attack" answers to no "was not behind the attack".
    // Somebody must be blamed or something done in the claim, by a verb that the denial's own meets, or the two must say nearly the same.
    private static bool Asserts(ArticleFindings article, Statement claim, IReadOnlyList<ClaimTerm> told, Statement denial, IReadOnlyList<ClaimTerm> denied)
    {
        if (claim.Accused.Count > 0 || claim.Act == Act.Accuse)
        {
            // Who is blamed answers; that others are blamed of something of the sort is no answer to it.
            return denial.Actor is null || claim.Accused.Count == 0 || claim.Accused.Any(a => a == denial.Actor || (Country(article, a) is { } country && country == Country(article, denial.Actor)));
        }

        var alignment = new Alignment();
        var (near, far) = (alignment.Covered(told, denied), alignment.Covered(denied, told));
        var blames = Enumerable.Range(0, denied.Count).Any(i => ClaimWords.PhraseAt("how-phrase", denied, i) > 0 || ClaimWords.IsForm("blame", denied[i].Lower));
        if ((blames ? Math.Min(near, far) : (near + far) / 2) >= NearlySame)
        {
            return true;
        }

        var verb = Predicate.In(denied).Verb;
        return verb < 0 || blames
            ? Enumerable.Range(0, told.Count).Any(i => ClaimWords.PhraseAt("how-phrase", told, i) > 0 || (ClaimWords.IsVerbForm("how-verb", told[i].Lower) && Predicate.In(told).Verb == i))
            : Enumerable.Range(0, told.Count).Any(i => alignment.Of(denied[verb], told[i]) >= LeastFit);
    }

    // Above this two contents say one thing in nearly the same words, whatever their verbs are.
    private const double NearlySame = 0.65;

    private static string? Country(ArticleFindings article, string actor) => article.Actors.FirstOrDefault(a => a.Id == actor)?.Country;

    // Whose account is denied: the last thing of weight that a speaker of that country or name said before; where the words also tell what is denied, what fits them best.
    private static (Statement Claim, double Fit)? Named(ArticleFindings article, Statement denial, IReadOnlyList<ClaimTerm> denied, Func<Statement, IReadOnlyList<ClaimTerm>> terms)
    {
        if (!denied.Any(IsAccount))
        {
            return null;
        }

        var alignment = new Alignment();
        var whose = article.Actors
            .Where(a => denied.Any(t => IsNameOf(article, a, t)))
            .Select(a => a.Id)
            .ToHashSet(StringComparer.Ordinal);
        var told = article.Statements
            .Where(s => s.Actor is { } actor && whose.Contains(actor) && s.Actor != denial.Actor && s.Voice == Voice.Reported && s.Act is not (Act.Deny or Act.Decline or Act.Vote or Act.Veto) && !ReferenceEquals(s, denial));
        List<ClaimTerm> what = [.. denied.Where(t => t.Tells && t.Weight > 2 && !IsAccount(t) && !ClaimWords.Is("false-word", t.Lower) && !article.Actors.Any(a => whose.Contains(a.Id) && IsNameOf(article, a, t)))];
        return what.Count < LeastWhat
            ? told.Where(s => s.Content.Hull.End <= denial.Content.Hull.Begin).OrderByDescending(s => s.About.Count > 0).ThenByDescending(s => s.Content.Hull.Begin).Select(s => ((Statement, double)?)(s, 0)).FirstOrDefault()
            : told.Where(s => !s.Content.Overlaps(denial.Content)).Select(s => (Claim: s, Fit: alignment.Covered(what, terms(s)))).Where(s => s.Fit >= LeastFit && IsFact(terms(s.Claim)) && Asserts(article, s.Claim, terms(s.Claim), denial, what)).OrderByDescending(s => s.Fit).ThenBy(s => s.Claim.Content.Hull).Select(s => ((Statement, double)?)(s.Claim, s.Fit)).FirstOrDefault();
    }

    // Two words of weight besides whose it is and that it is an account: the denial says itself what it denies.
    private const int LeastWhat = 2;

    // "could freeze all assets until …", "there is no ground for it": what may be, and what is itself rejected, is nothing that a denial answers.
    private static bool IsFact(IReadOnlyList<ClaimTerm> told) => !told.Any(t => ClaimWords.Is("negative", t.Lower) || ClaimWords.Is("future", t.Lower) || ClaimWords.Is("condition", t.Lower));

    private static bool IsAccount(ClaimTerm t) => ClaimWords.Is("claim-noun", t.Lower) || t.Lower is "statement" or "statements" or "explanation";

    private static bool IsNameOf(ArticleFindings article, Actor actor, ClaimTerm t) =>
        (t.Country is not null && t.Country == actor.Country) || (t.Capital && t.Weight > 3 && actor.Name.Contains(t.Span.Of(article.Article.Text), StringComparison.Ordinal));
}
