using Dapper;
using Microsoft.Data.Sqlite;

namespace Stemma.Sqlite;

/// <summary>Opens a case file, or says in plain words why it is none.</summary>
/// <remarks>
/// A file of unknown origin is looked at before anything of it runs: whose it is, of which version, and with its schema not trusted.
/// </remarks>
internal static class CaseFile
{
    /// <summary>"STMA": what a case file says it is.</summary>
    private const int ApplicationId = 0x53544D41;

    // Long enough for another process to finish an article or a re-read's step, short enough that a person still waits.
    private const int BusySeconds = 20;

    private const int NotADatabase = 26, Busy = 5, Locked = 6, ReadOnlyFile = 8, CannotOpen = 14, Full = 13, Corrupt = 11;

    private static readonly byte[] Magic = "SQLite format 3\0"u8.ToArray();

    /// <exception cref="CaseFileException">It cannot be opened as a case; the message says why and names the file.</exception>
    public static SqliteConnection Open(string path, Access access)
    {
        SQLitePCL.Batteries_V2.Init();
        var there = Exists(path);
        if (!there && access != Access.Make)
        {
            throw new CaseFileException(path, "there is no such case file. “stemma add FILES…” makes one.");
        }

        Check(path, there);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!there && !Directory.Exists(folder))
        {
            throw new CaseFileException(path, $"the folder {folder} does not exist.");
        }

        return Said(path, () => access == Access.Read && !Writable(path, folder) ? OpenReadOnly(path) : OpenForWriting(path, there));
    }

    /// <summary>Does this, and tells what SQLite answers in words a person can act on.</summary>
    public static T Said<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException e)
        {
            throw new CaseFileException(path, e.SqliteErrorCode switch
            {
                NotADatabase => "this is no case file of Stemma.",
                Busy or Locked => "another program is writing to it and did not finish. Try again when it is done.",
                ReadOnlyFile => "it can be read but not written to (the file or its folder is read-only).",
                CannotOpen => "it cannot be opened: the folder is missing or read-only, or the file may not be read.",
                Full => "the disk is full; nothing half kept.",
                Corrupt => "the file is damaged. “stemma export” from a copy may still save what can be read.",
                _ => $"the database answers: {e.Message}",
            }, e);
        }
    }

    private static bool Exists(string path)
    {
        if (Directory.Exists(path))
        {
            throw new CaseFileException(path, "this is a folder, not a case file.");
        }

        return File.Exists(path) && new FileInfo(path).Length > 0;
    }

    // Before SQLite sees it: is it a database at all?
    private static void Check(string path, bool there)
    {
        if (!there)
        {
            return;
        }

        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            Span<byte> head = stackalloc byte[16];
            if (file.ReadAtLeast(head, 16, throwOnEndOfStream: false) < 16 || !head.SequenceEqual(Magic))
            {
                throw new CaseFileException(path, "this is no case file of Stemma.");
            }
        }
        catch (UnauthorizedAccessException e)
        {
            throw new CaseFileException(path, "it may not be read.", e);
        }
        catch (IOException e)
        {
            throw new CaseFileException(path, $"it cannot be read: {e.Message}", e);
        }
    }

    private static bool Writable(string path, string folder)
    {
        try
        {
            using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete))
            {
            }

            // The write-ahead log lies beside the file: the folder must take it.
            var probe = Path.Combine(folder, $".stemma-{Environment.ProcessId}");
            using (new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
            {
            }

            return true;
        }
        catch (Exception e) when (e is UnauthorizedAccessException or IOException)
        {
            return false;
        }
    }

    private static SqliteConnection OpenForWriting(string path, bool there)
    {
        var connection = Connect(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = there ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadWriteCreate,
        });
        try
        {
            Own(path, connection);
            connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;");
            Migrate(path, connection);
            WordIndex.Mend(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // Where nothing can be written there is no place for the shared memory of the write-ahead log: the file is taken as it lies.
    private static SqliteConnection OpenReadOnly(string path)
    {
        if (File.Exists(path + "-wal") && new FileInfo(path + "-wal").Length > 0)
        {
            throw new CaseFileException(path, $"it may not be written to, and unfinished work lies beside it ({Path.GetFileName(path)}-wal). Copy both to a folder you may write to.");
        }

        var connection = Connect(new SqliteConnectionStringBuilder
        {
            DataSource = $"file:{Uri.EscapeDataString(Path.GetFullPath(path)).Replace("%2F", "/", StringComparison.Ordinal)}?immutable=1",
            Mode = SqliteOpenMode.ReadOnly,
        });
        try
        {
            Own(path, connection);
            if (Version(connection) != Sql.Migrations().Count)
            {
                throw new CaseFileException(path, "it was made by an older Stemma and may not be written to. Copy it to a folder you may write to.");
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static SqliteConnection Connect(SqliteConnectionStringBuilder words)
    {
        words.Pooling = false;
        words.DefaultTimeout = BusySeconds;
        var connection = new SqliteConnection(words.ConnectionString);
        connection.Open();
        connection.Execute($"PRAGMA trusted_schema = OFF; PRAGMA busy_timeout = {BusySeconds * 1000};");
        return connection;
    }

    private static void Own(string path, SqliteConnection connection)
    {
        var application = connection.ExecuteScalar<long>("PRAGMA application_id;");
        var version = Version(connection);
        var empty = application == 0 && version == 0 && connection.ExecuteScalar<long>(Sql.Query("count-tables")) == 0;
        if (application != ApplicationId && !empty)
        {
            throw new CaseFileException(path, "this is a database of another program, not a case file of Stemma.");
        }

        var known = Sql.Migrations().Count;
        if (version > known)
        {
            throw new CaseFileException(path, $"this case was made by a newer Stemma (case version {version}; this one knows {known}). Use that one, or “stemma export” with it.");
        }
    }

    private static long Version(SqliteConnection connection) => connection.ExecuteScalar<long>("PRAGMA user_version;");

    private static void Migrate(string path, SqliteConnection connection)
    {
        var migrations = Sql.Migrations();
        if (Version(connection) == migrations.Count)
        {
            return;
        }

        // Another process may be doing the same: whoever is second finds it done.
        using var transaction = connection.BeginTransaction(deferred: false);
        Own(path, connection);
        for (var version = Version(connection); version < migrations.Count; version++)
        {
            connection.Execute(migrations[(int)version], transaction: transaction);
        }

        connection.Execute($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {migrations.Count};", transaction: transaction);
        transaction.Commit();
    }
}

/// <summary>What a case is opened for.</summary>
public enum Access
{
    /// <summary>To ask; a file that may not be written to will do.</summary>
    Read,

    /// <summary>To change a case that is there.</summary>
    Change,

    /// <summary>To change it, made where it is missing.</summary>
    Make,
}

/// <summary>A case file cannot be used; the message names the file and says what to do.</summary>
public sealed class CaseFileException(string file, string message, Exception? inner = null) : Exception($"{file}: {message}", inner)
{
    public string File { get; } = file;
}
