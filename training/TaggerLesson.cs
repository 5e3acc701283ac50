using System.Diagnostics;
using Stemma.Articles.Attribution.Tagger;

namespace Stemma.Training;

/// <summary>One tagger learns one lesson: batch after batch, the rate falling, the weights averaged.</summary>
internal sealed class TaggerLesson(AttributionTraining school, string data, Lesson lesson, Action<string> say)
{
    private const int BatchWords = 3360, WarmUp = 60;
    private const float Clip = 1f, Dropout = .4f, Unknown = .08f;

    /// <summary>Learns; the network is handed to <paramref name="save"/> after every epoch.</summary>
    public void Learn(Lexicon lexicon, float[] vectors, Action<TaggerNetwork, bool> save)
    {
        var network = new TaggerNetwork(lexicon, vectors, AttributionTraining.Hidden, lesson.Seed) { Threads = school.Threads, Untaught = lesson.Untaught };
        var begun = Begin(network);

        var teachers = lesson.TaughtBy.Count == 0 ? null : new Teachers(lesson.TaughtBy);
        var examples = Marked(lexicon, teachers);
        using var raw = teachers?.Read(News, lexicon).GetEnumerator();
        var dev = school.Dev.SelectMany(a => new Examples(a, lexicon, null).Runs(TaggerInput.RunLength)).ToArray();
        say($"tagger: {school.Train.Count} articles, {examples.Length} versions, hidden {network.Hidden}, {network.All.Sum(p => p.Count):N0} weights");
        var random = new Splitmix(lesson.Seed + 1);
        var clock = Stopwatch.StartNew();
        int step = 0, steps = 0;
        for (var epoch = 0; epoch < lesson.Epochs; epoch++)
        {
            var lengths = examples.Select(_ => 65 * (1 + random.Below(3))).ToArray();
            var runs = examples.SelectMany((e, i) => e.Runs(lengths[i])).ToList();
            for (long words = 0; raw is not null && words < lesson.RawWords / lesson.Epochs && raw.MoveNext(); words += raw.Current.Length)
            {
                runs.Add(raw.Current);
            }

            var batches = Batches([.. runs], ref random);
            steps = steps == 0 ? batches.Count * lesson.Epochs : steps;
            double tags = 0, source = 0, content = 0;
            foreach (var batch in batches)
            {
                step++;
                var got = network.Run(batch, learn: true, ref random, Dropout, Unknown);
                (tags, source, content) = (tags + got.Tags, source + got.Source, content + got.Content);
                var rate = lesson.Rate * Math.Min(1f, step / (float)WarmUp) * Math.Max(.03f, 1 - .97f * step / steps);
                var norm = Math.Sqrt(network.All.Sum(p => p.SquaredSlope()));
                var scale = norm > Clip ? (float)(Clip / norm) : 1f;
                foreach (var p in network.All)
                {
                    p.Step(begun.Contains(p.Name) ? rate * lesson.FirstRate : rate, scale, step, Math.Min(Parameter.Averaging, step / (step + 10f)));
                }

                if (step % 50 == 0 && epoch == 0)
                {
                    say($"tagger: step {step} of {steps}  tags {got.Tags:F4}  {clock.Elapsed.TotalSeconds:F0} s");
                }
            }

            var held = DevLoss(network, dev);
            say($"tagger: epoch {epoch + 1}/{lesson.Epochs}  train tags {tags / batches.Count:F4} source {source / batches.Count:F4} content {content / batches.Count:F4}   dev tags {held.Tags:F4} source {held.Source:F4} content {held.Content:F4}   {clock.Elapsed.TotalSeconds:F0} s");
            save(network, epoch + 1 == lesson.Epochs);
        }
    }

    /// <summary>The raw news from where this lesson takes it up.</summary>
    private IEnumerable<List<string>> News()
    {
        long passed = 0;
        foreach (var article in RawNews.Articles(Path.Combine(data, "raw-news")))
        {
            if (passed >= lesson.RawPassed)
            {
                yield return article;
            }

            passed += article.Count;
        }
    }

    private IReadOnlySet<string> Begin(TaggerNetwork network) =>
        lesson.StartFrom is not { } start ? new HashSet<string>()
        : start.EndsWith(".model", StringComparison.Ordinal) ? Stages.LoadModel(start, network.All, say, lesson.FirstOnly)
        : Stages.Load(start, network.All, say);

    /// <summary>The annotated articles, each with its annotator's taste and what the teachers think of it.</summary>
    private Examples[] Marked(Lexicon lexicon, Teachers? teachers)
    {
        var annotators = school.Train.Select(a => a.Annotator).Distinct().Order(StringComparer.Ordinal).ToList();
        if (annotators.Count > TaggerNetwork.Annotators)
        {
            throw new InvalidDataException($"The training articles name {annotators.Count} annotators; the network has room for {TaggerNetwork.Annotators}.");
        }

        var articles = school.Train.Where((_, i) => lesson.Folds == 0 || i % lesson.Folds != lesson.Fold).ToList();
        var others = lesson.Humans ? Gold.Others(Path.Combine(data, "attribution", "humans.jsonl.gz"), articles) : [];
        var examples = articles.Concat(others).Select(a => new Examples(a, lexicon, school.Shares, annotators.IndexOf(a.Annotator))).ToArray();
        foreach (var example in examples)
        {
            if (teachers is not null)
            {
                example.Hear(teachers, lesson.MarkShare);
            }
        }

        say($"tagger: {lesson.TaughtBy.Count} teachers have read {examples.Length} annotated articles");
        return examples;
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
}
