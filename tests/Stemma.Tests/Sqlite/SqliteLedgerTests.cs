using Microsoft.Data.Sqlite;
using Stemma.Ledger;
using Stemma.Sqlite;
using Stemma.Tests.Ledger;

namespace Stemma.Tests.Sqlite;

public sealed class SqliteLedgerTests : LedgerContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("stemma-").FullName;
    private int _files;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    protected override ILedger Open() => SqliteLedger.Open(Path.Combine(_folder, $"{_files++}.db"), Access.Make);

    [Fact]
    public void A_case_that_is_opened_again_holds_what_was_kept()
    {
        var path = Path.Combine(_folder, "again.db");
        using (var ledger = SqliteLedger.Open(path, Access.Make))
        {
            new Recorder(ledger, () => "t", LomPages.Reader).Keep(LomPages.Page(LomPages.WireText, "w1"));
        }

        using var again = SqliteLedger.Open(path, Access.Read);
        Assert.Equal(LomPages.WireText, again.Findings("w1").Article.Text);
        Assert.Empty(again.Damage());
    }

    [Fact]
    public void The_index_of_words_goes_with_every_change_and_is_made_again_where_it_is_missing_or_behind()
    {
        var path = Path.Combine(_folder, "words.db");
        using (var ledger = SqliteLedger.Open(path, Access.Make))
        {
            new Recorder(ledger, () => "t", LomPages.Reader).Keep(LomPages.Page(LomPages.WireText, "w1"));
            Assert.Equal(["s2"], Found(ledger, "denied"));
            Reject(ledger, "w1", "s2");
            Assert.Empty(Found(ledger, "denied"));
            Assert.Equal(["s1"], Found(ledger, "shells"));
            Assert.Empty(ledger.Damage());
        }

        foreach (var harm in new[] { "DROP TABLE statement_words;", "DROP TABLE article_words;", "INSERT INTO statement_words (statement_words) VALUES ('delete-all');" })
        {
            Sql(path, harm);
            using var again = SqliteLedger.Open(path, Access.Read);
            Assert.Equal(["s1"], Found(again, "shells"));
            Assert.NotEmpty(again.Search("telephone*", 5).Concat(again.Search("north", 5)));
            Assert.Empty(again.Damage());
        }

        // What only a full look can see is found, told and mended by “stemma verify”.
        Sql(path, "INSERT INTO statement_words (statement_words, rowid, source, cue, content) SELECT 'delete', number, source, cue, content FROM statement; INSERT INTO statement_words (rowid, source, cue, content) SELECT number, 'x', 'y', 'z' FROM statement;");
        using var harmed = SqliteLedger.Open(path, Access.Change);
        Assert.Empty(Found(harmed, "shells"));
        Assert.Contains("index of words", Assert.Single(harmed.Damage()), StringComparison.Ordinal);
        Assert.Equal(["s1"], Found(harmed, "shells"));
        Assert.Empty(harmed.Damage());
    }

    private static List<string> Found(SqliteLedger ledger, string words)
    {
        var rows = ledger.StatementRows().ToDictionary(r => r.Row, r => r.Local);
        return [.. ledger.RowsWith(SearchWords.Parse(words)).Select(r => rows[r]).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void A_file_that_is_no_case_is_refused_by_name()
    {
        var text = Path.Combine(_folder, "notes.txt");
        File.WriteAllText(text, "this is a shopping list and no database at all");
        Assert.Contains("no case file", Refused(text, Access.Make), StringComparison.Ordinal);
        Assert.Contains("notes.txt", Refused(text, Access.Read), StringComparison.Ordinal);
        Assert.Contains("no such case file", Refused(Path.Combine(_folder, "none.db"), Access.Read), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder, "none.db")));
        Assert.Contains("folder", Refused(_folder, Access.Make), StringComparison.Ordinal);
        Assert.Contains("does not exist", Refused(Path.Combine(_folder, "no", "where.db"), Access.Make), StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_of_another_program_is_left_as_it_is()
    {
        var path = Path.Combine(_folder, "other.db");
        Sql(path, "PRAGMA journal_mode = DELETE; CREATE TABLE song (title TEXT); INSERT INTO song VALUES ('x');");
        var before = File.ReadAllBytes(path);
        Assert.Contains("another program", Refused(path, Access.Make), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(path));
    }

    [Fact]
    public void A_case_of_a_newer_version_is_refused_with_both_versions()
    {
        var path = Path.Combine(_folder, "newer.db");
        SqliteLedger.Open(path, Access.Make).Dispose();
        Sql(path, "PRAGMA user_version = 99;");
        Assert.Contains("version 99", Refused(path, Access.Read), StringComparison.Ordinal);
    }

    [Fact]
    public void The_log_cannot_be_changed_through_the_file_without_being_found()
    {
        var path = Path.Combine(_folder, "log.db");
        using (var ledger = SqliteLedger.Open(path, Access.Make))
        {
            var first = CorrectionLog.Line(null, new Correction("", "t", "me", "note", new CorrectionTarget(null, null, null, "x"), null, "one", null, ""));
            ledger.Append(first);
            ledger.Append(CorrectionLog.Line(first, new Correction("", "t", "me", "note", new CorrectionTarget(null, null, null, "x"), null, "two", null, "")));
        }

        Assert.Throws<SqliteException>(() => Sql(path, "UPDATE correction SET line = replace(line, 'one', 'eins');"));
        Assert.Throws<SqliteException>(() => Sql(path, "DELETE FROM correction;"));
        Sql(path, "DROP TRIGGER correction_is_not_changed; UPDATE correction SET line = replace(line, 'two', 'zwei') WHERE number = 2;");
        using var again = SqliteLedger.Open(path, Access.Read);
        Assert.NotEmpty(again.Damage());
        Assert.NotEmpty(Verifier.Check(again));
    }

    [Fact]
    public async Task Two_that_keep_at_once_lose_nothing()
    {
        var path = Path.Combine(_folder, "two.db");
        await Task.WhenAll(Enumerable.Range(0, 3).Select(n => Task.Run(() =>
        {
            using var ledger = SqliteLedger.Open(path, Access.Make);
            var recorder = new Recorder(ledger, () => "t", LomPages.Reader);
            for (var i = 0; i < 40; i++)
            {
                // Every tenth is the same for all: kept once.
                recorder.Keep(LomPages.Page($"A docker saw crane {(i % 10 == 0 ? i : (100 * (n + 1)) + i)} fall."));
            }
        })));

        using var all = SqliteLedger.Open(path, Access.Read);
        Assert.Equal((3 * 36) + 4, all.Articles().Count);
        Assert.Empty(Verifier.Check(all));
        Assert.Empty(all.Damage());
    }

    [Fact]
    public void While_one_writes_another_reads_what_was_there_before()
    {
        var path = Path.Combine(_folder, "reading.db");
        using var writer = SqliteLedger.Open(path, Access.Make);
        using var reader = SqliteLedger.Open(path, Access.Read);
        writer.Alone(() =>
        {
            new Recorder(writer, () => "t", LomPages.Reader).Keep(LomPages.Page(LomPages.WireText, "w1"));
            Assert.Empty(reader.Articles());
            return 0;
        });
        Assert.Single(reader.Articles());
    }

    private string Refused(string path, Access access) => Assert.Throws<CaseFileException>(() => SqliteLedger.Open(path, access)).Message;

    private static void Sql(string path, string sql)
    {
        SQLitePCL.Batteries_V2.Init();
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
