using System.CommandLine;
using Stemma.Views;

namespace Stemma.Cli.Commands;

/// <summary>`stemma why`: the passage, the rule or model, the runner-up, every correction.</summary>
internal static class WhyCommand
{
    public static Command Make(Face face)
    {
        var file = CaseOptions.Case();
        var json = CaseOptions.Json();
        var id = new Argument<string>("ID") { Description = "A statement, article, actor, event, account, dispute, origin or correction; its beginning will do." };
        var cite = new Option<bool>("--cite") { Description = "A citation of the statement with the quotation, outlet, day and address." };
        var command = new CommandWithExamples("why", "The passage, the rule or model, the runner-up, every correction.")
        {
            Examples = ["stemma why S1gk9", "stemma why S1gk9 --cite"],
        };
        command.Add(id);
        command.Add(file);
        command.Add(cite);
        command.Add(json);
        command.SetAction(parsed =>
        {
            var all = CaseOptions.Read(face, parsed.GetValue(file)!);
            var asked = Find.Only(WhyView.Ids(all), parsed.GetValue(id)!, "finding", "stemma statements");
            if (parsed.GetValue(cite))
            {
                face.Line(WhyView.Cite(all, all.Statement(asked) ?? throw new MisuseException("--cite takes a statement.")));
            }
            else if (parsed.GetValue(json))
            {
                face.Line(WhyView.Json(all, asked).ToJsonString(FindingsJson.Options));
            }
            else
            {
                face.Print(WhyView.Of(all, asked, face.Width));
            }
        });
        return command;
    }
}
