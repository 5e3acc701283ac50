using Stemma.Words;

namespace Stemma.Corpus.Accounts;

/// <summary>A charge told with a plain verb ("said Maren had lied"): which denial surely answers it, and when is it surely left open?</summary>
/// <remarks>It is weaker than an accusation: what is told of it must be surer. Known to miss: whoever answers in words of their own in that article.</remarks>
internal sealed class PlainCharges(SaidInCase said, IReadOnlyList<CaseDenial> denials)
{
    // A denial by another than the accused ("the ministry denied it") must be tied by more than a happening or a word in common.
    private const double LeastOfOthers = 0.7;

    // "All of those men have denied it": the men of the sentences before.
    private const int TogetherReach = 6;
    private const int NearTogether = 4;

    private readonly Dictionary<string, bool> _landDenies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _speaks = new(StringComparer.Ordinal);
    private HashSet<string>? _together;

    /// <summary>The denial is told of this charge: the accused's own, their state's, or tied beyond doubt; none that was told before of another.</summary>
    public bool IsAnswered(CaseDenial d, Charge charge, double sure) =>
        (sure >= LeastOfOthers || said.Side.Actor(charge.Accused)?.Kind == ActorKind.State || d.Said.Statement.Actor == charge.Accused || (d.Said.Statement.Actor is { } by && said.Side.ShortName(by) == said.Side.ShortName(charge.Accused)))
        && !IsOfAnEarlier(d, charge) && !IsOfAnother(d, charge);

    // "denied claims by the ministry that …": what others say is not answered by it.
    private bool IsOfAnother(CaseDenial d, Charge charge) =>
        said.In(d.Said) is var article && NamedClaims.Owners(article.Findings, d.Denial) is { Count: > 0 } owners
        && !owners.Any(owner => Accusing.OneSide(article.Findings, owner, charge.Article.Findings, charge.Local.Actor));

    // "He has denied it. A new report tells of another woman, who says he groped her."
    private bool IsOfAnEarlier(CaseDenial d, Charge charge) =>
        d.Said.Article == charge.Said.Article && d.Denial.Kind != DenialKind.Content && d.Denial.Sentence < charge.Sentence
        && AnswerTie.Home(d.Denial, said.In(d.Said)) is { } home && home.Id != charge.Local.Id && home.Content.Hull.Begin < charge.Local.Content.Hull.Begin;

    /// <summary>Who was accused in the sentences before a denial that stands for several at once.</summary>
    public HashSet<string> DenyTogether(IReadOnlyList<Charge> charges)
    {
        if (_together is null)
        {
            var told = charges.ToLookup(c => c.Said.Article, StringComparer.Ordinal);
            _together = [.. denials.Where(d => IsOfSeveral(d)).SelectMany(d => told[d.Said.Article].Where(c => d.Denial.Sentence - c.Sentence is >= 0 and <= TogetherReach)).Select(c => said.Side.ShortName(c.Accused))];
        }

        return _together;
    }

    /// <summary>The denial of several at once that stands a few sentences behind this charge, where another is charged there too.</summary>
    public CaseStatement? DeniedTogether(Charge charge, IReadOnlyList<Charge> charges) =>
        !DenyTogether(charges).Contains(said.Side.ShortName(charge.Accused)) ? null
            : denials.Where(d => d.Said.Article == charge.Said.Article && IsOfSeveral(d) && d.Denial.Sentence - charge.Sentence is > 0 and <= NearTogether
                && charges.Any(c => c.Said.Article == charge.Said.Article && c.Accused != charge.Accused && d.Denial.Sentence - c.Sentence is > 0 and <= NearTogether)).Select(d => d.Said).FirstOrDefault();

    private bool IsOfSeveral(CaseDenial d) =>
        !d.Said.Statement.Source.IsEmpty && PlainWords.Of(d.Said.Statement.Source.Of(said.Findings(d.Said).Article.Text)).FirstOrDefault().Lower is "all" or "both" or "each" or "none" or "neither";

    /// <summary>No answer is given: the accused is named in the charge, has no word in these articles, and nobody of their state denies a thing.</summary>
    /// <param name="near">What the accused's side says in the charge's article.</param>
    public bool IsOpen(Charge charge, IReadOnlyList<CaseStatement> near) =>
        near.Count == 0 && charge.NamesAccused && said.Side.Actor(charge.Accused) is { } accused && char.IsUpper(accused.Name[0])
        && (accused.Kind == ActorKind.Person ? IsAName(accused.Name) : !DeniesAThing(charge.Accused)) && !SpeaksAnywhere(charge.Accused);

    /// <summary>Called by a name, or by their people: "Vardian hackers".</summary>
    public bool IsNamed(string accused) =>
        said.Side.IsNamed(accused) || (said.Side.Actor(accused) is { } a && Gazetteer.World.Lookup(a.Name.Split(' ')[0]).Any(n => n.Kind is NameKind.People or NameKind.Country));

    // "Financial Officer" is an office.
    private static bool IsAName(string name) => name.Split(' ').Any(w => char.IsUpper(w[0]) && !CommonWords.Contains(w.ToLowerInvariant()) && PersonWords.KindOf(w.ToLowerInvariant()) is null);

    // Whoever has the word somewhere in the case may have answered in words of their own.
    private bool SpeaksAnywhere(string accused)
    {
        if (!_speaks.TryGetValue(accused, out var speaks))
        {
            _speaks[accused] = speaks = said.Reported.Any(s => said.Side.Is(s, accused));
        }

        return speaks;
    }

    private bool DeniesAThing(string accused)
    {
        if (!_landDenies.TryGetValue(accused, out var denies))
        {
            _landDenies[accused] = denies = denials.Any(d => said.Side.SameLand(d.Said.Statement.Actor, accused));
        }

        return denies;
    }
}
