using Stemma.Words;

namespace Stemma.Corpus.Stories;

/// <summary>Which articles tell one story, given how near every two are and what each is about? The nearest two groups join first, as long as the signs say one story.</summary>
/// <remarks>A function of the set of articles and scores: order by mean score and mean closeness, ties by identifier, so no order of arrival can matter. A pair without a score counts as 0.</remarks>
internal sealed class StoryClusters
{
    /// <summary>Groups that are less near on average are not asked about: below it, less than one join in a hundred was right on train.</summary>
    private const double Least = 0.06;

    // From so near on a group counts as near another.
    private const double Near = 0.1;
    private const double Decided = 1e6;

    private const double Likely = 0.5;

    // How far closeness decides who joins first, beside the mean score, which is nearly 1 all over a topic: of 0, .1, .25, .5 and 1 this was the best on stories left out.
    private const double ClosePower = 0.1;

    private static readonly Lazy<Trees> Joins = new(() => Trees.Shipped("Corpus/Stories/Data/join-trees.tsv", JoinSigns.Names));

    private readonly List<string> _names;
    private readonly Dictionary<int, Link>[] _links;
    private readonly StoryGroup[] _groups;
    private readonly int[] _home;
    private readonly int[] _version;
    private readonly PriorityQueue<(int A, int B, int VersionA, int VersionB), (double, int, int)> _queue = new();

    private StoryClusters(IReadOnlyDictionary<string, IReadOnlyList<ulong>> keys)
    {
        _names = [.. keys.Keys.Order(StringComparer.Ordinal)];
        _links = [.. _names.Select(_ => new Dictionary<int, Link>())];
        _groups = new StoryGroup[_names.Count];
        _home = [.. Enumerable.Range(0, _names.Count)];
        _version = new int[_names.Count];
    }

    /// <summary>Asked at each join that is possible: the signs, and the articles of both groups. For training; the program asks its trees.</summary>
    internal delegate bool Judge(double[] signs, IReadOnlyList<string> one, IReadOnlyList<string> other);

    /// <param name="keys">Article to what it is about.</param>
    /// <param name="scores">First, second (ordinal), score.</param>
    /// <param name="joined">Pairs that a person said are one story.</param>
    /// <param name="parted">Pairs that a person said are two.</param>
    /// <returns>Article to the ordinally first article of its story.</returns>
    public static IReadOnlyDictionary<string, string> Of(
        IReadOnlyDictionary<string, IReadOnlyList<ulong>> keys,
        IEnumerable<(string First, string Second, double Score)> scores,
        IEnumerable<(string First, string Second)> joined,
        IEnumerable<(string First, string Second)> parted,
        Judge? judge = null)
    {
        var clusters = new StoryClusters(keys);
        var number = clusters._names.Index().ToDictionary(p => p.Item, p => p.Index, StringComparer.Ordinal);
        foreach (var (first, second, score) in scores.Where(s => number.ContainsKey(s.First) && number.ContainsKey(s.Second) && s.First != s.Second))
        {
            clusters.Set(number[first], number[second], score);
        }

        // What people said outweighs any score: far above 1 joins, far below 0 never does, and keeps their groups apart too.
        foreach (var (pairs, score) in new[] { (joined, Decided), (parted, -Decided) })
        {
            foreach (var (first, second) in pairs.Where(p => number.ContainsKey(p.First) && number.ContainsKey(p.Second) && p.First != p.Second))
            {
                clusters.Set(number[first], number[second], score);
            }
        }

        clusters.LookAround(keys);
        clusters.Join(judge);
        return clusters._names.Select((n, i) => (n, Root: clusters._names[clusters.Root(i)])).ToDictionary(p => p.n, p => p.Root, StringComparer.Ordinal);
    }

    private void Set(int a, int b, double score) => _links[a][b] = _links[b][a] = new(score, score, 1, 0, 0);

