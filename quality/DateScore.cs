using System.Text.RegularExpressions;

namespace Stemma.Quality;

/// <summary>How well do found dates agree with those of a reader? Counts as score/dates.py does: strict, relaxed, value, and bare weekdays.</summary>
internal sealed partial class DateScore
{
    /// <summary>A time expression: code points, TIMEX3 type and value; null where none can be given.</summary>
    internal readonly record struct Expression(int Begin, int End, string? Type, string? Value);

    public int Gold { get; private set; }

    public int Found { get; private set; }

    public int Strict { get; private set; }

    public int Relaxed { get; private set; }

    public int Value { get; private set; }

    public int Type { get; private set; }

    public int Weekdays { get; private set; }

    public int WeekdaysRight { get; private set; }

    public static double F1(int hits, int found, int gold) => hits == 0 ? 0 : 100.0 * 2 * hits / (found + gold);

    public void Add(string text, IReadOnlyList<Expression> gold, IReadOnlyList<Expression> found)
    {
        gold = InOrder(gold);
        found = InOrder(found);
        Gold += gold.Count;
        Found += found.Count;
        var map = CodePoints.Of(text);
        var pairs = Match(gold, found);
        for (var g = 0; g < gold.Count; g++)
        {
            var (want, hit) = (gold[g], pairs[g] >= 0);
            var got = hit ? found[pairs[g]] : default;
            Relaxed += hit ? 1 : 0;
            Strict += hit && got.Begin == want.Begin && got.End == want.End ? 1 : 0;
            Value += hit && got.Value == want.Value ? 1 : 0;
            Type += hit && got.Type == want.Type ? 1 : 0;
            var words = string.Join(' ', text[map.ToUtf16(want.Begin)..map.ToUtf16(want.End)].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (want.Value is { } value && ADay().IsMatch(value) && Weekday().IsMatch(words))
            {
                Weekdays++;
                WeekdaysRight += hit && Cut(got.Value) == Cut(value) ? 1 : 0;
            }
        }
    }

    private static string? Cut(string? value) => value is { Length: > 10 } ? value[..10] : value;

    // Same extent first; then the largest overlap, ties to the earlier gold and then the earlier found.
    private static int[] Match(IReadOnlyList<Expression> gold, IReadOnlyList<Expression> found)
    {
        var pairs = new int[gold.Count];
        Array.Fill(pairs, -1);
        var taken = new bool[found.Count];
        var at = new Dictionary<(int, int), int>();
        for (var f = 0; f < found.Count; f++)
        {
            at[(found[f].Begin, found[f].End)] = f;
        }

        for (var g = 0; g < gold.Count; g++)
        {
            if (at.TryGetValue((gold[g].Begin, gold[g].End), out var f))
            {
                (pairs[g], taken[f]) = (f, true);
            }
        }

        var near = from g in Enumerable.Range(0, gold.Count)
                   where pairs[g] < 0
                   from f in Enumerable.Range(0, found.Count)
                   where !taken[f] && gold[g].Begin < found[f].End && found[f].Begin < gold[g].End
                   orderby -(Math.Min(gold[g].End, found[f].End) - Math.Max(gold[g].Begin, found[f].Begin)), g, f
                   select (g, f);
        foreach (var (g, f) in near.ToList())
        {
            if (pairs[g] < 0 && !taken[f])
            {
                (pairs[g], taken[f]) = (f, true);
            }
        }

        return pairs;
    }

    // Text order, each extent once.
    private static List<Expression> InOrder(IReadOnlyList<Expression> expressions) =>
        [.. expressions.Where(e => e.End > e.Begin).DistinctBy(e => (e.Begin, e.End)).OrderBy(e => e.Begin).ThenBy(e => e.End)];

    [GeneratedRegex(@"^(?:(?:noon|midnight|\d{1,2}(?::\d\d)?(?: ?[ap]\.?m\.?)?(?: (?:gmt|e[ds]t))?) )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|afternoon|evening|night))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Weekday();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d")]
    private static partial Regex ADay();
}
