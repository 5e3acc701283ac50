using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Stemma.Articles;
using Stemma.Articles.Intake;
using Stemma.Ledger;
using Stemma.Sqlite;

namespace Stemma.Bench;

/// <summary>How many articles a second go into a case file, and does memory stay flat? `bench add [100 1000 …] [--threads N]`.</summary>
public sealed class AddStage : IStage
{
    // Shorter is no article, longer none of median length; the median of what is left is printed.
    private const int Shortest = 100, Longest = 1_500;

    public string Name => "add";

    public string Question => "articles a second read, compared and kept in a case file, processor time a core; memory at each size";

    public void Run(string[] args)
    {
        var at = Array.IndexOf(args, "--threads");
        var threads = at >= 0 ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : 1;
        var sizes = args.Where((a, n) => at < 0 || (n != at && n != at + 1)).Select(a => int.Parse(a, CultureInfo.InvariantCulture)).ToList();
        sizes = sizes.Count == 0 ? [100, 1000] : sizes;
        var all = Articles(sizes.Max()).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{all.Count} articles, median {all.Select(Words).Order().ElementAt(all.Count / 2)} words, {threads} thread(s)"));

        // Models and lists are loaded, and the hot code is compiled, before the clock starts.
        Measure(all.Take(100).ToList(), threads);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"reading alone: {sizes[0] / Reading(all.Take(sizes[0])),8:F1} a second of processor time"));
        foreach (var size in sizes)
        {
            var (cpu, wall, bytes, kept) = Measure(all.Take(size).ToList(), threads);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{kept,7} articles  {kept / cpu,8:F1} a second of processor time  {kept / wall,8:F1} a second by the clock  {GC.GetTotalMemory(true) / 1e6,8:F0} MB held  {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6,8:F0} MB peak  {bytes / 1e6,7:F1} MB file"));
        }
    }

    private static double Reading(IEnumerable<string> texts)
    {
        var cpu = Clock.Spent;
        foreach (var (text, number) in texts.Select((t, n) => (t, n)))
        {
            ArticleReader.Read(Page(text, number));
        }

        return (Clock.Spent - cpu).TotalSeconds;
    }

    private static (double Cpu, double Wall, long Bytes, int Kept) Measure(List<string> texts, int threads)
    {
        var path = Path.Combine(Path.GetTempPath(), $"stemma-bench-{Environment.ProcessId}.db");
        try
        {
            using var ledger = SqliteLedger.Open(path, Access.Make);
            var recorder = new Recorder(ledger, () => "2031-05-09T12:00:00Z");
            var (clock, cpu) = (Stopwatch.StartNew(), Clock.Spent);
            var kept = recorder.KeepAll(texts.Select((t, n) => new Taken(Page(t, n), null)), threads).Count(o => o.Kind == OutcomeKind.Added);
            return ((Clock.Spent - cpu).TotalSeconds, clock.Elapsed.TotalSeconds, new FileInfo(path).Length, kept);
        }
        finally
        {
            foreach (var file in new[] { path, path + "-wal", path + "-shm" })
            {
                File.Delete(file);
            }
        }
    }

    private static RawPage Page(string text, int number)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new RawPage
        {
            File = $"{number}.txt",
            Given = $"n{number}",
            Original = bytes,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Form = PageForm.Text,
            Content = text,
            Carried = new Said { Outlet = $"Outlet {number % 9}", Published = string.Create(CultureInfo.InvariantCulture, $"2014-05-{1 + (number % 28):00}") },
        };
    }

    // Unlabelled news where it lies here, else our own samples, their paragraphs shuffled into new articles.
    private static IEnumerable<string> Articles(int most)
    {
        var folder = Environment.GetEnvironmentVariable("STEMMA_DATA") ?? Path.Combine("..", "shared", "data");
        var parts = Directory.Exists(Path.Combine(folder, "raw-news")) ? Directory.GetFiles(Path.Combine(folder, "raw-news"), "part*.txt.gz").Order(StringComparer.Ordinal).ToList() : [];
        return (parts.Count > 0 ? parts.SelectMany(News) : Shuffled()).Where(a => Words(a) is >= Shortest and <= Longest).Take(most);
    }

    private static IEnumerable<string> News(string part)
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(part), CompressionMode.Decompress));
        var article = new List<string>();
        while (lines.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                article.Add(line);
                continue;
            }

            yield return string.Join("\n\n", article);
            article.Clear();
        }
    }

    private static IEnumerable<string> Shuffled()
    {
        var paragraphs = Directory.GetFiles("samples", "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(File.ReadAllLines).Where(l => l.Length > 40).ToList();
        var dice = new Random(1);
        while (true)
        {
            yield return string.Join("\n\n", Enumerable.Range(0, 14).Select(_ => paragraphs[dice.Next(paragraphs.Count)]));
        }
    }

    private static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
