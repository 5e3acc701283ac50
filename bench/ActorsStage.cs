using System.Diagnostics;
using Stemma.Articles.Actors;
using Stemma.Articles.Sentences;

namespace Stemma.Bench;

/// <summary>How many articles a second does one core find the actors of? And does a text ten times as long, or one sentence of ten times the places, take ten times as long?</summary>
public sealed class ActorsStage : IStage
{
    public string Name => "actors";

    public string Question => "articles a second through names, roles and places that act, one core, no statements; time by length. `actors FILE.jsonl[.gz]` with texts of one's own";

    public void Run(string[] args)
    {
        var texts = args.Length > 0 ? Lines.Texts(args[0]) : [.. Enumerable.Range(0, 60).Select(i => Story(12, i))];
        var proses = texts.Select(t => ProseReader.Read(t, [])).ToArray();
        var warm = Stopwatch.StartNew();
        while (warm.Elapsed < TimeSpan.FromSeconds(3))
        {
            Array.ForEach(proses, Actors);
        }

        var best = Enumerable.Range(0, 5).Min(_ => Clock.Of(() => Array.ForEach(proses, Actors)));
        Clock.Say($"{texts.Count} articles of {proses.Sum(p => p.Tokens.Count) / texts.Count} words   {texts.Count / best.TotalSeconds:F0}/s");
        foreach (var paragraphs in new[] { 400, 4000 })
        {
            var prose = ProseReader.Read(Story(paragraphs, 1), []);
            Clock.Say($"{prose.Text.Length / 1000,6} kB of paragraphs   {Clock.Of(() => Actors(prose)).TotalMilliseconds:F0} ms");
        }

        foreach (var places in new[] { 400, 4000 })
        {
            var prose = ProseReader.Read(string.Join(", ", Enumerable.Range(0, places).Select(i => (i % 3) switch { 0 => "Paris asked", 1 => "boats left Kenya", _ => "Ankara waited" })) + ".", []);
            Clock.Say($"{places,6} places in one sentence   {Clock.Of(() => Actors(prose)).TotalMilliseconds:F0} ms");
        }
    }

    private static void Actors(Prose prose) =>
        ActorReader.Read(prose, new Article { Id = "b", File = "b.txt", Sha256 = "", Text = prose.Text }, []);

    /// <summary>Invented news, every paragraph a little different.</summary>
    private static string Story(int paragraphs, int seed)
    {
        string[] who = ["Ilse Maren", "Kenya", "Orlin Voss", "two dock workers", "Paris", "a spokesman for the port of Lom"];
        string[] cue = ["said", "denied", "told reporters in Ankara", "insisted", "wrote in a letter to Norway", "announced"];
        string[] what = ["the cranes in Lom had been moved before dawn", "nobody was hurt when the silo burned", "the lists were never signed by Turkey", "a new vote would be held in Oslo in May", "the ferry carried 212 people"];
        return string.Join("\n\n", Enumerable.Range(seed, paragraphs).Select(i =>
            $"{who[i % 6]} {cue[i % 5]} on Tuesday that {what[i % 5]}, adding that pier {i} stood empty. According to {who[(i + 1) % 6]}, {what[(i + 2) % 5]}. “We saw it from the north bank, all {i} of us,” {who[(i + 3) % 6]} {cue[(i + 4) % 6]}, as the harbour lay under smoke and the last boats of the evening waited outside."));
    }
}
