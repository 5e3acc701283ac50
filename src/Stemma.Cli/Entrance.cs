using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Stemma.Cli.Commands;
using Stemma.Ledger;
using Stemma.Sqlite;

namespace Stemma.Cli;

/// <summary>The table of contents of the command line, and its guard: whatever happens, a sentence and an exit status, never a stack trace.</summary>
public static class Entrance
{
    /// <summary>0 done · 1 done, but something was refused or found wrong · 2 misused.</summary>
    public static int Run(string[] args, Face face)
    {
        try
        {
            var parsed = Root(face).Parse(args);
            if (parsed.Action is ParseErrorAction)
            {
                foreach (var error in parsed.Errors)
                {
                    face.Say(error.Message);
                }

                face.Say($"“{Name(parsed.CommandResult.Command)} --help” shows how it is used.");
                return 2;
            }

            var status = parsed.Invoke(new InvocationConfiguration { Output = face.Output, Error = face.Error, EnableDefaultExceptionHandler = false });
            return status == 0 && face.Trouble ? 1 : status;
        }
        catch (MisuseException e)
        {
            face.Say(e.Message);
            return 2;
        }
        catch (CannotCorrectException e)
        {
            face.Say(e.Message);
            return 2;
        }
        catch (CaseFileException e)
        {
            face.Say(e.Message);
            return 2;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            face.Say(e.Message);
            return 1;
        }
        catch (OperationCanceledException)
        {
            face.Say("stopped; what was done stands.");
            return 1;
        }
        catch (Exception e)
        {
            face.Say($"a fault of the program ({e.GetType().Name}: {e.Message}). What was kept before it stands. Please report it with the command you used.");
            return 1;
        }
        finally
        {
            Flush(face);
        }
    }

    /// <summary>Every command in the order a person meets them.</summary>
    public static RootCommand Root(Face face)
    {
        var root = new RootCommand("Reads news about a contested event and keeps a ledger of who said what, on whose word, through which chain. It never says who is right.");
        foreach (var command in All(face))
        {
            root.Add(command);
        }

        root.SetAction(parsed => new HelpWithExamples().Invoke(parsed));
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            option.Action = new HelpWithExamples();
        }

        return root;
    }

    private static IEnumerable<Command> All(Face face) =>
    [
        DemoCommand.Make(face),
        ReadCommand.Make(face),
        AddCommand.Make(face),
        ShowCommand.Make(face),
        StatementsCommand.Make(face),
        AccountsCommand.Make(face),
        TraceCommand.Make(face),
        TimelineCommand.Make(face),
        SearchCommand.Make(face),
        WhyCommand.Make(face),
        CorrectCommand.Make(face),
        ExportCommand.Make(face),
        VerifyCommand.Make(face),
        ServeCommand.Make(face),
    ];

    private static string Name(Command command) =>
        command is RootCommand ? "stemma" : command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{Name(parent)} {command.Name}" : command.Name;

    // A pipe that nobody reads any more ("| head") is no error.
    private static void Flush(Face face)
    {
        try
        {
            face.Output.Flush();
        }
        catch (IOException)
        {
        }
    }

    private sealed class HelpWithExamples : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            new HelpAction().Invoke(parseResult);
            if (parseResult.CommandResult.Command is CommandWithExamples { Examples: { Count: > 0 } examples })
            {
                var output = parseResult.InvocationConfiguration.Output;
                output.WriteLine(examples.Count == 1 ? "Example:" : "Examples:");
                foreach (var example in examples)
                {
                    output.WriteLine($"  {example}");
                }

                output.WriteLine();
            }

            return 0;
        }
    }
}

/// <summary>The person asked for something that cannot be done as asked; the message says what to do instead.</summary>
public sealed class MisuseException(string message) : Exception(message);

/// <summary>A command whose help ends with commands to copy.</summary>
public sealed class CommandWithExamples(string name, string description) : Command(name, description)
{
    public IReadOnlyList<string> Examples { get; init; } = [];
}
