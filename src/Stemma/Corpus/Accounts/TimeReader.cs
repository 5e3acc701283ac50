using System.Globalization;

namespace Stemma.Corpus.Accounts;

/// <summary>When, by a clause's own words, did the thing told happen? As hours it can lie between, counted from the day of publication.</summary>
internal static class TimeReader
{
    private static readonly string[] Months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    private static readonly string[] Weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    // Parts of the day as hours.
    private static readonly Dictionary<string, (int From, int To)> Parts = new(StringComparer.Ordinal)
    {
        ["dawn"] = (4, 8),
        ["morning"] = (4, 12),
        ["noon"] = (12, 13),
        ["midday"] = (11, 14),
        ["afternoon"] = (12, 18),
        ["evening"] = (17, 24),
        ["dusk"] = (17, 22),
        ["night"] = (18, 30),
        ["midnight"] = (24, 25),
    };

    private static readonly Dictionary<string, (int From, int To)> Seasons = new(StringComparer.Ordinal)
    {
        ["spring"] = (3, 5),
        ["summer"] = (6, 8),
        ["autumn"] = (9, 11),
        ["winter"] = (12, 14),
    };

    private static readonly string[] Hours = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    public static bool IsMonth(string lower) => lower != "may" && MonthOf(lower) >= 0;

    public static bool IsWeekday(string lower) => Array.IndexOf(Weekdays, lower) >= 0;

    // "Sept.", "Oct.": three letters or four of the name.
    private static int MonthOf(string lower) =>
        lower.Length < 3 ? -1 : Array.FindIndex(Months, m => m == lower || (lower.Length <= 4 && m.StartsWith(lower, StringComparison.Ordinal)));

    public static IReadOnlyList<ClaimTime> In(IReadOnlyList<ClaimTerm> words, Moment? published, bool future)
    {
        if (published?.Latest is not { } day)
        {
            return [];
        }

        var found = new List<ClaimTime>();
        for (var i = 0; i < words.Count; i++)
        {
            if (At(words, i, day, future) is { } time)
            {
                found.Add(time with { Saying = OfSaying(words, i) });
                i += Math.Max(0, Last(words, time) - i);
            }
        }

        return found;
    }

    private static int Last(IReadOnlyList<ClaimTerm> words, ClaimTime time)
    {
        var last = time.Word;
        while (last + 1 < words.Count && words[last + 1].Span.End <= time.Span.End)
        {
            last++;
        }

        return last;
    }

    private static ClaimTime? At(IReadOnlyList<ClaimTerm> words, int i, DateOnly published, bool future)
    {
        var lower = words[i].Lower.EndsWith("'s", StringComparison.Ordinal) ? words[i].Lower[..^2] : words[i].Lower;
        if (Array.IndexOf(Weekdays, lower) is >= 0 and var weekday)
        {
            var back = ((int)published.DayOfWeek - weekday + 7) % 7;
            var day = future && back > 0 ? published.AddDays(7 - back) : published.AddDays(-back);
            return WithPart(words, i, i, day, i + 1 < words.Count && Parts.ContainsKey(words[i + 1].Lower) ? i + 1 : -1);
        }

        if (lower is "yesterday" or "today")
        {
            return Whole(words, i, i, lower == "today" ? published : published.AddDays(-1));
        }

        if (words[i].Capital && (IsMonth(lower) || (lower == "may" && !words[i].First)) && MonthOf(lower) is >= 0 and var month)
        {
            return Dated(words, i, month + 1, published, future);
        }

        if (Seasons.TryGetValue(lower, out var season) && Year(words, i + 1) is { } seasonYear)
        {
            var at = words[i + 1].Lower is "of" ? i + 2 : i + 1;
            return new(new(seasonYear, season.From, 1), new DateTime(seasonYear, 1, 1).AddMonths(season.To), TimeKind.Month, false, i, new(words[i].Span.Begin, words[at].Span.End));
        }

        return Clock(words, i, published);
    }

    private static ClaimTime Dated(IReadOnlyList<ClaimTerm> words, int i, int month, DateOnly published, bool future)
    {
        var (first, last) = (i, i);
        var dayOfMonth = i > 0 ? Number(words[i - 1].Lower, 31) : null;
        if (dayOfMonth is not null)
        {
            first = i - 1;
        }
        else if (i + 1 < words.Count && Number(words[i + 1].Lower, 31) is { } after)
        {
            (dayOfMonth, last) = (after, i + 1);
        }

        var year = Year(words, last + 1);
        last = year is null ? last : words[last + 1].Lower == "of" ? last + 2 : last + 1;
        // Without a year: the latest such month not after publication; the next one where the clause looks ahead.
        var y = year ?? (month > published.Month && !future ? published.Year - 1 : month < published.Month && future ? published.Year + 1 : published.Year);
        if (dayOfMonth is { } d && d <= DateTime.DaysInMonth(y, month))
        {
            return Whole(words, first, last, new DateOnly(y, month, d));
        }

        var begin = new DateTime(y, month, 1);
        return new(begin, begin.AddMonths(1), TimeKind.Month, false, first, new(words[first].Span.Begin, words[last].Span.End));
    }

