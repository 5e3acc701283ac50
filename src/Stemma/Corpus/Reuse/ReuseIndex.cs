namespace Stemma.Corpus.Reuse;

/// <summary>Which kept articles share enough words with this one to be laid beside it?</summary>
/// <remarks>
/// A key that many articles have (a wire story in forty papers, a line under everything an outlet prints) would make adding slower and slower.
/// Such a key names only its <see cref="Witnesses"/>: the articles whose identifiers hash lowest. A newcomer that becomes a witness is laid beside
/// all who have the key. So two articles are compared if, in the finished case, one of them is a witness of a key they share: whatever came first.
/// (Early on, more are compared than that: while a key has few articles, all of them. <see cref="Crowds"/> sets those aside when the case is read.)
/// </remarks>
internal sealed class ReuseIndex
{
    // Two texts share one run of words by chance, seldom two; and the keys of one run that is hardly longer count as one.
    private const int KeysInCommon = 2;
    private const int KeysOfOneRun = 4;

    /// <summary>A story in more papers than this is found through so many of them.</summary>
    public const int Witnesses = 64;

    // An article that shares only keys of many must share this much of its own: a footer is no story.
    private const double ShareOfCommonKeys = 0.2;

    private readonly List<string> _articles = [];
    private readonly List<ulong> _ranks = [];
    private readonly List<int> _keyCounts = [];
    private readonly Dictionary<ulong, Posting> _crowded = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private KeyTable _table = new(1 << 12);
    private int[] _next = new int[1 << 12];
    private Seat[] _who = new Seat[1 << 12];
    private int _postings;

    private Tally[] _shared = [];

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
            var hash = ReuseKeys.HashOf(key);
            ref var slot = ref _table.Slot(hash);
            var seat = _who[_postings] = new(number, ReuseKeys.PlaceOf(key));
            _next[_postings] = slot.Head;
            slot.Head = ++_postings;
            slot.Count++;
            if (slot.Count > Witnesses)
            {
                Crowd(hash, slot.Head, seat, rank);
            }
        }
    }

    /// <summary>In the order of their identifiers.</summary>
    public List<string> Candidates(string article, IReadOnlyList<ulong> keys)
    {
        if (_shared.Length < _articles.Count)
        {
            Array.Resize(ref _shared, Math.Max(_articles.Count, _shared.Length * 2));
        }

        var rank = RankOf(article);
        var touched = new List<int>();
        foreach (var key in keys)
        {
            var hash = ReuseKeys.HashOf(key);
            var place = ReuseKeys.PlaceOf(key);
            if (!_table.TryFind(hash, out var slot))
            {
                continue;
            }

            if (slot.Count > Witnesses && _crowded[hash] is var posting && !posting.Admits(rank))
            {
                foreach (var seat in posting.Lowest)
                {
                    Touch(seat, place, few: false, touched);
                }

                continue;
            }

            for (var p = slot.Head; p != 0; p = _next[p - 1])
            {
                Touch(_who[p - 1], place, few: slot.Count <= Witnesses, touched);
            }
        }

        var found = new List<string>();
        foreach (var number in touched)
        {
            if (_shared[number].IsEnough(keys.Count, _keyCounts[number]))
            {
                found.Add(_articles[number]);
            }

            _shared[number] = default;
        }

        found.Remove(article);
        found.Sort(StringComparer.Ordinal);
        return found;
    }

    private void Touch(Seat seat, int place, bool few, List<int> touched)
    {
        ref var count = ref _shared[seat.Article];
        if (count.Keys == 0)
        {
            touched.Add(seat.Article);
        }

        count.Add(place, seat.Place, few);
    }

    private void Crowd(ulong hash, int head, Seat seat, ulong rank)
    {
        if (_crowded.TryGetValue(hash, out var posting))
        {
            posting.Add(seat, rank);
            return;
        }

        _crowded.Add(hash, posting = new Posting());
        for (var p = head; p != 0; p = _next[p - 1])
        {
            posting.Add(_who[p - 1], _ranks[_who[p - 1].Article]);
        }
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

    // An article that has a key, and where.
    private readonly record struct Seat(int Article, int Place) : IComparable<Seat>
    {
        public int CompareTo(Seat other) => Article != other.Article ? Article.CompareTo(other.Article) : Place.CompareTo(other.Place);
    }

    // What two articles share, as far as their keys tell.
    private struct Tally
    {
        private int _ofFew;
        private (int Low, int High) _here;
        private (int Low, int High) _there;

        public int Keys { get; private set; }

        public void Add(int here, int there, bool few)
        {
            _here = Keys == 0 ? (here, here) : (Math.Min(_here.Low, here), Math.Max(_here.High, here));
            _there = Keys == 0 ? (there, there) : (Math.Min(_there.Low, there), Math.Max(_there.High, there));
            Keys++;
            _ofFew += few ? 1 : 0;
        }

        public readonly bool IsEnough(int keysHere, int keysThere) =>
            (_ofFew >= KeysInCommon || (Keys >= KeysInCommon && Keys >= ShareOfCommonKeys * Math.Min(keysHere, keysThere)))
            && (Keys >= KeysOfOneRun || _here.High - _here.Low >= KeysOfOneRun || _there.High - _there.Low >= KeysOfOneRun);
    }

    // The articles with the lowest ranks that have one key.
    private sealed class Posting
    {
        private readonly List<(ulong Rank, Seat Seat)> _lowest = [];

        public IEnumerable<Seat> Lowest => _lowest.Select(l => l.Seat);

        public bool Admits(ulong rank) => rank <= _lowest[^1].Rank;

        public void Add(Seat seat, ulong rank)
        {
            var at = _lowest.BinarySearch((rank, seat));
            _lowest.Insert(at < 0 ? ~at : at, (rank, seat));
            if (_lowest.Count > Witnesses)
            {
                _lowest.RemoveAt(Witnesses);
            }
        }
    }
}
