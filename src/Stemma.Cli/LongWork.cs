using System.Globalization;
using System.Runtime;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Stemma.Cli;

/// <summary>Shows a bar with rate and time left while something takes long; where no terminal is, nothing.</summary>
public static class LongWork
{
    // Less than this is done before a bar could be read.
    private const long WorthABar = 200_000;

    /// <summary>Does the work; it tells after each article how many bytes of the input that was.</summary>
    public static void Run(Face face, string what, long bytes, Action<Action<long>> work)
    {
        // Nobody clicks meanwhile: collecting beside the work would only take a core away from it.
        var before = GCSettings.LatencyMode;
        GCSettings.LatencyMode = GCLatencyMode.Batch;
        try
        {
            RunShown(face, what, bytes, work);
        }
        finally
        {
            GCSettings.LatencyMode = before;
        }
    }

    private static void RunShown(Face face, string what, long bytes, Action<Action<long>> work)
    {
        if (face.Bar is not { } terminal || bytes < WorthABar)
        {
            work(_ => { });
            return;
        }

        var (count, begun) = (0, face.Ticks());
        terminal.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RateColumn(() => (count, face.Since(begun))), new RemainingTimeColumn())
            .Start(context =>
            {
                var task = context.AddTask(what, maxValue: bytes);
                work(done =>
                {
                    count++;
                    task.Increment(done);
                });
            });
    }

    /// <summary>How much there is to read, for the bar; 0 where it cannot be told.</summary>
    public static long BytesOf(IEnumerable<string> paths) => paths.Sum(path =>
        File.Exists(path) ? new FileInfo(path).Length
        : Directory.Exists(path) ? new DirectoryInfo(path).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }).Sum(f => f.Length)
        : 0);

    private sealed class RateColumn(Func<(int Count, TimeSpan Time)> now) : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
        {
            var (count, time) = now();
            return new Text(string.Create(CultureInfo.InvariantCulture, $"{count:N0} articles, {(time.TotalSeconds > 0 ? count / time.TotalSeconds : 0):F0}/s"));
        }
    }
}
