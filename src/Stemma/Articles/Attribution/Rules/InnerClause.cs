using Stemma.Articles.Sentences;

namespace Stemma.Articles.Attribution.Rules;

/// <summary>How far a clause inside somebody's words reaches, and what a subject in it looks like.</summary>
internal static class InnerClause
{
    /// <summary>A subject with its title, an owner with theirs; longer stretches hold a clause of their own.</summary>
    public const int LongestSubject = 9;

    public static bool SameSentence(Prose prose, int one, int other) => prose.Tokens[one].Sentence == prose.Tokens[other].Sentence;

    /// <summary>Whether a subject never runs across this word or mark.</summary>
    public static bool Parts(string lower) => lower is "," || IsQuote(lower) || NestedWords.Parts.Contains(lower);

    public static bool IsQuote(string lower) => lower is "\"" or "'";

    public static bool IsName(Prose prose, int token) =>
        token >= 0 && prose.IsCapital(token) && Saying.IsWord(prose.Tokens[token].Lower) && prose.Tokens[token].Lower is not ("i" or "the" or "a" or "an");

    /// <summary>The token behind the clause that begins at one and ends before another at the latest.</summary>
    public static int End(Prose prose, int from, int to)
    {
        var end = from;
        while (end < to && SameSentence(prose, end, from - 1) && !NextDeed(prose, end, to) && !Closes(prose, end, to))
        {
            end++;
        }

        while (end > from && IsQuote(prose.Tokens[end - 1].Lower) && prose.Tokens[end - 1].Quotation < 0)
        {
            end--;
        }

        return end;
    }

    private static bool Closes(Prose prose, int t, int to) =>
        prose.Tokens[t].Lower is ";" or ":" or "." or "?" or "!" or "—" or "–" or "--"
        || (prose.Tokens[t].Lower == "," && t + 1 < to && NestedWords.BehindComma.Contains(prose.Tokens[t + 1].Lower));

    // "denied it and said he would sue", "denied it but left".
    private static bool NextDeed(Prose prose, int t, int to) =>
        prose.Tokens[t].Lower is "and" or "but" && t + 1 < to && NestedWords.GoesOn.Contains(prose.Tokens[t + 1].Lower);
}
