using System.CommandLine;
using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;
using Stemma.Sqlite;
using Stemma.Web;

namespace Stemma.Cli.Commands;

/// <summary>`stemma serve`: the case in a browser, on loopback unless told.</summary>
internal static class ServeCommand
{
    public static Command Make(Face face)
    {
        var file = CaseOptions.Case();
        var urls = new Option<string>("--urls") { Description = "Where to listen; several joined by “;”. Elsewhere than on loopback a token is asked for.", DefaultValueFactory = _ => "http://127.0.0.1:5050" };
        var command = new CommandWithExamples("serve", "Opens the case in a browser: read, check and correct. Nothing leaves this machine.")
        {
            Examples = ["stemma serve --demo", "stemma serve", "stemma serve --case lom.db --urls http://127.0.0.1:8080"],
        };
        var demo = new Option<bool>("--demo") { Description = $"The articles that ship with Stemma; without --case they are kept in {DemoCommand.CaseFile}." };
        command.Add(file);
        command.Add(demo);
        command.Add(urls);
        command.SetAction((parsed, stop) =>
        {
            var addresses = Addresses(parsed.GetValue(urls)!);
            var path = parsed.GetValue(file)!;
            if (parsed.GetValue(demo))
            {
                path = parsed.GetResult(file) is { Implicit: false } ? path : DemoCommand.CaseFile;
                DemoCommand.Fill(face, path);
            }

            return Run(face, path, addresses, stop);
        });
        return command;
    }

    internal static async Task<int> Run(Face face, string path, IReadOnlyList<Uri> addresses, CancellationToken stop)
    {
        // Made where there is none yet, read again where an older reader read it.
        CaseOptions.Open(face, path, Access.Make).Dispose();
        var access = addresses.All(a => a.IsLoopback) ? null : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var app = WebServer.Build(new WebSettings(path, addresses, access, face.Now, face.Person));
        try
        {
            await app.StartAsync(stop);
        }
        catch (IOException e)
        {
            throw new MisuseException($"{string.Join(", ", addresses)}: {e.Message}");
        }

        foreach (var address in addresses)
        {
            face.Say($"{path} is open at {address}{(access is null ? "" : $"?token={access}")} — Ctrl+C ends it.");
        }

        await app.WaitForShutdownAsync(stop);
        return 0;
    }

    private static List<Uri> Addresses(string urls)
    {
        var all = new List<Uri>();
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme != "http" || (address.Host != "localhost" && !IPAddress.TryParse(address.Host.Trim('[', ']'), out _)))
            {
                throw new MisuseException($"--urls takes addresses such as http://127.0.0.1:5050, not “{url}”.");
            }

            all.Add(address);
        }

        return all.Count > 0 ? all : throw new MisuseException("--urls names no address.");
    }
}
