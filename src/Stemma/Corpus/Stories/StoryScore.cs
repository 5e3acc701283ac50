using System.Globalization;
using Stemma.Words;

namespace Stemma.Corpus.Stories;

/// <summary>How likely do two articles tell one story? Between 0 and 1, from their keys alone, the same in both orders.</summary>
/// <remarks>A small net over a dozen likenesses (all words, names, figures, word pairs, leads, the weightiest words), learned on FNC-1 train and ECB+ train by `training stories`.</remarks>
public static class StoryScore
{
    public const int Likenesses = 12;

    private const double FigureShare = 0.25;

    private static readonly Lazy<(double[][] Hidden, double[] Out)> Net = new(() =>
    {
        var rows = Resource.Rows("Corpus/Stories/Data/net.tsv").Select(r => r.Select(c => double.Parse(c, CultureInfo.InvariantCulture)).ToArray()).ToArray();
        return (rows[..^1], rows[^1]);
    });

    public static double Of(IReadOnlyList<ulong> one, IReadOnlyList<ulong> other) => Of(new StorySketch(one), new StorySketch(other));

    internal static double Of(StorySketch one, StorySketch other) => Of(new AskedSketch(one), other);

    /// <summary>The same for one article that is laid beside many.</summary>
    internal static double Of(AskedSketch one, StorySketch other)
    {
        Span<double> likeness = stackalloc double[Likenesses];
        return Read(one, other, likeness) ? Of(likeness) : 0;
    }

    /// <summary>The plain cosine of all words: cheap, and what candidates are chosen by.</summary>
    internal static double Weight(ulong key) => StoryKey.Kind(key) switch
    {
        StoryTerm.Pair => 0,
        StoryTerm.Figure => StoryKey.Weight(key) * 0.5,
        _ => StoryKey.Weight(key),
    };

    internal static double Of(ReadOnlySpan<double> likeness)
    {
        var (hidden, last) = Net.Value;
        var sum = last[^1];
        for (var h = 0; h < hidden.Length; h++)
        {
            var row = hidden[h];
            var a = row[^1];
            for (var i = 0; i < Likenesses; i++)
            {
                a += row[i] * likeness[i];
            }

            sum += last[h] * Math.Tanh(a);
        }

        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>The likenesses of two articles; false where they share no word.</summary>
    public static bool Read(IReadOnlyList<ulong> one, IReadOnlyList<ulong> other, Span<double> likeness) => Read(new AskedSketch(new(one)), new StorySketch(other), likeness);

    private static bool Read(AskedSketch asked, StorySketch second, Span<double> likeness)
    {
        // Products by kind: word, name, figure, pair; 4: what stands in both leads. Added up in rising order of the terms.
        Span<double> dot = stackalloc double[StorySketch.Kinds];
        dot.Clear();
        var first = asked.Sketch;
        var a2 = first.Squares;
        var b2 = second.Squares;
        var pairs = 0;
        foreach (var there in second.Keys)
        {
            if (!asked.MayHave(there) || !asked.TryFind(there, out var here))
            {
                continue;
            }

            var product = StoryKey.Weight(here) * StoryKey.Weight(there);
            var kind = (int)StoryKey.Kind(here) > (int)StoryKey.Kind(there) ? StoryKey.Kind(here) : StoryKey.Kind(there);
            dot[(int)kind] += product;
            pairs += kind == StoryTerm.Pair ? 1 : 0;
            if (kind != StoryTerm.Pair && StoryKey.InLead(here) && StoryKey.InLead(there))
            {
                dot[4] += product;
            }
        }

        var all = dot[0] + dot[1] + (FigureShare * dot[2]);
        if (all == 0)
        {
            return false;
        }

        var (na, nb) = (a2[0] + a2[1] + (FigureShare * a2[2]), b2[0] + b2[1] + (FigureShare * b2[2]));
        var cosine = all / Math.Sqrt(na * nb);
        likeness[0] = Math.Sqrt(cosine);
        likeness[1] = cosine;
        likeness[2] = all / Math.Min(na, nb) / 2;
        for (var k = 0; k < StorySketch.Kinds; k++)
        {
            // A stem that is a name here and a word there counts as a name, which one side may have none of.
            likeness[3 + k] = dot[k] == 0 || a2[k] * b2[k] == 0 ? 0 : Math.Min(1, Math.Sqrt(dot[k] / Math.Sqrt(a2[k] * b2[k])));
        }

        likeness[8] = Math.Log(1 + pairs) / 4;
        likeness[9] = Math.Log(Math.Min(na, nb)) / 10;
        likeness[10] = Math.Log(Math.Max(na, nb)) / 10;
        likeness[11] = StorySketch.TopInCommon(first, second) / 6.0;
        return true;
    }
}
