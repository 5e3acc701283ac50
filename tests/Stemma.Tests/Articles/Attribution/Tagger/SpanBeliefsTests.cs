using Stemma.Articles.Attribution.Tagger;

namespace Stemma.Tests.Articles.Attribution;

/// <summary>Whole stretches: their shares are held against every row of tags counted out one by one.</summary>
public class SpanBeliefsTests
{
    private const int K = Network.Tags, Words = 5;

    [Fact]
    public void A_stretch_has_the_share_of_all_rows_that_hold_it_and_end_it_there()
    {
        var random = new Random(11);
        float[] Some(int count) => [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 4) - 2)];
        var (transitions, ends, scores) = (Some(K * K), Some(2 * K), Some(Words * K));
        var beliefs = new SpanBeliefs(Model(transitions, ends));
        var rows = Rows(transitions, ends, scores);
        var all = rows.Sum(r => r.Weight);

        var told = beliefs.Of(scores, Words, 0);

        Assert.Equal(Words * (Words + 1) / 2, told.Stretches.Count);
        foreach (var s in told.Stretches)
        {
            bool Holds(int[] row) => row[s.Begin] == TagDecoder.Cue && row[(s.Begin + 1)..s.End].All(t => t == TagDecoder.Cue + 1) && (s.End == Words || row[s.End] != TagDecoder.Cue + 1);
            Assert.Equal(rows.Where(r => Holds(r.Tags)).Sum(r => r.Weight) / all, s.Share, 5);
        }

        for (var i = 0; i < Words * K; i++)
        {
            Assert.Equal(rows.Where(r => r.Tags[i / K] == i % K).Sum(r => r.Weight) / all, told.Words[i], 5);
        }
    }

    [Fact]
    public void A_cue_ends_where_most_rows_end_it_though_the_best_row_does_not()
    {
        // The third word goes on with the cue in the best row; in most rows it does not, but they differ over what it is instead.
        const int Cue = TagDecoder.Cue;
        var scores = new float[Words * K];
        scores[Cue] = scores[K + Cue + 1] = 9;
        scores[(2 * K) + Cue + 1] = 4;
        scores[(2 * K) + TagDecoder.Outside] = scores[(2 * K) + TagDecoder.Content] = scores[(2 * K) + TagDecoder.Source] = 3.6f;
        scores[(3 * K) + TagDecoder.Outside] = scores[(4 * K) + TagDecoder.Outside] = 9;
        var (none, ends) = (new float[K * K], new float[2 * K]);
        Assert.Equal(Cue + 1, Rows(none, ends, scores).MaxBy(r => r.Weight).Tags[2]);

        var (tags, sure) = (new byte[Words], new float[Words]);
        new TagDecoder(Model(none, ends)).Decode(scores, Words, tags, sure);

        Assert.Equal([(byte)Cue, (byte)(Cue + 1), 0, 0, 0], tags);
        Assert.InRange(sure[2], .2f, .35f);
    }

    private static List<(int[] Tags, double Weight)> Rows(float[] transitions, float[] ends, float[] scores)
    {
        var rows = new List<(int[], double)>();
        for (var number = 0; number < (int)Math.Pow(K, Words); number++)
        {
            var row = new int[Words];
            for (int i = 0, left = number; i < Words; i++, left /= K)
            {
                row[i] = left % K;
            }

            static bool Inside(int tag) => tag != 0 && tag % 2 == 0;
            if (Inside(row[0]) || Enumerable.Range(1, Words - 1).Any(i => Inside(row[i]) && row[i - 1] != row[i] && row[i - 1] != row[i] - 1))
            {
                continue;
            }

            double sum = ends[row[0]] + ends[K + row[^1]];
            for (var i = 0; i < Words; i++)
            {
                sum += scores[(i * K) + row[i]] + (i > 0 ? transitions[(row[i - 1] * K) + row[i]] : 0);
            }

            rows.Add((row, Math.Exp(sum)));
        }

        return rows;
    }

    private static TaggerModel Model(float[] transitions, float[] ends)
    {
        var file = Path.GetTempFileName();
        try
        {
            TaggerModel.Write(file, 16, new Lexicon([], [], [], []), new Dictionary<string, TaggerModel.Tensor>(StringComparer.Ordinal)
            {
                ["crf.transitions"] = new(K, K, transitions),
                ["crf.ends"] = new(2, K, ends),
            });
            using var stream = File.OpenRead(file);
            var read = TaggerModel.Read(stream);

            // The file keeps half the digits; the counting is to use the same numbers.
            read["crf.transitions"].Values.AsSpan(0, K * K).CopyTo(transitions);
            read["crf.ends"].Values.AsSpan(0, 2 * K).CopyTo(ends);
            return read;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
