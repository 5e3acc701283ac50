using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Stemma.Articles;
using Stemma.Articles.Attribution.Tagger;
using Stemma.Articles.Sentences;

namespace Stemma.Quality.Attribution;

/// <summary>Who said what, held against the annotated articles of the development set: whole relations, exact spans, and recall slice by slice.</summary>
/// <remarks>Counts as score/attribution.py does, to the last relation. "attribution" is the whole reader, "tagger" the learned part alone.</remarks>
public sealed class AttributionMeasure : IMeasure
{
    private static readonly string[] Relative = ["who", "whom", "which", "that", "whose"];
    private static readonly string[] Pronouns = [.. "he she they we i you it him her them us me his hers their theirs our ours my mine your yours its".Split(' ')];

    private sealed record Gold(string Id, string Outlet, string Text, CodePoints Points, Grid Grid, IReadOnlyList<(Relation Words, string? Head, string? Kind)> Relations);

    private sealed record Found(IReadOnlyList<TextSpan> Source, IReadOnlyList<TextSpan> Cue, IReadOnlyList<TextSpan> Content, double Confidence);

    public string Name => "attribution";

    public IReadOnlyList<Figure> Measure(string? data, string repository)
    {
        var folder = data is null ? null : Path.Combine(data, "attribution");
        if (folder is null || !File.Exists(Path.Combine(folder, "dev.jsonl.gz")))
        {
            return [];
        }

        var gold = Lines(Path.Combine(folder, "dev.jsonl.gz")).Select(Read).ToList();
        var heads = JsonSerializer.Deserialize<Dictionary<string, int>>(File.ReadAllText(Path.Combine(folder, "heads.json")))!;
        var instances = Lines(Path.Combine(folder, "cofenet-valid.jsonl.gz")).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        return
        [
            .. Score("tagger", gold, instances, heads, g => [.. Tagger.Tag(ProseReader.Read(g.Text, [])).Select(a => new Found(a.Source, a.Cue, a.Content, a.Confidence))], slices: true),
            .. Score("attribution", gold, instances, heads, Whole, slices: false),
        ];
    }

    private static List<Found> Whole(Gold g)
    {
        var bytes = Encoding.UTF8.GetBytes(g.Text);
        var findings = ArticleReader.Read(new RawPage { File = g.Id, Original = bytes, Sha256 = "", Form = PageForm.Text, Content = g.Text, Said = new Said() });
        return [.. findings.Statements.Where(s => s.Voice == Voice.Reported).Select(s => new Found(s.Source, s.Cue, s.Content, s.Confidence))];
    }

    private static IEnumerable<Figure> Score(string name, List<Gold> gold, List<JsonElement> instances, Dictionary<string, int> heads, Func<Gold, List<Found>> read, bool slices)
    {
        int found = 0, expected = 0, half = 0, most = 0, exact = 0;
        var cut = new SortedDictionary<string, (int Gold, int Hits)>(StringComparer.Ordinal);
        var spans = new Dictionary<string, IReadOnlyList<IReadOnlyList<TextSpan>>>(StringComparer.Ordinal);
        var confident = new List<(double Said, bool Right)>();
        foreach (var article in gold)
        {
            var mine = read(article);
            var relations = mine.Select(m => Relation.Of(article.Grid, m.Source, m.Cue, m.Content)).ToList();
            var theirs = article.Relations.Select(r => r.Words).ToList();
            var pairs = Relation.Pair(relations, theirs);
            var hits = pairs.Where(p => relations[p.Found].Matches(theirs[p.Gold], .5)).ToList();
            (found, expected, half) = (found + relations.Count, expected + theirs.Count, half + hits.Count);
            most += pairs.Count(p => relations[p.Found].Matches(theirs[p.Gold], .8));
            exact += pairs.Count(p => relations[p.Found].IsExactly(theirs[p.Gold]));
            var (right, reached) = (hits.Select(h => h.Found).ToHashSet(), hits.Select(h => h.Gold).ToHashSet());
            confident.AddRange(mine.Select((m, i) => (m.Confidence, right.Contains(i))));
            for (var j = 0; j < theirs.Count; j++)
            {
                foreach (var slice in Slices(article, article.Relations[j], heads))
                {
                    var (g, h) = cut.GetValueOrDefault(slice);
                    cut[slice] = (g + 1, h + (reached.Contains(j) ? 1 : 0));
                }
            }

            TextSpan[] Points(IEnumerable<TextSpan> s) => [.. s.Select(x => new TextSpan(article.Points.FromUtf16(x.Begin), article.Points.FromUtf16(x.End)))];
            spans[article.Id] = [[.. mine.SelectMany(m => Points(m.Source))], [.. mine.SelectMany(m => Points(m.Cue))], [.. mine.SelectMany(m => Points(m.Content))]];
        }

        double F1(int hits) => found + expected == 0 ? 0 : 200.0 * hits / (found + expected);
        yield return new Figure($"{name}.R50", F1(half), Text($"P {100.0 * half / Math.Max(1, found):F1} R {100.0 * half / expected:F1}; two humans 74.9, published BERT 73.4"));
        yield return new Figure($"{name}.R80", F1(most));
        yield return new Figure($"{name}.exact", F1(exact));
        var row = new CofenetRow();
        foreach (var instance in instances)
        {
            row.Add(instance, spans.GetValueOrDefault(instance.GetProperty("id").GetString()!, [[], [], []]));
        }

        for (var role = 0; role < 3; role++)
        {
            yield return new Figure($"{name}.cofenet.{CofenetRow.Roles[role]}", row.F1(role), "exact span; published BERT 83.2 / 75.3 / 72.9");
        }

        yield return new Figure($"{name}.confidence", 100 - (100 * CalibrationError(confident)), "100 less the expected calibration error, in ten bands");
        foreach (var (slice, (g, h)) in slices ? cut : [])
        {
            yield return new Figure($"{name}.recall.{slice}", 100.0 * h / g, Text($"of {g}"));
        }
    }

