namespace Stemma.Corpus.Reuse;

/// <summary>Which kept articles share words with the one that comes in, and which words?</summary>
/// <remarks>Holds the index of keys and the words of the articles last looked at. One article after another, never two at once.</remarks>
internal sealed class Copies(IPast past)
{
    // A story's copies come close together: their words are at hand.
    private const int WordingsAtHand = 1024;

    // Fewer shared words than this in all are a phrase, no passage.
    private const int WordsAtLeast = 10;

    private readonly ReuseIndex _index = new();
    private readonly Dictionary<string, Wording> _wordings = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = [];

    public void Add(ArticleKeys kept) => _index.Add(kept.Article, kept.Reuse);

    /// <summary>The passages shared with each kept article, in the order of the articles' identifiers; those without any are left out.</summary>
    public IReadOnlyList<(string Other, IReadOnlyList<Passage> Passages)> Of(ArticleFindings incoming, IReadOnlyList<ulong> keys)
    {
        var found = new List<(string, IReadOnlyList<Passage>)>();
        var id = incoming.Article.Id;
        Wording? own = null;
        foreach (var other in _index.Candidates(id, keys))
        {
            own ??= Keep(id, Wording.Of(incoming));
            var wording = _wordings.TryGetValue(other, out var known) ? known : Keep(other, Wording.Of(past.Findings(other)));
            var passages = string.CompareOrdinal(id, other) < 0 ? Shared(id, own, other, wording) : Shared(other, wording, id, own);
            if (passages.Count > 0)
            {
                found.Add((other, passages));
            }
        }

        return found;
    }

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

    private Wording Keep(string article, Wording wording)
    {
        if (_wordings.TryAdd(article, wording))
        {
            _order.Enqueue(article);
            if (_order.Count > WordingsAtHand)
            {
                _wordings.Remove(_order.Dequeue());
            }
        }

        return wording;
    }
}
