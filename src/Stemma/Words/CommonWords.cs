using System.Collections.Frozen;

namespace Stemma.Words;

/// <summary>Does running news write this word small, so that a capital at the head of a sentence or in a headline says nothing?</summary>
public static class CommonWords
{
    private static readonly Lazy<FrozenSet<string>> All = new(() => Resource.Rows("Words/Data/common-words.tsv").Select(r => r[0]).ToFrozenSet(StringComparer.Ordinal));

    public static bool Contains(string lower) => All.Value.Contains(lower);
}
