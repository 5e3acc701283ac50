using System.Text;
using System.Text.Json.Nodes;
using Stemma.Articles;
using Stemma.Corpus;

namespace Stemma.Quality;

/// <summary>Are disputes found, are they named right, are harmless pairs left alone? Typed pairs and FNC-1 article pairs; agrees with score/accounts.py.</summary>
/// <remarks>Typed pairs are read whole, as `stemma add` reads them; FNC bodies by their texts alone. With STEMMA_ERRORS=1 every miss is listed.</remarks>
internal sealed class AccountMeasure : IMeasure
{
    private const double Shown = 0.5;

    public string Name => "accounts";

    public IReadOnlyList<Figure> Measure(string? data, string repository)
    {
        var figures = new List<Figure>();
        if (data is not null && File.Exists(Path.Combine(data, "accounts", "typed-dev.jsonl")))
        {
            figures.AddRange(Typed(Path.Combine(data, "accounts", "typed-dev.jsonl")));
        }

        if (data is not null && File.Exists(Path.Combine(data, "accounts", "fnc-train-pairs.jsonl.gz")))
        {
            figures.AddRange(Fnc(Path.Combine(data, "accounts", "fnc-train-pairs.jsonl.gz")));
        }

        return figures;
    }

    private static IEnumerable<Figure> Typed(string file)
    {
        var (tp, fp, fn, slots) = (0, 0, 0, 0);
        var alarms = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var mistaken = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var recall = new SortedDictionary<string, (int Hit, int All)>(StringComparer.Ordinal);
        var scored = new List<(double Score, bool Dispute)>();
        foreach (var row in StoryMeasure.Rows(file))
        {
            var texts = new[] { "a", "b" }.Select((k, i) => Dated($"{row["id"]}-{k}", (string)row[k]!["text"]!, (string)row["published"]![i]!, (string)row[k]!["outlet"]!)).ToArray();
            var found = Pairs(texts).SelectMany(p => p.Disputes).ToList();
            var strong = found.Where(d => d.Relation is DisputeRelation.Denies or DisputeRelation.Contradicts).OrderByDescending(d => d.Confidence).FirstOrDefault();
            var gold = (string)row["relation"]! is "denies" or "contradicts";
            var shown = strong is { Confidence: >= Shown };
            var shape = (string)row["shape"]!;
            scored.Add((strong?.Confidence ?? 0, gold));
            (tp, fp, fn) = (tp + (gold && shown ? 1 : 0), fp + (!gold && shown ? 1 : 0), fn + (gold && !shown ? 1 : 0));
            if (gold)
            {
                var before = recall.GetValueOrDefault(shape);
                recall[shape] = (before.Hit + (shown ? 1 : 0), before.All + 1);
                if (shown && Like(strong!.Slot) != ((string?)row["slot"] == "agent" ? "who" : (string?)row["slot"]))
                {
                    var key = $"{row["slot"]} as {Like(strong.Slot)}";
                    mistaken[key] = mistaken.GetValueOrDefault(key) + 1;
                }

                slots += shown && Like(strong!.Slot) == ((string?)row["slot"] == "agent" ? "who" : (string?)row["slot"]) ? 1 : 0;
            }
            else if (shown)
            {
                alarms[shape] = alarms.GetValueOrDefault(shape) + 1;
            }

            if (Environment.GetEnvironmentVariable("STEMMA_ERRORS") == "1" && (gold != shown || (gold && Like(strong!.Slot) != ((string?)row["slot"] == "agent" ? "who" : (string?)row["slot"]))))
            {
                Console.WriteLine($"  {row["id"]} {shape} {row["relation"]}/{row["slot"]}: {(strong is null ? "nothing" : FormattableString.Invariant($"{strong.Relation} {strong.Slot} {strong.Confidence:F2} {strong.Reason}"))}");
                Console.WriteLine($"      a {row["a"]!["text"]}\n      b {row["b"]!["text"]}");
            }
        }

        yield return new("accounts.typed.P", tp + fp == 0 ? 0 : 100.0 * tp / (tp + fp), $"{tp} right, {fp} false alarms: {string.Join(", ", alarms.Select(a => $"{a.Key} {a.Value}"))}");
        yield return new("accounts.typed.R", 100.0 * tp / (tp + fn), string.Join(", ", recall.Select(r => $"{r.Key} {r.Value.Hit}/{r.Value.All}")));
        yield return new("accounts.typed.AUC", 100 * Auc(scored));
        yield return new("accounts.typed.slot", tp == 0 ? 0 : 100.0 * slots / tp, string.Join(", ", mistaken.Select(m => $"{m.Key} {m.Value}")));

        static string? Like(Slot? slot) => slot switch
        {
            Slot.Agent or Slot.Who => "who",
            Slot.HowMany => "how-many",
            { } s => s.ToString().ToLowerInvariant(),
            null => null,
        };
    }

