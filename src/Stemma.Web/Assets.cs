using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Stemma.Web;

/// <summary>The style sheet and the keys, carried inside the program.</summary>
internal static class Assets
{
    public static void Map(WebApplication app)
    {
        Serve(app, "stemma.css", "text/css; charset=utf-8");
        Serve(app, "stemma.js", "text/javascript; charset=utf-8");
        app.MapGet("/favicon.ico", () => Results.NoContent()).ExcludeFromDescription();
    }

    private static void Serve(WebApplication app, string name, string type)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The program carries no “{name}”.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        var content = bytes.ToArray();
        app.MapGet("/" + name, () => Results.Bytes(content, type)).ExcludeFromDescription();
    }
}
