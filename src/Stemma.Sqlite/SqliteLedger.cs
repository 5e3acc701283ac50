using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Stemma.Corpus;
using Stemma.Ledger;

namespace Stemma.Sqlite;

/// <summary>A case in one file.</summary>
/// <remarks>
/// Write-ahead log, one transaction for a few articles at most: killed at any moment, the file opens again with whole articles only.
/// A process that writes holds the file for a fifth of a second; others wait for it (see <see cref="CaseFile"/>).
/// </remarks>
public sealed class SqliteLedger : ILedger
{
    // Articles whose findings stay at hand while others are compared with them; a few MB.
    private const int FindingsAtHand = 512;

    // Keys are handed over in steps, so that a large case never lies in memory at once.
    private const int KeysAtOnce = 2_000;

    private readonly string _path;
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, Lazy<ArticleFindings>> _atHand = [];
    private readonly Queue<string> _oldest = new();
    private SqliteTransaction? _transaction;
    private long _seenChange = -1;

    private SqliteLedger(string path, SqliteConnection connection)
    {
        _path = path;
        _connection = connection;
    }

    public string Name => Path.GetFileName(_path);

    /// <exception cref="CaseFileException">It cannot be opened as a case; the message says why and names the file.</exception>
    public static SqliteLedger Open(string path, Access access) => new(path, CaseFile.Open(path, access));

    public T Alone<T>(Func<T> work) => _transaction is not null ? work() : CaseFile.Said(_path, () =>
    {
        using var transaction = _connection.BeginTransaction(deferred: false);
        _transaction = transaction;
        try
        {
            ForgetWhatOthersChanged();
            var done = work();
            transaction.Commit();
            return done;
        }
        catch
        {
            Forget();
            throw;
        }
        finally
        {
            _transaction = null;
        }
    });

    public long Change => Rows<long>("change")[0];

    public CaseReading? Reading(string program) => Rows<byte[]>("reading", new { program }).FirstOrDefault() is { } packed ? PackedReading.Unpack(packed) : null;

    public void KeepReading(string program, long change, CaseReading reading)
    {
        if (Change != change)
        {
            return;
        }

        var packed = PackedReading.Pack(reading);
        try
        {
            Alone(() =>
            {
                Run("delete-reading", new { });
                return Run("insert-reading", new { program, change, packed });
            });
        }
        catch (CaseFileException)
        {
            // The file may not be written to, or somebody else writes for long: the next command works it out again.
        }
    }

    public void Keep(Parcel parcel) => Alone(() =>
    {
        Changes();
        var (article, shown) = (parcel.Machine.Article, parcel.Shown);
        var known = Scalar<long?>("place-of", new { id = article.Id });
        if (known is { } old)
        {
            Run("unindex-article", new { place = old });
            Run("unindex-statements", new { place = old });
            Run("delete-statements", new { place = old });
            Run("delete-pairs", new { place = old });
        }

        var place = known ?? 0;
        var row = new
        {
            place = known,
            id = article.Id,
            key = CaseIds.Article(article),
            given = article.Given,
            outlet = shown.Article.Outlet,
            url = shown.Article.Url,
            title = shown.Article.Title,
            published = shown.Published?.Moment.Edtf,
            text = Clean(shown.Article.Text),
            reader = parcel.Machine.Reader,
            compared = parcel.Compared ? 1 : 0,
        };
        if (known is null)
        {
            place = Scalar<long>("insert-article", row);
            var plain = Encoding.UTF8.GetString(parcel.Page.Original.Span) == parcel.Page.Content;
            Run("insert-original", new
            {
                place,
                pageKey = PageKey.Of(parcel.Page),
                sha256 = parcel.Page.Sha256,
                bytes = parcel.Page.Original.ToArray(),
                content = plain ? null : parcel.Page.Content,
                page = JsonSerializer.Serialize(PageRow.Of(parcel.Page), FindingsJson.Options),
                came = parcel.Came,
            });
        }
        else
        {
            Run("update-article", row);
        }

        Run("replace-finding", new { place, line = FindingsJson.Line(parcel.Machine) });
        if (parcel.Earlier is { } earlier)
        {
            Run("replace-earlier", new { place, line = FindingsJson.Line(earlier) });
        }

        if (parcel.Overlaid is { } layer)
        {
            Run("replace-overlay", new { place, layer = LedgerJson.Write(layer) });
        }
        else if (known is not null)
        {
            Run("delete-overlay", new { place });
        }

        Run("replace-key", new { place, reuse = Bytes(parcel.Keys.Reuse), story = Bytes(parcel.Keys.Story) });
        Run("index-article", new { place, title = row.title, row.text });
        KeepStatements(place, shown);
        Drop(article.Id);
        AtHand(article.Id, new(shown));
        foreach (var pair in parcel.Pairs)
        {
            Run("insert-pair", new { first = pair.First, second = pair.Second, line = LedgerJson.Write(pair, Positions) });
        }

        return 0;
    });

