using System.CommandLine;
using System.Text.Json.Nodes;
using Stemma.Views;

namespace Stemma.Cli.Commands;

/// <summary>`stemma timeline`: when it happened, when it was said, when it was published.</summary>
internal static class TimelineCommand
{
    public static Command Make(Face face)
    {
        var file = CaseOptions.Case();
        var json = CaseOptions.Json();
        var command = new CommandWithExamples("timeline", "When it happened, when it was said, when it was published.")
        {
            Examples = ["stemma timeline"],
        };
        command.Add(file);
        command.Add(json);
        command.SetAction(parsed =>
        {
            var all = CaseOptions.Read(face, parsed.GetValue(file)!);
            if (!parsed.GetValue(json))
            {
                face.Print(TimelineView.Of(all, face.Width));
                return;
            }

            foreach (var entry in TimelineView.Entries(all))
            {
                face.Line(new JsonObject { ["lane"] = entry.Lane, ["when"] = entry.When?.Edtf, ["who"] = entry.Who, ["what"] = entry.What, ["id"] = entry.Id }.ToJsonString(FindingsJson.Options));
            }
        });
        return command;
    }
}
