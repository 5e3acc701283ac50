using System.Diagnostics;
using Stemma.Articles.Attribution.Tagger;

namespace Stemma.Training;

/// <summary>The tagger's school, stage by stage: word vectors, then the tagger itself. Each stage leaves a file and is skipped where it is there.</summary>
internal sealed class AttributionTraining(string data, string work, Action<string> say)
{
    public const int Hidden = 128;

    /// <summary>Words rarer than this in the raw news get no vector: fewer would save room, more would cost a megabyte for every 8,000.</summary>
    private const int VectorCount = 8;

    private const int WordCount = 3, AffixCount = 5, BatchWords = 3360, WarmUp = 60;
    private const float Rate = 2.5e-3f, Clip = 1f, Dropout = .4f, Unknown = .08f;

    public int Epochs { get; set; } = 9;

    public int Threads { get; set; } = 1;

    public ulong Seed { get; set; } = 20161108;

    public bool Humans { get; set; }

    public string? StartFrom { get; set; }

    /// <summary>How fast the weights that were taken over go on learning, against the new ones.</summary>
    public float FirstRate { get; set; } = 1;

    public (string[] Words, int[] Counts, float[] Vectors) Vectors()
    {
        var file = Path.Combine(work, "vectors.bin");
        if (!File.Exists(file))
        {
            var (words, counts, vectors) = SkipGram.Learn(RawNews.Articles(Path.Combine(data, "raw-news")), say);
            using var writer = new BinaryWriter(File.Create(file + ".part"));
            writer.Write(words.Length);
            Array.ForEach(words, writer.Write);
            Array.ForEach(counts, writer.Write);
            Array.ForEach(vectors, writer.Write);
            writer.Close();
            File.Move(file + ".part", file);
        }

        using var reader = new BinaryReader(new BufferedStream(File.OpenRead(file), 1 << 20));
        var n = reader.ReadInt32();
        var read = (Words: new string[n], Counts: new int[n], Vectors: new float[n * SkipGram.Width]);
        for (var i = 0; i < n; i++)
        {
            read.Words[i] = reader.ReadString();
        }

        for (var i = 0; i < n; i++)
        {
            read.Counts[i] = reader.ReadInt32();
        }

        for (var i = 0; i < read.Vectors.Length; i++)
        {
            read.Vectors[i] = reader.ReadSingle();
        }

        return read;
    }

    public List<GoldArticle> Train => field ??= Gold.Read(Path.Combine(data, "attribution", "train.jsonl.gz"));

    public List<GoldArticle> Dev => field ??= Gold.Read(Path.Combine(data, "attribution", "dev.jsonl.gz"));

    public CueShares Shares => field ??= new CueShares(Train);

    /// <summary>What the model will know of words, and their vectors, already as coarse as they will be kept.</summary>
    public (Lexicon Lexicon, float[] Vectors) Words()
    {
        var (words, counts, vectors) = Vectors();
        var kept = Enumerable.Range(0, words.Length).Where(i => counts[i] >= VectorCount).ToArray();
        double square = 0;
        foreach (var v in vectors.AsSpan(0, kept.Length * SkipGram.Width))
        {
            square += v * v;
        }

        var scale = (float)(.6 / Math.Sqrt(square / (kept.Length * SkipGram.Width)));
        var table = new float[(kept.Length + 1) * SkipGram.Width];
        for (var r = 0; r < kept.Length; r++)
        {
            for (var j = 0; j < SkipGram.Width; j++)
            {
                table[(r + 1) * SkipGram.Width + j] = vectors[kept[r] * SkipGram.Width + j] * scale;
            }
        }

        TaggerModel.Coarsen(table, SkipGram.Width);
        var rows = kept.Select((i, r) => (words[i], r + 1)).ToDictionary(x => x.Item1, x => x.Item2, StringComparer.Ordinal);
        var entries = new List<(string, Lexicon.Entry)>();
        var learned = 0;
        foreach (var (word, count, cue) in Shares.Words)
        {
            var row = count >= WordCount ? ++learned : 0;
            var vector = rows.GetValueOrDefault(word);
            rows.Remove(word);
            if (row > 0 || vector > 0 || cue > 0)
            {
                entries.Add((word, new Lexicon.Entry(vector, row, CueShares.Band(count, cue))));
            }
        }

        entries.AddRange(rows.OrderBy(r => r.Value).Select(r => (r.Key, new Lexicon.Entry(r.Value, 0, 0))));
        List<string> Affixes(int least, Func<string, string> cut) => [.. Shares.Words.Where(w => w.Word.Length >= least).GroupBy(w => cut(w.Word)).Where(g => g.Sum(w => w.Count) >= AffixCount).Select(g => g.Key).Order(StringComparer.Ordinal)];
        var lexicon = new Lexicon(entries, Affixes(3, w => w[^3..]), Affixes(4, w => w[..4]), Affixes(2, w => w[^2..]));
        say($"words: {entries.Count:N0} known, {kept.Length:N0} with a vector, {learned:N0} with an input of their own; affixes {lexicon.Last3.Count:N0} {lexicon.First4.Count:N0} {lexicon.Last2.Count:N0}");
        return (lexicon, table);
    }

