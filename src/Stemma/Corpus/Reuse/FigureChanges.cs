using Stemma.Words;

namespace Stemma.Corpus.Reuse;

/// <summary>Which figures of a sentence are others in its copy? "14 dockers" that became "22 dockers", "at least 14" that became "14".</summary>
/// <remarks>A number is the same in words and in figures. One that is merely gone, or came with words of the copy's own, is no change of a figure.</remarks>
internal static class FigureChanges
{
    // With more than this gone and come, it cannot be told which became which.
    private const int MostAtOnce = 3;

    public static IEnumerable<string> Between(string child, List<TextSpan> mine, string parent, List<TextSpan> theirs)
    {
        var (now, before) = (Of(child, mine), Of(parent, theirs));
        var lost = Less(before, now);
        var come = Less(now, before);
        if (lost.Count == 0 || lost.Count > MostAtOnce)
        {
            yield break;
        }

        // Each with the first that counts the same thing; where things are not named alike, only one for one.
        foreach (var old in lost)
        {
            var at = come.FindIndex(c => c.Of.Length > 0 && c.Of == old.Of);
            at = at < 0 && lost.Count == come.Count ? come.FindIndex(c => c.Of.Length == 0 || old.Of.Length == 0 || lost.Count == 1) : at;
            if (at >= 0)
            {
                yield return $"figure changed: {old.Words} → {come[at].Words}";
                come.RemoveAt(at);
            }
        }
    }

    private static List<Told> Of(string text, List<TextSpan> sentences)
    {
        var told = new List<Told>();
        foreach (var sentence in sentences)
        {
            var words = PlainWords.Of(text, sentence);
            var lower = words.ConvertAll(w => w.Lower);
            for (var i = 0; i < words.Count; i++)
            {
                if (Figures.At(lower, i) is { } figure)
                {
                    var last = i + figure.Count - 1;
                    told.Add(new(figure.Low, figure.High, new TextSpan(words[i].Span.Begin, words[last].Span.End).Of(text), last + 1 < words.Count ? Stem.Of(lower[last + 1]) : ""));
                    i = last;
                }
            }
        }

        return told;
    }

    // "one" and "a" say little: "one of the ministers" is no figure that could change.
    private static List<Told> Less(List<Told> from, List<Told> these)
    {
        var left = from.Where(f => (f.Low, f.High) != (1, 1)).ToList();
        foreach (var one in these)
        {
            left.RemoveAll(f => f.Low == one.Low && f.High == one.High);
        }

        return left;
    }

    private readonly record struct Told(decimal? Low, decimal? High, string Words, string Of);
}
