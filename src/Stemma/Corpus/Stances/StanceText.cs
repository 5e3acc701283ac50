using Stemma.Words;

namespace Stemma.Corpus.Stances;

/// <summary>Which sentences does an article tell its story in, and which words weigh most in it?</summary>
/// <remarks>The headline comes first where it is not part of the text; furniture is left out, a headline in the text is not.</remarks>
public sealed class StanceText
{
    // Words of more than one article in three say nothing about the story.
    private const double LeastRarity = 1.1;

    private StanceText(string id, IReadOnlyList<StanceSentence> sentences, IReadOnlyDictionary<string, double> weights, int words) =>
        (Id, Sentences, Weights, Words) = (id, sentences, weights, words);

    public string Id { get; }

    public IReadOnlyList<StanceSentence> Sentences { get; }

    /// <summary>Stem to weight: (1 + ln count) x rarity in news at large; the squares add up to 1.</summary>
    public IReadOnlyDictionary<string, double> Weights { get; }

    public int Words { get; }

    public static StanceText Of(ArticleFindings findings)
    {
        var text = findings.Article.Text;
        var sentences = new List<StanceSentence>();
        var stems = new Dictionary<string, string>(StringComparer.Ordinal);
        if (findings.Article.Title is { } title && !text.Contains(title, StringComparison.Ordinal))
        {
            sentences.AddRange(Split(title, PlainWords.Of(title), null, stems).Select(s => s with { Span = default }));
        }

        var furniture = findings.Furniture.Where(f => f.Kind is not (FurnitureKind.Headline or FurnitureKind.Dateline)).SelectMany(f => f.Span).OrderBy(s => s).ToList();
        sentences.AddRange(Split(text, PlainWords.Of(text), furniture, stems));

        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var stem in sentences.SelectMany(s => s.Stems).Where(s => s.Length > 0))
        {
            counts[stem] = counts.GetValueOrDefault(stem) + 1;
        }

        var weights = counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => (c.Key, Weight: (1 + Math.Log(c.Value)) * Background.Rarity(c.Key))).ToList();
        var length = Math.Sqrt(weights.Sum(w => w.Weight * w.Weight));
        return new(findings.Article.Id, sentences, weights.ToDictionary(w => w.Key, w => w.Weight / length, StringComparer.Ordinal), sentences.Sum(s => s.Words.Count));
    }

    /// <summary>How much every two tell with the same words: the cosine of their weights.</summary>
    public static double[,] Likenesses(IReadOnlyList<StanceText> texts)
    {
        // By stem, so that only articles that share one meet; stems in order, so that every sum is made in the same order.
        var postings = new SortedDictionary<string, List<(int Article, double Weight)>>(StringComparer.Ordinal);
        for (var i = 0; i < texts.Count; i++)
        {
            foreach (var (stem, weight) in texts[i].Weights)
            {
                (postings.TryGetValue(stem, out var list) ? list : postings[stem] = []).Add((i, weight));
            }
        }

        var likeness = new double[texts.Count, texts.Count];
        foreach (var list in postings.Values)
        {
            for (var i = 0; i < list.Count; i++)
            {
                for (var j = i + 1; j < list.Count; j++)
                {
                    likeness[list[i].Article, list[j].Article] += list[i].Weight * list[j].Weight;
                }
            }
        }

        for (var i = 0; i < texts.Count; i++)
        {
            for (var j = i + 1; j < texts.Count; j++)
            {
                likeness[i, j] = likeness[j, i] = Math.Round(likeness[i, j], 6);
            }
        }

        return likeness;
    }

    private static IEnumerable<StanceSentence> Split(string text, List<PlainWord> words, IReadOnlyList<TextSpan>? furniture, Dictionary<string, string> stems)
    {
        var skip = 0;
        var (from, current) = (-1, new List<PlainWord>());
        for (var i = 0; i <= words.Count; i++)
        {
            if (current.Count > 0 && (i == words.Count || words[i].Sentence != current[0].Sentence))
            {
                var end = i < words.Count ? words[i].Span.Begin : text.Length;
                var around = text.AsSpan(from, Math.Min(end, current[^1].Span.End + MostMarks) - from);
                yield return new(
                    new(current[0].Span.Begin, current[^1].Span.End),
                    [.. current.Select(w => w.Lower)],
                    [.. current.Select(w => stems.TryGetValue(w.Lower, out var stem) ? stem : stems[w.Lower] = StemOf(w.Lower))],
                    around.Contains('?'),
                    around.IndexOfAny('"', '“') >= 0);
                current = [];
            }

            if (i == words.Count)
            {
                yield break;
            }

            while (furniture is not null && skip < furniture.Count && furniture[skip].End <= words[i].Span.Begin)
            {
                skip++;
            }

            if (!words[i].IsNumber && (furniture is null || skip == furniture.Count || !furniture[skip].Contains(words[i].Span.Begin)))
            {
                from = current.Count == 0 ? words[i].Span.Begin : from;
                current.Add(words[i]);
            }
        }
    }

    // Marks that close a sentence stand so near behind its last word.
    private const int MostMarks = 3;

    private static string StemOf(string word)
    {
        if (word.Length < 3)
        {
            return "";
        }

        var stem = Stem.Of(word);
        return stem.Length > 1 && Background.Rarity(stem) >= LeastRarity ? stem : "";
    }
}

/// <summary>A sentence as a stance needs it.</summary>
/// <param name="Span">Where it stands in the text; empty for a headline that is not part of it.</param>
/// <param name="Words">Lower case, figures left out.</param>
/// <param name="Stems">One a word; "" for a word that says nothing about the story.</param>
/// <param name="Asks">A question mark stands in it.</param>
/// <param name="Quotes">A quotation begins in it.</param>
public sealed record StanceSentence(TextSpan Span, IReadOnlyList<string> Words, IReadOnlyList<string> Stems, bool Asks, bool Quotes);
