using Stemma.Words;

namespace Stemma.Corpus.Accounts;

/// <summary>Who was accused of what, and did they deny it, decline to comment, answer otherwise, or is no answer given in these articles?</summary>
/// <remarks>
/// Accused is who could answer: a name or a body, blamed in a statement that does blame. Their spokesman's, lawyer's or state's answer is theirs.
/// Where a denial may or may not be of this charge the line is left out: nothing is shown rather than "no answer given".
/// </remarks>
internal sealed class AnswerReader
{
    // An answer is told in a line or two; the surest stand first.
    private const int MostAnswers = 3;

    // So many denials of one accused in other articles are tried on each charge, so that time stays linear; the largest case we judged has fewer.
    private const int MostElsewhere = 60;

    private readonly SaidInCase _said;
    private readonly AnswerTie _tie = new();
    private readonly List<CaseDenial> _denials;
    private readonly List<Charge> _charges;
    private readonly Dictionary<string, (ILookup<string, CaseDenial> In, List<CaseDenial> First)> _theirs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _ofAnother = new(StringComparer.Ordinal);
    private readonly PlainCharges _plain;

    private AnswerReader(SaidInCase said)
    {
        _said = said;
        _denials = [.. said.Denials()];
        _plain = new PlainCharges(said, _denials);
        _charges = [.. new ChargeReader(said).All()];
    }

    /// <summary>A line for each charge that was answered, or that nothing in these articles answers.</summary>
    public static IReadOnlyList<Answer> Read(SaidInCase said)
    {
        var reader = new AnswerReader(said);
        return [.. reader._charges.Select(reader.To).OfType<Answer>()];
    }

    /// <summary>Who was asked and would not say anything, whatever it was about.</summary>
    public static IReadOnlyList<string> NoComment(SaidInCase said) =>
        [.. said.Reported.Where(s => Replying.IsNoComment(s, said.Findings(s).Article.Text)).Select(s => s.Statement.Id)];

    // Null where it cannot be told.
    private Answer? To(Charge charge)
    {
        var own = Own(charge);
        if (Denied(own, charge) is { Count: > 0 } denied)
        {
            return Line(charge, "denies", denied);
        }

        if (_plain.DeniedTogether(charge, _charges) is { } together)
        {
            return Line(charge, "denies", [together]);
        }

        // A denial that may be of this charge, though nothing ties it: then nothing is said rather than that none is given.
        var unsure = own.Exists(d => !OfAnother(d, charge)) || _plain.DenyTogether(_charges).Contains(_said.Side.ShortName(charge.Accused));
        var near = _said.InArticle(charge.Said.Article).Where(s => s.Statement.Id != charge.Said.Statement.Id && _said.Side.Is(s, charge.Accused)).ToList();
        if (!unsure && near.Where(s => _tie.Declines(s, _said.In(s), charge)).ToList() is { Count: > 0 } declined)
        {
            return Line(charge, "declines to comment", declined);
        }

        // "He was accused of graft": where nobody is told who accuses, a reply may be to anything, and silence is none.
        var isBrought = charge.Said.Statement.Actor is not null;
        if (isBrought && near.Where(s => Replying.IsReply(s, _said.In(s), charge)).ToList() is { Count: > 0 } replied)
        {
            return Line(charge, replied.Exists(Rebuts) ? "denies" : "answers", [.. replied.OrderByDescending(Rebuts)]);
        }

        if (OthersDeny(charge) is { Count: > 0 } others)
        {
            return ByOthers(charge, others);
        }

        return isBrought && !unsure && IsUnanswered(charge, near) ? Line(charge, "no answer given", []) : null;
    }

    private static Answer Line(Charge charge, string kind, IReadOnlyList<CaseStatement> by) =>
        new(charge.Said.Statement.Id, charge.Accused, kind, [.. by.Select(s => s.Statement.Id).Distinct(StringComparer.Ordinal).Take(MostAnswers)]);

    private bool Rebuts(CaseStatement s) => Replying.Rebuts(s, _said.In(s));

    // Denials of the accused: those of the charge's article, then some of the others.
    private List<CaseDenial> Own(Charge charge)
    {
        if (!_theirs.TryGetValue(charge.Accused, out var theirs))
        {
            var all = _denials.Where(d => _said.Side.Is(d.Said, charge.Accused)).ToList();
            _theirs[charge.Accused] = theirs = (all.ToLookup(d => d.Said.Article, StringComparer.Ordinal), [.. all.Take(MostElsewhere)]);
        }

        return [.. theirs.In[charge.Said.Article].Concat(theirs.First.Where(d => d.Said.Article != charge.Said.Article)).Where(d => d.Said.Statement.Id != charge.Said.Statement.Id)];
    }