    /// <summary>Lets the inputs and the first layer read raw news; gives the file they lie in.</summary>
    public string Language(long words)
    {
        var file = Path.Combine(work, $"language-{Hidden}.bin");
        if (!File.Exists(file))
        {
            var (lexicon, vectors) = Words();
            var network = new TaggerNetwork(lexicon, vectors, Hidden, Seed) { Threads = Threads };
            var counts = Vectors().Counts;
            var first = network.All.Where(p => p.Name.StartsWith("input.", StringComparison.Ordinal) || p.Name.StartsWith("layer1.", StringComparison.Ordinal)).ToArray();
            new LanguageModel(network, counts).Learn(RawNews.Articles(Path.Combine(data, "raw-news")), lexicon, words, say, () => Stages.Save(file + ".part", first));
            File.Move(file + ".part", file);
        }

        return file;
    }

    public void Tagger(string file)
    {
        var (lexicon, vectors) = Words();
        var network = new TaggerNetwork(lexicon, vectors, Hidden, Seed) { Threads = Threads };
        IReadOnlySet<string> begun = StartFrom is null ? new HashSet<string>() : Stages.Load(StartFrom, network.All, say);

        var examples = Train.Concat(Humans ? Gold.Others(Path.Combine(data, "attribution", "humans.jsonl.gz"), Train) : []).Select(a => new Examples(a, lexicon, Shares)).ToArray();
        var dev = Dev.SelectMany(a => new Examples(a, lexicon, null).Runs(TaggerInput.RunLength)).ToArray();
        say($"tagger: {Train.Count} articles, {examples.Length} versions, hidden {Hidden}, {network.All.Sum(p => p.Count):N0} weights");
        var random = new Splitmix(Seed + 1);
        var clock = Stopwatch.StartNew();
        int step = 0, steps = 0;
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            var batches = Batches([.. examples.SelectMany(e => e.Runs(65 * (1 + random.Below(3))))], ref random);
            steps = steps == 0 ? batches.Count * Epochs : steps;
            double tags = 0, source = 0, content = 0;
            foreach (var batch in batches)
            {
                step++;
                var got = network.Run(batch, learn: true, ref random, Dropout, Unknown);
                (tags, source, content) = (tags + got.Tags, source + got.Source, content + got.Content);
                var rate = Rate * Math.Min(1f, step / (float)WarmUp) * Math.Max(.03f, 1 - .97f * step / steps);
                var norm = Math.Sqrt(network.All.Sum(p => p.SquaredSlope()));
                var scale = norm > Clip ? (float)(Clip / norm) : 1f;
                foreach (var p in network.All)
                {
                    p.Step(begun.Contains(p.Name) ? rate * FirstRate : rate, scale, step, Math.Min(Parameter.Averaging, step / (step + 10f)));
                }

                if (step % 50 == 0 && epoch == 0)
                {
                    say($"tagger: step {step} of {steps}  tags {got.Tags:F4}  {clock.Elapsed.TotalSeconds:F0} s");
                }
            }

            var held = DevLoss(network, dev);
            say($"tagger: epoch {epoch + 1}/{Epochs}  train tags {tags / batches.Count:F4} source {source / batches.Count:F4} content {content / batches.Count:F4}   dev tags {held.Tags:F4} source {held.Source:F4} content {held.Content:F4}   {clock.Elapsed.TotalSeconds:F0} s");
            Save(file, network, lexicon, vectors, epoch + 1 == Epochs);
        }
    }

    private static (double Tags, double Source, double Content) DevLoss(TaggerNetwork network, Example[] dev)
    {
        Swap(network);
        var none = new Splitmix(1);
        double tags = 0, source = 0, content = 0, words = 0;
        foreach (var batch in dev.OrderByDescending(e => e.Length).Chunk(24))
        {
            var got = network.Run(batch, learn: false, ref none, 0, 0);
            double n = batch.Sum(b => b.Length);
            (tags, source, content, words) = (tags + got.Tags * n, source + got.Source * n, content + got.Content * n, words + n);
        }

        foreach (var p in network.All)
        {
            Array.Clear(p.Slope);
        }

        Swap(network);
        return (tags / words, source / words, content / words);
    }

    /// <summary>Exchanges the weights with their running average.</summary>
    private static void Swap(TaggerNetwork network)
    {
        foreach (var p in network.All)
        {
            for (var i = 0; i < p.Value.Length; i++)
            {
                (p.Value[i], p.Average[i]) = (p.Average[i], p.Value[i]);
            }
        }
    }

    public static List<Example[]> Batches(Example[] runs, ref Splitmix random)
    {
        for (var i = runs.Length - 1; i > 0; i--)
        {
            var j = random.Below(i + 1);
            (runs[i], runs[j]) = (runs[j], runs[i]);
        }

        // Runs of like length go together, within a tenth or so of an epoch: then few steps run half empty.
        var batches = new List<Example[]>();
        foreach (var pool in runs.Chunk(500))
        {
            var batch = new List<Example>();
            var words = 0;
            foreach (var run in pool.OrderByDescending(r => r.Length))
            {
                batch.Add(run);
                words += run.Length;
                if (words >= BatchWords)
                {
                    batches.Add([.. batch]);
                    batch.Clear();
                    words = 0;
                }
            }

            if (batch.Count > 0)
            {
                batches.Add([.. batch]);
            }
        }

        for (var i = batches.Count - 1; i > 0; i--)
        {
            var j = random.Below(i + 1);
            (batches[i], batches[j]) = (batches[j], batches[i]);
        }

        return batches;
    }

    private void Save(string file, TaggerNetwork network, Lexicon lexicon, float[] vectors, bool last)
    {
        var tensors = network.All.ToDictionary(p => p.Name, p => new TaggerModel.Tensor(p.Rows, p.Columns, p.Average[..p.Count]), StringComparer.Ordinal);
        tensors["input.vector"] = new TaggerModel.Tensor(vectors.Length / SkipGram.Width, SkipGram.Width, vectors);
        TaggerModel.Write(file, network.Hidden, lexicon, tensors);
        if (last)
        {
            Calibrate(file);
        }
    }

    /// <summary>The last stage: what the finished tagger's certainties are worth, learned on the development articles and written into its file.</summary>
    public void Calibrate(string file)
    {
        TaggerModel model;
        using (var stream = File.OpenRead(file))
        {
            model = TaggerModel.Read(stream);
        }

        var tensors = model.Tensors.ToDictionary(t => t.Key, t => t.Value, StringComparer.Ordinal);
        tensors["confidence"] = Calibration.Of(new LoadedTagger(model), Dev, say);
        TaggerModel.Write(file, model.Hidden, model.Lexicon, tensors);
    }
}
