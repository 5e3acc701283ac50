using System.Text.Json.Nodes;

namespace Stemma.Web.Pages;

/// <summary>How findings are put into words on a page: roles and relations, never verdicts.</summary>
internal static class Say
{
    public static string Act(Act act) => Views.Say.Act(act);

    /// <summary>What was done with the words, or was not: "reveals", "does not reveal".</summary>
    public static string Did(Statement statement) =>
        !statement.Negated ? Act(statement.Act) : $"does not {(statement.Act == Stemma.Act.Question ? "ask" : Kebab(statement.Act))}";

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

    /// <summary>An article's headline; where it has none, how it begins.</summary>
    public static string Title(Article article, int most = 90) => article.Title is { Length: > 0 } title ? title : Short(article.Text.AsSpan().TrimStart() is var text && text.IndexOfAny('\r', '\n') is >= 0 and var end ? text[..end].ToString() : text.ToString(), most);

    /// <summary>One telling of a point: its words, or the day they tell.</summary>
    public static string Told(Account account, int most = 150) =>
        account.Slot == Stemma.Slot.When && Edtf.IsDate(account.Value) ? Day(Edtf.Parse(account.Value)) : Quoted(Short(account.Value, most));

    /// <summary>Somebody's words against somebody's: whose, in which paper.</summary>
    public static string Whose(Case all, CaseStatement statement) =>
        statement.Statement.Voice == Voice.Outlet ? Views.StatementsView.SpeakerOf(all, statement) : $"{Views.StatementsView.SpeakerOf(all, statement)}, in {all.OutletOf(statement.Article)}";

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
