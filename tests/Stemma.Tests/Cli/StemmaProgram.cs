using Stemma.Cli;

namespace Stemma.Tests.Cli;

/// <summary>Runs the program inside the test, in a folder of its own: what it printed, what it said, how it ended.</summary>
internal sealed class StemmaProgram : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("stemma-cli-").FullName;

    public string Case => Path.Combine(Folder, "case.db");

    public (int Status, string Output, string Messages) Run(params string[] args) => Run(null, args);

    public (int Status, string Output, string Messages) Run(byte[]? input, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var messages = new StringWriter { NewLine = "\n" };
        var clock = new FixedClock();
        var face = Face.Of(output, messages, 100, clock, input is null ? () => Stream.Null : () => new MemoryStream(input));
        var status = Entrance.Run(args, face);
        return (status, output.ToString(), messages.ToString());
    }

    /// <summary>The same on the case of this test.</summary>
    public (int Status, string Output, string Messages) OnCase(params string[] args) => Run([.. args, "--case", Case]);

    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2031, 5, 9, 12, 0, 0, TimeSpan.Zero);
    }
}