    public void Remove(string article) => Alone(() =>
    {
        Changes();
        if (Scalar<long?>("place-of", new { id = article }) is { } place)
        {
            Run("unindex-article", new { place });
            Run("unindex-statements", new { place });
            Run("delete-article", new { place });
            Drop(article);
        }

        return 0;
    });

    public IReadOnlyList<KeptArticle> Articles() => [.. Rows<ArticleRow>("articles").Select(Kept)];

    /// <summary>Is there anything that an older reader read, or that is still to be compared?</summary>
    public bool HasOlder() => Rows<string>("readers").Exists(v => PageReader.IsOlder(v, PageReader.OfThisProgram.Version)) || Rows<long>("uncompared").Count > 0;

    /// <summary>What SQLite itself finds damaged, and lines of the log that no longer have the hash they were written with.</summary>
    public IEnumerable<string> Damage() => CaseFile.Said(_path, () => _connection.Query<string>("PRAGMA integrity_check;").AsList())
        .Where(said => said != "ok").Select(said => $"the file is damaged: {said}.")
        .Concat(CaseFile.Said(_path, () => WordIndex.Check(_connection)) ? [] : ["the index of words was out of step with the articles; it has been made again."])
        .Concat(Rows<CorrectionRow>("hashed-log").Where(r => CorrectionLog.HashOf(r.Line) != r.Hash).Select(r => $"the log of corrections, line {r.Number}: its words are not those that were written."));

    public bool Has(string article) => Scalar<long?>("place-of", new { id = article }) is not null;

    public KeptArticle? OfPage(string pageKey) => Rows<ArticleRow>("article-of-page", new { pageKey }).Select(Kept).FirstOrDefault();

    public KeptArticle? OfContent(string contentKey) => Rows<ArticleRow>("article-of-content", new { key = contentKey }).Select(Kept).FirstOrDefault();

    public IReadOnlyList<KeptArticle> Bearing(string given) => [.. Rows<ArticleRow>("articles-bearing", new { given }).Select(Kept)];

    public Original Original(string article)
    {
        var row = Rows<OriginalRow>("original", new { id = article }).FirstOrDefault() ?? throw Unknown(article);
        var page = JsonSerializer.Deserialize<PageRow>(row.Page, FindingsJson.Options)!;
        return new Original(page.Page(row.Bytes, row.Content ?? Encoding.UTF8.GetString(row.Bytes)), row.Came);
    }

    public ArticleFindings Machine(string article) =>
        FindingsJson.ReadLine(Rows<string>("machine", new { id = article }).FirstOrDefault() ?? throw Unknown(article));

    public ArticleFindings? Earlier(string article) => Rows<string>("earlier", new { id = article }).FirstOrDefault() is { } line ? FindingsJson.ReadLine(line) : null;

    public IReadOnlyList<string> ReadOtherwise() => Rows<string>("read-otherwise");

