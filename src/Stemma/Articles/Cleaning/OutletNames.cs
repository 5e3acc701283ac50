using System.Collections.Frozen;
using Stemma.Words;

namespace Stemma.Articles.Cleaning;

internal enum OutletKind
{
    None,
    Outlet,
    Agency,
}

/// <summary>Is this the name of an outlet or an agency, and where does such a name end? By a list, by the words such names are built with, by a web address.</summary>
internal static class OutletNames
{
    // Kind, home, names joined with "|", the fullest first.
    private static readonly FrozenDictionary<string, OutletKind> Known = Resource.Rows("Words/Data/outlets.tsv")
        .SelectMany(r => r[2].Split('|').Select(name => (Key: Key(name), Kind: r[0] == "agency" ? OutletKind.Agency : OutletKind.Outlet)))
        .DistinctBy(n => n.Key)
        .ToFrozenDictionary(n => n.Key, n => n.Kind);

    private static readonly FrozenSet<string> NameWords = Resource.Rows("Articles/Cleaning/Data/outlet-words.tsv").Select(r => r[0]).ToFrozenSet();

    // Small words that a name may hold between capitalised ones.
    private static readonly FrozenSet<string> Joints = FrozenSet.ToFrozenSet(["of", "the", "and", "de", "la", "le", "el", "der", "die", "das", "für", "for", "del", "della", "&"]);

    public static OutletKind KindOf(string name)
    {
        if (Known.TryGetValue(Key(name), out var known))
        {
            return known;
        }

        var words = name.Split([' ', '-', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 1)
        {
            return IsAddress(name) ? OutletKind.Outlet : OutletKind.None;
        }

        if (words.Length > 6 || !words.Any(w => NameWords.Contains(w.ToLowerInvariant())))
        {
            return OutletKind.None;
        }

        return words.Any(w => w.Equals("Agency", StringComparison.Ordinal) || w.Equals("Wire", StringComparison.Ordinal)) || words[^1] is "Press" ? OutletKind.Agency : OutletKind.Outlet;
    }

    /// <summary>True where the list knows it (not merely by how it is built).</summary>
    public static bool IsKnown(string name) => Known.ContainsKey(Key(name));

    /// <summary>What two spellings of one outlet share: letters and digits in lower case, without "the" and without the end of a web address.</summary>
    public static string Key(string name)
    {
        var plain = name.Trim();
        if (IsAddress(plain))
        {
            plain = plain[..plain.LastIndexOf('.')];
            plain = plain.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? plain[4..] : plain;
        }

        if (plain.StartsWith("the ", StringComparison.OrdinalIgnoreCase))
        {
            plain = plain[4..];
        }

        return string.Concat(plain.Where(char.IsLetterOrDigit)).ToLowerInvariant();
    }

    /// <summary>"HarbourPost.com": one word with a stop inside and letters behind the last one.</summary>
    public static bool IsAddress(string name)
    {
        var stop = name.LastIndexOf('.');
        return stop > 1 && name.Length - stop is >= 3 and <= 7 && !name.Contains(' ', StringComparison.Ordinal) && name.AsSpan(stop + 1).IndexOfAnyExceptInRange('a', 'z') < 0;
    }

    /// <summary>The capitalised name that begins here (a leading "the" passed over); null where none does.</summary>
    /// <param name="loose">In a line that can only name an outlet, a name may be written small.</param>
    public static TextSpan? At(string text, int begin, int end, bool loose = false)
    {
        begin = PassSpace(text, begin, end);
        if (IsWord(text, begin, end, "the") && begin + 4 < end)
        {
            begin = PassSpace(text, begin + 3, end);
        }

        var (at, last) = (begin, begin);
        var words = 0;
        while (at < end && words < 8)
        {
            var stop = WordEnd(text, at, end);
            if (stop == at)
            {
                break;
            }

            var word = text[at..stop];
            var named = char.IsUpper(word[0]) || (char.IsDigit(word[0]) && words > 0) || IsAddress(word) || (loose && words < 4 && char.IsLower(text[begin]) && char.IsLetter(word[0]));
            if (named)
            {
                last = stop;
            }
            else if (!Joints.Contains(word) || words == 0)
            {
                break;
            }

            words++;
            if (stop < end && !char.IsWhiteSpace(text[stop]))
            {
                break;
            }

            if (text.AsSpan(stop, Math.Min(2, end - stop)).Contains('\n'))
            {
                break;
            }

            at = PassSpace(text, stop, end);
        }

        // A day is no name ("first published on Nov 20"); "Ilse Maren of the Harbour Post" is somebody there.
        if (last == begin || DateWords.IsMonth(text, begin, last))
        {
            return null;
        }

        var whole = text[begin..last];
        var of = whole.IndexOf(" of ", StringComparison.Ordinal);
        if (of > 0 && !Known.ContainsKey(Key(whole)) && whole[(of + 4)..] is var tail && KindOf(tail) != OutletKind.None && !whole[..of].Split(' ').Any(w => NameWords.Contains(w.ToLowerInvariant())))
        {
            begin += of + 4 + (tail.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? 4 : 0);
        }

        return new TextSpan(begin, last);
    }

    private static int WordEnd(string text, int at, int end)
    {
        var stop = at;
        while (stop < end && (char.IsLetterOrDigit(text[stop]) || text[stop] is '&' or '-' or '\'' or '’' or '/'
            || (text[stop] == '.' && stop > at && stop + 1 < end && char.IsLetterOrDigit(text[stop + 1]))))
        {
            stop++;
        }

        // A possessive ends the name.
        if (stop - at > 2 && text[stop - 1] == 's' && text[stop - 2] is '\'' or '’')
        {
            stop -= 2;
        }

        return stop;
    }

    private static int PassSpace(string text, int at, int end)
    {
        while (at < end && (text[at] is ' ' or '\u00A0' or '\t'))
        {
            at++;
        }

        return at;
    }

    private static bool IsWord(string text, int at, int end, string word) =>
        at + word.Length < end && string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0 && char.IsWhiteSpace(text[at + word.Length]);
}
