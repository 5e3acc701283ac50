using System.Text.Json;
using System.Text.Json.Nodes;

namespace Stemma.Views;

/// <summary>A case as lines of JSON, one object a line, each with its type: the contract's export, for other programs.</summary>
/// <remarks>Every span is in code points of its own article. Lines of one type stand together, in the order of the contract.</remarks>
public static class ExportLines
{
    public static IEnumerable<string> Of(Case all) => Objects(all).Select(o => o.ToJsonString(FindingsJson.Options)).Concat(Corrections(all));

    /// <summary>The same as objects, corrections left out: they are lines already.</summary>
    public static IEnumerable<JsonObject> Objects(Case all) => Articles(all)
        .Concat(all.Reading.Actors.Select(a => Actor(all, a)))
        .Concat(all.Reading.Statements.Select(s => Statement(all, s)))
        .Concat(all.Reading.Events.Select(e => Event(all, e)))
        .Concat(all.Reading.Passages.Select(p => Passage(all, p)))
        .Concat(all.Reading.Hops.Select(h => Hop(all, h)))
        .Concat(all.Reading.Origins.Select(o => Typed("origin", o)))
        .Concat(all.Reading.ClaimHops.Select(h => With(Typed("claim-hop", h), "evidence", Places(all, h.Evidence))))
        .Concat(all.Reading.Accounts.Select(a => Typed("account", a)))
        .Concat(all.Reading.Disputes.Select(d => Dispute(all, d)))
        .Concat(all.Reading.Turns.Select(t => Turn(all, t)));

    public static IEnumerable<JsonObject> Articles(Case all, int from = 0, int most = int.MaxValue)
    {
        var origins = all.Reading.Origins.SelectMany(o => o.Articles.Select(a => (Article: a, o.Id))).ToLookup(o => o.Article, o => o.Id);
        var revisions = all.Reading.Revisions.ToDictionary(r => r.Article, StringComparer.Ordinal);
        foreach (var findings in all.Articles.Skip(from).Take(most))
        {
            var article = findings.Article;
            var revision = revisions.GetValueOrDefault(article.Id);
            yield return new JsonObject
            {
                ["type"] = "article",
                ["id"] = article.Id,
                ["given"] = article.Given,
                ["outlet"] = article.Outlet,
                ["title"] = article.Title,
                ["byline"] = article.Byline,
                ["url"] = article.Url,
                ["published"] = findings.Published?.Moment.Edtf,
                ["story"] = all.Reading.Stories.TryGetValue(article.Id, out var story) ? story : null,
                ["origins"] = Strings(origins[article.Id]),
                ["sha256"] = article.Sha256,
                ["words"] = WordCount.Of(article.Text),
                ["version"] = revision?.Version ?? 1,
                ["versionOf"] = revision?.First,
                ["edits"] = new JsonArray([.. (revision?.Edits ?? []).Select(e => Edit(all, e))]),
            };
        }
    }

    /// <summary>What came, went or was worded anew since the version before.</summary>
    public static JsonObject Edit(Case all, Edit edit)
    {
        var line = JsonSerializer.SerializeToNode(edit, FindingsJson.Options)!.AsObject();
        line["before"] = edit.Before is { } before ? Place(all, before) : null;
        line["after"] = edit.After is { } after ? Place(all, after) : null;
        return line;
    }

    public static JsonObject Actor(Case all, CaseActor actor) => With(Typed("actor", actor), "aliases", new JsonArray(
        [.. actor.Aliases.Select(a => new JsonObject { ["words"] = a.Words, ["article"] = a.Article, ["span"] = Span(all, a.Article, a.Span) })]));

    public static JsonObject Statement(Case all, CaseStatement statement)
    {
        var text = all.Article(statement.Article).Article.Text;
        using (FindingsJson.Positions(all.Positions(statement.Article)))
        {
            var fields = JsonSerializer.SerializeToNode(statement.Statement, FindingsJson.Options)!.AsObject();
            var line = new JsonObject { ["type"] = "statement", ["id"] = statement.Statement.Id, ["article"] = statement.Article };
            foreach (var (name, value) in fields.Where(f => f.Key != "id").ToList())
            {
                fields.Remove(name);
                line[name] = value;
            }

            line["words"] = new JsonObject
            {
                ["source"] = statement.Statement.Source.Of(text),
                ["cue"] = statement.Statement.Cue.Of(text),
                ["content"] = statement.Statement.Content.Of(text),
            };
            line["state"] = JsonSerializer.SerializeToNode(statement.State, FindingsJson.Options);
            return line;
        }
    }

    public static JsonObject Event(Case all, CaseEvent happening) => With(Typed("event", happening), "mentions", new JsonArray(
        [.. happening.Mentions.Select(m => new JsonObject
        {
            ["article"] = m.Article,
            ["span"] = Span(all, m.Article, m.Span),
            ["status"] = JsonSerializer.SerializeToNode(m.Status, FindingsJson.Options),
        })]));

    public static JsonObject Passage(Case all, Passage passage) => With(With(Typed("passage", passage), "from", Place(all, passage.From)), "to", Place(all, passage.To));

    public static JsonObject Hop(Case all, Hop hop) => With(Typed("hop", hop), "evidence", Places(all, hop.Evidence));

    public static JsonObject Dispute(Case all, Dispute dispute) => With(Typed("dispute", dispute), "spans", Places(all, dispute.Spans));

    public static JsonObject Turn(Case all, Turn turn) => With(With(Typed("turn", turn), "before", Side(all, turn.Before)), "after", Side(all, turn.After));

    private static JsonObject Side(Case all, TurnSide side)
    {
        var line = Place(all, side.Words);
        line["statement"] = side.Statement;
        line["day"] = side.Day?.Edtf;
        return line;
    }

    public static IEnumerable<string> Corrections(Case all) => all.Log.Select(line => $"{{\"type\":\"correction\",{line.AsSpan(1)}");

    /// <summary>An object of the contract: its type first, then the noun's own fields.</summary>
    public static JsonObject Typed<T>(string type, T noun)
    {
        var fields = JsonSerializer.SerializeToNode(noun, FindingsJson.Options)!.AsObject();
        var line = new JsonObject { ["type"] = type };
        foreach (var (name, value) in fields.ToList())
        {
            fields.Remove(name);
            line[name] = value;
        }

        return line;
    }

    private static JsonObject With(JsonObject line, string field, JsonNode value)
    {
        line[field] = value;
        return line;
    }

    private static JsonArray Places(Case all, IEnumerable<ArticleSpan> places) => new([.. places.Select(p => Place(all, p))]);

    private static JsonObject Place(Case all, ArticleSpan place) => new() { ["article"] = place.Article, ["span"] = Span(all, place.Article, place.Span) };

    private static JsonNode Span(Case all, string article, Spans spans)
    {
        using (FindingsJson.Positions(all.Positions(article)))
        {
            return JsonSerializer.SerializeToNode(spans, FindingsJson.Options)!;
        }
    }

    private static JsonArray Strings(IEnumerable<string> all) => new([.. all.Select(s => JsonValue.Create(s))]);
}
