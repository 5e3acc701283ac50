using System.Globalization;
using Stemma.Words;

namespace Stemma.Corpus.Accounts;

/// <summary>Where do two articles count the same thing and come to figures that cannot both hold?</summary>
/// <remarks>Bounds first: "at least 40" and "52" do not disagree, "at least 340" and "212" do. A later, larger toll is an update.</remarks>
internal static class FigureClashes
{
    public static IEnumerable<Candidate> Between(ClaimedArticle one, ClaimedArticle other, Pairing pairing)
    {
        foreach (var a in one.Claims.Where(c => c.Figures.Count > 0))
        {
            foreach (var b in pairing.ClaimsNear(other, one, a).Where(c => c.Figures.Count > 0))
            {
                foreach (var f in a.Figures)
                {
                    foreach (var g in b.Figures)
                    {
                        if (Of(one, a, f, other, b, g, pairing) is { } candidate)
                        {
                            yield return candidate;
                        }
                    }
                }
            }
        }
    }

    /// <summary>How surely some figure of each counts the same thing, and whether the two can both hold.</summary>
    public static (double Clash, double Meet) Signs(ClaimedArticle one, Claim a, ClaimedArticle other, Claim b, Pairing pairing)
    {
        var (clash, meet) = (0.0, 0.0);
        foreach (var f in a.Figures)
        {
            foreach (var g in b.Figures.Where(g => g.Kind == f.Kind))
            {
                var unit = UnitLikeness(a, f, b, g, pairing) + (Alone(one, f) && Alone(other, g) ? 0.2 : 0);
                (clash, meet) = Meet(f, g) ? (clash, Math.Max(meet, unit)) : (Math.Max(clash, unit), meet);
            }
        }

        return (clash, meet);
    }

    private static Candidate? Of(ClaimedArticle one, Claim a, ClaimFigure f, ClaimedArticle other, Claim b, ClaimFigure g, Pairing pairing)
    {
        if (f.Kind != g.Kind || a.Mood == Mood.Condition || b.Mood == Mood.Condition || a.Negated != b.Negated || OfOtherPeoples(a, f, b, g))
        {
            return null;
        }

        var unit = UnitLikeness(a, f, b, g, pairing);
        var fit = pairing.Near(one, a, other, b);
        // Where each tells one figure of this kind alone, the figures meet even in other words.
        var alone = Alone(one, f) && Alone(other, g) ? 0.15 : 0;
        fit += alone;
        if (unit < 0.4 || fit + (0.3 * unit) < 0.5)
        {
            return null;
        }

        var sure = Math.Min(0.95, 0.2 + (0.45 * unit) + (0.45 * fit));
        var (from, to) = (a.Figures.Count == 1 ? a.Span : f.Span, b.Figures.Count == 1 ? b.Span : g.Span);
        var (x, y) = (f.Span.Of(one.Text), g.Span.Of(other.Text));
        if (Meet(f, g))
        {
            // The same figure twice is no relation worth a line.
            return f.Low == g.Low && f.High == g.High ? null : new(DisputeRelation.Compatible, Slot.HowMany, a, b, from, to, sure, $"“{x}” and “{y}” can both hold");
        }

        // "12 by Monday", "17 by Wednesday": one count on two days, whenever the papers came out.
        if (Toll(a, b) && Scope.Times(a, b) && Updates.DaysTold(a, b) is { } apart && Updates.CountsUp(apart > 0 ? b : a) && Rises(f, g, apart))
        {
            return new(DisputeRelation.Updates, Slot.HowMany, a, b, from, to, sure, $"“{x}” earlier, “{y}” later");
        }

        if (Scope.Differs(a, b) || (Toll(a, b) && Updates.IsOfEarlier(a) != Updates.IsOfEarlier(b)) || (f.Unit != g.Unit && f.Kind == FigureKind.Count && Listed(a, b)))
        {
            return new(DisputeRelation.Compatible, Slot.HowMany, a, b, from, to, sure * 0.8, $"“{x}” and “{y}” are of different parts or times");
        }

        var update = Updates.Between(one, a, other, b);
        if (update || (Toll(a, b) && Rises(f, g, Updates.DaysTold(a, b) ?? Updates.DaysBetween(one, other)) && !Updates.Rival(one, other, a, b)))
        {
            return new(DisputeRelation.Updates, Slot.HowMany, a, b, from, to, sure, $"“{x}” earlier, “{y}” later");
        }

        return new(DisputeRelation.Contradicts, Slot.HowMany, a, b, from, to, sure, $"both count {What(f, g)}; one says “{x}”, the other “{y}”");
    }

    /// <summary>Two long articles count one thing: a toll each, or nearly the same clause in nearly the same words.</summary>
    /// <remarks>"attacks on four tankers in May" and "an attack on two tankers" share a topic; only a toll is one figure of one happening by itself.</remarks>
    public static bool OfOneThing(Candidate c, Pairing pairing) => OfOneUnit(c) && (
        (IsToll(c.Told, c.ToldSpan) && IsToll(c.Answer, c.AnswerSpan) && Names(c.Told).Overlaps(Names(c.Answer)))
        || (pairing.Both(c.Told, c.Answer) is var (ab, ba) && Math.Min(ab, ba) >= NearlyAll && Countries(c.Told).SetEquals(Countries(c.Answer))));

