using Stemma.Articles.Attribution.Tagger;

namespace Stemma.Training;

/// <summary>The tagger's school, stage by stage: word vectors, language, teachers, their pupil. Each stage leaves a file and is skipped where it is there.</summary>
internal sealed class AttributionTraining(string data, string work, Action<string> say)
{
    public const int Hidden = 128;

    /// <summary>Words rarer than this in the raw news get no vector: fewer would save room, more would cost a megabyte for every 8,000.</summary>
    private const int VectorCount = 8;

    private const int WordCount = 3, AffixCount = 5;

    /// <summary>Where no other is told.</summary>
    public const ulong FirstSeed = 20161108;

    /// <summary>Two take one direction of the network each and change no figure.</summary>
    public int Threads { get; set; } = 1;

    /// <summary>So many epochs for every lesson of the course instead of its own number: to see that the stages go together, not to learn.</summary>
    public int? EpochsEach { get; set; }

    /// <summary>How many words of raw news the pupil reads with its teachers' opinion.</summary>
    public long PupilWords { get; set; } = 4_000_000;

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
            var network = new TaggerNetwork(lexicon, vectors, Hidden, FirstSeed) { Threads = Threads };
            var counts = Vectors().Counts;
            var first = network.All.Where(p => p.Name.StartsWith("input.", StringComparison.Ordinal) || p.Name.StartsWith("layer1.", StringComparison.Ordinal)).ToArray();
            new LanguageModel(network, counts).Learn(RawNews.Articles(Path.Combine(data, "raw-news")), lexicon, words, say, () => Stages.Save(file + ".part", first));
            File.Move(file + ".part", file);
        }

        return file;
    }

    /// <summary>Taggers that began and learned differently, so that they err differently; each is a finished model in the working folder.</summary>
    public IReadOnlyList<string> Teachers(long languageWords)
    {
        string File(int number) => Path.Combine(work, $"teacher-{number}.model");
        void Teach(int number, Func<Lesson> lesson)
        {
            if (!System.IO.File.Exists(File(number)))
            {
                say($"teacher {number}");
                Tagger(File(number), OfCourse(lesson()));
            }
        }

        Teach(1, () => new Lesson { Epochs = 9, Humans = false });
        Teach(2, () => new Lesson { Epochs = 9, StartFrom = Language(languageWords), FirstRate = .5f });
        Teach(3, () => new Lesson { Epochs = 12, StartFrom = Language(languageWords) });
        Teach(4, () => new Lesson { Epochs = 8, StartFrom = File(3), Seed = 2 });
        Teach(5, () => new Lesson { Epochs = 9, StartFrom = File(3), FirstOnly = true, Seed = 3, Untaught = Lesson.OftenUntaught });
        return [.. Enumerable.Range(1, 5).Select(File)];
    }

    /// <summary>The whole course: a pupil of one tagger's size learns from the marks and from what its teachers think of them and of raw news.</summary>
    public void Course(string file, long languageWords)
    {
        var teachers = Teachers(languageWords);
        say("pupil");
        Tagger(file, OfCourse(new Lesson { Epochs = 4, StartFrom = teachers[3], Seed = 5, Rate = 1.8e-3f, TaughtBy = teachers, RawWords = PupilWords, Untaught = Lesson.OftenUntaught }));
    }

    private Lesson OfCourse(Lesson lesson) => EpochsEach is { } epochs ? lesson with { Epochs = epochs } : lesson;

    /// <summary>One lesson and, as its last stage, confidence.</summary>
    public void Tagger(string file, Lesson lesson)
    {
        var (lexicon, vectors) = Words();
        new TaggerLesson(this, data, lesson, say).Learn(lexicon, vectors, (network, last) => Save(file, network, lexicon, vectors, last));
    }

    /// <summary>A model has its name only when it is finished: what a broken course left behind is never taken for a stage.</summary>
    private void Save(string file, TaggerNetwork network, Lexicon lexicon, float[] vectors, bool last)
    {
        var unfinished = file + ".unfinished";
        var tensors = network.All.Where(p => p != network.Taste).ToDictionary(p => p.Name, p => new TaggerModel.Tensor(p.Rows, p.Columns, p.Average[..p.Count]), StringComparer.Ordinal);

        // Nobody's taste in particular: the mean of all is kept.
        for (var i = 0; i < network.Taste.Count; i++)
        {
            tensors[network.TopBias.Name].Values[i % TaggerNetwork.HeadWidth] += network.Taste.Average[i] / TaggerNetwork.Annotators;
        }

        tensors["input.vector"] = new TaggerModel.Tensor(vectors.Length / SkipGram.Width, SkipGram.Width, vectors);
        TaggerModel.Write(unfinished, network.Hidden, lexicon, tensors);
        if (last)
        {
            Calibrate(unfinished);
            File.Move(unfinished, file, overwrite: true);
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