    private static IEnumerable<Figure> Fnc(string file)
    {
        var rows = StoryMeasure.Rows(file).ToList();
        foreach (var split in new[] { "dev" })
        {
            var wanted = rows.Where(r => (string?)r["type"] == "pair" && (string?)r["split"] == split).ToList();
            var bodies = rows.Where(r => (string?)r["type"] == "body" && (string?)r["split"] == split).ToList();
            var scores = new Dictionary<(string, string), double>();
            foreach (var component in bodies.GroupBy(b => (int)b["component"]!))
            {
                foreach (var dispute in Disputes([.. component.Select(b => StoryMeasure.Bare((string)b["id"]!, (string)b["text"]!))]))
                {
                    var (a, b) = (dispute.Spans[0].Article, dispute.Spans[1].Article);
                    var pair = string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);
                    scores[pair] = Math.Max(scores.GetValueOrDefault(pair), dispute.Confidence);
                }
            }

            var scored = wanted.Select(p =>
            {
                var (a, b) = ((string)p["a"]!, (string)p["b"]!);
                return (Score: scores.GetValueOrDefault(string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a)), Dispute: (string)p["label"]! == "opposed");
            }).ToList();
            yield return new($"accounts.fnc-{split}.AUC", 100 * Auc(scored));
            var best = scored.Select(s => s.Score).Where(s => s > 0).Distinct().Select(t => (F: F1(scored, t), t)).DefaultIfEmpty().Max();
            yield return new($"accounts.fnc-{split}.F1", 100 * best.F, FormattableString.Invariant($"best, at {best.t:F3}"));
        }
    }

    private static double F1(List<(double Score, bool Dispute)> scored, double at)
    {
        var (tp, n, all) = (scored.Count(s => s.Score >= at && s.Dispute), scored.Count(s => s.Score >= at), scored.Count(s => s.Dispute));
        return tp == 0 ? 0 : 2.0 * tp / (n + all);
    }

    private static double Auc(List<(double Score, bool Dispute)> scored)
    {
        var (pos, neg) = (scored.Count(s => s.Dispute), scored.Count(s => !s.Dispute));
        var (rank, before) = (0.0, 0);
        foreach (var tied in scored.GroupBy(s => s.Score).OrderBy(g => g.Key))
        {
            var n = tied.Count();
            rank += tied.Count(s => s.Dispute) * (before + 1 + before + n) / 2.0;
            before += n;
        }

        return (rank - (pos * (pos + 1) / 2.0)) / ((double)pos * neg);
    }

    private static List<PairFindings> Pairs(IReadOnlyList<ArticleFindings> articles)
    {
        var past = new StoryMeasure.Kept();
        var reader = new CorpusReader(past);
        foreach (var article in articles)
        {
            past.Add(reader, article);
        }

        return past.Pairs;
    }

    // What the export of a case of these articles holds between two of them.
    private static IEnumerable<Dispute> Disputes(IReadOnlyList<ArticleFindings> articles)
    {
        var pairs = Pairs(articles);
        return CorpusReader.Read(articles, pairs).Disputes.Where(d => d.Relation is DisputeRelation.Denies or DisputeRelation.Contradicts && d.Spans[0].Article != d.Spans[1].Article);
    }

    private static ArticleFindings Dated(string id, string text, string day, string outlet) => ArticleReader.Read(new RawPage
    {
        File = id,
        Original = Encoding.UTF8.GetBytes(text),
        Sha256 = id,
        Form = PageForm.Text,
        Content = text,
        Said = new Said { Outlet = outlet, Published = day },
    });
}
