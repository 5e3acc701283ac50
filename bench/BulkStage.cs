using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using Stemma.Articles.Intake;
using Stemma.Ledger;
using Stemma.Sqlite;

namespace Stemma.Bench;

/// <summary>What `stemma add` of very many articles costs, and does the last cost what the first did? `bench bulk articles.jsonl [how many] [--every N] [--case FILE]`.</summary>
/// <remarks>
/// The file is what make_copies.py --scale writes. All that `add` does counts: intake, reading, comparing, keeping, the last write at the end, and compiling at the start.
/// With --case the file stays, and what it holds already is passed over before the clock starts: so the cost of one more article in a large case can be asked for alone.
/// </remarks>
public sealed class BulkStage : IStage
{
    private const int Every = 5_000;

    public string Name => "bulk";

    public string Question => "how long does `add` of a hundred thousand articles take, and does the last one cost what the first did?";

    public void Run(string[] args)
    {
        var (every, kept, rest) = Options(args);
        var most = rest.Count > 1 ? int.Parse(rest[1], CultureInfo.InvariantCulture) : int.MaxValue;
        using var temporary = kept is null ? new TempCase() : null;
        var path = kept ?? temporary!.Path;
        var before = Known(path);
        Tell($"{before} articles in the case before, {Environment.ProcessorCount} threads; a second: by the clock, in this step and so far; ms: of processor time an article in this step");
        Tell($"{"articles",9} {"a second",9} {"so far",8} {"ms",7} {"collector",9} {"its rounds",13} {"MB made",8} {"MB held",8} {"MB peak",8}");
        GCSettings.LatencyMode = GCLatencyMode.Batch;
        var (clock, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var (added, lap, last) = (0, clock.Elapsed, Mark.Now);
        using (var ledger = SqliteLedger.Open(path, Access.Make))
        {
            var recorder = new Recorder(ledger, () => "2031-05-09T12:00:00Z");
            var pages = Intake.Open(rest[0], Said.Nothing).Skip(before).Take(most);
            foreach (var outcome in recorder.KeepAll(pages, Environment.ProcessorCount))
            {
                added += outcome.Kind == OutcomeKind.Added ? 1 : 0;
                if (added % every == 0 && outcome.Kind == OutcomeKind.Added)
                {
                    Step(before + added, every, added, clock.Elapsed, lap, last);
                    (lap, last) = (clock.Elapsed, Mark.Now);
                }
            }
        }

        var all = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;
        Tell($"{added} added in {clock.Elapsed.TotalSeconds:F1} s by the clock ({added / clock.Elapsed.TotalSeconds:F1} a second), {all:F1} s of processor time ({1000 * all / Math.Max(1, added):F2} ms an article), {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} MB at most, file {new FileInfo(path).Length / 1e6:F0} MB");
    }

    private static void Step(int articles, int every, int added, TimeSpan now, TimeSpan lap, Mark last)
    {
        var mark = Mark.Now;
        Tell($"{articles,9} {every / (now - lap).TotalSeconds,9:F1} {added / now.TotalSeconds,8:F1} {(mark.Cpu - last.Cpu).TotalMilliseconds / every,7:F2} {(mark.Paused - last.Paused) / (now - lap),9:P1} {mark.Collections,13} {(mark.Made - last.Made) / 1e6 / every,8:F2} {GC.GetTotalMemory(false) / 1e6,8:F0} {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6,8:F0}");
    }

    private static int Known(string path)
    {
        if (!File.Exists(path))
        {
            return 0;
        }

        using var ledger = SqliteLedger.Open(path, Access.Read);
        return ledger.Articles().Count;
    }

    private static (int Every, string? Case, List<string> Words) Options(string[] args)
    {
        var (every, kept, rest) = (Every, (string?)null, new List<string>());
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--every":
                    every = int.Parse(args[++i], CultureInfo.InvariantCulture);
                    break;
                case "--case":
                    kept = args[++i];
                    break;
                default:
                    rest.Add(args[i]);
                    break;
            }
        }

        return (every, kept, rest);
    }

    private static void Tell(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private readonly record struct Mark(TimeSpan Cpu, TimeSpan Paused, long Made, string Collections)
    {
        public static Mark Now => new(Environment.CpuUsage.TotalTime, GC.GetTotalPauseDuration(), GC.GetTotalAllocatedBytes(), $"{GC.CollectionCount(0)}/{GC.CollectionCount(1)}/{GC.CollectionCount(2)}");
    }
}
