namespace Stemma.Words;

/// <summary>Does a paragraph begin with place, day and agency before its first sentence: "LOM, May 4 (North Wire) —"?</summary>
public static class Dateline
{
    /// <summary>Letters of the longest, a long place with its province: "SAN FRANCISCO DE MACORIS, Dominican Republic".</summary>
    private const int Longest = 90;

    /// <summary>Where the dateline at the head of this paragraph ends, its dash included; null where it has none.</summary>
    /// <remarks>A place in capitals, then perhaps province, day and agency, then a dash: "LOM, Vardia, May 4 (North Wire) —". Or a place with an agency in brackets: "Lom (NW) -".</remarks>
    public static int? EndIn(string text, TextSpan paragraph)
    {
        var limit = Math.Min(paragraph.End, paragraph.Begin + Longest);
        var dash = -1;
        for (var at = paragraph.Begin + 1; at < limit; at++)
        {
            if (text[at] is '—' or '–' || (text[at] is '-' && IsSpace(text, at - 1) && (at + 1 < limit && (IsSpace(text, at + 1) || text[at + 1] == '-'))))
            {
                dash = at;
                break;
            }

            if (text[at] is '.' or '!' or '?' or '“' or '"' or ';' && !(text[at] == '.' && at - paragraph.Begin > 1 && char.IsLetter(text[at - 1]) && (at < 4 || text[at - 2] is '.' or ' ' || char.IsUpper(text[at - 1]) || ShortWord(text, at))))
            {
                break;
            }
        }

        if (dash < 0)
        {
            return null;
        }

        var head = text[paragraph.Begin..dash].TrimEnd();
        var bracket = head.IndexOf('(', StringComparison.Ordinal);
        var place = (bracket > 0 ? head[..bracket] : head).Split(',')[0].Trim();
        var named = bracket > 0 && head.EndsWith(')') && char.IsUpper(head[0]) && place.Split(' ').Length <= 4 && head.Length - bracket <= 40;
        var capitals = place.Length >= 2 && place.Any(char.IsLetter) && !place.Any(char.IsLower) && !place.Any(char.IsDigit) && place.Split(' ').Length <= 5;
        if (!named && !capitals)
        {
            return null;
        }

        while (dash + 1 < paragraph.End && text[dash + 1] is '-' or '—' or '–')
        {
            dash++;
        }

        // "NATO – the alliance of thirty – said" begins a sentence.
        var after = dash + 1;
        while (after < paragraph.End && char.IsWhiteSpace(text[after]))
        {
            after++;
        }

        return after == paragraph.End || (!named && char.IsLower(text[after]) && !head.Contains(',', StringComparison.Ordinal)) ? null : dash + 1;
    }

    // "Vt.", "Ill.", "Sept.": a stop that ends no sentence here.
    private static bool ShortWord(string text, int stop)
    {
        var begin = stop;
        while (begin > 0 && char.IsLetter(text[begin - 1]))
        {
            begin--;
        }

        return stop - begin <= 5 && char.IsUpper(text[begin]);
    }

    private static bool IsSpace(string text, int at) => text[at] is ' ' or '\u00A0' or '\u2009' or ')';
}
