namespace Stemma.Training.Gazetteers;

/// <summary>One entry of a Phoenix actor dictionary: its names, and its codes with the days they hold.</summary>
internal sealed record PhoenixEntry(List<string> Names, List<PhoenixCode> Codes);

/// <param name="From">yyyymmdd; empty where it always held.</param>
/// <param name="To">yyyymmdd; empty where it still holds.</param>
internal sealed record PhoenixCode(string Code, string From, string To);

/// <summary>Reads the Phoenix dictionaries: `_` is a space, "+NAME" another name of the entry above, "[CODE from-to]" a code with its days.</summary>
internal static class Phoenix
{
    public static List<PhoenixEntry> Read(string file)
    {
        var entries = new List<PhoenixEntry>();
        PhoenixEntry? open = null;
        foreach (var raw in Lines(file))
        {
            var line = raw;
            var comment = line.IndexOfAny(['#', ';']);
            line = (comment >= 0 ? line[..comment] : line).Trim();
            if (line.Length == 0)
            {
                continue;
            }

            var bracket = line.IndexOf('[', StringComparison.Ordinal);
            var name = (bracket >= 0 ? line[..bracket] : line).Trim();
            if (name.Length > 0)
            {
                // A new name after a code begins a new entry; without a code between, it is one more name ("LEONID_ILYICH_…").
                if (!name.StartsWith('+') && (open is null || open.Codes.Count > 0))
                {
                    open = new PhoenixEntry([], []);
                    entries.Add(open);
                }

                if (open is not null && Clean(name) is { Length: > 0 } words)
                {
                    open.Names.Add(words);
                }
            }

            for (; bracket >= 0 && open is not null; bracket = line.IndexOf('[', bracket + 1))
            {
                var close = line.IndexOf(']', bracket);
                if (close > bracket)
                {
                    open.Codes.Add(CodeOf(line[(bracket + 1)..close]));
                }
            }
        }

        return entries;
    }

    /// <summary>The file's lines without control characters; a place where an accent was lost ends the line's use.</summary>
    public static IEnumerable<string> Lines(string file) =>
        GazetteerTraining.Gunzip(file).Select(l => new string([.. l.Where(c => c == '\t' || !char.IsControl(c))]));

    private static string Clean(string name)
    {
        var words = name.TrimStart('+').Replace('_', ' ').Replace('"', ' ').Trim();
        var bracket = words.IndexOf('(', StringComparison.Ordinal);
        words = string.Join(' ', (bracket > 0 ? words[..bracket] : words).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return words.Contains('\uFFFD', StringComparison.Ordinal) || words.Any(char.IsDigit) || !words.Any(char.IsLetter) ? "" : words;
    }

    private static PhoenixCode CodeOf(string inside)
    {
        var parts = inside.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2)
        {
            return new(parts.Length == 0 ? "" : parts[0], "", "");
        }

        var days = parts[1];
        return days[0] switch
        {
            '<' => new(parts[0], "", Day(days[1..])),
            '>' => new(parts[0], Day(days[1..]), ""),
            _ when days.Contains('-', StringComparison.Ordinal) => new(parts[0], Day(days.Split('-')[0]), Day(days.Split('-')[1])),
            _ => new(parts[0], "", ""),
        };
    }

    // Two-digit years from 30 on are of the last century, as in the dictionary's own reader.
    private static string Day(string digits) =>
        digits.Length == 8 && digits.All(char.IsAsciiDigit) ? digits
        : digits.Length == 6 && digits.All(char.IsAsciiDigit) ? (string.CompareOrdinal(digits[..2], "30") >= 0 ? "19" : "20") + digits
        : "";
}
