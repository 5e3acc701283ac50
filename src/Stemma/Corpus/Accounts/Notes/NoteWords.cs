using Stemma.Words;

namespace Stemma.Corpus.Accounts.Notes;

/// <summary>Is a word, in whatever form, on the list of a role?</summary>
/// <remarks>"disputed" and "opposed" are adjectives of their own to the thesaurus: regular endings are cut off here too.</remarks>
internal static class NoteWords
{
    private static readonly (string End, string Put)[] Endings = [("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ied", "y"), ("ing", ""), ("ing", "e")];

    public static bool IsForm(string role, string lower) => ClaimWords.IsForm(role, lower) || Cut(lower).Any(cut => ClaimWords.Is(role, cut));

    /// <summary>The word itself, its base form, and what is left without a regular ending.</summary>
    public static IEnumerable<string> Forms(in ClaimTerm word) => Cut(word.Lower).Prepend(word.Base).Prepend(word.Lower).Distinct(StringComparer.Ordinal);

    /// <summary>A word of these is on the list.</summary>
    public static bool Any(string role, IReadOnlyList<ClaimTerm> words) => words.Any(w => IsForm(role, w.Lower));

    /// <summary>A phrase of this role begins somewhere in these words.</summary>
    public static bool Phrase(string role, IReadOnlyList<ClaimTerm> words) => Enumerable.Range(0, words.Count).Any(i => ClaimWords.PhraseAt(role, words, i) > 0);

    private static IEnumerable<string> Cut(string lower)
    {
        foreach (var (end, put) in Endings)
        {
            if (lower.Length > end.Length + 2 && lower.EndsWith(end, StringComparison.Ordinal))
            {
                yield return lower[..^end.Length] + put;
            }
        }
    }
}
