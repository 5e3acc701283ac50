using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Stemma.Articles;
using Stemma.Articles.Attribution;
using Stemma.Articles.Attribution.Tagger;
using Stemma.Articles.Sentences;
using Stemma.Quality.Attribution;

namespace Stemma.Quality.Attributes;

/// <summary>Is who is meant, what they do, how sure and on what read rightly? Held against attributes-dev.jsonl; counts as score/attributes.py does.</summary>
/// <remarks>
/// "attributes" is the whole reader on the statements it finds; "attributes.given" describes the annotated spans, so nothing but the description is asked.
/// Evidence is partly learned from this very set: its honest figure is the one `training facts` prints.
/// </remarks>
public sealed class AttributesMeasure : IMeasure
{
    private sealed record Label(string? Actor, string Kind, string Act, bool Negated, IReadOnlyList<SortedSet<int>> Hedges, string Evidence, IReadOnlyList<string> Via);

    public string Name => "attributes";

    public IReadOnlyList<Figure> Measure(string? data, string repository)
    {
        var folder = data is null ? null : Path.Combine(data, "attribution");
        if (folder is null || !File.Exists(Path.Combine(folder, "attributes-dev.jsonl")))
        {
            return [];
        }

        var labels = File.ReadLines(Path.Combine(folder, "attributes-dev.jsonl")).Select(l => JsonNode.Parse(l)!).ToDictionary(r => (string)r["id"]!, r => r["statements"]!.AsArray());
        var (whole, given) = (new Score(), new Score());
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(folder, "dev.jsonl.gz")), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            var row = JsonNode.Parse(line)!;
            if (!labels.TryGetValue((string)row["id"]!, out var statements))
            {
                continue;
            }

            var text = (string)row["text"]!;
            var (points, grid) = (CodePoints.Of(text), new Grid(text));
            Spans Of(JsonNode? n) => [.. n!.AsArray().Select(s => points.ToUtf16(new TextSpan((int)s![0]!, (int)s[1]!)))];
            var byId = statements.ToDictionary(s => (string)s!["attribution"]!, s => new Label(
                (string?)s!["actor"], (string)s["actorKind"]!, (string)s["act"]!, (bool)s["negated"]!,
                [.. s["hedges"]!.AsArray().Select(h => grid.Touched([points.ToUtf16(new TextSpan((int)h![0]!, (int)h[1]!))]))], (string)s["evidence"]!, [.. s["via"]!.AsArray().Select(v => (string)v!)]));
            var gold = row["attributions"]!.AsArray().Select(a => (Id: (string)a!["id"]!, Tagged: new TaggedAttribution(Of(a["source"]), Of(a["cue"]), Of(a["content"]), 1)))
                .Select(a => (a.Id, a.Tagged, Words: Relation.Of(grid, a.Tagged.Source, a.Tagged.Cue, a.Tagged.Content))).Where(a => !a.Words.IsEmpty).ToList();

