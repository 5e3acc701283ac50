using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Stemma.Articles;
using Stemma.Corpus.Accounts.Notes;
using Stemma.Corpus.Stories;

namespace Stemma.Training;

/// <summary>What do two notes of one story look like that nobody wrote for us? Openings of unlabelled news, as long as notes, two by two where they tell one story.</summary>
/// <remarks>
/// Few of them stand against each other, so all are taken for harmless; those that do are learned the wrong way round. Without them what is learned on authored pairs
/// holds on authored pairs only: 309 of 3,441 such pairs were shown as disputes, 30 with them.
/// </remarks>
internal static class FoundNotes
{
    // So many openings give some three thousand pairs.
    private const int Openings = 2400;

    // Long enough to tell something, short enough to be a note with marks counted.
    private const int Fewest = 25;
    private const int Most = 72;

    // From there on two texts are compared as of one story even where they are long.
    private const double OneStory = 0.15;

    // Pairs that one opening may stand in: a story that many tell would speak for all.
    private const int MostOfOne = 4;

    /// <param name="Clauses">Signs of every two clauses.</param>
    public sealed record Pair(string Id, List<double[]> Clauses);

    public static IEnumerable<Pair> Read(string data)
    {
        var all = OpeningsOf(data).Take(Openings).ToList();
        var keys = all.ConvertAll(StoryKey.Of);
        var told = new int[all.Count];
        for (var i = 0; i < all.Count; i++)
        {
            for (var j = i + 1; j < all.Count; j++)
            {
                if (told[i] < MostOfOne && told[j] < MostOfOne && StoryScore.Of(keys[i], keys[j]) is >= OneStory and var story
                    && NoteDisputes.SignsBetween(all[i], all[j], story).Select(c => c.Signs).ToList() is { Count: > 0 } clauses)
                {
                    told[i]++;
                    told[j]++;
                    yield return new($"{i}-{j}", clauses);
                }
            }
        }
    }

    /// <summary>Openings of FNC-1 train articles of one story, told from the same side or from opposite ones. Nothing is learned from them.</summary>
    public static IEnumerable<(bool Opposed, Pair Pair)> OfSides(string data) =>
        from pair in Sides(data)
        let clauses = NoteDisputes.SignsBetween(pair.One, pair.Other, StoryScore.Of(StoryKey.Of(pair.One), StoryKey.Of(pair.Other))).Select(c => c.Signs).ToList()
        where clauses.Count > 0
        select (pair.Opposed, new Pair(pair.Id, clauses));

    /// <summary>The signs of <see cref="NoteMatter"/> between openings of one story, and between openings of unlabelled news that lie far apart. Nothing is learned from them.</summary>
    public static (List<double[]> Same, List<double[]> Strangers) Matters(string data)
    {
        var news = OpeningsOf(data).Take(Openings / 2).ToList();
        return ([.. Sides(data).Select(p => MatterTraining.SignsOf(p.One, p.Other)).OfType<double[]>()],
            [.. news.Index().SelectMany(n => new[] { 1, 2, 3 }.Select(k => MatterTraining.SignsOf(n.Item, news[(n.Index + (k * news.Count / 4)) % news.Count]))).OfType<double[]>()]);
    }

    private static IEnumerable<(string Id, bool Opposed, ArticleFindings One, ArticleFindings Other)> Sides(string data)
    {
        var (openings, pairs) = (new Dictionary<string, ArticleFindings?>(StringComparer.Ordinal), new List<JsonNode>());
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(data, "accounts", "fnc-train-pairs.jsonl.gz")), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            var row = JsonNode.Parse(line)!;
            if ((string)row["type"]! == "body")
            {
                var words = ((string)row["text"]!).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
                var end = Enumerable.Range(0, Math.Min(words.Length, Most)).LastOrDefault(i => words[i][^1] is '.' or '!' or '?', -1) + 1;
                openings[(string)row["id"]!] = end >= Fewest ? Read(string.Join(' ', words[..end]), (string)row["id"]!) : null;
            }
            else if ((string)row["type"]! == "pair" && (string)row["split"]! == "train")
            {
                pairs.Add(row);
            }
        }

        foreach (var row in pairs)
        {
            if (openings[(string)row["a"]!] is { } one && openings[(string)row["b"]!] is { } other)
            {
                yield return ((string)row["id"]!, (string)row["label"]! == "opposed", one, other);
            }
        }
    }

    // As many as are asked for.
    private static IEnumerable<ArticleFindings> OpeningsOf(string data) =>
        RawNews.Articles(Path.Combine(data, "raw-news")).Select(Opening).OfType<string>().Select((text, i) => Read(text, $"{i}"));

    private static ArticleFindings Read(string text, string name) =>
        ArticleReader.Read(new RawPage { File = "opening", Original = Encoding.UTF8.GetBytes(text), Sha256 = name, Form = PageForm.Text, Content = text, Said = new Said() });

    // Whole sentences from the start.
    private static string? Opening(List<string> words)
    {
        var end = 0;
        for (var i = 0; i < Math.Min(words.Count, Most); i++)
        {
            end = words[i] is "." or "!" or "?" ? i + 1 : end;
        }

        return end >= Fewest ? RawNews.Text(words[..end]) : null;
    }
}
