using System.Globalization;
using System.Text;

namespace Stemma.Views;

/// <summary>How words are meant to look; a face that has no colours shows them all alike and loses nothing.</summary>
public enum Tone
{
    Plain,

    /// <summary>Names and headings.</summary>
    Strong,

    /// <summary>What stands back: counts, reasons, hints.</summary>
    Quiet,

    /// <summary>Words of an article.</summary>
    Words,

    /// <summary>What needs a look.</summary>
    Alert,
}

/// <summary>Some words in one tone.</summary>
public readonly record struct Bit(string Words, Tone Tone = Tone.Plain)
{
    public static implicit operator Bit(string words) => new(words);
}

/// <summary>Text for a screen of so many columns: lines and tables that fit, nothing else.</summary>
public sealed class Sheet(int width)
{
    // Narrower than this a column says nothing; better to run over the edge.
    private const int Narrowest = 8;

    // Down to here the other columns give way to one that is to be kept.
    private const int Narrow = 18;

    // As long as an identifier of a case: cut, it could not be typed again.
    private const int Identifier = 14;

    private readonly List<IReadOnlyList<Bit>> _lines = [];

    public int Width { get; } = Math.Max(40, width);

    public IReadOnlyList<IReadOnlyList<Bit>> Lines => _lines;

    /// <summary>One line; what does not fit is cut with “…”. Long words belong into <see cref="Wrapped"/>.</summary>
    public Sheet Line(params Bit[] bits)
    {
        var (kept, room) = (new List<Bit>(bits.Length), Width);
        foreach (var bit in bits)
        {
            if (room > 0)
            {
                kept.Add(bit with { Words = Cut(bit.Words, room) });
            }

            room -= WidthOf(bit.Words);
        }

        _lines.Add(kept);
        return this;
    }

    /// <summary>Something at the left edge and something at the right.</summary>
    public Sheet Sides(Bit left, Bit right)
    {
        var room = Width - WidthOf(right.Words) - 2;
        var cut = Cut(left.Words, Math.Max(Narrowest, room));
        return Line(left with { Words = cut + new string(' ', Math.Max(2, Width - WidthOf(cut) - WidthOf(right.Words))) }, right);
    }

    /// <summary>Words that go on in the next line where they do not fit, indented.</summary>
    public Sheet Wrapped(string words, int indent, Tone tone = Tone.Plain)
    {
        var line = new StringBuilder();
        var used = 0;
        foreach (var word in Flat(words).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var size = WidthOf(word);
            if (used > 0 && indent + used + 1 + size > Width)
            {
                Line(new string(' ', indent), new Bit(line.ToString(), tone));
                line.Clear();
                used = 0;
            }

            line.Append(used > 0 ? " " : "").Append(word);
            used += size + (used > 0 ? 1 : 0);
        }

        return used > 0 ? Line(new string(' ', indent), new Bit(line.ToString(), tone)) : this;
    }

    public Sheet Blank() => Line();

    /// <summary>Rows under each other, columns as wide as they need; where the sheet is too narrow the widest are cut with “…”.</summary>
    /// <param name="keep">A column that is cut only when the others have become narrow; -1 for none.</param>
    /// <param name="whole">A column that is never cut: a status of a few words; -1 for none.</param>
    public Sheet Table(IReadOnlyList<IReadOnlyList<Bit>> rows, int indent = 2, int gap = 2, int keep = -1, int whole = -1)
    {
        if (rows.Count == 0)
        {
            return this;
        }

        var cells = rows.Select(r => r.Select(b => b with { Words = Flat(b.Words) }).ToList()).ToList();
        var count = cells.Max(r => r.Count);
        var widths = Enumerable.Range(0, count).Select(c => cells.Max(r => c < r.Count ? WidthOf(r[c].Words) : 0)).ToArray();
        var uncut = Enumerable.Range(0, count).Select(c => c == whole || (widths[c] <= Identifier && cells.All(r => c >= r.Count || !r[c].Words.Contains(' ', StringComparison.Ordinal)))).ToArray();
        Fit(widths, uncut, Width - indent - (gap * (widths.Count(w => w > 0) - 1)), keep);
        foreach (var row in cells)
        {
            var bits = new List<Bit> { new string(' ', indent) };
            for (var c = 0; c < row.Count; c++)
            {
                var words = Cut(row[c].Words, widths[c]);
                var last = c == row.Count - 1 || row.Skip(c + 1).All(b => b.Words.Length == 0);
                bits.Add(row[c] with { Words = last ? words : words + new string(' ', widths[c] - WidthOf(words) + (widths.Skip(c + 1).Any(w => w > 0) && widths[c] > 0 ? gap : 0)) });
                if (last)
                {
                    break;
                }
            }

            _lines.Add(bits);
        }

        return this;
    }