    // The same word for what is counted, and all of it: "three other envoys" leaves out whoever was named before.
    private static bool OfOneUnit(Candidate c) =>
        c.Told.Figures.Where(f => c.ToldSpan.Overlaps(f.Span)).Any(f => c.Answer.Figures.Where(g => c.AnswerSpan.Overlaps(g.Span)).Any(g => f.Kind == g.Kind && f.Unit == g.Unit && !IsRest(c.Told, f) && !IsRest(c.Answer, g)));

    private static bool IsRest(Claim claim, ClaimFigure figure) => claim.Words.ElementAtOrDefault(figure.Word + figure.Words).Lower is "other" or "others" or "more";

    // A toll is one happening's: where the clauses share no name, nothing tells that it is.
    private static HashSet<string> Names(Claim claim) => [.. claim.Words.Where(w => w.Capital && !w.First && !w.IsNumber).Select(w => w.Base)];

    // "Britain expelled 23", "more than 20 states expelled 100": whoever else is named does or suffers it too.
    private static HashSet<string> Countries(Claim claim) => [.. claim.Words.Select(w => w.Country).OfType<string>()];

    // "killed 14 people", "14 dead": the word that tells what came of them stands by the figure.
    private static bool IsToll(Claim claim, TextSpan figures)
    {
        const int Reach = 5;
        return claim.Figures.Any(f => figures.Overlaps(f.Span) && claim.Words.Skip(Math.Max(0, f.Word - Reach)).Take(f.Words + (2 * Reach)).Any(w => ClaimWords.Is("toll", w.Base)));
    }

    // A step lower shows the crew of the one ship against the crew of the other.
    private const double NearlyAll = 0.6;

    // "23 British diplomats", "60 Russian officers": whose they are is told, and they are others'.
    internal static bool OfOtherPeoples(Claim a, ClaimFigure f, Claim b, ClaimFigure g) =>
        CountryOf(a, f) is { } mine && CountryOf(b, g) is { } yours && mine != yours;

    private static string? CountryOf(Claim claim, ClaimFigure figure) => claim.Words.ElementAtOrDefault(figure.Word + figure.Words).Country;

    private static bool Alone(ClaimedArticle article, ClaimFigure figure) => article.Claims.Sum(c => c.Figures.Count(f => f.Kind == figure.Kind)) == 1;

    // Shares and sums have one unit each: there the words around must tell what of.
    internal static double UnitLikeness(Claim a, ClaimFigure f, Claim b, ClaimFigure g, Pairing pairing)
    {
        if (f.Kind == FigureKind.Measure)
        {
            return f.Unit == g.Unit ? 0.8 : 0;
        }

        if (f.Kind != FigureKind.Count)
        {
            return 0.8;
        }

        if (f.Unit is null || g.Unit is null)
        {
            return f.Unit is null && g.Unit is null ? 0.5 : 0.4;
        }

        if (f.Unit == g.Unit)
        {
            return 1;
        }

        if (ClaimWords.Is("people", f.Unit) && ClaimWords.Is("people", g.Unit))
        {
            return Toll(a, b) ? 0.9 : 0.6;
        }

        var (x, y) = (a.Words.FirstOrDefault(w => w.Base == f.Unit), b.Words.FirstOrDefault(w => w.Base == g.Unit));
        return x.Lower is null || y.Lower is null ? 0 : pairing.Words.Of(x, y);
    }

    internal static bool Meet(ClaimFigure f, ClaimFigure g)
    {
        var (low, high) = (f.Low ?? decimal.MinValue, f.High ?? decimal.MaxValue);
        var (low2, high2) = (g.Low ?? decimal.MinValue, g.High ?? decimal.MaxValue);
        if (low <= high2 && low2 <= high)
        {
            return true;
        }

        // A round figure stands for what rounds to it: "2.4 billion" and "2.38 billion".
        var (x, y) = (f.Low ?? f.High ?? 0, g.Low ?? g.High ?? 0);
        return Math.Abs(x - y) <= 0.02m * Math.Max(Math.Abs(x), Math.Abs(y));
    }

    private static bool Toll(Claim a, Claim b) => a.Words.Any(w => ClaimWords.Is("toll", w.Base)) && b.Words.Any(w => ClaimWords.Is("toll", w.Base) || w.Lower is "lives" or "toll");

    private static bool Listed(Claim a, Claim b) => a.Words.Concat(b.Words).Any(w => ClaimWords.Is("addition", w.Lower));

    // The figure of the later day is the larger.
    private static bool Rises(ClaimFigure f, ClaimFigure g, int days) => days switch
    {
        >= 1 => (g.Low ?? g.High) > (f.Low ?? f.High),
        <= -1 => (f.Low ?? f.High) > (g.Low ?? g.High),
        _ => false,
    };

    private static string What(ClaimFigure f, ClaimFigure g) => (f.Unit ?? g.Unit) switch
    {
        null => "the same thing",
        "%" => "a share of the same thing",
        "money" => "the same sum",
        { } unit => Plural(unit),
    };

    private static string Plural(string unit) => unit is "people" ? unit : Inflection.Plural(unit).ToString(CultureInfo.InvariantCulture);
}
