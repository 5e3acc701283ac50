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
        var said = new SaidOptions();
        var command = new CommandWithExamples("add", "Reads articles into the case file. The same article twice changes nothing.")
        {
            Examples = ["stemma add articles/", "stemma add wire.txt --outlet \"North Wire\" --published 2031-05-04", "stemma add export.jsonl --case lom.db"],
        };
        command.Add(files);
        command.Add(file);
        said.AddTo(command);
        command.Add(quiet);
        command.SetAction(parsed => Run(face, parsed.GetValue(files)!, said.Of(parsed), parsed.GetValue(file)!, parsed.GetValue(quiet)));
        return command;
    }

    private static int Run(Face face, string[] files, Said said, string path, bool quiet)
    {
        using var ledger = CaseOptions.Open(face, path, Access.Make);
        var counts = Keep(face, ledger, files, said, quiet);
        face.Say($"{path}: {Say.Count(counts.Added, "article")} added, {counts.Known} already there, {counts.Refused} refused.");
        return 0;
    }

    /// <summary>Keeps everything in these files and folders; what became of each is printed in order of the input.</summary>
    public static (int Added, int Known, int Refused) Keep(Face face, ILedger ledger, IEnumerable<string> files, Said said, bool quiet)
    {
        var (added, known, refused) = (0, 0, 0);
        var paths = files.ToList();
        var recorder = new Recorder(ledger, face.Now);
        LongWork.Run(face, "adding", LongWork.BytesOf(paths), step =>
        {
            foreach (var outcome in recorder.KeepAll(paths.SelectMany(f => Intake.Open(f, said)), Environment.ProcessorCount))
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
