using System.IO.Compression;
using System.Text.Json;
using Stemma.Articles.Sentences;

namespace Stemma.Training;

/// <summary>What did a person mark in an article? Text and attributions of the annotated corpus, in the program's own positions.</summary>
/// <param name="Annotator">Whose marks they are.</param>
internal sealed record GoldArticle(string Id, string Annotator, string Text, IReadOnlyList<GoldAttribution> Attributions)
{
    public Prose Prose { get; } = ProseReader.Read(Text, []);
}

internal sealed record GoldAttribution(TextSpan[] Source, TextSpan[] Cue, TextSpan[] Content);

internal static class Gold
{
    public static List<GoldArticle> Read(string file)
    {
        var articles = new List<GoldArticle>();
        foreach (var line in Lines(file))
        {
            using var json = JsonDocument.Parse(line);
            var text = json.RootElement.GetProperty("text").GetString()!;
            articles.Add(new GoldArticle(json.RootElement.GetProperty("id").GetString()!, json.RootElement.GetProperty("annotator").GetString()!, text, Attributions(json.RootElement, CodePoints.Of(text))));
        }

        return articles;
    }

    /// <summary>Every other annotator's version of articles whose text is known: a second opinion to learn from.</summary>
    public static List<GoldArticle> Others(string file, IReadOnlyList<GoldArticle> known)
    {
        var texts = known.ToDictionary(a => a.Id, StringComparer.Ordinal);
        var articles = new List<GoldArticle>();
        foreach (var line in Lines(file))
        {
            using var json = JsonDocument.Parse(line);
            if (!json.RootElement.GetProperty("gold").GetBoolean() && texts.TryGetValue(json.RootElement.GetProperty("id").GetString()!, out var article))
            {
                articles.Add(new GoldArticle(article.Id, json.RootElement.GetProperty("annotator").GetString()!, article.Text, Attributions(json.RootElement, CodePoints.Of(article.Text))));
            }
        }

        return articles;
    }

    private static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
            {
                yield return line;
            }
        }
    }

    private static GoldAttribution[] Attributions(JsonElement article, CodePoints points) =>
        [.. article.GetProperty("attributions").EnumerateArray().Select(a => new GoldAttribution(SpansOf(a, "source", points), SpansOf(a, "cue", points), SpansOf(a, "content", points)))];

    private static TextSpan[] SpansOf(JsonElement attribution, string role, CodePoints points) =>
        [.. attribution.GetProperty(role).EnumerateArray().Select(s => new TextSpan(points.ToUtf16(s[0].GetInt32()), points.ToUtf16(s[1].GetInt32())))];
}
