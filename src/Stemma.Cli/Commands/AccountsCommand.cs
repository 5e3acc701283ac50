using System.CommandLine;
using Stemma.Views;

namespace Stemma.Cli.Commands;

/// <summary>`stemma accounts`: competing accounts side by side, silence included.</summary>
internal static class AccountsCommand
{
    public static Command Make(Face face)
    {
        var file = CaseOptions.Case();
        var json = CaseOptions.Json();
        var about = new Argument<string?>("EVENT") { Description = "One happening by its identifier; without it all, the most disputed first.", Arity = ArgumentArity.ZeroOrOne };
        var command = new CommandWithExamples("accounts", "Competing accounts of each happening side by side, silence included; below them what an actor said otherwise before.")
        {
            Examples = ["stemma accounts", "stemma accounts --json | head"],
        };
        command.Add(about);
        command.Add(file);
        command.Add(json);
        command.SetAction(parsed =>
        {
            var all = CaseOptions.Read(face, parsed.GetValue(file)!);
            var events = parsed.GetValue(about) is { } asked
                ? [Find.Only(all.Reading.Events.Select(e => e.Id), asked, "event", "stemma accounts")]
                : AccountsView.Events(all);
            if (parsed.GetValue(json))
            {
                var within = events.ToHashSet();
                foreach (var account in all.Reading.Accounts.Where(a => within.Contains(a.Event)))
                {
                    face.Line(ExportLines.Typed("account", account).ToJsonString(FindingsJson.Options));
                }
            }
            else
            {
                face.Print(AccountsView.Of(all, events, face.Width, overTime: parsed.GetValue(about) is null));
            }
        });
        return command;
    }
}
