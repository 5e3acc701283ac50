using System.Collections.Immutable;
using Stemma.Corpus;

namespace Stemma.Ledger;

/// <summary>A case that lives as long as the program: for tests and small runs, and the plainest statement of what a ledger promises.</summary>
public sealed class MemoryLedger : ILedger
{
    // One immutable state: going back to how it was before is keeping the old one.
    private State _state = new([], [], [], [], 1);

    public string Name => "memory";

    private (string Program, long Change, CaseReading Reading)? _reading;
    private (State State, long Number) _change;

    public long Change
    {
        get
        {
            if (!ReferenceEquals(_change.State, _state))
            {
                _change = (_state, _change.Number + 1);
            }

            return _change.Number;
        }
    }

    public CaseReading? Reading(string program) => _reading is { } kept && kept.Program == program && kept.Change == Change ? kept.Reading : null;

    public void KeepReading(string program, long change, CaseReading reading) => _reading = (program, change, reading);

    public T Alone<T>(Func<T> work)
    {
        var before = _state;
        try
        {
            return work();
        }
        catch
        {
            _state = before;
            throw;
        }
    }

    public void Keep(Parcel parcel)
    {
        var id = parcel.Machine.Article.Id;
        var known = _state.Articles.GetValueOrDefault(id);
        var place = known?.Place ?? _state.Next;
        Remove(id);
        _state = _state with
        {
            Articles = _state.Articles.SetItem(id, new Entry(place, known?.Key ?? CaseIds.Article(parcel.Machine.Article), parcel with { Keys = parcel.Keys with { Article = id, Place = place }, Earlier = parcel.Earlier ?? known?.Parcel.Earlier })),
            Pairs = _state.Pairs.SetItems(parcel.Pairs.Select(p => KeyValuePair.Create((p.First, p.Second), p))),
            Next = Math.Max(_state.Next, place + 1),
        };
    }

    public void Remove(string article) => _state = _state with
    {
        Articles = _state.Articles.Remove(article),
        Pairs = _state.Pairs.RemoveRange(_state.Pairs.Keys.Where(p => p.First == article || p.Second == article)),
    };

    public IReadOnlyList<KeptArticle> Articles() => [.. Entries().Select(Kept)];

    public bool Has(string article) => _state.Articles.ContainsKey(article);

    public KeptArticle? OfPage(string pageKey) => Entries().Where(e => PageKey.Of(e.Parcel.Page) == pageKey).Select(Kept).FirstOrDefault();

    public KeptArticle? OfContent(string contentKey) => Entries().Where(e => e.Key == contentKey).Select(Kept).FirstOrDefault();

    public IReadOnlyList<KeptArticle> Bearing(string given) => [.. Articles().Where(a => a.Given == given)];

    public Original Original(string article) => new(Of(article).Parcel.Page, Of(article).Parcel.Came);

    public ArticleFindings Machine(string article) => Of(article).Parcel.Machine;

    public ArticleFindings? Earlier(string article) => Of(article).Parcel.Earlier;

    public IReadOnlyList<string> ReadOtherwise() => [.. Entries().Where(e => e.Parcel.Earlier is not null).Select(e => e.Parcel.Machine.Article.Id)];

    public Overlaid? Overlay(string article) => Of(article).Parcel.Overlaid;

    public ArticleFindings Findings(string article) => Of(article).Parcel.Shown;

    public IEnumerable<ArticleFindings> AllFindings() => Entries().Select(e => e.Parcel.Shown);

    public IEnumerable<ArticleKeys> Keys(long after) => Entries().Where(e => e.Place > after).OrderBy(e => e.Place).Select(e => e.Parcel.Keys).ToList();

    public IReadOnlyList<PairFindings> Pairs() =>
        [.. _state.Pairs.Values.OrderBy(p => p.First, StringComparer.Ordinal).ThenBy(p => p.Second, StringComparer.Ordinal)];

    public void Refuse(Refusal refusal, string at) => _state = _state with { Refusals = _state.Refusals.Add(refusal) };

    public IReadOnlyList<Refusal> Refusals() =>
        [.. _state.Refusals.OrderBy(r => r.File, StringComparer.Ordinal).ThenBy(r => r.Message, StringComparer.Ordinal)];

    public IReadOnlyList<string> Log() => _state.Log;

    public void Append(string line)
    {
        CorrectionLog.Follows(_state.Log.LastOrDefault(), line);
        _state = _state with { Log = _state.Log.Add(line) };
    }

    public IReadOnlyList<Hit> Search(string words, int limit)
    {
        var asked = SearchWords.Parse(words);
        return asked.Count == 0 ? [] : [.. AllFindings().SelectMany(f => SearchWords.Hits(f, asked)).Take(limit)];
    }

    public void Dispose()
    {
    }

    private IEnumerable<Entry> Entries() => _state.Articles.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => a.Value);

    private Entry Of(string article) => _state.Articles.TryGetValue(article, out var entry) ? entry : throw new KeyNotFoundException($"No article “{article}” in this case.");

    private static KeptArticle Kept(Entry entry)
    {
        var machine = entry.Parcel.Machine;
        return new KeptArticle(machine.Article.Id, entry.Place, entry.Key, machine.Article.Given, machine.Reader, entry.Parcel.Compared, entry.Parcel.Overlaid is not null);
    }

    private sealed record Entry(long Place, string Key, Parcel Parcel);

    private sealed record State(
        ImmutableDictionary<string, Entry> Articles,
        ImmutableDictionary<(string First, string Second), PairFindings> Pairs,
        ImmutableHashSet<Refusal> Refusals,
        ImmutableList<string> Log,
        long Next);
}
