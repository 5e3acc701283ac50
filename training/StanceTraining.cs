using System.Globalization;
using Stemma.Corpus.Stances;
using Stemma.Words;

namespace Stemma.Training;

/// <summary>How do words show that an article doubts what a story tells? Makes the three files of Corpus/Stances/Data from FNC-1 train.</summary>
/// <remarks>
/// Sides come from the pairs; which of two sides doubts, from the doubting words of the headlines it agrees with. Every stage learns from what the stage before it says of
/// stories it has not seen, and the figures printed are of stories left out, in three divisions into ten parts; what ships is the mean of the three.
/// </remarks>
internal sealed class StanceTraining : ITraining
{
    private const int Parts = 10;
    private const int Divisions = 3;

    // A word counts that stands in the headlines of two stories or more.
    private const int LeastStories = 2;

    private static readonly BoostedTrees.Settings OfArticles = new(Trees: 125, Depth: 4, Rate: 0.06, Rows: 0.5, Signs: 0.2, Leaf: 10);
    private static readonly BoostedTrees.Settings OfPairs = new(Trees: 100, Depth: 3, Rate: 0.05, Rows: 0.6, Signs: 0.5, Leaf: 20);

    public string Name => "stances";

    public void Train(string data, string repository)
    {
        var set = StanceExamples.Read(Path.Combine(data, "accounts", "fnc-train-pairs.jsonl.gz"));
        var runs = new List<Learned>();
        for (var division = 0; division < Divisions; division++)
        {
            var run = Run(set, division);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"stances: division {division + 1}, stories left out: pairs AUC {run.Train.Auc:F3} F1 {run.Train.F1:F3}, articles AUC {run.Bodies:F3}; dev: AUC {run.Dev.Auc:F3} F1 {run.Dev.F1:F3}"));
            runs.Add(run);
        }

        var folder = Path.Combine(repository, "src", "Stemma", "Corpus", "Stances", "Data");
        Write(Path.Combine(folder, "doubt-weights.tsv"), "Word or word pair, how much it speaks against what is told (the empty one: every sentence). Learned by `training stances` on the headlines of FNC-1 train; weights only.", runs[0].Weights.Where(w => Math.Round(w.Value, 3) != 0).OrderBy(w => w.Key, StringComparer.Ordinal).Select(w => $"{w.Key}\t{w.Value.ToString("F3", CultureInfo.InvariantCulture)}"));
        Write(Path.Combine(folder, "stance-trees.tsv"), "A tree a row: does an article doubt what its story tells? Learned by `training stances` on FNC-1 train; Trees.cs says how to read it.", BoostedTrees.Mean([.. runs.Select(r => r.Articles)]).Select(r => string.Join('\t', r)));
        Write(Path.Combine(folder, "side-trees.tsv"), "A tree a row: do two articles stand on opposite sides? Learned by `training stances` on FNC-1 train; Trees.cs says how to read it.", BoostedTrees.Mean([.. runs.Select(r => r.Sides)]).Select(r => string.Join('\t', r)));
    }

    private sealed record Learned(Dictionary<string, double> Weights, List<List<string>> Articles, List<List<string>> Sides, (double Auc, double F1) Train, (double Auc, double F1) Dev, double Bodies);

    private static Learned Run(StanceExamples set, int division)
    {
        var stories = set.Stories.Keys.Where(set.IsTrain).Order().ToArray();
        var random = new Splitmix((ulong)division + 1);
        for (var i = stories.Length - 1; i > 0; i--)
        {
            var j = random.Below(i + 1);
            (stories[i], stories[j]) = (stories[j], stories[i]);
        }

        var part = stories.Select((s, i) => (s, i)).ToDictionary(p => p.s, p => p.i % Parts);
        int PartOf(int story) => part.GetValueOrDefault(story, Parts);

        // What the headlines of the other parts teach.
        var words = Enumerable.Range(0, Parts + 1).Select(k => HeadlineWeights.Learn([.. set.Headlines.Where(h => part.TryGetValue(h.Story, out var p) && p != k)], LeastStories)).ToArray();
        var claims = set.Stories.ToDictionary(s => s.Key, s => StoryClaim.Of(s.Value));
        var signs = set.Stories.SelectMany(s => s.Value.Select(t => (t.Id, Signs: StanceSigns.Of(t, claims[s.Key], new DoubtWords(words[PartOf(s.Key)]))))).ToDictionary(p => p.Id, p => p.Signs, StringComparer.Ordinal);

        var labelled = set.Doubts.Keys.Where(id => set.IsTrain(set.StoryOf[id])).Order(StringComparer.Ordinal).ToArray();
        var sizes = labelled.CountBy(id => (set.StoryOf[id], set.Doubts[id])).ToDictionary();
        var trees = Enumerable.Range(0, Parts + 1).Select(k => Fit([.. labelled.Where(id => PartOf(set.StoryOf[id]) != k)], id => signs[id], id => set.Doubts[id], id => 1 / Math.Sqrt(sizes[(set.StoryOf[id], set.Doubts[id])]), StanceSigns.Names, OfArticles)).ToArray();
        var readers = trees.Select(t => new Trees(t.Select(r => r.ToArray()), StanceSigns.Names)).ToArray();
        var doubt = signs.ToDictionary(s => s.Key, s => readers[PartOf(set.StoryOf[s.Key])].Probability(s.Value), StringComparer.Ordinal);

        var places = set.Stories.SelectMany(s => s.Value.Select((t, i) => (t.Id, i))).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
        var doubts = set.Stories.ToDictionary(s => s.Key, s => s.Value.Select(t => doubt[t.Id]).ToArray());
        var kin = set.Stories.ToDictionary(s => s.Key, s => SideSigns.Kin(doubts[s.Key], (i, j) => set.Likeness[s.Key][i, j]));
        var pairs = set.Pairs.Where(p => places.ContainsKey(p.A) && places.ContainsKey(p.B)).ToArray();
        var sides = pairs.ToDictionary(p => p, p => SideSigns.Of(places[p.A], places[p.B], set.Likeness[p.Story][places[p.A], places[p.B]], doubts[p.Story], kin[p.Story]));
        var ofStory = pairs.CountBy(p => p.Story).ToDictionary();
        var train = pairs.Where(p => set.IsTrain(p.Story)).ToArray();
        var sideTrees = Enumerable.Range(0, Parts + 1).Select(k => Fit([.. train.Where(p => PartOf(p.Story) != k)], p => sides[p], p => p.Opposed, p => 1 / Math.Sqrt(ofStory[p.Story]), SideSigns.Names, OfPairs)).ToArray();
        var judges = sideTrees.Select(t => new Trees(t.Select(r => r.ToArray()), SideSigns.Names)).ToArray();
        (double Score, bool Yes) Judged(StancePair p) => (judges[PartOf(p.Story)].Probability(sides[p]), p.Opposed);
        return new(
            words[Parts],
            trees[Parts],
            sideTrees[Parts],
            Figures([.. train.Select(Judged)]),
            Figures([.. pairs.Where(p => !set.IsTrain(p.Story)).Select(Judged)]),
            Figures([.. labelled.Select(id => (doubt[id], set.Doubts[id]))]).Auc);
    }

    private static List<List<string>> Fit<T>(T[] examples, Func<T, double[]> signs, Func<T, bool> yes, Func<T, double> weight, IReadOnlyList<string> names, BoostedTrees.Settings settings) =>
        BoostedTrees.Learn([.. examples.Select(signs)], [.. examples.Select(yes)], [.. examples.Select(weight)], names, settings);

    private static (double Auc, double F1) Figures((double Score, bool Yes)[] scored)
    {
        var (yes, no) = (scored.Count(s => s.Yes), scored.Count(s => !s.Yes));
        var (rank, before, best) = (0.0, 0, 0.0);
        var (tp, taken) = (yes, scored.Length);
        foreach (var tied in scored.GroupBy(s => s.Score).OrderBy(g => g.Key))
        {
            best = Math.Max(best, 2.0 * tp / (taken + yes));
            var (n, right) = (tied.Count(), tied.Count(s => s.Yes));
            rank += right * (before + 1 + before + n) / 2.0;
            (before, tp, taken) = (before + n, tp - right, taken - n);
        }

        return ((rank - (yes * (yes + 1) / 2.0)) / ((double)yes * no), best);
    }

    private static void Write(string file, string head, IEnumerable<string> rows)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var writer = new StreamWriter(file) { NewLine = "\n" };
        writer.WriteLine($"# {head}");
        foreach (var row in rows)
        {
            writer.WriteLine(row);
        }
    }
}

/// <summary>Two articles of one story, on opposite sides or on the same.</summary>
internal sealed record StancePair(string A, string B, bool Opposed, int Story);

/// <summary>A headline as a sentence, and whether it doubts.</summary>
internal sealed record StanceHeadline(StanceSentence Sentence, bool Doubts, int Story);
