using System.Runtime.ExceptionServices;
using Stemma.Articles.Intake;
using Stemma.Corpus;

namespace Stemma.Ledger;

/// <summary>The top of the way: reads a page, compares it with what is kept, keeps it whole or not at all.</summary>
/// <remarks>
/// Reading needs nothing from the ledger, so it runs on several threads; articles are named and kept in the order of the input,
/// a few in one transaction; in between they are laid beside those they meet, on several threads again.
/// What happens where identifiers or contents meet is decided in docs/decisions/0020-one-article-twice.md.
/// </remarks>
/// <param name="now">The time, UTC, ISO 8601, from the clock of the face that asks.</param>
/// <param name="reader">What reads a page; null for this program's own.</param>
public sealed class Recorder(ILedger ledger, Func<string> now, PageReader? reader = null)
{
    private readonly ILedger _ledger = ledger;
    private readonly Func<string> _now = now;
    private readonly PageReader _reader = reader ?? PageReader.OfThisProgram;
    private CorpusReader _corpus = new(ledger);

    // Pages that are read side by side and kept in one transaction: so many, or so many signs of them; the ledger is held for a fifth of a second at most.
    private const int PagesTogether = 16;
    private const int SignsTogether = 24_000;

    /// <summary>Reads and keeps everything, on so many threads; what became of each piece of input is told in its order.</summary>
    public IEnumerable<Outcome> KeepAll(IEnumerable<Taken> taken, int threads)
    {
        // Pages that wait for their turn: enough to keep the threads busy, few enough for memory to stay flat.
        var ahead = Math.Max(1, threads) * 3;
        var waiting = new Queue<Task<List<ReadPage>>>();
        foreach (var some in Together(taken))
        {
            // Asked here, because a ledger belongs to one thread.
            var unknown = some.ConvertAll(one => one is { Page: { } page } && _ledger.OfPage(PageKey.Of(page)) is null);
            waiting.Enqueue(Task.Run(() => Read(some, unknown)));
            while (waiting.Count >= ahead)
            {
                foreach (var outcome in Keep(waiting.Dequeue().GetAwaiter().GetResult(), threads))
                {
                    yield return outcome;
                }
            }
        }

        while (waiting.TryDequeue(out var next))
        {
            foreach (var outcome in Keep(next.GetAwaiter().GetResult(), threads))
            {
                yield return outcome;
            }
        }
    }

    /// <summary>Reads one page and keeps it.</summary>
    public Outcome Keep(RawPage page) => Keep(Read(page));

    /// <summary>Reads every article again that an older reader read, lays people's corrections over, compares anew. The number of articles.</summary>
    /// <param name="step">Told after each article; may be null.</param>
    public int ReadAgain(Action<int, int>? step = null)
    {
        // First all are read, then all are compared: killed between the two, the next call goes on where this one stopped.
        var old = _ledger.Articles().Where(a => IsOlder(a.Reader)).ToList();
        var uncompared = _ledger.Articles().Count(a => !a.Compared && !IsOlder(a.Reader));
        if (old.Count == 0 && uncompared == 0)
        {
            return 0;
        }

        var (done, all) = (0, (2 * old.Count) + uncompared);
        foreach (var article in old)
        {
            _ledger.Alone(() => KeepAgain(article.Id, compare: false));
            step?.Invoke(++done, all);
        }

        _corpus = new CorpusReader(_ledger);
        foreach (var article in _ledger.Articles().Where(a => !a.Compared))
        {
            _ledger.Alone(() => KeepAgain(article.Id, compare: true));
            step?.Invoke(++done, all);
        }

        return old.Count;
    }

    /// <summary>Works one article out anew after a correction: what people said is laid over, and what it shares with others compared again.</summary>
    public void LayAgain(string article)
    {
        _corpus = new CorpusReader(_ledger);
        _ledger.Alone(() => KeepAgain(article, compare: true));
        _corpus = new CorpusReader(_ledger);
    }

    private bool IsOlder(string version) => PageReader.IsOlder(version, _reader.Version);

    private ReadPage Read(RawPage page)
    {
        try
        {
            return Checked(page, _reader.Read(page));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A reader that stumbles is a fault of this program; the other articles are not to suffer for it.
            return new ReadPage(page, null, new Refusal(page.File, $"the reader stumbled over it ({e.GetType().Name}: {e.Message}). This is a fault of Stemma; please report it."));
        }
    }

    private static ReadPage Checked(RawPage page, ArticleFindings findings)
    {
        var refusal = findings.Refusal ?? (string.IsNullOrWhiteSpace(findings.Article.Text) ? new Refusal(page.File, "no words of an article in it.") : null);
        return refusal is null ? new ReadPage(page, findings, null, CorpusReader.KeysOf(findings)) : new ReadPage(page, null, refusal);
    }

