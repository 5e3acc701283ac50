namespace Stemma.Articles.Attribution.Tagger;

/// <summary>How likely would a person mark this relation so? The tagger's own certainties, weighed so that they come true as often as they say.</summary>
/// <remarks>The weights are the last stage of the training: a logistic regression on the development articles, kept in the model.</remarks>
internal sealed class Confidence(TaggerModel.Tensor weights)
{
    /// <summary>One for the threshold, then the signs below.</summary>
    public const int Count = 24;

    public double Of(ReadOnlySpan<float> signs)
    {
        float sum = 0;
        for (var i = 0; i < Count; i++)
        {
            sum = MathF.FusedMultiplyAdd(weights.Values[i], signs[i], sum);
        }

        return Math.Round(1.0 / (1.0 + Exponential.Of(-sum)), 3);
    }

    /// <summary>What tells of trouble: how sure the words of cue, source and content are, and the arrows between them; what kind of cue it is, how long, how far.</summary>
    public static float[] Signs(Linker.Link link, float[] sure, TaggerInput input)
    {
        var content = Least(link.Content, sure);
        var (band, most) = (Row(input, link.Cue.Begin, TaggerInput.CueBand), 0);
        for (var i = link.Cue.Begin; i < link.Cue.End; i++)
        {
            most = Math.Max(most, Row(input, i, TaggerInput.CueBand));
        }

        var words = link.Content.Sum(c => c.End - c.Begin);
        var quoted = link.Content.Exists(c => Row(input, c.Begin, TaggerInput.Quote) == 1);
        var far = link.Content.Min(c => c.Begin >= link.Cue.End ? c.Begin - link.Cue.End : link.Cue.Begin - c.End);
        return
        [
            1,
            Least([link.Cue], sure),
            sure[link.Cue.Begin],
            Mean([link.Cue], sure),
            content,
            sure[link.Content[0].Begin],
            Mean(link.Content, sure),
            link.Source is { } s ? Least([s], sure) : 1,
            link.SourceShare,
            link.ContentShare,
            Is(link.Source is null),
            Is(link.Content.Count > 1),
            Is(words <= 2),
            Is(words > 30),
            Is(quoted),
            Is(link.Cue.End - link.Cue.Begin == 1),
            Is(link.Cue.End - link.Cue.Begin > 3),
            Is(band >= 7),
            most / 9f,
            Is(most <= 3),
            Is(far > 0),
            Is(far > 5),
            Is(Row(input, link.Cue.Begin, TaggerInput.Paragraph) == 0),
            Is(link.Source is null && most <= 4),
        ];
    }

    private static float Is(bool sign) => sign ? 1 : 0;

    private static int Row(TaggerInput input, int word, int table) => input.Rows[(word * TaggerInput.Tables.Length) + table];

    private static float Least(List<Linker.Stretch> stretches, float[] sure)
    {
        var least = 1f;
        foreach (var stretch in stretches)
        {
            for (var i = stretch.Begin; i < stretch.End; i++)
            {
                least = MathF.Min(least, sure[i]);
            }
        }

        return least;
    }

    private static float Mean(List<Linker.Stretch> stretches, float[] sure)
    {
        var (sum, words) = (0f, 0);
        foreach (var stretch in stretches)
        {
            for (var i = stretch.Begin; i < stretch.End; i++, words++)
            {
                sum += sure[i];
            }
        }

        return sum / words;
    }
}
