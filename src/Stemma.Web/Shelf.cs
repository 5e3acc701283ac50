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

    /// <summary>A case that is ready and lies in no file: only to be looked at.</summary>
    internal Shelf(Case ready)
        : this("", () => "")
    {
        _desk = new Desk(ready, Token);
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

    /// <summary>Asks the ledger itself: full-text search, originals.</summary>
    public T Ask<T>(Func<SqliteLedger, T> question)
    {
        using var ledger = SqliteLedger.Open(path, Access.Read);
        return question(ledger);
    }

    private Desk AsItStands()
    {
        var stamp = Stamp();
        if (_desk is null || stamp != _stamp)
        {
            using var ledger = SqliteLedger.Open(path, Access.Read);
            _desk = new Desk(WholeCase.Read(ledger), Token);
            _stamp = stamp;
        }

        return _desk;
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
