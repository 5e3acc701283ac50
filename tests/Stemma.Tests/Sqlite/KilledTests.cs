using System.Diagnostics;
using Stemma.Ledger;
using Stemma.Sqlite;

namespace Stemma.Tests.Sqlite;

/// <summary>`stemma add` is killed in the middle: the case opens again with whole articles only, and adding again completes it.</summary>
public sealed class KilledTests : IDisposable
{
    private const int Articles = 240;

    private readonly string _folder = Directory.CreateTempSubdirectory("stemma-killed-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Killed_at_any_moment_the_case_holds_whole_articles_only()
    {
        var lines = Path.Combine(_folder, "many.jsonl");
        File.WriteAllLines(lines, Enumerable.Range(0, Articles).Select(n =>
            $$"""{"id": "n{{n}}", "outlet": "Outlet {{n % 7}}", "published": "2031-05-04", "text": "Crane {{n}} fell at Lom on Sunday. Ilse Maren said {{n}} people saw it. Orlin Voss denied it. {{Own(n)}}"}"""));
        var path = Path.Combine(_folder, "case.db");

        // Each round is struck later; what was kept stays, so the rounds do not begin anew.
        var kept = 0;
        for (var round = 0; round < 4; round++)
        {
            var target = kept + 25;
            using var child = Start(lines, path);
            var patience = Stopwatch.StartNew();
            while (!child.HasExited && patience.Elapsed < TimeSpan.FromSeconds(60) && Count(path) < target)
            {
                Thread.Sleep(5);
            }

            child.Kill();
            child.WaitForExit();

            using var ledger = SqliteLedger.Open(path, Access.Change);
            Assert.Empty(ledger.Damage());
            Assert.Empty(Verifier.Check(ledger));
            var articles = ledger.Articles();
            Assert.True(articles.Count >= kept, "an article that was kept is gone");
            kept = articles.Count;
            var ids = articles.Select(a => a.Id).ToHashSet();
            Assert.All(ledger.Pairs(), p => Assert.True(ids.Contains(p.First) && ids.Contains(p.Second)));
            Assert.Equal(kept, ledger.Keys(0).Count());
            Assert.Equal(kept, ledger.AllFindings().Count());
        }

        Assert.InRange(kept, 25, Articles);
        using var last = Start(lines, path);
        Assert.True(last.WaitForExit(TimeSpan.FromMinutes(3)));
        using var whole = SqliteLedger.Open(path, Access.Read);
        Assert.Equal(Articles, whole.Articles().Count);
        Assert.Empty(whole.Damage());
    }

    // Words that no two articles share: this is about keeping, not about comparing.
    private static string Own(int n) => string.Join(' ', Enumerable.Range(0, 120).Select(k => $"w{unchecked((uint)((n * 7919) + (k * 104729)) * 2654435761u) % 1_000_000}")) + ".";

    private static Process Start(string lines, string path)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } own && Path.GetFileNameWithoutExtension(own) == "dotnet" ? own : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var word in new[] { Path.Combine(AppContext.BaseDirectory, "stemma.dll"), "add", lines, "--quiet", "--case", path })
        {
            start.ArgumentList.Add(word);
        }

        var child = Process.Start(start)!;
        child.OutputDataReceived += (_, _) => { };
        child.ErrorDataReceived += (_, _) => { };
        child.BeginOutputReadLine();
        child.BeginErrorReadLine();
        return child;
    }

    private static int Count(string path)
    {
        if (!File.Exists(path))
        {
            return 0;
        }

        try
        {
            using var ledger = SqliteLedger.Open(path, Access.Read);
            return ledger.Articles().Count;
        }
        catch (CaseFileException)
        {
            // The child is only just making it.
            return 0;
        }
    }
}