    /// <summary>The plain words, line by line.</summary>
    public override string ToString() => string.Concat(_lines.Select(l => string.Concat(l.Select(b => b.Words)).TrimEnd() + "\n"));

    /// <summary>Cut to so many columns of a screen, “…” standing for the rest.</summary>
    public static string Cut(string words, int width)
    {
        if (WidthOf(words) <= width)
        {
            return words;
        }

        var (kept, used) = (new StringBuilder(), 0);
        var clusters = StringInfo.GetTextElementEnumerator(words);
        while (clusters.MoveNext())
        {
            var cluster = clusters.GetTextElement();
            var size = WidthOf(cluster);
            if (used + size > width - 1)
            {
                break;
            }

            kept.Append(cluster);
            used += size;
        }

        return kept.ToString().TrimEnd() + "…";
    }

    /// <summary>Exactly so many columns: cut or filled with spaces.</summary>
    public static string Pad(string words, int width)
    {
        var cut = Cut(Flat(words), width);
        return cut + new string(' ', Math.Max(0, width - WidthOf(cut)));
    }

    /// <summary>How many columns of a screen the words take: marks none, East Asian signs and emoji two.</summary>
    public static int WidthOf(string words)
    {
        var width = 0;
        foreach (var rune in words.EnumerateRunes())
        {
            width += Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control ? 0
                : rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD) ? 2
                : 1;
        }

        return width;
    }

    /// <summary>On one line, with no sign that could move the cursor or colour the screen: an article's words are a stranger's.</summary>
    public static string Flat(string words)
    {
        if (!words.AsSpan().ContainsAny("\n\r\t\u2028\u2029\u00A0") && !words.Any(c => char.IsControl(c) || IsDirection(c)))
        {
            return words;
        }

        var flat = new StringBuilder(words.Length);
        foreach (var sign in words)
        {
            if (char.IsWhiteSpace(sign))
            {
                if (flat.Length == 0 || flat[^1] != ' ')
                {
                    flat.Append(' ');
                }
            }
            else if (!char.IsControl(sign) && !IsDirection(sign))
            {
                flat.Append(sign);
            }
        }

        return flat.ToString().Trim();
    }

    // Signs that turn the direction of writing could make a line read otherwise than it stands.
    private static bool IsDirection(char sign) => sign is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    // The widest gives way first; columns that are whole (identifiers, single words) never do.
    private static void Fit(int[] widths, bool[] whole, int room, int keep)
    {
        for (var over = widths.Sum() - room; over > 0; over--)
        {
            var widest = Widest(widths, c => c != keep && !whole[c]);
            if (widest < 0 || (keep >= 0 && widths[widest] <= Narrow))
            {
                widest = Widest(widths, c => !whole[c]);
            }

            if (widest < 0 || widths[widest] <= Narrowest)
            {
                return;
            }

            widths[widest]--;
        }
    }

    private static int Widest(int[] widths, Func<int, bool> may)
    {
        var widest = -1;
        for (var c = 0; c < widths.Length; c++)
        {
            widest = may(c) && (widest < 0 || widths[c] > widths[widest]) ? c : widest;
        }

        return widest;
    }
}
