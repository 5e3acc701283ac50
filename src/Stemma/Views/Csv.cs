namespace Stemma.Views;

/// <summary>Rows as comma-separated values (RFC 4180): CRLF, quotation marks where needed, nothing that a spreadsheet would run.</summary>
public static class Csv
{
    // A cell that begins so is a formula to a spreadsheet; an article's words are a stranger's (OWASP, CSV injection).
    private const string Formula = "=+-@\t\r";

    public static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(string words)
    {
        var safe = words.Replace("\0", "", StringComparison.Ordinal);
        if (safe.Length > 0 && (Formula.Contains(safe[0], StringComparison.Ordinal) || (char.IsWhiteSpace(safe[0]) && safe.TrimStart() is { Length: > 0 } inner && Formula.Contains(inner[0], StringComparison.Ordinal))) && !IsNumber(safe))
        {
            safe = "'" + safe;
        }

        return safe.AsSpan().ContainsAny(",\"\r\n") || (safe.Length > 0 && (safe[0] == ' ' || safe[^1] == ' '))
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : safe;
    }

    // "-3" is a figure, "-3+cmd" is not.
    private static bool IsNumber(string words) => decimal.TryParse(words, System.Globalization.NumberStyles.AllowLeadingSign | System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out _);
}
