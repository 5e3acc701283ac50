using System.Text;

namespace Stemma.Ledger;

/// <summary>Finds the place again that a person pointed at, after the text was read anew: by its words and what stands around them.</summary>
/// <remarks>
/// Follows the W3C Web Annotation selectors: quotation with prefix and suffix, position as a hint. Spaces and the shape of quotation marks may have changed.
/// Where several places fit equally, or none well enough, there is no answer: an orphan that is listed is better than a correction at the wrong words.
/// </remarks>
public static class Anchors
{
    private const int Around = 32;

    // Without any of its surroundings a quotation must be this long to be taken where it stands alone in the text.
    private const int LongEnough = 12;

    /// <summary>What to remember of a place.</summary>
    public static Quote QuoteOf(string text, Spans spans)
    {
        var hull = spans.Hull;
        return new Quote(hull.Of(text), text[Back(text, hull.Begin)..hull.Begin], text[hull.End..Forth(text, hull.End)]);
    }

    /// <summary>Where it stands now; null where it cannot be told.</summary>
    /// <param name="spans">Where it stood, pieces kept apart.</param>
    public static Spans? Find(string text, Quote quote, Spans spans)
    {
        if (quote.Exact.Length == 0)
        {
            return null;
        }

        var hull = spans.Hull;
        if (hull.End <= text.Length && hull.Begin >= 0 && hull.Of(text) == quote.Exact && Fit(text, hull, quote) >= quote.Prefix.Length + quote.Suffix.Length)
        {
            return spans;
        }

        var (folded, map) = Folded(text);
        var (exact, prefix, suffix) = (Folded(quote.Exact).Text, Folded(quote.Prefix).Text, Folded(quote.Suffix).Text);
        TextSpan? best = null;
        var (bestFit, ties, places) = (-1, 0, 0);
        for (var at = folded.IndexOf(exact, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(exact, at + 1, StringComparison.Ordinal))
        {
            places++;
            var fit = CommonEnd(folded, at, prefix) + CommonBegin(folded, at + exact.Length, suffix);
            ties = fit == bestFit ? ties + 1 : fit > bestFit ? 0 : ties;
            if (fit > bestFit)
            {
                (bestFit, best) = (fit, new TextSpan(map[at], map[at + exact.Length - 1] + 1));
            }
        }

        var enough = bestFit * 2 >= prefix.Length + suffix.Length || (places == 1 && exact.Length >= LongEnough);
        if (best is not { } found || ties > 0 || !enough)
        {
            return null;
        }

        // The pieces move with the whole, as long as the whole kept its length.
        return found.Length == hull.Length
            ? [.. spans.Select(s => new TextSpan(s.Begin - hull.Begin + found.Begin, s.End - hull.Begin + found.Begin))]
            : [found];
    }

    private static int Fit(string text, TextSpan hull, Quote quote) => CommonEnd(text, hull.Begin, quote.Prefix) + CommonBegin(text, hull.End, quote.Suffix);

    private static int CommonEnd(string text, int at, string prefix)
    {
        var n = 0;
        while (n < prefix.Length && at - n > 0 && text[at - n - 1] == prefix[prefix.Length - n - 1])
        {
            n++;
        }

        return n;
    }

    private static int CommonBegin(string text, int at, string suffix)
    {
        var n = 0;
        while (n < suffix.Length && at + n < text.Length && text[at + n] == suffix[n])
        {
            n++;
        }

        return n;
    }

    // A surrogate pair is never cut.
    private static int Back(string text, int at)
    {
        var begin = Math.Max(0, at - Around);
        return begin > 0 && char.IsLowSurrogate(text[begin]) ? begin - 1 : begin;
    }

    private static int Forth(string text, int at)
    {
        var end = Math.Min(text.Length, at + Around);
        return end < text.Length && char.IsLowSurrogate(text[end]) ? end + 1 : end;
    }

    // Runs of white space are one space, quotation marks and apostrophes are straight; each sign knows where it stood.
    private static (string Text, List<int> Map) Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        var map = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var sign = text[i] switch
            {
                '“' or '”' or '„' or '«' or '»' => '"',
                '‘' or '’' or '‚' => '\'',
                var c when char.IsWhiteSpace(c) => ' ',
                var c => c,
            };
            if (sign != ' ' || folded.Length == 0 || folded[^1] != ' ')
            {
                folded.Append(sign);
                map.Add(i);
            }
        }

        return (folded.ToString(), map);
    }
}
