using System.CommandLine;
using Stemma.Ledger;
using Stemma.Sqlite;

namespace Stemma.Cli.Commands;

/// <summary>`stemma correct`: a person's correction, a verb a command; what depends on it is worked out again.</summary>
internal static class CorrectCommand
{
    public static Command Make(Face face)
    {
        var command = new CommandWithExamples("correct", "Writes a person's correction into the log and works out again what depends on it. Nothing the machine found is lost; “undo” takes any act back.")
        {
            Examples = ["stemma correct speaker S1gk9 \"Orlin Voss\" --reason \"he is named in the paragraph before\"", "stemma correct article a81rm --date 2031-05-06", "stemma correct undo C0t5v"],
        };
        foreach (var verb in CorrectVerbs.All(face))
        {
            command.Add(verb);
        }

        return command;
    }

    /// <summary>Opens the case, does the act, tells its identifier.</summary>
    public static int Run(Face face, string path, string by, Func<Case, Corrector, Correction> act)
    {
        using var ledger = CaseOptions.Open(face, path, Access.Change);
        var all = WholeCase.Read(ledger);
        var done = act(all, new Corrector(ledger, new Recorder(ledger, face.Now), by, face.Now));
        face.Line($"{done.Id}  {done.Verb}");
        face.Say($"written into the log; “stemma correct undo {done.Id}” takes it back.");
        return 0;
    }
}
