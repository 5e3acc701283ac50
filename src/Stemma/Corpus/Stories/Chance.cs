namespace Stemma.Corpus.Stories;

/// <summary>How alike must two articles be, among so many, for their likeness to be more than chance?</summary>
/// <remarks>
/// Each article meets more strangers in a larger case, and some of them are alike by chance: kept from a fixed likeness on, their number would grow with the
/// square of the case. So the bar rises with the case. It never sinks, so whatever passes it in the finished case passed it on arrival too: what was kept early
/// and does not pass any more is set aside when the case is read, and the order of arrival decides nothing (docs/decisions/0061).
/// </remarks>
public static class Chance
{
    // Below this a score adds nothing to any mean; in cases of up to 300 articles it is the bar.
    private const double LeastScore = 0.02;

    // Where a score alone makes no story any more (StoryClusters joins from .42 on): the bar rises no further.
    private const double MostScore = 0.4;

    // Among 2,000 texts of random words one pair in 500 scores .05 or more, one in 1,600 .10, one in 11,000 .30: with this root an article meets three to five
    // strangers in any case of 1,000 to 100,000. On FNC-1 and ECB+ (to 1,500 articles) the B3 moves in the fourth digit.
    private const double ScoreOfThousand = 0.036;

    // The same for the cosine of all words, which is cheap and decides who is scored at all. Of pairs that score .5 on ECB+, one in 100 lies below .15.
    private const double LeastNearness = 0.03;
    private const double MostNearness = 0.15;
    private const double NearnessPower = 0.35;

    /// <summary>The least score (<see cref="PairFindings.SameStory"/>) that counts in a case of so many articles.</summary>
    public static double Score(int articles) => Math.Clamp(ScoreOfThousand * Math.Sqrt(articles / 1000.0), LeastScore, MostScore);

    /// <summary>The least cosine (<see cref="PairFindings.Nearness"/>) that counts in a case of so many articles.</summary>
    public static double Nearness(int articles) => Math.Clamp(LeastNearness * Math.Pow(articles / 1000.0, NearnessPower), LeastNearness, MostNearness);

    /// <summary>Pairs as they count in a case of so many articles: what is chance there says nothing about the two; words they share stay.</summary>
    public static IReadOnlyList<PairFindings> SetAside(IReadOnlyList<PairFindings> pairs, int articles)
    {
        var (score, nearness) = (Score(articles), Nearness(articles));
        return pairs.Any(IsChance) ? [.. pairs.Select(p => IsChance(p) ? p with { SameStory = null, Nearness = null, SameEvents = [], Disputes = [] } : p)] : pairs;

        bool IsChance(PairFindings pair) => pair.SameStory < score || pair.Nearness < nearness;
    }
}