    private static IEnumerable<List<Taken>> Together(IEnumerable<Taken> taken)
    {
        var (some, signs) = (new List<Taken>(PagesTogether), 0);
        foreach (var one in taken)
        {
            some.Add(one);
            signs += one.Page?.Content.Length ?? 0;
            if (some.Count == PagesTogether || signs >= SignsTogether)
            {
                yield return some;
                (some, signs) = (new List<Taken>(PagesTogether), 0);
            }
        }

        if (some.Count > 0)
        {
            yield return some;
        }
    }

    private List<ReadPage> Read(List<Taken> some, List<bool> unknown)
    {
        var pages = some.Where((_, n) => unknown[n]).Select(one => one.Page!).ToList();
        var read = new Queue<ReadPage>(Read(pages));
        return [.. some.Select((one, n) => unknown[n] ? read.Dequeue() : new ReadPage(one.Page, null, one.Refusal))];
    }

    private IEnumerable<ReadPage> Read(List<RawPage> pages)
    {
        if (_reader.ReadTogether is { } together && pages.Count > 1)
        {
            try
            {
                return pages.Zip(together(pages), Checked);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // One of them made the reader stumble: read alone, the others do not suffer for it.
            }
        }

        return pages.Select(Read);
    }

    // Whole or not at all: an error takes back what was kept of these, and what was remembered of it.
    private List<Outcome> Keep(List<ReadPage> read, int threads)
    {
        try
        {
            return _ledger.Alone(() =>
            {
                var group = new Group(this, threads);
                var outcomes = read.ConvertAll(group.Take);
                group.Keep();
                return outcomes;
            });
        }
        catch
        {
            _corpus = new CorpusReader(_ledger);
            throw;
        }
    }

    private Outcome Keep(ReadPage read) => Keep([read], 1)[0];

    /// <summary>New articles of one transaction: named one after the other, laid beside the kept ones and each other on all threads, kept in order.</summary>
    private sealed class Group(Recorder recorder, int threads)
    {
        private readonly List<Waiting> _waiting = [];
        private readonly HashSet<string> _known = new(StringComparer.Ordinal);

        public Outcome Take(ReadPage read)
        {
            var ledger = recorder._ledger;
            if (read.Refusal is { } refusal)
            {
                ledger.Refuse(refusal, recorder._now());
                return new Outcome(OutcomeKind.Refused, read.Page?.File ?? refusal.File, null, refusal, read.Page?.Original.Length ?? 0);
            }

            var page = read.Page!;
            var pageKey = PageKey.Of(page);
            Meets(pageKey);
            if (ledger.OfPage(pageKey) is { } same)
            {
                return recorder.Known(page, same);
            }

            if (read.Findings is not { } findings)
            {
                // It was known when its turn to be read came, and is not any more.
                return Take(recorder.Read(page));
            }

            var key = CaseIds.Article(findings.Article);
            Meets(key);
            if (ledger.OfContent(key) is { } known)
            {
                return recorder.Known(page, known);
            }

            if (page.Given is { Length: > 0 } given && (_known.Contains(given) || ledger.Bearing(given).Count > 0))
            {
                // Another may lose its name to this one: a thing for the ledger alone.
                Keep();
            }

            var named = findings with { Article = findings.Article with { Id = recorder.IdOf(page, key), Given = page.Given } };
            var shown = recorder.Lay(page, named, read.Keys);
            var meeting = recorder.Meet(shown, Keep);
            recorder._corpus.Expect(meeting);
            _waiting.Add(new(page, recorder._now(), shown, meeting));
            _known.UnionWith([pageKey, key, named.Article.Id, page.Given ?? ""]);
            return new Outcome(OutcomeKind.Added, page.File, named, null, page.Original.Length);
        }

        /// <summary>Compares and keeps what waits.</summary>
        public void Keep()
        {
            var pairs = new IReadOnlyList<PairFindings>[_waiting.Count];
            try
            {
                Parallel.For(0, pairs.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, n => pairs[n] = Others(recorder._corpus.Tell(_waiting[n].Meeting)));
            }
            catch (AggregateException e)
            {
                ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
            }

            foreach (var (one, told) in _waiting.Zip(pairs))
            {
                recorder._ledger.Keep(new Parcel(one.Page, one.Came, one.Shown.Machine, one.Shown.Overlaid, one.Shown.Keys, told));
            }

            _waiting.Clear();
            _known.Clear();
        }

        // What the ledger is asked about this must find what waits: kept first.
        private void Meets(string name)
        {
            if (_known.Contains(name))
            {
                Keep();
            }
        }
    }