    // "at 4pm on Thursday", "shortly before six in the morning", "a little after three", "at 2.10am", "noon on Sunday".
    private static ClaimTime? Clock(IReadOnlyList<ClaimTerm> words, int i, DateOnly published)
    {
        var lower = words[i].Lower;
        (int From, int To)? hours = Parts.TryGetValue(lower, out var part) && lower is "noon" or "midnight" or "dawn" or "dusk" or "midday" ? part : null;
        var last = i;
        if (hours is null && ClockHour(words, i) is { } hour)
        {
            hours = (hour.Hour, hour.Hour + 1);
            last = hour.Last;
            if (last + 3 < words.Count && words[last + 1].Lower == "in" && words[last + 2].Lower == "the" && Parts.TryGetValue(words[last + 3].Lower, out var inPart))
            {
                hours = inPart.From >= 12 && hour.Hour < 12 ? (hour.Hour + 12, hour.Hour + 13) : hours;
                last += 3;
            }
        }

        if (hours is not { } at)
        {
            return null;
        }

        // A day that stands by, else the day of publication or the one before: then only two clock times can be compared.
        var day = Enumerable.Range(Math.Max(0, i - 3), Math.Min(words.Count, last + 5) - Math.Max(0, i - 3)).Select(k => Array.IndexOf(Weekdays, words[k].Lower)).FirstOrDefault(k => k >= 0, -1);
        var date = day < 0 ? DateOnly.MinValue.AddDays(1) : published.AddDays(-(((int)published.DayOfWeek - day + 7) % 7));
        var (from, to) = (at.From, at.To);
        if (i > 0)
        {
            (from, to) = words[i - 1].Lower switch
            {
                "before" => (at.From - 2, at.From),
                "after" => (at.From, at.To + 2),
                "until" or "till" => (at.From, at.To),
                _ => (from, to),
            };
            if (words[i - 1].Lower == "after" && i > 1 && words[i - 2].Lower is "until" or "till")
            {
                (from, to) = (at.From, at.From + 12);
            }
        }

        var start = date.ToDateTime(TimeOnly.MinValue);
        var span = new TextSpan(words[i].Span.Begin, words[last].Span.End);
        return new(start.AddHours(from), start.AddHours(to), TimeKind.Hour, false, i, span);
    }

    private static (int Hour, int Last)? ClockHour(IReadOnlyList<ClaimTerm> words, int i)
    {
        var lower = words[i].Lower;
        var digits = lower.TakeWhile(c => char.IsAsciiDigit(c) || c is '.' or ':').Count();
        if (digits > 0 && lower[digits..] is "am" or "pm" && int.TryParse(lower.Split('.', ':')[0].TrimEnd('a', 'p', 'm'), NumberStyles.None, CultureInfo.InvariantCulture, out var h) && h is > 0 and <= 12)
        {
            return (lower[digits..] == "pm" ? (h % 12) + 12 : h % 12, i);
        }

        var ahead = i > 0 && words[i - 1].Lower is "at" or "before" or "after" or "until" or "till" or "by" or "past";
        if (!ahead)
        {
            return null;
        }

        if (digits == lower.Length && (lower.Contains('.', StringComparison.Ordinal) || lower.Contains(':', StringComparison.Ordinal))
            && int.TryParse(lower.Split('.', ':')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var clock) && clock < 24)
        {
            return (clock, i);
        }

        // "at ten", "after three": an hour only where no noun follows that it could count.
        var named = Array.IndexOf(Hours, lower);
        return named >= 0 && (i + 1 == words.Count || words[i + 1].Weight == 0 || words[i + 1].Lower is "o'clock") && !(i + 1 < words.Count && words[i + 1].Lower is "of" or "people" or "more") ? (named + 1, i) : null;
    }

    private static ClaimTime WithPart(IReadOnlyList<ClaimTerm> words, int first, int last, DateOnly day, int part)
    {
        if (part < 0)
        {
            return Whole(words, first, last, day);
        }

        var (from, to) = Parts[words[part].Lower];
        var start = day.ToDateTime(TimeOnly.MinValue);
        return new(start.AddHours(from), start.AddHours(to), TimeKind.Hour, false, first, new(words[first].Span.Begin, words[part].Span.End));
    }

    private static ClaimTime Whole(IReadOnlyList<ClaimTerm> words, int first, int last, DateOnly day)
    {
        var start = day.ToDateTime(TimeOnly.MinValue);
        return new(start, start.AddDays(1), TimeKind.Day, false, first, new(words[first].Span.Begin, words[last].Span.End));
    }

    private static int? Year(IReadOnlyList<ClaimTerm> words, int i)
    {
        i = i < words.Count && words[i].Lower == "of" ? i + 1 : i;
        return i < words.Count && words[i].Lower.Length == 4 ? Number(words[i].Lower, 2200) is > 1700 and { } year ? year : null : null;
    }

    private static int? Number(string word, int most)
    {
        var digits = word.Length > 2 && word[^2..] is "st" or "nd" or "rd" or "th" ? word[..^2] : word;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0 && n <= most ? n : null;
    }

    // "said on Wednesday", "told reporters late on Saturday", "announced Friday": the time of the words, not of the thing.
    private static bool OfSaying(IReadOnlyList<ClaimTerm> words, int i)
    {
        for (var k = i - 1; k >= 0 && k >= i - 5; k--)
        {
            if (ClaimWords.IsForm("report-verb", words[k].Lower) && words[k].Lower is not ("find" or "found" or "show" or "shown"))
            {
                return true;
            }

            if (words[k].Weight > 3.5 && !ClaimWords.IsForm("report-verb", words[k].Lower))
            {
                return false;
            }
        }

        return false;
    }
}
