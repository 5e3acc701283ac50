namespace Stemma.Corpus.Reuse;

/// <summary>Of all trees that give each node one parent, which weighs most?</summary>
/// <remarks>Chu and Liu, 1965; Edmonds, 1967: each node takes its heaviest edge, a circle is drawn together to one node, and so on until no circle is left.</remarks>
internal static class Arborescence
{
    /// <summary>The parent of each node; the root's is -1. Of equal edges the one that stands first in the list is taken.</summary>
    /// <param name="edges">Every node must be reachable from the root.</param>
    public static int[] Heaviest(int nodes, int root, IReadOnlyList<Edge> edges)
    {
        var chosen = Solve(nodes, root, [.. edges.Select((e, i) => (e.From, e.To, e.Weight, i))]);
        var parent = new int[nodes];
        Array.Fill(parent, -1);
        foreach (var edge in chosen)
        {
            parent[edges[edge].To] = edges[edge].From;
        }

        return parent;
    }

    private static List<int> Solve(int nodes, int root, List<(int From, int To, double Weight, int Origin)> edges)
    {
        var best = new int[nodes];
        Array.Fill(best, -1);
        for (var e = 0; e < edges.Count; e++)
        {
            var (from, to, weight, _) = edges[e];
            if (from != to && to != root && (best[to] < 0 || weight > edges[best[to]].Weight))
            {
                best[to] = e;
            }
        }

        var (group, groups, circles) = Circles(nodes, root, best, edges);
        if (circles.Count == 0)
        {
            return [.. Enumerable.Range(0, nodes).Where(n => best[n] >= 0).Select(n => edges[best[n]].Origin)];
        }

        // Into a circle: what the edge adds to the one it would replace.
        var smaller = new List<(int, int, double, int)>();
        var behind = new List<int>();
        for (var e = 0; e < edges.Count; e++)
        {
            var (from, to, weight, _) = edges[e];
            if (group[from] != group[to])
            {
                smaller.Add((group[from], group[to], circles.Contains(group[to]) ? weight - edges[best[to]].Weight : weight, behind.Count));
                behind.Add(e);
            }
        }

        var taken = Solve(groups, group[root], smaller);
        var entered = new HashSet<int>();
        var result = new List<int>();
        foreach (var e in taken.Select(t => behind[t]))
        {
            entered.Add(edges[e].To);
            result.Add(edges[e].Origin);
        }

        for (var n = 0; n < nodes; n++)
        {
            if (circles.Contains(group[n]) && !entered.Contains(n))
            {
                result.Add(edges[best[n]].Origin);
            }
        }

        return result;
    }

    private static (int[] Group, int Groups, HashSet<int> Circles) Circles(int nodes, int root, int[] best, List<(int From, int To, double Weight, int Origin)> edges)
    {
        var group = new int[nodes];
        Array.Fill(group, -1);
        var mark = new int[nodes];
        Array.Fill(mark, -1);
        var circles = new HashSet<int>();
        var groups = 0;
        for (var start = 0; start < nodes; start++)
        {
            var n = start;
            while (n >= 0 && n != root && mark[n] < 0)
            {
                mark[n] = start;
                n = best[n] < 0 ? -1 : edges[best[n]].From;
            }

            if (n >= 0 && n != root && mark[n] == start && group[n] < 0)
            {
                for (var m = n; group[m] < 0; m = edges[best[m]].From)
                {
                    group[m] = groups;
                }

                circles.Add(groups++);
            }
        }

        for (var n = 0; n < nodes; n++)
        {
            if (group[n] < 0)
            {
                group[n] = groups++;
            }
        }

        return (group, groups, circles);
    }
}

internal readonly record struct Edge(int From, int To, double Weight);
