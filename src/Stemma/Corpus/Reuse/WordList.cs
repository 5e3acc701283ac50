using System.Collections.Frozen;
using Stemma.Words;

namespace Stemma.Corpus.Reuse;

/// <summary>When are two words the same, and which of them say nothing about who copied whom?</summary>
internal static class WordList
{
    private static readonly FrozenDictionary<ulong, ulong> Numerals = Enumerable.Range(0, 13).ToFrozenDictionary(
        n => HashOf("zero one two three four five six seven eight nine ten eleven twelve".Split(' ')[n]),
        n => HashOf(n.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static readonly FrozenSet<ulong> FunctionWords = Read("function-words");

    private static readonly FrozenSet<ulong> Abbreviations = Read("abbreviations");

    public static ulong IdOf(ReadOnlySpan<char> word)
    {
        var id = HashOf(word);
        return Numerals.TryGetValue(id, out var number) ? number : id;
    }

    public static bool IsFunctionWord(ulong id) => FunctionWords.Contains(id);

    public static bool IsAbbreviation(ulong id) => Abbreviations.Contains(id);

    /// <summary>Spreads a value over all 64 bits (the finaliser of SplitMix64).</summary>
    public static ulong Mix(ulong x)
    {
        x ^= x >> 30;
        x *= 0xBF58476D1CE4E5B9UL;
        x ^= x >> 27;
        x *= 0x94D049BB133111EBUL;
        return x ^ (x >> 31);
    }

    private static ulong HashOf(ReadOnlySpan<char> word)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in word)
        {
            hash = (hash ^ (c < 128 ? (c is >= 'A' and <= 'Z' ? (char)(c | 32) : c) : char.ToLowerInvariant(c))) * 1099511628211UL;
        }

        return Mix(hash);
    }

    private static FrozenSet<ulong> Read(string list) => Resource.Rows($"Corpus/Reuse/Data/{list}.tsv").Select(r => IdOf(r[0])).ToFrozenSet();
}
