using System.Text.Json;
using Stemma.Articles.Cleaning;
using Stemma.Corpus;

namespace Stemma.Quality;

/// <summary>Who copied whom: made copy trees with a known truth (data/reuse/dev), scored as score/reuse.py does.</summary>
/// <remarks>
/// STEMMA_REUSE names another folder with articles.jsonl and truth.jsonl; STEMMA_REUSE_OUT a file that gets the lines an export would have,
/// so that the Python scorer can be run on the same findings.
/// </remarks>
public sealed class ReuseMeasure : IMeasure
{
    public string Name => "reuse";

    public IReadOnlyList<Figure> Measure(string? data, string repository)
    {
        var folder = Environment.GetEnvironmentVariable("STEMMA_REUSE") ?? (data is null ? null : Path.Combine(data, "reuse", "dev"));
        if (folder is null || !File.Exists(Path.Combine(folder, "articles.jsonl")))
        {
            return [];
        }

        var articles = ReuseData.Articles(Path.Combine(folder, "articles.jsonl")).ToList();
        var truth = ReuseTruth.Read(Path.Combine(folder, "truth.jsonl"));
        var reading = ReadCase(articles);
        var score = new ReuseScore(articles.ToDictionary(a => a.Article.Id, a => a.Article), truth, reading);
        if (Environment.GetEnvironmentVariable("STEMMA_REUSE_OUT") is { Length: > 0 } file)
        {
            File.WriteAllLines(file, score.Lines());
        }

        return [.. score.Figures()];
    }

    /// <summary>Each article compared with those before it, then the case read.</summary>
    public static CaseReading ReadCase(IReadOnlyList<ArticleFindings> articles)
    {
        var past = new PastOf();
        var reader = new CorpusReader(past);
        var pairs = new List<PairFindings>();
        foreach (var article in articles)
        {
            var keys = CorpusReader.KeysOf(article);
            pairs.AddRange(reader.Compare(article, keys));
            past.Keep(article, keys);
        }

        return CorpusReader.Read(articles, pairs);
    }
}

/// <summary>The articles of a line file, cleaned as the program does, and read no further: copies need no more.</summary>
public static class ReuseData
{
    public static IEnumerable<ArticleFindings> Articles(string file)
    {
        foreach (var line in File.ReadLines(file))
        {
            using var row = JsonDocument.Parse(line);
            string? Text(string name) => row.RootElement.TryGetProperty(name, out var v) && v.ValueKind == JsonValueKind.String ? v.GetString() : null;
            var clean = Cleaner.Clean(new RawPage
            {
                File = Path.GetFileName(file),
                Given = Text("id"),
                Original = default,
                Sha256 = "",
                Form = PageForm.Text,
                Content = Text("text")!,
                Carried = new() { Outlet = Text("outlet"), Url = Text("url"), Title = Text("title"), Published = Text("published") },
            });
            yield return new ArticleFindings
            {
                Reader = "cleaned",
                Article = clean.Article,
                Published = clean.Published,
                Furniture = clean.Furniture,
                Chain = clean.Chain,
            };
        }
    }
}

/// <summary>A past in memory.</summary>
public sealed class PastOf : IPast
{
    private readonly List<ArticleKeys> _keys = [];
    private readonly Dictionary<string, ArticleFindings> _findings = new(StringComparer.Ordinal);

    public void Keep(ArticleFindings findings, ArticleKeys keys)
    {
        _findings.Add(findings.Article.Id, findings);
        _keys.Add(keys with { Place = _keys.Count + 1 });
    }

    public IEnumerable<ArticleKeys> Keys(long after)
    {
        for (var i = (int)after; i < _keys.Count; i++)
        {
            yield return _keys[i];
        }
    }

    public ArticleFindings Findings(string article) => _findings[article];
}
