using System.CommandLine;
using Stemma.Views;

namespace Stemma.Cli.Commands;

/// <summary>`stemma export`: the whole case for other programs and for people without Stemma.</summary>
internal static class ExportCommand
{
    public static Command Make(Face face)
    {
        var file = CaseOptions.Case();
        var format = new Option<string>("--format") { Description = "jsonl: all of it; csv: one table; report: one HTML page that needs nothing else.", DefaultValueFactory = _ => "jsonl" };
        format.AcceptOnlyFromAmong("jsonl", "csv", "report");
        var table = new Option<string?>("--table") { Description = "Which table of csv." };
        table.AcceptOnlyFromAmong([.. CsvTables.Names]);
        var command = new CommandWithExamples("export", "Writes the whole case out, for other programs or as a page to hand on.")
        {
            Examples = ["stemma export > case.jsonl", "stemma export --format csv --table statements > statements.csv", "stemma export --format report > lom.html"],
        };
        command.Add(format);
        command.Add(table);
        command.Add(file);
        command.SetAction(parsed => Run(face, parsed.GetValue(file)!, parsed.GetValue(format)!, parsed.GetValue(table)));
        return command;
    }

    private static void Run(Face face, string path, string format, string? table)
    {
        if (format == "csv" && table is null)
        {
            throw new MisuseException($"csv holds one table: --table {string.Join('|', CsvTables.Names)}.");
        }

        if (format != "csv" && table is not null)
        {
            throw new MisuseException("--table belongs to --format csv.");
        }

        var all = CaseOptions.Read(face, path);
        switch (format)
        {
            case "csv":
                foreach (var line in CsvTables.Of(all, table!))
                {
                    face.Output.Write(line);
                }

                break;
            case "report":
                face.Output.Write(HtmlReport.Of(all));
                break;
            default:
                foreach (var line in ExportLines.Of(all))
                {
                    face.Line(line);
                }

                break;
        }
    }
}
