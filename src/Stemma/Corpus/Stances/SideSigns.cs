namespace Stemma.Corpus.Stances;

/// <summary>Do two articles of a story stand on opposite sides? From how much each doubts, how much they share, and how much the story's other articles doubt.</summary>
public static class SideSigns
{
    public static readonly IReadOnlyList<string> Names =
        ["less", "more", "between", "odds-between", "either", "likeness", "story-mean", "story-most", "story-least", "story-articles"];

    /// <param name="one">How likely the one doubts what the story tells.</param>
    /// <param name="story">The same for all articles of the story.</param>
    public static double[] Of(double one, double other, double likeness, IReadOnlyList<double> story)
    {
        var (less, more) = (Math.Min(one, other), Math.Max(one, other));
        return [less, more, more - less, Odds(more) - Odds(less), (less * (1 - more)) + (more * (1 - less)), likeness, story.Average(), story.Max(), story.Min(), Math.Log(story.Count)];
    }

    private static double Odds(double p) => Math.Clamp(p, 0.0001, 0.9999) is var q ? Math.Log(q / (1 - q)) : 0;
}
