using System.IO.Compression;
using System.Text.Json.Nodes;
using Stemma.Articles.Actors;
using Stemma.Articles.Sentences;

namespace Stemma.Quality;

/// <summary>Is the right speaker found where the source's words are given? PolNeAR dev, double-read gold; names are compared as in score/attributes.py.</summary>
/// <remarks>The spans are gold's, so these figures speak of the Actors room alone; through the whole program see the attributes measure.</remarks>
internal sealed class SpeakerMeasure : IMeasure
{
    private static readonly HashSet<string> Pronouns = ["i", "me", "my", "you", "your", "he", "him", "his", "she", "her", "hers", "it", "its", "we", "us", "our", "they", "them", "their"];

    public string Name => "speaker";

    public IReadOnlyList<Figure> Measure(string? data, string repository)
    {
        var file = data is null ? "" : Path.Combine(data, "attribution", "attributes-dev.jsonl");
        if (!File.Exists(file))
        {
            return [];
        }

        var labels = File.ReadLines(file).Select(l => JsonNode.Parse(l)!).ToDictionary(r => (string)r["id"]!, r => r["statements"]!.AsArray().ToDictionary(s => (string)s!["attribution"]!, s => ((string?)s!["actor"], (string)s["actorKind"]!)));
        var (all, pronouns, sure) = (new List<bool>(), new List<bool>(), new List<(double Share, bool Right)>());
        foreach (var row in Lines(Path.Combine(data!, "attribution", "dev.jsonl.gz")).Where(r => labels.ContainsKey((string)r["id"]!)))
        {
            var text = (string)row["text"]!;
            var map = CodePoints.Of(text);
            Spans Span(JsonNode attribution, string name) => [.. attribution[name]!.AsArray().Select(s => map.ToUtf16(new TextSpan((int)s![0]!, (int)s[1]!)))];
            var statements = row["attributions"]!.AsArray().Select(a => new Statement { Id = (string)a!["id"]!, Form = Form.Indirect, Source = Span(a, "source"), Cue = Span(a, "cue"), Content = Span(a, "content"), Confidence = 1, Rule = "gold" }).ToList();
            var reading = ActorReader.Read(ProseReader.Read(text, []), new Article { Id = "x", File = "x", Sha256 = "", Text = text }, statements);
            var names = reading.Actors.ToDictionary(a => a.Id, a => a.Name);
            foreach (var statement in reading.Statements)
            {
                if (!labels[(string)row["id"]!].TryGetValue(statement.Id, out var gold))
                {
                    continue;
                }

                var right = SpeakerNames.Same(statement.Actor is { } id ? names[id] : null, gold.Item1, gold.Item2);
                all.Add(right);
                if (Pronouns.Contains(statement.Source.Of(text).Trim().ToLowerInvariant()))
                {
                    pronouns.Add(right);
                }

                if (statement.ActorConfidence is { } share)
                {
                    sure.Add((share, right));
                }
            }
        }

        return
        [
            new("speaker.gold-spans", 100.0 * all.Count(r => r) / all.Count, $"{all.Count(r => r)} of {all.Count}; goal 90"),
            new("speaker.gold-spans.pronouns", 100.0 * pronouns.Count(r => r) / pronouns.Count, $"{pronouns.Count(r => r)} of {pronouns.Count}; goal 82"),
            new("speaker.calibration", 100 * (1 - CalibrationError(sure)), "1 - expected calibration error, goal 95; right of so many that said so: " + string.Join(", ", sure.GroupBy(s => Math.Min(9, (int)(s.Share * 10))).OrderBy(g => g.Key).Select(g => $".{g.Key} {g.Count(s => s.Right)}/{g.Count()}"))),
        ];
    }

    private static double CalibrationError(List<(double Share, bool Right)> sure) =>
        sure.GroupBy(s => Math.Min(9, (int)(s.Share * 10))).Sum(g => Math.Abs(g.Sum(s => s.Share) - g.Count(s => s.Right))) / sure.Count;

    internal static IEnumerable<JsonNode> Lines(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            yield return JsonNode.Parse(line)!;
        }
    }
}
