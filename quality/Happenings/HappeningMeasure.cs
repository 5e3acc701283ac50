using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Stemma.Articles;
using Stemma.Articles.Happenings;
using Stemma.Articles.Sentences;

namespace Stemma.Quality.Happenings;

/// <summary>Are happenings found, put together, and told with what, who, whom, where and how many?</summary>
/// <remarks>
/// ECB+ marks every action of a chosen sentence, states and sayings too, and links none to its parties: so it tells whether what is found is an action at all,
/// whether two mentions are rightly one, and whether a place is a place. Kind, standing, parties, means and figures are measured on sentences of our own (told.tsv).
/// </remarks>
internal sealed class HappeningMeasure : IMeasure
{
    private static readonly string[] Slots = ["kind", "status", "with", "who", "whom", "place", "precision", "figures"];

    public string Name => "happenings";

    public IReadOnlyList<Figure> Measure(string? data, string repository)
    {
        var figures = new List<Figure>();
        foreach (var half in (string[])["train", "dev"])
        {
            var file = data is null ? null : Path.Combine(data, "events", $"ecbplus-{half}.jsonl.gz");
            if (file is not null && File.Exists(file))
            {
                figures.AddRange(Ecb($"happenings.ecb-{half}", file));
            }
        }

        figures.AddRange(Told("happenings.told", Path.Combine(repository, "quality", "Happenings", "told.tsv")));
        figures.AddRange(Told("happenings.told-second", Path.Combine(repository, "quality", "Happenings", "told-second.tsv")));
        return figures;
    }

    private static IEnumerable<Figure> Ecb(string name, string file)
    {
        int found = 0, actions = 0, places = 0, placesRight = 0, marked = 0, markedFound = 0;
        var (gold, said) = (new Dictionary<string, string>(), new Dictionary<string, string>());
        foreach (var row in StoryMeasure.Rows(file))
        {
            var text = (string)row["text"]!;
            var id = (string)row["id"]!;
            var map = CodePoints.Of(text);
            var read = Read(text);
            var acts = Spans(row["events"]!, map);
            var locations = Spans(new JsonArray([.. row["entities"]!.AsArray().Where(e => (string)e!["type"]! == "LOC").Select(e => e!.DeepClone())]), map);
            foreach (var happening in read.Events)
            {
                foreach (var span in (happening.Mentions ?? []).Select(m => m.Span).Append(happening.Span))
                {
                    found++;
                    actions += acts.Exists(a => span.Overlaps(a.Span)) ? 1 : 0;
                }

                places += happening.Places.Count;
                placesRight += happening.Places.Count(p => locations.Exists(l => p.Span.Overlaps(l.Span)));
            }

            // The words that tell it, each with the tightest of our mentions around it.
            var prose = ProseReader.Read(text, []);
            foreach (var trigger in Triggers.In(prose).Select(t => prose.Tokens[t.First].Span))
            {
                var ours = read.Events.SelectMany(e => (e.Mentions ?? []).Select(m => m.Span).Append(e.Span).Select(s => (Event: e.Id, Span: s.Hull)))
                    .Where(m => m.Span.Contains(trigger)).OrderBy(m => m.Span.Length).Select(m => m.Event).FirstOrDefault();
                if (ours is not null && acts.Find(a => a.Span.Overlaps(trigger)) is { Id: not null } act)
                {
                    said[$"{id} {act.Id}"] = $"{id} {ours}";
                    gold[$"{id} {act.Id}"] = $"{id} {act.Chain}";
                }
            }

            marked += locations.Count;
            markedFound += locations.Count(l => read.Events.Any(e => e.Places.Any(p => p.Span.Overlaps(l.Span))));
        }

        yield return new Figure($"{name}.is-action", 100.0 * actions / found, $"{found} mentions found whose words overlap a marked action");
        yield return new Figure($"{name}.is-place", 100.0 * placesRight / places, $"{places} places of happenings; {markedFound} of {marked} marked places reached");
        yield return new Figure($"{name}.together.B3", 100 * StoryMeasure.B3(gold, said).F, string.Create(CultureInfo.InvariantCulture, $"{gold.Count} marked actions that our words tell, within each document"));
    }

    private static IEnumerable<Figure> Told(string name, string file)
    {
        var (right, found, wanted) = (Slots.ToDictionary(s => s, _ => 0), Slots.ToDictionary(s => s, _ => 0), Slots.ToDictionary(s => s, _ => 0));
        var rows = File.ReadLines(file).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')).ToList();
        foreach (var row in rows)
        {
            var read = Read(row[0]);
            var happening = read.Events.FirstOrDefault(e => e.Kind == row[1]) ?? (read.Events.Count == 1 ? read.Events[0] : null);
            Count("kind", row[1], happening?.Kind is { } kind ? [kind] : []);
            Count("status", row[2], happening is null ? [] : [happening.Status.ToString().ToLowerInvariant()]);
            Count("with", row[3], happening?.With.Select(w => w.Words) ?? []);
            Count("who", row[4], happening?.Who.Select(Name) ?? []);
            Count("whom", row[5], happening?.Whom.Select(Name) ?? []);
            Count("place", row[6], happening?.Places.OrderBy(p => p.Precision).Take(1).Select(p => p.Name) ?? []);
            Count("precision", row[7], happening?.Places.OrderBy(p => p.Precision).Take(1).Select(p => p.Precision.ToString().ToLowerInvariant()) ?? []);
            Count("figures", row[8] == "-" ? "-" : $"{row[8]}-{row[9]} {row[10]}", happening?.Quantities.Select(q => $"{Bound(q.Low)}-{Bound(q.High)} {q.Of ?? "-"}") ?? []);

            string Name(string actor) => read.Actors.Single(a => a.Id == actor).Name;

            void Count(string slot, string gold, IEnumerable<string> told)
            {
                var all = told.ToList();
                var hit = gold != "-" && all.Exists(t => t.Equals(gold, StringComparison.OrdinalIgnoreCase) || (slot is "who" or "whom" && t.Contains(gold, StringComparison.OrdinalIgnoreCase)));
                wanted[slot] += gold == "-" ? 0 : 1;
                found[slot] += all.Count > 0 ? 1 : 0;
                right[slot] += hit ? 1 : 0;
                if (!hit && (gold != "-" || all.Count > 0) && Environment.GetEnvironmentVariable("STEMMA_SHOW") is { Length: > 0 })
                {
                    Console.WriteLine($"{slot}: {gold} / {string.Join(" + ", all)}   {row[0]}");
                }
            }
        }

        foreach (var slot in Slots)
        {
            yield return new Figure($"{name}.{slot}.F1", DateScore.F1(right[slot], found[slot], wanted[slot]), $"{right[slot]} right of {found[slot]} told, {wanted[slot]} to tell; {rows.Count} sentences of our own");
        }

        static string Bound(decimal? bound) => bound?.ToString("0.##", CultureInfo.InvariantCulture) ?? "..";
    }

    private static ArticleFindings Read(string text) =>
        ArticleReader.Read(new RawPage { File = "", Original = Encoding.UTF8.GetBytes(text), Sha256 = "", Form = PageForm.Text, Content = text, Said = new Said { Published = "2031-05-07" } });

    private static List<(string Id, string Chain, Spans Span)> Spans(JsonNode mentions, CodePoints map) =>
        [.. mentions.AsArray().Select(m => ((string)m!["id"]!, (string)m["chain"]!, Stemma.Spans.Create([.. m["span"]!.AsArray().Select(s => map.ToUtf16(new TextSpan((int)s![0]!, (int)s[1]!)))])))];
}
