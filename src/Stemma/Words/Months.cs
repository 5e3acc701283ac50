namespace Stemma.Words;

/// <summary>Is "May" the month here, and no verb? By its capital and the words beside it.</summary>
public static class Months
{
    /// <param name="before">The word before, in lower case; empty at the beginning.</param>
    /// <param name="after">The word behind, in lower case; empty at the end.</param>
    public static bool IsMay(ReadOnlySpan<char> word, string before, string after) =>
        word is "May" && (IsDay(before) || IsDay(after) || before is "in" or "of" or "since" or "last" or "until" or "by" or "early" or "late" or "mid" or "this" or "from");

    // "3 May", "3rd of May", "May 3", "May 2031".
    private static bool IsDay(string word) => word.Length > 0 && char.IsAsciiDigit(word[0]);
}
