namespace Stemma.Web;

/// <summary>Which words of two passages are the same, and which stand in one of them alone?</summary>
public static class WordAlign
{
    /// <param name="Alone">It stands on this side only.</param>
    public sealed record Piece(string Text, bool Alone);

    // Longer passages are shown as they are: nobody compares them word by word on one screen.
    private const int MostWords = 2500;

    public static (IReadOnlyList<Piece> Left, IReadOnlyList<Piece> Right) Of(string left, string right)
    {
        var (a, b) = (Words(left), Words(right));
        if (a.Count > MostWords || b.Count > MostWords)
        {
            return ([new Piece(left, false)], [new Piece(right, false)]);
        }

        // The longest run of words in common, in order; marks around a word do not make it another.
        var (one, other) = (a.Select(Bare).ToArray(), b.Select(Bare).ToArray());
        var length = new int[one.Length + 1, other.Length + 1];
        for (var i = one.Length - 1; i >= 0; i--)
        {
            for (var j = other.Length - 1; j >= 0; j--)
            {
                length[i, j] = one[i] == other[j] ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
            }
        }

        var (sameLeft, sameRight) = (new bool[one.Length], new bool[other.Length]);
        for (int i = 0, j = 0; i < one.Length && j < other.Length;)
        {
            if (one[i] == other[j])
            {
                (sameLeft[i++], sameRight[j++]) = (true, true);
            }
            else if (length[i + 1, j] >= length[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return (Pieces(a, sameLeft), Pieces(b, sameRight));
    }

    // Words with the space that follows them, so that put together they are the text again.
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            while (end < text.Length && char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            words.Add(text[at..end]);
            at = end;
        }

        return words;
    }

    private static string Bare(string word)
    {
        var bare = word.Trim().Trim('.', ',', ';', ':', '“', '”', '"', '‘', '’', '\'', '(', ')', '…').ToLowerInvariant();
        return bare.Length == 0 ? word.Trim() : bare;
    }

    private static List<Piece> Pieces(List<string> words, bool[] same)
    {
        var pieces = new List<Piece>();
        for (var i = 0; i < words.Count;)
        {
            var end = i;
            while (end < words.Count && same[end] == same[i])
            {
                end++;
            }

            pieces.Add(new Piece(string.Concat(words.Skip(i).Take(end - i)), !same[i]));
            i = end;
        }

        return pieces;
    }
}
