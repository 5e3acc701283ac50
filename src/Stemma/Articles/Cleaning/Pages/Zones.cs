using System.Collections.Frozen;
using Stemma.Words;

namespace Stemma.Articles.Cleaning.Pages;

/// <summary>What do the names that a site gives its elements tell? "related-articles" is a list of other articles, "entry-content" a body.</summary>
internal static class Zones
{
    private static readonly FrozenDictionary<string, FurnitureKind> Words = Resource.Rows("Articles/Cleaning/Data/zones.tsv")
        .DistinctBy(r => r[1])
        .ToFrozenDictionary(r => r[1], r => Enum.Parse<FurnitureKind>(r[0].Replace("-", "", StringComparison.Ordinal), ignoreCase: true));

    private static readonly FrozenDictionary<string, FurnitureKind>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    // Names of wrappers of the whole body, joined and in lower case.
    private static readonly FrozenSet<string> BodyNames = FrozenSet.ToFrozenSet(
    [
        "articlebody", "articletext", "articlecontent", "bodycontent", "entrycontent", "postcontent", "postbody", "posttext", "storybody", "storytext", "storycontent", "contentbody", "articlebodytext",
        "newsbody", "newstext", "maincontent", "contentarticlebody", "articlebodycontent", "textbody", "blogcontent", "singlecontent", "richtext", "bodytext", "bodycopy", "articlecopy", "contenttext", "articletextcontent",
    ]);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BodyLookup = BodyNames.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The zone that a class list or id names, and whether it names a body.</summary>
    public static (FurnitureKind? Zone, bool Body) Of(string? names)
    {
        if (string.IsNullOrEmpty(names))
        {
            return default;
        }

        FurnitureKind? zone = null;
        var body = false;
        Span<char> word = stackalloc char[32];
        Span<char> joined = stackalloc char[32];
        var (length, whole) = (0, 0);
        for (var at = 0; at <= names.Length; at++)
        {
            var c = at < names.Length ? names[at] : ' ';
            var letter = char.IsLetter(c);
            var capital = letter && char.IsUpper(c) && at > 0 && char.IsLower(names[at - 1]);
            if ((!letter || capital) && length > 0)
            {
                if (length < word.Length && Lookup.TryGetValue(word[..length], out var found))
                {
                    // The first word of a name says most: "comment-share" are comments.
                    zone ??= found;
                }

                length = 0;
            }

            if (letter)
            {
                var low = char.ToLowerInvariant(c);
                if (length < word.Length)
                {
                    word[length++] = low;
                }

                if (whole < joined.Length)
                {
                    joined[whole++] = low;
                }
            }
            else if (char.IsWhiteSpace(c))
            {
                body |= whole < joined.Length && BodyLookup.Contains(joined[..whole]);
                whole = 0;
            }
        }

        return (zone, body);
    }
}
