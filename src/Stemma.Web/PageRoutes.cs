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
    public static void Map(WebApplication app, Shelf shelf, AddingDesk adding)
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
        pages.MapGet("/articles", (HttpRequest request) => Show<ArticlesPage>(shelf.Desk, (nameof(ArticlesPage.Ask), ArticlesOf(request))));
        pages.MapGet("/adding/{id}", (string id) => Show<AddingPage>(shelf.Desk, (nameof(AddingPage.Adding), adding.Find(id) ?? throw new KeyNotFoundException("What was handed in is no longer remembered; the case has it."))));
        pages.MapGet("/article/{id}", (string id) =>
        {
            var desk = shelf.Desk;
            return Show<ReaderPage>(desk, (nameof(ReaderPage.Article), desk.Case.Article(id)));
        });
        pages.MapGet("/article/{id}/versions", (string id) =>
        {
            var desk = shelf.Desk;
            return Show<VersionsPage>(desk, (nameof(VersionsPage.Article), desk.Case.Article(id)));
        });
        pages.MapGet("/article/{id}/readings", (string id) =>
        {
            var desk = shelf.Desk;
            var now = desk.Case.Article(id);
            return Show<ReadingsPage>(desk, (nameof(ReadingsPage.Article), now), (nameof(ReadingsPage.Diff), shelf.Ask(l => ReadingDiff.Of(l.Earlier(id) ?? throw new KeyNotFoundException($"No newer reader found otherwise in “{id}”."), l.Machine(id)))));
        });
        pages.MapGet("/article/{id}/original", (string id) =>
        {
            var desk = shelf.Desk;
            return Show<OriginalPage>(desk, (nameof(OriginalPage.Article), desk.Case.Article(id)), (nameof(OriginalPage.Original), shelf.Ask(l => l.Original(id))));
        });
        pages.MapGet("/article/{id}/original.txt", (string id) =>
        {
            // As received, and as text: nothing of it runs.
            var original = shelf.Ask(l => l.Original(id));
            return Results.Text(original.Page.Content, "text/plain; charset=utf-8");
        });
        pages.MapGet("/accounts", (HttpRequest request) => Accounts(shelf.Desk, null, request));
        pages.MapGet("/accounts/{id}", (string id, HttpRequest request) => Accounts(shelf.Desk, id, request));
        pages.MapGet("/tree", (string? inferred, string? from, string? correct, string? parent) => Show<TreePage>(
            shelf.Desk,
            (nameof(TreePage.Inferred), inferred != "0"),
            (nameof(TreePage.From), RowOf(from)),
            (nameof(TreePage.Correct), correct),
            (nameof(TreePage.Parent), parent)));
        pages.MapGet("/claim/{id}", (string id) =>
        {
            var desk = shelf.Desk;
            return Show<ClaimPage>(desk, (nameof(ClaimPage.Statement), desk.Case.Statement(id) ?? throw new KeyNotFoundException($"No statement “{id}” in this case; it may have been read anew.")));
        });
        pages.MapGet("/passage", (string a, string b) =>
        {
            var desk = shelf.Desk;
            return Show<PassagePage>(desk, (nameof(PassagePage.A), desk.Case.Article(a).Article.Id), (nameof(PassagePage.B), desk.Case.Article(b).Article.Id));
        });
        pages.MapGet("/timeline", (string? zoom, string? lane, string? at, string? on, string? from) => Show<TimelinePage>(
            shelf.Desk,
            (nameof(TimelinePage.Zoom), Math.Clamp(RowOf(zoom), 1, TimelinePage.MostZoom)),
            (nameof(TimelinePage.Lane), lane is "happened" or "said" or "published" ? lane : null),
            (nameof(TimelinePage.At), DateOnly.TryParseExact(at, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1 and < 9999 ? day : null),
            (nameof(TimelinePage.On), on),
            (nameof(TimelinePage.From), RowOf(from))));
        pages.MapGet("/actors", (string? from, string? kind) => Show<ActorsPage>(
            shelf.Desk,
            (nameof(ActorsPage.From), RowOf(from)),
            (nameof(ActorsPage.Kind), Enum.GetValues<ActorKind>().Where(k => Say.Kebab(k) == kind).Cast<ActorKind?>().FirstOrDefault())));
        pages.MapGet("/actor/{id}", (string id, string? from) =>
        {
            var desk = shelf.Desk;
            return Show<ActorPage>(desk, (nameof(ActorPage.Actor), desk.Case.Actor(id) ?? throw new KeyNotFoundException($"No actor “{id}” in this case.")), (nameof(ActorPage.From), RowOf(from)));
        });
        pages.MapGet("/history", (string? from) => Show<HistoryPage>(shelf.Desk, (nameof(HistoryPage.From), RowOf(from)), (nameof(HistoryPage.ReadOtherwise), shelf.ReadOtherwise)));
    }

    public static LedgerAsk AskOf(HttpRequest request) => AskOf(request.Query);

    /// <summary>What the query of an address asks the ledger for.</summary>
    public static LedgerAsk AskOf(IQueryCollection query)
    {
        return new LedgerAsk
        {
            Actor = Word("actor"),
            Act = Word("act"),
            Outlet = Word("outlet"),
            Article = Word("article"),
            Event = Word("event"),
            Account = Word("account"),
            Same = Word("same"),
            Origin = Word("origin"),
            Voice = Word("voice"),
            State = Word("state"),
            Search = Word("search"),
            Ids = Word("ids"),
            Doubt = Word("doubt") is not null,
            From = RowOf(Word("from")),
        };

        string? Word(string name) => query[name].ToString() is { Length: > 0 } word ? word : null;
    }

    /// <summary>What the query of an address asks the list of articles for.</summary>
    public static ArticleAsk ArticlesOf(HttpRequest request)
    {
        var query = request.Query;
        return new ArticleAsk { Account = Word("account"), Silent = Word("silent"), Event = Word("event"), Actor = Word("actor"), Origin = Word("origin"), Same = Word("same"), Missing = Word("missing"), From = RowOf(Word("from")) };

        string? Word(string name) => query[name].ToString() is { Length: > 0 } word ? word : null;
    }

    // A row past the end shows an empty table, never a fault.
    internal static int RowOf(string? from) => int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : 0;

    private static RazorComponentResult Accounts(Desk desk, string? id, HttpRequest request) => Show<AccountsPage>(
        desk,
        (nameof(AccountsPage.Event), id is null ? desk.Overview.Told.FirstOrDefault() : desk.Case.Event(id) ?? throw new KeyNotFoundException($"No happening “{id}” in this case.")),
        (nameof(AccountsPage.By), request.Query["by"].ToString() is "outlets" or "origins" ? request.Query["by"].ToString() : "voices"),
        (nameof(AccountsPage.Differ), request.Query["differ"] == "1"),
        (nameof(AccountsPage.All), request.Query["all"] == "1"));

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
