using System.Text.Json.Nodes;

namespace Stemma.Web.Pages;

/// <summary>How findings are put into words on a page: roles and relations, never verdicts.</summary>
internal static class Say
{
    public static string Act(Act act) => Views.Say.Act(act);

    public static string Slot(Slot? slot) => slot is { } point ? Views.Say.Slot(point) : "";

    public static string Relation(DisputeRelation relation, bool first = true) =>
        relation == DisputeRelation.Contradicts ? "tells it differently from" : Views.Say.Relation(relation, first);

    public static string Count(int n, string one, string? many = null) => Views.Say.Count(n, one, many);

    /// <summary>A word of an enumeration as the contract writes it.</summary>
    public static string Kebab<T>(T value)
        where T : struct, Enum => Views.Say.Word(value);

    /// <summary>Words short enough for a table cell.</summary>
    public static string Short(string words, int most = 160)
    {
        var line = words.ReplaceLineEndings(" ");
        if (line.Length <= most)
        {
            return line;
        }

        var cut = line.LastIndexOf(' ', most);
        cut = cut < most / 2 ? most : cut;
        return line[..(char.IsLowSurrogate(line[cut]) ? cut - 1 : cut)] + " …";
    }

    /// <summary>In quotation marks, unless the words bring their own.</summary>
    public static string Quoted(string words) => words is ['“' or '"' or '‘' or '«' or '„', ..] ? words : $"“{words}”";

    /// <summary>What stood or stands, out of a line of the log, in plain words.</summary>
    public static string Plain(JsonNode? node) => node switch
    {
        null => "nothing",
        JsonArray { Count: 0 } => "nothing",
        JsonArray all => string.Join("; ", all.Select(Plain)),
        JsonObject place when place["quote"]?["exact"] is { } words => Quoted(words.ToString()),
        JsonObject article when article["article"] is { } id => id.ToString(),
        JsonObject one when one.Count == 1 => Plain(one.First().Value),
        JsonObject all => string.Join(", ", all.Where(p => p.Value is not null && p.Key != "kind").Select(p => p.Key is "name" or "at" ? Plain(p.Value) : $"{p.Key}: {Plain(p.Value)}")),
        _ => node.ToString(),
    };

    /// <summary>A day as people read it; an interval as two.</summary>
    public static string Day(Moment? moment) => Views.Say.Day(moment);

    public static string Link(string path, params (string Name, string? Value)[] query)
    {
        var asked = query.Where(q => !string.IsNullOrEmpty(q.Value)).Select(q => $"{q.Name}={Uri.EscapeDataString(q.Value!)}").ToList();
        return asked.Count == 0 ? path : $"{path}?{string.Join('&', asked)}";
    }

    public static string Article(string id) => $"/article/{Uri.EscapeDataString(id)}";

    /// <summary>The address of a statement's words.</summary>
    public static string Words(CaseStatement statement) => $"{Article(statement.Article)}#{statement.Statement.Id}";
}
