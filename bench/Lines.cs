using System.Globalization;
using System.IO.Compression;
using System.Text.Json;

namespace Stemma.Bench;

/// <summary>Reads the articles a stage is timed on: lines of JSON with a "text" and perhaps a day, packed or not.</summary>
internal static class Lines
{
    public static List<(string Text, DateOnly? Published)> Articles(string file)
    {
        using var raw = File.OpenRead(file);
        using var lines = new StreamReader(file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(raw, CompressionMode.Decompress) : raw);
        var articles = new List<(string, DateOnly?)>();
        while (lines.ReadLine() is { } line)
        {
            if (line.Length == 0)
            {
                continue;
            }

            using var row = JsonDocument.Parse(line);
            var published = row.RootElement.TryGetProperty("published", out var day) && DateOnly.TryParseExact(day.GetString()?[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed : (DateOnly?)null;
            articles.Add((row.RootElement.GetProperty("text").GetString()!, published));
        }

        return articles;
    }

    public static List<string> Texts(string file) => [.. Articles(file).Select(a => a.Text)];
}
