using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Stemma.Articles;
using Stemma.Corpus.Accounts.Notes;
using Stemma.Corpus.Stories;

namespace Stemma.Training;

/// <summary>How do the signs of two clauses of two notes add up to "these cannot both hold", on which point, and to "this rejects that"? Makes note-weights.tsv of Accounts/Notes/Data from authored pairs.</summary>
/// <remarks>
/// Pairs: our own in training/Disputes and, as for longer texts, the 200 of shared/data/accounts (typed-dev).
/// And pairs of openings found in the news (<see cref="FoundNotes"/>), none of them taken for a dispute: what authored pairs teach does not hold of found ones by itself.
/// Of a dispute the clauses that hold its marked words stand for it; of another pair every clause. Pairs of one pen resemble each other in more than their matter, so
/// what to expect is said for a tenth left out, for a pen left out and for all pens of one time left out; only the last two tell of texts by others.
/// Options: `--pairs DIR` other pairs than training/Disputes, `--errors yes` lists what is missed, `--curve yes` learns on parts of the pairs,
/// `--without PEN` writes weights that have not seen that pen and measures nothing: for a blind look by `quality accounts`; throw them away.
/// </remarks>
internal sealed class NoteTraining : ITraining
{
    // What a sign says for any point, and for one beyond that. Pens left out, 1 to 3 are level for both; 10 for the second is a point of precision worse.
    private const double RidgeOfAny = 2;
    private const double RidgeOfOne = 2;
    private const int Rounds = 150;

    // Denials are told from rival tellings on disputes alone, and looked up only where a dispute is found.
    private const double RidgeOfKinds = 5;
    private const int RoundsOfKinds = 200;

    // Precision first. A pen left out, .72, .78 and .82 show .85, .86 and .87 right at recall .50, .42 and .35; the 200 not learned from, through the whole program, stay at .90 down to
    // here. Among many notes of one matter more is asked (ManyNotes).
    private const double ShownFrom = 0.73;

    // Pairs found in the news are many and easy. A pen left out: at 0, .1, .3 and 1 of their weight, from where precision on authored pairs is .82, recall is .32, .37, .32, .25
    // and of 3,441 found pairs 309, 85, 30 and 12 are shown.
    private const double FoundWeight = 0.3;

    // Written at a time of their own each; all other pens wrote side by side.
    private static readonly string[] Earlier = ["pairs", "typed-dev"];

    // Openings of unlabelled news.
    private const string Found = "found";

    public string Name => "notes";

    private sealed record Pair(string Id, string Shape, string Relation, string? Slot, string Pen, List<(bool Marked, double[] Signs)> Clauses)
    {
        public bool Dispute => Relation is "denies" or "contradicts";

        public double[][] Marked => [.. Clauses.Where(c => c.Marked).Select(c => c.Signs)];
    }

    public void Train(string data, string repository) => Train(data, repository, new Dictionary<string, string>());

    public void Train(string data, string repository, IReadOnlyDictionary<string, string> options)
    {
        var pairs = Pens(data, repository, options.GetValueOrDefault("pairs"))
            .SelectMany(file => File.ReadLines(file).Select(l => Read(JsonNode.Parse(l)!, Path.GetFileNameWithoutExtension(file)))).Where(p => p.Clauses.Count > 0 && (!p.Dispute || p.Marked.Length > 0)).ToList();
        var found = FoundNotes.Read(data).Select(p => new Pair(p.Id, "found", "unrelated", null, Found, [.. p.Clauses.Select(c => (false, c))])).ToList();
        var pens = pairs.Select(p => p.Pen).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        Console.WriteLine($"notes: {pairs.Count} pairs by {pens.Count} pens, {pairs.Count(p => p.Dispute)} in dispute, {NoteSigns.Names.Length} signs");
        Console.WriteLine($"notes: {found.Count} pairs found in the news, taken for harmless");
        pairs.AddRange(found);
        if (options.ContainsKey("curve"))
        {
            foreach (var count in new[] { 377, 750, pairs.Count })
            {
                Say($"a tenth left out, of {count}", [.. pairs.Index().OrderBy(p => p.Index * 7919 % pairs.Count).Take(count).Select(p => p.Item)], (_, i) => i % 10);
            }

            return;
        }

        if (options.TryGetValue("without", out var pen))
        {
            Write(pairs.FindAll(p => p.Pen != pen), repository);
            return;
        }

        // Found pairs are left out part by part with the pens.
        Say("the pens of one time left out", pairs, (p, i) => p.Pen == Found ? (i % 3) - 1 : Array.IndexOf(Earlier, p.Pen));
        SayKinds(pairs, Say("a pen left out", pairs, (p, i) => p.Pen == Found ? i % pens.Count : pens.IndexOf(p.Pen), options.ContainsKey("errors")));
        Write(pairs, repository);
        SaySides(data, Learn(pairs));
    }

