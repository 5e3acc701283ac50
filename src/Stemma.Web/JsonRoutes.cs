using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Stemma.Views;
using Stemma.Web.Pages;

namespace Stemma.Web;

/// <summary>The JSON twin of every page, in the objects of the contract, described by OpenAPI at /openapi/v1.json.</summary>
internal static class JsonRoutes
{
    private const int MostRows = 1000;

    public static void Map(WebApplication app, Shelf shelf)
    {
        var api = app.MapGroup("/api");
        api.MapGet("/case", () =>
        {
            var all = shelf.Desk.Case;
            return Json(new JsonObject
            {
                ["name"] = all.Name,
                ["articles"] = Array(ExportLines.Articles(all)),
                ["origins"] = Array(all.Reading.Origins.Select(o => ExportLines.Typed("origin", o))),
                ["answers"] = Array(all.Reading.Answers.Select(a => ExportLines.Typed("answer", a))),
                ["orphans"] = new JsonArray([.. all.Orphans.Select(o => JsonValue.Create(o))]),
                ["refusals"] = Array(all.Refusals.Select(r => new JsonObject { ["file"] = r.File, ["message"] = r.Message })),
            });
        }).WithName("case").WithSummary("What the case holds: articles, origins, who was accused and answered, what needs a look.");

        api.MapGet("/statements", (HttpRequest request) =>
        {
            var desk = shelf.Desk;
            var ask = PageRoutes.AskOf(request);
            var found = desk.View(ask).Found;
            return Json(new JsonObject
            {
                ["count"] = found.Count,
                ["from"] = ask.From,
                ["statements"] = Array(found.Skip(ask.From).Take(MostRows).Select(s => ExportLines.Statement(desk.Case, s))),
            });
        }).WithName("statements").WithSummary("Who said what; the same questions as the ledger page: actor, act, outlet, article, event, voice, state, search, ids, doubt, from.");

        api.MapGet("/articles/{id}", (string id) =>
        {
            var desk = shelf.Desk;
            return Results.Text(FindingsJson.Line(desk.Case.Article(id)), "application/json; charset=utf-8");
        }).WithName("article").WithSummary("What one article says by itself, positions in code points of its text.");

        api.MapGet("/accounts", (string? @event) =>
        {
            var all = shelf.Desk.Case;
            return Json(new JsonObject
            {
                ["events"] = Array(all.Reading.Events.Where(e => @event is null || e.Id == @event).Select(e => ExportLines.Event(all, e))),
                ["accounts"] = Array(all.Reading.Accounts.Where(a => @event is null || a.Event == @event).Select(a => ExportLines.Typed("account", a))),
                ["disputes"] = Array(all.Reading.Disputes.Where(d => d.Confidence >= 0.5).Select(d => ExportLines.Dispute(all, d))),
            });
        }).WithName("accounts").WithSummary("Competing accounts by happening and slot, with those who are silent, and the disputes.");

        api.MapGet("/tree", () =>
        {
            var all = shelf.Desk.Case;
            return Json(new JsonObject
            {
                ["hops"] = Array(all.Reading.Hops.Select(h => ExportLines.Hop(all, h))),
                ["passages"] = Array(all.Reading.Passages.Select(p => ExportLines.Passage(all, p))),
                ["origins"] = Array(all.Reading.Origins.Select(o => ExportLines.Typed("origin", o))),
            });
        }).WithName("tree").WithSummary("The family tree of copies: hops stated and inferred, shared passages, origins.");

        api.MapGet("/timeline", () => Json(new JsonObject
        {
            ["marks"] = Array(shelf.Desk.Marks.Select(m => new JsonObject { ["edtf"] = m.Moment.Edtf, ["lane"] = m.Lane, ["label"] = m.Label, ["words"] = m.Words, ["address"] = m.Link })),
        })).WithName("timeline").WithSummary("When it happened, when it was said, when it was published.");

        api.MapGet("/actors", () =>
        {
            var all = shelf.Desk.Case;
            return Json(new JsonObject { ["actors"] = Array(all.Reading.Actors.Select(a => ExportLines.Actor(all, a))) });
        }).WithName("actors").WithSummary("Everybody who speaks or is spoken of, with every name and where it stands.");

        api.MapGet("/history", () => Results.Text("{\"corrections\":[" + string.Join(',', shelf.Desk.Case.Log) + "]}", "application/json; charset=utf-8"))
            .WithName("history").WithSummary("People's corrections, first to last, byte for byte as logged.");
    }

    private static IResult Json(JsonObject all) => Results.Text(all.ToJsonString(FindingsJson.Options), "application/json; charset=utf-8");

    private static JsonArray Array(IEnumerable<JsonObject> all) => new([.. all]);
}
