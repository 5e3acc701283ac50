namespace Stemma.Corpus.Reuse;

/// <summary>Which article was made from which?</summary>
/// <remarks>
/// In each set of articles that hang together by shared words, the tree is taken in which the most words are explained by their parents.
/// What speaks for a parent: the same wording (an edited sentence that two have and no third has tie those two), paragraphs that a copy inherits,
/// and above all a credit. Dates only tip a scale that stands even. An article whose shared sentences come from two origins has two parents.
/// </remarks>
internal sealed class Families
{
    // In sentences of the same wording. Set on made copy sets with seeds 1 to 3, held against 5 (docs/decisions/0060).
    private const double Credited = 2.5;
    private const double CreditsTheOther = 2.5;

    // Of two that an article credits, the one that credits the other stands nearer.
    private const double Nearer = 0.2;
    private const double Later = 0.3;
    private const double Longer = 0.05;
    private const double Own = 1.0;
    private const double SecondParent = 2.0;

    // Fewer words than this outside quotation marks, function words aside, are no copy.
    private const int WordsOutside = 12;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<ArticleFindings> _articles;
    private readonly List<Step>[] _parents;
    private readonly List<string>[] _named;
    private readonly int[] _depth;
    private readonly SortedSet<int>[] _roots;

    private Families(List<ArticleFindings> articles)
    {
        _articles = articles;
        for (var i = 0; i < articles.Count; i++)
        {
            _numbers.Add(articles[i].Article.Id, i);
        }

        _parents = [.. articles.Select(_ => new List<Step>())];
        _named = [.. articles.Select(_ => new List<string>())];
        _depth = new int[articles.Count];
        _roots = new SortedSet<int>[articles.Count];
    }

    public static Families Of(List<ArticleFindings> articles, List<PairFindings> pairs, Func<string, Wording> wording, IReadOnlyList<SetParent> said)
    {
        var families = new Families(articles);
        var bonds = families.BondsOf(pairs, wording);
        foreach (var component in families.Components(bonds))
        {
            families.Grow(component, bonds);
        }

        families.Obey(said, bonds);
        families.Root();
        return families;
    }

    /// <summary>The articles this one was made from, the chief one first; empty for one with words of its own.</summary>
    public IReadOnlyList<Step> ParentsOf(string article) => _parents[_numbers[article]];

    /// <summary>The articles whose words these are in the end: itself, where it was made from none.</summary>
    public IEnumerable<string> RootsOf(string article) => _roots[_numbers[article]].Select(r => _articles[r].Article.Id);

    /// <summary>Whether words of one origin stand in both.</summary>
    public bool AreKin(string one, string other) => _roots[_numbers[one]].Overlaps(_roots[_numbers[other]]);

    /// <summary>Whether, of two that share words, the first had them first, as far as can be told.</summary>
    public bool IsBefore(string first, string second)
    {
        var (a, b) = (_numbers[first], _numbers[second]);
        if (_parents[b].Exists(s => s.Parent == first))
        {
            return true;
        }

        if (_parents[a].Exists(s => s.Parent == second))
        {
            return false;
        }

        return _depth[a] != _depth[b] ? _depth[a] < _depth[b]
            : IsLater(_articles[a], _articles[b]) ? false
            : IsLater(_articles[b], _articles[a]) || string.CompareOrdinal(first, second) < 0;
    }

    private Dictionary<(int, int), Bond> BondsOf(List<PairFindings> pairs, Func<string, Wording> wording)
    {
        var bonds = new Dictionary<(int, int), Bond>();
        var neighbours = new Dictionary<int, SortedSet<string>>();
        foreach (var pair in pairs)
        {
            var (a, b) = (_numbers[pair.First], _numbers[pair.Second]);
            var kinship = new Kinship(wording(pair.First), wording(pair.Second), pair.Passages);
            if (kinship.Outside < WordsOutside)
            {
                continue;
            }

            bonds[(a, b)] = new(kinship, 0);
            bonds[(b, a)] = new(kinship, 1);
            Near(a, b);
            Near(b, a);
        }

        foreach (var (article, outlets) in neighbours)
        {
            foreach (var credit in Credits.Of(_articles[article], outlets))
            {
                _credits.Add((article, credit.Outlet), credit);
                _named[article].Add(credit.Outlet);
            }
        }

        return bonds;

        void Near(int one, int other)
        {
            if (_articles[other].Article.Outlet is { } outlet)
            {
                if (!neighbours.TryGetValue(one, out var outlets))
                {
                    neighbours.Add(one, outlets = new(StringComparer.Ordinal));
                }

                outlets.Add(outlet);
            }
        }
    }

