using System.Diagnostics;
using System.Runtime.Intrinsics;
using Stemma.Articles.Attribution.Tagger;
using Stemma.Articles.Sentences;
using Stemma.Words;

namespace Stemma.Training;

/// <summary>What does a word mean, judged by its neighbours? Structured skip-gram (Ling et al. 2015): one output matrix a position.</summary>
internal static unsafe class SkipGram
{
    public const int Width = 128;
    const int Reach = 3, Negatives = 5, Epochs = 4, MinCount = 5;
    const float Rate = .03f;
    const double Sample = 1e-3;

    public static (string[] words, int[] counts, float[] vectors) Learn(IEnumerable<List<string>> articles, Action<string> say)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var forms = new List<string>();
        var count = new List<int>();
        var cache = new Dictionary<string, int>(StringComparer.Ordinal);
        var stream = new List<int>(26_000_000);
        foreach (var article in articles)
        {
            foreach (var word in article)
            {
                if (!cache.TryGetValue(word, out var id))
                {
                    var form = Lexicon.FormOf(ProseReader.LowerOf(word));
                    if (!seen.TryGetValue(form, out id)) { id = forms.Count; seen[form] = id; forms.Add(form); count.Add(0); }
                    cache[word] = id;
                }
                count[id]++;
                stream.Add(id);
            }
            for (var k = 0; k < Reach; k++) stream.Add(-1);
        }
        var order = Enumerable.Range(0, forms.Count).Where(i => count[i] >= MinCount).OrderByDescending(i => count[i]).ThenBy(i => forms[i], StringComparer.Ordinal).ToArray();
        var rank = new int[forms.Count];
        Array.Fill(rank, -1);
        for (var r = 0; r < order.Length; r++) rank[order[r]] = r;
        var tokens = stream.Select(t => t < 0 ? -1 : rank[t]).ToArray();
        var words = order.Select(i => forms[i]).ToArray();
        var counts = order.Select(i => count[i]).ToArray();
        say($"vectors: {tokens.Length:N0} tokens, {words.Length:N0} words of {MinCount} and more");
        return (words, counts, Train(tokens, counts, say));
    }

    static float[] Train(int[] tokens, int[] counts, Action<string> say)
    {
        int n = counts.Length, positions = 2 * Reach;
        var random = new Splitmix(20161108);
        var input = new float[n * Width];
        for (var i = 0; i < input.Length; i++) input[i] = (random.Unit() - .5f) / Width;
        var output = GC.AllocateArray<float>(positions * n * Width, pinned: true);
        double total = counts.Sum(c => (double)c);
        var keepCentre = counts.Select(c => (float)Math.Min(1, Math.Sqrt(Sample * total / c) + Sample * total / c)).ToArray();
        var keepNeighbour = keepCentre.Select(k => MathF.Sqrt(k)).ToArray();
        var table = NegativeTable(counts);
        var clock = Stopwatch.StartNew();
        long done = 0, all = (long)Epochs * tokens.Length;
        var grad = stackalloc float[Width];
        double loss = 0; long pairs = 0;
        fixed (float* inp = input, outp = output)
            for (var epoch = 0; epoch < Epochs; epoch++)
                for (var at = Reach; at < tokens.Length - Reach; at++, done++)
                {
                    if (done % 8_000_000 == 0)
                    {
                        say($"vectors: epoch {epoch} {100.0 * done / all:F0} %  loss {loss / Math.Max(1, pairs):F4}  {clock.Elapsed.TotalSeconds:F0} s");
                        loss = 0; pairs = 0;
                    }
                    var word = tokens[at];
                    if (word < 0 || keepCentre[word] < random.Unit()) continue;
                    var rate = Rate * Math.Max(.001f, 1 - (float)done / all);
                    var v = inp + (long)word * Width;
                    Vector512<float> v0 = Vector512.Load(v), v1 = Vector512.Load(v + 16), v2 = Vector512.Load(v + 32), v3 = Vector512.Load(v + 48),
                        v4 = Vector512.Load(v + 64), v5 = Vector512.Load(v + 80), v6 = Vector512.Load(v + 96), v7 = Vector512.Load(v + 112);
                    Vector512<float> g0 = default, g1 = default, g2 = default, g3 = default, g4 = default, g5 = default, g6 = default, g7 = default;
                    for (var p = 0; p < positions; p++)
                    {
                        var neighbour = tokens[at + (p < Reach ? p - Reach : p - Reach + 1)];
                        if (neighbour < 0 || keepNeighbour[neighbour] < random.Unit()) continue;
                        var matrix = outp + (long)p * n * Width;
                        for (var s = 0; s <= Negatives; s++)
                        {
                            var target = s == 0 ? neighbour : table[random.Next() & (table.Length - 1)];
                            if (s > 0 && target == neighbour) continue;
                            var o = matrix + (long)target * Width;
                            Vector512<float> o0 = Vector512.Load(o), o1 = Vector512.Load(o + 16), o2 = Vector512.Load(o + 32), o3 = Vector512.Load(o + 48),
                                o4 = Vector512.Load(o + 64), o5 = Vector512.Load(o + 80), o6 = Vector512.Load(o + 96), o7 = Vector512.Load(o + 112);
                            var a = Vector512.FusedMultiplyAdd(o4, v4, o0 * v0);
                            var b = Vector512.FusedMultiplyAdd(o5, v5, o1 * v1);
                            var c = Vector512.FusedMultiplyAdd(o6, v6, o2 * v2);
                            var d = Vector512.FusedMultiplyAdd(o7, v7, o3 * v3);
                            var x = Lanes.Sum((a + b) + (c + d));
                            var sigmoid = Sigmoid(x);
                            if (s == 0) { loss -= MathF.Log(MathF.Max(sigmoid, 1e-6f)); pairs++; }
                            var step = Vector512.Create(((s == 0 ? 1f : 0f) - sigmoid) * rate);
                            g0 = Vector512.FusedMultiplyAdd(step, o0, g0); g1 = Vector512.FusedMultiplyAdd(step, o1, g1);
                            g2 = Vector512.FusedMultiplyAdd(step, o2, g2); g3 = Vector512.FusedMultiplyAdd(step, o3, g3);
                            g4 = Vector512.FusedMultiplyAdd(step, o4, g4); g5 = Vector512.FusedMultiplyAdd(step, o5, g5);
                            g6 = Vector512.FusedMultiplyAdd(step, o6, g6); g7 = Vector512.FusedMultiplyAdd(step, o7, g7);
                            Vector512.FusedMultiplyAdd(step, v0, o0).Store(o); Vector512.FusedMultiplyAdd(step, v1, o1).Store(o + 16);
                            Vector512.FusedMultiplyAdd(step, v2, o2).Store(o + 32); Vector512.FusedMultiplyAdd(step, v3, o3).Store(o + 48);
                            Vector512.FusedMultiplyAdd(step, v4, o4).Store(o + 64); Vector512.FusedMultiplyAdd(step, v5, o5).Store(o + 80);
                            Vector512.FusedMultiplyAdd(step, v6, o6).Store(o + 96); Vector512.FusedMultiplyAdd(step, v7, o7).Store(o + 112);
                        }
                    }
                    (v0 + g0).Store(v); (v1 + g1).Store(v + 16); (v2 + g2).Store(v + 32); (v3 + g3).Store(v + 48);
                    (v4 + g4).Store(v + 64); (v5 + g5).Store(v + 80); (v6 + g6).Store(v + 96); (v7 + g7).Store(v + 112);
                }
        say($"vectors: learned in {clock.Elapsed.TotalSeconds:F0} s");
        return input;
    }

    static float Sigmoid(float x) => x > 8 ? .9997f : x < -8 ? .0003f : .5f + .5f * Lanes.Tanh(.5f * x);

    static int[] NegativeTable(int[] counts)
    {
        var table = new int[1 << 22];
        double all = counts.Sum(c => Math.Pow(c, .75)), until = 0;
        var word = 0;
        until = Math.Pow(counts[0], .75) / all;
        for (var i = 0; i < table.Length; i++)
        {
            while ((double)i / table.Length > until && word < counts.Length - 1) until += Math.Pow(counts[++word], .75) / all;
            table[i] = word;
        }
        return table;
    }
}
