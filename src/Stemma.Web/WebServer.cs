using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Stemma.Web;

/// <summary>The table of contents of the pages: builds the server around one case file.</summary>
public static class WebServer
{
    /// <summary>Ready to run; nothing listens yet.</summary>
    public static WebApplication Build(WebSettings settings) => Build(settings, new Shelf(settings.CasePath, settings.Now));

    internal static WebApplication Build(WebSettings settings, Shelf shelf)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = WebSettings.MostUpload;
            foreach (var address in settings.Addresses)
            {
                kestrel.Listen(address.Host is "localhost" ? IPAddress.Loopback : IPAddress.Parse(address.Host.Trim('[', ']')), address.Port);
            }
        });
        builder.Services.AddRazorComponents();
        builder.Services.AddOpenApi();
        builder.Services.Configure<FormOptions>(f => f.MultipartBodyLengthLimit = WebSettings.MostUpload);

        var app = builder.Build();
        app.UseExceptionHandler(failed => failed.Run(context => Failures.Tell(context, shelf)));
        Guard.Use(app, settings, shelf);
        app.MapOpenApi();
        Assets.Map(app);
        var adding = new AddingDesk(shelf);
        PageRoutes.Map(app, shelf, adding);
        JsonRoutes.Map(app, shelf, adding);
        ActRoutes.Map(app, shelf, adding, settings);
        app.MapFallback(context => Failures.NothingHere(context, shelf));
        return app;
    }
}
