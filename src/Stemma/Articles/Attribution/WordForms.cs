using System.Collections.Frozen;
using Stemma.Words;

namespace Stemma.Articles.Attribution;

/// <summary>Which dictionary words may this form come from? ("denied": "denied", "deny"; "planning": "planning", "plan", "planne".)</summary>
/// <remarks>A guess too many is harmless: the word lists it is asked against know only real words.</remarks>
internal static class WordForms
{
    private static readonly FrozenDictionary<string, string> Irregular =
        Resource.Rows("Articles/Attribution/Data/irregular-verbs.tsv").ToFrozenDictionary(r => r[0], r => r[1], StringComparer.Ordinal);

    /// <summary>A form that no rule makes: "told", "broke".</summary>
    public static bool IsIrregular(string lower) => Irregular.ContainsKey(lower);

    public static IEnumerable<string> Of(string lower)
    {
        yield return lower;
        if (Irregular.TryGetValue(lower, out var lemma))
        {
            yield return lemma;
        }

        if (lower.Length < 4)
        {
            yield break;
        }

        if (lower.EndsWith("ies", StringComparison.Ordinal) || lower.EndsWith("ied", StringComparison.Ordinal))
        {
            yield return lower[..^3] + "y";
        }

        if (lower.EndsWith("es", StringComparison.Ordinal) || lower.EndsWith("ed", StringComparison.Ordinal))
        {
            yield return lower[..^1];
            foreach (var stem in Stems(lower[..^2]))
            {
                yield return stem;
            }
        }
        else if (lower[^1] == 's')
        {
            yield return lower[..^1];
        }
        else if (lower.EndsWith("ing", StringComparison.Ordinal) && lower.Length > 5)
        {
            yield return lower[..^3] + "e";
            foreach (var stem in Stems(lower[..^3]))
            {
                yield return stem;
            }
        }
    }

    /// <summary>The other way: the forms that come from this word ("tell": "tells", "telling", "told", …).</summary>
    public static IEnumerable<string> From(string lemma) =>
        Inflection.OfVerb(lemma).Select(f => f.Form).Concat(Irregular.Where(i => i.Value == lemma).Select(i => i.Key));

    public static bool Is(string lower, string lemma)
    {
        foreach (var form in Of(lower))
        {
            if (form == lemma)
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string> Stems(string stem)
    {
        yield return stem;
        if (stem.Length > 2 && stem[^1] == stem[^2])
        {
            yield return stem[..^1];
        }
    }
}
