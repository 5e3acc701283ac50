using Stemma.Words;

namespace Stemma.Corpus.Accounts;

/// <summary>Who was accused of what, and did they deny it, decline to comment, answer otherwise, or is no answer given in these articles?</summary>
/// <remarks>
/// Accused is who could answer: a name or a body, blamed in a statement that does blame. Their spokesman's, lawyer's or state's answer is theirs.
/// Where a denial may or may not be of this charge the line is left out: nothing is shown rather than "no answer given".
/// </remarks>
public static class AnswerReader
{
    // A dispute of less is a candidate for the export.
    private const double Shown = 0.5;

    // An answer is told in a line or two; the surest stand first.
    private const int MostAnswers = 3;

    // So many denials of one accused in other articles are tried on each charge, so that time stays linear; the largest case we judged has fewer.
    private const int MostElsewhere = 60;

    public static IReadOnlyList<Answer> Read(IReadOnlyList<ArticleFindings> articles, IReadOnlyList<CaseStatement> statements, IReadOnlyList<Dispute> disputes, IReadOnlyList<CaseActor> actors, CaseClaims claims)
    {
        var findings = articles.ToDictionary(a => a.Article.Id, StringComparer.Ordinal);
        ClaimedArticle In(string article) => claims.Of(article);

        var (side, tie) = (new SpokenFor(articles, statements, actors), new AnswerTie());
        var byId = statements.ToDictionary(s => s.Statement.Id, StringComparer.Ordinal);
        var against = disputes.Where(d => d.Confidence >= Shown && d.Relation == DisputeRelation.Denies && d.Statements.Count == 2)
            .SelectMany(d => new[] { (d.Statements[0], d.Statements[1]), (d.Statements[1], d.Statements[0]) })
            .ToLookup(p => p.Item1, p => p.Item2, StringComparer.Ordinal);
        var reported = statements.Where(s => s.Statement.Voice == Voice.Reported && s.State != StatementState.Rejected && findings.ContainsKey(s.Article)).ToList();
        var inArticle = reported.ToLookup(s => s.Article, StringComparer.Ordinal);
        var denials = new List<(CaseStatement Said, DenialStatement Denial)>();
        foreach (var article in reported.Where(s => s.Statement.Act == Act.Deny || s.Statement.Denies is { IsEmpty: false } || s.Statement.Act is Act.Say or Act.Assert).Select(s => s.Article).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var local = inArticle[article].ToDictionary(s => s.Local, StringComparer.Ordinal);
            denials.AddRange(In(article).Rebuttals.Denials.Where(d => local.ContainsKey(d.Statement.Id)).Select(d => (local[d.Statement.Id], d)));
        }

        var answers = new List<Answer>();
        var theirs = new Dictionary<string, (ILookup<string, (CaseStatement Said, DenialStatement Denial)> In, List<(CaseStatement Said, DenialStatement Denial)> First)>(StringComparer.Ordinal);
        var charges = Charges().ToList();
        var ofAnother = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var charge in charges)
        {
            var known = theirs.TryGetValue(charge.Accused, out var told) ? told : theirs[charge.Accused] = Theirs(charge.Accused);
            List<(CaseStatement Said, DenialStatement Denial)> own = [.. known.In[charge.Said.Article], .. known.First.Where(d => d.Said.Article != charge.Said.Article)];
            var near = inArticle[charge.Said.Article].Where(s => s.Statement.Id != charge.Said.Statement.Id && side.Is(s, charge.Accused)).ToList();
            var denied = own.Where(d => d.Said.Statement.Id != charge.Said.Statement.Id)
                .Select(d => (d.Said, Sure: Sureness(d, charge)))
                .Where(d => d.Sure > 0)
                .OrderByDescending(d => d.Sure).ThenByDescending(d => d.Said.Article == charge.Said.Article).ThenBy(d => d.Said.Article, StringComparer.Ordinal).ThenBy(d => d.Said.Statement.Content.Hull)
                .Select(d => d.Said).ToList();

            // A denial that may be of this charge, though nothing ties it: then nothing is said rather than that none is given.
            var unsure = own.Exists(d => d.Said.Statement.Id != charge.Said.Statement.Id && !OfAnother(d, charge));
            if (denied.Count > 0)
            {
                Add(charge, "denies", denied);
            }
            else if (near.Where(s => tie.Declines(s, In(s.Article), charge)).ToList() is { Count: > 0 } declined && !unsure)
            {
                Add(charge, "declines to comment", declined);
            }
            else if (near.Where(s => AnswerTie.Replies(s, In(s.Article), charge)).ToList() is { Count: > 0 } replied)
            {
                Add(charge, replied.Exists(s => AnswerTie.Rebuts(s, In(s.Article))) ? "denies" : "answers", [.. replied.OrderByDescending(s => AnswerTie.Rebuts(s, In(s.Article)))]);
            }
            else if (against[charge.Said.Statement.Id].Select(id => byId.GetValueOrDefault(id)).OfType<CaseStatement>().Where(s => s.Statement.Actor != charge.Said.Statement.Actor && !side.Is(s, charge.Accused) && denials.Exists(d => d.Said.Statement.Id == s.Statement.Id && tie.Fits(d.Denial, charge)) && !OfTheAccuser(s.Statement.Actor, charge)).ToList() is { Count: > 0 } others)
            {
                // "The 67-year-old has denied it": whoever has no name and answers the charge is the accused.
                var theirsToo = others.Where(s => side.SameLand(s.Statement.Actor, charge.Accused) || side.Actor(s.Statement.Actor) is null or { Kind: ActorKind.Unnamed }).ToList();
                if (theirsToo.Count > 0 || side.Actor(charge.Accused) is not { Kind: ActorKind.Unnamed })
                {
                    Add(charge, theirsToo.Count > 0 ? "denies" : "others deny", theirsToo.Count > 0 ? theirsToo : others);
                }
            }
            else if (side.IsNamed(charge.Accused) && !unsure && !AnswerTie.MayBeAnswered(charge) && !near.Exists(s => AnswerTie.Follows(s, In(s.Article), charge)))
            {
                Add(charge, "no answer given", []);
            }
        }

