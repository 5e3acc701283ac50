using System.Text.Json.Nodes;
using Stemma.Articles.Actors;
using Stemma.Articles.Sentences;

namespace Stemma.Quality;

/// <summary>Which country is an actor of? PLOVER records, dev half; agrees with score/actors.py. The reading of place names is printed by `training metonymy`, on ten parts, because it is learned from what it would be measured on.</summary>
internal sealed class ActorMeasure : IMeasure
{
    public string Name => "actors";

    public IReadOnlyList<Figure> Measure(string? data, string repository)
    {
        var file = data is null ? "" : Path.Combine(data, "actors", "plover-dev.json");
        if (!File.Exists(file))
        {
            return [];
        }

        var (all, any, best, coded, right, none, left) = (0, 0, 0, 0, 0, 0, 0);
        foreach (var record in JsonNode.Parse(File.ReadAllText(file))!.AsArray())
        {
            var text = (string)record!["text"]!;
            var map = CodePoints.Of(text);
            var mentions = ActorReader.Read(ProseReader.Read(text, []), new Article { Id = "x", File = "x", Sha256 = "", Text = text }, []).Actors
                .SelectMany(a => a.Mentions.Select(m => (Span: m, a.Country))).ToList();
            foreach (var actor in record["actors"]!.AsArray())
            {
                var spans = actor!["spans"]!.AsArray().Select(s => map.ToUtf16(new TextSpan((int)s![0]!, (int)s[1]!))).ToList();
                var near = mentions.Select((m, k) => (Shared: m.Span.Sum(s => spans.Sum(x => Math.Max(0, Math.Min(s.End, x.End) - Math.Max(s.Begin, x.Begin)))), Size: m.Span.Sum(s => s.Length), m.Span[0].Begin, K: k, Country: m.Country ?? ""))
                    .Where(m => m.Shared > 0).OrderByDescending(m => m.Shared).ThenBy(m => m.Size).ThenBy(m => m.Begin).ThenBy(m => m.K).Select(m => m.Country).ToList();
                if ((string?)actor["country"] is not { } country)
                {
                    none++;
                    left += near.All(c => c.Length == 0) ? 1 : 0;
                    continue;
                }

                all++;
                any += near.Contains(country) ? 1 : 0;
                best += near.Count > 0 && near[0] == country ? 1 : 0;
                coded += near.Count(c => c.Length > 0);
                right += near.Count(c => c == country);
            }
        }

        return
        [
            new("actors.country.any", 100.0 * any / all, $"{any} of {all}; gazetteer 86.1, goal 93"),
            new("actors.country.best", 100.0 * best / all, $"{best} of {all}; goal 91"),
            new("actors.country.mentions", 100.0 * right / coded, "of the codes given, those that are right"),
            new("actors.country.left-alone", 100.0 * left / none, $"{left} of {none} bodies of no country"),
        ];
    }
}
