using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Stemma.Web.Pages;

namespace Stemma.Web;

/// <summary>Which address shows which page. Every state of a page is an address.</summary>
internal static class PageRoutes
{
    public static void Map(WebApplication app, Shelf shelf)
    {
        var pages = app.MapGroup("").ExcludeFromDescription();
        pages.MapGet("/", (string? from) => Show<CasePage>(shelf.Desk, (nameof(CasePage.From), RowOf(from))));
        pages.MapGet("/ledger", (HttpRequest request) =>
        {
            var (desk, ask) = (shelf.Desk, AskOf(request));
            return Show<LedgerPage>(desk, (nameof(LedgerPage.Ask), ask), (nameof(LedgerPage.View), desk.View(ask)));
        });
        pages.MapGet("/ledger.csv", (HttpRequest request) =>
        {
            var desk = shelf.Desk;
            return Results.Text(string.Concat(LedgerCsv.Of(desk, desk.View(AskOf(request)).Found, $"{request.Scheme}://{request.Host}")), "text/csv; charset=utf-8");
        });
        pages.MapGet("/article/{id}", (string id) =>
        {
            var desk = shelf.Desk;
            return Show<ReaderPage>(desk, (nameof(ReaderPage.Article), desk.Case.Article(id)));
        });
        pages.MapGet("/article/{id}/original", (string id) =>
        {
            // As received, and as text: nothing of it runs.
            var original = shelf.Ask(l => l.Original(id));
            return Results.Text(original.Page.Content, "text/plain; charset=utf-8");
        });
        pages.MapGet("/accounts", (HttpRequest request) => Accounts(shelf.Desk, null, request));
        pages.MapGet("/accounts/{id}", (string id, HttpRequest request) => Accounts(shelf.Desk, id, request));
        pages.MapGet("/tree", (string? inferred, string? from) => Show<TreePage>(shelf.Desk, (nameof(TreePage.Inferred), inferred != "0"), (nameof(TreePage.From), RowOf(from))));
        pages.MapGet("/passage", (string a, string b) =>
        {
            var desk = shelf.Desk;
            return Show<PassagePage>(desk, (nameof(PassagePage.A), desk.Case.Article(a).Article.Id), (nameof(PassagePage.B), desk.Case.Article(b).Article.Id));
        });
        pages.MapGet("/timeline", (string? zoom, string? lane, string? from) => Show<TimelinePage>(
            shelf.Desk,
            (nameof(TimelinePage.Zoom), int.TryParse(zoom, NumberStyles.None, CultureInfo.InvariantCulture, out var z) ? Math.Clamp(z, 1, 16) : 1),
            (nameof(TimelinePage.Lane), lane is "happened" or "said" or "published" ? lane : null),
            (nameof(TimelinePage.From), RowOf(from))));
        pages.MapGet("/actors", () => Show<ActorsPage>(shelf.Desk));
        pages.MapGet("/actor/{id}", (string id, string? from) =>
        {
            var desk = shelf.Desk;
            return Show<ActorPage>(desk, (nameof(ActorPage.Actor), desk.Case.Actor(id) ?? throw new KeyNotFoundException($"No actor “{id}” in this case.")), (nameof(ActorPage.From), RowOf(from)));
        });
        pages.MapGet("/history", (string? from) => Show<HistoryPage>(shelf.Desk, (nameof(HistoryPage.From), RowOf(from))));
    }

    /// <summary>What the query of an address asks the ledger for.</summary>
    public static LedgerAsk AskOf(HttpRequest request)
    {
        var query = request.Query;
        return new LedgerAsk
        {
            Actor = Word("actor"),
            Act = Word("act"),
            Outlet = Word("outlet"),
            Article = Word("article"),
            Event = Word("event"),
            Voice = Word("voice"),
            State = Word("state"),
            Search = Word("search"),
            Ids = Word("ids"),
            Doubt = Word("doubt") is not null,
            From = RowOf(Word("from")),
        };

        string? Word(string name) => query[name].ToString() is { Length: > 0 } word ? word : null;
    }

    // A row past the end shows an empty table, never a fault.
    private static int RowOf(string? from) => int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : 0;

    private static RazorComponentResult Accounts(Desk desk, string? id, HttpRequest request) => Show<AccountsPage>(
        desk,
        (nameof(AccountsPage.Event), id is null ? desk.Overview.Told.FirstOrDefault() : desk.Case.Event(id) ?? throw new KeyNotFoundException($"No happening “{id}” in this case.")),
        (nameof(AccountsPage.By), request.Query["by"].ToString() is "outlets" or "origins" ? request.Query["by"].ToString() : "voices"),
        (nameof(AccountsPage.Differ), request.Query["differ"] == "1"));

    private static RazorComponentResult Show<TPage>(Shelf shelf)
        where TPage : IComponent => Show<TPage>(shelf.Desk);

    private static RazorComponentResult Show<TPage>(Desk desk, params (string Name, object? Value)[] parameters)
        where TPage : IComponent
    {
        var all = parameters.ToDictionary(p => p.Name, p => p.Value);
        all["Desk"] = desk;
        return new RazorComponentResult<TPage>(all);
    }
}
