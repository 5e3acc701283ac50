using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Stemma.Web;

/// <summary>Lets in only whom the case is for: the right host, our own forms, and elsewhere than on loopback a token; and lets no page load anything from anywhere.</summary>
internal static class Guard
{
    // An article is hostile HTML: it is shown as text, and even if something slipped through, nothing of it could run, load, frame or send.
    private const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string Cookie = "stemma";

    public static void Use(WebApplication app, WebSettings settings, Shelf shelf)
    {
        var hosts = settings.Addresses.Select(a => a.Host).Concat(["localhost", "127.0.0.1", "[::1]"]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        app.Use(async (context, next) =>
        {
            // Set when the answer begins, so that an answer about a failure carries them too.
            context.Response.OnStarting(() =>
            {
                var headers = context.Response.Headers;
                headers.ContentSecurityPolicy = Policy;
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "same-origin";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                headers["Cross-Origin-Resource-Policy"] = "same-origin";
                headers.CacheControl = "no-store";
                return Task.CompletedTask;
            });

            if (settings.Addresses.All(a => a.IsLoopback) && !hosts.Contains(Bracketed(context.Request.Host.Host)))
            {
                await Refuse(context, StatusCodes.Status421MisdirectedRequest, "This address is not the one Stemma listens on.");
                return;
            }

            if (settings.Access is { } access && !Let(context, access))
            {
                await Refuse(context, StatusCodes.Status401Unauthorized, "Open the address with the token that Stemma printed when it started.");
                return;
            }

            if (HttpMethods.IsPost(context.Request.Method) && !await IsOurs(context, shelf.Token))
            {
                await Refuse(context, StatusCodes.Status403Forbidden, "This form did not come from a page of this case. Load the page again and repeat it.");
                return;
            }

            await next(context);
        });
    }

    // "?token=…" once; a cookie from then on, which no other site's page can send.
    private static bool Let(HttpContext context, string access)
    {
        if (Same(context.Request.Query["token"], access))
        {
            context.Response.Cookies.Append(Cookie, access, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" });
            return true;
        }

        return Same(context.Request.Cookies[Cookie], access) || Same(context.Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal), access);
    }

    private static async Task<bool> IsOurs(HttpContext context, string token)
    {
        if (context.Request.Headers.Origin.ToString() is { Length: > 0 } origin && (!Uri.TryCreate(origin, UriKind.Absolute, out var from) || from.Authority != context.Request.Host.Value))
        {
            return false;
        }

        return context.Request.HasFormContentType && Same((await context.Request.ReadFormAsync())["token"], token);
    }

    private static bool Same(string? given, string expected) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));

    private static string Bracketed(string host) => IPAddress.TryParse(host, out var ip) && ip.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{ip}]" : host;

    private static Task Refuse(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(message + "\n");
    }
}