        return answers;

        (ILookup<string, (CaseStatement Said, DenialStatement Denial)> In, List<(CaseStatement Said, DenialStatement Denial)> First) Theirs(string accused)
        {
            var all = denials.Where(d => side.Is(d.Said, accused)).ToList();
            return (all.ToLookup(d => d.Said.Article, StringComparer.Ordinal), [.. all.Take(MostElsewhere)]);
        }

        void Add(Charge charge, string kind, IReadOnlyList<CaseStatement> by) =>
            answers.Add(new(charge.Said.Statement.Id, charge.Accused, kind, [.. by.Select(s => s.Statement.Id).Distinct(StringComparer.Ordinal).Take(MostAnswers)]));

        IEnumerable<Charge> Charges()
        {
            foreach (var s in reported.Where(s => !s.Statement.Negated && !s.Statement.Content.IsEmpty && side.Actor(s.Statement.Actor) is not { Kind: ActorKind.Outlet or ActorKind.Place } && (side.Actor(s.Statement.Actor) is not { Kind: ActorKind.Document } || side.IsNamed(s.Statement.Actor!)) && !OfAnOutlet(s) && !ToAccuse(s) && !Unrealised(s))
                .OrderBy(s => s.Article, StringComparer.Ordinal).ThenBy(s => s.Statement.Content.Hull).ThenBy(s => s.Statement.Id, StringComparer.Ordinal))
            {
                foreach (var accused in s.Statement.Accused.Concat(Blamed(s)).Distinct(StringComparer.Ordinal).DistinctBy(side.ShortName).Where(a => a != s.Statement.Actor && side.Actor(a) is { Kind: not (ActorKind.Document or ActorKind.Place) } && !side.Is(s, a)).ToList())
                {
                    yield return Charge.Of(s, accused, In(s.Article));
                }
            }
        }

        // Who denies a claim that blames them, though no word of accusing stands there: "the agency concluded that Vardia was behind it".
        IEnumerable<string> Blamed(CaseStatement claim) => claim.Statement.Accused.Count > 0 ? []
            : against[claim.Statement.Id].Select(id => byId.GetValueOrDefault(id)).OfType<CaseStatement>()
                .Where(d => d.Statement.Actor is not null && AnswerTie.Rebuts(d, In(d.Article)) && Local(claim) is { } told && In(claim.Article).Rebuttals.Gainsaying.IsTold(told)
                    && Accusing.Accuses(findings[claim.Article], told, ClaimReader.Terms(findings[claim.Article].Article.Text, told.Content), findings[d.Article], Local(d)?.Actor))
                .Select(d => WhoIsMeant(claim, d.Statement.Actor!));

        // "the presidency denies" what the claim says of Vardia: the state is accused, whoever speaks for it.
        string WhoIsMeant(CaseStatement claim, string denier) =>
            side.Actor(denier) is { Kind: not (ActorKind.Person or ActorKind.State), Country: { } land } body
            && findings[claim.Article].Article.Text is var text && !claim.Statement.Content.Of(text).Contains(body.Name, StringComparison.OrdinalIgnoreCase)
            && ClaimReader.Terms(text, claim.Statement.Content).Any(w => w.Country == land)
                ? actors.FirstOrDefault(a => a.Kind == ActorKind.State && a.Country == land && a.Name == Gazetteer.World.CountryName(land))?.Id ?? denier
                : denier;

