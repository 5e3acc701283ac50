using System.Text.Json;

namespace Stemma.Quality;

/// <summary>The truth about a made copy tree, as truth.jsonl tells it. Positions are code points.</summary>
public sealed class ReuseTruth
{
    public sealed record Segment(int Begin, int End, string Uid, string Kind, string Level);

    public sealed record Change(string What, string Words, string Child, string Parent, int Begin, int End);

    public sealed record Family(string Id, IReadOnlyList<string> Articles, int Origins);

    public Dictionary<string, IReadOnlyList<Segment>> Segments { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, IReadOnlyList<string>> Origins { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, List<string>> Parents { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, bool> Findable { get; } = new(StringComparer.Ordinal);

    public HashSet<(string, string)> Pairs { get; } = [];

    public List<Change> Changes { get; } = [];

    public List<Family> Families { get; } = [];

    public static ReuseTruth Read(string file)
    {
        var truth = new ReuseTruth();
        foreach (var line in File.ReadLines(file))
        {
            using var row = JsonDocument.Parse(line);
            truth.Add(row.RootElement);
        }

        return truth;
    }

    private void Add(JsonElement row)
    {
        string Text(string name) => row.GetProperty(name).GetString()!;
        List<string> List(string name) => [.. row.GetProperty(name).EnumerateArray().Select(x => x.GetString()!)];
        switch (Text("type"))
        {
            case "article":
                Segments[Text("id")] = [.. row.GetProperty("segments").EnumerateArray()
                    .Select(s => new Segment(s[0].GetInt32(), s[1].GetInt32(), s[2].GetString()!, s[3].GetString()!, s[4].GetString()!))];
                Origins[Text("id")] = List("origins");
                break;
            case "edge":
                if (!Parents.TryGetValue(Text("child"), out var parents))
                {
                    Parents.Add(Text("child"), parents = []);
                }

                parents.Add(Text("parent"));
                Findable[Text("child")] = Findable.GetValueOrDefault(Text("child"), true) && row.GetProperty("identifiable").GetBoolean();
                break;
            case "pair":
                Pairs.Add((Text("a"), Text("b")));
                break;
            case "change":
                var from = row.GetProperty("from")[0];
                Changes.Add(new(Text("what"), Text("words"), Text("child"), Text("parent"), from[0].GetInt32(), from[1].GetInt32()));
                break;
            case "family":
                Families.Add(new(Text("id"), List("articles"), row.GetProperty("origins").GetInt32()));
                break;
        }
    }
}
