using System.Globalization;

namespace Stemma.Words;

/// <summary>How common is a word in news at large? Document frequencies of stems, so that a weight never depends on which articles a case holds.</summary>
/// <remarks>Learned from unlabelled news by `training background`; the file holds counts of words and no text.</remarks>
public static class Background
{
    private static readonly Lazy<(double Articles, Dictionary<string, int> Counts)> Learned = new(Load);

    /// <summary>ln(articles / articles with this stem); for a stem never seen, as if half an article had it.</summary>
    public static double Rarity(string stem)
    {
        var (articles, counts) = Learned.Value;
        return Math.Log(articles / (counts.TryGetValue(stem, out var n) ? n : UnseenCount));
    }

    /// <summary>True where at least three articles of the news it was counted on have this stem.</summary>
    public static bool Knows(string stem) => Learned.Value.Counts.ContainsKey(stem);

    /// <summary>The file leaves out stems of fewer than three articles: an unseen one is between none and two.</summary>
    private const double UnseenCount = 1.5;

    private static (double, Dictionary<string, int>) Load()
    {
        var counts = new Dictionary<string, int>(70000, StringComparer.Ordinal);
        var articles = 1.0;
        foreach (var row in Resource.Rows("Words/Data/background.tsv"))
        {
            var n = int.Parse(row[1], CultureInfo.InvariantCulture);
            if (row[0] == "*")
            {
                articles = n;
            }
            else
            {
                counts[row[0]] = n;
            }
        }

        return (articles, counts);
    }
}