        Statement? Local(CaseStatement s) => findings[s.Article].Statements.FirstOrDefault(x => x.Id == s.Local);

        // "the Post's story alleging": an outlet hands an accusation on, it accuses nobody.
        bool OfAnOutlet(CaseStatement s) => side.Actor(s.Statement.Actor) is { Kind: ActorKind.Document } && findings[s.Article].Actors.Any(a => a.Kind == ActorKind.Outlet && a.Mentions.Any(m => m.Overlaps(s.Statement.Source)));

        // "found a woman to accuse him": who accuses is not who found her.
        bool ToAccuse(CaseStatement s) => ClaimReader.Terms(findings[s.Article].Article.Text, s.Statement.Cue) is [{ Lower: "to" }, ..];

        bool Unrealised(CaseStatement s) => ClaimReader.Terms(findings[s.Article].Article.Text, s.Statement.Cue).Any(w => ClaimWords.Is("unrealised", w.Lower));

        // What stands between two statements as a dispute is tied already; a denial that names its thing, or only points, must fit all the same.
        double Sureness((CaseStatement Said, DenialStatement Denial) d, Charge charge)
        {
            var linked = against[charge.Said.Statement.Id].Contains(d.Said.Statement.Id, StringComparer.Ordinal);
            return linked && (d.Denial.Kind == DenialKind.Content || (d.Denial.Kind == DenialKind.Pointing ? Nearest(d, charge) : tie.Fits(d.Denial, charge))) ? 1
                : tie.Denies(d.Denial, In(d.Said.Article), charge, SameEvent(d, charge), Nearest(d, charge));
        }

        // A denial that is known to be of another charge leaves this one unanswered.
        bool OfAnother((CaseStatement Said, DenialStatement Denial) d, Charge charge) =>
            !tie.MayBe(d.Denial, AnswerTie.Home(d.Denial, In(d.Said.Article)), In(d.Said.Article), charge)
            && (ofAnother.TryGetValue(d.Said.Statement.Id, out var tied) ? tied : ofAnother[d.Said.Statement.Id] = charges.Exists(c => c.Said.Statement.Id != charge.Said.Statement.Id && c.Said.Article == d.Said.Article && side.Is(d.Said, c.Accused) && Sureness(d, c) > 0));

        // The last charge against them that stands before the denial in its article.
        bool Nearest((CaseStatement Said, DenialStatement Denial) d, Charge charge)
        {
            var begin = d.Said.Statement.Content.Hull.Begin;
            return d.Said.Article == charge.Said.Article && charge.Said.Statement.Content.Hull.End <= begin
                && !charges.Exists(c => c.Said.Article == charge.Said.Article && c.Accused == charge.Accused && c.Said.Statement.Content.Hull.Begin > charge.Said.Statement.Content.Hull.Begin && c.Said.Statement.Content.Hull.End <= begin);
        }

        bool SameEvent((CaseStatement Said, DenialStatement Denial) d, Charge charge) =>
            charge.Said.Statement.About.Count > 0
            && d.Said.Statement.About.Concat(AnswerTie.Home(d.Denial, In(d.Said.Article)) is { } home ? inArticle[d.Said.Article].FirstOrDefault(s => s.Local == home.Id)?.Statement.About ?? [] : []).Intersect(charge.Said.Statement.About, StringComparer.Ordinal).Any();

        // Who shares the accuser's country, and not the accused's, does not speak for the accused, whatever else they deny of the happening.
        bool OfTheAccuser(string? denier, Charge charge) =>
            side.Actor(denier)?.Country is { } land && land == side.Actor(charge.Said.Statement.Actor)?.Country && land != side.Actor(charge.Accused)?.Country;
    }

    /// <summary>Who was asked and would not say anything, whatever it was about.</summary>
    public static IReadOnlyList<string> NoComment(IReadOnlyList<ArticleFindings> articles, IReadOnlyList<CaseStatement> statements)
    {
        var texts = articles.ToDictionary(a => a.Article.Id, a => a.Article.Text, StringComparer.Ordinal);
        return [.. statements.Where(s => s.Statement.Voice == Voice.Reported && texts.TryGetValue(s.Article, out var text) && AnswerTie.IsNoComment(s, text)).Select(s => s.Statement.Id)];
    }
}
