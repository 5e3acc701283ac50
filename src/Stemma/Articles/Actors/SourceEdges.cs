namespace Stemma.Articles.Actors;

/// <summary>Which words at the edges of a source belong to the page and not to whom it names: a dateline, a line in capitals?</summary>
internal sealed class SourceEdges(ArticleWords words, Mention?[] nameAt)
{
    /// <summary>"LOM (NW) The harbour master": place and agency without a dash behind them.</summary>
    public int BehindDateline(int first, int end)
    {
        const int Reach = 6;
        for (var i = first; i + 3 < end && i < first + Reach; i++)
        {
            if (words.Lower(i) == "(")
            {
                return i > first && words.Lower(i + 2) == ")" && words.IsAllCapitals(i + 1) && words.IsCapital(i + 3) && (nameAt[i - 1] is { Class: NameClass.Place or NameClass.Capital or NameClass.Country } || words.IsAllCapitals(first)) ? i + 3 : first;
            }

            if (words.Lower(i) != "," && !words.IsCapital(i))
            {
                return first;
            }
        }

        return first;
    }

    /// <summary>Without what a page shouts at either end: "CLOSE Lom's harbour master", "report MORE".</summary>
    public (int First, int End) Quiet(int first, int end)
    {
        var (from, to) = (first, end);
        while (from < to && words.IsShouted(from))
        {
            from++;
        }

        while (to > from && words.IsShouted(to - 1))
        {
            to--;
        }

        // "ACCUSER SPEAKS OUT Voss": a line of capitals that stands before the sentence.
        for (var i = to - 2; i >= from && words.IsCapital(i + 1); i--)
        {
            if (words.IsShouted(i))
            {
                from = i + 1;
            }
            else if (words.IsWord(i) && !words.IsCapital(i))
            {
                break;
            }
        }

        return from < to ? (from, to) : (first, end);
    }
}
