using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Stemma.Views;
using Stemma.Web.Pages;

namespace Stemma.Web;

/// <summary>The JSON twin of every page, in the objects of the contract, described by OpenAPI at /openapi/v1.json.</summary>
internal static class JsonRoutes
{
    // What one answer holds of a list; an actor comes with every place it is named in, so fewer.
    private const int MostRows = 200, MostActors = 50;

    public static void Map(WebApplication app, Shelf shelf, AddingDesk adding)
    {
        var api = app.MapGroup("/api");
        api.MapGet("/case", (string? from) =>
        {
            var (all, at) = (shelf.Desk.Case, PageRoutes.RowOf(from));
            return Json(new JsonObject
            {
                ["name"] = all.Name,
                ["from"] = at,
                ["counts"] = new JsonObject { ["articles"] = all.Articles.Count, ["origins"] = all.Reading.Origins.Count, ["statements"] = shelf.Desk.Kept.Count, ["answers"] = all.Reading.Answers.Count },
                ["articles"] = Array(ExportLines.Articles(all, at, MostRows)),
                ["origins"] = Array(all.Reading.Origins.Skip(at).Take(MostRows).Select(o => ExportLines.Typed("origin", o))),
                ["answers"] = Array(all.Reading.Answers.Skip(at).Take(MostRows).Select(a => ExportLines.Typed("answer", a))),
                ["orphans"] = new JsonArray([.. all.Orphans.Select(o => JsonValue.Create(o))]),
                ["refusals"] = Array(all.Refusals.Select(r => new JsonObject { ["file"] = r.File, ["message"] = r.Message })),
            });
        }).WithName("case").WithSummary("What the case holds: articles, origins, who was accused and answered, what needs a look. Lists go by 200 rows from “from”; “counts” says how many there are.");

        api.MapGet("/statements", (HttpRequest request) =>
        {
            var desk = shelf.Desk;
            var ask = PageRoutes.AskOf(request);
            var view = desk.View(ask);
            return Json(new JsonObject
            {
                ["count"] = view.Count,
                ["from"] = ask.From,
                ["statements"] = Array(view.Rows(ask.From, MostRows).Select(s => ExportLines.Statement(desk.Case, s))),
            });
        }).WithName("statements").WithSummary("Who said what; the same questions as the ledger page: actor, act, outlet, article, event, account, same, origin, voice, state, search, ids, doubt, from; 200 rows.");

        api.MapGet("/articles", (HttpRequest request) =>
        {
            var desk = shelf.Desk;
            var ask = PageRoutes.ArticlesOf(request);
            var found = ask.Of(desk);
            return Json(new JsonObject { ["count"] = found.Count, ["from"] = ask.From, ["articles"] = new JsonArray([.. found.Skip(ask.From).Take(MostRows).Select(a => JsonValue.Create(a.Article.Id))]) });
        }).WithName("articles").WithSummary("Which articles a number counts: account, silent, event, actor, origin, same, missing (outlet or day), from.");

        api.MapGet("/articles/{id}", (string id) =>
        {
            var desk = shelf.Desk;
            return Results.Text(FindingsJson.Line(desk.Case.Article(id)), "application/json; charset=utf-8");
        }).WithName("article").WithSummary("What one article says by itself, positions in code points of its text.");

        api.MapGet("/articles/{id}/readings", (string id) =>
        {
            var diff = shelf.Ask(l => ReadingDiff.Of(l.Earlier(id) ?? throw new KeyNotFoundException($"No newer reader found otherwise in “{id}”."), l.Machine(id)));
            return Results.Text(JsonSerializer.Serialize(diff, FindingsJson.Options), "application/json; charset=utf-8");
        }).WithName("readings").WithSummary("What a newer reader found otherwise in an article than the one before.");

        api.MapGet("/articles/{id}/versions", (string id) =>
        {
            var desk = shelf.Desk;
            var versions = desk.VersionsOf(desk.Case.Article(id).Article.Id);
            return Json(new JsonObject
            {
                ["versions"] = new JsonArray([.. versions.Select(v => JsonValue.Create(v.Article.Id))]),
                ["revisions"] = Array(desk.RevisionsOf(id).Select(r => new JsonObject { ["version"] = r.Version, ["article"] = r.Article, ["before"] = r.Before, ["edits"] = Array(r.Edits.Select(e => ExportLines.Edit(desk.Case, e))) })),
            });
        }).WithName("versions").WithSummary("The same page at different times, and what was added, dropped or reworded, sentence by sentence, with the claims in it.");

        api.MapGet("/articles/{id}/original", (string id) =>
        {
            var original = shelf.Ask(l => l.Original(id));
            return Json(new JsonObject { ["file"] = original.Page.File, ["came"] = original.Came, ["sha256"] = original.Page.Sha256, ["bytes"] = original.Page.Original.Length, ["content"] = original.Page.Content });
        }).WithName("original").WithSummary("An article as it came.");

        api.MapGet("/passages", (string a, string b) =>
        {
            var desk = shelf.Desk;
            return Json(new JsonObject { ["passages"] = Array(desk.Shared(desk.Case.Article(a).Article.Id, desk.Case.Article(b).Article.Id).Select(p => ExportLines.Passage(desk.Case, p))) });
        }).WithName("passages").WithSummary("The words two articles (a, b) share, and what changed on the way.");

        api.MapGet("/accounts", (string? @event, string? from) =>
        {
            var (desk, at) = (shelf.Desk, PageRoutes.RowOf(from));
            var all = desk.Case;
            var accounts = @event is null ? all.Reading.Accounts : [.. desk.AccountsOf(@event)];
            var disputes = @event is null ? all.Reading.Disputes.Where(d => d.Confidence >= Desk.ShownFrom) : desk.DisputesAbout(@event).OrderBy(d => d.Id, StringComparer.Ordinal);
            return Json(new JsonObject
            {
                ["from"] = at,
                ["counts"] = new JsonObject { ["events"] = @event is null ? all.Reading.Events.Count : 1, ["accounts"] = accounts.Count, ["disputes"] = disputes.Count() },
                ["events"] = Array((@event is null ? all.Reading.Events.Skip(at).Take(MostRows) : all.Event(@event) is { } one ? [one] : []).Select(e => ExportLines.Event(all, e))),
                ["accounts"] = Array(accounts.Skip(at).Take(MostRows).Select(a => ExportLines.Typed("account", a))),
                ["disputes"] = Array(disputes.Skip(at).Take(MostRows).Select(d => ExportLines.Dispute(all, d))),
            });
        }).WithName("accounts").WithSummary("Competing accounts by happening and slot, with those who are silent, and the disputes; of one happening with “event”, else 200 rows from “from”.");

        api.MapGet("/claims/{id}", (string id) =>
        {
            var desk = shelf.Desk;
            var statement = desk.Case.Statement(id) ?? throw new KeyNotFoundException($"No statement “{id}” in this case.");
            var way = ClaimWay.Of(desk, statement);
            return Json(new JsonObject
            {
                ["statements"] = new JsonArray([.. way.Statements.Select(s => JsonValue.Create(s.Statement.Id))]),
                ["hands"] = Array(way.Steps.Select(s => new JsonObject { ["from"] = s.From, ["to"] = s.To, ["relation"] = s.Relation, ["kind"] = s.Stated ? "stated" : "inferred", ["overlap"] = s.Overlap, ["words"] = s.Words, ["address"] = s.Link })),
            });
        }).WithName("claim").WithSummary("The hands one claim went through: witness or document, spokesperson, agency, outlets.");

        api.MapGet("/tree", (string? from) =>
        {
            var (all, at) = (shelf.Desk.Case, PageRoutes.RowOf(from));
            return Json(new JsonObject
            {
                ["from"] = at,
                ["counts"] = new JsonObject { ["hops"] = all.Reading.Hops.Count, ["passages"] = all.Reading.Passages.Count, ["origins"] = all.Reading.Origins.Count },
                ["hops"] = Array(all.Reading.Hops.Skip(at).Take(MostRows).Select(h => ExportLines.Hop(all, h))),
                ["passages"] = Array(all.Reading.Passages.Skip(at).Take(MostRows).Select(p => ExportLines.Passage(all, p))),
                ["origins"] = Array(all.Reading.Origins.Skip(at).Take(MostRows).Select(o => ExportLines.Typed("origin", o))),
            });
        }).WithName("tree").WithSummary("The family tree of copies: hops stated and inferred, shared passages, origins; 200 rows of each from “from”.");

        api.MapGet("/timeline", (string? from) => Json(new JsonObject
        {
            ["from"] = PageRoutes.RowOf(from),
            ["count"] = shelf.Desk.Marks.Count,
            ["marks"] = Array(shelf.Desk.Marks.Skip(PageRoutes.RowOf(from)).Take(MostRows).Select(m => new JsonObject { ["edtf"] = m.Moment.Edtf, ["lane"] = m.Lane, ["label"] = m.Label, ["words"] = m.Words, ["address"] = m.Link })),
        })).WithName("timeline").WithSummary("When it happened, when it was said, when it was published.");

        api.MapGet("/actors", (string? from) =>
        {
            var (all, at) = (shelf.Desk.Case, PageRoutes.RowOf(from));
            return Json(new JsonObject { ["from"] = at, ["count"] = all.Reading.Actors.Count, ["actors"] = Array(all.Reading.Actors.Skip(at).Take(MostActors).Select(a => ExportLines.Actor(all, a))) });
        }).WithName("actors").WithSummary("Everybody who speaks or is spoken of, with every name and where it stands; 50 from “from”.");

        api.MapGet("/actors/{id}", (string id) =>
        {
            var all = shelf.Desk.Case;
            return Json(ExportLines.Actor(all, all.Actor(id) ?? throw new KeyNotFoundException($"No actor “{id}” in this case.")));
        }).WithName("actor").WithSummary("One of them.");

        api.MapGet("/adding/{id}", (string id) => adding.Find(id) is { } a
            ? Json(new JsonObject { ["bytes"] = a.Bytes, ["done"] = a.Done, ["added"] = a.Added, ["known"] = a.Known, ["refused"] = a.Refused, ["finished"] = a.Finished, ["fault"] = a.Fault, ["says"] = Pages.AddingPage.Progress(a) })
            : throw new KeyNotFoundException("What was handed in is no longer remembered; the case has it.")).WithName("adding").WithSummary("How far the reading of what was handed in has come.");

        api.MapGet("/history", () => Results.Text("{\"corrections\":[" + string.Join(',', shelf.Desk.Case.Log) + "]}", "application/json; charset=utf-8"))
            .WithName("history").WithSummary("People's corrections, first to last, byte for byte as logged.");
    }

    private static IResult Json(JsonObject all) => Results.Text(all.ToJsonString(FindingsJson.Options), "application/json; charset=utf-8");

    private static JsonArray Array(IEnumerable<JsonObject> all) => new([.. all]);
}
