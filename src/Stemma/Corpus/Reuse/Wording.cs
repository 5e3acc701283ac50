using System.Buffers;
using System.Globalization;
using Stemma.Words;

namespace Stemma.Corpus.Reuse;

/// <summary>What are the words and sentences of a text, seen so that typesetting does not matter?</summary>
/// <remarks>
/// Letter case, quotation marks, kinds of space and line ends make no difference between two words; a number is the same in words and in figures.
/// Furniture holds no words here. Positions are those of the text. Made for comparing texts, so it is quicker and coarser than reading one.
/// </remarks>
internal sealed class Wording
{
    private Wording(string text, Word[] words, Sentence[] sentences, TextSpan[] paragraphs) =>
        (Text, Words, Sentences, Paragraphs) = (text, words, sentences, paragraphs);

    public string Text { get; }

    public Word[] Words { get; }

    public Sentence[] Sentences { get; }

    /// <summary>As ranges of sentences.</summary>
    public TextSpan[] Paragraphs { get; }

    public static Wording Of(ArticleFindings findings) => Of(findings.Article.Text, findings.Furniture);

    public static Wording Of(string text, IReadOnlyList<Furniture>? furniture = null)
    {
        var words = ReadWords(text, Holes(furniture));
        var (sentences, paragraphs) = ReadSentences(text, words);
        return new(text, words, sentences, paragraphs);
    }

    /// <summary>The words of a sentence.</summary>
    public ReadOnlySpan<Word> In(Sentence sentence) => Words.AsSpan(sentence.First, sentence.Count);

