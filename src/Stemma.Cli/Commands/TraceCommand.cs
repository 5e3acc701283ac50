using System.CommandLine;
using Stemma.Views;

namespace Stemma.Cli.Commands;

/// <summary>`stemma trace`: the family tree of copies, or the hands one claim went through.</summary>
internal static class TraceCommand
{
    public static Command Make(Face face)
    {
        var file = CaseOptions.Case();
        var json = CaseOptions.Json();
        var id = new Argument<string?>("ID") { Description = "An article (its family) or a statement (its hands); without it the whole case.", Arity = ArgumentArity.ZeroOrOne };
        var command = new CommandWithExamples("trace", "The family tree of copies; or the hands one claim went through: witness, spokesperson, agency, outlet. Stated or inferred, with the proof.")
        {
            Examples = ["stemma trace", "stemma trace S1gk9"],
        };
        command.Add(id);
        command.Add(file);
        command.Add(json);
        command.SetAction(parsed => Run(face, CaseOptions.Read(face, parsed.GetValue(file)!), parsed.GetValue(id), parsed.GetValue(json)));
        return command;
    }

    private static void Run(Face face, Case all, string? asked, bool json)
    {
        var id = asked is null ? null : Find.Only(all.Articles.Select(a => a.Article.Id).Concat(all.Reading.Statements.Select(s => s.Statement.Id)), asked, "article or statement", "stemma statements");
        if (id is not null && all.Statement(id) is { } statement)
        {
            if (json)
            {
                Lines(face, ExportLines.Objects(all).Where(o => o["type"]!.GetValue<string>() == "claim-hop" && o["statement"]!.GetValue<string>() == id));
            }
            else
            {
                face.Print(TraceView.OfClaim(all, statement, face.Width));
            }
        }
        else if (json)
        {
            Lines(face, all.Reading.Hops.Where(h => id is null || h.Article == id || h.Parent == id).Select(h => ExportLines.Hop(all, h)));
        }
        else
        {
            face.Print(TraceView.Of(all, id, face.Width));
        }
    }

    private static void Lines(Face face, IEnumerable<System.Text.Json.Nodes.JsonObject> lines)
    {
        foreach (var line in lines)
        {
            face.Line(line.ToJsonString(FindingsJson.Options));
        }
    }
}
