using System.Globalization;

namespace Stemma.Words;

/// <summary>A number as words tell it: bounds instead of one value, because "at least 40" and "52" do not disagree.</summary>
/// <param name="Low">The least it can be; null where that side is open.</param>
/// <param name="High">The most it can be; null where that side is open.</param>
/// <param name="First">Index of its first word, qualifiers ("at least") included.</param>
/// <param name="Count">How many words it takes.</param>
public readonly record struct Figure(decimal? Low, decimal? High, int First, int Count);

/// <summary>Reads figures from words: "59", "1,300", "2.5 million", "twenty-two", "scores", "at least 40", "between 40 and 52".</summary>
/// <remarks>
/// "about 40" is 36 to 44: a tenth either side, the usual reading of a rounded figure. "nearly 40" is 36 to 40.
/// Plain plurals stand for their least count and stay open above: dozens 24, scores 40, hundreds 200, thousands 2,000.
/// Words are lower case; a hyphenated number is one word.
/// </remarks>
public static class Figures
{
    private const decimal Rounding = 0.1m;

    private static readonly Dictionary<string, decimal> Units = new(StringComparer.Ordinal)
    {
        ["zero"] = 0,
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["thirteen"] = 13,
        ["fourteen"] = 14,
        ["fifteen"] = 15,
        ["sixteen"] = 16,
        ["seventeen"] = 17,
        ["eighteen"] = 18,
        ["nineteen"] = 19,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy"] = 70,
        ["eighty"] = 80,
        ["ninety"] = 90,
    };

    private static readonly Dictionary<string, decimal> Scales = new(StringComparer.Ordinal)
    {
        ["hundred"] = 100,
        ["thousand"] = 1_000,
        ["million"] = 1_000_000,
        ["billion"] = 1_000_000_000,
        ["trillion"] = 1_000_000_000_000,
        ["dozen"] = 12,
        ["m"] = 1_000_000,
        ["bn"] = 1_000_000_000,
    };

    private static readonly Dictionary<string, decimal> Plurals = new(StringComparer.Ordinal)
    {
        ["several"] = 3,
        ["dozens"] = 24,
        ["scores"] = 40,
        ["hundreds"] = 200,
        ["thousands"] = 2_000,
        ["millions"] = 2_000_000,
        ["billions"] = 2_000_000_000,
    };

    // Qualifier to what it does: "low" sets the least, "high" the most, "about" rounds, "under" stays below.
    private static readonly (string[] Words, Bound Bound)[] Qualifiers =
    [
        (["at", "least"], Bound.AtLeast), (["no", "fewer", "than"], Bound.AtLeast), (["no", "less", "than"], Bound.AtLeast), (["not", "less", "than"], Bound.AtLeast),
        (["more", "than"], Bound.Over), (["upwards", "of"], Bound.AtLeast), (["over"], Bound.Over), (["above"], Bound.Over),
        (["up", "to"], Bound.AtMost), (["as", "many", "as"], Bound.AtMost), (["at", "most"], Bound.AtMost), (["no", "more", "than"], Bound.AtMost),
        (["fewer", "than"], Bound.Under), (["less", "than"], Bound.Under), (["under"], Bound.Under), (["below"], Bound.Under),
        (["nearly"], Bound.Almost), (["almost"], Bound.Almost), (["close", "to"], Bound.Almost),
        (["about"], Bound.About), (["around"], Bound.About), (["some"], Bound.About), (["roughly"], Bound.About), (["approximately"], Bound.About), (["an", "estimated"], Bound.About),
        (["estimated"], Bound.About), (["only"], Bound.None), (["just"], Bound.None), (["exactly"], Bound.None), (["all"], Bound.None), (["another"], Bound.None),
    ];

    private enum Bound
    {
        None,
        AtLeast,
        Over,
        AtMost,
        Under,
        Almost,
        About,
    }

