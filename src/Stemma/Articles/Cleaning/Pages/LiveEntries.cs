using System.Globalization;

namespace Stemma.Articles.Cleaning.Pages;

/// <summary>Is this page a live blog, and where do its entries begin and end? Pieces of body beside each other that each have their own time of day.</summary>
/// <remarks>Told by the times, not by names: a time element with an hour, or a short line with a clock. In boxes, one an entry, or flat, a time before each.</remarks>
internal static class LiveEntries
{
    /// <summary>Entries that make a live blog. Two times stand on many pages (published, updated).</summary>
    private const int Fewest = 3;

    /// <summary>Share of the body's letters that stand in the entries.</summary>
    private const double LeastShare = 0.5;

    /// <summary>Share of all entries' letters that one of three has at most.</summary>
    private const double LargestEntry = 0.6;

    /// <summary>Days between the first entry and the last.</summary>
    private const int MostDays = 3;

    /// <summary>Signs of the longest line that tells a time and no more: "Updated at 14.25 on Monday".</summary>
    private const int LongestTime = 40;

    /// <summary>Letters beside the clock in such a line: a weekday, a month, a zone.</summary>
    private const int MostLetters = 18;

    /// <summary>Elements outwards from a time in which its entry is looked for.</summary>
    private const int Farthest = 10;

    public static List<PageParts.Found> Find(PageTree page)
    {
        var marks = Marks(page);
        if (marks.Count < Fewest)
        {
            return [];
        }

        var letters = new int[page.Blocks.Count + 1];
        for (var i = 0; i < page.Blocks.Count; i++)
        {
            letters[i + 1] = letters[i] + (page.Blocks[i].Body && page.Blocks[i].Prose ? page.Blocks[i].Letters : 0);
        }

        List<PageParts.Found> best = [];
        foreach (var (around, begun) in Parents(page, marks))
        {
            var entries = Entries(page, page.Elements[around], begun, letters);
            if (entries.Count >= Fewest && entries.Count >= best.Count && entries.Sum(e => letters[e.End] - letters[e.First]) >= letters[^1] * LeastShare)
            {
                best = entries;
            }
        }

        return best;
    }

    /// <summary>Where the likeliest body is one entry among its like: the element that holds them all; null elsewhere.</summary>
    /// <remarks>An article with teasers beside it is none: it outweighs them, or they are of other days.</remarks>
    public static PageElement? Around(PageTree page, PageElement root)
    {
        if (root.Parent <= 0)
        {
            return null;
        }

        var (around, marks) = (page.Elements[root.Parent], Marks(page));
        var (all, largest, entries, next) = (0, 0, 0, 0);
        var (first, last) = (DateOnly.MaxValue, DateOnly.MinValue);
        foreach (var element in page.Elements)
        {
            if (element.Parent != root.Parent || element.Tag != root.Tag || element.Zone is not null)
            {
                continue;
            }

            while (next < marks.Count && marks[next].Block < element.FirstBlock)
            {
                next++;
            }

            var letters = 0;
            for (var i = element.FirstBlock; i < element.EndBlock; i++)
            {
                letters += page.Blocks[i].Prose && !page.Blocks[i].Hidden ? page.Blocks[i].Letters : 0;
            }

            if (letters == 0 || next == marks.Count || marks[next].Block >= element.EndBlock)
            {
                continue;
            }

            (all, largest, entries) = (all + letters, Math.Max(largest, letters), entries + 1);
            if (DateWords.Find(marks[next].At, 0, marks[next].At.Length) is { } day)
            {
                (first, last) = (day.Day < first ? day.Day : first, day.Day > last ? day.Day : last);
            }
        }

        return entries >= Fewest && largest < all * LargestEntry && (last < first || last.DayNumber - first.DayNumber <= MostDays) ? around : null;
    }

    /// <summary>Marks the lines that are nothing but an entry's time.</summary>
    public static void MarkTimes(PageTree page, List<PageParts.Found> entries)
    {
        foreach (var entry in entries)
        {
            for (var i = entry.First; i < entry.End; i++)
            {
                var block = page.Blocks[i];
                if (block.Body && block.Text.Length <= LongestTime && Clock(block.Text) is { Alone: true })
                {
                    (block.Kind, block.Body) = (FurnitureKind.Dateline, false);
                }
            }
        }
    }

