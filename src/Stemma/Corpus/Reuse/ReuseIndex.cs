namespace Stemma.Corpus.Reuse;

/// <summary>Which kept articles share enough words with this one to be laid beside it?</summary>
/// <remarks>
/// A key that many articles have (a wire story in forty papers, a line under everything an outlet prints) would make adding slower and slower.
/// Such a key names only its <see cref="Witnesses"/>: the articles whose identifiers hash lowest. A newcomer that becomes a witness is laid beside
/// all who have the key. So two articles are compared if, in the finished case, one of them is a witness of a key they share: whatever came first.
/// (Early on, more are compared than that: while a key has few articles, all of them.)
/// </remarks>
internal sealed class ReuseIndex
{
    /// <summary>Two texts share one run of words by chance, seldom two.</summary>
    public const int KeysInCommon = 2;

    // A story in more papers than this is found through those.
    private const int Witnesses = 64;

    // An article that shares only keys of many must share this much of its own: a footer is no story.
    private const double ShareOfCommonKeys = 0.2;

    private readonly List<string> _articles = [];
    private readonly List<ulong> _ranks = [];
    private readonly List<int> _keyCounts = [];
    private readonly Dictionary<ulong, Posting> _crowded = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private KeyTable _table = new(1 << 12);
    private int[] _next = new int[1 << 12];
    private int[] _who = new int[1 << 12];
    private int _postings;

    private int[] _shared = [];
    private int[] _sharedOfFew = [];

    public int Count => _articles.Count;

    public bool Has(string article) => _numbers.ContainsKey(article);

    public void Add(string article, IReadOnlyList<ulong> keys)
    {
        if (!_numbers.TryAdd(article, _articles.Count))
        {
            return;
        }

        var number = _articles.Count;
        var rank = RankOf(article);
        _articles.Add(article);
        _ranks.Add(rank);
        _keyCounts.Add(keys.Count);
        if (_postings + keys.Count > _next.Length)
        {
            var size = Math.Max(_next.Length * 2, _postings + keys.Count);
            Array.Resize(ref _next, size);
            Array.Resize(ref _who, size);
        }

        foreach (var key in keys)
        {
            ref var slot = ref _table.Slot(key);
            _who[_postings] = number;
            _next[_postings] = slot.Head;
            slot.Head = ++_postings;
            slot.Count++;
            if (slot.Count > Witnesses)
            {
                Crowd(key, slot.Head, number, rank);
            }
        }
    }

    /// <summary>In the order of their identifiers.</summary>
    public List<string> Candidates(string article, IReadOnlyList<ulong> keys)
    {
        if (_shared.Length < _articles.Count)
        {
            Array.Resize(ref _shared, Math.Max(_articles.Count, _shared.Length * 2));
            Array.Resize(ref _sharedOfFew, _shared.Length);
        }

        var rank = RankOf(article);
        var touched = new List<int>();
        foreach (var key in keys)
        {
            if (!_table.TryFind(key, out var slot))
            {
                continue;
            }

            if (slot.Count > Witnesses && _crowded[key] is var posting && !posting.Admits(rank))
            {
                foreach (var number in posting.Lowest)
                {
                    Touch(number, few: false, touched);
                }

                continue;
            }

            for (var p = slot.Head; p != 0; p = _next[p - 1])
            {
                Touch(_who[p - 1], few: slot.Count <= Witnesses, touched);
            }
        }

        var found = new List<string>();
        foreach (var number in touched)
        {
            if (_sharedOfFew[number] >= KeysInCommon
                || (_shared[number] >= KeysInCommon && _shared[number] >= ShareOfCommonKeys * Math.Min(keys.Count, _keyCounts[number])))
            {
                found.Add(_articles[number]);
            }

            _shared[number] = 0;
            _sharedOfFew[number] = 0;
        }

        found.Remove(article);
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    private void Touch(int number, bool few, List<int> touched)
    {
        if (_shared[number]++ == 0)
        {
            touched.Add(number);
        }

        _sharedOfFew[number] += few ? 1 : 0;
    }

    private void Crowd(ulong key, int head, int number, ulong rank)
    {
        if (!_crowded.TryGetValue(key, out var posting))
        {
            _crowded.Add(key, posting = new Posting());
            for (var p = head; p != 0; p = _next[p - 1])
            {
                posting.Add(_who[p - 1], _ranks[_who[p - 1]]);
            }

            return;
        }

        posting.Add(number, rank);
    }

    private static ulong RankOf(string article)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in article)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return WordList.Mix(hash);
    }

    // The articles with the lowest ranks that have one key.
    private sealed class Posting
    {
        private readonly List<(ulong Rank, int Number)> _lowest = [];

        public IEnumerable<int> Lowest => _lowest.Select(l => l.Number);

        public bool Admits(ulong rank) => rank < _lowest[^1].Rank;

        public void Add(int number, ulong rank)
        {
            var at = _lowest.BinarySearch((rank, number));
            _lowest.Insert(at < 0 ? ~at : at, (rank, number));
            if (_lowest.Count > Witnesses)
            {
                _lowest.RemoveAt(Witnesses);
            }
        }
    }
}
