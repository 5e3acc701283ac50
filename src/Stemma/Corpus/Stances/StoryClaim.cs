namespace Stemma.Corpus.Stances;

/// <summary>What is a story's claim about? The stems that weigh most in all its articles together, with their shares.</summary>
public sealed class StoryClaim
{
    /// <summary>Of 25 stems most stories need fewer; a step to 15 or 40 was not tried.</summary>
    private const int MostStems = 25;

    private readonly Dictionary<string, double> _shares;

    private StoryClaim(Dictionary<string, double> shares) => _shares = shares;

    public static StoryClaim Of(IEnumerable<StanceText> articles)
    {
        var sums = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var article in articles.OrderBy(a => a.Id, StringComparer.Ordinal))
        {
            foreach (var (stem, weight) in article.Weights)
            {
                sums[stem] = sums.GetValueOrDefault(stem) + weight;
            }
        }

        var top = sums.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).Take(MostStems).ToList();
        var all = top.Sum(s => s.Value);
        return new(top.ToDictionary(s => s.Key, s => s.Value / all, StringComparer.Ordinal));
    }

    public bool Has(string stem) => _shares.ContainsKey(stem);

    /// <summary>How much of the claim a sentence speaks of, 0 to 1; half of its weight is the whole.</summary>
    public double In(StanceSentence sentence)
    {
        var sum = 0.0;
        foreach (var stem in sentence.Stems.Where(Has).Distinct(StringComparer.Ordinal))
        {
            sum += _shares[stem];
        }

        return Math.Min(1, sum * 2);
    }

    /// <summary>The stems two sentences share of it, the weightiest first.</summary>
    public IEnumerable<string> Shared(StanceSentence one, StanceSentence other) =>
        one.Stems.Intersect(other.Stems, StringComparer.Ordinal).Where(Has).OrderByDescending(s => _shares[s]).ThenBy(s => s, StringComparer.Ordinal);
}