    // Times with an hour: the block before which they stand, the innermost element, the words.
    private static List<(int Block, int Element, string At)> Marks(PageTree page)
    {
        var marks = new List<(int Block, int Element, string At)>();
        foreach (var (value, block, _, element) in page.Times)
        {
            if (value.Contains(':', StringComparison.Ordinal))
            {
                marks.Add((block, element, value.Trim()));
            }
        }

        for (var i = 0; i < page.Blocks.Count; i++)
        {
            var block = page.Blocks[i];
            if (!block.Hidden && block.Text.Length <= LongestTime && Clock(block.Text) is { } clock)
            {
                marks.Add((i, block.Element, clock.Words));
            }
        }

        marks.Sort((a, b) => a.Block != b.Block ? a.Block.CompareTo(b.Block) : b.At.Length.CompareTo(a.At.Length));
        return marks;
    }

    // For every element in which times stand: its children with a time, each with the first.
    private static SortedDictionary<int, List<(int Child, int Block, string At)>> Parents(PageTree page, List<(int Block, int Element, string At)> marks)
    {
        var parents = new SortedDictionary<int, List<(int Child, int Block, string At)>>();
        foreach (var (block, element, at) in marks)
        {
            var child = element;
            for (var step = 0; step < Farthest && child > 0; step++, child = page.Elements[child].Parent)
            {
                var parent = page.Elements[child].Parent;
                if (!parents.TryGetValue(parent, out var children))
                {
                    parents.Add(parent, children = []);
                }

                if (children.Count == 0 || children[^1].Child != child)
                {
                    children.Add((child, block, at));
                }
            }
        }

        return parents;
    }

    private static List<PageParts.Found> Entries(PageTree page, PageElement around, List<(int Child, int Block, string At)> begun, int[] letters)
    {
        var entries = new List<PageParts.Found>();
        for (var i = 0; i < begun.Count; i++)
        {
            var child = page.Elements[begun[i].Child];
            var (first, end) = (child.FirstBlock, child.EndBlock);
            if (letters[end] == letters[first])
            {
                // No words of its own: what follows, up to the next time, is its entry.
                (first, end) = (begun[i].Block, i + 1 < begun.Count ? begun[i + 1].Block : around.EndBlock);
            }

            while (end > first && !page.Blocks[end - 1].Body)
            {
                end--;
            }

            if (end > first && letters[end] > letters[first] && (entries.Count == 0 || first >= entries[^1].End))
            {
                entries.Add(new PageParts.Found(PagePartKind.Entry, first, end, begun[i].At, null));
            }
        }

        return entries;
    }

    // The clock in a short line ("14:20", "14.20 Uhr", "2:20 p.m."), and whether the line tells no more than when.
    private static (string Words, bool Alone)? Clock(string words)
    {
        for (var at = 0; at < words.Length; at++)
        {
            if (!char.IsAsciiDigit(words[at]) || (at > 0 && (char.IsLetterOrDigit(words[at - 1]) || words[at - 1] is ':' or '.')))
            {
                continue;
            }

            var end = at;
            while (end < words.Length && char.IsAsciiDigit(words[end]))
            {
                end++;
            }

            if (end - at <= 2 && end + 2 < words.Length && words[end] is ':' or '.' or 'h' && char.IsAsciiDigit(words[end + 1]) && char.IsAsciiDigit(words[end + 2])
                && (end + 3 == words.Length || !(char.IsAsciiDigit(words[end + 3]) || words[end + 3] is '.' or '%')))
            {
                var (hour, minute) = (int.Parse(words.AsSpan(at, end - at), CultureInfo.InvariantCulture), int.Parse(words.AsSpan(end + 1, 2), CultureInfo.InvariantCulture));
                var alone = words.Count(char.IsLetter) <= MostLetters;
                return hour < 24 && minute < 60 && (alone || at == 0) ? (words[at..(end + 3)] + Half(words.AsSpan(end + 3)), alone) : null;
            }

            at = end;
        }

        return null;
    }

    private static string Half(ReadOnlySpan<char> behind)
    {
        behind = behind.TrimStart();
        return behind.StartsWith("p", StringComparison.OrdinalIgnoreCase) && IsHalf(behind) ? " p.m." : behind.StartsWith("a", StringComparison.OrdinalIgnoreCase) && IsHalf(behind) ? " a.m." : "";

        static bool IsHalf(ReadOnlySpan<char> words) => words.Length >= 2 && words[1..].TrimStart('.').TrimStart() is ['m' or 'M', ..];
    }
}
