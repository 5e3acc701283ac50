using Stemma.Articles.Sentences;

namespace Stemma.Articles.Attribution.Rules;

/// <summary>Which attributions touch this place? A growing list of them, indexed by paragraph, so that a rule asks in time that does not grow with the article.</summary>
internal sealed class Finds
{
    private readonly Prose _prose;
    private readonly List<Found> _all = [];
    private readonly Dictionary<int, List<int>> _byParagraph = [];

    public Finds(Prose prose, IReadOnlyList<Found> found)
    {
        _prose = prose;
        foreach (var f in found)
        {
            Add(f);
        }
    }

    public IReadOnlyList<Found> All => _all;

    public Found this[int index] => _all[index];

    public void Add(Found found)
    {
        _all.Add(found);
        Index(_all.Count - 1);
    }

    /// <summary>The same attribution, completed.</summary>
    public void Replace(int index, Found found)
    {
        _all[index] = found;
        Index(index);
    }

    /// <summary>Numbers of those with any word in the paragraphs of this span, ascending.</summary>
    public IReadOnlyList<int> Near(TextSpan span)
    {
        var (first, last) = (Body.ParagraphOf(_prose, span.Begin), Body.ParagraphOf(_prose, Math.Max(span.Begin, span.End - 1)));
        if (first == last)
        {
            return _byParagraph.TryGetValue(first, out var one) ? one : [];
        }

        var near = new SortedSet<int>();
        for (var p = first; p <= last; p++)
        {
            if (_byParagraph.TryGetValue(p, out var list))
            {
                near.UnionWith(list);
            }
        }

        return [.. near];
    }

    public bool Any(TextSpan near, Func<Found, bool> what)
    {
        foreach (var n in Near(near))
        {
            if (what(_all[n]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Somebody's content already, for more than half of it.</summary>
    public bool IsTaken(TextSpan span) => Any(span, f =>
    {
        foreach (var piece in f.Tagged.Content)
        {
            if ((Math.Min(piece.End, span.End) - Math.Max(piece.Begin, span.Begin)) * 2 > span.Length)
            {
                return true;
            }
        }

        return false;
    });

    private void Index(int index)
    {
        var tagged = _all[index].Tagged;
        foreach (var span in tagged.Source.Concat(tagged.Cue).Concat(tagged.Content))
        {
            var last = Body.ParagraphOf(_prose, Math.Max(span.Begin, span.End - 1));
            for (var p = Body.ParagraphOf(_prose, span.Begin); p <= last; p++)
            {
                var list = _byParagraph.TryGetValue(p, out var l) ? l : _byParagraph[p] = [];
                var at = list.BinarySearch(index);
                if (at < 0)
                {
                    list.Insert(~at, index);
                }
            }
        }
    }
}
