using System.Diagnostics;
using Stemma.Articles.Attribution.Tagger;
using Stemma.Articles.Sentences;

namespace Stemma.Bench;

/// <summary>How many articles a second does one core tag, sentences included? And does a text ten times as long take ten times as long?</summary>
public sealed class AttributionStage : IStage
{
    public string Name => "attribution";

    public string Question => "articles a second through sentences and the learned tagger, one core; time by length. `attribution FILE.jsonl[.gz]` with texts of one's own";

    public void Run(string[] args)
    {
        var texts = args.Length > 0 ? Lines.Texts(args[0]) : [.. Enumerable.Range(0, 60).Select(i => Story(12, i))];
        var proses = texts.Select(t => ProseReader.Read(t, [])).ToArray();
        var words = proses.Sum(p => p.Tokens.Count);
        Warm(proses);
        var best = TimeSpan.MaxValue;
        var sentences = TimeSpan.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            sentences = Min(sentences, Clock.Of(() => texts.ForEach(t => ProseReader.Read(t, []))));
            best = Min(best, Clock.Of(() => Array.ForEach(proses, p => Tagger.Tag(p))));
        }

        Clock.Say($"{texts.Count} articles of {words / texts.Count} words   sentences {texts.Count / sentences.TotalSeconds:F0}/s   tagger {texts.Count / best.TotalSeconds:F0}/s   both {texts.Count / (best + sentences).TotalSeconds:F0}/s");
        foreach (var paragraphs in new[] { 400, 4000 })
        {
            var text = Story(paragraphs, 1);
            Clock.Say($"{text.Length / 1000,6} kB   {Clock.Of(() => Tagger.Tag(ProseReader.Read(text, []))).TotalMilliseconds:F0} ms");
        }
    }

    /// <summary>Long enough for the compiler to have made its best code of the kernels.</summary>
    private static void Warm(Prose[] proses)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < TimeSpan.FromSeconds(3))
        {
            Array.ForEach(proses, p => Tagger.Tag(p));
        }
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    /// <summary>Invented news, every paragraph a little different.</summary>
    private static string Story(int paragraphs, int seed)
    {
        string[] who = ["Ilse Maren", "the harbour council", "Orlin Voss", "two dock workers", "North Wire", "a spokesman for the port"];
        string[] cue = ["said", "denied", "told reporters", "insisted", "wrote in a letter", "announced"];
        string[] what = ["the cranes had been moved before dawn", "nobody was hurt when the silo burned", "“the lists were never signed”", "a new vote would be held in May", "the ferry carried 212 people"];
        return string.Join("\n\n", Enumerable.Range(seed, paragraphs).Select(i =>
            $"{who[i % 6]} {cue[i % 5]} on Tuesday that {what[i % 5]}, adding that pier {i} stood empty. According to {who[(i + 1) % 6]}, {what[(i + 2) % 5]}. “We saw it from the north bank, all {i} of us,” {who[(i + 3) % 6]} {cue[(i + 4) % 6]}, as the harbour lay under smoke and the last boats of the evening waited outside."));
    }
}
