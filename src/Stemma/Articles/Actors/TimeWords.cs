using Stemma.Words;

namespace Stemma.Articles.Actors;

/// <summary>Which words at the end of a phrase only tell when: "the rebels on Wednesday", "Voss last week", "her office Monday night"?</summary>
internal sealed class TimeWords(ArticleWords words)
{
    /// <summary>Where the phrase ends without the time told behind it; its end as it is where none is, or where the words before would be left hanging ("a poll released Monday").</summary>
    public int Trim(int first, int end)
    {
        var stop = end;
        while (stop > first + 1 && TimeBefore(first, stop) is var begin && begin < stop)
        {
            stop = begin;
        }

        return stop == end || stop == first || Hangs(stop - 1) || IsDated(first, stop) ? end : stop;
    }

    // Where the time that ends before "stop" begins: "on Wednesday night", "last week", "in May 2031"; "stop" where none does.
    private int TimeBefore(int first, int stop)
    {
        var k = stop - 1;
        while (k > first && (IsPart(k) || IsYearOrDay(k)))
        {
            k--;
        }

        var at = k + 1;
        if (at == stop || !Enumerable.Range(at, stop - at).Any(i => IsDay(i) || IsMonth(i) || (i > at && IsPointer(i - 1) && IsUnit(i)) || (IsUnit(i) && i == at && IsPointer(k))))
        {
            // "in 2031": a year is a time only behind its preposition.
            return at == stop - 1 && words.Lower(k) is "in" or "since" && words.Lower(at).Length == 4 && words.Lower(at).All(char.IsAsciiDigit) && k > first ? k : stop;
        }

        while (at - 1 > first && words.Lower(at - 1) is "on" or "in" or "at" or "since" or "by" or "from" or "during" or "early" or "late" or "earlier" or "later" or "the")
        {
            at--;
        }

        return at > first ? at : stop;
    }

    private bool IsPart(int i) => IsDay(i) || IsMonth(i) || IsUnit(i) || IsPointer(i);

    private bool IsDay(int i) => WordLists.TimesOf("day").Contains(words.Lower(i)) && (words.IsCapital(i) || words.Lower(i) is "today" or "yesterday" or "tonight" or "tomorrow");

    private bool IsMonth(int i) => words.IsCapital(i) && WordLists.TimesOf("month").Contains(words.Lower(i));

    private bool IsUnit(int i) => WordLists.TimesOf("unit").Contains(words.Lower(i));

    private bool IsPointer(int i) => WordLists.TimesOf("pointer").Contains(words.Lower(i));

    // "May 4", "4 May", "May 2031": a number beside a month.
    private bool IsYearOrDay(int i) => words.Lower(i).All(char.IsAsciiDigit) && words.Lower(i).Length <= 4;

    // A participle wants its time.
    private bool Hangs(int i)
    {
        var lower = words.Lower(i);
        return !words.IsWord(i) || lower.EndsWith("ed", StringComparison.Ordinal) || ArticleWords.IsPastVerb(lower) || lower.EndsWith("ing", StringComparison.Ordinal) || WordLists.Function.Contains(lower) || lower is "conducted" or "taken" or "out";
    }

    // Of polls and papers the day tells which.
    private bool IsDated(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (PersonWords.KindOf(words.Lower(i)) == PersonWordKind.Document)
            {
                return true;
            }
        }

        return false;
    }
}
