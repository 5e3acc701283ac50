using System.CommandLine;
using Stemma.Articles;
using Stemma.Articles.Intake;
using Stemma.Views;

namespace Stemma.Cli.Commands;

/// <summary>`stemma read`: reads, prints, stores nothing.</summary>
internal static class ReadCommand
{
    public static Command Make(Face face)
    {
        var files = new Argument<string[]>("FILES") { Description = "Files, folders, or “-” for standard input.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "text for people, jsonl for programs: one line an article, as the contract has it.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "jsonl");
        var lines = new Option<bool>("--jsonl") { Description = "Standard input holds lines of JSON, an article each." };
        var said = new SaidOptions();
        var command = new CommandWithExamples("read", "Reads articles and prints what they say; stores nothing.")
        {
            Examples = ["stemma read article.txt", "stemma read pages/ --format jsonl > findings.jsonl"],
        };
        command.Add(files);
        command.Add(format);
        command.Add(lines);
        said.AddTo(command);
        command.SetAction(parsed => Run(face, face.Take(parsed.GetValue(files)!, said.Of(parsed), parsed.GetValue(lines)), parsed.GetValue(format) == "jsonl"));
        return command;
    }

    private static int Run(Face face, IEnumerable<Taken> all, bool jsonl)
    {
        var first = true;
        foreach (var taken in all)
        {
            if (taken.Refusal is { } refusal)
            {
                face.Wrong($"{refusal.File}: {refusal.Message}");
                continue;
            }

            var findings = ArticleReader.Read(taken.Page!);
            if (findings.Refusal is { } why)
            {
                face.Wrong($"{why.File}: {why.Message}");
                continue;
            }

            if (jsonl)
            {
                face.Line(FindingsJson.Line(findings));
                continue;
            }

            if (!first)
            {
                face.Line("");
            }

            first = false;
            face.Print(ReadView.Of(findings, face.Width));
        }

        return 0;
    }
}