    private readonly Dictionary<(int, string), Credit> _credits = [];

    private IEnumerable<List<int>> Components(Dictionary<(int A, int B), Bond> bonds)
    {
        var near = bonds.Keys.OrderBy(k => k).ToLookup(k => k.A, k => k.B);
        var seen = new bool[_articles.Count];
        for (var start = 0; start < seen.Length; start++)
        {
            if (seen[start] || !near[start].Any())
            {
                continue;
            }

            var component = new List<int> { start };
            seen[start] = true;
            for (var k = 0; k < component.Count; k++)
            {
                foreach (var next in near[component[k]].Where(n => !seen[n]))
                {
                    seen[next] = true;
                    component.Add(next);
                }
            }

            component.Sort();
            yield return component;
        }
    }

    private void Grow(List<int> component, Dictionary<(int A, int B), Bond> bonds)
    {
        var edges = new List<Edge>();
        var root = component.Count;
        for (var c = 0; c < component.Count; c++)
        {
            var article = _articles[component[c]].Article;
            var signed = Credits.IsSigned(article);
            edges.Add(new(root, c, Own));
            for (var p = 0; p < component.Count; p++)
            {
                // What an agency signs is its own; it may only repeat itself.
                if (signed && _articles[component[p]].Article.Outlet != article.Outlet)
                {
                    continue;
                }

                if (p != c && bonds.TryGetValue((component[c], component[p]), out var bond))
                {
                    edges.Add(new(p, c, Weight(component[c], component[p], bond.Kinship.Total(bond.Side))));
                }
            }
        }

        var parent = Arborescence.Heaviest(component.Count + 1, root, edges);
        for (var c = 0; c < component.Count; c++)
        {
            if (parent[c] != root)
            {
                Join(component[c], component[parent[c]], bonds);
            }
        }

        foreach (var child in component.Where(c => _parents[c].Count == 1))
        {
            if (Second(child, component, bonds) is { } second)
            {
                Join(child, second, bonds);
            }
        }
    }

    private double Weight(int child, int parent, double shared)
    {
        var weight = shared;
        if (CreditOf(child, parent) is { } credit && credit.Relation != ChainRelation.Quotes)
        {
            weight += Credited + (_named[child].Any(o => o != credit.Outlet && _credits.ContainsKey((parent, o))) ? Nearer : 0);
        }

        if (CreditOf(parent, child) is { } other && other.Relation != ChainRelation.Quotes)
        {
            weight -= CreditsTheOther;
        }

        return weight
            - (IsLater(_articles[parent], _articles[child]) ? Later : 0)
            + (_articles[parent].Article.Text.Length > _articles[child].Article.Text.Length ? Longer : 0);
    }

    // What another family explains of the sentences that the parent leaves open.
    private int? Second(int child, List<int> component, Dictionary<(int A, int B), Bond> bonds)
    {
        var first = _numbers[_parents[child][0].Parent];
        var known = bonds[(child, first)];
        var root = RootFrom(first);
        int? best = null;
        var most = SecondParent;
        foreach (var other in component.Where(o => o != child && o != first && RootFrom(o) != root && !Descends(o, child)))
        {
            if (!bonds.TryGetValue((child, other), out var bond))
            {
                continue;
            }

            var left = bond.Kinship.Values(bond.Side).Where(v => !known.Kinship.Values(known.Side).ContainsKey(v.Key)).Sum(v => v.Value);
            var weight = left >= 1 ? Weight(child, other, left) : 0;
            if (weight > most)
            {
                (best, most) = (other, weight);
            }
        }

        return best;
    }

