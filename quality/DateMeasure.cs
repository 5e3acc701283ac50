using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Stemma.Articles.Dates;

namespace Stemma.Quality;

/// <summary>Time expressions in news (TimeBank, AQUAINT) and histories (half of WikiWars) against their annotators.</summary>
/// <remarks>Agrees with score/dates.py; with STEMMA_DATES_OUT naming a folder, the findings are written there, so that both can be run on the same.</remarks>
public sealed class DateMeasure : IMeasure
{
    private static readonly string[] Sets = ["timebank", "aquaint", "wikiwars-dev"];

    public string Name => "dates";

    public IReadOnlyList<Figure> Measure(string? data, string repository)
    {
        var folder = data is null ? null : Path.Combine(data, "time");
        if (folder is null || !Directory.Exists(folder))
        {
            return [];
        }

        var figures = new List<Figure>();
        var (weekdays, right) = (0, 0);
        foreach (var set in Sets)
        {
            var score = Score(Path.Combine(folder, set + ".jsonl.gz"));
            figures.Add(new Figure($"dates.{set}.strict", DateScore.F1(score.Strict, score.Found, score.Gold)));
            figures.Add(new Figure($"dates.{set}.relaxed", DateScore.F1(score.Relaxed, score.Found, score.Gold)));
            figures.Add(new Figure($"dates.{set}.value", DateScore.F1(score.Value, score.Found, score.Gold), $"{score.Gold} expressions, {score.Found} found"));
            figures.Add(new Figure($"dates.{set}.type", DateScore.F1(score.Type, score.Found, score.Gold)));
            weekdays += score.Weekdays;
            right += score.WeekdaysRight;
        }

        figures.Add(new Figure("dates.weekdays", 100.0 * right / weekdays, $"{right} of {weekdays}"));
        return figures;
    }

    private static DateScore Score(string file)
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        using var written = Environment.GetEnvironmentVariable("STEMMA_DATES_OUT") is { Length: > 0 } to ? new StreamWriter(Path.Combine(to, Path.GetFileNameWithoutExtension(file))) : null;
        var score = new DateScore();
        while (lines.ReadLine() is { } line)
        {
            using var row = JsonDocument.Parse(line);
            var text = row.RootElement.GetProperty("text").GetString()!;
            var published = DateOnly.ParseExact(row.RootElement.GetProperty("published").GetString()![..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            var map = CodePoints.Of(text);
            var found = DateReader.Dates(text, published)
                .Select(d => (Span: map.FromUtf16(d.Span.Hull), Date: d))
                .Select(d => new DateScore.Expression(d.Span.Begin, d.Span.End, d.Date.Type.ToString().ToUpperInvariant(), d.Date.Timex))
                .ToList();
            score.Add(text, [.. row.RootElement.GetProperty("timexes").EnumerateArray().Select(Gold)], found);
            written?.WriteLine(JsonSerializer.Serialize(new
            {
                id = row.RootElement.GetProperty("id").GetString(),
                dates = found.Select(f => new { span = new[] { new[] { f.Begin, f.End } }, type = f.Type, timex = f.Value }),
            }));
        }

        return score;
    }

    private static DateScore.Expression Gold(JsonElement timex)
    {
        var span = timex.GetProperty("span");
        var value = timex.TryGetProperty("value", out var v) ? v.GetString() : null;
        return new DateScore.Expression(span[0][0].GetInt32(), span[span.GetArrayLength() - 1][1].GetInt32(), timex.GetProperty("type").GetString(), value is "" or "null" ? null : value);
    }
}
