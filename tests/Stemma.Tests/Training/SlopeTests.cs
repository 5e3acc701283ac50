using Stemma.Articles.Attribution.Tagger;
using Stemma.Training;

namespace Stemma.Tests.Training;

/// <summary>Do the hand-written slopes of the tagger agree with what its loss does when a weight moves a little?</summary>
public class SlopeTests
{
    private const float Nudge = 1e-2f;

    [Fact]
    public void Every_kind_of_weight_learns_in_the_direction_in_which_the_loss_falls()
    {
        var (network, batch) = Tiny();

        // Far from the edge at zero, half the head on, half off: there the loss is smooth and finite differences can be trusted.
        for (var i = 0; i < TaggerNetwork.HeadWidth; i++)
        {
            network.TopBias.Value[i] = i % 2 == 0 ? 4 : -4;
        }

        var random = new Splitmix(3);
        network.Run(batch, learn: true, ref random, 0, 0);
        var slopes = network.All.ToDictionary(p => p.Name, p => (float[])p.Slope.Clone());
        var pick = new Random(5);
        foreach (var parameter in network.All)
        {
            // Along the slope itself, and along random signs: two directions for every table of weights.
            foreach (var direction in new[] { Along(slopes[parameter.Name]), Signs(slopes[parameter.Name], pick) })
            {
                double expected = 0;
                for (var i = 0; i < direction.Length; i++)
                {
                    expected += direction[i] * slopes[parameter.Name][i];
                }

                var measured = (Loss(network, batch, parameter, direction, Nudge) - Loss(network, batch, parameter, direction, -Nudge)) / (2 * Nudge);
                Assert.True(
                    Math.Abs(expected - measured) <= 1e-4 + 0.01 * Math.Abs(expected),
                    $"{parameter.Name}: the slope says {expected:G5}, the loss says {measured:G5}");
            }
        }
    }

    private static double Loss(TaggerNetwork network, Example[] batch, Parameter parameter, float[] direction, float by)
    {
        var kept = (float[])parameter.Value.Clone();
        for (var i = 0; i < direction.Length; i++)
        {
            parameter.Value[i] += by * direction[i];
        }

        var random = new Splitmix(3);
        var (tags, source, content) = network.Run(batch, learn: false, ref random, 0, 0);
        kept.CopyTo(parameter.Value, 0);
        return tags + TaggerNetwork.SourceWeight * source + TaggerNetwork.ContentWeight * content;
    }

    private static float[] Along(float[] slope)
    {
        var length = MathF.Sqrt(slope.Sum(s => s * s)) + 1e-12f;
        return [.. slope.Select(s => s / length)];
    }

    private static float[] Signs(float[] slope, Random random)
    {
        var by = 1 / MathF.Sqrt(slope.Length);
        return [.. slope.Select(s => s == 0 ? 0 : random.Next(2) == 0 ? by : -by)];
    }

    /// <summary>Any chain of tags gives pairs that agree with its single tags; here a random one.</summary>
    private static Example Soft(Example run, Splitmix random)
    {
        const int K = TaggerNetwork.Tags;
        float[] Shares()
        {
            var shares = Enumerable.Range(0, K).Select(_ => random.Unit() + .05f).ToArray();
            return [.. shares.Select(s => s / shares.Sum())];
        }

        var (tags, pairs) = (new float[run.Length * K], new float[run.Length * K * K]);
        Shares().CopyTo(tags, 0);
        for (var t = 1; t < run.Length; t++)
        {
            for (var i = 0; i < K; i++)
            {
                var step = Shares();
                for (var j = 0; j < K; j++)
                {
                    pairs[(t * K * K) + (i * K) + j] = tags[((t - 1) * K) + i] * step[j];
                    tags[(t * K) + j] += tags[((t - 1) * K) + i] * step[j];
                }
            }
        }

        return run with { Tags = [], SoftTags = tags, SoftPairs = pairs, SourceWeights = [.. run.SourceArrows.Select(_ => random.Unit())] };
    }

    private static (TaggerNetwork, Example[]) Tiny()
    {
        var lexicon = new Lexicon([.. Enumerable.Range(1, 6).Select(i => ($"w{i}", new Lexicon.Entry(i, i, i)))], ["abc"], ["abcd"], ["ab"]);
        var random = new Splitmix(11);
        var vectors = Enumerable.Range(0, 7 * SkipGram.Width).Select(_ => random.Normal() * .6f).ToArray();
        var network = new TaggerNetwork(lexicon, vectors, 16, 42);
        Example Run(int length)
        {
            var rows = new int[length * TaggerInput.Tables.Length];
            for (var i = 0; i < rows.Length; i++)
            {
                rows[i] = (i % TaggerInput.Tables.Length) is 2 or 3 or 4 ? random.Below(2) : random.Below(4);
            }

            var tags = Enumerable.Range(0, length).Select(_ => random.Below(7)).ToArray();
            var arrows = Enumerable.Range(0, length / 2).Select(i => (i, random.Below(length))).ToList();
            return new Example(rows, tags, arrows, [.. arrows.Select(a => (a.i + 1, random.Below(length)))]);
        }

        // Two annotators, nobody's taste, and one run with teachers' opinion instead of marks.
        return (network, [Run(9) with { Taste = 2 }, Run(7) with { Taste = 5 }, Run(7), Soft(Run(3), random)]);
    }
}
