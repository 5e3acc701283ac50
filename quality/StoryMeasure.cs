using System.IO.Compression;
using System.Text.Json.Nodes;
using Stemma.Corpus;

namespace Stemma.Quality;

/// <summary>Are articles put into the right stories? FNC-1 components and ECB+ sub-topics, B3; agrees with score/stories.py and score/events.py.</summary>
internal sealed class StoryMeasure : IMeasure
{
    public string Name => "stories";

    public IReadOnlyList<Figure> Measure(string? data, string repository)
    {
        var figures = new List<Figure>();
        Add("stories.fnc-train", "stories/fnc-train.jsonl.gz", "cluster", r => (string?)r["split"] == "train");
        Add("stories.fnc-dev", "stories/fnc-train.jsonl.gz", "cluster", r => (string?)r["split"] == "dev");
        Add("stories.ecb-train", "events/ecbplus-train.jsonl.gz", "subtopic", _ => true);
        Add("stories.ecb-dev", "events/ecbplus-dev.jsonl.gz", "subtopic", _ => true);
        return figures;

        void Add(string name, string file, string gold, Func<JsonNode, bool> wanted)
        {
            if (data is null || !File.Exists(Path.Combine(data, file)))
            {
                return;
            }

            var rows = Rows(Path.Combine(data, file)).Where(wanted).ToList();
            var truth = rows.ToDictionary(r => (string)r["id"]!, r => r[gold]!.ToString());
            var stories = Stories(rows.Select(r => ((string)r["id"]!, (string)r["text"]!)));
            var (p, r, f) = B3(truth, stories);
            figures.Add(new(name + ".B3", f * 100, FormattableString.Invariant($"P {p:F3} R {r:F3}, {stories.Values.Distinct().Count()} stories, gold {truth.Values.Distinct().Count()}")));
        }
    }

    private static IReadOnlyDictionary<string, string> Stories(IEnumerable<(string Id, string Text)> texts)
    {
        var past = new Kept();
        var reader = new CorpusReader(past, disputes: false);
        foreach (var (id, text) in texts)
        {
            past.Add(reader, Bare(id, text));
        }

        return CorpusReader.Read(past.Articles, past.Pairs).Stories;
    }

    internal static ArticleFindings Bare(string id, string text) =>
        new() { Reader = "", Article = new Article { Id = id, File = id, Sha256 = id, Text = text } };

    internal static (double P, double R, double F) B3(IReadOnlyDictionary<string, string> gold, IReadOnlyDictionary<string, string> pred)
    {
        var said = gold.Keys.ToDictionary(k => k, k => pred.GetValueOrDefault(k) ?? "alone " + k);
        var both = gold.GroupBy(g => (g.Value, said[g.Key])).ToDictionary(g => g.Key, g => g.Count());
        var (g, p) = (gold.Values.CountBy(v => v).ToDictionary(), said.Values.CountBy(v => v).ToDictionary());
        var precision = both.Sum(b => (double)b.Value * b.Value / p[b.Key.Item2]) / gold.Count;
        var recall = both.Sum(b => (double)b.Value * b.Value / g[b.Key.Value]) / gold.Count;
        return (precision, recall, 2 * precision * recall / (precision + recall));
    }

    internal static IEnumerable<JsonNode> Rows(string path)
    {
        using var stream = File.OpenRead(path);
        using var reader = new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Trim().Length > 0)
            {
                yield return JsonNode.Parse(line)!;
            }
        }
    }

    /// <summary>The plainest past there is.</summary>
    internal sealed class Kept : IPast
    {
        private readonly Dictionary<string, ArticleFindings> _byId = new(StringComparer.Ordinal);
        private readonly List<ArticleKeys> _keys = [];

        public List<ArticleFindings> Articles { get; } = [];

        public List<PairFindings> Pairs { get; } = [];

        public void Add(CorpusReader reader, ArticleFindings findings)
        {
            var keys = CorpusReader.KeysOf(findings) with { Place = _keys.Count + 1 };
            Pairs.AddRange(reader.Compare(findings, keys));
            _keys.Add(keys);
            _byId[findings.Article.Id] = findings;
            Articles.Add(findings);
        }

        public IEnumerable<ArticleKeys> Keys(long after) => _keys.Where(k => k.Place > after);

        public ArticleFindings Findings(string article) => _byId[article];
    }
}
