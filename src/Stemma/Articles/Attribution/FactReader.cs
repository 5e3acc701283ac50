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
    private static readonly FactModel Learned = new(Resource.Rows("Articles/Attribution/Data/facts.tsv").Select(r => (r[0], double.Parse(r[1], CultureInfo.InvariantCulture))));

    public static bool TellsFact(Saying saying, Act act, EvidenceBasis? named) => Learned.Sum(FactFeatures.Of(saying, act, named), FactFeatures.CompanyOf(saying)) > 0;
}

/// <summary>What each feature of a content is worth towards "a checkable fact".</summary>
internal sealed class FactModel
{
    /// <summary>The numbers of <see cref="FactFeatures.CompanyOf"/> stand in the list as "company 0", "company 1", …</summary>
    public const string CompanyName = "company ";

    private readonly FrozenDictionary<string, double> _weights;
    private readonly double[] _company = new double[FactFeatures.Company];

    public FactModel(IEnumerable<(string Feature, double Weight)> weights)
    {
        _weights = weights.ToFrozenDictionary(w => w.Feature, w => w.Weight, StringComparer.Ordinal);
        for (var d = 0; d < _company.Length; d++)
        {
            _company[d] = _weights.GetValueOrDefault(string.Create(CultureInfo.InvariantCulture, $"{CompanyName}{d}"));
        }
    }

    public double Sum(IReadOnlyList<string> features, double[] company)
    {
        var sum = 0.0;
        foreach (var feature in features)
        {
            sum += _weights.GetValueOrDefault(feature);
        }

        for (var d = 0; d < _company.Length; d++)
        {
            sum += _company[d] * company[d];
        }

        return sum;
    }
}
