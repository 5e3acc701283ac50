using System.Collections.Frozen;
using Stemma.Words;

namespace Stemma.Articles.Cleaning.Pages;

/// <summary>Does the page show nothing but a question whether the reader may be followed? Then the article was never sent.</summary>
/// <remarks>An article about cookies has paragraphs that say something else, a longer body, or no button that grants.</remarks>
internal static class ConsentWall
{
    /// <summary>Terms that a paragraph of a wall holds.</summary>
    private const int FewestTerms = 2;

    /// <summary>Share of the body's letters in such paragraphs from which it is nothing else. Walls of our own making have .7 to 1, articles on the subject below .5.</summary>
    private const double LeastShare = 0.6;

    /// <summary>Letters of the longest wall: about 800 words.</summary>
    private const int LongestWall = 4_500;

    private static readonly string[] Terms = [.. Resource.Rows("Articles/Cleaning/Data/consent.tsv").Where(r => r[0] == "term").Select(r => r[1])];

    private static readonly FrozenSet<string> Grants = Resource.Rows("Articles/Cleaning/Data/consent.tsv").Where(r => r[0] == "grant").Select(r => r[1]).ToFrozenSet();

    public static bool Is(PageTree page)
    {
        // Nearly every page is too long, or has no button: its paragraphs are not looked at.
        var all = page.Blocks.Sum(b => b.Prose && !b.Hidden ? b.Letters : 0);
        if (all is 0 or >= LongestWall)
        {
            return false;
        }

        var (asking, granted) = (0, false);
        foreach (var block in page.Blocks)
        {
            if (block.Hidden)
            {
                continue;
            }

            granted |= block.Text.Length < 40 && Grants.Contains(string.Join(' ', FurnitureWords.WordsOf(block.Text, new TextSpan(0, block.Text.Length), 5)));
            asking += block.Prose && Holds(block.Text) >= FewestTerms ? block.Letters : 0;
        }

        return granted && asking >= all * LeastShare;
    }

    private static int Holds(string words)
    {
        var held = 0;
        foreach (var term in Terms)
        {
            held += words.Contains(term, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        }

        return held;
    }
}
