using System.CommandLine;
using System.Reflection;
using Stemma.Articles.Intake;
using Stemma.Sqlite;
using Stemma.Views;

namespace Stemma.Cli.Commands;

/// <summary>`stemma demo`: a case from the articles that ship with the program; no network, no set-up.</summary>
internal static class DemoCommand
{
    /// <summary>Where the demo case lies unless a person says otherwise.</summary>
    public const string CaseFile = "stemma-demo.db";

    private const string Samples = "samples/";

    public static Command Make(Face face)
    {
        var file = new Option<string>("--case") { Description = "The case file.", DefaultValueFactory = _ => CaseFile, HelpName = "FILE" };
        var command = new CommandWithExamples("demo", "Makes a case from the articles that ship with Stemma (an invented event, told by nine newsrooms) and shows it.")
        {
            Examples = ["stemma demo", "stemma accounts --case stemma-demo.db"],
        };
        command.Add(file);
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(file)!;
            Fill(face, path);
            face.Print(ShowView.Of(CaseOptions.Read(face, path), face.Width));
            face.Say($"the case is {path}; go on with “stemma accounts --case {path}”, “stemma trace --case {path}”, “stemma statements --case {path}”.");
        });
        return command;
    }

    /// <summary>Puts the samples into a case; those it has already are not added twice.</summary>
    public static void Fill(Face face, string path)
    {
        using var ledger = CaseOptions.Open(face, path, Access.Make);
        AddCommand.Keep(face, ledger, Pages(), 0, quiet: true);
    }

    /// <summary>The samples as they were packed, each called by its name in the repository.</summary>
    public static IEnumerable<Taken> Pages()
    {
        var program = Assembly.GetExecutingAssembly();
        var folder = Directory.CreateTempSubdirectory("stemma-demo-").FullName;
        try
        {
            foreach (var name in program.GetManifestResourceNames().Where(n => n.StartsWith(Samples, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            {
                var copy = Path.Combine(folder, Path.GetFileName(name));
                using (var packed = program.GetManifestResourceStream(name)!)
                using (var file = File.Create(copy))
                {
                    packed.CopyTo(file);
                }

                foreach (var taken in Intake.Open(copy, Said.Nothing))
                {
                    yield return taken.Page is { } page
                        ? taken with { Page = page with { File = page.File.Replace(copy, name, StringComparison.Ordinal) } }
                        : new Taken(null, new Refusal(name, taken.Refusal!.Message));
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
