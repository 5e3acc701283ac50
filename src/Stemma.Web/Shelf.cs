using System.Security.Cryptography;
using Stemma.Ledger;
using Stemma.Sqlite;

namespace Stemma.Web;

/// <summary>Holds the case ready to be shown, and reads it again when the file changed, whoever changed it.</summary>
/// <remarks>Reading a case takes seconds where it is large; a page must not. So all requests share one finished view until a write makes a new one.</remarks>
public sealed class Shelf(string path, Func<string> now)
{
    private readonly Lock _lock = new();
    private Desk? _desk;
    private (long, long, DateTime, DateTime) _stamp;
    private int _beside;

    /// <summary>A case that is ready: only to be looked at. The file, where there is one, holds its words for searching.</summary>
    internal Shelf(Case ready, string path = "")
        : this(path, () => "")
    {
        _desk = Made(ready);
        _stamp = Stamp();
    }

    /// <summary>What every form carries, new with every start of the program: another site's page cannot know it.</summary>
    public string Token { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public Desk Desk
    {
        get
        {
            lock (_lock)
            {
                return AsItStands();
            }
        }
    }

    /// <summary>Articles in which a newer reader found otherwise than the one before.</summary>
    public IReadOnlyList<string> ReadOtherwise => path.Length == 0 ? [] : Ask(l => l.ReadOtherwise());

    /// <summary>Does something to the case; one at a time, and the next page shows it.</summary>
    public T Write<T>(Func<SqliteLedger, Func<string>, T> work)
    {
        lock (_lock)
        {
            using var ledger = SqliteLedger.Open(path, Access.Make);
            try
            {
                return work(ledger, now);
            }
            finally
            {
                _desk = null;
            }
        }
    }

    /// <summary>One act of a person, on the case as it stands.</summary>
    public Correction Correct(string by, Func<Case, Corrector, Correction> act)
    {
        lock (_lock)
        {
            var seen = AsItStands().Case;
            return Write((ledger, clock) => act(seen, new Corrector(ledger, new Recorder(ledger, clock), by, clock)));
        }
    }

    /// <summary>Several acts of a person as one: all or none, and one undo takes them back.</summary>
    public IReadOnlyList<Correction> CorrectTogether(string by, Func<Desk, Corrector, IEnumerable<Correction>> acts)
    {
        lock (_lock)
        {
            var seen = AsItStands();
            return Write((ledger, clock) =>
            {
                var corrector = new Corrector(ledger, new Recorder(ledger, clock), by, clock);
                return corrector.Together(() => acts(seen, corrector));
            });
        }
    }

    /// <summary>Long work beside the pages: they show the case as it was until it is done.</summary>
    public void Beside(Action<SqliteLedger, Func<string>> work)
    {
        Interlocked.Increment(ref _beside);
        try
        {
            using var ledger = SqliteLedger.Open(path, Access.Make);
            work(ledger, now);
        }
        finally
        {
            Interlocked.Decrement(ref _beside);
        }
    }

    /// <summary>Asks the ledger itself: full-text search, originals.</summary>
    public T Ask<T>(Func<SqliteLedger, T> question)
    {
        using var ledger = SqliteLedger.Open(path, Access.Read);
        return question(ledger);
    }

    private Desk AsItStands()
    {
        var stamp = Stamp();
        if (_desk is null || (stamp != _stamp && Volatile.Read(ref _beside) == 0))
        {
            using var ledger = SqliteLedger.Open(path, Access.Read);
            _desk = Made(WholeCase.Read(ledger, remember: false));
            _stamp = stamp;
        }

        return _desk;
    }

    private Desk Made(Case all)
    {
        if (path.Length == 0)
        {
            return new Desk(all, Token);
        }

        Desk desk = null!;
        var rows = new Lazy<Task<int[]>>(() => Task.Run(() => Places(desk)));
        desk = new Desk(all, Token, (_, terms) =>
        {
            var places = rows.Value.GetAwaiter().GetResult();
            return Ask(l => l.RowsWith(terms)).Where(row => row < places.Length && places[row] >= 0).Select(row => places[row]);
        });

        // Known by the time somebody has typed a word.
        _ = rows.Value;
        return desk;
    }

    // Which row of the file's index is which statement on the desk, -1 for none; what is on the desk and rejected has no row.
    private int[] Places(Desk desk)
    {
        var at = new Dictionary<(string, string), int>(desk.Kept.Count);
        for (var i = 0; i < desk.Kept.Count; i++)
        {
            at.TryAdd((desk.Kept[i].Article, desk.Kept[i].Local), i);
        }

        var rows = Ask(l => l.StatementRows());
        var places = new int[rows.Count == 0 ? 0 : rows.Max(r => r.Row) + 1];
        Array.Fill(places, -1);
        foreach (var (row, article, local) in rows)
        {
            if (at.TryGetValue((article, local), out var place))
            {
                places[row] = place;
            }
        }

        return places;
    }

    // An empty log beside the file only says that somebody is looking.
    private (long, long, DateTime, DateTime) Stamp()
    {
        if (path.Length == 0)
        {
            return default;
        }

        var (file, log) = (new FileInfo(path), new FileInfo(path + "-wal"));
        var logged = log.Exists && log.Length > 0;
        return (file.Exists ? file.Length : 0, logged ? log.Length : 0, file.Exists ? file.LastWriteTimeUtc : default, logged ? log.LastWriteTimeUtc : default);
    }
}
