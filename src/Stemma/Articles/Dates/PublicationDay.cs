using System.Globalization;
using Stemma.Articles.Sentences;
using Stemma.Words;

namespace Stemma.Articles.Dates;

/// <summary>When was an article published that nowhere says so? As a day or as days between, with the words that tell.</summary>
/// <remarks>
/// A date line is the day of writing. Days told without their year ("April 11") and days under pictures lie near publication; the weekday of the lead
/// ("on Wednesday") is the first such day from the latest of them, and a bare weekday is never more than six days old.
/// A missing year is the first from the latest past year named in which a told day falls on its told weekday, where years enough are named to trust that; or the Council's record
/// of vetoes or a term of office decides it. What cannot be settled stays open: "2031-05-07/..", "201X-04-12/..". No rule reads a clock or knows of any year.
/// </remarks>
internal static class PublicationDay
{
    /// <param name="Anchor">The day to count from; null where not even the year is known, or publication may be long after the last day told.</param>
    internal sealed record Inferred(Publication Published, DateOnly? Anchor);

    // Words that stand for the day before: "As reported yesterday".
    private sealed record Told(List<Dated> Full, List<Dated> Yearless, List<Dated> Weekdays, List<NamedYear> Years, Dated? Yesterday)
    {
        public int LatestYear => Years.Count == 0 ? 0 : Years.Max(y => y.Year);
    }

    // A past year, and whether its month is told with it.
    private readonly record struct NamedYear(int Year, bool WithMonth);

    /// <param name="Open">The first year that fits and no more: publication may be in a later one.</param>
    private readonly record struct Found(int Year, string Reason, bool Open = false);

    /// <param name="Weekday">Monday 1 … Sunday 7; 0 where none stands beside.</param>
    private sealed record Dated(Match Match, TextSpan Span, int Year, int Month, int Day, int Weekday, bool IsDateline, bool IsUnderPicture)
    {
        public DateOnly? In(int year) => new When(Grain.Day, year, Month, Day).First;
    }

    public static Inferred? Infer(RuleBook book, IReadOnlyList<Match> matches, ReadOnlySpan<TimeToken> tokens, Prose prose, string text)
    {
        var told = Collect(book, matches, tokens, prose);
        if (told.Full.Find(d => d.IsDateline) is { } line && line.In(line.Year) is { } written)
        {
            return Settled(Moment.Day(written), [line.Span], written, $"The date line says “{line.Span.Of(text)}”.");
        }

        var near = told.Full.Where(d => d.IsUnderPicture).Concat(told.Yearless).ToList();
        if (near.Count == 0)
        {
            return told.Full.Count > 0 && told.Weekdays.Count > 0 ? OpenAfter(told.Full, text) : null;
        }

        var found = Year(told, near, text, prose);
        if (found.Year == 0)
        {
            var latest = near.MaxBy(d => (d.Month, d.Day))!;
            var decade = told.LatestYear > 0 ? $"{((told.LatestYear + 1) / 10).ToString("000", CultureInfo.InvariantCulture)}X" : "XXXX";
            return new Inferred(
                new Publication(Edtf.Parse($"{decade}-{latest.Month:00}-{latest.Day:00}/.."), PublicationSource.Inferred, [latest.Span], $"“{latest.Span.Of(text)}” is the latest day told, and nothing settles its year."),
                null);
        }

        return InYear(found, near, told, text);
    }

    private static Inferred InYear(Found found, List<Dated> near, Told told, string text)
    {
        var (year, reason) = (found.Year, found.Reason);
        var latest = near.Where(d => d.In(year) is not null && (d.Year == 0 || d.Year == year)).MaxBy(d => d.In(year)!.Value);
        if (latest?.In(year) is not { } floor)
        {
            return OpenAfter(near, text)!;
        }

        var why = $"“{latest.Span.Of(text)}” is the latest day told{(latest.IsUnderPicture ? ", under a picture" : "")}{reason}";
        if (found.Open)
        {
            // Nothing is counted from a year that is as likely wrong as right.
            return Settled(OpenFrom(floor), [latest.Span], null, why + ".");
        }

        if (latest.IsDateline)
        {
            return Settled(Moment.Day(floor), [latest.Span], floor, $"The date line says “{latest.Span.Of(text)}”{reason}.");
        }

        if (told.Weekdays.Count == 0)
        {
            return Settled(OpenFrom(floor), [latest.Span], floor, why + "; nothing told is later.");
        }

        // The weekday of the lead is the news: its first day from the latest day told. Other weekdays must then not come round again.
        var lead = told.Weekdays[0];
        var first = floor.AddDays(((lead.Weekday % 7) - (int)floor.DayOfWeek + 7) % 7);
        var last = told.Weekdays.Min(d => first.AddDays(6 - ((((int)first.DayOfWeek - (d.Weekday % 7)) + 7) % 7)));
        why += $"; “{lead.Span.Of(text)}” is the first from there, {Iso(first)}";
        TextSpan[] spans = [latest.Span, lead.Span];

        // "yesterday" beside a weekday and a dated day: the day between them is told twice unless publication is that weekday.
        if (told.Yesterday is { } yesterday && near.Concat(told.Full).Any(d => d.In(d.Year == 0 ? year : d.Year) == first.AddDays(-1)))
        {
            return Settled(Moment.Day(first), [.. spans.Append(yesterday.Span).Order()], first, $"{why}, and “{yesterday.Span.Of(text)}” is then the day before, which is told by its date.");
        }

        return Settled(Moment.Between(first, last), [.. spans.Order()], first, $"{why}; a bare weekday is at most six days old.");
    }

