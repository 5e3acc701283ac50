using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Stemma.Articles.Actors;
using Stemma.Articles.Sentences;

namespace Stemma.Training;

/// <summary>When does a place name stand for its government, people or team? Makes Articles/Actors/Data/metonymy.tsv: a weight for each feature of its surroundings.</summary>
/// <remarks>Learned from ReLocaR's train part (Wikipedia sentences); no sentence of it is kept. The figure printed is on ten parts, each judged by the other nine; rows of one sentence stay together.</remarks>
internal sealed class MetonymyTraining : ITraining
{
    private const int Parts = 10;
    private const int Rounds = 60;

    public string Name => "metonymy";

    public void Train(string data, string repository)
    {
        var examples = Examples(Path.Combine(data, "actors", "relocar-train.jsonl.gz"));
        foreach (var decay in new[] { 0.5, 1.0, 2.0, 4.0 })
        {
            var right = 0;
            for (var part = 0; part < Parts; part++)
            {
                var weights = Fit([.. examples.Where(e => e.Part != part)], decay);
                right += examples.Where(e => e.Part == part).Count(e => Sum(weights, e.Features) > 0 == e.Acts);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"metonymy: {examples.Count} names; decay {decay}: on {Parts} parts {100.0 * right / examples.Count:F1} % right"));
        }

        using var writer = new StreamWriter(Path.Combine(repository, "src", "Stemma", "Articles", "Actors", "Data", "metonymy.tsv")) { NewLine = "\n" };
        writer.WriteLine("# What each feature around a place name is worth towards “it stands for its government, people or team”. Learned by `training metonymy`; weights only. Model card: docs/models/metonymy.md. Columns: feature, weight.");
        foreach (var (feature, weight) in Fit(examples, Decay).Where(w => Math.Abs(w.Value) >= Least).OrderBy(w => w.Key, StringComparer.Ordinal))
        {
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{feature}\t{weight:F3}"));
        }
    }

    // Of 0.5, 1, 2, 4 all lie within a point on ten parts (84.0, 83.5, 83.5, 82.8 %).
    private const double Decay = 1.0;

    // Weights nearer to nothing decide nothing.
    private const double Least = 0.02;

    private sealed record Example(IReadOnlyList<string> Features, bool Acts, int Part);

    private static List<Example> Examples(string file)
    {
        var examples = new List<Example>();
        var parts = new Dictionary<string, int>(StringComparer.Ordinal);
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            var row = JsonNode.Parse(line)!;
            var text = (string)row["text"]!;
            var map = CodePoints.Of(text);
            var span = map.ToUtf16(new TextSpan((int)row["target"]![0]![0]!, (int)row["target"]![0]![1]!));
            var words = new ArticleWords(ProseReader.Read(text, []));
            var (first, end) = (words.Prose.TokenAt(span.Begin), words.Prose.TokenAt(span.End - 1) + 1);
            parts.TryAdd(text, parts.Count % Parts);
            examples.Add(new Example([.. MetonymyFeatures.Of(words, first, end).Distinct(StringComparer.Ordinal)], (string)row["reading"]! != "literal", parts[text]));
        }

        return examples;
    }

    private static double Sum(Dictionary<string, double> weights, IReadOnlyList<string> features) => features.Sum(f => weights.GetValueOrDefault(f));

    // Logistic regression by full passes with a step of its own for each feature (AdaGrad); the order of examples is theirs in the file.
    private static Dictionary<string, double> Fit(IReadOnlyList<Example> examples, double decay)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = examples.Select(e => e.Features.Select(f => index.TryGetValue(f, out var i) ? i : index[f] = index.Count).ToArray()).ToArray();
        var (weights, squares, gradient) = (new double[index.Count], new double[index.Count], new double[index.Count]);
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < weights.Length; i++)
            {
                gradient[i] = decay * weights[i];
            }

            for (var e = 0; e < rows.Length; e++)
            {
                var sum = 0.0;
                foreach (var i in rows[e])
                {
                    sum += weights[i];
                }

                var error = (1 / (1 + Math.Exp(-sum))) - (examples[e].Acts ? 1 : 0);
                foreach (var i in rows[e])
                {
                    gradient[i] += error;
                }
            }

            for (var i = 0; i < weights.Length; i++)
            {
                squares[i] += gradient[i] * gradient[i];
                weights[i] -= 0.15 * gradient[i] / Math.Sqrt(squares[i] + 1e-8);
            }
        }

        return index.ToDictionary(p => p.Key, p => weights[p.Value], StringComparer.Ordinal);
    }
}
