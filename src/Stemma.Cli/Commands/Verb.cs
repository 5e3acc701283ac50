using System.CommandLine;
using Stemma.Ledger;

namespace Stemma.Cli.Commands;

/// <summary>One verb of `stemma correct` on its way to being a command: what it takes, then what it does.</summary>
internal sealed class Verb(Face face, string name, string what, params string[] examples)
{
    private readonly CommandWithExamples _command = new(name, what) { Examples = examples };

    public Verb Takes(string argument, out Argument<string> made)
    {
        made = new Argument<string>(argument);
        _command.Add(made);
        return this;
    }

    public Verb Option(string option, string says, out Option<string?> made)
    {
        made = new Option<string?>(option) { Description = says, HelpName = "WORDS" };
        _command.Add(made);
        return this;
    }

    public Command Does(Func<Case, Corrector, ParseResult, string?, Correction> act)
    {
        var file = CaseOptions.Case();
        var reason = new Option<string?>("--reason") { Description = "Why; kept in the log.", HelpName = "WORDS" };
        var by = new Option<string>("--by") { Description = "Who corrects; kept in the log. Without it, your name on this computer.", HelpName = "NAME" };
        _command.Add(reason);
        _command.Add(by);
        _command.Add(file);
        _command.SetAction(parsed => CorrectCommand.Run(face, parsed.GetValue(file)!, parsed.GetValue(by) ?? face.Person, (all, to) => act(all, to, parsed, parsed.GetValue(reason))));
        return _command;
    }
}
