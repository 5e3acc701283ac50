using System.Collections.Concurrent;
using System.Text;
using Stemma.Articles.Intake;
using Stemma.Ledger;

namespace Stemma.Web;

/// <summary>How far has the reading of what somebody handed in come, and what became of each piece?</summary>
public sealed class Adding
{
    // What became of the pieces is shown so far; the rest is counted.
    private const int MostShown = 500;

    private readonly Lock _lock = new();
    private readonly List<Outcome> _outcomes = [];

    internal Adding(string id, long bytes) => (Id, Bytes) = (id, bytes);

    public string Id { get; }

    /// <summary>How much was handed in.</summary>
    public long Bytes { get; }

    /// <summary>How much of it has been read.</summary>
    public long Done { get; private set; }

    public int Added { get; private set; }

    /// <summary>Articles that were in the case before.</summary>
    public int Known { get; private set; }

    public int Refused { get; private set; }

    public bool Finished { get; private set; }

    /// <summary>Why it stopped before its end; null where it did not.</summary>
    public string? Fault { get; private set; }

    /// <summary>What became of the pieces so far.</summary>
    public IReadOnlyList<Outcome> Outcomes
    {
        get
        {
            lock (_lock)
            {
                return [.. _outcomes];
            }
        }
    }

    internal void Take(Outcome outcome)
    {
        lock (_lock)
        {
            Done = Math.Min(Bytes, Done + outcome.Bytes);
            _ = outcome.Kind switch { OutcomeKind.Added => Added++, OutcomeKind.Known => Known++, _ => Refused++ };
            if (_outcomes.Count < MostShown)
            {
                _outcomes.Add(outcome);
            }
        }
    }

    internal void End(string? fault)
    {
        lock (_lock)
        {
            (Finished, Fault, Done) = (true, fault, fault is null ? Bytes : Done);
        }
    }
}

/// <summary>Takes what is handed in over the pages, reads it beside them, and remembers the last few for whoever asks how far it is.</summary>
internal sealed class AddingDesk(Shelf shelf)
{
    private const int MostRemembered = 20;

    // A pasted article is read by then: its page shows at once what became of it.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(1500);

    private readonly ConcurrentDictionary<string, Adding> _known = new();
    private readonly ConcurrentQueue<string> _order = new();
    private int _count;

    public Adding? Find(string id) => _known.GetValueOrDefault(id);

    /// <summary>Begins to read what lies in this folder, and takes the folder away at the end.</summary>
    public async Task<Adding> Begin(DirectoryInfo folder, string? pasted, Said said)
    {
        var files = folder.EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(f => f.FullName, StringComparer.Ordinal).ToList();
        var adding = new Adding($"{Interlocked.Increment(ref _count)}", files.Sum(f => f.Length) + Encoding.UTF8.GetByteCount(pasted ?? ""));
        _known[adding.Id] = adding;
        _order.Enqueue(adding.Id);
        if (_order.Count > MostRemembered && _order.TryDequeue(out var oldest))
        {
            _known.TryRemove(oldest, out _);
        }

        await Task.WhenAny(Task.Run(() => Read(adding, folder, files, pasted, said)), Task.Delay(Patience));
        return adding;
    }

    private void Read(Adding adding, DirectoryInfo folder, List<FileInfo> files, string? pasted, Said said)
    {
        string? fault = null;
        try
        {
            shelf.Beside((ledger, now) =>
            {
                var recorder = new Recorder(ledger, now);
                if (pasted is not null)
                {
                    Take(recorder.KeepAll(Intake.Open("-", said, input: new MemoryStream(Encoding.UTF8.GetBytes(pasted))), 1));
                }

                // One file after the other: a folder's name must not reach the articles, which are known by the name they came with.
                foreach (var file in files)
                {
                    Take(recorder.KeepAll(Intake.Open(file.FullName, said).Select(t => Named(t, file.DirectoryName!)), Environment.ProcessorCount));
                }
            });
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            fault = e is Sqlite.CaseFileException ? e.Message : $"A fault of the program ({e.GetType().Name}). What was kept before it stands.";
        }
        finally
        {
            folder.Delete(recursive: true);
            adding.End(fault);
        }

        void Take(IEnumerable<Outcome> outcomes)
        {
            foreach (var outcome in outcomes)
            {
                adding.Take(outcome);
            }
        }
    }

    private static Taken Named(Taken taken, string folder) => new(
        taken.Page is { } page ? page with { File = Path.GetFileName(page.File) } : null,
        taken.Refusal is { } refusal ? refusal with { File = refusal.File.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal) } : null);
}
