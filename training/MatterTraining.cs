using System.Globalization;
using System.Text.Json.Nodes;
using Stemma.Corpus.Accounts.Notes;
using Stemma.Corpus.Stories;

namespace Stemma.Training;

/// <summary>How do the likenesses of two notes add up to "of one matter"? Makes note-matter.tsv of Accounts/Notes/Data from authored pairs.</summary>
/// <remarks>
/// Of one matter: the two notes of a pair, but for those that are told as unrelated. Strangers: a note beside the second notes of other pairs of its pen.
/// Prints how many disputes of a pen left out pass the bar at which one stranger in so many does, and what real openings do that nothing is learned from: of FNC-1 train articles of one story, and of unlabelled news laid side by side at random.
/// </remarks>
internal sealed class MatterTraining : ITraining
{
    private const double Ridge = 1;
    private const int Rounds = 400;

    // Strangers a note, and how far apart they stand in the file (prime to its length or not: each is another pair).
    private const int Strangers = 12;
    private const int Step = 17;

    public string Name => "matters";

    private sealed record Pair(string Pen, bool Dispute, bool One, double[] Signs);

    public void Train(string data, string repository) => Train(data, repository, new Dictionary<string, string>());

    public void Train(string data, string repository, IReadOnlyDictionary<string, string> options)
    {
        var pairs = NoteTraining.Pens(data, repository).SelectMany(file => Read([.. File.ReadLines(file).Select(l => JsonNode.Parse(l)!)], Path.GetFileNameWithoutExtension(file))).ToList();
        var directions = NoteMatter.Marked.Select(m => (int?)(m[0] == '+' ? 1 : -1)).ToList();
        var told = new List<(Pair Pair, double Sum)>();
        foreach (var pen in pairs.Select(p => p.Pen).Distinct(StringComparer.Ordinal))
        {
            var weights = Learn(pairs.Where(p => p.Pen != pen), directions);
            told.AddRange(pairs.Where(p => p.Pen == pen).Select(p => (p, NoteMatter.Sum(weights, p.Signs))));
        }

        var strangers = told.Where(t => !t.Pair.One).Select(t => t.Sum).Order().ToList();
        Console.WriteLine($"matters: {pairs.Count(p => p.One)} pairs of one matter, {strangers.Count} of strangers; a pen left out");
        var learned = Learn(pairs, directions);
        var (sides, news) = FoundNotes.Matters(data);
        var (same, random) = (sides.ConvertAll(s => NoteMatter.Sum(learned, s)), news.ConvertAll(s => NoteMatter.Sum(learned, s)));
        foreach (var share in new[] { 0.1, 0.05, 0.02, 0.01, 0.003, 0.001 })
        {
            var bar = strangers[(int)(strangers.Count * (1 - share))];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {share:P1} of strangers pass {bar:F2}: disputes {told.Where(t => t.Pair.Dispute).Average(t => t.Sum >= bar ? 1.0 : 0):F3} ({string.Join(", ", told.Where(t => t.Pair.Dispute).GroupBy(t => t.Pair.Pen).Select(g => $"{g.Key} {g.Average(t => t.Sum >= bar ? 1.0 : 0):F2}"))}); FNC-1 openings of one story {same.Average(s => s >= bar ? 1.0 : 0):F3} of {same.Count}, of news at random {random.Average(s => s >= bar ? 1.0 : 0):F4} of {random.Count}"));
        }

        using var writer = new StreamWriter(Path.Combine(repository, "src", "Stemma", "Corpus", "Accounts", "Notes", "Data", "note-matter.tsv")) { NewLine = "\n" };
        writer.WriteLine("# Sign, then its weight for \"of one matter\". Learned by `training matters` on authored pairs (training/Disputes, typed-dev); no word of them is in it.");
        foreach (var (name, weight) in NoteMatter.Names.Append("begin").Zip(learned))
        {
            writer.WriteLine($"{name}\t{weight.ToString("F4", CultureInfo.InvariantCulture)}");
        }
    }

    /// <summary>The signs of two articles as a case asks them; null where either is longer than a note.</summary>
    public static double[]? SignsOf(ArticleFindings one, ArticleFindings other)
    {
        var (first, last) = (new StorySketch(StoryKey.Of(one)), new StorySketch(StoryKey.Of(other)));
        return NoteMatter.SignsOf(one, other, StoryScore.Of(first, last), StorySketch.Cosine(first, last));
    }

    private static double[] Learn(IEnumerable<Pair> pairs, IReadOnlyList<int?> directions) =>
        DirectedLogistic.Learn([.. pairs.Select(p => new DirectedLogistic.Example([p.Signs], p.One))], directions, Ridge, Rounds);

    private static IEnumerable<Pair> Read(List<JsonNode> rows, string pen)
    {
        var notes = rows.ConvertAll(NoteTraining.FindingsOf);
        foreach (var (i, row) in rows.Index())
        {
            var relation = (string)row["relation"]!;
            if (relation != "unrelated" && SignsOf(notes[i][0], notes[i][1]) is { } own)
            {
                yield return new(pen, relation is "denies" or "contradicts", true, own);
            }

            foreach (var j in Enumerable.Range(1, Strangers).Select(k => (i + (k * Step)) % rows.Count).Where(j => j != i))
            {
                if (SignsOf(notes[i][0], notes[j][1]) is { } signs)
                {
                    yield return new(pen, false, false, signs);
                }
            }
        }
    }
}
