using System.Globalization;

namespace Stemma.Articles.Cleaning.Pages;

/// <summary>On which day was this page first published? The page's data, then its address, then the words and time elements around the headline, then what is left.</summary>
/// <remarks>
/// Days that the page itself calls days of publication come from metadata; a day that merely stands near the headline is inferred, and says so.
/// Known to miss: pages that write only the day they were changed, and overviews that have no day of their own.
/// </remarks>
internal static class PageDay
{
    /// <summary>The web is of 1991; dates before 1995 in a page's data are slips (1970-01-01, 0001-01-01).</summary>
    private const int FirstYear = 1995;

    /// <summary>Letters of the longest line that is a date line and no sentence.</summary>
    private const int LongestDateLine = 140;

    /// <summary>Blocks above the headline, and behind the body, in which a date line is looked for.</summary>
    private const int Around = 8;

    // Names under which scripts keep the day of publication.
    private static readonly string[] ScriptNames =
        ["\"datePublished\"", "\"publishedAt\"", "\"published_at\"", "\"publishDate\"", "\"publish_date\"", "\"publishedDate\"", "\"published_date\"", "\"publicationDate\"", "\"publication_date\"", "\"firstPublished\"", "\"date_published\"", "\"pubDate\"", "\"pub_date\"", "\"publishTime\"", "\"articleDate\"", "\"dateCreated\"", "'datePublished'", "'publishDate'", "'publishedDate'"];

    private static readonly string[] Labels = ["publish", "veröffentlicht", "erschienen", "posted", "online seit", "eingestellt", "erstellt", "publié", "publicado", "pubblicato", "geplaatst", "opublikowano", "datum", "date:", "vom ", "am "];

    private static readonly string[] Changed = ["updated", "modified", "aktualisiert", "geändert", "stand:", "mis à jour", "actualizado", "bearbeitet", "last edited", "zuletzt"];

    public static Publication? Of(PageFacts facts, PageTree page, string html)
    {
        var american = facts.Language is not { Length: > 1 } language || language.StartsWith("en-US", StringComparison.OrdinalIgnoreCase) || language.Equals("en", StringComparison.OrdinalIgnoreCase);
        var ofAddress = InAddress(facts.Url);
        foreach (var (field, value, rank) in facts.Days)
        {
            if (rank == 0 && Day(value, american) is { } day)
            {
                // Data count in world time; the address keeps the day of the newsroom.
                return ofAddress is { } near && Math.Abs(near.DayNumber - day.DayNumber) == 1 ? Told(near, "the day in its address") : Told(day, $"the page's {field}");
            }
        }

        if (ofAddress is { } only)
        {
            return Told(only, "the day in its address");
        }

        var (headline, first, end) = Places(page);
        Publication? changed = null;
        return NearHeadline(page, headline, first, end, american, ref changed)
            ?? InScripts(html, american)
            ?? facts.Days.Where(d => d.Rank == 1).Select(d => Day(d.Value, american) is { } day ? Told(day, $"the page's {d.Field}") : null).FirstOrDefault(p => p is not null)
            ?? changed
            ?? Anywhere(page, american)
            ?? facts.Days.Where(d => d.Rank == 2).Select(d => Day(d.Value, american) is { } day ? Inferred(day, $"only the day of the last change is told ({d.Field})") : null).FirstOrDefault(p => p is not null)
            ?? InSource(html);
    }

    // The very last: the day that stands most often in the source ("2031-05-06", "2031/05/06"), the earlier place first.
    private static Publication? InSource(string html)
    {
        var days = new Dictionary<DateOnly, (int Count, int First)>();
        for (var at = Math.Min(1, html.Length); (at = html.IndexOf("20", at, StringComparison.Ordinal)) > 0 && at + 10 <= html.Length; at += 2)
        {
            if (!char.IsAsciiDigit(html[at - 1]) && html[at + 4] is '-' or '/' && html[at + 7] == html[at + 4] && DateWords.Find(html, at, at + 10) is { } found && found.Span.Length == 10)
            {
                var before = days.GetValueOrDefault(found.Day, (0, at));
                days[found.Day] = (before.Item1 + 1, before.Item2);
            }
        }

        return days.Count == 0 ? null : Inferred(days.OrderByDescending(d => d.Value.Count).ThenBy(d => d.Value.First).First().Key, "the day that the page's source names most often");
    }

    private static (int Headline, int First, int End) Places(PageTree page)
    {
        var first = page.Blocks.FindIndex(b => b.Body);
        var end = page.Blocks.FindLastIndex(b => b.Body) + 1;
        first = first < 0 ? page.Blocks.Count : first;
        var headline = -1;
        for (var i = Math.Min(first + 2, page.Blocks.Count - 1); i >= 0 && headline < 0; i--)
        {
            headline = page.Elements[page.Blocks[i].Element].Tag == "h1" || page.Blocks[i].Kind == FurnitureKind.Headline ? i : -1;
        }

        return (headline < 0 ? Math.Max(0, first - Around) : headline, first, end);
    }

    // A day of a change that stands there is kept for the case that nothing tells the day of publication.
    private static Publication? NearHeadline(PageTree page, int headline, int first, int end, bool american, ref Publication? changed)
    {
        var from = Math.Max(0, headline - Around);
        var (start, stop) = (Math.Min(first + 2, page.Blocks.Count), Math.Min(end + Around, page.Blocks.Count));
        return Times(page, from, stop, american, publishedOnly: true)
            ?? Times(page, headline, first, american)
            ?? Told(InLines(page, headline, start, american), ref changed)
            ?? AtTheHead(page, first, end, american)
            ?? Told(InLines(page, from, headline, american), ref changed)
            ?? InLines(page, start, stop, american, labelled: true)
            ?? Times(page, from, stop, american)
            ?? Told(InLines(page, start, stop, american), ref changed);
    }

