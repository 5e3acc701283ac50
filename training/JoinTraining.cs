using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Stemma.Corpus.Stories;
using Stemma.Words;

namespace Stemma.Training;

/// <summary>When are two groups of articles one story? Makes Corpus/Stories/Data/join-trees.tsv from FNC-1 train and ECB+ train; comes after `stories`.</summary>
/// <remarks>Each join that comes up is an example, on three ways of grouping: the true one, the plain threshold on the mean, and a careless one that mixes more.</remarks>
internal sealed class JoinTraining : ITraining
{
    private const int Parts = 5;
    private const double Plain = 0.42;
    private const double Careless = 0.25;

    // Joins of large groups decide about more pairs; of 0, .25 and .5 none is clearly better.
    private const double SizePower = 0.25;

    private static readonly BoostedTrees.Settings Settings = new(Trees: 120, Depth: 3, Rate: 0.06, Rows: 0.6, Signs: 0.4, Leaf: 10);

    public string Name => "joins";

    public void Train(string data, string repository)
    {
        var fnc = Set.Read(Path.Combine(data, "stories", "fnc-train.jsonl.gz"), "cluster", r => (string?)r["split"] == "train");
        var ecb = Set.Read(Path.Combine(data, "events", "ecbplus-train.jsonl.gz"), "subtopic", _ => true);
        var examples = new[] { fnc, ecb }.SelectMany(s => new double?[] { null, Plain, Careless }.SelectMany(least => Examples(s, least))).ToArray();
        var parts = Enumerable.Range(0, Parts).Select(k => Learn([.. examples.Where(e => e.PartOne != k && e.PartOther != k)])).ToArray();
        foreach (var (name, set) in new[] { ("FNC-1", fnc), ("ECB+", ecb) })
        {
            var readers = parts.Select(Read).ToArray();
            Console.WriteLine($"joins: {name} train, threshold on the mean alone: {B3(set, Group(set, (signs, _, _) => signs[0] >= Plain))}; trees that did not see the story: {B3(set, Group(set, (signs, one, _) => readers[Part(set, one[0])].Probability(signs) >= 0.5))}");
        }

        using var writer = new StreamWriter(Path.Combine(repository, "src", "Stemma", "Corpus", "Stories", "Data", "join-trees.tsv")) { NewLine = "\n" };
        writer.WriteLine("# A tree a row: are two groups of articles one story? Learned by `training joins` on FNC-1 train and ECB+ train; Words/Trees.cs says how to read it.");
        foreach (var row in Learn(examples))
        {
            writer.WriteLine(string.Join('\t', row));
        }
    }

    private static IEnumerable<Example> Examples(Set set, double? least)
    {
        var found = new List<Example>();
        Group(set, (signs, one, other) =>
        {
            var same = one.Sum(a => other.Count(b => set.Story[a] == set.Story[b])) * 2 > one.Count * other.Count;
            found.Add(new(signs, same, Math.Pow(one.Count * other.Count, SizePower), Part(set, one[0]), Part(set, other[0])));
            return least is { } l ? signs[0] >= l : same;
        });
        return found;
    }

    // The two stories of one ECB+ topic are in one part: what tells them apart is what is to be learned.
    private static int Part(Set set, string article) => (int)(set.Story[article].Split('_')[0].Aggregate(7u, (h, c) => (h * 31) + c) % Parts);

    private static List<List<string>> Learn(Example[] e) => BoostedTrees.Learn([.. e.Select(x => x.Signs)], [.. e.Select(x => x.Same)], [.. e.Select(x => x.Weight)], JoinSigns.Names, Settings);

    private static Trees Read(List<List<string>> rows) => new(rows.Select(r => r.ToArray()), JoinSigns.Names);

    private static IReadOnlyDictionary<string, string> Group(Set set, StoryClusters.Judge judge) => StoryClusters.Of(set.Keys, set.Scores, [], [], judge);

    private static string B3(Set set, IReadOnlyDictionary<string, string> said)
    {
        var both = said.GroupBy(s => (set.Story[s.Key], s.Value)).ToDictionary(g => g.Key, g => g.Count());
        var (g, p) = (set.Story.Values.CountBy(v => v).ToDictionary(), said.Values.CountBy(v => v).ToDictionary());
        var precision = both.Sum(b => (double)b.Value * b.Value / p[b.Key.Value]) / said.Count;
        var recall = both.Sum(b => (double)b.Value * b.Value / g[b.Key.Item1]) / said.Count;
        return string.Create(CultureInfo.InvariantCulture, $"B3 P {precision:F3} R {recall:F3} F {2 * precision * recall / (precision + recall):F3}");
    }

    private sealed record Example(double[] Signs, bool Same, double Weight, int PartOne, int PartOther);

    private sealed record Set(Dictionary<string, IReadOnlyList<ulong>> Keys, Dictionary<string, string> Story, List<(string, string, double)> Scores)
    {
        public static Set Read(string file, string gold, Func<JsonNode, bool> wanted)
        {
            var set = new Set(new(StringComparer.Ordinal), new(StringComparer.Ordinal), []);
            var index = new StoryIndex();
            using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
            while (reader.ReadLine() is { } line)
            {
                if (line.Length > 0 && JsonNode.Parse(line)! is var row && wanted(row))
                {
                    var id = (string)row["id"]!;
                    var keys = StoryKey.Of(new() { Reader = "", Article = new() { Id = id, File = "", Sha256 = "", Text = (string)row["text"]! } });
                    var all = new Corpus.ArticleKeys(id, 0, [], keys);
                    set.Scores.AddRange(index.Near(all).Select(n => string.CompareOrdinal(id, n.Article) < 0 ? (id, n.Article, n.Score) : (n.Article, id, n.Score)));
                    index.Add(all);
                    (set.Keys[id], set.Story[id]) = (keys, row[gold]!.ToString());
                }
            }

            return set;
        }
    }
}
