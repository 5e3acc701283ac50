using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Stemma.Corpus.Stories;
using Stemma.Words;

namespace Stemma.Training;

/// <summary>When are two groups of articles one story? Makes Corpus/Stories/Data/join-trees.tsv from FNC-1 train and ECB+ train; comes after `stories`.</summary>
/// <remarks>
/// Each join that comes up is an example, on three ways of grouping: the true one, the plain threshold on the mean, and a careless one that mixes more.
/// So are joins of stories made to be of one topic (<see cref="OneTopic"/>), at a small weight: train has few of its own.
/// </remarks>
internal sealed class JoinTraining : ITraining
{
    private const int Parts = 5;
    private const double Plain = 0.42;
    private const double Careless = 0.25;

    // Joins of large groups decide about more pairs; of 0, .25 and .5 none is clearly better.
    private const double SizePower = 0.25;

    // As the program's own.
    private const double Likely = 0.5;

    // Cases of one topic, and what their joins weigh: at .25 real stories left out lose .5, at .1 nothing.
    private const int Topics = 16;
    private const double TopicWeight = 0.1;

    // Models whose mean is taken: one alone moves by .2 from seed to seed.
    private const int Seeds = 6;

    // The nearer and the more is covered, the likelier one story; the more each says of its own and the nearer a third group, the less. Sizes may say either.
    private static readonly string[] Nearer =
    [
        "mean", "most", "scored", "cosine", "covered-fewer", "covered-more", "names-covered-fewer", "names-covered-more", "both-stems", "both",
        "close", "close-most", "close-cosine",
    ];

    private static readonly string[] Farther = ["own-fewer", "own-more", "own-stems-fewer", "own-stems-more", "rival-one", "rival-other"];

    private static readonly BoostedTrees.Settings Settings = new(Trees: 120, Depth: 3, Rate: 0.06, Rows: 0.6, Signs: 0.4, Leaf: 10)
    {
        Directions = [.. JoinSigns.Names.Select(n => Nearer.Contains(n) ? 1 : Farther.Contains(n) ? -1 : 0)],
    };

    public string Name => "joins";

