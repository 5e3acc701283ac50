using System.Collections.Frozen;

namespace Stemma.Articles.Cleaning.Pages;

/// <summary>Would parsing this page run away? One glance over its tags, before the parser builds anything from them.</summary>
/// <remarks>
/// The parser's time grows with the square of the depth (16,000 open elements: a second; 100,000: a minute), and every block repeats the formatting
/// that is still open around it. Real pages stay far below each bound, so that a page beyond one is refused rather than read.
/// </remarks>
internal static class PageGuard
{
    /// <summary>Elements open inside each other; the deepest of 341 real pages has 51.</summary>
    private const int Deepest = 4_000;

    /// <summary>Elements of one page; the largest of 341 real ones has 3,628.</summary>
    private const int Most = 400_000;

    /// <summary>Formatting elements that the parser would repeat, summed over all blocks.</summary>
    private const int MostRepeated = 2_000_000;

    private static readonly FrozenSet<string> Formatting = FrozenSet.ToFrozenSet(["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"], StringComparer.OrdinalIgnoreCase);

    // Elements whose end tag is often left out, or that have none: they do not nest by being many.
    private static readonly FrozenSet<string> Flat = FrozenSet.ToFrozenSet(
        ["p", "li", "td", "tr", "th", "dt", "dd", "option", "optgroup", "thead", "tbody", "tfoot", "br", "img", "meta", "link", "input", "hr", "source", "wbr", "col", "colgroup", "area", "base", "embed", "param", "track", "html", "head", "body", "path", "circle", "rect", "use", "g", "line", "polygon"], StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong with it, in words; null where it can be parsed.</summary>
    public static string? Problem(string html)
    {
        var flat = Flat.GetAlternateLookup<ReadOnlySpan<char>>();
        var formatting = Formatting.GetAlternateLookup<ReadOnlySpan<char>>();
        var (depth, elements, open, repeated) = (0, 0, 0, 0L);
        for (var at = 0; (at = html.IndexOf('<', at)) >= 0 && at + 1 < html.Length;)
        {
            at++;
            var end = html[at] == '/';
            var begin = end ? at + 1 : at;
            var stop = begin;
            while (stop < html.Length && char.IsAsciiLetterOrDigit(html[stop]))
            {
                stop++;
            }

            if (stop == begin || stop - begin > 20)
            {
                continue;
            }

            var name = html.AsSpan(begin, stop - begin);
            at = stop;
            if (!end && (name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase)))
            {
                var close = html.IndexOf(name.Length == 6 ? "</script" : "</style", stop, StringComparison.OrdinalIgnoreCase);
                at = close < 0 ? html.Length : close + 8;
                continue;
            }

            elements += end ? 0 : 1;
            if (formatting.Contains(name))
            {
                open = Math.Max(0, open + (end ? -1 : 1));
            }
            else if (!end)
            {
                repeated += open;
            }

            if (!flat.Contains(name))
            {
                depth = Math.Max(0, depth + (end ? -1 : 1));
            }

            if (depth > Deepest)
            {
                return $"its elements stand more than {Deepest} deep inside each other (character {begin}): no page that can be shown.";
            }

            if (elements > Most || repeated > MostRepeated)
            {
                return $"more elements than any page has (character {begin}).";
            }
        }

        return null;
    }
}
