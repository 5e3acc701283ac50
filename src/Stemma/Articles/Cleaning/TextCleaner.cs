using Stemma.Words;

namespace Stemma.Articles.Cleaning;

/// <summary>What of a plain text is the article? Line by line: headline, byline, date line, dateline, captions, credits, closing notes, repeats.</summary>
/// <remarks>
/// The text is kept to the character. A line is judged by its own words (<see cref="FurnitureWords"/>) and by its place.
/// Known to miss: a caption that names no one who made the picture and stands only once reads like a paragraph, and is taken for one.
/// </remarks>
internal static class TextCleaner
{
    /// <summary>Characters of the longest headline; of 341 real pages the longest has 187.</summary>
    private const int LongestHeadline = 200;

    /// <summary>Lines at the top among which headline, byline and date line are looked for.</summary>
    private const int Top = 6;

    /// <summary>A line shorter than this may recur in an article by itself ("No."); a longer one that recurs is a caption or a slip.</summary>
    private const int ShortestRepeat = 40;

    public static Draft Clean(string text, Said told)
    {
        var draft = new Draft { Text = text, Blocks = Lines(text) };
        foreach (var line in draft.Blocks)
        {
            line.Kind = FurnitureWords.Kind(text, line.Span, page: false);
        }

        MarkStrokes(draft);
        MarkRepeats(draft);
        MarkListsOfLinks(draft);
        FindHeadline(draft, told.Title);
        FindTop(draft, told);
        TopLines.FindDateline(draft);
        return draft;
    }

    private static List<Block> Lines(string text)
    {
        var lines = new List<Block>();
        for (var at = 0; at < text.Length;)
        {
            var length = text.AsSpan(at).IndexOfAny("\n\r\f\u2028\u2029");
            var end = length < 0 ? text.Length : at + length;
            var (begin, stop) = (at, end);
            while (begin < stop && char.IsWhiteSpace(text[begin]))
            {
                begin++;
            }

            while (stop > begin && char.IsWhiteSpace(text[stop - 1]))
            {
                stop--;
            }

            if (stop > begin)
            {
                lines.Add(new Block(new TextSpan(begin, stop)));
            }

            at = end + 1;
        }

        return lines;
    }

    // "|" alone is what is left of a bar of buttons when it stands beside one.
    private static void MarkStrokes(Draft draft)
    {
        for (var i = 0; i < draft.Blocks.Count; i++)
        {
            var block = draft.Blocks[i];
            if (block.Kind is null && draft.Text.AsSpan(block.Span.Begin, block.Span.Length).IndexOfAnyExcept("|·•/ \t\u00A0") < 0)
            {
                var beside = (i > 0 ? draft.Blocks[i - 1].Kind : null) ?? (i + 1 < draft.Blocks.Count ? draft.Blocks[i + 1].Kind : null);
                block.Kind = beside ?? FurnitureKind.Other;
            }
        }
    }

    // A caption that stands twice is a caption twice; anything else of some length that stands again is a repeat.
    private static void MarkRepeats(Draft draft)
    {
        var first = new Dictionary<string, Block>(StringComparer.Ordinal);
        for (var i = 0; i < draft.Blocks.Count; i++)
        {
            var block = draft.Blocks[i];
            if (block.Span.Length < ShortestRepeat)
            {
                continue;
            }

            if (!first.TryAdd(block.Span.Of(draft.Text), block))
            {
                block.Kind ??= FurnitureKind.Repeat;
            }
        }
    }

    // Under "Related stories" and its like stand titles: short lines without a final stop, up to the next paragraph.
    private static void MarkListsOfLinks(Draft draft)
    {
        for (var i = 0; i < draft.Blocks.Count; i++)
        {
            var head = draft.Blocks[i];
            if (head.Kind is not FurnitureKind.Related || head.Span.Length > 40)
            {
                continue;
            }

            for (var k = i + 1; k < draft.Blocks.Count && draft.Blocks[k] is var line && line.Kind is null && line.Span.Length <= LongestHeadline && !EndsLikeASentence(draft.Text, line.Span); k++)
            {
                line.Kind = FurnitureKind.Related;
            }
        }
    }

    private static void FindHeadline(Draft draft, string? told)
    {
        if (told is not null)
        {
            var same = draft.Blocks.Take(Top).FirstOrDefault(b => b.Kind is null && draft.Text.AsSpan(b.Span.Begin, b.Span.Length).Equals(told.Trim(), StringComparison.OrdinalIgnoreCase));
            if (same is not null)
            {
                same.Kind = FurnitureKind.Headline;
            }

            return;
        }

        // A bar of navigation or a share bar may stand over it.
        var at = draft.Blocks.FindIndex(b => b.Kind is null);
        if (at < 0 || at > 3)
        {
            return;
        }

        var line = draft.Blocks[at];
        var next = draft.Blocks.FindIndex(at + 1, b => b.Kind is null);
        if (next < 0
            || line.Span.Length > LongestHeadline
            || line.Span.Length < 8
            || EndsLikeASentence(draft.Text, line.Span)
            || draft.Text[line.Span.End - 1] is ':' or ',' or ';' or '-' or '—'
            || TopLines.IsByline(draft.Text, line.Span)
            || DateWords.Find(draft.Text, line.Span.Begin, line.Span.End) is { } date && date.Span.Length * 2 > line.Span.Length
            || Dateline.EndIn(draft.Text, line.Span) is not null
            || !OwnParagraph(draft.Text, line.Span, draft.Blocks[next].Span))
        {
            return;
        }

        line.Kind = FurnitureKind.Headline;
        draft.Title = line.Span.Of(draft.Text);
    }

    // An empty line below it; or, where the text has no empty lines at all, a line below that is much longer.
    private static bool OwnParagraph(string text, TextSpan line, TextSpan next)
    {
        var between = text.AsSpan(line.End, Math.Max(0, next.Begin - line.End));
        return between.Count('\n') >= 2 || between.Count('\r') >= 2 || next.Length > line.Length * 3 / 2;
    }

    private static void FindTop(Draft draft, Said told)
    {
        foreach (var line in draft.Blocks.Take(Top + draft.Blocks.Take(Top).Count(b => b.Kind is not null)))
        {
            if (line.Kind is null && line.Span.Length <= LongestHeadline)
            {
                TopLines.Judge(draft, line, told);
            }
        }

        // A date line may also close the article.
        if (draft.Published is null && draft.Blocks.FindLast(b => b.Kind is null) is { } last && last.Span.Length < 60 && draft.Blocks.Count > 2)
        {
            TopLines.JudgeDate(draft, last);
        }
    }

    internal static bool EndsLikeASentence(string text, TextSpan line)
    {
        var at = line.End - 1;
        while (at > line.Begin && text[at] is '"' or '”' or '’' or '\'' or ')' or '»' or ']')
        {
            at--;
        }

        // "?" and "!" end headlines too.
        return text[at] is '.' or '…' or '。';
    }
}
