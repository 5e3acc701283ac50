using System.Globalization;
using System.Text.Json.Nodes;
using Stemma.Corpus.Accounts;
using Stemma.Corpus.Stories;

namespace Stemma.Training;

/// <summary>How do the signs of two clauses add up to "these cannot both hold"? Makes Corpus/Accounts/Data/dispute-weights.tsv from the authored pairs.</summary>
/// <remarks>The clauses that hold the marked words of a dispute are right, all clauses of pairs without one are wrong; ten rounds leave out a tenth each, to say what to expect.</remarks>
internal sealed class DisputeTraining : ITraining
{
    // Of .3 to 2 the left-out area under the curve moves by .02.
    private const double Ridge = 0.5;
    private const int Rounds = 400;

    // Precision first: what is shown from 0.50 on has scored 0.55 here. Left out, that is 29 right and 4 wrong of 200 pairs.
    private const double Caution = 0.2;

    public string Name => "disputes";

    public void Train(string data, string repository)
    {
        var pairs = File.ReadLines(Path.Combine(data, "accounts", "typed-dev.jsonl")).Select(l => Pair(JsonNode.Parse(l)!)).ToList();
        var held = new List<(double Score, bool Dispute)>();
        for (var k = 0; k < 10; k++)
        {
            var weights = Learn([.. pairs.Where((_, i) => i % 10 != k)]);
            held.AddRange(pairs.Where((_, i) => i % 10 == k).Select(p => (p.Clauses.Where(c => DisputeReader.IsRead(c.Signs)).Select(c => Score(weights, c.Signs)).DefaultIfEmpty().Max(), p.Dispute)));
        }

        foreach (var least in new[] { 0.3, 0.4, 0.5, 0.55, 0.6 })
        {
            var (tp, fp) = (held.Count(h => h.Score >= least && h.Dispute), held.Count(h => h.Score >= least && !h.Dispute));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"disputes: left out, at {least:F2}: precision {(double)tp / Math.Max(1, tp + fp):F3}, recall {(double)tp / held.Count(h => h.Dispute):F3}"));
        }

        var (right, wrong) = (held.Where(h => h.Dispute).ToList(), held.Where(h => !h.Dispute).ToList());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"disputes: left out, AUC {right.Average(r => wrong.Average(w => r.Score > w.Score ? 1.0 : r.Score == w.Score ? 0.5 : 0)):F3}"));
        var all = Learn(pairs);
        all[0] -= Caution;
        using var writer = new StreamWriter(Path.Combine(repository, "src", "Stemma", "Corpus", "Accounts", "Data", "dispute-weights.tsv")) { NewLine = "\n" };
        writer.WriteLine("# Sign, weight. Learned by `training disputes` on 200 authored pairs (shared/data/accounts, typed-dev); no word of them is in it.");
        for (var i = 0; i < all.Length; i++)
        {
            writer.WriteLine($"{DisputeReader.SignNames[i]}\t{all[i].ToString("F4", CultureInfo.InvariantCulture)}");
        }
    }

    private static double Score(double[] weights, double[] signs) => 1 / (1 + Math.Exp(-weights.Zip(signs, (w, s) => w * s).Sum()));

    // Plain gradient steps on all clauses; of a dispute only its marked clauses, of another pair each of its clauses, the highest counting most.
    private static double[] Learn(List<(List<(bool Marked, double[] Signs)> Clauses, bool Dispute)> pairs)
    {
        var weights = new double[DisputeReader.SignNames.Count];
        weights[0] = -2;
        var (first, second) = (new double[weights.Length], new double[weights.Length]);
        for (var round = 1; round <= Rounds; round++)
        {
            var gradient = new double[weights.Length];
            foreach (var (clauses, dispute) in pairs)
            {
                if (dispute)
                {
                    var marked = clauses.Where(c => c.Marked).ToList();
                    if (marked.Count > 0)
                    {
                        var best = marked.MaxBy(c => Score(weights, c.Signs)).Signs;
                        Add(gradient, best, Score(weights, best) - 1);
                    }
                }
                else
                {
                    var total = clauses.Sum(c => Math.Exp(4 * Score(weights, c.Signs)));
                    foreach (var (_, signs) in clauses)
                    {
                        var score = Score(weights, signs);
                        Add(gradient, signs, score * Math.Exp(4 * score) / total * Math.Min(3, clauses.Count));
                    }
                }
            }

            for (var i = 0; i < weights.Length; i++)
            {
                var g = gradient[i] + (i == 0 ? 0 : Ridge * weights[i]);
                first[i] = (0.9 * first[i]) + (0.1 * g);
                second[i] = (0.999 * second[i]) + (0.001 * g * g);
                weights[i] -= 0.05 * (first[i] / (1 - Math.Pow(0.9, round))) / (Math.Sqrt(second[i] / (1 - Math.Pow(0.999, round))) + 1e-8);
            }
        }

        return weights;

        static void Add(double[] gradient, double[] signs, double times)
        {
            for (var i = 0; i < signs.Length; i++)
            {
                gradient[i] += signs[i] * times;
            }
        }
    }

    private static (List<(bool Marked, double[] Signs)> Clauses, bool Dispute) Pair(JsonNode row)
    {
        var findings = new[] { "a", "b" }.Select((k, i) => new ArticleFindings
        {
            Reader = "",
            Article = new Article { Id = k, File = k, Sha256 = "", Text = (string)row[k]!["text"]! },
            Published = new Publication(Edtf.Parse((string)row["published"]![i]!), PublicationSource.Metadata, Spans.None, ""),
        }).ToArray();
        var dispute = (string)row["relation"]! is "denies" or "contradicts";
        var clauses = DisputeReader.SignsBetween(findings[0], findings[1], StoryScore.Of(StoryKey.Of(findings[0]), StoryKey.Of(findings[1])))
            .Select(c => (dispute && Holds(row, "a", findings[0].Article.Text, c.First) && Holds(row, "b", findings[1].Article.Text, c.Second), c.Signs))
            .ToList();
        return (clauses, dispute);
    }

    private static bool Holds(JsonNode row, string side, string text, TextSpan clause)
    {
        var map = CodePoints.Of(text);
        return row["spans"]![side]!.AsArray().Any(s => map.ToUtf16(new TextSpan((int)s![0]!, (int)s[1]!)).Overlaps(clause));
    }
}
