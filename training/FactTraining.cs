using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Stemma.Articles.Attribution;
using Stemma.Articles.Attribution.Tagger;
using Stemma.Articles.Sentences;

namespace Stemma.Training;

/// <summary>What tells a checkable fact from opinion, wish and advice? Makes Articles/Attribution/Data/facts.tsv: a weight for each feature of a content.</summary>
/// <remarks>
/// Learned from the evidence field of attributes-dev.jsonl and from our own readings of seeded samples of train (training/Facts/labels.tsv).
/// Each reader draws the border of opinion elsewhere, so each has a bias of its own; the program keeps the one of the data.
/// Because dev is learned from, the honest figure on dev is the one printed here: seven parts of dev articles, each judged by the others.
/// </remarks>
internal sealed class FactTraining : ITraining
{
    private const int Parts = 7;
    private const int Rounds = 300;
    private const double Rate = 0.3;

    // How dear weights are, and how dear the numbers of company beside features that are 1 or 0. Left out, area under the curve of the data and of our second reading:
    // 3 and 2: .831, .864; 10 and 3: .827, .864; 10 and 4: .831, .866; 20 and 5: .827, .865. A thousand rounds instead of 300 change nothing.
    private const double Decay = 10;
    private const double CompanyScale = 4;

    // A reader's bias is nearly free.
    private const double ReaderScale = 3;

    // A feature of fewer contents is learned by heart.
    private const int FewestContents = 5;

    // The reader whose border the program keeps: the data's own.
    private const string Data = "data";

    private sealed record Example(Saying Saying, Act Act, int Head, bool Negated, string Evidence, string Reader, int Part, IReadOnlyList<string> Features, double[] Company)
    {
        public bool IsFact => Evidence != "none";

        public bool IsOpen => Features.Count > 0;
    }

    public string Name => "facts";

    public void Train(string data, string repository)
    {
        var examples = Examples(data, Labels(data, repository));
        var learners = examples.Where(e => e.IsOpen).ToList();
        var left = new Dictionary<Example, (bool Fact, double Sum)>();
        for (var part = 0; part < Parts; part++)
        {
            var fitted = Fit([.. learners.Where(e => e.Part != part)]);
            foreach (var reader in learners.Where(e => e.Part == part).GroupBy(e => e.Reader))
            {
                var model = Model(fitted, reader.Key);
                foreach (var e in reader)
                {
                    var sum = model.Sum(e.Features, e.Company);
                    left[e] = (sum > 0, sum);
                }
            }
        }

        bool Right(Example e, bool fact) => EvidenceReader.Read(e.Saying, e.Act, e.Head, e.Negated, fact).Basis.ToString().Equals(e.Evidence, StringComparison.OrdinalIgnoreCase);
        foreach (var reader in learners.GroupBy(e => e.Reader).OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            var all = reader.ToList();
            var right = all.Count(e => left[e].Fact == e.IsFact);
            Print($"facts, {reader.Key}: {all.Count} contents, {all.Count(e => e.IsFact)} facts; left out {100.0 * right / all.Count:F1} % right, area under the curve {Area([.. all.Select(e => (left[e].Sum, e.IsFact))]):F3}; evidence {100.0 * all.Count(e => Right(e, left[e].Fact)) / all.Count:F1} %");
        }

        var final = Fit(learners);
        var shipped = Model(final, Data);
        var dev = examples.Where(e => e.Reader == Data).ToList();
        Print($"evidence of the development statements, spans given: {100.0 * dev.Count(e => Right(e, e.IsOpen && left[e].Fact)) / dev.Count:F1} % left out, {100.0 * dev.Count(e => Right(e, e.IsOpen && shipped.Sum(e.Features, e.Company) > 0)) / dev.Count:F1} % where learned from");

        using var writer = new StreamWriter(Path.Combine(repository, "src", "Stemma", "Articles", "Attribution", "Data", "facts.tsv")) { NewLine = "\n" };
        writer.WriteLine("# What each feature of a content is worth towards “a checkable fact”. Learned by `training facts`; weights only, licence as this repository. Columns: feature, weight.");
        foreach (var (feature, weight) in Shipped(final, Data).OrderBy(w => w.Feature, StringComparer.Ordinal))
        {
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{feature}\t{weight:F4}"));
        }
    }

    /// <summary>Evidence, reader and part of each labelled attribution; articles of one part stay together, whoever read them.</summary>
    private static Dictionary<(string Article, string Attribution), (string Evidence, string Reader, int Part)> Labels(string data, string repository)
    {
        var labels = new Dictionary<(string, string), (string, string, int)>();
        var articles = new Dictionary<string, int>(StringComparer.Ordinal);
        int PartOf(string article) => articles.TryGetValue(article, out var n) ? n % Parts : (articles[article] = articles.Count) % Parts;
        foreach (var line in File.ReadLines(Path.Combine(data, "attribution", "attributes-dev.jsonl")))
        {
            var row = JsonNode.Parse(line)!;
            foreach (var s in row["statements"]!.AsArray())
            {
                labels[((string)row["id"]!, (string)s!["attribution"]!)] = ((string)s["evidence"]!, Data, PartOf((string)row["id"]!));
            }
        }

        foreach (var row in File.ReadLines(Path.Combine(repository, "training", "Facts", "labels.tsv")).Where(l => l[0] != '#').Select(l => l.Split('\t')))
        {
            labels[(row[0], row[1])] = (row[2], row[3], PartOf(row[0]));
        }

        return labels;
    }

