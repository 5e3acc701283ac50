using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Stemma.Corpus.Stories;

namespace Stemma.Training;

/// <summary>How do the likenesses of two articles add up to "one story"? Makes Corpus/Stories/Data/net.tsv from FNC-1 train and ECB+ train.</summary>
internal sealed class StoryTraining : ITraining
{
    private const int Hidden = 12;
    private const int Rounds = 6;
    private const double Rate = 0.03;

    // ECB+ has fewer pairs and the harder question (same kind of happening, another one).
    private const double EcbWeight = 1.5;

    // Large stories have n x n pairs: their weight is brought down, so that they do not drown the small ones.
    private const double StoryPower = 0.5;

    private readonly double[,] _in = new double[Hidden, StoryScore.Likenesses + 1];
    private readonly double[] _out = new double[Hidden + 1];

    public string Name => "stories";

    public void Train(string data, string repository)
    {
        var examples = Examples(Path.Combine(data, "stories", "fnc-train.jsonl.gz"), "cluster", r => (string?)r["split"] == "train", 1)
            .Concat(Examples(Path.Combine(data, "events", "ecbplus-train.jsonl.gz"), "subtopic", _ => true, EcbWeight)).ToArray();
        var random = new Random(7);
        foreach (var h in Enumerable.Range(0, Hidden))
        {
            foreach (var i in Enumerable.Range(0, StoryScore.Likenesses + 1))
            {
                _in[h, i] = (random.NextDouble() - 0.5) * 1.5;
            }

            _out[h] = random.NextDouble() - 0.5;
        }

        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(examples);
            var loss = examples.Sum(e => Step(e, Rate * (1 - ((double)round / Rounds))));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"stories: round {round + 1}, {examples.Length} pairs, loss {loss / examples.Length:F4}"));
        }

        Directory.CreateDirectory(Path.Combine(repository, "src", "Stemma", "Corpus", "Stories", "Data"));
        using var writer = new StreamWriter(Path.Combine(repository, "src", "Stemma", "Corpus", "Stories", "Data", "net.tsv")) { NewLine = "\n" };
        writer.WriteLine("# A row a hidden unit: a weight for each likeness, then the bias; last row: the output. Learned by `training stories` on FNC-1 train and ECB+ train.");
        for (var h = 0; h < Hidden; h++)
        {
            writer.WriteLine(string.Join('\t', Enumerable.Range(0, StoryScore.Likenesses + 1).Select(i => _in[h, i].ToString("F5", CultureInfo.InvariantCulture))));
        }

        writer.WriteLine(string.Join('\t', _out.Select(w => w.ToString("F5", CultureInfo.InvariantCulture))));
    }

    private double Step((double[] X, bool Same, double Weight) e, double rate)
    {
        var hidden = new double[Hidden];
        var sum = _out[Hidden];
        for (var h = 0; h < Hidden; h++)
        {
            var a = _in[h, StoryScore.Likenesses];
            for (var i = 0; i < StoryScore.Likenesses; i++)
            {
                a += _in[h, i] * e.X[i];
            }

            sum += _out[h] * (hidden[h] = Math.Tanh(a));
        }

        var p = 1 / (1 + Math.Exp(-sum));
        var step = rate * e.Weight * (p - (e.Same ? 1 : 0));
        for (var h = 0; h < Hidden; h++)
        {
            var back = step * _out[h] * (1 - (hidden[h] * hidden[h]));
            _out[h] -= step * hidden[h];
            for (var i = 0; i < StoryScore.Likenesses; i++)
            {
                _in[h, i] -= back * e.X[i];
            }

            _in[h, StoryScore.Likenesses] -= back;
        }

        _out[Hidden] -= step;
        return -e.Weight * Math.Log(Math.Max(1e-9, e.Same ? p : 1 - p));
    }

    private static IEnumerable<(double[] X, bool Same, double Weight)> Examples(string file, string gold, Func<JsonNode, bool> wanted, double weight)
    {
        var articles = new List<(IReadOnlyList<ulong> Keys, string Story)>();
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && JsonNode.Parse(line)! is var row && wanted(row))
            {
                var text = (string)row["text"]!;
                articles.Add((StoryKey.Of(new() { Reader = "", Article = new() { Id = "", File = "", Sha256 = "", Text = text } }), row[gold]!.ToString()));
            }
        }

        var sizes = articles.CountBy(a => a.Story).ToDictionary();
        for (var i = 0; i < articles.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var x = new double[StoryScore.Likenesses];
                if (!StoryScore.Read(articles[i].Keys, articles[j].Keys, x) || x[1] < 0.03)
                {
                    continue;
                }

                // Four in five of the easy pairs are left out.
                var same = articles[i].Story == articles[j].Story;
                if (same || x[1] >= 0.08 || ((i * 7919) + (j * 104729)) % 5 == 0)
                {
                    yield return (x, same, same ? weight * Math.Pow(10.0 / sizes[articles[i].Story], StoryPower) : weight);
                }
            }
        }
    }
}
