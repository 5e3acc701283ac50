using System.CommandLine;
using Stemma.Ledger;
using Stemma.Sqlite;
using Stemma.Views;

namespace Stemma.Cli.Commands;

/// <summary>`stemma statements`: who said what.</summary>
internal static class StatementsCommand
{
    public static Command Make(Face face)
    {
        var file = CaseOptions.Case();
        var json = CaseOptions.Json();
        var actor = new Option<string?>("--actor") { Description = "By whom: an identifier or part of a name.", HelpName = "WHO" };
        var act = new Option<string?>("--act") { Description = "say, assert, deny, accuse, threaten, demand, promise, question, decline, decide, believe, propose, vote, veto, praise, condemn, reveal.", HelpName = "ACT" };
        var outlet = new Option<string?>("--outlet") { Description = "In which outlet.", HelpName = "NAME" };
        var about = new Option<string?>("--about") { Description = "About which happening: an identifier, a kind or a place.", HelpName = "EVENT" };
        var from = new Option<string?>("--from") { Description = "Said on this day or later.", HelpName = "DAY" };
        var to = new Option<string?>("--to") { Description = "Said on this day or before.", HelpName = "DAY" };
        var search = new Option<string?>("--search") { Description = "Statements that hold these words.", HelpName = "WORDS" };
        var voice = new Option<string?>("--voice") { Description = "reported, or the outlet's own.", HelpName = "VOICE" };
        var doubt = new Option<bool>("--doubt") { Description = "Only those a person should look at." };
        var command = new CommandWithExamples("statements", "Who said what, one line a statement.")
        {
            Examples = ["stemma statements --actor Voss --act deny", "stemma statements --doubt", "stemma statements --search '\"north bank\"' --json"],
        };
        foreach (var option in new Option[] { file, actor, act, outlet, about, from, to, search, voice, doubt, json })
        {
            command.Add(option);
        }

        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(file)!;
            var asked = new Asked(
                parsed.GetValue(actor),
                CaseOptions.Word<Act>(parsed.GetValue(act), "--act"),
                parsed.GetValue(outlet),
                parsed.GetValue(about),
                CaseOptions.Day(parsed.GetValue(from), "--from"),
                CaseOptions.Day(parsed.GetValue(to), "--to"),
                CaseOptions.Word<Voice>(parsed.GetValue(voice), "--voice"),
                parsed.GetValue(doubt));
            using var ledger = CaseOptions.Open(face, path, Access.Read);
            if (parsed.GetValue(search) is { } words)
            {
                asked = asked with { Found = ledger.Search(words, int.MaxValue).Where(h => h.Statement is not null).Select(h => (h.Article, h.Statement!)).ToHashSet() };
            }

            var all = WholeCase.Read(ledger);
            var found = StatementsView.Asked(all, asked);
            if (parsed.GetValue(json))
            {
                foreach (var statement in found)
                {
                    face.Line(ExportLines.Statement(all, statement).ToJsonString(FindingsJson.Options));
                }
            }
            else
            {
                face.Print(StatementsView.Of(all, found, face.Width));
            }
        });
        return command;
    }
}
