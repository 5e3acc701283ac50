using System.Globalization;
using Stemma.Words;

namespace Stemma.Corpus.Accounts;

/// <summary>Which figures does a clause tell, and what do they count?</summary>
internal static class FigureReader
{
    public static IReadOnlyList<ClaimFigure> In(string text, IReadOnlyList<ClaimTerm> words, IReadOnlyList<ClaimTime> times)
    {
        var lowers = words.Select(w => w.Lower).ToList();
        var found = new List<ClaimFigure>();
        for (var i = 0; i < words.Count; i++)
        {
            // Mixed forms ("4pm", "17th"), clock times and years are times, not counts.
            if (times.Any(t => t.Span.Contains(words[i].Span)))
            {
                continue;
            }

            if (IsAge(text, words, i))
            {
                continue;
            }

            if (words[i].IsNumber && (!char.IsAsciiDigit(words[i].Lower[^1]) || words[i].Lower.Contains(':', StringComparison.Ordinal) || IsYearOrDay(text, words, i)))
            {
                continue;
            }

            if (Figures.At(lowers, i) is not { } figure || (words[i].Lower == "one" && figure.Count == 1) || (figure.Low is null && figure.High is null))
            {
                if (Handful(words, i) is { } few)
                {
                    found.Add(few);
                }

                continue;
            }

            var last = i + figure.Count - 1;
            var span = new TextSpan(words[i].Span.Begin, words[last].Span.End);
            var (kind, unit) = Unit(text, words, i, last);
            if (kind == FigureKind.Count && words[last].Lower is "may" or "one")
            {
                continue;
            }

            found.Add(new(figure.Low, figure.High, i, figure.Count, kind, unit, kind == FigureKind.Share && span.End < text.Length && text[span.End] == '%' ? new(span.Begin, span.End + 1) : span));
            i = last;
        }

        return found;
    }

    // "Orlin Voss, 66, said": how old somebody is counts nothing.
    private static bool IsAge(string text, IReadOnlyList<ClaimTerm> words, int i)
    {
        const int Oldest = 120;
        return i > 0 && words[i - 1].Capital && int.TryParse(words[i].Lower, NumberStyles.None, CultureInfo.InvariantCulture, out var years) && years <= Oldest
            && text.AsSpan(words[i - 1].Span.End, words[i].Span.Begin - words[i - 1].Span.End).Trim() is ","
            && (words[i].Span.End >= text.Length || text[words[i].Span.End] is ',' or '.' or ')' or ';');
    }

    // "a handful": some three to nine; "a few" the same.
    private static ClaimFigure? Handful(IReadOnlyList<ClaimTerm> words, int i) =>
        i + 2 < words.Count && words[i].Lower == "a" && words[i + 1].Lower is "handful" or "few"
            ? new(3, 9, i, 2, FigureKind.Count, words.Skip(i + 2).FirstOrDefault(w => w.Weight > 0).Kin?.Word, new(words[i].Span.Begin, words[i + 1].Span.End))
            : null;

    private static bool IsYearOrDay(string text, IReadOnlyList<ClaimTerm> words, int i)
    {
        var word = words[i].Lower;
        if (word.Length == 4 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1800 and < 2100
            && (i + 1 == words.Count || words[i + 1].Weight == 0 || TimeReader.IsMonth(words[Math.Max(0, i - 1)].Lower)))
        {
            return true;
        }

        return (i + 1 < words.Count && TimeReader.IsMonth(words[i + 1].Lower)) || (i > 0 && TimeReader.IsMonth(words[i - 1].Lower))
            || (i + 1 < words.Count && words[i + 1].Lower is "am" or "pm" or "a.m" or "p.m" or "o'clock");
    }

    private static (FigureKind, string?) Unit(string text, IReadOnlyList<ClaimTerm> words, int first, int last)
    {
        var end = words[last].Span.End;
        if (end < text.Length && text[end] == '%')
        {
            return (FigureKind.Share, "%");
        }

        if (first > 0 && words[first].Span.Begin > 0 && "$€£¥".Contains(text[words[first].Span.Begin - 1], StringComparison.Ordinal))
        {
            return (FigureKind.Money, "money");
        }

        // The first noun behind the figure; adjectives and "of" are stepped over, a verb or a new start ends the search.
        for (var i = last + 1; i < words.Count && i <= last + 4; i++)
        {
            var between = text.AsSpan(words[i - 1].Span.End, words[i].Span.Begin - words[i - 1].Span.End);
            if (between.IndexOfAny(",;:.") >= 0)
            {
                break;
            }

            var lower = words[i].Lower;
            if (lower is "percent" || (lower == "per" && i + 1 < words.Count && words[i + 1].Lower == "cent"))
            {
                return (FigureKind.Share, "%");
            }

            if (ClaimWords.IsForm("money", lower))
            {
                return (FigureKind.Money, "money");
            }

            if (ClaimWords.IsForm("measure", lower))
            {
                return (FigureKind.Measure, Thesaurus.Base(lower));
            }

            if (lower is "of" or "the" or "its" or "their" or "other" or "more")
            {
                continue;
            }

            if (words[i].Weight == 0 && (lower.Length < 4 || Thesaurus.FieldOf(lower) == Field.None))
            {
                break;
            }

            // A plural is what is counted; a singular before it only describes.
            if (lower.EndsWith('s') || lower is "people" or "men" or "women" or "children" or "dead" || i == words.Count - 1 || Thesaurus.Base(lower) != lower || (i + 1 < words.Count && words[i + 1].Weight == 0))
            {
                return (FigureKind.Count, words[i].Base);
            }
        }

        return (FigureKind.Count, null);
    }
}
