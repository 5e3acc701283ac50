using Stemma.Words;

namespace Stemma.Corpus.Accounts;

/// <summary>Who is accused of what, by whom, in a case?</summary>
internal sealed class ChargeReader(SaidInCase said)
{
    public IEnumerable<Charge> All()
    {
        foreach (var s in said.Reported.Where(Accuses).OrderBy(s => s.Article, StringComparer.Ordinal).ThenBy(s => s.Statement.Content.Hull).ThenBy(s => s.Statement.Id, StringComparer.Ordinal))
        {
            foreach (var accused in s.Statement.Accused.Concat(Blamed(s)).Distinct(StringComparer.Ordinal).DistinctBy(said.Side.ShortName).Where(a => CanBeAccused(a, s)).ToList())
            {
                yield return Charge.Of(s, accused, said.In(s));
            }
        }
    }

    // Outlets and places accuse nobody; a document does where it has a name.
    private bool Accuses(CaseStatement s) =>
        !s.Statement.Negated && !s.Statement.Content.IsEmpty
        && said.Side.Actor(s.Statement.Actor) is not { Kind: ActorKind.Outlet or ActorKind.Place }
        && (said.Side.Actor(s.Statement.Actor) is not { Kind: ActorKind.Document } || said.Side.IsNamed(s.Statement.Actor!))
        && !IsHandedOn(s) && !IsToAccuse(s) && !IsUnrealised(s);

    private bool CanBeAccused(string actor, CaseStatement s) => actor != s.Statement.Actor && said.Side.Actor(actor) is { Kind: not (ActorKind.Document or ActorKind.Place) } && !said.Side.Is(s, actor);

    // Who denies a claim that blames them, though no word of accusing stands there: "the agency concluded that Vardia was behind it".
    private IEnumerable<string> Blamed(CaseStatement claim) => claim.Statement.Accused.Count > 0 ? []
        : said.Against(claim).Where(d => d.Statement.Actor is not null && Replying.Rebuts(d, said.In(d)) && Blames(claim, d)).Select(d => WhoIsMeant(claim, d.Statement.Actor!));

    private bool Blames(CaseStatement claim, CaseStatement denial) =>
        said.Local(claim) is { } told && said.In(claim).Rebuttals.Gainsaying.IsTold(told)
        && Accusing.Accuses(said.Findings(claim), told, ClaimReader.Terms(said.Findings(claim).Article.Text, told.Content), said.Findings(denial), said.Local(denial)?.Actor);

    // "the presidency denies" what the claim says of Vardia: the state is accused, whoever speaks for it.
    private string WhoIsMeant(CaseStatement claim, string denier) =>
        said.Side.Actor(denier) is { Kind: not ActorKind.State, Country: { } land } body
        && said.Findings(claim).Article.Text is var text && !claim.Statement.Content.Of(text).Contains(body.Name, StringComparison.OrdinalIgnoreCase)
        && ClaimReader.Terms(text, claim.Statement.Content).Any(w => w.Country == land)
            ? said.Actors.FirstOrDefault(a => a.Kind == ActorKind.State && a.Country == land && a.Name == Gazetteer.World.CountryName(land))?.Id ?? denier
            : denier;

    // "the Post's story alleging": an outlet hands an accusation on, it accuses nobody.
    private bool IsHandedOn(CaseStatement s) =>
        said.Side.Actor(s.Statement.Actor) is { Kind: ActorKind.Document } && said.Findings(s).Actors.Any(a => a.Kind == ActorKind.Outlet && a.Mentions.Any(m => m.Overlaps(s.Statement.Source)));

    // "found a woman to accuse him": who accuses is not who found her.
    private bool IsToAccuse(CaseStatement s) => Cue(s) is [{ Lower: "to" }, ..];

    private bool IsUnrealised(CaseStatement s) => Cue(s).Any(w => ClaimWords.Is("unrealised", w.Lower));

    private IReadOnlyList<ClaimTerm> Cue(CaseStatement s) => ClaimReader.Terms(said.Findings(s).Article.Text, s.Statement.Cue);
}
