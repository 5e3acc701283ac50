using System.Globalization;
using Stemma.Articles;

namespace Stemma.Ledger;

/// <summary>What reads a page, and of which version it is: findings of an older version are made again.</summary>
public sealed record PageReader(string Version, Func<RawPage, ArticleFindings> Read)
{
    public static readonly PageReader OfThisProgram = new(ArticleReader.Version, ArticleReader.Read) { ReadTogether = ArticleReader.Read };

    /// <summary>The same of several pages at once, where that costs less; null where it does not.</summary>
    public Func<IReadOnlyList<RawPage>, IReadOnlyList<ArticleFindings>>? ReadTogether { get; init; }

    /// <summary>Versions count up; what is no number is older than all.</summary>
    public static bool IsOlder(string version, string than) => Number(version) < Number(than);

    private static int Number(string version) => int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