    /// <summary>The figure that begins at this word, qualifiers included; null where none does.</summary>
    public static Figure? At(IReadOnlyList<string> words, int at)
    {
        foreach (var (qualifier, bound) in Qualifiers)
        {
            if (Follows(words, at, qualifier) && Range(words, at + qualifier.Length) is { } inner)
            {
                return Bounded(inner, bound) with { First = at, Count = inner.Count + qualifier.Length };
            }
        }

        if (Follows(words, at, ["between"]) && Plain(words, at + 1) is { } low && at + 1 + low.Count < words.Count
            && words[at + 1 + low.Count] == "and" && Plain(words, at + 2 + low.Count) is { } high && high.Value > low.Value)
        {
            return new Figure(low.Value, high.Value, at, 2 + low.Count + high.Count);
        }

        return Range(words, at) is { } found ? found with { First = at } : null;
    }

    /// <summary>The value of a numeral or number word standing alone ("59", "twenty-two"); null where the word is none.</summary>
    public static decimal? Value(string word)
    {
        if (word.Length > 0 && char.IsAsciiDigit(word[0]))
        {
            return decimal.TryParse(word, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value) ? value : null;
        }

        if (Units.TryGetValue(word, out var unit))
        {
            return unit;
        }

        var hyphen = word.IndexOf('-', StringComparison.Ordinal);
        return hyphen > 0 && Units.TryGetValue(word[..hyphen], out var tens) && tens >= 20 && Units.TryGetValue(word[(hyphen + 1)..], out var ones) && ones < 10
            ? tens + ones
            : null;
    }

    private static Figure Bounded(Figure figure, Bound bound) => bound switch
    {
        Bound.AtLeast => figure with { High = null },
        Bound.Over => figure with { Low = figure.Low, High = null },
        Bound.AtMost => figure with { Low = null },
        Bound.Under => figure with { Low = null },
        Bound.Almost => figure with { Low = figure.Low * (1 - Rounding) },
        Bound.About => figure with { Low = figure.Low * (1 - Rounding), High = figure.High * (1 + Rounding) },
        _ => figure,
    };

    // "40 to 52", "40-52", "scores", "a dozen", "tens of thousands", or one plain number.
    private static Figure? Range(IReadOnlyList<string> words, int at)
    {
        if (at >= words.Count)
        {
            return null;
        }

        if (words[at] is "tens" or "hundreds" or "dozens" && Follows(words, at + 1, ["of"]) && at + 2 < words.Count && Plurals.TryGetValue(words[at + 2], out var many) && many >= 2_000)
        {
            var factor = words[at] switch { "tens" => 20m, "dozens" => 24m, _ => 200m };
            return new Figure(factor * many / 2, null, at, 3);
        }

        if (Plurals.TryGetValue(words[at], out var least))
        {
            return new Figure(least, null, at, 1);
        }

        if (words[at] is "a" or "an" && at + 1 < words.Count && Scales.TryGetValue(words[at + 1], out var one) && words[at + 1].Length > 2)
        {
            return new Figure(one, one, at, 2);
        }

        if (Plain(words, at) is not { } first)
        {
            return null;
        }

        var next = at + first.Count;
        if (next + 1 < words.Count && words[next] is "to" or "-" or "–" && Plain(words, next + 1) is { } last && last.Value > first.Value)
        {
            return new Figure(first.Value, last.Value, at, first.Count + 1 + last.Count);
        }

        return new Figure(first.Value, first.Value, at, first.Count);
    }

    private static (decimal Value, int Count)? Plain(IReadOnlyList<string> words, int at)
    {
        if (at >= words.Count || Value(words[at]) is not { } value)
        {
            return null;
        }

        var count = 1;
        while (at + count < words.Count && Scales.TryGetValue(words[at + count], out var scale))
        {
            value *= scale;
            count++;
        }

        return (value, count);
    }

    private static bool Follows(IReadOnlyList<string> words, int at, string[] expected)
    {
        if (at + expected.Length > words.Count)
        {
            return false;
        }

        for (var i = 0; i < expected.Length; i++)
        {
            if (words[at + i] != expected[i])
            {
                return false;
            }
        }

        return true;
    }
}
