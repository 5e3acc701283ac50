using Stemma.Articles.Sentences;

namespace Stemma.Articles.Happenings;

/// <summary>Which day is "two days after the attack", where the article tells the day of the attack?</summary>
/// <remarks>
/// The dates room reads "two days" as a length and "the day after" as counted from the last day told, for it knows no happenings. Here the noun or verb
/// behind "after" or "before" is one, and its day is the anchor. Where the article does not tell it, the length stays a length, and no day is claimed.
/// The TIMEX3 value and type stay what the words are; the days and the anchor stand beside them.
/// </remarks>
internal static class AnchoredDays
{
    // "two days after the first of the three blasts": how many words may stand between "after" and what tells the happening.
    private const int Reach = 6;

    /// <summary>The dates with those counted from a happening's day; the same list where there are none.</summary>
    public static IReadOnlyList<DateMention> In(Prose prose, IReadOnlyList<DateMention> dates, IReadOnlyList<(Mention Mention, Moment? Day)> mentions)
    {
        List<DateMention>? counted = null;
        var byTrigger = mentions.GroupBy(m => m.Mention.Trigger.First).ToDictionary(g => g.Key, g => g.First());
        for (var d = 0; d < dates.Count; d++)
        {
            if (Offset(prose, dates[d]) is not { } offset || At(prose, offset.Behind, byTrigger) is not { Day: { Earliest: { } from, Latest: { } to } day } || day.IsDay is false)
            {
                continue;
            }

            counted ??= [.. dates];
            counted[d] = dates[d] with { Moment = Moved(from, to, offset), Anchor = day.Edtf };
        }

        return counted ?? dates;
    }

    private readonly record struct Step(int Amount, char Unit, int Behind);

    private static Moment Moved(DateOnly from, DateOnly to, Step step) => step.Unit switch
    {
        'D' => Moment.Between(from.AddDays(step.Amount), to.AddDays(step.Amount)),
        'W' => Moment.Between(from.AddDays(7 * step.Amount), to.AddDays(7 * step.Amount)),
        'M' => Edtf.Parse(from.AddMonths(step.Amount).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture)),
        _ => Edtf.Parse(from.AddYears(step.Amount).ToString("yyyy", System.Globalization.CultureInfo.InvariantCulture)),
    };

    // "two days after …" as P2D with "after" behind it; "the day after …" as the date the other room guessed.
    private static Step? Offset(Prose prose, DateMention date)
    {
        var last = prose.TokenAt(date.Span.Hull.End - 1);
        var inside = date.Rule == "day-following";
        var word = inside ? prose.Tokens[last].Lower : last + 1 < prose.Tokens.Count ? prose.Tokens[last + 1].Lower : "";
        if (word is not ("after" or "before" or "following") || last + 2 >= prose.Tokens.Count)
        {
            return null;
        }

        var behind = inside ? last + 1 : last + 2;
        var direction = word == "before" ? -1 : 1;
        if (inside)
        {
            return prose.Tokens[last - 1].Lower switch { "day" => new Step(direction, 'D', behind), "week" => new Step(direction, 'W', behind), "month" => new Step(direction, 'M', behind), "year" => new Step(direction, 'Y', behind), _ => null };
        }

        return date is { Type: TimexType.Duration, Timex: { Length: > 2 } timex } && timex[0] == 'P' && timex[^1] is 'D' or 'W' or 'M' or 'Y' && int.TryParse(timex.AsSpan(1, timex.Length - 2), System.Globalization.CultureInfo.InvariantCulture, out var amount) && amount is > 0 and < 3_000
            ? new Step(direction * amount, timex[^1], behind)
            : null;
    }

    // The first happening of the phrase or clause that begins here.
    private static (Mention Mention, Moment? Day)? At(Prose prose, int from, Dictionary<int, (Mention Mention, Moment? Day)> byTrigger)
    {
        var sentence = prose.Tokens[from].Sentence;
        for (var i = from; i < Math.Min(prose.Tokens.Count, from + Reach) && prose.Tokens[i].Sentence == sentence; i++)
        {
            if (byTrigger.TryGetValue(i, out var told))
            {
                return told;
            }

            if (prose.Tokens[i].Lower is "," or ";" or "and" or "but" or "(")
            {
                return null;
            }
        }

        return null;
    }
}
