using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Stemma.Ledger;

namespace Stemma.Web;

/// <summary>What a person can do to the case from a page: add articles, correct one thing or many as one, undo. The same acts as on the command line.</summary>
internal static class ActRoutes
{
    // Each article of a bulk act is worked out again; more than this is a matter for the command line.
    private const int MostTogether = 2000;

    public static void Map(WebApplication app, Shelf shelf, AddingDesk adding, WebSettings settings)
    {
        var acts = app.MapGroup("").ExcludeFromDescription();
        acts.MapPost("/add", async (HttpContext context) =>
        {
            var form = await context.Request.ReadFormAsync();
            var said = new Said { Outlet = Word(form, "outlet"), Published = CorrectionForm.Day(Word(form, "published")), Title = Word(form, "title"), Url = Word(form, "url"), Byline = Word(form, "byline") };
            var begun = await adding.Begin(await Laid(form.Files), Word(form, "text"), said);
            return Results.Redirect($"/adding/{begun.Id}");
        }).DisableAntiforgery();
        acts.MapPost("/correct", async (HttpContext context) =>
        {
            var form = await context.Request.ReadFormAsync();
            if (form["verb"] == "articles")
            {
                Publications(shelf, settings, form);
                return Back(form);
            }

            if (form["target"].Count != 1 || Word(form, "view") is not null)
            {
                Together(shelf, settings, form);
                return Back(form);
            }

            CaseStatement? aimed = null;
            shelf.Correct(settings.By, (all, to) =>
            {
                aimed = all.Statement(form["target"].ToString());
                return CorrectionForm.Do(all, to, form, form["target"].ToString().Trim());
            });

            // A statement is called by the places of its words: where an edge moved, it has another name now.
            return aimed is not null && form["verb"] == "edge" && shelf.Desk.StatementsOf(aimed.Article).FirstOrDefault(s => s.Local == aimed.Local) is { } moved
                ? Results.LocalRedirect(Pages.Say.Words(moved))
                : Back(form);
        }).DisableAntiforgery();
        acts.MapPost("/undo", async (HttpContext context) =>
        {
            var form = await context.Request.ReadFormAsync();
            shelf.Correct(settings.By, (all, to) => to.Undo(all, CorrectionForm.LastStanding(all), null));
            return Back(form);
        }).DisableAntiforgery();
    }

    // Who published what and when: a line an article, filled in or left; all that were filled in are one act.
    private static void Publications(Shelf shelf, WebSettings settings, IFormCollection form) => shelf.CorrectTogether(settings.By, (desk, to) =>
    {
        var lines = form["target"].Select((id, n) => (Id: id ?? "", Outlet: Line("outlet", n), Day: CorrectionForm.Day(Line("published", n)))).Select(Otherwise).Where(l => l.Outlet is not null || l.Day is not null).ToList();
        return lines.Count == 0
            ? throw new CannotCorrectException("fill in one outlet or day at least.")
            : lines.Select(l => to.SetArticle(desk.Case, l.Id, l.Outlet, l.Day, null, Word(form, "reason")));

        // What stands there already is nothing to set.
        (string Id, string? Outlet, string? Day) Otherwise((string Id, string? Outlet, string? Day) line) =>
            desk.Case.Article(line.Id) is var now ? (line.Id, line.Outlet == now.Article.Outlet ? null : line.Outlet, line.Day == now.Published?.Moment.Edtf ? null : line.Day) : line;

        string? Line(string name, int n) => form[name].ElementAtOrDefault(n)?.Trim() is { Length: > 0 } word ? word : null;
    });

    // Those chosen by a mark each, or all that a view of the ledger shows.
    private static void Together(Shelf shelf, WebSettings settings, IFormCollection form) => shelf.CorrectTogether(settings.By, (desk, to) =>
    {
        var targets = Word(form, "view") is { } view
            ? desk.View(PageRoutes.AskOf(new QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(view)))).Found.Select(s => s.Statement.Id).ToList()
            : form["target"].OfType<string>().Distinct().ToList();
        return targets.Count switch
        {
            0 => throw new CannotCorrectException("choose one statement at least."),
            > MostTogether => throw new CannotCorrectException($"{targets.Count} statements are more than the {MostTogether} that are corrected at once; narrow the view."),
            _ => targets.Select(id => CorrectionForm.Do(desk.Case, to, form, id)),
        };
    });

    // "back" comes with the form; only an address of this case is followed.
    private static IResult Back(IFormCollection form) =>
        Results.LocalRedirect(Word(form, "back") is ['/', not '/', ..] back ? back : "/");

    // Intake opens files by their name's ending, so uploads lie in a folder while they are read, each in one of its own: two may have one name.
    private static async Task<DirectoryInfo> Laid(IFormFileCollection files)
    {
        var folder = Directory.CreateTempSubdirectory("stemma-");
        for (var i = 0; i < files.Count; i++)
        {
            var name = Path.GetFileName(files[i].FileName);
            if (files[i].Length == 0 && name.Length == 0)
            {
                continue;
            }

            var own = folder.CreateSubdirectory($"{i:D6}");
            await using var stream = File.Create(Path.Combine(own.FullName, name.Length == 0 ? "upload.txt" : name));
            await files[i].CopyToAsync(stream);
        }

        return folder;
    }

    private static string? Word(IFormCollection form, string name) => form[name].ToString() is { Length: > 0 } word ? word : null;
}