            var findings = ArticleReader.Read(new RawPage { File = "", Original = Encoding.UTF8.GetBytes(text), Sha256 = "", Form = PageForm.Text, Content = text, Said = new Said() });
            Add(whole, grid, [.. findings.Statements.Where(s => s.Voice == Voice.Reported)], findings.Actors, gold, byId);
            Add(given, grid, AttributionReader.Describe(ProseReader.Read(text, []), gold.Select(g => g.Tagged)), [], gold, byId);
        }

        return [.. whole.Figures("attributes", speakers: true), .. given.Figures("attributes.given", speakers: false)];
    }

    private static void Add(Score score, Grid grid, IReadOnlyList<Statement> found, IReadOnlyList<Actor> actors, List<(string Id, TaggedAttribution Tagged, Relation Words)> gold, Dictionary<string, Label> labels)
    {
        score.Gold += labels.Count;
        var relations = found.Select(s => Relation.Of(grid, s.Source, s.Cue, s.Content)).ToList();
        foreach (var (i, j) in Relation.Pair(relations, [.. gold.Select(g => g.Words)]))
        {
            if (!labels.TryGetValue(gold[j].Id, out var label) || !relations[i].SharesContent(gold[j].Words, .5))
            {
                continue;
            }

            var s = found[i];
            score.Aligned++;
            var actor = actors.FirstOrDefault(a => a.Id == s.Actor);
            score.Speakers.Add((SpeakerNames.Same(actor?.Name, label.Actor, label.Kind), gold[j].Words.Source.Count == 1 && SpeakerNames.IsPronoun(grid[gold[j].Words.Source.Min].Of(grid.Text))));
            score.Acts += s.Act.ToString().Equals(label.Act, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
            score.Evidence += s.Evidence.Basis.ToString().Equals(label.Evidence, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
            score.Negated.Add(s.Negated && label.Negated ? 1 : 0, s.Negated ? 1 : 0, label.Negated ? 1 : 0);
            var hedges = s.Hedges.Select(h => grid.Touched(h.Span)).ToList();
            score.Hedges.Add(Matched(hedges, label.Hedges, (p, g) => Relation.Dice(p, g) >= .5 - 1e-9), hedges.Count, label.Hedges.Count);
            var via = s.Via.Select(v => v.Name).ToList();
            score.Via.Add(Matched(via, label.Via, (p, g) => SpeakerNames.Same(p, g, "organisation")), via.Count, label.Via.Count);
        }
    }

    private static int Matched<T>(IEnumerable<T> found, IEnumerable<T> gold, Func<T, T, bool> same)
    {
        var left = gold.ToList();
        var hits = 0;
        foreach (var f in found)
        {
            var at = left.FindIndex(g => same(f, g));
            if (at >= 0)
            {
                left.RemoveAt(at);
                hits++;
            }
        }

        return hits;
    }

    private sealed class Counts
    {
        private int _hits;
        private int _found;
        private int _gold;

        public double F1 => _found + _gold == 0 ? 0 : 200.0 * _hits / (_found + _gold);

        public string Note => string.Create(CultureInfo.InvariantCulture, $"{_hits} hits, {_found} found, {_gold} in gold");

        public void Add(int hits, int found, int gold) => (_hits, _found, _gold) = (_hits + hits, _found + found, _gold + gold);
    }

    private sealed class Score
    {
        public int Gold { get; set; }

        public int Aligned { get; set; }

        public int Acts { get; set; }

        public int Evidence { get; set; }

        public List<(bool Right, bool Pronoun)> Speakers { get; } = [];

        public Counts Negated { get; } = new();

        public Counts Hedges { get; } = new();

        public Counts Via { get; } = new();

        public IEnumerable<Figure> Figures(string name, bool speakers)
        {
            var all = Math.Max(1, Aligned);
            yield return new Figure($"{name}.coverage", 100.0 * Aligned / Math.Max(1, Gold), string.Create(CultureInfo.InvariantCulture, $"{Aligned} of {Gold} met; the rest speaks of these"));
            if (speakers)
            {
                yield return new Figure($"{name}.speaker", 100.0 * Speakers.Count(s => s.Right) / all, "two machine readings agree at 94");
                yield return new Figure($"{name}.speaker.pronoun", 100.0 * Speakers.Count(s => s is { Right: true, Pronoun: true }) / Math.Max(1, Speakers.Count(s => s.Pronoun)));
            }

            yield return new Figure($"{name}.act", 100.0 * Acts / all, "two machine readings agree at 97");
            yield return new Figure($"{name}.evidence", 100.0 * Evidence / all, "partly learned from this set; on unseen parts see `training facts`");
            yield return new Figure($"{name}.negated.F1", Negated.F1, Negated.Note);
            yield return new Figure($"{name}.hedges.F1", Hedges.F1, Hedges.Note);
            yield return new Figure($"{name}.via.F1", Via.F1, Via.Note);
        }
    }
}
