using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Stemma.Articles.Intake;
using Stemma.Ledger;

namespace Stemma.Web;

/// <summary>What a person can do to the case from a page: add articles, correct, undo. The same acts as on the command line.</summary>
internal static class ActRoutes
{
    public static void Map(WebApplication app, Shelf shelf, WebSettings settings)
    {
        var acts = app.MapGroup("").ExcludeFromDescription();
        acts.MapPost("/add", async (HttpContext context) =>
        {
            var form = await context.Request.ReadFormAsync();
            var said = new Said { Outlet = Word(form, "outlet"), Published = Word(form, "published"), Title = Word(form, "title"), Url = Word(form, "url"), Byline = Word(form, "byline") };
            if (Word(form, "text") is { } pasted)
            {
                shelf.Write((ledger, now) => new Recorder(ledger, now).KeepAll(Intake.Open("-", said, input: new MemoryStream(Encoding.UTF8.GetBytes(pasted))), 1).Count());
            }

            foreach (var file in form.Files)
            {
                await AddFile(shelf, file, said);
            }

            return Results.Redirect("/#articles");
        }).DisableAntiforgery();
        acts.MapPost("/correct", async (HttpContext context) =>
        {
            var form = await context.Request.ReadFormAsync();
            CaseStatement? aimed = null;
            shelf.Correct(settings.By, (all, to) =>
            {
                aimed = all.Statement(form["target"].ToString());
                return CorrectionForm.Do(all, to, form);
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

    // "back" comes with the form; only an address of this case is followed.
    private static IResult Back(IFormCollection form) =>
        Results.LocalRedirect(Word(form, "back") is ['/', not '/', ..] back ? back : "/");

    // Intake opens files by their name's ending, so an upload lies in a folder of its own while it is read; it is known by the name it came with.
    private static async Task AddFile(Shelf shelf, IFormFile file, Said said)
    {
        var folder = Directory.CreateTempSubdirectory("stemma-");
        try
        {
            var name = Path.GetFileName(file.FileName);
            var path = Path.Combine(folder.FullName, name.Length == 0 ? "upload.txt" : name);
            await using (var stream = File.Create(path))
            {
                await file.CopyToAsync(stream);
            }

            shelf.Write((ledger, now) => new Recorder(ledger, now).KeepAll(Intake.Open(path, said).Select(t => Named(t, folder.FullName)), Environment.ProcessorCount).Count());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Taken Named(Taken taken, string folder) => new(
        taken.Page is { } page ? page with { File = Path.GetFileName(page.File) } : null,
        taken.Refusal is { } refusal ? refusal with { File = refusal.File.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal) } : null);

    private static string? Word(IFormCollection form, string name) => form[name].ToString() is { Length: > 0 } word ? word : null;
}
