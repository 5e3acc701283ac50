using System.Collections.Frozen;
using Stemma.Words;

namespace Stemma.Articles.Sentences;

/// <summary>Does the full stop belong to the word, and can such a word still end its sentence?</summary>
internal static class Abbreviations
{
    private static readonly FrozenDictionary<string, string> Kinds = Resource.Rows("Articles/Sentences/Data/abbreviations.tsv").ToFrozenDictionary(r => r[0], r => r[1], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Openers = Resource.Rows("Articles/Sentences/Data/openers.tsv").Select(r => r[0]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What kind of abbreviation this is ("title", "unit", "place", "number"); null where the stop is the sentence's. The word comes without its last stop.</summary>
    public static string? KindOf(ReadOnlySpan<char> word)
    {
        if (IsInitials(word))
        {
            return word.Length == 1 ? "initial" : "acronym";
        }

        if (word.Length > 16)
        {
            return null;
        }

        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        var lookup = Kinds.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(lower, out var kind))
        {
            return kind is "title" or "place" or "company" && !char.IsUpper(word[0]) ? null : kind;
        }

        // "Maj.-Gen": what stands before and after the hyphen decides.
        var hyphen = lower.LastIndexOf('-');
        return hyphen > 0 && lower[hyphen - 1] == '.' && lookup.TryGetValue(lower[(hyphen + 1)..], out kind) ? kind : null;
    }

    /// <summary>Does a sentence often open with this word, and a name hardly ever?</summary>
    public static bool Opens(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > 16)
        {
            return false;
        }

        Span<char> lower = stackalloc char[word.Length];
        word.ToLowerInvariant(lower);
        return Openers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(lower);
    }

    /// <summary>"J", "U.S", "a.m", "Ph.D": letters, one or two at a time, each with its stop.</summary>
    private static bool IsInitials(ReadOnlySpan<char> word)
    {
        if (word.Length == 1)
        {
            return char.IsUpper(word[0]);
        }

        var run = 0;
        var stops = 0;
        foreach (var c in word)
        {
            if (c == '.')
            {
                stops++;
                run = 0;
            }
            else if (!char.IsLetter(c) || ++run > 2)
            {
                return false;
            }
        }

        return stops > 0 && run > 0;
    }
}
