namespace Stemma.Corpus.Stories;

/// <summary>Are two groups of articles one story? From how near their articles are, and from what each group keeps saying that the other never says.</summary>
/// <remarks>
/// "The same kind of happening, another one" shares most of its words; but its names and figures stand in nearly all articles of the one group and in none of the other.
/// Stories of one topic share most of their words too: there it counts how close two groups lie by what is rare around them.
/// Groups are put in order of size, so that the signs are the same from both sides.
/// </remarks>
internal static class JoinSigns
{
    public static readonly IReadOnlyList<string> Names =
    [
        "mean", "most", "scored", "articles-fewer", "articles-more", "cosine", "covered-fewer", "covered-more", "names-covered-fewer", "names-covered-more",
        "own-fewer", "own-more", "own-stems-fewer", "own-stems-more", "both-stems", "both", "length-fewer", "length-more", "names-fewer", "names-more",
        "rival-one", "rival-other", "near-one", "near-other", "close", "close-most", "close-cosine",
    ];

    // What a group keeps saying, and what the other does not say.
    private const double Always = 0.6;
    private const double Never = 0.15;
    private const double Often = 0.5;

    public static double[] Of(StoryGroup one, StoryGroup other, in Tie tie)
    {
        var turned = one.Articles > other.Articles;
        var (few, many) = turned ? (other, one) : (one, other);
        var (ownFew, ownMany) = (Own(few, many), Own(many, few));
        var both = few.Kept.Where(e => many.Share(e.Stem) >= Often).ToList();
        var (cosine, close, closeCosine) = few.Likeness(many);
        return
        [
            tie.Mean, tie.Most, tie.Scored, Math.Log(few.Articles), Math.Log(many.Articles), cosine,
            Covered(few.Heaviest, many, 0), Covered(many.Heaviest, few, 0), Covered(few.Names, many, 0.5), Covered(many.Names, few, 0.5),
            ownFew.Weight, ownMany.Weight, Math.Log(1 + ownFew.Stems), Math.Log(1 + ownMany.Stems),
            both.Count, both.Sum(e => Math.Min(e.Weight / few.Articles, many.Mean(e.Stem))), few.Length / few.Articles, many.Length / many.Articles, few.Names.Count, many.Names.Count,
            turned ? tie.RivalOther : tie.RivalOne, turned ? tie.RivalOne : tie.RivalOther, turned ? tie.NearOther : tie.NearOne, turned ? tie.NearOne : tie.NearOther,
            close, tie.CloseMost, closeCosine,
        ];
    }

    // Which share of what weighs most stands in the other's articles.
    private static double Covered(IReadOnlyList<StoryGroup.Entry> entries, StoryGroup by, double none)
    {
        var all = entries.Sum(e => e.Weight);
        return all == 0 ? none : entries.Sum(e => e.Weight * by.Share(e.Stem)) / all;
    }

    private static (double Weight, int Stems) Own(StoryGroup group, StoryGroup other)
    {
        var own = group.Kept.Where(e => e.Articles >= Always * group.Articles && other.Share(e.Stem) <= Never).ToList();
        return (own.Sum(e => e.Weight) / group.Articles, own.Count);
    }

    /// <summary>How two groups stand to each other among all others.</summary>
    /// <param name="Mean">Mean score of their pairs; a pair without one counts 0.</param>
    /// <param name="Scored">Share of the pairs that have one.</param>
    /// <param name="RivalOne">The mean score of the one with the nearest third group.</param>
    /// <param name="NearOne">How many groups are near the one.</param>
    /// <param name="CloseMost">The closest pair, by what is rare around it.</param>
    internal readonly record struct Tie(double Mean, double Most, double Scored, double RivalOne, double RivalOther, int NearOne, int NearOther, double CloseMost);
}
