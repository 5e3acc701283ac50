using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Stemma.Corpus;
using Stemma.Corpus.Reuse;

namespace Stemma.Bench;

/// <summary>Copies among many articles: `bench reuse articles.jsonl [how many]`; the file is what make_copies.py --scale writes.</summary>
/// <remarks>Keys, index, candidates, alignment, then the whole case's trees. Reading the file is not timed; stores are not part of it.</remarks>
public sealed class ReuseStage : IStage
{
    private const int Block = 10_000;

    public string Name => "reuse";

    public string Question => "How long does it take to find the copies among so many articles, and does one more cost more than the one before?";

    public void Run(string[] args)
    {
        var most = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : int.MaxValue;
        var past = new Past();
        var copies = new ReuseIndex();
        var wordings = new Dictionary<string, Wording>(StringComparer.Ordinal);
        var pairs = new List<PairFindings>();
        var all = new Stopwatch();
        var lap = Clock.Spent;
        var count = 0;
        Clock.Say($"{"articles",10} {"s so far",9} {"µs cpu/article",14} {"pairs",9} {"memory MB",10}");
        foreach (var article in Articles(args[0]).Take(most))
        {
            all.Start();
            var keys = new ArticleKeys(article.Article.Id, ++count, ReuseKeys.Of(article), []);
            foreach (var other in copies.Candidates(article.Article.Id, keys.Reuse))
            {
                var ordered = string.CompareOrdinal(article.Article.Id, other) < 0;
                var (one, two) = (Words(article), Words(past.Findings(other)));
                if ((ordered ? Copies.Shared(article.Article.Id, one, other, two) : Copies.Shared(other, two, article.Article.Id, one)) is not { Count: > 0 } passages)
                {
                    continue;
                }

                pairs.Add(new() { First = ordered ? article.Article.Id : other, Second = ordered ? other : article.Article.Id, Passages = passages });
            }

            copies.Add(keys.Article, keys.Reuse);
            past.Kept.Add(article.Article.Id, article);
            all.Stop();
            if (count % Block == 0)
            {
                Clock.Say($"{count,10} {all.Elapsed.TotalSeconds,9:F1} {(Clock.Spent - lap).TotalMicroseconds / Block,14:F0} {pairs.Count,9} {Environment.WorkingSet >> 20,10}");
                lap = Clock.Spent;
            }
        }

        Wording Words(ArticleFindings findings)
        {
            // As many as the corpus has at hand.
            if (wordings.Count > 512)
            {
                wordings.Clear();
            }

            return wordings.TryGetValue(findings.Article.Id, out var known) ? known : wordings[findings.Article.Id] = Wording.Of(findings);
        }

        Clock.Say($"compared: {count} articles in {all.Elapsed.TotalSeconds:F1} s, {pairs.Count} pairs");
        all.Start();
        var reading = ReuseReader.Read([.. past.Kept.Values], pairs, []);
        Clock.Say($"and read: {all.Elapsed.TotalSeconds:F1} s in all ({Clock.Spent.TotalSeconds:F1} s of processor time), {reading.Hops.Count} hops, {reading.Origins.Count} origins, {Environment.WorkingSet >> 20} MB");
        var truth = Path.Combine(Path.GetDirectoryName(args[0])!, "truth.jsonl");
        if (File.Exists(truth))
        {
            var edges = File.ReadLines(truth).Select(line => JsonDocument.Parse(line).RootElement)
                .Select(e => (Child: e.GetProperty("child").GetString()!, Parent: e.GetProperty("parent").GetString()!)).Where(e => past.Kept.ContainsKey(e.Child)).ToList();
            var found = pairs.SelectMany(p => new[] { (p.First, p.Second), (p.Second, p.First) }).ToHashSet();
            Clock.Say($"true edges whose two articles were paired: {edges.Count(found.Contains)} of {edges.Count}");
        }
    }

    private static IEnumerable<ArticleFindings> Articles(string file)
    {
        foreach (var line in File.ReadLines(file))
        {
            using var row = JsonDocument.Parse(line);
            var root = row.RootElement;
            yield return new ArticleFindings
            {
                Reader = "file",
                Article = new Article
                {
                    Id = root.GetProperty("id").GetString()!,
                    File = "",
                    Sha256 = "",
                    Outlet = root.GetProperty("outlet").GetString(),
                    Text = root.GetProperty("text").GetString()!,
                },
                Published = new Publication(Edtf.Parse(root.GetProperty("published").GetString()!), PublicationSource.Metadata, Spans.None, ""),
            };
        }
    }

    private sealed class Past : IPast
    {
        public Dictionary<string, ArticleFindings> Kept { get; } = new(StringComparer.Ordinal);

        public IEnumerable<ArticleKeys> Keys(long after) => [];

        public ArticleFindings Findings(string article) => Kept[article];
    }
}
