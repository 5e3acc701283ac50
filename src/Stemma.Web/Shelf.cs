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

    /// <summary>What every form carries, new with every start of the program: another site's page cannot know it.</summary>
    public string Token { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public Desk Desk
    {
        get
        {
            lock (_lock)
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
    public Correction Correct(string by, Func<Case, Corrector, Correction> act) => Write((ledger, clock) =>
        act(WholeCase.Read(ledger), new Corrector(ledger, new Recorder(ledger, clock), by, clock)));

    /// <summary>Asks the ledger itself: full-text search, originals.</summary>
    public T Ask<T>(Func<SqliteLedger, T> question)
    {
        using var ledger = SqliteLedger.Open(path, Access.Read);
        return question(ledger);
    }

    private (long, long, DateTime, DateTime) Stamp()
    {
        var (file, log) = (new FileInfo(path), new FileInfo(path + "-wal"));
        return (file.Exists ? file.Length : 0, log.Exists ? log.Length : 0, file.Exists ? file.LastWriteTimeUtc : default, log.Exists ? log.LastWriteTimeUtc : default);
    }
}
