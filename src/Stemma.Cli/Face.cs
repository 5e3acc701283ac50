using System.Globalization;
using System.Text;
using Spectre.Console;
using Stemma.Articles.Intake;
using Stemma.Views;

namespace Stemma.Cli;

/// <summary>Where results and messages go, how wide the screen is, what time it is: everything the commands know of the world outside.</summary>
/// <remarks>Results to standard output, messages to the error stream; colour only where a terminal shows it.</remarks>
public sealed class Face
{
    // Where no terminal tells its width: wide enough for a table, narrow enough for a mail.
    private const int WidthOfAFile = 120;

    private readonly IAnsiConsole? _terminal;
    private readonly IAnsiConsole? _errorTerminal;
    private readonly TimeProvider _clock;

    private Face(TextWriter output, TextWriter error, int width, IAnsiConsole? terminal, IAnsiConsole? errorTerminal, TimeProvider clock)
    {
        Output = output;
        Error = error;
        Width = width;
        _terminal = terminal;
        _errorTerminal = errorTerminal;
        _clock = clock;
    }

    public TextWriter Output { get; }

    public TextWriter Error { get; }

    public int Width { get; }

    /// <summary>Something was refused or found wrong: the exit status tells it.</summary>
    public bool Trouble { get; private set; }

    /// <summary>A terminal that can show a progress bar; null where there is none.</summary>
    public IAnsiConsole? Bar => _terminal ?? _errorTerminal;

    /// <summary>Who is asking, for the log of corrections.</summary>
    public string Person { get; init; } = Environment.UserName;

    /// <summary>What "-" stands for.</summary>
    public Func<Stream> Input { get; init; } = Console.OpenStandardInput;

    /// <summary>Everything in these files, folders and standard input, in this order.</summary>
    public IEnumerable<Taken> Take(IReadOnlyList<string> files, Said said, bool lines)
    {
        if (lines && !files.Contains("-"))
        {
            throw new MisuseException("--jsonl is about standard input: give “-” as the file. Files that end in .jsonl need no switch.");
        }

        return files.SelectMany(f => Intake.Open(f, said, lines, f == "-" ? Input() : null));
    }

    public static Face OfConsole()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        Console.OutputEncoding = utf8;
        Console.InputEncoding = utf8;
        var output = new StreamWriter(Console.OpenStandardOutput(), utf8, 1 << 16) { AutoFlush = !Console.IsOutputRedirected, NewLine = "\n" };
        var error = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true, NewLine = "\n" };
        var terminal = Console.IsOutputRedirected ? null : AnsiConsole.Console;
        var errorTerminal = Console.IsErrorRedirected ? null : AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return new Face(output, error, WidthNow(terminal), terminal, errorTerminal, TimeProvider.System);
    }

    /// <summary>A face for tests: no terminal, a given clock.</summary>
    public static Face Of(TextWriter output, TextWriter error, int width, TimeProvider clock, Func<Stream> input) => new(output, error, width, null, null, clock) { Person = "tester", Input = input };

    /// <summary>UTC, ISO 8601.</summary>
    public string Now() => _clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    public long Ticks() => _clock.GetTimestamp();

    public TimeSpan Since(long ticks) => _clock.GetElapsedTime(ticks);

    public void Print(Sheet sheet)
    {
        if (_terminal is null)
        {
            Output.Write(sheet.ToString());
            return;
        }

        foreach (var line in sheet.Lines)
        {
            var words = new Paragraph();
            foreach (var bit in line)
            {
                words.Append(bit.Words, StyleOf(bit.Tone));
            }

            _terminal.Write(words);
            _terminal.WriteLine();
        }
    }

    public void Line(string line) => Output.WriteLine(line);

    /// <summary>A message to the person, not a result.</summary>
    public void Say(string message) => Error.WriteLine($"stemma: {Sheet.Flat(message)}");

    /// <summary>A message that something was refused or found wrong; the command goes on.</summary>
    public void Wrong(string message)
    {
        Trouble = true;
        Say(message);
    }

    private static int WidthNow(IAnsiConsole? terminal) =>
        terminal is not null ? terminal.Profile.Width
        : int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns > 0 ? columns
        : WidthOfAFile;

    private static Style StyleOf(Tone tone) => tone switch
    {
        Tone.Strong => new Style(decoration: Decoration.Bold),
        Tone.Quiet => new Style(decoration: Decoration.Dim),
        Tone.Words => new Style(decoration: Decoration.Italic),
        Tone.Alert => new Style(foreground: Color.Yellow),
        _ => Style.Plain,
    };
}
