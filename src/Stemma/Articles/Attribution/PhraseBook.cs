using Stemma.Words;

namespace Stemma.Articles.Attribution;

/// <summary>Which phrase of a word list stands at this place? The longest one; its words may be inflected, adverbs may stand between them.</summary>
/// <remarks>Phrases are indexed by their first word, so a text is read in linear time however long the list.</remarks>
internal sealed class PhraseBook<T>
{
    // "…" in a phrase: "accuse … of". Four words hold a name with its title; more would run into the next clause.
    private const int LongestGap = 4;

    private readonly Dictionary<string, List<(string[] Words, T Value)>> _byFirst = new(StringComparer.Ordinal);

    /// <summary>Reads rows "value, phrases apart by ', '". A phrase that stands twice keeps its first value.</summary>
    /// <param name="only">Which rows; all where it is left out.</param>
    public static PhraseBook<T> Load(string resource, Func<string[], T> value, Func<string[], bool>? only = null)
    {
        var book = new PhraseBook<T>();
        foreach (var row in Resource.Rows(resource).Where(only ?? (_ => true)))
        {
            foreach (var phrase in row[^1].Split(", ", StringSplitOptions.RemoveEmptyEntries))
            {
                book.Add(phrase, value(row));
            }
        }

        foreach (var list in book._byFirst.Values)
        {
            // Longest first; equal lengths stay in the order of the list.
            var sorted = list.Select((p, n) => (p, n)).OrderByDescending(x => x.p.Words.Length).ThenBy(x => x.n).Select(x => x.p).ToList();
            list.Clear();
            list.AddRange(sorted);
        }

        return book;
    }

    /// <summary>The longest phrase that begins at this token and ends before <paramref name="end"/>.</summary>
    /// <param name="last">The token after its last one.</param>
    public bool TryMatch(IReadOnlyList<Sentences.Token> tokens, int at, int end, out T value, out int last)
    {
        (T Value, int Last, int Words)? found = null;
        foreach (var form in WordForms.Of(tokens[at].Lower))
        {
            if (!_byFirst.TryGetValue(form, out var list))
            {
                continue;
            }

            foreach (var (words, v) in list)
            {
                if (found is { } f && f.Words >= words.Length)
                {
                    break;
                }

                if (Follows(tokens, at + 1, end, words, 1) is { } l)
                {
                    found = (v, l, words.Length);
                    break;
                }
            }
        }

        (value, last) = found is { } x ? (x.Value, x.Last) : (default!, at);
        return found is not null;
    }

    private void Add(string phrase, T value)
    {
        var words = phrase.Split(' ');
        if (!_byFirst.TryGetValue(words[0], out var list))
        {
            _byFirst[words[0]] = list = [];
        }

        if (!list.Exists(p => p.Words.AsSpan().SequenceEqual(words)))
        {
            list.Add((words, value));
        }
    }

    private static int? Follows(IReadOnlyList<Sentences.Token> tokens, int at, int end, string[] words, int next)
    {
        if (next == words.Length)
        {
            return at;
        }

        if (words[next] == "…")
        {
            for (var gap = 1; gap <= LongestGap && at + gap < end; gap++)
            {
                if (Follows(tokens, at + gap, end, words, next + 1) is { } far)
                {
                    return far;
                }
            }

            return null;
        }

        // A first adverb may be skipped, and no more: "refused flatly to comment".
        for (var skip = 0; skip <= 1 && at + skip < end; skip++)
        {
            if (skip == 1 && !IsAdverb(tokens[at].Lower))
            {
                break;
            }

            if (WordForms.Is(tokens[at + skip].Lower, words[next]))
            {
                return Follows(tokens, at + skip + 1, end, words, next + 1);
            }
        }

        return null;
    }

    internal static bool IsAdverb(string lower) =>
        lower.EndsWith("ly", StringComparison.Ordinal) || lower is "also" or "again" or "once" or "even" or "just" or "still" or "often" or "so" or "very" or "any" or "too";
}
