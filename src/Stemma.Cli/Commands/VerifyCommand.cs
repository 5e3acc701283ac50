using System.CommandLine;
using Stemma.Ledger;
using Stemma.Sqlite;

namespace Stemma.Cli.Commands;

/// <summary>`stemma verify`: originals against their hashes, the log against its chain, spans against texts.</summary>
internal static class VerifyCommand
{
    public static Command Make(Face face)
    {
        var file = CaseOptions.Case();
        var command = new CommandWithExamples("verify", "Checks originals against their hashes, the log of corrections against its chain, spans against texts.")
        {
            Examples = ["stemma verify --case lom.db"],
        };
        command.Add(file);
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(file)!;
            using var ledger = CaseOptions.Open(face, path, Access.Read);
            var wrong = 0;
            foreach (var what in ledger.Damage().Concat(Verifier.Check(ledger)))
            {
                face.Wrong($"{path}: {what}");
                wrong++;
            }

            face.Line(wrong == 0
                ? $"{path}: {Views.Say.Count(ledger.Articles().Count, "article")} and {Views.Say.Count(ledger.Log().Count, "correction")} are as they were kept."
                : $"{path}: {Views.Say.Count(wrong, "fault")} found.");
        });
        return command;
    }
}