    // The surest first, those of the same article before others.
    private List<CaseStatement> Denied(List<CaseDenial> own, Charge charge) =>
    [
        .. own.Select(d => (d.Said, Sure: Sureness(d, charge), Denial: d))
            .Where(d => d.Sure > 0 && (!charge.IsPlain || _plain.IsAnswered(d.Denial, charge, d.Sure)))
            .OrderByDescending(d => d.Sure).ThenByDescending(d => d.Said.Article == charge.Said.Article).ThenBy(d => d.Said.Article, StringComparer.Ordinal).ThenBy(d => d.Said.Statement.Content.Hull)
            .Select(d => d.Said),
    ];

    // Who stands against the charge in a dispute and does not speak for the accused, nor for the accuser.
    private List<CaseStatement> OthersDeny(Charge charge) =>
    [
        .. _said.Against(charge.Said).Where(s => s.Statement.Actor != charge.Said.Statement.Actor && !_said.Side.Is(s, charge.Accused)
            && _denials.Exists(d => d.Said.Statement.Id == s.Statement.Id && _tie.Fits(d.Denial, charge)) && !OfTheAccuser(s.Statement.Actor, charge)),
    ];

    // "The 67-year-old has denied it": whoever has no name and answers the charge is the accused.
    private Answer? ByOthers(Charge charge, List<CaseStatement> others)
    {
        var theirs = others.Where(s => _said.Side.SameLand(s.Statement.Actor, charge.Accused) || _said.Side.Actor(s.Statement.Actor) is null or { Kind: ActorKind.Unnamed }).ToList();
        return theirs.Count > 0 ? Line(charge, "denies", theirs)
            : _said.Side.Actor(charge.Accused) is { Kind: ActorKind.Unnamed } ? null
            : Line(charge, "others deny", others);
    }

    private bool IsUnanswered(Charge charge, List<CaseStatement> near) =>
        (charge.IsPlain ? _plain.IsNamed(charge.Accused) && _plain.IsOpen(charge, near) : _said.Side.IsNamed(charge.Accused))
        && !Replying.MayBeAnswered(charge) && !near.Exists(s => Replying.Follows(s, _said.In(s), charge));

    // What stands between two statements as a dispute is tied already; a denial that names its thing, or only points, must fit all the same.
    private double Sureness(CaseDenial d, Charge charge)
    {
        var tied = _said.AreOpposed(charge.Said, d.Said)
            && (d.Denial.Kind == DenialKind.Content || (d.Denial.Kind == DenialKind.Pointing ? IsNearest(d, charge) : _tie.Fits(d.Denial, charge)));
        return tied ? 1 : _tie.Denies(d.Denial, _said.In(d.Said), charge, SameEvent(d, charge), IsNearest(d, charge));
    }

    // A denial that is known to be of another charge leaves this one unanswered.
    private bool OfAnother(CaseDenial d, Charge charge)
    {
        if (_tie.MayBe(d.Denial, AnswerTie.Home(d.Denial, _said.In(d.Said)), _said.In(d.Said), charge))
        {
            return false;
        }

        if (!_ofAnother.TryGetValue(d.Said.Statement.Id, out var tied))
        {
            _ofAnother[d.Said.Statement.Id] = tied = _charges.Exists(c => c.Said.Statement.Id != charge.Said.Statement.Id && c.Said.Article == d.Said.Article && _said.Side.Is(d.Said, c.Accused) && Sureness(d, c) > 0);
        }

        return tied;
    }

    // The last charge against them that stands before the denial in its article.
    private bool IsNearest(CaseDenial d, Charge charge)
    {
        var begin = d.Said.Statement.Content.Hull.Begin;
        return d.Said.Article == charge.Said.Article && charge.Said.Statement.Content.Hull.End <= begin
            && !_charges.Exists(c => c.Said.Article == charge.Said.Article && c.Accused == charge.Accused && c.Said.Statement.Content.Hull.Begin > charge.Said.Statement.Content.Hull.Begin && c.Said.Statement.Content.Hull.End <= begin);
    }

    private bool SameEvent(CaseDenial d, Charge charge)
    {
        var about = charge.Said.Statement.About;
        if (about.Count == 0)
        {
            return false;
        }

        var home = AnswerTie.Home(d.Denial, _said.In(d.Said)) is { } told ? _said.InArticle(d.Said.Article).FirstOrDefault(s => s.Local == told.Id)?.Statement.About : null;
        return d.Said.Statement.About.Concat(home ?? []).Intersect(about, StringComparer.Ordinal).Any();
    }

    // Who shares the accuser's country, and not the accused's, does not speak for the accused, whatever else they deny of the happening.
    private bool OfTheAccuser(string? denier, Charge charge) =>
        _said.Side.Actor(denier)?.Country is { } land && land == _said.Side.Actor(charge.Said.Statement.Actor)?.Country && land != _said.Side.Actor(charge.Accused)?.Country;
}
