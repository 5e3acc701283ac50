using System.CommandLine;
using Stemma.Views;

namespace Stemma.Cli.Commands;

/// <summary>`stemma show`: the case at a glance.</summary>
internal static class ShowCommand
{
    public static Command Make(Face face)
    {
        var file = CaseOptions.Case();
        var json = CaseOptions.Json();
        var answers = new Option<bool>("--answers") { Description = "Only who was accused of what and how they answered, all of it." };
        var command = new CommandWithExamples("show", "The case at a glance: articles and their origins, where accounts differ, who answered whom, what needs a look.")
        {
            Examples = ["stemma show", "stemma show --answers", "stemma show --case lom.db --json"],
        };
        command.Add(file);
        command.Add(json);
        command.Add(answers);
        command.SetAction(parsed =>
        {
            var all = CaseOptions.Read(face, parsed.GetValue(file)!);
            if (parsed.GetValue(json))
            {
                face.Line(ShowView.Json(all).ToJsonString(FindingsJson.Options));
            }
            else
            {
                face.Print(parsed.GetValue(answers) ? ShowView.OfAnswers(all, face.Width) : ShowView.Of(all, face.Width));
            }
        });
        return command;
    }
}
