using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Stemma.Articles.Cleaning;
using Stemma.Articles.Intake;

namespace Stemma.Quality;

/// <summary>Are the words the article's, and is the day the one on which it was published? Body F1, whole pages right, days; agrees with score/pages.py.</summary>
/// <remarks>Intake and cleaning alone: what other rooms infer from the words is not counted. Pages are packed; they are unpacked in memory.</remarks>
internal sealed class PageMeasure : IMeasure
{
    public string Name => "pages";

    public IReadOnlyList<Figure> Measure(string? data, string repository)
    {
        var figures = new List<Figure>();
        if (data is null)
        {
            return figures;
        }

        var bodies = Path.Combine(data, "pages", "article-body", "dev");
        if (File.Exists(Path.Combine(bodies, "ground-truth.json")))
        {
            figures.AddRange(Bodies(bodies));
        }

        var dates = Path.Combine(data, "pages", "dates", "dev");
        if (File.Exists(Path.Combine(dates, "gold.json")))
        {
            figures.AddRange(Days(dates));
        }

        return figures;
    }

    private static IEnumerable<Figure> Bodies(string folder)
    {
        var gold = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "ground-truth.json")))!.AsObject();
        var rows = new List<(double Shared, double TooMuch, double Missing, bool Right)>();
        foreach (var (id, truth) in gold.OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            rows.Add(Score(Words((string)truth!["articleBody"]!), Words(Clean(folder, id) is { } page ? Body(page) : "")));
        }

        var precision = rows.Where(r => r.Shared + r.TooMuch > 0).Average(r => r.Shared / (r.Shared + r.TooMuch));
        var recall = rows.Where(r => r.Shared + r.Missing > 0).Average(r => r.Shared / (r.Shared + r.Missing));
        yield return new Figure("pages.body.F1", 200 * precision * recall / (precision + recall), "best open tool 97.0, goal 97.2");
        yield return new Figure("pages.body.precision", 100 * precision);
        yield return new Figure("pages.body.recall", 100 * recall);
        yield return new Figure("pages.body.whole", 100 * rows.Average(r => r.Right ? 1.0 : 0), "pages right word for word; goal 36");
    }

    private static IEnumerable<Figure> Days(string folder)
    {
        var gold = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "gold.json")))!.AsObject();
        var (right, wrong, none, headlines, outlets) = (0, 0, 0, 0, 0);
        foreach (var (id, truth) in gold.OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var page = Clean(folder, id);
            var day = page?.Published?.Moment.Edtf;
            (right, wrong, none) = day is null ? (right, wrong, none + 1) : day == (string)truth!["date"]! ? (right + 1, wrong, none) : (right, wrong + 1, none);
            headlines += page?.Article.Title is null ? 0 : 1;
            outlets += page?.Article.Outlet is null ? 0 : 1;
        }

        yield return new Figure("pages.dates.F", 200.0 * right / ((2 * right) + wrong + none), "best open tool 95 to 96, goal 96");
        yield return new Figure("pages.dates.accuracy", 100.0 * right / gold.Count, "goal 92");
        yield return new Figure("pages.dates.precision", 100.0 * right / Math.Max(1, right + wrong));
        yield return new Figure("pages.headline.given", 100.0 * headlines / gold.Count, "given at all; whether right was looked at by hand");
        yield return new Figure("pages.outlet.given", 100.0 * outlets / gold.Count, "given at all");
    }

    private static CleanPage? Clean(string folder, string id)
    {
        using var file = File.OpenRead(Path.Combine(folder, id + ".html.gz"));
        using var page = new GZipStream(file, CompressionMode.Decompress);
        var taken = Intake.Open("-", Said.Nothing, input: page).Single();
        return taken.Page is null ? null : Cleaner.Clean(taken.Page with { Form = PageForm.Html });
    }

    // The text with every stretch of furniture cut out, a line end in its place.
    private static string Body(CleanPage page)
    {
        var (body, at) = (new StringBuilder(), 0);
        foreach (var span in page.Furniture.SelectMany(f => f.Span).Order())
        {
            if (span.Begin >= at)
            {
                body.Append(page.Article.Text, at, span.Begin - at).Append('\n');
            }

            at = Math.Max(at, span.End);
        }

        return body.Append(page.Article.Text, at, page.Article.Text.Length - at).ToString();
    }

    // Runs of letters, digits and _, as Python's \w sees them: no combining marks.
    private static List<string> Words(string text)
    {
        var (words, word) = (new List<string>(), new StringBuilder());
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetter(rune) || Rune.IsNumber(rune) || rune.Value == '_')
            {
                word.Append(rune);
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }

    private static (double, double, double, bool) Score(List<string> truth, List<string> found)
    {
        var (t, f) = (Shingles(truth), Shingles(found));
        double shared = t.Sum(s => Math.Min(s.Value, f.GetValueOrDefault(s.Key)));
        var (tooMuch, missing) = (f.Values.Sum() - shared, t.Values.Sum() - shared);
        var all = shared + tooMuch + missing;
        return all > 0 ? (shared / all, tooMuch / all, missing / all, truth.SequenceEqual(found)) : (0, 0, 0, truth.SequenceEqual(found));
    }

    private static Dictionary<string, int> Shingles(List<string> words)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Max(1, words.Count - 3); i++)
        {
            var shingle = string.Join('\u0001', words.Skip(i).Take(4));
            if (shingle.Length > 0)
            {
                counts[shingle] = counts.GetValueOrDefault(shingle) + 1;
            }
        }

        return counts;
    }
}
