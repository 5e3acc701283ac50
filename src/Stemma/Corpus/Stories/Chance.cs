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

    // Two texts of a few sentences share few words however much one matter they tell: of authored notes on two matters one in 20 is .03 near or more, one in 50 .06,
    // one in 300 .17. With this power a note meets about five strangers by these doors in any case.
    private const double NearnessOfHundred = 0.03;
    private const double NearnessOfNotesPower = 0.565;

    // Log-odds of `training matters`: a step of 1.3 lets in a third as many strangers, so that of authored notes on other matters about one counts in any case, and
    // some three openings of unlabelled news.
    private const double MatterOfTwenty = -3.2;
    private const double MatterStep = 1.3;

    /// <summary>The least cosine from which two notes are laid side by side though they score less than a story asks for.</summary>
    public static double NearnessOfNotes(int articles) => NearnessOfHundred * Math.Pow(articles / 100.0, NearnessOfNotesPower);

    /// <summary>The least log-odds (<see cref="PairFindings.OneMatter"/>) that let two notes dispute in a case of so many articles.</summary>
    public static double Matter(int articles) => MatterOfTwenty + (MatterStep * Math.Log(articles / 20.0));

    /// <summary>Pairs as they count in a case of so many articles: what is chance there says nothing about the two; words they share stay.</summary>
    public static IReadOnlyList<PairFindings> SetAside(IReadOnlyList<PairFindings> pairs, int articles)
    {
        var (score, nearness, nearnessOfNotes, matter) = (Score(articles), Nearness(articles), NearnessOfNotes(articles), Matter(articles));
        return pairs.Any(p => IsChance(p) || IsOfTwo(p)) ? [.. pairs.Select(p => IsChance(p) ? Apart(p) : IsOfTwo(p) ? p with { Disputes = Unsure(p.Disputes) } : p)] : pairs;

        bool IsChance(PairFindings pair) => pair.SameStory < score || pair.Nearness < nearness;

        bool IsOfTwo(PairFindings pair) => pair.OneMatter < matter;

        // Two notes may still be of one matter: then what stands between them stays.
        PairFindings Apart(PairFindings pair) => pair with
        {
            SameStory = null,
            Nearness = null,
            SameEvents = [],
            Disputes = pair.OneMatter >= matter && pair.Nearness >= nearnessOfNotes ? pair.Disputes : [],
        };
    }

    // Two notes of one case may be of two matters that look alike: what may be in dispute between those is a candidate.
    private static List<Dispute> Unsure(IReadOnlyList<Dispute> disputes) => [.. disputes.Select(d => d with { Confidence = Math.Min(d.Confidence, MostOfStrangers) })];

    private const double MostOfStrangers = 0.49;
}
