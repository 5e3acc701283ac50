namespace Stemma.Corpus.Accounts.Turns;

/// <summary>Which of an actor's own statements cannot both hold: denied on one day and told on a later one, or told and later denied?</summary>
/// <remarks>Only a denial that says itself what was not so, laid beside a claim of that very thing; what is hedged, open or counted otherwise binds nobody.</remarks>
internal static class OwnTurns
{
    // Of one actor so many denials are laid beside so many claims, so that time stays linear.
    private const int MostDenials = 60, MostClaims = 400;

    // Owned in so many words; told as a plain fact, by the matter alone.
    private const double Owned = 0.85, ByMatter = 0.7;

    // Same sense; of what was denied so many things, one of them no name, must stand in what is owned.
    private const double SameSense = 0.6;
    private const int LeastMet = 2;

    public static IEnumerable<Turn> Of(IReadOnlyList<Held> held, SpokenFor side)
    {
        var alignment = new Alignment();
        foreach (var one in held.Where(h => Speaks(h.Said.Statement.Actor, side)).GroupBy(h => side.StateOf(h.Said.Statement.Actor!) ?? h.Said.Statement.Actor!, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var denials = one.Where(h => h.Stance == Stance.Denies && h.SaysWhat).Take(MostDenials).ToList();
            var claims = denials.Count == 0 ? [] : one.Where(h => h.Stance is Stance.Tells or Stance.Admits && h.SaysWhat && IsPlain(h)).Take(MostClaims).ToList();
            foreach (var denied in denials)
            {
                var denial = DenialOf(denied);
                foreach (var claim in claims.Where(c => !c.Local.Content.Overlaps(denied.Local.Content) || !ReferenceEquals(c.Article, denied.Article)))
                {
                    if (IsEarlier(denied, claim) && ((claim.Stance == Stance.Admits && Meets(denied, claim, alignment)) || Gainsays(denial, denied, claim)))
                    {
                        yield return Made(claim.Stance == Stance.Admits ? TurnKind.Admits : TurnKind.SaysOtherwise, denied, claim);
                    }
                    else if (IsEarlier(claim, denied) && Gainsays(denial, denied, claim))
                    {
                        yield return Made(TurnKind.Denies, claim, denied);
                    }
                }
            }
        }
    }

    // The denial says itself what was not so, and the claim is that very thing.
    private static bool Gainsays(DenialStatement? denial, Held denied, Held claim) =>
        denial is not null && SameCount(denied, claim) && claim.Article.Rebuttals.Gainsaying is var answers && answers.IsTold(claim.Local, denial) && answers.FitOf(denial, claim.Local, denied.Article.Findings) > 0;

    // "admitted shooting down a Vardian jet" owns "that its missiles had brought down the Vardian plane".
    private static bool Meets(Held denied, Held owned, Alignment alignment)
    {
        var met = denied.Content.Where(w => w.Tells && alignment.Best(w, owned.Content) >= SameSense).DistinctBy(w => w.Base).ToList();
        return met.Count >= LeastMet && met.Exists(w => !w.Capital && w.Country is null && w.Weight > 2) && !owned.Content.Any(w => ClaimWords.Is("negative", w.Lower)) && SameCount(denied, owned);
    }

    // A name of somebody; "officials" of two articles are not the same ones.
    private static bool Speaks(string? actor, SpokenFor side) => side.Actor(actor) is { Kind: not (ActorKind.Unnamed or ActorKind.Outlet or ActorKind.Place or ActorKind.Document) } && side.IsNamed(actor!);

    private static DenialStatement? DenialOf(Held h) =>
        h.Stance == Stance.Denies ? h.Article.Rebuttals.Denials.FirstOrDefault(d => d.Statement.Id == h.Local.Id && d is { Kind: DenialKind.Content, SaysWhat: true, IsDoubt: false }) : null;

    private static bool IsPlain(Held h) => h.Local.Hedges.Count == 0 && !h.Content.Any(w => ClaimWords.Is("condition", w.Lower) || ClaimWords.Is("future", w.Lower));

    // By words, or by a day.
    private static bool IsEarlier(Held one, Held other) =>
        (one.Stage is Stage.First or Stage.Earlier && other.Stage is not (Stage.First or Stage.Earlier) && !(other.Article.Findings.Published?.Moment.Latest < one.Article.Findings.Published?.Moment.Earliest))
        || (one.Stage is Stage.Plain or Stage.Now or Stage.Later && other.Stage is not (Stage.First or Stage.Earlier) && Comes(one, other));

    private static bool Comes(Held one, Held other) => one.Day?.Latest is { } a && other.Day?.Earliest is { } b && a < b;

    // Another figure is another count, told on another day.
    private static bool SameCount(Held one, Held other)
    {
        var (a, b) = (one.Content.Where(w => w.IsNumber).Select(w => w.Lower).ToList(), other.Content.Where(w => w.IsNumber).Select(w => w.Lower).ToList());
        return a.Count == 0 || b.Count == 0 || a.Intersect(b, StringComparer.Ordinal).Any();
    }

    private static Turn Made(TurnKind kind, Held before, Held after)
    {
        var where = ReferenceEquals(before.Article, after.Article) ? "one article tells both" : "two articles tell it";
        return TurnReader.Made(
            before.Said.Statement.Actor!,
            kind,
            new(before.Said.Statement.Id, new(before.Article.Id, before.Local.Content), before.Day),
            new(after.Said.Statement.Id, new(after.Article.Id, after.Local.Content), after.Day),
            $"{where}: {ToldTurns.Say(kind, before.Stance)} (“{before.Local.Cue.Of(before.Article.Text)}” … “{after.Local.Cue.Of(after.Article.Text)}”)",
            after.Stance == Stance.Admits ? Owned : ByMatter);
    }
}
