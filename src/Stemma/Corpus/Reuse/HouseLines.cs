namespace Stemma.Corpus.Reuse;

/// <summary>Which lines does an outlet print under everything it publishes?</summary>
/// <remarks>
/// Seen across articles only: two pieces of one outlet that share nothing but whole paragraphs at their head or foot share its furniture.
/// Shared furniture is no copying, between those two or any two of the outlet's. Nor is a line that credits an outlet ("From North Wire"):
/// two who owe their words to one agency need not owe them to each other.
/// </remarks>
internal sealed class HouseLines
{
    // So many paragraphs at the head and at the foot of a text can be furniture.
    private const int Edge = 3;

    // What is more of the shorter text than this is its story, wherever it stands.
    private const double ShareAtMost = 0.34;

    // "This article was first published by …": so many words beside the name at most.
    private const int WordsOfACredit = 8;

    private readonly HashSet<(string Outlet, ulong Mark)> _lines = [];
    private readonly ILookup<ulong, ulong[]> _names;

    public HouseLines(
        IEnumerable<string> outlets, IEnumerable<PairFindings> pairs, Func<string, ArticleFindings> article, Func<string, Wording> wording)
    {
        _names = outlets.Distinct().Select(o => Wording.Of(o).Words.Select(w => w.Id).ToArray()).Where(n => n.Length > 0).ToLookup(n => n[0]);
        foreach (var pair in pairs)
        {
            if (article(pair.First).Article.Outlet is not { } outlet || article(pair.Second).Article.Outlet != outlet)
            {
                continue;
            }

            var a = wording(pair.First);
            var b = wording(pair.Second);
            var shared = pair.Passages.Sum(p => p.From.Span.Sum(s => a.Within(s).Length));
            if (shared <= ShareAtMost * Math.Min(a.Words.Length, b.Words.Length) && pair.Passages.All(p => p.From.Span.All(s => AtEdge(a, s)) && p.To.Span.All(s => AtEdge(b, s))))
            {
                foreach (var mark in pair.Passages.SelectMany(p => p.From.Span.Zip(p.To.Span)).Select(s => a.MarkAt(s.First) == b.MarkAt(s.Second) ? a.MarkAt(s.First) : 0))
                {
                    _lines.Add((outlet, mark));
                }
            }
        }
    }

    /// <summary>The sentence is furniture of the outlet.</summary>
    public bool Has(string? outlet, ulong mark) => outlet is not null && _lines.Contains((outlet, mark));

    /// <summary>The words name an outlet of the case and say little else.</summary>
    public bool IsCredit(ReadOnlySpan<Word> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            foreach (var name in _names[words[i].Id])
            {
                if (words.Length <= name.Length + WordsOfACredit && Begins(words[i..], name))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Begins(ReadOnlySpan<Word> words, ulong[] name)
    {
        for (var k = 0; k < name.Length; k++)
        {
            if (k >= words.Length || words[k].Id != name[k])
            {
                return false;
            }
        }

        return true;
    }

    private static bool AtEdge(Wording wording, TextSpan sentence)
    {
        var first = wording.ParagraphOf(sentence);
        return (first < Edge || first >= wording.Paragraphs.Length - Edge) && wording.Paragraphs.Length > Edge;
    }
}
