using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Stemma.Ledger;
using Stemma.Sqlite;
using Stemma.Web.Pages;

namespace Stemma.Web;

/// <summary>What a person is told when something went wrong: a sentence and the way back, never a stack trace; programs get the sentence alone.</summary>
internal static class Failures
{
    public static Task Tell(HttpContext context, Shelf shelf)
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        var (status, message) = error switch
        {
            CaseFileException e => (StatusCodes.Status503ServiceUnavailable, e.Message),
            CannotCorrectException e => (StatusCodes.Status400BadRequest, $"That cannot be corrected so: {e.Message}"),
            KeyNotFoundException e => (StatusCodes.Status404NotFound, e.Message),
            BadHttpRequestException e => (e.StatusCode, e.Message),
            ArgumentException e => (StatusCodes.Status400BadRequest, e.Message),
            _ => (StatusCodes.Status500InternalServerError, $"A fault of the program ({error?.GetType().Name}). What was kept before it stands."),
        };
        return Say(context, error is CaseFileException ? null : shelf, status, message);
    }

    public static Task NothingHere(HttpContext context, Shelf shelf) => Say(context, shelf, StatusCodes.Status404NotFound, "There is no such page in this case.");

    private static async Task Say(HttpContext context, Shelf? shelf, int status, string message)
    {
        var person = context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
        if (person && shelf is not null)
        {
            await new RazorComponentResult<FailurePage>(new Dictionary<string, object?> { ["Desk"] = shelf.Desk, ["Message"] = message, ["Back"] = await Back(context) }) { StatusCode = status }.ExecuteAsync(context);
            return;
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(message + "\n");
    }

    // Where the form stood that could not be done; only an address of this case.
    private static async Task<string> Back(HttpContext context) =>
        context.Request.HasFormContentType && (await context.Request.ReadFormAsync())["back"].ToString() is ['/', not '/', ..] back ? back : "/";
}