    private static List<Example> Examples(string data, Dictionary<(string Article, string Attribution), (string Evidence, string Reader, int Part)> labels)
    {
        var wanted = labels.Keys.Select(k => k.Article).ToHashSet(StringComparer.Ordinal);
        var found = new List<Example>();
        foreach (var file in new[] { "dev", "train" })
        {
            using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(data, "attribution", file + ".jsonl.gz")), CompressionMode.Decompress));
            while (reader.ReadLine() is { } line)
            {
                var row = JsonNode.Parse(line)!;
                if (!wanted.Contains((string)row["id"]!))
                {
                    continue;
                }

                var text = (string)row["text"]!;
                var (prose, map) = (ProseReader.Read(text, []), CodePoints.Of(text));
                Spans Of(JsonNode? n) => [.. n!.AsArray().Select(x => map.ToUtf16(new TextSpan((int)x![0]!, (int)x[1]!)))];
                foreach (var a in row["attributions"]!.AsArray())
                {
                    if (labels.TryGetValue(((string)row["id"]!, (string)a!["id"]!), out var label))
                    {
                        var saying = new Saying(prose, new TaggedAttribution(Of(a["source"]), Of(a["cue"]), Of(a["content"]), 1));
                        var (act, head, negated) = ActReader.Read(saying);
                        var open = EvidenceReader.IsOpen(saying, act, head, negated);
                        found.Add(new Example(saying, act, head, negated, label.Evidence, label.Reader, label.Part, open ? FactFeatures.Of(saying, act, EvidenceWords.InWords(saying)?.Basis) : [], open ? FactFeatures.CompanyOf(saying) : []));
                    }
                }
            }
        }

        return found;
    }

    private sealed record Fitted(Dictionary<string, double> Weights, double[] Company);

    /// <summary>Logistic regression, all examples a round, steps scaled by what each weight has moved (AdaGrad): no order, no chance.</summary>
    private static Fitted Fit(List<Example> examples)
    {
        var index = examples.SelectMany(e => e.Features).CountBy(f => f).Where(c => c.Value >= FewestContents).Select(c => c.Key).Order(StringComparer.Ordinal)
            .Concat(examples.Select(e => $"reader {e.Reader}").Distinct().Order(StringComparer.Ordinal))
            .Select((f, n) => (f, n)).ToDictionary(x => x.f, x => x.n);
        var size = FactFeatures.Company;
        var rows = examples.Select(e => e.Features.Where(index.ContainsKey).Select(f => index[f]).ToArray()).ToArray();
        var readers = examples.Select(e => index[$"reader {e.Reader}"]).ToArray();
        var (weights, moved) = (new double[index.Count + size], new double[index.Count + size]);
        for (var round = 0; round < Rounds; round++)
        {
            var slope = weights.Select(w => Decay * w).ToArray();
            for (var n = 0; n < rows.Length; n++)
            {
                var company = examples[n].Company;
                var sum = ReaderScale * weights[readers[n]];
                foreach (var k in rows[n])
                {
                    sum += weights[k];
                }

                for (var d = 0; d < size; d++)
                {
                    sum += CompanyScale * weights[index.Count + d] * company[d];
                }

                var miss = (1 / (1 + Math.Exp(-sum))) - (examples[n].IsFact ? 1 : 0);
                slope[readers[n]] += ReaderScale * miss;
                foreach (var k in rows[n])
                {
                    slope[k] += miss;
                }

                for (var d = 0; d < size; d++)
                {
                    slope[index.Count + d] += CompanyScale * miss * company[d];
                }
            }

            for (var k = 0; k < weights.Length; k++)
            {
                moved[k] += slope[k] * slope[k];
                weights[k] -= Rate * slope[k] / Math.Sqrt(moved[k] + 1e-8);
            }
        }

        foreach (var reader in readers.Distinct())
        {
            weights[reader] *= ReaderScale;
        }

        return new Fitted(index.ToDictionary(i => i.Key, i => weights[i.Value]), [.. weights[index.Count..].Select(w => CompanyScale * w)]);
    }

    /// <summary>The weights with one reader's border: its bias is added to everybody's, the others' fall away.</summary>
    private static IEnumerable<(string Feature, double Weight)> Shipped(Fitted fitted, string reader) =>
        fitted.Weights.Where(w => !w.Key.StartsWith("reader ", StringComparison.Ordinal))
            .Select(w => (w.Key, w.Key == "bias" ? w.Value + fitted.Weights.GetValueOrDefault($"reader {reader}") : w.Value))
            .Concat(fitted.Company.Select((w, d) => (string.Create(CultureInfo.InvariantCulture, $"{FactModel.CompanyName}{d}"), w)));

    private static FactModel Model(Fitted fitted, string reader) => new(Shipped(fitted, reader));

    /// <summary>How often a fact has the higher sum of a fact and a non-fact.</summary>
    private static double Area(List<(double Sum, bool Fact)> judged)
    {
        var (above, facts) = (0.0, 0);
        var others = 0;
        foreach (var (_, fact) in judged.OrderBy(j => j.Sum))
        {
            above += fact ? others : 0;
            facts += fact ? 1 : 0;
            others += fact ? 0 : 1;
        }

        return above / Math.Max(1.0, (double)facts * others);
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