    /// <summary>The files of authored pairs, one a pen.</summary>
    public static IEnumerable<string> Pens(string data, string repository, string? folder = null) =>
        Directory.GetFiles(folder ?? Path.Combine(repository, "training", "Disputes"), "*.jsonl").Order(StringComparer.Ordinal).Append(Path.Combine(data, "accounts", "typed-dev.jsonl"));

    // Real openings that nothing was learned from: those of one side that are shown are false alarms, but for rumours that differ in a figure or a day.
    private static void SaySides(string data, double[][] weights)
    {
        var sides = FoundNotes.OfSides(data).Select(s => (s.Opposed, Score: NoteWeights.Dispute([s.Pair.Clauses.Max(c => NoteWeights.Sum(PointLogistic.Sums(weights, c)))]))).ToList();
        foreach (var least in new[] { 0.6, ShownFrom, 0.8, 0.85 })
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"notes, openings of FNC-1 train articles, from {least:F2} shown: {sides.Count(s => !s.Opposed && s.Score >= least)} of {sides.Count(s => !s.Opposed)} from one side, {sides.Count(s => s.Opposed && s.Score >= least)} of {sides.Count(s => s.Opposed)} from opposite ones"));
        }
    }

    private static double[][] Learn(IEnumerable<Pair> pairs) =>
        PointLogistic.Learn([.. pairs.Select(p => new PointLogistic.Example(p.Dispute ? p.Marked : [.. p.Clauses.Select(c => c.Signs)], p.Dispute ? Array.IndexOf(NoteSlots.Slots, SlotOf(p.Slot!)) : -1, p.Pen == Found ? FoundWeight : 1))],
            NoteSlots.Slots.Length, NoteSigns.Directions, RidgeOfAny, RidgeOfOne, Rounds);

    // One question about disputes: which of their marked clauses say yes. A rejection is told by its words, not by what it is about.
    private static double[] LearnKind(IEnumerable<Pair> pairs, Func<Pair, bool> yes) =>
        DirectedLogistic.Learn([.. pairs.Where(p => p.Dispute).Select(p => new DirectedLogistic.Example(p.Marked, yes(p)))], [.. NoteSigns.Names.Select(n => n.StartsWith("company-", StringComparison.Ordinal) ? null : (int?)0)], RidgeOfKinds, RoundsOfKinds);

    private static void Write(List<Pair> pairs, string repository)
    {
        var (points, denies) = (Learn(pairs), LearnKind(pairs, p => p.Relation == "denies"));
        points[^1] = [.. points[^1].Select(begin => begin - Math.Log(ShownFrom / (1 - ShownFrom)))];
        using var writer = new StreamWriter(Path.Combine(repository, "src", "Stemma", "Corpus", "Accounts", "Notes", "Data", "note-weights.tsv")) { NewLine = "\n" };
        writer.WriteLine($"# Sign, then its weight for each question ({string.Join(", ", NoteWeights.Questions)}). Learned by `training notes` on authored pairs (training/Disputes, typed-dev) and openings found in the news; no word of them is in it.");
        foreach (var (i, name) in NoteSigns.Names.Append("begin").Index())
        {
            writer.WriteLine($"{name}\t{string.Join('\t', points[i].Append(denies[i]).Select(w => w.ToString("F4", CultureInfo.InvariantCulture)))}");
        }
    }

    // Every two clauses are weighed by weights that have not seen the pair's group; a pair is as likely as its likeliest clauses.
    private static List<double[][]> Say(string how, List<Pair> pairs, Func<Pair, int, int> group, bool errors = false)
    {
        var groups = pairs.Select(group).ToArray();
        var weights = groups.Distinct().ToDictionary(g => g, g => Learn(pairs.Where((_, i) => groups[i] != g)));
        var clauses = pairs.Select((p, i) => p.Clauses.Select(c => PointLogistic.Sums(weights[groups[i]], c.Signs)).ToArray()).ToList();
        var sums = clauses.Select(c => c.Max(NoteWeights.Sum));
        var all = pairs.Zip(sums, (p, s) => (Pair: p, Score: 1 / (1 + Math.Exp(-s)))).ToList();
        var scored = all.Where(s => s.Pair.Pen != Found).ToList();
        Line($"notes, {how}", scored);
        var found = all.Where(s => s.Pair.Pen == Found).ToList();
        Console.WriteLine("    found: " + string.Join("; ", new[] { 0.6, ShownFrom, 0.8, 0.85, 0.9 }.Select(least => string.Create(CultureInfo.InvariantCulture, $"from {least:F2} {found.Count(f => f.Score >= least)} of {found.Count} shown"))));
        foreach (var pen in scored.GroupBy(s => s.Pair.Pen, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Line($"    {pen.Key}", [.. pen]);
        }

        Console.WriteLine("    shown: " + string.Join(", ", scored.GroupBy(p => p.Pair.Shape, StringComparer.Ordinal).OrderBy(g => g.First().Pair.Dispute).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count(p => p.Score >= ShownFrom)}/{g.Count()}")));
        foreach (var (pair, score) in scored.Where(s => errors && s.Pair.Dispute != s.Score >= ShownFrom).OrderBy(s => s.Pair.Dispute).ThenByDescending(s => s.Score))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(pair.Dispute ? "missed" : "wrong")}\t{pair.Id}\t{pair.Shape}\t{score:F2}"));
        }

        return clauses;
    }

    private static void Line(string how, List<(Pair Pair, double Score)> scored)
    {
        var (right, wrong) = (scored.Where(h => h.Pair.Dispute).Select(h => h.Score).ToList(), scored.Where(h => !h.Pair.Dispute).Select(h => h.Score).ToList());
        var area = right.Average(r => wrong.Average(w => r > w ? 1.0 : r == w ? 0.5 : 0));
        var at = new[] { 0.6, ShownFrom, 0.8, 0.85, 0.9 }.Select(least =>
        {
            var (tp, fp) = (right.Count(s => s >= least), wrong.Count(s => s >= least));
            return string.Create(CultureInfo.InvariantCulture, $"from {least:F2} P {(double)tp / Math.Max(1, tp + fp):F3} R {(double)tp / right.Count:F3}");
        });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{how}: AUC {area:F3}; {string.Join("; ", at)}"));
    }

    // Of pens left out, over all their disputes: most are not found, and what is true of those tells more than the few.
    private static void SayKinds(List<Pair> pairs, List<double[][]> points)
    {
        var disputes = pairs.Zip(points).Where(p => p.First.Dispute).ToList();
        var told = new List<(Pair Pair, bool Shown, string Slot, bool Denies)>();
        foreach (var pen in disputes.Select(d => d.First.Pen).Distinct(StringComparer.Ordinal))
        {
            var denies = LearnKind(disputes.Select(d => d.First).Where(p => p.Pen != pen), p => p.Relation == "denies");
            told.AddRange(disputes.Where(d => d.First.Pen == pen).Select(d =>
            {
                var best = d.Second.Index().MaxBy(s => NoteWeights.Sum(s.Item));
                return (d.First, NoteWeights.Dispute(best.Item) >= ShownFrom, Told(NoteSlots.Of(best.Item)), DirectedLogistic.Sum(denies, d.First.Clauses[best.Index].Signs) >= 0);
            }));
        }

        foreach (var (what, of) in new[] { ("all disputes", told), ("those shown", told.FindAll(t => t.Shown)) })
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"notes, a pen left out, {what}, {of.Count}: slot right {of.Average(t => Like(t.Slot) == Like(t.Pair.Slot!) ? 1.0 : 0):F3} (who and agent as one), denies or contradicts {of.Average(t => t.Denies == (t.Pair.Relation == "denies") ? 1.0 : 0):F3}"));
            Console.WriteLine("    " + string.Join(", ", of.GroupBy(t => t.Pair.Pen).Select(g => $"{g.Key} {g.Count(t => Like(t.Slot) == Like(t.Pair.Slot!))}/{g.Count()}")));
        }

        foreach (var slot in told.GroupBy(t => Like(t.Pair.Slot!), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Console.WriteLine($"    {slot.Key}, of {slot.Count()} named: {string.Join(", ", slot.GroupBy(t => Like(t.Slot), StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key} {g.Count()}"))}");
        }

        static string Like(string slot) => slot == "agent" ? "who" : slot;
    }

    private static Slot SlotOf(string told) => NoteSlots.Slots.First(s => Told(s) == told);

    private static string Told(Slot slot) => slot == Slot.HowMany ? "how-many" : slot.ToString().ToLowerInvariant();

    /// <summary>The two notes of an authored pair.</summary>
    public static ArticleFindings[] FindingsOf(JsonNode row) =>
        [.. new[] { "a", "b" }.Select((k, i) => ArticleReader.Read(new RawPage
        {
            File = k,
            Original = Encoding.UTF8.GetBytes((string)row[k]!["text"]!),
            Sha256 = k,
            Form = PageForm.Text,
            Content = (string)row[k]!["text"]!,
            Said = new Said { Outlet = (string)row[k]!["outlet"]!, Published = (string)row["published"]![i]! },
        }))];

    private static Pair Read(JsonNode row, string pen)
    {
        var findings = FindingsOf(row);
        var clauses = NoteDisputes.SignsBetween(findings[0], findings[1], StoryScore.Of(StoryKey.Of(findings[0]), StoryKey.Of(findings[1])))
            .Select(c => (Holds(row, "a", findings[0].Article.Text, c.First) && Holds(row, "b", findings[1].Article.Text, c.Second), c.Signs))
            .ToList();
        return new((string)row["id"]!, (string)row["shape"]!, (string)row["relation"]!, (string?)row["slot"], pen, clauses);
    }

    private static bool Holds(JsonNode row, string side, string text, TextSpan clause)
    {
        var map = CodePoints.Of(text);
        return row["spans"]![side]!.AsArray().Any(s => map.ToUtf16(new TextSpan((int)s![0]!, (int)s[1]!)).Overlaps(clause));
    }
}
