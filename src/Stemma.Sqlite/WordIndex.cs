using Dapper;
using Microsoft.Data.Sqlite;

namespace Stemma.Sqlite;

/// <summary>Is the full-text index there and does it hold what the tables hold? Made again where not: it is made of them alone.</summary>
/// <remarks>Kept in step by <see cref="SqliteLedger.Keep"/> in the article's own transaction; what is mended here was taken away or left behind from outside.</remarks>
internal static class WordIndex
{
    private const int ReadOnlyFile = 8;

    /// <summary>A look at the first and last rows, quick enough for every opening.</summary>
    public static void Mend(SqliteConnection connection)
    {
        if (connection.ExecuteScalar<long>(Sql.Query("count-word-indexes")) == 2 && connection.ExecuteScalar<long>(Sql.Query("word-indexes-reach")) == 1)
        {
            return;
        }

        Make(connection);
    }

    /// <summary>Does it hold exactly the words of the tables? Made again where not. Reads everything.</summary>
    public static bool Check(SqliteConnection connection)
    {
        try
        {
            connection.Execute(Sql.Query("check-word-indexes"));
            return true;
        }
        catch (SqliteException e) when (e.SqliteErrorCode == ReadOnlyFile)
        {
            // Asking is a kind of writing; a file that cannot be written to cannot be asked.
            return true;
        }
        catch (SqliteException)
        {
            Make(connection);
            return false;
        }
    }

    private static void Make(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        connection.Execute(Sql.Query("make-word-indexes"), transaction: transaction);
        transaction.Commit();
    }
}