    /// <summary>The same words between the same quotation marks.</summary>
    public static bool Same(ReadOnlySpan<Word> x, ReadOnlySpan<Word> y)
    {
        if (x.Length != y.Length)
        {
            return false;
        }

        for (var i = 0; i < x.Length; i++)
        {
            if (x[i].Id != y[i].Id || x[i].Quoted != y[i].Quoted)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The words that begin inside a span.</summary>
    public ReadOnlySpan<Word> Within(TextSpan span)
    {
        var first = FirstAt(span.Begin);
        return Words.AsSpan(first, FirstAt(span.End) - first);
    }

    /// <summary>The mark of the sentence that a span begins in; 0 where there is none.</summary>
    public ulong MarkAt(TextSpan span) => SentenceAt(span.Begin) is >= 0 and var s ? Sentences[s].Mark : 0;

    /// <summary>Which paragraph a span begins in; -1 where none.</summary>
    public int ParagraphOf(TextSpan span)
    {
        var sentence = SentenceAt(span.Begin);
        return Array.FindIndex(Paragraphs, p => p.Contains(sentence));
    }

    /// <summary>The last sentence that begins there or before; -1 where none does.</summary>
    public int SentenceAt(int position)
    {
        int low = 0, high = Sentences.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Sentences[middle].Span.Begin <= position ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }

    private int FirstAt(int position)
    {
        int low = 0, high = Words.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Words[middle].Begin < position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static TextSpan[] Holes(IReadOnlyList<Furniture>? furniture)
    {
        if (furniture is null || furniture.Count == 0)
        {
            return [];
        }

        var holes = furniture.SelectMany(f => f.Span).ToArray();
        Array.Sort(holes);
        return holes;
    }

    private static TextSpan Line(string text, int begin) =>
        new(begin, text.AsSpan(begin).IndexOfAny('\n', '\r') is >= 0 and var length ? begin + length : text.Length);

    private static Word[] ReadWords(string text, TextSpan[] holes)
    {
        var words = new List<Word>((text.Length / 6) + 8);
        var quoted = false;
        for (int i = 0, hole = 0; i < text.Length;)
        {
            while (hole < holes.Length && holes[hole].End <= i)
            {
                hole++;
            }

            if (hole < holes.Length && holes[hole].Begin <= i)
            {
                i = holes[hole].End;
                quoted = false;
                continue;
            }

            // Whoever copies a sentence writes no dateline, or another: it is no part of the comparison.
            if ((i == 0 || text[i - 1] is '\n' or '\r') && Dateline.EndIn(text, Line(text, i)) is { } end)
            {
                i = end;
            }

            var c = text[i];
            if (!char.IsLetterOrDigit(c))
            {
                quoted = c switch
                {
                    '\n' or '\r' => false,
                    '“' or '«' or '„' => true,
                    '”' or '»' => false,
                    '"' => !quoted && !EndsAWord(text, i),
                    _ => quoted,
                };
                i++;
                continue;
            }

            var begin = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || char.GetUnicodeCategory(text[i]) == UnicodeCategory.NonSpacingMark))
            {
                i++;
            }

            var id = WordList.IdOf(text.AsSpan(begin, i - begin));
            words.Add(new(begin, i, id, WordList.IsFunctionWord(id), quoted));
        }

        return [.. words];
    }

    // A straight mark right after a word or its full stop closes.
    private static bool EndsAWord(string text, int mark) => mark > 0 && !char.IsWhiteSpace(text[mark - 1]) && text[mark - 1] is not ('(' or '—' or '–' or '-' or '[');

    private static (Sentence[] Sentences, TextSpan[] Paragraphs) ReadSentences(string text, Word[] words)
    {
        var sentences = new List<Sentence>();
        var paragraphs = new List<TextSpan>();
        int first = 0, paragraph = 0;
        for (var i = 0; i < words.Length; i++)
        {
            var gap = i + 1 < words.Length ? text.AsSpan(words[i].End, words[i + 1].Begin - words[i].End) : default;
            var last = i + 1 == words.Length || gap.ContainsAny('\n', '\r');
            if (!last && !Ends(text, words[i], words[i + 1], gap))
            {
                continue;
            }

            sentences.Add(new(first, i + 1 - first, SpanOf(text, words, first, i), Mark(text, words, first, i)));
            first = i + 1;
            if (last)
            {
                paragraphs.Add(new(paragraph, sentences.Count));
                paragraph = sentences.Count;
            }
        }

        return ([.. sentences], [.. paragraphs]);
    }

    private static bool Ends(string text, Word word, Word next, ReadOnlySpan<char> gap)
    {
        var stop = gap.IndexOfAny('.', '!', '?');
        if (stop is < 0 or > 3 || gap[(stop + 1)..].IndexOfAny(SpaceMarks) < 0)
        {
            return false;
        }

        var begins = text[next.Begin];
        return (char.IsUpper(begins) || char.IsDigit(begins) || gap[^1] is '"' or '“' or '«' or '(')
            && !(gap[stop] == '.' && stop == 0 && ((word.End - word.Begin == 1 && char.IsUpper(text[word.Begin])) || WordList.IsAbbreviation(word.Id)));
    }

    private static readonly SearchValues<char> SpaceMarks = SearchValues.Create(" \t\u00a0\u2009\u202f\u2002\u2003");

    // From the opening mark before the first word to the closing marks after the last.
    private static TextSpan SpanOf(string text, Word[] words, int first, int last)
    {
        var begin = words[first].Begin;
        var floor = first == 0 ? 0 : words[first - 1].End;
        while (begin > floor && text[begin - 1] is '"' or '“' or '«' or '(' or '\'' or '‘' or '[' or '$' or '£' or '€')
        {
            begin--;
        }

        var end = words[last].End;
        var roof = last + 1 == words.Length ? text.Length : words[last + 1].Begin;
        while (end < roof && !char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        // A mark that opens the next sentence is not ours.
        return new(begin, end);
    }

    // The same for two sentences of the same words with the same quotation marks around the same words.
    private static ulong Mark(string text, Word[] words, int first, int last)
    {
        var mark = 0x9E3779B97F4A7C15UL;
        var quoted = false;
        for (var i = first; i <= last; i++)
        {
            mark = WordList.Mix(mark ^ words[i].Id);
            if (words[i].Quoted != quoted)
            {
                quoted = !quoted;
                mark = WordList.Mix(mark + (quoted ? 1UL : 2UL));
            }
        }

        return mark;
    }
}

/// <param name="Id">The same for the same word.</param>
/// <param name="Function">It says little about who copied whom.</param>
/// <param name="Quoted">It stands between quotation marks.</param>
internal readonly record struct Word(int Begin, int End, ulong Id, bool Function, bool Quoted);

/// <param name="First">Its first word.</param>
/// <param name="Mark">The same for the same wording.</param>
internal readonly record struct Sentence(int First, int Count, TextSpan Span, ulong Mark);
