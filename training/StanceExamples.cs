using System.IO.Compression;
using System.Text.Json.Nodes;
using Stemma.Corpus.Stances;

namespace Stemma.Training;

/// <summary>Which articles and headlines of FNC-1 doubt what their story tells? Read from its pairs and stances.</summary>
internal sealed class StanceExamples
{
    private readonly HashSet<int> _train = [];

    /// <summary>All articles of each story that have a word.</summary>
    public Dictionary<int, List<StanceText>> Stories { get; } = [];

    /// <summary>How much every two articles of a story tell with the same words.</summary>
    public Dictionary<int, double[,]> Likeness { get; } = [];

    public Dictionary<string, int> StoryOf { get; } = new(StringComparer.Ordinal);

    /// <summary>True for an article on the doubting side; articles in no pair are not in it.</summary>
    public Dictionary<string, bool> Doubts { get; } = new(StringComparer.Ordinal);

    public List<StancePair> Pairs { get; } = [];

    public List<StanceHeadline> Headlines { get; } = [];

    public bool IsTrain(int story) => _train.Contains(story);

    public static StanceExamples Read(string file)
    {
        var set = new StanceExamples();
        var headlines = new SortedDictionary<string, StanceSentence>(StringComparer.Ordinal);
        var stances = new List<(string Headline, string Body, bool Agrees)>();
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0)
            {
                continue;
            }

            var row = JsonNode.Parse(line)!;
            switch ((string)row["type"]!)
            {
                case "body":
                    set.Body(row);
                    break;
                case "headline" when Text("", (string)row["text"]!).Sentences is { Count: > 0 } parts:
                    headlines[(string)row["id"]!] = parts.Aggregate((a, b) => new(a.Span, [.. a.Words, .. b.Words], [.. a.Stems, .. b.Stems], a.Asks || b.Asks, a.Quotes || b.Quotes));
                    break;
                case "stance" when (string)row["stance"]! is "agree" or "disagree":
                    stances.Add(((string)row["headline"]!, (string)row["body"]!, (string)row["stance"]! == "agree"));
                    break;
                case "pair":
                    set.Pairs.Add(new((string)row["a"]!, (string)row["b"]!, (string)row["label"]! == "opposed", (int)row["component"]!));
                    break;
            }
        }

        foreach (var (story, texts) in set.Stories)
        {
            set.Likeness[story] = StanceText.Likenesses(texts);
        }

        set.Side(headlines, stances);
        foreach (var group in stances.Where(s => set.Doubts.ContainsKey(s.Body) && headlines.ContainsKey(s.Headline)).GroupBy(s => s.Headline, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            // A headline doubts where most articles that agree with it do.
            var lean = group.Sum(s => set.Doubts[s.Body] == s.Agrees ? 1 : -1);
            if (lean != 0)
            {
                set.Headlines.Add(new(headlines[group.Key], lean > 0, set.StoryOf[group.Last().Body]));
            }
        }

        return set;
    }

    private static StanceText Text(string id, string text) => StanceText.Of(new() { Reader = "", Article = new() { Id = id, File = "", Sha256 = "", Text = text } });

    private void Body(JsonNode row)
    {
        var (text, story) = (Text((string)row["id"]!, (string)row["text"]!), (int)row["component"]!);
        StoryOf[text.Id] = story;
        if (text.Words > 0)
        {
            (Stories.TryGetValue(story, out var list) ? list : Stories[story] = []).Add(text);
        }

        if ((string)row["split"]! == "train")
        {
            _train.Add(story);
        }
    }

    // The pairs part each connected group of articles into two sides without a contradiction; the headlines say which side doubts.
    private void Side(SortedDictionary<string, StanceSentence> headlines, List<(string Headline, string Body, bool Agrees)> stances)
    {
        var near = Pairs.SelectMany(p => new[] { (p.A, p.B, p.Opposed), (p.B, p.A, p.Opposed) }).ToLookup(p => p.Item1, StringComparer.Ordinal);
        var said = stances.Where(s => headlines.ContainsKey(s.Headline)).ToLookup(s => s.Body, StringComparer.Ordinal);
        var side = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var start in Pairs.SelectMany(p => new[] { p.A, p.B }).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (!side.TryAdd(start, false))
            {
                continue;
            }

            var group = new List<string> { start };
            for (var i = 0; i < group.Count; i++)
            {
                foreach (var (_, other, opposed) in near[group[i]])
                {
                    if (side.TryAdd(other, side[group[i]] ^ opposed))
                    {
                        group.Add(other);
                    }
                }
            }

            double Lean(bool which) => group.Where(b => side[b] == which && StoryOf.ContainsKey(b)).Select(b => said[b].Sum(s => Doubting(headlines[s.Headline]) == s.Agrees ? 1.0 : s.Agrees ? -0.5 : -1)).DefaultIfEmpty(double.NaN).Average();
            var (one, other2) = (Lean(false), Lean(true));
            var doubting = double.IsNaN(other2) ? one <= 0 : other2 > one;
            foreach (var body in group.Where(b => Stories.GetValueOrDefault(StoryOf[b])?.Exists(t => t.Id == b) == true))
            {
                Doubts[body] = side[body] == doubting;
            }
        }
    }

    private static bool Doubting(StanceSentence headline) =>
        headline.Words.Any(w => DoubtWords.GroupsOf(w).Any(g => DoubtWords.Groups[g] is "fake" or "false" or "deny" or "not" || w is "doubt" or "doubts" or "despite" or "rumor" or "rumors" or "rumour" or "rumours"));
}
