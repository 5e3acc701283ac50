using System.Globalization;

namespace Stemma.Articles.Dates;

/// <summary>How much of which unit do these words tell ("a couple of years", "2 1/2 hours", "several months")?</summary>
/// <param name="Number">Null where the words give none ("several").</param>
/// <param name="Words">The number as a TIMEX3 value writes it: "2", "22.8", "X".</param>
internal readonly record struct Amount(int? Number, string Words, int Unit, bool AndHalf)
{
    public const int Second = 1, Minute = 2, Hour = 3, Day = 4, Week = 5, Month = 6, Quarter = 7, Year = 8, Decade = 9, Century = 10, Millennium = 11, Fortnight = 12, Weekend = 13, NightTime = 14;

    public static Grain GrainOf(int unit) => unit switch
    {
        Day or Hour or Minute or Second or NightTime => Grain.Day,
        Week or Fortnight => Grain.Week,
        Month => Grain.Month,
        Quarter => Grain.Quarter,
        Year => Grain.Year,
        Decade => Grain.Decade,
        Century or Millennium => Grain.Century,
        Weekend => Grain.Weekend,
        _ => Grain.None,
    };

    public static Amount Of(RuleBook book, Match match, string text, ReadOnlySpan<TimeToken> tokens)
    {
        var c = book.Classes;
        var unit = match.Value(tokens, c.Units) ?? match.Value(tokens, c.Unit) ?? match.Value(tokens, c.Second) ?? match.Value(tokens, c.Nights) ?? 0;
        var half = match.Says(tokens, "half") || match.Value(tokens, c.Fraction) is 12;

        // "two to three weeks", "three or four": the first number bounds it from below; TIMEX3 has one value.
        if (match.TokenOf(c.Number) is var token and >= 0)
        {
            var number = tokens[token].Entry >= 0 ? match.Value(tokens, c.Number) : tokens[token].Value;
            number = match.Says(tokens, "hundred") && number < 100 ? number * 100 : number;
            number = tokens[token].Entry >= 0 && number == 0 ? tokens[token].Value : number;
            if (number == int.MaxValue)
            {
                return new Amount(null, "X", unit, false);
            }

            var words = book.Lexicon.Is(tokens[token].Symbol, c.Decimal)
                ? text[tokens[token].Begin..tokens[token].End]
                : number!.Value.ToString(CultureInfo.InvariantCulture);
            return match.Says(tokens, "dozen")
                ? new Amount(12 * number, (12 * number.GetValueOrDefault()).ToString(CultureInfo.InvariantCulture), unit, false)
                : new Amount(number, words, unit, half);
        }

        if (match.Says(tokens, "couple"))
        {
            return new Amount(2, "2", unit, false);
        }

        if (match.Says(tokens, "several", "few", "many", "some", "various", "numerous", "countless", "number", "dozens", "scores", "hundreds", "thousands", "multi"))
        {
            return new Amount(null, "X", unit, false);
        }

        if (match.Says(tokens, "dozen"))
        {
            return half ? new Amount(6, "6", unit, false) : new Amount(12, "12", unit, false);
        }

        if (match.Says(tokens, "hundred"))
        {
            return new Amount(100, "100", unit, false);
        }

        if (match.Says(tokens, "thousand"))
        {
            return new Amount(1000, "1000", unit, false);
        }

        if (half)
        {
            return match.Says(tokens, "one", "and") ? new Amount(1, "1", unit, true) : new Amount(0, "0", unit, true);
        }

        return match.TokenOf(c.Units) >= 0 && !match.Says(tokens, "a", "an", "one") ? new Amount(null, "X", unit, false) : new Amount(1, "1", unit, false);
    }

    /// <summary>The TIMEX3 value of the duration: "P2Y6M", "PT36H", "PXD".</summary>
    public string Duration
    {
        get
        {
            var x = Number is null;
            return Unit switch
            {
                Second => $"PT{Words}S",
                Minute => AndHalf ? $"PT{Words}M30S" : $"PT{Words}M",
                Hour => AndHalf ? (Words == "0" ? "PT30M" : $"PT{Words}H30M") : $"PT{Words}H",
                Day or NightTime => AndHalf ? (Words == "0" ? "PT12H" : $"P{Words}DT12H") : $"P{Words}D",
                Week => $"P{Words}W",
                Month => $"P{Words}M",
                Quarter => x ? "PXQ" : $"P{3 * Number}M",
                Year => AndHalf ? (Words == "0" ? "P6M" : $"P{Words}Y6M") : $"P{Words}Y",
                Decade => x ? "PXE" : AndHalf && Number is 0 ? "P5Y" : $"P{(10 * Number) + (AndHalf ? 5 : 0)}Y",
                Century => x ? "PXC" : AndHalf && Number is 0 ? "P50Y" : $"P{(100 * Number) + (AndHalf ? 50 : 0)}Y",
                Millennium => $"P{Words}L",
                Fortnight => x ? "PXW" : $"P{2 * Number}W",
                Weekend => x ? "PXWE" : $"P{Words}WE",
                _ => "PXX",
            };
        }
    }
}
