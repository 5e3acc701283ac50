using System.CommandLine;
using Stemma.Views;

namespace Stemma.Cli.Commands;

/// <summary>`stemma export`: the whole case for other programs and for people without Stemma.</summary>
internal static class ExportCommand
{
    public static Command Make(Face face)
    {
        var file = CaseOptions.Case();
        var format = new Option<string>("--format") { Description = "jsonl (all of it), csv (one table), report (one HTML page).", DefaultValueFactory = _ => "jsonl" };
        format.AcceptOnlyFromAmong("jsonl");
        var command = new CommandWithExamples("export", "Writes the whole case out, for other programs or as a page to hand on.")
        {
            Examples = ["stemma export --format jsonl > case.jsonl"],
        };
        command.Add(format);
        command.Add(file);
        command.SetAction(parsed =>
        {
            var all = CaseOptions.Read(face, parsed.GetValue(file)!);
            foreach (var line in ExportLines.Of(all))
            {
                face.Line(line);
            }
        });
        return command;
    }
}