    public void Train(string data, string repository)
    {
        var fnc = Set.Read(Path.Combine(data, "stories", "fnc-train.jsonl.gz"), "cluster", r => (string?)r["split"] == "train");
        var ecb = Set.Read(Path.Combine(data, "events", "ecbplus-train.jsonl.gz"), "subtopic", _ => true);
        var topics = Enumerable.Range(0, Topics).Select(t => Set.Of(OneTopic.Of(fnc.Articles, (ulong)t))).ToArray();
        var sets = new[] { fnc, ecb }.Concat(topics).ToArray();
        var examples = sets.SelectMany(s => new double?[] { null, Plain, Careless }.SelectMany(least => Examples(s, least, topics.Contains(s) ? TopicWeight : 1))).ToArray();
        var readers = Enumerable.Range(0, Parts).Select(k => Read(Learn([.. examples.Where(e => e.PartOne != k && e.PartOther != k)]))).ToArray();
        foreach (var (name, measured) in new[] { ("FNC-1 train", new[] { fnc }), ("ECB+ train", [ecb]), ("stories of one topic", topics) })
        {
            var plain = measured.Average(set => B3(set, Group(set, (signs, _, _) => signs[0] >= Plain)).F);
            var trees = measured.Select(set => B3(set, Group(set, (signs, one, _) => readers[Part(set, one[0])].Probability(signs) >= Likely))).ToArray();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"joins: {name}, threshold on the mean alone: B3 {plain:F3}; trees that did not see the story: P {trees.Average(t => t.P):F3} R {trees.Average(t => t.R):F3} F {trees.Average(t => t.F):F3}"));
        }

        using var writer = new StreamWriter(Path.Combine(repository, "src", "Stemma", "Corpus", "Stories", "Data", "join-trees.tsv")) { NewLine = "\n" };
        writer.WriteLine("# A tree a row: are two groups of articles one story? Learned by `training joins` on FNC-1 train and ECB+ train; Words/Trees.cs says how to read it.");
        foreach (var row in Learn(examples))
        {
            writer.WriteLine(string.Join('\t', row));
        }
    }

    private static IEnumerable<Example> Examples(Set set, double? least, double weight)
    {
        var found = new List<Example>();
        Group(set, (signs, one, other) =>
        {
            var same = one.Sum(a => other.Count(b => set.Story[a] == set.Story[b])) * 2 > one.Count * other.Count;
            found.Add(new(signs, same, weight * Math.Pow(one.Count * other.Count, SizePower), Part(set, one[0]), Part(set, other[0])));
            return least is { } l ? signs[0] >= l : same;
        });
        return found;
    }

    // The two stories of one ECB+ topic are in one part: what tells them apart is what is to be learned.
    private static int Part(Set set, string article) => (int)(set.Story[article].Split('_')[0].Aggregate(7u, (h, c) => (h * 31) + c) % Parts);

    private static List<List<string>> Learn(Example[] e) =>
        BoostedTrees.Mean([.. Enumerable.Range(0, Seeds).Select(s => BoostedTrees.Learn([.. e.Select(x => x.Signs)], [.. e.Select(x => x.Same)], [.. e.Select(x => x.Weight)], JoinSigns.Names, Settings with { Seed = Settings.Seed + (ulong)s }))]);

    private static Trees Read(List<List<string>> rows) => new(rows.Select(r => r.ToArray()), JoinSigns.Names);

    private static IReadOnlyDictionary<string, string> Group(Set set, StoryClusters.Judge judge) => StoryClusters.Of(set.Keys, set.Scores, [], [], judge);

    private static (double P, double R, double F) B3(Set set, IReadOnlyDictionary<string, string> said)
    {
        var both = said.GroupBy(s => (set.Story[s.Key], s.Value)).ToDictionary(g => g.Key, g => g.Count());
        var (g, p) = (set.Story.Values.CountBy(v => v).ToDictionary(), said.Values.CountBy(v => v).ToDictionary());
        var precision = both.Sum(b => (double)b.Value * b.Value / p[b.Key.Value]) / said.Count;
        var recall = both.Sum(b => (double)b.Value * b.Value / g[b.Key.Item1]) / said.Count;
        return (precision, recall, 2 * precision * recall / (precision + recall));
    }

    private sealed record Example(double[] Signs, bool Same, double Weight, int PartOne, int PartOther);

    private sealed record Set(List<(string Id, IReadOnlyList<ulong> Keys, string Story)> Articles)
    {
        public Dictionary<string, IReadOnlyList<ulong>> Keys { get; } = Articles.ToDictionary(a => a.Id, a => a.Keys, StringComparer.Ordinal);

        public Dictionary<string, string> Story { get; } = Articles.ToDictionary(a => a.Id, a => a.Story, StringComparer.Ordinal);

        public List<(string, string, double)> Scores { get; } = [];

        public static Set Of(List<(string Id, IReadOnlyList<ulong> Keys, string Story)> articles)
        {
            var set = new Set(articles);
            var index = new StoryIndex();
            foreach (var (id, keys, _) in articles)
            {
                var all = new Corpus.ArticleKeys(id, 0, [], keys);
                set.Scores.AddRange(index.Near(all).Select(n => string.CompareOrdinal(id, n.Article) < 0 ? (id, n.Article, n.Score) : (n.Article, id, n.Score)));
                index.Add(all);
            }

            return set;
        }

        public static Set Read(string file, string gold, Func<JsonNode, bool> wanted)
        {
            var articles = new List<(string, IReadOnlyList<ulong>, string)>();
            using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
            while (reader.ReadLine() is { } line)
            {
                if (line.Length > 0 && JsonNode.Parse(line)! is var row && wanted(row))
                {
                    var id = (string)row["id"]!;
                    articles.Add((id, StoryKey.Of(new() { Reader = "", Article = new() { Id = id, File = "", Sha256 = "", Text = (string)row["text"]! } }), row[gold]!.ToString()));
                }
            }

            return Of(articles);
        }
    }
}
