namespace Stemma.Corpus.Accounts.Notes;

/// <summary>Which figures does a clause of a note tell? Also shares in words, bounds by "no higher than", and what is counted before the figure.</summary>
internal static class NoteFigures
{
    // "a third" is told so roundly that a few per cent either way are the same.
    private const decimal Roundness = 5;

    // "the number of marchers at 120,000": what is counted stands at most so far before.
    private const int CountedReach = 8;

    private static readonly (string[] Words, decimal Share)[] Parts =
        [(["half"], 50), (["a", "third"], 33), (["one", "third"], 33), (["two", "thirds"], 67), (["a", "quarter"], 25), (["one", "quarter"], 25), (["three", "quarters"], 75), (["a", "fifth"], 20), (["a", "tenth"], 10)];

    public static IReadOnlyList<ClaimFigure> In(string text, IReadOnlyList<ClaimTerm> words, IReadOnlyList<ClaimTime> times)
    {
        var found = FigureReader.In(text, words, times).Where(f => !(f.Kind == FigureKind.Count && f.Unit is null && IsClock(words[f.Word].Lower))).Select(f => Mended(words, f)).ToList();
        for (var i = 0; i < words.Count; i++)
        {
            if (Part(words, i) is { } part && !found.Exists(f => f.Span.Overlaps(part.Span)))
            {
                found.Add(part);
            }
        }

        return found;
    }

    // "stamped 19.12": hours and minutes, with nothing behind them that could be counted.
    private static bool IsClock(string word) => word.Length is 4 or 5 && word[^3] is '.' or ':';

    private static ClaimFigure Mended(IReadOnlyList<ClaimTerm> words, ClaimFigure f)
    {
        var (low, high) = Bounds(words, f.Word, f.Low, f.High);
        return f with { Low = low, High = high, Unit = f.Unit ?? CountedBefore(words, f.Word) };
    }

    // "no higher than 44", "exceeds half a million", "in excess of 50" are bounds; "add up to 131" is none.
    private static (decimal? Low, decimal? High) Bounds(IReadOnlyList<ClaimTerm> words, int i, decimal? low, decimal? high) =>
        words[i].Lower == "up" && i > 0 && NoteWords.IsForm("sums-up", words[i - 1].Lower) ? (high, high)
            : i > 0 && low == high && (NoteWords.IsForm("note-exceed", words[i - 1].Lower) || (i > 1 && words[i - 1].Lower == "of" && words[i - 2].Lower == "excess")) ? (low, null)
            : i > 2 && words[i - 1].Lower == "than" && words[i - 3].Lower is "no" or "not" && low == high
                ? words[i - 2].Lower is "lower" or "smaller" ? (low, null) : words[i - 2].Lower is "higher" or "larger" or "bigger" or "greater" ? (null, high) : (low, high)
            : (low, high);

    private static ClaimFigure? Part(IReadOnlyList<ClaimTerm> words, int i)
    {
        foreach (var (told, share) in Parts)
        {
            if (i + told.Length < words.Count && words[i + told.Length].Lower == "of" && told.Select((w, k) => words[i + k].Lower == w).All(same => same))
            {
                return new(share - Roundness, share + Roundness, i, told.Length, FigureKind.Share, "%", new(words[i].Span.Begin, words[i + told.Length - 1].Span.End));
            }
        }

        return null;
    }

    private static string? CountedBefore(IReadOnlyList<ClaimTerm> words, int first)
    {
        for (var i = first - 1; i >= 0 && i >= first - CountedReach; i--)
        {
            if (words[i].Lower == "number" && i + 2 < first && words[i + 1].Lower == "of")
            {
                return words[i + 2].Base;
            }

            if (words[i].Lower is "numbered" or "number" && i > 0)
            {
                return words.Take(i).FirstOrDefault(w => w.Tells && (w.Lower.EndsWith('s') || ClaimWords.Is("people", w.Lower))).Kin?.Word;
            }
        }

        return null;
    }
}