    private static Found Year(Told told, List<Dated> near, string text, Prose prose)
    {
        if (near.Where(d => d.Year > 0).MaxBy(d => d.Year) is { } dated)
        {
            return new Found(dated.Year, "");
        }

        var holders = TermsOfOffice.In(prose);
        var byWeekday = FromWeekdays(told, near, holders, text);
        if (byWeekday is { Year: > 0, Open: false })
        {
            return byWeekday;
        }

        var recorded = FromRecord(told, near, text);
        var termed = recorded.Year > 0 ? recorded : FromTerms(told, near, holders, text);
        return termed.Year > 0 ? termed : byWeekday;
    }

    // The first year, from the latest named on, in which every day told with its weekday falls on it and nobody named with an office was out of it.
    private static Found FromWeekdays(Told told, List<Dated> near, IReadOnlyList<TermsOfOffice.Holder> holders, string text)
    {
        if (told.LatestYear == 0 || near.Find(d => d.Weekday > 0) is not { } pair)
        {
            return default;
        }

        TermsOfOffice.Holder? against = null;
        for (var year = told.LatestYear; year <= told.LatestYear + CalendarYears; year++)
        {
            if (!near.Where(d => d.Weekday > 0).All(d => d.In(year) is { } day && (int)day.DayOfWeek == d.Weekday % 7))
            {
                continue;
            }

            if (holders.FirstOrDefault(h => !h.InOffice(pair.In(year)!.Value)) is { } absent)
            {
                against ??= absent;
                continue;
            }

            var settled = against is not null || IsLikely(told, year);
            var named = told.LatestYear.ToString(CultureInfo.InvariantCulture);
            var fits = year == told.LatestYear
                ? $"; in {named}, the latest year named, “{pair.Span.Of(text)}” falls on that weekday"
                : $"; {year.ToString(CultureInfo.InvariantCulture)} is the first year after {named}, the latest named, in which “{pair.Span.Of(text)}” falls on that weekday";
            return new Found(year, fits + (against is null ? "" : $" and “{against.Span.Of(text)}” was in office by the record of office holders") + (settled ? "" : ", but too few years are named to tell it from a later one"), !settled);
        }

        return default;
    }

    // Within so many years every day falls on every weekday.
    private const int CalendarYears = 28;

    // How sure is the first fitting year? Measured on 735 dated articles of four collections (news of 1989 to 2016), given their day and weekday: the latest year named itself, where it
    // fits, is right in 184 of 214; a later one within five years in 179 of 230 where a second year is named not ten years before, in 40 of 50 where the one year named has its
    // month beside it, in 106 of 221 where it stands alone; one more than five years later in 1 of 20.
    private static bool IsLikely(Told told, int year) =>
        year == told.LatestYear
        || (year - told.LatestYear <= LongestGap
            && (told.Years.Exists(y => y.Year < told.LatestYear && y.Year > told.LatestYear - TellingYears) || told.Years.Exists(y => y.Year == told.LatestYear && y.WithMonth)));

    private const int LongestGap = 5;
    private const int TellingYears = 10;

    // The only year, from the latest named on, in which a day told fits its weekday and everybody named with an office held it.
    private static Found FromTerms(Told told, List<Dated> near, IReadOnlyList<TermsOfOffice.Holder> holders, string text)
    {
        if (holders.Count == 0 || holders.SelectMany(h => h.Terms).Any(t => t.From is null))
        {
            return default;
        }

        var first = Math.Max(told.LatestYear, holders.Max(h => h.Terms.Min(t => t.From!.Value.Year)));
        var fitting = Enumerable.Range(first, OfficeYears).Where(y =>
            near.All(d => d.In(y) is { } day && (d.Weekday == 0 || (int)day.DayOfWeek == d.Weekday % 7) && holders.All(h => h.InOffice(day)))).Take(2).ToList();
        return fitting.Count != 1
            ? default
            : new Found(fitting[0], $"; {fitting[0].ToString(CultureInfo.InvariantCulture)} is the only year that fits in which “{holders[0].Span.Of(text)}” was in office by the record of office holders");
    }

    // A reign is seldom longer; only years that some term covers are asked.
    private const int OfficeYears = 80;