    public Overlaid? Overlay(string article) =>
        Rows<string>("overlay", new { id = article }).FirstOrDefault() is { } layer ? LedgerJson.ReadOverlaid(layer) : null;

    public ArticleFindings Findings(string article) => Fetch(article).Value;

    public Lazy<ArticleFindings> Fetch(string article)
    {
        if (_transaction is null)
        {
            ForgetWhatOthersChanged();
        }

        if (_atHand.TryGetValue(article, out var known))
        {
            return known;
        }

        var row = Rows<FindingRow>("findings", new { id = article }).FirstOrDefault() ?? throw Unknown(article);
        var found = new Lazy<ArticleFindings>(() => Shown(row));
        AtHand(article, found);
        return found;
    }

    public IEnumerable<ArticleFindings> AllFindings() => Rows<FindingRow>("all-findings")
        .Select(Shown);

    public IEnumerable<ArticleKeys> Keys(long after)
    {
        List<KeyRow> rows;
        do
        {
            rows = Rows<KeyRow>("keys-after", new { after, limit = KeysAtOnce });
            foreach (var row in rows)
            {
                yield return new ArticleKeys(row.Article, row.Place, Numbers(row.Reuse), Numbers(row.Story));
                after = row.Place;
            }
        }
        while (rows.Count == KeysAtOnce);
    }

    public IReadOnlyList<PairFindings> Pairs()
    {
        var positions = new Dictionary<string, CodePoints>();
        CodePoints Of(string article) => positions.TryGetValue(article, out var map) ? map : positions[article] = Positions(article);
        return [.. Rows<string>("pairs").Select(line => LedgerJson.ReadPair(line, Of))];
    }

    public void Refuse(Refusal refusal, string at) => Alone(() => Run("insert-refusal", new { file = refusal.File, message = refusal.Message, at }));

    public IReadOnlyList<Refusal> Refusals() => [.. Rows<RefusalRow>("refusals").Select(r => new Refusal(r.File, r.Message))];

    public IReadOnlyList<string> Log() => Rows<string>("log");

    public void Append(string line) => Alone(() =>
    {
        Changes();
        CorrectionLog.Follows(Rows<string>("last-correction").FirstOrDefault(), line);
        return Run("insert-correction", new { line, hash = CorrectionLog.HashOf(line) });
    });

    public IReadOnlyList<Hit> Search(string words, int limit)
    {
        var asked = SearchWords.Parse(words);
        if (asked.Count == 0)
        {
            return [];
        }

        var match = Match(asked);
        var hits = new List<Hit>();
        foreach (var row in Rows<StatementRow>("search-statements", new { match, limit }))
        {
            var statement = Findings(row.Article).Statements.FirstOrDefault(s => s.Id == row.Local);
            hits.Add(new Hit(row.Article, row.Local, statement is null ? Spans.None : statement.Content.IsEmpty ? statement.Source : statement.Content));
        }

        var told = hits.Select(h => h.Article).ToHashSet();
        foreach (var article in Rows<string>("search-articles", new { match, limit }))
        {
            if (hits.Count < limit && !told.Contains(article))
            {
                hits.Add(new Hit(article, null, SearchWords.Places(Findings(article).Article.Text, asked)));
            }
        }

        return hits;
    }

    /// <summary>The rows of all statements whose own words (source, cue, content) hold all these, in no order; <see cref="StatementRows"/> says which they are.</summary>
    public IReadOnlyList<long> RowsWith(IReadOnlyList<SearchWords.Term> asked) => asked.Count == 0 ? [] : CaseFile.Said(_path, () => Numbers("statements-with", ("@match", Match(asked))));

    /// <summary>Every statement's row, article and local identifier; a row has another number after its article was worked out again.</summary>
    public IReadOnlyList<(long Row, string Article, string Local)> StatementRows() => Rows<(long, string, string)>("statement-rows");