    private static double CalibrationError(List<(double Said, bool Right)> all) =>
        all.GroupBy(c => Math.Min(9, (int)(c.Said * 10))).Sum(b => Math.Abs(b.Average(c => c.Said) - b.Average(c => c.Right ? 1.0 : 0)) * b.Count()) / Math.Max(1, all.Count);

    private static IEnumerable<string> Slices(Gold article, (Relation Words, string? Head, string? Kind) relation, Dictionary<string, int> heads)
    {
        var words = relation.Words;
        var quoted = words.Content.Count(article.Grid.InQuotationMarks);
        yield return "form." + (quoted == 0 ? "indirect" : quoted == words.Content.Count ? "direct" : "mixed");
        var source = words.Source.Select(i => article.Grid[i].Of(article.Text).ToLowerInvariant()).ToArray();
        yield return "source." + (source.Length == 0 ? "none" : source.Length == 1 && Pronouns.Contains(source[0]) ? "pronoun" : source.Length == 1 && Relative.Contains(source[0]) ? "relative" : "noun-or-name");
        if (words.Cue.Count > 0)
        {
            yield return "cue." + (words.Cue.Count == 1 ? "one-word" : "several-words");
            if (relation.Kind is not null)
            {
                yield return "cue." + relation.Kind;
            }

            if (relation.Head is not null)
            {
                yield return "cue-in-train." + (heads.GetValueOrDefault(relation.Head) switch { >= 100 => "100-or-more", >= 10 => "10-to-99", >= 1 => "1-to-9", _ => "unseen" });
            }
        }

        yield return "outlet." + article.Outlet.Replace(' ', '-');
    }

    private static Gold Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var article = json.RootElement;
        var text = article.GetProperty("text").GetString()!;
        var (points, grid) = (CodePoints.Of(text), new Grid(text));
        TextSpan[] Spans(JsonElement a, string role) => [.. a.GetProperty(role).EnumerateArray().Select(s => new TextSpan(points.ToUtf16(s[0].GetInt32()), points.ToUtf16(s[1].GetInt32())))];
        string? Told(JsonElement a, string name) => a.TryGetProperty(name, out var value) ? value.GetString() : null;
        return new Gold(
            article.GetProperty("id").GetString()!,
            article.GetProperty("outlet").GetString() ?? "unknown",
            text,
            points,
            grid,
            [.. article.GetProperty("attributions").EnumerateArray().Select(a => (Relation.Of(grid, Spans(a, "source"), Spans(a, "cue"), Spans(a, "content")), Told(a, "head"), Told(a, "headKind"))).Where(r => !r.Item1.IsEmpty)]);
    }

    private static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                yield return line;
            }
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
