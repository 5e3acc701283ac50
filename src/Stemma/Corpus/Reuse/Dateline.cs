namespace Stemma.Corpus.Reuse;

/// <summary>Does a line begin with place, day and agency before its first sentence: "LOM, May 4 (North Wire) —"?</summary>
/// <remarks>Not copied and not written by whoever copies the sentence, so it is no part of the comparison.</remarks>
internal static class Dateline
{
    private const int Longest = 100;

    /// <summary>Where the first sentence begins; 0 where there is no dateline.</summary>
    public static int EndIn(string text, int begin)
    {
        // A place in capitals: two letters at least, none of them small, before a space, comma or bracket.
        var at = begin;
        while (at < text.Length && (char.IsUpper(text[at]) || text[at] is '-' or '.' or '\''))
        {
            at++;
        }

        if (at - begin < 2 || at == text.Length || !(text[at] is ' ' or ',' or '\u00a0'))
        {
            return 0;
        }

        var line = text.AsSpan(begin, Math.Min(Longest, text.Length - begin));
        line = line[..(line.IndexOfAny('\n', '\r') is >= 0 and var end ? end : line.Length)];
        var dash = line.IndexOfAny('—', '–');
        dash = dash < 0 ? line.IndexOf(" - ") + 1 : dash;
        if (dash <= 0)
        {
            return 0;
        }

        // Either an agency in brackets stands before the dash, or nothing that could be a sentence.
        var head = line[..dash].TrimEnd();
        if (head[^1] != ')' && head.ContainsAny(':', ';', '"'))
        {
            return 0;
        }

        for (var i = at - begin; head[^1] != ')' && i < head.Length; i++)
        {
            if (char.IsLower(head[i]) && head[i - 1] == ' ')
            {
                return 0;
            }
        }

        var after = dash + 1;
        while (after < line.Length && char.IsWhiteSpace(line[after]))
        {
            after++;
        }

        return after == line.Length ? 0 : begin + after;
    }
}