    public void Dispose() => _connection.Dispose();

    // Every word stands in quotation marks of FTS5, so that nothing a person types is taken for an operator.
    private static string Match(IReadOnlyList<SearchWords.Term> asked) => string.Join(' ', asked.Select(t => $"\"{string.Join(' ', t.Words)}\"{(t.Begins ? "*" : "")}"));

    private void Changes() => Run("note-change", new { });

    private void KeepStatements(long place, ArticleFindings shown)
    {
        var text = shown.Article.Text;
        foreach (var statement in shown.Statements)
        {
            Scalar<long>("insert-statement", new
            {
                place,
                local = statement.Id,
                voice = statement.Voice.ToString().ToLowerInvariant(),
                act = statement.Act.ToString().ToLowerInvariant(),
                source = Clean(statement.Source.Of(text)),
                cue = Clean(statement.Cue.Of(text)),
                content = Clean(statement.Content.Of(text)),
            });
        }

        Run("index-statements", new { place });
    }

    // SQLite ends a text at U+0000 when it compares; JSON escapes it, a plain column does not.
    private static string Clean(string text) => text.Replace('\0', '\uFFFD');

    private static ArticleFindings Shown(FindingRow row) => row.Layer is { } layer ? LedgerJson.ReadOverlaid(layer).Shown : FindingsJson.ReadLine(row.Line);

    private CodePoints Positions(string article) => CodePoints.Of(Findings(article).Article.Text);

    private void ForgetWhatOthersChanged()
    {
        var change = _connection.ExecuteScalar<long>("PRAGMA data_version;", transaction: _transaction);
        if (change != _seenChange)
        {
            Forget();
            _seenChange = change;
        }
    }

    private void AtHand(string article, Lazy<ArticleFindings> findings)
    {
        if (!_atHand.ContainsKey(article))
        {
            _oldest.Enqueue(article);
        }

        _atHand[article] = findings;
        while (_oldest.Count > FindingsAtHand)
        {
            _atHand.Remove(_oldest.Dequeue());
        }
    }

    private void Drop(string article) => _atHand.Remove(article);

    private void Forget()
    {
        _atHand.Clear();
        _oldest.Clear();
    }

    private int Run(string query, object values) => _connection.Execute(Sql.Query(query), values, _transaction);

    private T Scalar<T>(string query, object values) => _connection.ExecuteScalar<T>(Sql.Query(query), values, _transaction)!;

    private List<T> Rows<T>(string query, object? values = null) => CaseFile.Said(_path, () => _connection.Query<T>(Sql.Query(query), values, _transaction).AsList());

    // One number a row, read as it comes: a common word stands in hundreds of thousands of rows.
    private List<long> Numbers(string query, (string Name, string Value) asked)
    {
        using var command = _connection.CreateCommand();
        (command.CommandText, command.Transaction) = (Sql.Query(query), _transaction);
        command.Parameters.AddWithValue(asked.Name, asked.Value);
        using var reader = command.ExecuteReader();
        var rows = new List<long>();
        while (reader.Read())
        {
            rows.Add(reader.GetInt64(0));
        }

        return rows;
    }

    private static KeyNotFoundException Unknown(string article) => new($"No article “{article}” in this case.");

    private static KeptArticle Kept(ArticleRow row) => new(row.Id, row.Place, row.Key, row.Given, row.Reader, row.Compared != 0, row.Corrected != 0);

    private static byte[] Bytes(IReadOnlyList<ulong> numbers)
    {
        var bytes = new byte[numbers.Count * sizeof(ulong)];
        for (var i = 0; i < numbers.Count; i++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(i * sizeof(ulong)), numbers[i]);
        }

        return bytes;
    }

    private static ulong[] Numbers(byte[] bytes)
    {
        var numbers = new ulong[bytes.Length / sizeof(ulong)];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(i * sizeof(ulong)));
        }

        return numbers;
    }
}
