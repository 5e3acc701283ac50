using System.Text.Json;
using System.Text.Json.Nodes;

namespace Stemma.Ledger;

/// <summary>How what a store keeps is written down: lines of JSON with positions in code points, each of its own article's text.</summary>
public static class LedgerJson
{
    /// <param name="positions">From an article's identifier to how its positions are counted.</param>
    public static string Write(PairFindings pair, Func<string, CodePoints> positions) =>
        JsonSerializer.Serialize(Moved(pair, (article, spans) => Outside(positions(article), spans)), FindingsJson.Options);

    public static PairFindings ReadPair(string line, Func<string, CodePoints> positions) =>
        Moved(JsonSerializer.Deserialize<PairFindings>(line, FindingsJson.Options)!, (article, spans) => Inside(positions(article), spans));

    public static string Write(Overlaid layer)
    {
        using (FindingsJson.Positions(layer.Shown.Article.Text))
        {
            return new JsonObject
            {
                ["shown"] = FindingsJson.Line(layer.Shown),
                ["states"] = JsonSerializer.SerializeToNode(new SortedDictionary<string, StatementState>(layer.States.ToDictionary(), StringComparer.Ordinal), FindingsJson.Options),
                ["rejected"] = JsonSerializer.SerializeToNode(layer.Rejected, FindingsJson.Options),
                ["orphans"] = JsonSerializer.SerializeToNode(layer.Orphans, FindingsJson.Options),
            }.ToJsonString(FindingsJson.Options);
        }
    }

    public static Overlaid ReadOverlaid(string line)
    {
        var all = JsonNode.Parse(line)!.AsObject();
        var shown = FindingsJson.ReadLine(all["shown"]!.GetValue<string>());
        using (FindingsJson.Positions(shown.Article.Text))
        {
            return new Overlaid(
                shown,
                all["states"].Deserialize<Dictionary<string, StatementState>>(FindingsJson.Options)!,
                all["rejected"].Deserialize<List<Statement>>(FindingsJson.Options)!,
                all["orphans"].Deserialize<List<string>>(FindingsJson.Options)!);
        }
    }

    /// <summary>Positions in code points.</summary>
    public static Spans Outside(CodePoints map, Spans spans) => ReferenceEquals(map, CodePoints.Same) ? spans : [.. spans.Select(map.FromUtf16)];

    /// <summary>Positions in UTF-16 units.</summary>
    public static Spans Inside(CodePoints map, Spans spans) => ReferenceEquals(map, CodePoints.Same) ? spans : [.. spans.Select(map.ToUtf16)];

    private static PairFindings Moved(PairFindings pair, Func<string, Spans, Spans> move) => pair with
    {
        Passages = [.. pair.Passages.Select(p => p with { From = Moved(p.From, move), To = Moved(p.To, move) })],
        Disputes = [.. pair.Disputes.Select(d => d with { Spans = [.. d.Spans.Select(s => Moved(s, move))] })],
    };

    private static ArticleSpan Moved(ArticleSpan place, Func<string, Spans, Spans> move) => place with { Span = move(place.Article, place.Span) };
}
