namespace Stemma.Corpus.Reuse;

/// <summary>Which words do two articles share?</summary>
internal static class Copies
{
    // Fewer shared words than this in all are a phrase, no passage.
    private const int WordsAtLeast = 10;

    /// <summary>Passages of two articles: each a stretch of sentences in a row, sentence beside sentence in the two lists of spans.</summary>
    public static IReadOnlyList<Passage> Shared(string first, Wording a, string second, Wording b)
    {
        var links = PassageFinder.Find(a, b);
        if (links.Sum(l => Math.Max(0, WordsIn(a, l))) < WordsAtLeast)
        {
            return [];
        }

        var passages = new List<Passage>();
        for (var begin = 0; begin < links.Count;)
        {
            var end = begin + 1;
            while (end < links.Count && links[end].A - links[end - 1].A is 0 or 1 && links[end].B - links[end - 1].B is 0 or 1)
            {
                end++;
            }

            var run = links.GetRange(begin, end - begin);
            double length = run.Sum(l => l.InA.Length);
            passages.Add(new(
                new(first, [.. run.Select(l => l.InA)]),
                new(second, [.. run.Select(l => l.InB)]),
                Math.Round(run.Sum(l => l.Similarity * l.InA.Length) / length, 3),
                []));
            begin = end;
        }

        return passages;
    }

    private static int WordsIn(Wording a, Link link)
    {
        var n = 0;
        foreach (var word in a.In(a.Sentences[link.A]))
        {
            n += link.InA.Contains(word.Begin) ? 1 : 0;
        }

        return n;
    }
}
