using System.Diagnostics;
using System.Text.Json;
using Stemma.Articles.Attribution.Tagger;
using Stemma.Articles.Sentences;

namespace Stemma.Training;

/// <summary>What does a model say about annotated articles? One line an article, in the corpus's own format, for either scorer.</summary>
internal static class Predictions
{
    public static void Write(string model, List<GoldArticle> articles, string file, Action<string> say)
    {
        using var stream = File.OpenRead(model);
        var tagger = new LoadedTagger(TaggerModel.Read(stream));
        tagger.Tag(articles[0].Prose);
        using var writer = new StreamWriter(file);
        var clock = new Stopwatch();
        foreach (var article in articles)
        {
            clock.Start();
            var found = tagger.Tag(ProseReader.Read(article.Text, []));
            clock.Stop();
            var points = CodePoints.Of(article.Text);
            int[][] Units(Spans spans) => [.. spans.Select(s => new[] { points.FromUtf16(s.Begin), points.FromUtf16(s.End) })];
            writer.WriteLine(JsonSerializer.Serialize(new { id = article.Id, text = article.Text, attributions = found.Select(a => new { source = Units(a.Source), cue = Units(a.Cue), content = Units(a.Content), confidence = a.Confidence }) }));
        }

        say($"predicted {articles.Count} articles, {articles.Count / clock.Elapsed.TotalSeconds:F0} articles/s");
    }
}