    private int RootFrom(int article)
    {
        while (_parents[article].Count > 0)
        {
            article = _numbers[_parents[article][0].Parent];
        }

        return article;
    }

    private bool Descends(int article, int from)
    {
        for (; article != from; article = _numbers[_parents[article][0].Parent])
        {
            if (_parents[article].Count == 0)
            {
                return false;
            }
        }

        return true;
    }

    private void Join(int child, int parent, Dictionary<(int A, int B), Bond> bonds)
    {
        var credit = CreditOf(child, parent);
        var step = bonds.TryGetValue((child, parent), out var bond)
            ? new Step(_articles[parent].Article.Id, credit, bond.Kinship.Share(bond.Side), bond.Kinship.Longest)
            : new Step(_articles[parent].Article.Id, credit, null, []);
        _parents[child].Add(step);
    }

    // A person's word goes before the machine's.
    private void Obey(IReadOnlyList<SetParent> said, Dictionary<(int A, int B), Bond> bonds)
    {
        foreach (var one in said)
        {
            if (!_numbers.TryGetValue(one.Article, out var child))
            {
                continue;
            }

            if (one.Parent is null)
            {
                _parents[child].Clear();
            }
            else if (_numbers.TryGetValue(one.Parent, out var parent) && parent != child)
            {
                _parents[child].Clear();
                Part(parent, from: child);
                Join(child, parent, bonds);
            }
        }
    }

    // No article can come from its own copy: what stands between them gives way.
    private void Part(int article, int from)
    {
        var up = new List<int> { article };
        for (var k = 0; k < up.Count; k++)
        {
            _parents[up[k]].RemoveAll(s => _numbers[s.Parent] == from);
            up.AddRange(_parents[up[k]].Select(s => _numbers[s.Parent]).Where(p => !up.Contains(p)));
        }
    }

    private void Root()
    {
        for (var i = 0; i < _articles.Count; i++)
        {
            _ = RootsFrom(i);
        }
    }

    private SortedSet<int> RootsFrom(int article)
    {
        if (_roots[article] is { } known)
        {
            return known;
        }

        var roots = _roots[article] = [];
        foreach (var step in _parents[article])
        {
            roots.UnionWith(RootsFrom(_numbers[step.Parent]));
            _depth[article] = Math.Max(_depth[article], _depth[_numbers[step.Parent]] + 1);
        }

        if (roots.Count == 0)
        {
            roots.Add(article);
        }

        return roots;
    }

    private Credit? CreditOf(int article, int other) =>
        _articles[other].Article.Outlet is { } outlet && _credits.TryGetValue((article, outlet), out var credit) ? credit : null;

    private static bool IsLater(ArticleFindings one, ArticleFindings other) =>
        (one.Published?.Moment, other.Published?.Moment) is ({ } a, { } b)
        && (a.Earliest > b.Latest || (a.IsDay && a.Earliest == b.Latest && b.IsDay && IsLaterThatDay(a.Edtf, b.Edtf)));

    // Both tell the time, in the same zone.
    private static bool IsLaterThatDay(string one, string other) =>
        one.Length > 11 && one[10] == 'T' && other.Length == one.Length && other[10] == 'T' && one[^1] == 'Z' && other[^1] == 'Z'
        && string.CompareOrdinal(one, other) > 0;

    private readonly record struct Bond(Kinship Kinship, int Side);
}

/// <summary>One article was made from another.</summary>
/// <param name="Credit">The words with which it says so; null where it does not.</param>
/// <param name="Overlap">The share of its words that the parent has; null where nothing was compared.</param>
/// <param name="Evidence">The longest passage they share, in both; empty where nothing was compared.</param>
internal sealed record Step(string Parent, Credit? Credit, double? Overlap, IReadOnlyList<ArticleSpan> Evidence);
