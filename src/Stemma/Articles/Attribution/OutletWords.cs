using System.Collections.Frozen;
using Stemma.Articles.Sentences;
using Stemma.Words;

namespace Stemma.Articles.Attribution;

/// <summary>Does the name of an outlet, a platform or a programme begin at this token, and where does it end?</summary>
/// <remarks>
/// Known by the list of the world's outlets, by how its name ends, by a noun before it ("the newspaper Sever"), or by quotation marks around a title.
/// Known to miss: outlets whose names are like no other's (a blog, a programme without marks).
/// </remarks>
internal static class OutletWords
{
    private const int LongestName = 6;
    private const int LongestTitle = 8;

    private static readonly FrozenSet<string> Kinds = List("kind");
    private static readonly FrozenSet<string> Unnamed = List("unnamed");

    /// <summary>Phrases of the list of this kind.</summary>
    public static FrozenSet<string> List(string kind) =>
        Resource.Rows("Articles/Attribution/Data/ways.tsv").Where(r => r[0] == kind).SelectMany(r => r[1].Split(", ")).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>First and one past the last token of the name, its article left out; null where none begins here.</summary>
    public static (int First, int End)? At(Prose prose, int at)
    {
        var tokens = prose.Tokens;
        at += at < tokens.Count && IsArticle(tokens[at].Lower) ? 1 : 0;
        if (at >= tokens.Count)
        {
            return null;
        }

        // "the newspaper Sever"; in "the Daily Ledger" the noun belongs to the name.
        if (Kinds.Contains(tokens[at].Lower) && !prose.IsCapital(at) && Capitals(prose, at + 1) is { } run)
        {
            return run;
        }

        return Listed(prose, at) ?? Built(prose, at) ?? Nameless(prose, at);
    }

    /// <summary>The title in quotation marks that opens at this token: every longer word of it begins with a capital.</summary>
    public static (int First, int End)? Title(Prose prose, int at)
    {
        if (at >= prose.Tokens.Count || prose.Tokens[at].Quotation is not (>= 0 and var q) || prose.Quotations[q].Span.Hull.Begin != prose.Tokens[at].Span.Begin)
        {
            return null;
        }

        var (first, end) = (at + 1, at + 1);
        while (end < prose.Tokens.Count && prose.Tokens[end].Quotation == q && end - first <= LongestTitle)
        {
            end++;
        }

        // The closing mark and the comma before it are none of its words.
        while (end > first && !Saying.IsWord(prose.Tokens[end - 1].Lower))
        {
            end--;
        }

        if (end == first || end - first > LongestTitle)
        {
            return null;
        }

        for (var t = first; t < end; t++)
        {
            if (!prose.IsCapital(t) && (t == first || (prose.Tokens[t].Lower.Length > 3 && char.IsLetter(prose.Tokens[t].Lower[0]))))
            {
                return null;
            }
        }

        return (first, end);
    }

    /// <summary>Words with capitals from here on, small words between them too.</summary>
    public static (int First, int End)? Capitals(Prose prose, int at)
    {
        var end = at;
        for (var t = at; t < Math.Min(at + LongestName, prose.Tokens.Count) && (prose.IsCapital(t) || (t > at && prose.Tokens[t].Lower is "of" or "the" or "&" or "and" or "am" or "de")); t++)
        {
            end = prose.IsCapital(t) ? t + 1 : end;
        }

        return end > at ? (at, end) : null;
    }


    public static bool IsArticle(string lower) => lower is "the" or "a" or "an";

    private static (int First, int End)? Listed(Prose prose, int at)
    {
        if (!prose.IsCapital(at))
        {
            return null;
        }

        var tokens = prose.Tokens;
        for (var end = Math.Min(at + LongestName, tokens.Count); end > at; end--)
        {
            var name = prose.Text[tokens[at].Span.Begin..tokens[end - 1].Span.End];
            if (char.IsLetterOrDigit(name[^1]) && (Outlets.IsKnown(name) || Outlets.IsPlatform(name.ToLowerInvariant())))
            {
                // "Fox News" and not just "Fox".
                while (end < tokens.Count && prose.IsCapital(end) && Outlets.IsEndingOfWhoeverIsTold(tokens[end].Lower))
                {
                    end++;
                }

                return (at, end);
            }
        }

        return null;
    }

    private static (int First, int End)? Built(Prose prose, int at)
    {
        (int, int)? found = null;
        for (var t = at; t < Math.Min(at + LongestName, prose.Tokens.Count) && (prose.IsCapital(t) || (t > at && prose.Tokens[t].Lower is "of" or "the" or "&")); t++)
        {
            // "Ilse Maren of North Wire": the outlet is the tail.
            if (t > at && prose.Tokens[t].Lower == "of" && At(prose, t + 1) is { } tail)
            {
                return tail;
            }

            // "Coastal Press Agency" goes on past its first ending.
            found = t > at && (Outlets.IsEndingOfWhoeverIsTold(prose.Tokens[t].Lower) || (found?.Item2 == t && prose.IsCapital(t) && Kinds.Contains(prose.Tokens[t].Lower))) ? (at, t + 1) : found;
        }

        return found;
    }

    // "state media", "Vardian state television": an outlet that goes without a name.
    private static (int First, int End)? Nameless(Prose prose, int at)
    {
        for (var begin = at; begin <= Math.Min(at + 1, prose.Tokens.Count - 2); begin++)
        {
            for (var end = Math.Min(begin + 3, prose.Tokens.Count); end > begin + 1; end--)
            {
                if (Unnamed.Contains(string.Join(' ', Enumerable.Range(begin, end - begin).Select(t => prose.Tokens[t].Lower))))
                {
                    return (at, end);
                }
            }

            if (!prose.IsCapital(begin))
            {
                break;
            }
        }

        return null;
    }
}
