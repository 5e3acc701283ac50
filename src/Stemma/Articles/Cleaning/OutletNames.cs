using System.Collections.Frozen;
using Stemma.Words;

namespace Stemma.Articles.Cleaning;

/// <summary>Is this the name of an outlet or an agency, and where does such a name end? By the list, by the words such names are built with, by a web address.</summary>
internal static class OutletNames
{
    // Small words that a name may hold between capitalised ones.
    private static readonly FrozenSet<string> Joints = FrozenSet.ToFrozenSet(["of", "the", "and", "de", "la", "le", "el", "der", "die", "das", "für", "for", "del", "della", "&"]);

    public static OutletKind KindOf(string name)
    {
        if (Outlets.KindOf(name) is not OutletKind.None and var known)
        {
            return known;
        }

        var words = name.Split([' ', '-', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 1)
        {
            return Outlets.IsAddress(name) ? OutletKind.Outlet : OutletKind.None;
        }

        if (words.Length > 6 || !words.Any(w => Outlets.IsWordOfACredit(w.ToLowerInvariant())))
        {
            return OutletKind.None;
        }

        return words.Any(w => w.Equals("Agency", StringComparison.Ordinal) || w.Equals("Wire", StringComparison.Ordinal)) || words[^1] is "Press" ? OutletKind.Agency : OutletKind.Outlet;
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
            var named = char.IsUpper(word[0]) || (char.IsDigit(word[0]) && words > 0) || Outlets.IsAddress(word) || (loose && words < 4 && char.IsLower(text[begin]) && char.IsLetter(word[0]));
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
        if (of > 0 && !Outlets.IsKnown(whole) && whole[(of + 4)..] is var tail && KindOf(tail) != OutletKind.None && !whole[..of].Split(' ').Any(w => Outlets.IsWordOfACredit(w.ToLowerInvariant())))
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
