using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Stemma.Ledger;
using Stemma.Sqlite;

namespace Stemma.Web;

/// <summary>What a person is told when something went wrong: a sentence, never a stack trace.</summary>
internal static class Failures
{
    public static Task Tell(HttpContext context)
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        (context.Response.StatusCode, var message) = error switch
        {
            CaseFileException e => (StatusCodes.Status503ServiceUnavailable, e.Message),
            CannotCorrectException e => (StatusCodes.Status400BadRequest, $"That cannot be corrected so: {e.Message}"),
            KeyNotFoundException e => (StatusCodes.Status404NotFound, e.Message),
            BadHttpRequestException e => (e.StatusCode, e.Message),
            ArgumentException e => (StatusCodes.Status400BadRequest, e.Message),
            _ => (StatusCodes.Status500InternalServerError, $"A fault of the program ({error?.GetType().Name}). What was kept before it stands."),
        };
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(message + "\n");
    }
}
