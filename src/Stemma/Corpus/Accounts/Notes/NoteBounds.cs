namespace Stemma.Corpus.Accounts.Notes;

/// <summary>Does a bound that one clause sets ("at least 340", "not before May") hold of what the other tells exactly, or is it broken?</summary>
/// <remarks>Asked of the numbers and days alone: what is counted is named in other words as often as not ("30 animals", "44 pilot whales").</remarks>
internal static class NoteBounds
{
    // A bound that holds tells something near: "more than 200" is not said of 4,000.
    private const decimal FarthestTimes = 2.5m;
    private const int FarthestDays = 200;

    // Words between the bounding word and the day: "before the end of June", "until at least 10 July".
    private const int Reach = 4;

    private enum Side
    {
        NotUnder,
        NotOver,
    }

    private sealed record Day(DateTime Begin, DateTime End, Side Side);

    /// <summary>What is bound on one side stands as exact on the other, and agrees; or cannot agree.</summary>
    public static (bool Holds, bool Broken) Between(Claim a, Claim b)
    {
        var (holds, broken) = (false, false);
        foreach (var (bounds, exact) in new[] { (a, b), (b, a) })
        {
            foreach (var f in bounds.Figures)
            {
                if ((f.Low is null) == (f.High is null))
                {
                    continue;
                }

                var limit = (f.Low ?? f.High)!.Value;
                foreach (var g in exact.Figures.Where(g => g.Kind == f.Kind && g.Low is not null && g.High is not null && (g.Kind != FigureKind.Measure || g.Unit == f.Unit)))
                {
                    var agrees = f.Low is not null ? g.High >= limit : g.Low <= limit;
                    var near = g.Low <= limit * FarthestTimes && g.High * FarthestTimes >= limit;
                    holds |= agrees && near;
                    broken |= !agrees && near;
                }
            }

            foreach (var limit in DaysIn(bounds))
            {
                foreach (var t in exact.Times.Where(t => !t.Saying && t.From.Year > 1 && t.Kind <= TimeKind.Month))
                {
                    var agrees = limit.Side == Side.NotUnder ? t.To > limit.Begin : t.From < limit.End;
                    var near = Math.Abs((t.From - limit.Begin).TotalDays) <= FarthestDays;
                    holds |= agrees && near;
                    broken |= !agrees && near;
                }
            }
        }

        return (holds, broken && !holds);
    }

    private static IEnumerable<Day> DaysIn(Claim claim)
    {
        foreach (var time in claim.Times.Where(t => !t.Saying && t.From.Year > 1))
        {
            if (SideOf(claim.Words, time.Word, time) is { } side)
            {
                yield return new(time.From, time.To, side);
            }
        }
    }

    // "not before May", "until April at the earliest", "no later than 2 a.m.", "after 1 July".
    private static Side? SideOf(IReadOnlyList<ClaimTerm> words, int at, ClaimTime time)
    {
        for (var i = at - 1; i >= Math.Max(0, at - Reach); i--)
        {
            switch (words[i].Lower)
            {
                case "before" or "until" or "till":
                    return Negated(words, i) || words[i].Lower != "before" ? Side.NotUnder : Side.NotOver;
                case "after" or "since" or "from":
                    return words[i].Lower == "from" ? null : Side.NotUnder;
                case "by":
                    return Side.NotOver;
                case "than" when i > 0 && words[i - 1].Lower is "sooner" or "earlier" or "before":
                    return Negated(words, i - 1) ? Side.NotUnder : Side.NotOver;
                case "than" when i > 0 && words[i - 1].Lower == "later":
                    return Negated(words, i - 1) ? Side.NotOver : Side.NotUnder;
            }
        }

        var behind = words.Skip(at + 1).Take(Reach).Where(w => w.Span.Begin >= time.Span.End).Select(w => w.Lower).ToList();
        return behind.Contains("earliest") ? Side.NotUnder : behind.Contains("latest") ? Side.NotOver : null;
    }

    private static bool Negated(IReadOnlyList<ClaimTerm> words, int at) =>
        Enumerable.Range(0, at).Any(k => words[k].Lower is "not" or "no" or "n't" or "cannot" or "never" || words[k].Lower.EndsWith("n't", StringComparison.Ordinal));
}
