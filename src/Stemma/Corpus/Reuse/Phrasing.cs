using Stemma.Words;

namespace Stemma.Corpus.Reuse;

/// <summary>What of a sentence can be lost on the way: its hedges, its marked-off phrases, its quotations.</summary>
internal sealed class Phrasing
{
    // A marked-off phrase has at most so many words; a quotation more, and so many characters.
    private const int WordsOfAPhrase = 4;
    private const int LengthOfAQuotation = 25;

    private static readonly HashSet<string> HedgeWords = [.. Resource.Rows("Corpus/Reuse/Data/hedges.tsv").Select(r => r[0])];

    private string _unmarked = "";

    public List<string> Hedges { get; } = [];

    public List<string> Phrases { get; } = [];

    public List<string> Quotations { get; } = [];

    public static Phrasing Of(string text, List<TextSpan> sentences)
    {
        var found = new Phrasing();
        foreach (var span in sentences)
        {
            found.Add(span.Of(text));
        }

        return found;
    }

    public static string Plain(string words) => string.Join(' ', WordsOf(words));

    public bool HasUnmarked(string phrase) => _unmarked.Contains(" " + Plain(phrase) + " ", StringComparison.Ordinal);

    private void Add(string sentence)
    {
        Hedges.AddRange(WordsOf(sentence).Where(HedgeWords.Contains));
        var outside = new System.Text.StringBuilder();
        var at = 0;
        foreach (var (begin, end) in Marked(sentence))
        {
            outside.Append(sentence, at, begin - at).Append(" ¦ ");
            at = end;
            var words = sentence[begin..end].Trim(' ', ',', '.');
            var count = WordsOf(words).Count();
            if (count is > 0 and <= WordsOfAPhrase && !words.AsSpan().ContainsAny('!', '?'))
            {
                Phrases.Add(words);
            }
            else if (count > WordsOfAPhrase && end - begin >= LengthOfAQuotation)
            {
                Quotations.Add(sentence[begin..end]);
            }
        }

        outside.Append(sentence, at, sentence.Length - at);
        _unmarked += " " + string.Join(' ', WordsOf(outside.ToString(), '¦')) + " ";
    }

    // Straight marks pair up in their order; one left over pairs with nothing.
    private static IEnumerable<(int Begin, int End)> Marked(string sentence)
    {
        int? open = null;
        for (var i = 0; i < sentence.Length; i++)
        {
            if (sentence[i] == '“' || (sentence[i] == '"' && open is null))
            {
                open = i + 1;
            }
            else if (sentence[i] is '”' or '"' && open is { } begin)
            {
                yield return (begin, i);
                open = null;
            }
        }
    }

    private static IEnumerable<string> WordsOf(string text, char also = ' ')
    {
        for (var i = 0; i < text.Length;)
        {
            var begin = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || (also != ' ' && text[i] == also)))
            {
                i++;
            }

            if (i > begin)
            {
                yield return text[begin..i].ToLowerInvariant();
            }
            else
            {
                i++;
            }
        }
    }
}