    private static Publication? Told(Publication? line, ref Publication? changed)
    {
        changed ??= line is { From: PublicationSource.Inferred } ? line : null;
        return line is { From: PublicationSource.Inferred } ? null : line;
    }

    private static Publication? Times(PageTree page, int from, int to, bool american, bool publishedOnly = false)
    {
        foreach (var (value, block, published, _) in page.Times)
        {
            if (block >= from && block <= to && (published || !publishedOnly) && Day(value, american) is { } day)
            {
                return Told(day, "a time element at the article");
            }
        }

        return null;
    }

    // A paragraph that begins with its day: "27.1.2022 - Bei …", "Lom, 5 May 2031. The …".
    private static Publication? AtTheHead(PageTree page, int first, int end, bool american, int most = 6)
    {
        for (var i = first; i < Math.Min(first + most, end); i++)
        {
            var words = page.Blocks[i].Text;
            if (DateWords.Find(words, 0, Math.Min(words.Length, 50), american) is { } found && found.Day.Year >= FirstYear
                && (found.Span.Begin == 0 || words[..found.Span.Begin].TrimEnd() is [.., ',' or '(' or '/' or '|' or '–' or '-']))
            {
                return Told(found.Day, $"the first paragraph begins with “{found.Span.Of(words)}”");
            }
        }

        return null;
    }

    private static Publication? InLines(PageTree page, int from, int to, bool american, bool labelled = false)
    {
        (DateOnly Day, string Words, int Worth)? best = null;
        for (var i = from; i < to; i++)
        {
            var words = page.Blocks[i].Text;
            if (words.Length > LongestDateLine || words[0] == '©' || DateWords.Find(words, 0, words.Length, american, glued: true) is not { } found || found.Day.Year < FirstYear)
            {
                continue;
            }

            var before = words[..found.Span.Begin];
            var worth = Holds(before, Changed) ? 0 : Holds(before, Labels) ? 3 : words.Length - found.Span.Length < 30 ? 2 : 1;
            if ((worth == 3 || !labelled) && (best is null || worth > best.Value.Worth))
            {
                best = (found.Day, found.Span.Of(words), worth);
            }
        }

        return best is { } line ? line.Worth > 0 ? Told(line.Day, $"“{line.Words}” stands at the article") : Inferred(line.Day, $"“{line.Words}” stands at the article as the day of a change") : null;
    }

    private static bool Holds(string words, string[] labels) => Array.Exists(labels, l => words.Contains(l, StringComparison.OrdinalIgnoreCase));

    private static Publication? InScripts(string html, bool american)
    {
        foreach (var name in ScriptNames)
        {
            var at = html.IndexOf(name, StringComparison.Ordinal);
            if (at >= 0 && at + name.Length + 3 < html.Length)
            {
                var value = html.Substring(at + name.Length, Math.Min(40, html.Length - at - name.Length)).TrimStart(':', ' ', '"', '\'', '=', ',', '\\');
                var stop = value.AsSpan().IndexOfAny('"', '\'', ',');
                if (Day(stop > 0 ? value[..stop] : value, american) is { } day)
                {
                    return Told(day, $"the page's script ({name.Trim('"', '\'')})");
                }
            }
        }

        return null;
    }

    // The last resort: the first time element or short date line of the page, wherever it stands.
    private static Publication? Anywhere(PageTree page, bool american)
    {
        foreach (var (value, _, _, _) in page.Times)
        {
            if (Day(value, american) is { } day)
            {
                return Inferred(day, "the first time element of the page");
            }
        }

        return (InLines(page, 0, page.Blocks.Count, american) ?? AtTheHead(page, 0, page.Blocks.Count, american, page.Blocks.Count)) is { } line ? line with { From = PublicationSource.Inferred } : null;
    }

    private static Publication Told(DateOnly day, string why) => new(Moment.Day(day), PublicationSource.Metadata, Spans.None, why);

    private static Publication Inferred(DateOnly day, string why) => new(Moment.Day(day), PublicationSource.Inferred, Spans.None, why);

    private static DateOnly? Day(string value, bool american)
    {
        value = value.Trim();

        // Seconds or milliseconds since 1970.
        if (value.Length is 10 or 13 && value.All(char.IsAsciiDigit) && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            seconds = value.Length == 13 ? seconds / 1000 : seconds;
            return Sane(DateOnly.FromDateTime(DateTime.UnixEpoch.AddSeconds(seconds)));
        }

        return DateWords.Find(value, 0, value.Length, monthFirst: american) is { } found ? Sane(found.Day) : null;
    }

    private static DateOnly? Sane(DateOnly day) => day.Year >= FirstYear ? day : null;

    /// <summary>"/2031/05/06/", "/2031-05-06-", "/20310506-": a whole day in an address.</summary>
    public static DateOnly? InAddress(string? url)
    {
        if (url is null)
        {
            return null;
        }

        for (var at = url.IndexOf("://", StringComparison.Ordinal) + 3; at + 8 <= url.Length; at++)
        {
            if (url[at] is '1' or '2' && !char.IsAsciiDigit(url[at - 1]) && DateWords.Find(url, at, url.Length) is { } found && found.Span.Begin == at && found.Day.Year is >= FirstYear and < 2100
                && (found.Span.End == url.Length || !char.IsAsciiDigit(url[found.Span.End])))
            {
                return found.Day;
            }
        }

        return null;
    }
}
