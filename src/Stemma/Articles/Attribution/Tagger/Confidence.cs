namespace Stemma.Articles.Attribution.Tagger;

/// <summary>How likely would a person mark this relation so? The tagger's own certainties, weighed so that they come true as often as they say.</summary>
internal static class Confidence
{
    public static double Of(Linker.Link link, float[] sure)
    {
        double sum = 0;
        sum += Least(link.Cue, sure) + Least(link.Content[0], sure) + link.SourceShare;
        return Math.Round(sum / 3, 3);
    }

    internal static float Least(Linker.Stretch stretch, float[] sure)
    {
        var least = 1f;
        for (var i = stretch.Begin; i < stretch.End; i++)
        {
            least = MathF.Min(least, sure[i]);
        }

        return least;
    }
}