    private Outcome Known(RawPage page, KeptArticle known) => new(OutcomeKind.Known, page.File, _ledger.Findings(known.Id), null, page.Original.Length);

    // An identifier that came with the input is the article's, unless another article came with the same: then it is nobody's.
    private string IdOf(RawPage page, string key)
    {
        if (page.Given is not { Length: > 0 } given)
        {
            return key;
        }

        var others = _ledger.Bearing(given);
        foreach (var other in others.Where(o => o.Id == given))
        {
            Rename(other);
        }

        return others.Count == 0 && !_ledger.Has(given) ? given : key;
    }

    private void Rename(KeptArticle article)
    {
        var (original, machine) = (_ledger.Original(article.Id), _ledger.Machine(article.Id));
        _ledger.Remove(article.Id);
        _corpus = new CorpusReader(_ledger);
        Store(original.Page, original.Came, machine with { Article = machine.Article with { Id = article.Key } }, compare: true);
    }

    private int KeepAgain(string id, bool compare)
    {
        var (original, machine) = (_ledger.Original(id), _ledger.Machine(id));
        var again = IsOlder(machine.Reader) ? Read(original.Page).Findings : machine;

        // A page that a newer reader can make nothing of keeps what an older one found.
        again = (again ?? machine) with { Reader = _reader.Version };
        again = again with { Article = again.Article with { Id = id, Given = original.Page.Given } };
        var earlier = IsOlder(machine.Reader) && FindingsJson.Line(machine with { Reader = again.Reader }) != FindingsJson.Line(again) ? machine : null;
        Store(original.Page, original.Came, again, compare, earlier);
        return 0;
    }

    private void Store(RawPage page, string came, ArticleFindings machine, bool compare, ArticleFindings? earlier = null)
    {
        var shown = Lay(page, machine, null);
        _ledger.Keep(new Parcel(page, came, machine, shown.Overlaid, shown.Keys, compare ? Others(_corpus.Tell(Meet(shown))) : [], compare, earlier));
    }

    private Shown Lay(RawPage page, ArticleFindings machine, ArticleKeys? keys)
    {
        var standing = CorrectionLog.Standing(_ledger.Log());
        standing = standing.Count == 0 ? standing : Corrections.Of(machine, standing);
        var overlaid = standing.Count == 0 ? null : Corrections.Lay(Basis(page, machine, standing), standing);
        return new(machine, overlaid, overlaid is null && keys is not null ? keys with { Article = machine.Article.Id } : CorpusReader.KeysOf(overlaid?.Shown ?? machine));
    }

    // What a person said of outlet, day and byline reaches the rooms like what was said on the command line: all that hangs on it is read anew.
    private ArticleFindings Basis(RawPage page, ArticleFindings machine, IReadOnlyList<Correction> standing)
    {
        var said = Corrections.Said(standing, page.Said);
        return said != page.Said && Read(page with { Said = said }).Findings is { } read
            ? read with { Article = read.Article with { Id = machine.Article.Id, Given = machine.Article.Given } }
            : machine;
    }

    private Meeting Meet(Shown shown, Action? settle = null)
    {
        try
        {
            return _corpus.Meet(shown.Findings, shown.Keys);
        }
        catch (KeyNotFoundException)
        {
            // Another process renamed an article that this one remembers: look again.
            settle?.Invoke();
            _corpus = new CorpusReader(_ledger);
            return _corpus.Meet(shown.Findings, shown.Keys);
        }
    }

    private static IReadOnlyList<PairFindings> Others(IReadOnlyList<PairFindings> pairs) => [.. pairs.Where(p => !p.IsEmpty && p.First != p.Second)];

    /// <param name="Keys">What it can be found by, under whatever identifier.</param>
    private sealed record ReadPage(RawPage? Page, ArticleFindings? Findings, Refusal? Refusal, ArticleKeys? Keys = null);

    /// <summary>A new article on its way: it has its name and knows whom it meets, and is in the ledger only when it has been laid beside them.</summary>
    private sealed record Waiting(RawPage Page, string Came, Shown Shown, Meeting Meeting);

    private sealed record Shown(ArticleFindings Machine, Overlaid? Overlaid, ArticleKeys Keys)
    {
        public ArticleFindings Findings => Overlaid?.Shown ?? Machine;
    }
}

/// <summary>What became of one piece of input.</summary>
/// <param name="Findings">The article as kept; null where it was refused.</param>
/// <param name="Bytes">How much of the input it was.</param>
public sealed record Outcome(OutcomeKind Kind, string File, ArticleFindings? Findings, Refusal? Refusal, long Bytes);

public enum OutcomeKind
{
    Added,
    Known,
    Refused,
}
