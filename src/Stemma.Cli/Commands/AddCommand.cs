using System.CommandLine;
using Stemma.Articles.Intake;
using Stemma.Ledger;
using Stemma.Sqlite;
using Stemma.Views;

namespace Stemma.Cli.Commands;

/// <summary>`stemma add`: reads into the case file; one line a file.</summary>
internal static class AddCommand
{
    public static Command Make(Face face)
    {
        var files = new Argument<string[]>("FILES") { Description = "Files, folders, or “-” for standard input.", Arity = ArgumentArity.OneOrMore };
        var file = CaseOptions.Case();
        var quiet = new Option<bool>("--quiet") { Description = "No line a file; refusals and the last line only." };
        var lines = new Option<bool>("--jsonl") { Description = "Standard input holds lines of JSON, an article each." };
        var said = new SaidOptions();
        var command = new CommandWithExamples("add", "Reads articles into the case file. The same article twice changes nothing.")
        {
            Examples = ["stemma add articles/", "stemma add wire.txt --outlet \"North Wire\" --published 2031-05-04", "stemma add export.jsonl --case lom.db"],
        };
        command.Add(files);
        command.Add(file);
        command.Add(lines);
        said.AddTo(command);
        command.Add(quiet);
        command.SetAction(parsed => Run(face, parsed.GetValue(files)!, face.Take(parsed.GetValue(files)!, said.Of(parsed), parsed.GetValue(lines)), parsed.GetValue(file)!, parsed.GetValue(quiet)));
        return command;
    }

    private static int Run(Face face, string[] files, IEnumerable<Taken> all, string path, bool quiet)
    {
        using var ledger = CaseOptions.Open(face, path, Access.Make);
        var counts = Keep(face, ledger, all, LongWork.BytesOf(files), quiet);
        face.Say($"{path}: {Say.Count(counts.Added, "article")} added, {counts.Known} already there, {counts.Refused} refused.");
        return 0;
    }

    /// <summary>Keeps all that comes in; what became of each is printed in order of the input.</summary>
    public static (int Added, int Known, int Refused) Keep(Face face, ILedger ledger, IEnumerable<Taken> all, long bytes, bool quiet)
    {
        var (added, known, refused) = (0, 0, 0);
        var recorder = new Recorder(ledger, face.Now);
        LongWork.Run(face, "adding", bytes, step =>
        {
            foreach (var outcome in recorder.KeepAll(all, Environment.ProcessorCount))
            {
                switch (outcome.Kind)
                {
                    case OutcomeKind.Added:
                        added++;
                        break;
                    case OutcomeKind.Known:
                        known++;
                        break;
                    default:
                        refused++;
                        face.Wrong($"{outcome.Refusal!.File}: {outcome.Refusal.Message}");
                        break;
                }

                if (!quiet && outcome.Findings is { } findings)
                {
                    face.Print(AddView.Of(outcome.Kind == OutcomeKind.Added ? "added" : "known", findings, face.Width));
                }

                step(outcome.Bytes);
            }
        });
        return (added, known, refused);
    }
}
