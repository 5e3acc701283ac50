namespace Stemma.Articles.Attribution.Tagger;

/// <summary>How likely would a person mark this relation so? The tagger's own certainties, weighed so that they come true as often as they say.</summary>
/// <remarks>The weights are the last stage of the training: a logistic regression on the development articles, kept in the model.</remarks>
internal sealed class Confidence(TaggerModel.Tensor weights)
{
    /// <summary>One for the threshold, then the signs below.</summary>
    public const int Count = 8;

    public double Of(ReadOnlySpan<float> signs)
    {
        float sum = 0;
        for (var i = 0; i < Count; i++)
        {
            sum = MathF.FusedMultiplyAdd(weights.Values[i], signs[i], sum);
        }

        return Math.Round(1.0 / (1.0 + Exponential.Of(-sum)), 3);
    }

    /// <summary>What tells of trouble: the least sure word of cue, source and content, how sure the arrows are, how many pieces, how far.</summary>
    public static float[] Signs(Linker.Link link, float[] sure)
    {
        var content = 1f;
        foreach (var piece in link.Content)
        {
            content = MathF.Min(content, Least(piece, sure));
        }

        return
        [
            1,
            Least(link.Cue, sure),
            sure[link.Cue.Begin],
            content,
            link.Source is { } s ? Least(s, sure) : 1,
            link.SourceShare,
            link.Source is null ? 1 : 0,
            link.Content.Count > 1 ? 1 : 0,
        ];
    }

    private static float Least(Linker.Stretch stretch, float[] sure)
    {
        var least = 1f;
        for (var i = stretch.Begin; i < stretch.End; i++)
        {
            least = MathF.Min(least, sure[i]);
        }

        return least;
    }
}
