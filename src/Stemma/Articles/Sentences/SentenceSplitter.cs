namespace Stemma.Articles.Sentences;

/// <summary>Where does a sentence end? At a stop that belongs to no abbreviation, its closing marks included, before a capital, a number or a mark.</summary>
internal static class SentenceSplitter
{
    /// <summary>The sentences of one paragraph, as ranges of words.</summary>
    public static IEnumerable<(int From, int Until)> Split(string text, List<TextSpan> words, int from, int until, QuotationMark[] marks)
    {
        var start = from;
        for (var w = from; w < until; w++)
        {
            if (!IsStop(text, words[w]))
            {
                continue;
            }

            var last = w;
            while (last + 1 < until && words[last + 1].Begin == words[last].End
                && (marks[last + 1] == QuotationMark.Closes || text[words[last + 1].Begin] is ')' or ']' or '!' or '?' or '…'))
            {
                last++;
            }

            if (last + 1 >= until || !BeginsBehind(text, words, until, marks, w, last))
            {
                w = last;
                continue;
            }

            yield return (start, last + 1);
            start = last + 1;
            w = last;
        }

        if (start < until)
        {
            yield return (start, until);
        }
    }

    private static bool IsStop(string text, TextSpan word) =>
        text[word.End - 1] is '.' or '!' or '?' or '…' && (word.Length == 1 || text[word.End - 1] == '.' || !char.IsLetterOrDigit(text[word.Begin]));

    private static bool BeginsBehind(string text, List<TextSpan> words, int until, QuotationMark[] marks, int stop, int last)
    {
        var next = last + 1;
        var apart = words[next].Begin > words[last].End;
        if (!apart && (last == stop || marks[last] != QuotationMark.Closes))
        {
            return false;
        }

        var marked = false;
        while (next < until && (marks[next] == QuotationMark.Opens || text[words[next].Begin] is '(' or '[' or '\'' or '‘'))
        {
            marked = true;
            next++;
        }

        if (next >= until)
        {
            return false;
        }

        var first = text[words[next].Begin];
        var capital = char.IsUpper(first) || char.IsDigit(first) || first is '#' or '@' or '$' or '£' or '€' or '*' or '•'
            || char.IsSurrogate(first) || (char.IsLetter(first) && !char.IsLower(first));
        if (!capital)
        {
            return marked && marks[next - 1] == QuotationMark.Opens && first is '.' or '…';
        }

        var word = text.AsSpan(words[stop].Begin, words[stop].Length);
        if (word.Length == 1 || !char.IsLetterOrDigit(word[0]))
        {
            return true;
        }

        // An abbreviation: some never end a sentence, the others only before a word that no name begins with.
        return last > stop && marks[last] == QuotationMark.Closes
            || Abbreviations.KindOf(word[..^1]) switch
            {
                null => true,
                "title" or "latin" => false,
                "number" => false,
                _ => marked || Abbreviations.Opens(text.AsSpan(words[next].Begin, words[next].Length)),
            };
    }
}
