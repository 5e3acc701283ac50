namespace Stemma.Web;

/// <summary>What was added, dropped or reworded between two versions of one article, paragraph by paragraph in the order of the newer one?</summary>
public static class VersionDiff
{
    public enum Kind
    {
        Same,
        Added,
        Dropped,
        Reworded,
    }

    public sealed record Row(Kind Kind, string Old, string New);

    // Two paragraphs are one reworded where this share of their words is the same; below it a reader sees two.
    private const double Reworded = 0.4;

    public static IReadOnlyList<Row> Of(string old, string now)
    {
        var (a, b) = (Paragraphs(old), Paragraphs(now));

        // The longest run of paragraphs that go together, in order; the same ones weigh most.
        var like = new double[a.Count, b.Count];
        var best = new double[a.Count + 1, b.Count + 1];
        var (wordsA, wordsB) = (a.Select(Words).ToList(), b.Select(Words).ToList());
        for (var i = a.Count - 1; i >= 0; i--)
        {
            for (var j = b.Count - 1; j >= 0; j--)
            {
                like[i, j] = a[i] == b[j] ? 1 : Alike(wordsA[i], wordsB[j]);
                best[i, j] = Math.Max(Math.Max(best[i + 1, j], best[i, j + 1]), like[i, j] >= Reworded ? best[i + 1, j + 1] + like[i, j] : 0);
            }
        }

        var rows = new List<Row>();
        var (x, y) = (0, 0);
        while (x < a.Count && y < b.Count)
        {
            if (like[x, y] >= Reworded && best[x, y] <= best[x + 1, y + 1] + like[x, y])
            {
                rows.Add(new Row(a[x] == b[y] ? Kind.Same : Kind.Reworded, a[x], b[y]));
                (x, y) = (x + 1, y + 1);
            }
            else if (best[x + 1, y] >= best[x, y + 1])
            {
                rows.Add(new Row(Kind.Dropped, a[x++], ""));
            }
            else
            {
                rows.Add(new Row(Kind.Added, "", b[y++]));
            }
        }

        rows.AddRange(a.Skip(x).Select(p => new Row(Kind.Dropped, p, "")));
        rows.AddRange(b.Skip(y).Select(p => new Row(Kind.Added, "", p)));
        return rows;
    }

    private static List<string> Paragraphs(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static HashSet<string> Words(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w.ToLowerInvariant())];

    private static double Alike(HashSet<string> one, HashSet<string> other)
    {
        var both = one.Count(other.Contains);
        return both == 0 ? 0 : both / (double)(one.Count + other.Count - both) * 0.999;
    }
}