    // A veto told in the text, on the day told, by a member named: the record may know the year.
    private static Found FromRecord(Told told, List<Dated> near, string text)
    {
        if (!text.Contains("veto", StringComparison.OrdinalIgnoreCase) || !text.Contains("Security Council", StringComparison.Ordinal))
        {
            return default;
        }

        var named = Gazetteer.World.Find(text, new TextSpan(0, text.Length))
            .SelectMany(h => h.Names)
            .Where(n => n.Kind is NameKind.Country or NameKind.People or NameKind.Capital)
            .Select(n => n.Country)
            .ToHashSet();
        var latest = near.MaxBy(d => (d.Month, d.Day))!;
        var fitting = CouncilRecord.Vetoes
            .Where(v => v.Day.Year >= told.LatestYear && v.By.All(named.Contains) && IsTold(v.Day))
            .GroupBy(v => v.Day.Year)
            .Select(g => g.First())
            .OrderBy(v => v.Day)
            .ToList();
        return fitting.Count != 1
            ? default
            : new Found(fitting[0].Day.Year, $" (the Council’s record lists a veto by {string.Join(", ", fitting[0].By.Select(Gazetteer.World.CountryName))} on {Iso(fitting[0].Day)})");

        bool IsTold(DateOnly day) =>
            near.Exists(d => d.In(day.Year) == day)
            || (told.Weekdays.Count > 0 && latest.In(day.Year) is { } floor && (int)day.DayOfWeek == told.Weekdays[0].Weekday % 7 && day >= floor && day < floor.AddDays(7));
    }

    private static Told Collect(RuleBook book, IReadOnlyList<Match> matches, ReadOnlySpan<TimeToken> tokens, Prose prose)
    {
        var c = book.Classes;
        var told = new Told([], [], [], [], null);
        foreach (var match in matches)
        {
            var span = new TextSpan(tokens[match.Begin].Begin, tokens[match.End - 1].End);
            var outlook = Tense.Of(book, tokens, match.Begin, match.End);
            var year = match.Value(tokens, c.Year) ?? 0;
            if (outlook != Outlook.Ahead && year > 0 && !match.Has(c.Era) && match.Rule.Meaning is "calendar" or "year" or "season" or "quarter" or "half")
            {
                told.Years.Add(new NamedYear(year, match.Has(c.Month)));
            }

            var weekday = match.Value(tokens, c.WeekdayAny) ?? match.Value(tokens, c.Weekday) ?? 0;
            if (match.Rule.Meaning == "calendar" && match.Value(tokens, c.Month) is { } month && (match.Value(tokens, c.Day) ?? match.Value(tokens, c.OrdinalDay)) is { } day)
            {
                var dateline = Datelines.Is(book, tokens, match);
                var dated = new Dated(match, span, year, month, day, weekday, dateline, UnderPicture(prose, span));
                if (year > 0 && outlook != Outlook.Ahead)
                {
                    told.Full.Add(dated);
                }
                else if (year == 0 && outlook != Outlook.Ahead)
                {
                    told.Yearless.Add(dated);
                }
            }
            else if (match.Rule.Meaning == "weekday" && weekday > 0 && outlook != Outlook.Ahead)
            {
                told.Weekdays.Add(new Dated(match, span, 0, 0, 0, weekday, false, false));
            }
            else if (told.Yesterday is null && (match.Value(tokens, c.Deictic) is -1 || match.Rule.Meaning == "last-night"))
            {
                told = told with { Yesterday = new Dated(match, span, 0, 0, 0, 0, false, false) };
            }
        }

        return told;
    }

    private static bool UnderPicture(Prose prose, TextSpan span)
    {
        int low = 0, high = prose.Paragraphs.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = prose.Paragraphs[middle].Span.End <= span.Begin ? (middle + 1, high) : (low, middle);
        }

        return low < prose.Paragraphs.Count && prose.Paragraphs[low].Span.Overlaps(span) && prose.Paragraphs[low].Furniture is FurnitureKind.Caption or FurnitureKind.Credit;
    }

    private static Inferred? OpenAfter(List<Dated> full, string text)
    {
        var latest = full.Where(d => d.In(d.Year) is not null).MaxBy(d => d.In(d.Year)!.Value);
        // Some day, perhaps years, after it: "on Monday" and "last year" are then not counted from it.
        return latest?.In(latest.Year) is not { } day ? null : Settled(OpenFrom(day), [latest.Span], null, $"“{latest.Span.Of(text)}” is the latest day told as past; nothing told is later.");
    }

    private static Moment OpenFrom(DateOnly day) => new($"{Iso(day)}/..", day, null);

    private static Inferred Settled(Moment moment, TextSpan[] spans, DateOnly? anchor, string why) =>
        new(new Publication(moment, PublicationSource.Inferred, Spans.Create(spans), why), anchor);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
