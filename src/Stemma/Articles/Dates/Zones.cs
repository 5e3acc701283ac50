using System.Globalization;

namespace Stemma.Articles.Dates;

/// <summary>In which zone is an hour told ("3 p.m. EDT", "0600 GMT", "noon Lom time"), and which minute is that everywhere?</summary>
/// <remarks>
/// The TIMEX3 value stays the hour as told: TimeML's guideline and the annotated corpora write no zone. "ET" alone is summer or winter by a rule of
/// its country and year, "IST" is three zones: their words are kept and no minute is claimed. So with "local time" and a place's own.
/// </remarks>
internal static class Zones
{
    /// <summary>"Z", "-04:00", or the words where they give no offset ("local time", "Lom time"); null where none stands beside the hour.</summary>
    public static string? Of(RuleBook book, Match match, string text, ReadOnlySpan<TimeToken> tokens)
    {
        if (match.Rule.Meaning != "clock")
        {
            return null;
        }

        var c = book.Classes;
        var abbreviation = match.TokenOf(c.Zone);
        if (abbreviation >= 0)
        {
            return Offset(book, tokens[abbreviation]) is { } minutes ? Written(minutes) : Words(abbreviation, abbreviation + 1, text, tokens);
        }

        if (match.Says(tokens, "universal", "greenwich"))
        {
            return Written(0);
        }

        var named = match.TokenOf(c.ZoneName);
        if (named >= 0)
        {
            return Words(named, named + 1, text, tokens) + " time";
        }

        if (match.Says(tokens, "local"))
        {
            return "local time";
        }

        // "5:34 a.m. Lom time": any name before "time".
        return match.End + 1 < tokens.Length && tokens[match.End].Has(Look.Capital) && book.IsPlain(tokens[match.End].Symbol) && !tokens[match.End].Has(Look.NewLine)
            && tokens[match.End + 1].Entry >= 0 && book.Lexicon[tokens[match.End + 1].Entry].Word == "time"
            ? Words(match.End, match.End + 2, text, tokens)
            : null;
    }

    /// <summary>The minute in Universal Time, as EDTF; null where day, minute or offset is not known.</summary>
    public static string? Universal(When when, string? zone)
    {
        if (zone is null || when is not { Grain: Grain.Day, Clock.Length: 6 } || when.First is not { Year: > 2 and < 9990 } day || Minutes(zone) is not { } offset
            || !int.TryParse(when.Clock.AsSpan(1, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
            || !int.TryParse(when.Clock.AsSpan(4, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var minute))
        {
            return null;
        }

        var told = day.ToDateTime(default).AddMinutes((60 * hour) + minute - offset);
        return told.ToString("yyyy-MM-dd'T'HH:mm:00'Z'", CultureInfo.InvariantCulture);
    }

    private static int? Offset(RuleBook book, TimeToken token)
    {
        foreach (var (of, value) in book.Lexicon[token.Entry].Values)
        {
            if (of == book.Classes.Zone)
            {
                return value;
            }
        }

        return null;
    }

    private static string Written(int minutes) => minutes == 0
        ? "Z"
        : (minutes < 0 ? "-" : "+") + TimeSpan.FromMinutes(Math.Abs(minutes)).ToString(@"hh\:mm", CultureInfo.InvariantCulture);

    private static int? Minutes(string zone) => zone == "Z" ? 0
        : zone[0] is '+' or '-' && TimeSpan.TryParseExact(zone.AsSpan(1), @"hh\:mm", CultureInfo.InvariantCulture, out var offset) ? (int)offset.TotalMinutes * (zone[0] == '-' ? -1 : 1)
        : null;

    private static string Words(int first, int end, string text, ReadOnlySpan<TimeToken> tokens) => text[tokens[first].Begin..tokens[end - 1].End];
}
