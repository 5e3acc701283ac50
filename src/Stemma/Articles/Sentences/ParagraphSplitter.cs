namespace Stemma.Articles.Sentences;

/// <summary>Where does a paragraph begin and end? At line ends, and wherever furniture begins or ends.</summary>
/// <remarks>
/// A text wrapped by hand at a fixed width (old wires, mail) ends its lines inside sentences; there only empty lines part paragraphs.
/// </remarks>
internal static class ParagraphSplitter
{
    /// <summary>Wrapped by hand: at least this many lines, most of them running on into the next one …</summary>
    private const int WrappedLines = 8;

    /// <summary>… and none longer than this, which is the widest a hand-wrapped mail or wire is set.</summary>
    private const int WrappedWidth = 100;

    internal readonly record struct Block(TextSpan Span, FurnitureKind? Furniture);

    public static List<Block> Split(string text, IReadOnlyList<Furniture> furniture)
    {
        var lines = Lines(text);
        if (IsWrapped(text, lines))
        {
            lines = Joined(text, lines);
        }

        var kinds = furniture.SelectMany(f => f.Span.Select(s => (Span: s, f.Kind))).Where(f => !f.Span.IsEmpty).OrderBy(f => f.Span.Begin).ThenByDescending(f => f.Span.End).ToArray();
        var blocks = new List<Block>(lines.Count + kinds.Length);
        var k = 0;
        foreach (var line in lines)
        {
            var at = line.Begin;
            while (k < kinds.Length && kinds[k].Span.End <= at)
            {
                k++;
            }

            for (var j = k; j < kinds.Length && kinds[j].Span.Begin < line.End; j++)
            {
                var (span, kind) = kinds[j];
                if (span.End <= at)
                {
                    continue;
                }

                Add(blocks, text, at, Math.Max(at, span.Begin), null);
                Add(blocks, text, Math.Max(at, span.Begin), Math.Min(line.End, span.End), kind);
                at = Math.Min(line.End, span.End);
            }

            Add(blocks, text, at, line.End, null);
        }

        return blocks;
    }

    private static void Add(List<Block> blocks, string text, int begin, int end, FurnitureKind? kind)
    {
        while (begin < end && char.IsWhiteSpace(text[begin]))
        {
            begin++;
        }

        while (end > begin && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (begin < end)
        {
            blocks.Add(new Block(new TextSpan(begin, end), kind));
        }
    }

    /// <summary>The lines that hold more than white space, trimmed.</summary>
    private static List<TextSpan> Lines(string text)
    {
        var lines = new List<TextSpan>();
        for (var at = 0; at < text.Length;)
        {
            var length = text.AsSpan(at).IndexOfAny("\n\r\u0085\u2028\u2029\f\v");
            var end = length < 0 ? text.Length : at + length;
            int begin = at, until = end;
            while (begin < until && char.IsWhiteSpace(text[begin]))
            {
                begin++;
            }

            while (until > begin && char.IsWhiteSpace(text[until - 1]))
            {
                until--;
            }

            if (begin < until)
            {
                lines.Add(new TextSpan(begin, until));
            }

            at = end + 1;
        }

        return lines;
    }

    private static bool IsWrapped(string text, List<TextSpan> lines)
    {
        var (runOn, full) = (0, 0);
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Length > WrappedWidth)
            {
                return false;
            }

            if (i + 1 < lines.Count && !EmptyBetween(text, lines[i], lines[i + 1]))
            {
                full++;
                runOn += char.IsLetterOrDigit(text[lines[i].End - 1]) && char.IsLower(text[lines[i + 1].Begin]) ? 1 : 0;
            }
        }

        return lines.Count >= WrappedLines && full * 2 >= lines.Count && runOn * 2 >= full;
    }

    private static List<TextSpan> Joined(string text, List<TextSpan> lines)
    {
        var joined = new List<TextSpan> { lines[0] };
        for (var i = 1; i < lines.Count; i++)
        {
            if (EmptyBetween(text, lines[i - 1], lines[i]))
            {
                joined.Add(lines[i]);
            }
            else
            {
                joined[^1] = new TextSpan(joined[^1].Begin, lines[i].End);
            }
        }

        return joined;
    }

    private static bool EmptyBetween(string text, TextSpan line, TextSpan next)
    {
        var ends = 0;
        for (var i = line.End; i < next.Begin; i++)
        {
            ends += text[i] switch
            {
                '\n' => 1,
                '\r' when i + 1 >= text.Length || text[i + 1] != '\n' => 1,
                '\u2029' => 2,
                _ => 0,
            };
        }

        return ends > 1;
    }
}