    // What each article is about, seen from those around it; who has no likely pair needs none.
    private void LookAround(IReadOnlyDictionary<string, IReadOnlyList<ulong>> keys)
    {
        var linked = Enumerable.Range(0, _names.Count).Where(a => _links[a].Count > 0).ToList();
        var first = Surroundings.Of(_names.Count, linked.SelectMany(a => _links[a].Where(l => a < l.Key && l.Value.Sum >= Surroundings.Tied).Select(l => (a, l.Key))));
        foreach (var neighbours in linked.GroupBy(a => first[a]))
        {
            var around = new Surroundings([.. neighbours.Select(a => keys[_names[a]])]);
            foreach (var a in neighbours)
            {
                _groups[a] = StoryGroup.Of(keys[_names[a]], around);
            }
        }

        foreach (var a in linked)
        {
            foreach (var b in _links[a].Keys.Where(b => a < b).ToList())
            {
                var close = _groups[a].Likeness(_groups[b]).Close;
                _links[a][b] = _links[b][a] = _links[a][b] with { Close = close, CloseMost = close };
            }
        }
    }

    private void Join(Judge? judge)
    {
        var members = _names.Select(n => new List<string> { n }).ToArray();
        for (var a = 0; a < _names.Count; a++)
        {
            foreach (var b in _links[a].Keys.Where(b => a < b))
            {
                Offer(a, b);
            }
        }

        while (_queue.TryDequeue(out var next, out _))
        {
            var (a, b, versionA, versionB) = next;
            if (_home[a] != a || _home[b] != b || _version[a] != versionA || _version[b] != versionB)
            {
                continue;
            }

            // A person's word is not asked about.
            if (Mean(a, b) <= 1)
            {
                var signs = JoinSigns.Of(_groups[a], _groups[b], Tie(a, b));
                if (!(judge?.Invoke(signs, members[a], members[b]) ?? Joins.Value.Probability(signs) >= Likely))
                {
                    continue;
                }
            }

            members[a].AddRange(members[b]);
            Take(a, b);
        }
    }

    private JoinSigns.Tie Tie(int a, int b)
    {
        var link = _links[a][b];
        var (one, other) = (Around(a, b), Around(b, a));
        return new(Mean(a, b), link.Most, link.Pairs / ((double)_groups[a].Articles * _groups[b].Articles), one.Rival, other.Rival, one.Near, other.Near, link.CloseMost);
    }

    private (double Rival, int Near) Around(int a, int but)
    {
        var (rival, near) = (0.0, 0);
        foreach (var c in _links[a].Keys)
        {
            var mean = Mean(a, c);
            rival = c == but ? rival : Math.Max(rival, mean);
            near += mean > Near ? 1 : 0;
        }

        return (rival, near);
    }

    // b goes into a; sums of scores add up, so the mean of the new group follows from two numbers.
    private void Take(int a, int b)
    {
        _groups[a] = _groups[a].With(_groups[b]);
        _home[b] = a;
        _version[a]++;
        foreach (var (c, link) in _links[b])
        {
            _links[c].Remove(b);
            if (c != a)
            {
                _links[a][c] = _links[c][a] = _links[a].TryGetValue(c, out var there) ? there.With(link) : link;
            }
        }

        _links[b].Clear();
        foreach (var c in _links[a].Keys)
        {
            Offer(Math.Min(a, c), Math.Max(a, c));
        }
    }

    private void Offer(int a, int b)
    {
        var mean = Mean(a, b);
        if (mean >= Least)
        {
            _queue.Enqueue((a, b, _version[a], _version[b]), (-Nearness(a, b, mean), a, b));
        }
    }

    // A person's word comes first.
    private double Nearness(int a, int b, double mean) => mean > 1 ? mean : mean * Math.Pow(Math.Max(0, Close(a, b)), ClosePower);

    private double Mean(int a, int b) => _links[a][b].Sum / ((double)_groups[a].Articles * _groups[b].Articles);

    private double Close(int a, int b) => _links[a][b].Close / ((double)_groups[a].Articles * _groups[b].Articles);

    // a is always the smaller number, so a group's root is its ordinally first article.
    private int Root(int i)
    {
        while (_home[i] != i)
        {
            i = _home[i];
        }

        return i;
    }

    // Sums over the pairs between two groups, and the most of one pair.
    private readonly record struct Link(double Sum, double Most, int Pairs, double Close, double CloseMost)
    {
        public Link With(Link other) => new(Sum + other.Sum, Math.Max(Most, other.Most), Pairs + other.Pairs, Close + other.Close, Math.Max(CloseMost, other.CloseMost));
    }
}
