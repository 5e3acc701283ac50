using System.Collections.Frozen;
using System.Globalization;
using Stemma.Words;

namespace Stemma.Articles.Attribution;

/// <summary>Is the content a fact that a reporter could check, or opinion, wish, fear, advice?</summary>
/// <remarks>
/// A small linear model over what can be seen (<see cref="FactFeatures"/>); made by `training facts`. Two human-like readings of the guide
/// agree on four of five such cases, and so this stays the least sure field of a statement.
/// </remarks>
internal static class FactReader
{
    // Where words name a basis ("the tests showed"), the content is more often a fact than its other words would say.
    private const double BasisNamed = 2.0;

    private static readonly FrozenDictionary<string, double> Weights =
        Resource.Rows("Articles/Attribution/Data/facts.tsv").ToFrozenDictionary(r => r[0], r => double.Parse(r[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    public static bool TellsFact(Saying saying, Act act, bool basisNamed)
    {
        var sum = basisNamed ? BasisNamed : 0;
        foreach (var feature in FactFeatures.Of(saying, act))
        {
            sum += Weights.GetValueOrDefault(feature);
        }

        return sum > 0;
    }
}
