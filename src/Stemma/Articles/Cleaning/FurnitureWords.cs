using System.Collections.Frozen;
using System.Globalization;
using Stemma.Words;

namespace Stemma.Articles.Cleaning;

/// <summary>Does a line say by its own words that it is no body? "Read more:", "Sign up for our newsletter", "© …", "(Agency/Name)", "Tweet |".</summary>
/// <remarks>Only the line is looked at, never its place; lines longer than any rule allows are body at once. The phrases stand in furniture.tsv.</remarks>
internal static class FurnitureWords
{
    /// <summary>Words of the longest line a phrase may mark; longer ones are paragraphs that happen to hold it.</summary>
    private const int MostWords = 80;

    private sealed record Phrase(FurnitureKind Kind, string Where, int Most, string On, string[] Words);

    private static readonly FrozenDictionary<string, Phrase[]> Phrases = Resource.Rows("Articles/Cleaning/Data/furniture.tsv")
        .Select(r => new Phrase(Kind(r[0]), r[1], int.Parse(r[2], CultureInfo.InvariantCulture), r[3], r[4].Split(' ')))
        .GroupBy(p => p.Words[0])
        .ToFrozenDictionary(g => g.Key, g => g.ToArray());

    private static readonly FrozenSet<string> ShareWords = FrozenSet.ToFrozenSet(
        ["tweet", "share", "email", "e", "mail", "print", "facebook", "twitter", "whatsapp", "linkedin", "pinterest", "reddit", "like", "pin", "telegram", "tumblr", "flipboard", "google", "plus", "xing", "copy", "link", "sms", "messenger", "x", "more", "save", "teilen", "twittern", "drucken", "merken", "mailen", "on", "via", "with", "this"]);

    private static readonly FrozenSet<string> CreditWords = FrozenSet.ToFrozenSet(
        ["photo", "photos", "photograph", "photographer", "image", "images", "picture", "pic", "credit", "courtesy", "file", "handout", "screenshot", "screengrab", "getty", "shutterstock", "istock", "flickr", "foto", "fotos", "bild", "archiv", "archivbild", "symbolbild", "quelle", "via", "illustration", "video", "still", "ap", "afp", "reuters", "epa", "upi", "dpa"]);

    /// <param name="page">The line is a block of a web page: there the gold of the field keeps closing notes in the body.</param>
    public static FurnitureKind? Kind(string text, TextSpan line, bool page)
    {
        var words = WordsOf(text, line, MostWords + 1);
        if (words.Count == 0)
        {
            return null;
        }

        if (words.Count > MostWords)
        {
            return null;
        }

        if (text[line.Begin] is '©' || (words.Count <= 60 && text.AsSpan(line.Begin, Math.Min(3, line.Length)).Equals("(c)", StringComparison.OrdinalIgnoreCase)))
        {
            return FurnitureKind.Copyright;
        }

        for (var i = 0; i < words.Count; i++)
        {
            if (!Phrases.TryGetValue(words[i], out var phrases))
            {
                continue;
            }

            foreach (var phrase in phrases)
            {
                if (words.Count <= phrase.Most
                    && (phrase.On == "both" || phrase.On == "page" == page)
                    && (phrase.Where == "holds" || i == 0)
                    && (phrase.Where != "whole" || words.Count == phrase.Words.Length)
                    && Follows(words, i, phrase.Words)
                    && Fits(text, line, phrase, words))
                {
                    return phrase.Kind;
                }
            }
        }

        if (words is [var count, "of" or "von" or "de", var total] && char.IsAsciiDigit(count[0]) && char.IsAsciiDigit(total[0]))
        {
            return FurnitureKind.Navigation;
        }

        return words.Count <= 12 && words.TrueForAll(ShareWords.Contains) && words.Exists(w => w is "tweet" or "share" or "facebook" or "twitter" or "email" or "print" or "whatsapp" or "teilen" or "drucken")
            ? FurnitureKind.Share
            : EndsInCredit(text, line) ? (words.Count < 7 ? FurnitureKind.Credit : FurnitureKind.Caption)
            : null;
    }

    /// <summary>True where the last brackets of the line name who made a picture: "(Agency/Name)", "(Photo: Name)", "(AP Photo)".</summary>
    public static bool EndsInCredit(string text, TextSpan line)
    {
        var end = line.End;
        while (end > line.Begin && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] == '.'))
        {
            end--;
        }

        if (end == line.Begin || text[end - 1] is not (')' or ']'))
        {
            return EndsInAgency(text, line.Begin, end);
        }

        var open = text.LastIndexOfAny(['(', '['], end - 1, end - line.Begin);
        if (open < 0 || end - open > 120)
        {
            return false;
        }

        var words = WordsOf(text, new TextSpan(open, end), 12);
        var stroke = text.IndexOf('/', open, end - open);
        return words.Count > 0 && words.Count <= 10
            && ((CreditWords.Contains(words[0]) && (words.Count > 1 || words[0] is not ("ap" or "afp" or "reuters" or "epa" or "upi" or "dpa" or "file" or "via" or "video" or "still")))
                || (stroke > open && stroke + 1 < end && TwoNames(text, open + 1, stroke, end - 1)));
    }

    // "… Name/Agency" without brackets: both sides capitalised and one of them an agency that lends pictures.
    private static bool EndsInAgency(string text, int begin, int end)
    {
        var stroke = text.LastIndexOf('/', end - 1, Math.Min(end - begin, 40));
        if (stroke <= begin || !TwoNames(text, stroke - 1, stroke, end))
        {
            return end - begin > 13 && text.AsSpan(begin, end - begin).EndsWith("Getty Images", StringComparison.Ordinal);
        }

        var agency = text[(stroke + 1)..end].Trim();
        return OutletNames.KindOf(agency) == OutletKind.Agency || (stroke - begin >= 2 && OutletNames.KindOf(WordBefore(text, begin, stroke)) == OutletKind.Agency);
    }

    private static string WordBefore(string text, int begin, int end)
    {
        var at = end;
        while (at > begin && char.IsLetter(text[at - 1]))
        {
            at--;
        }

        return text[at..end];
    }

    private static bool TwoNames(string text, int begin, int stroke, int end)
    {
        while (begin < stroke && !char.IsLetterOrDigit(text[begin]))
        {
            begin++;
        }

        var after = stroke + 1;
        while (after < end && char.IsWhiteSpace(text[after]))
        {
            after++;
        }

        return begin < stroke && after < end && char.IsLetter(text[begin]) && char.IsUpper(text[after])
            && (char.IsUpper(text[begin]) || char.IsUpper(WordStart(text, stroke)));
    }

    private static char WordStart(string text, int end)
    {
        var at = end;
        while (at > 0 && char.IsLetter(text[at - 1]))
        {
            at--;
        }

        return at < end ? text[at] : ' ';
    }

    // A sentence that merely begins like a pointer ("Related costs rose …", "More from his speech …") is body: pointers have a colon, or no full stop.
    private static bool Fits(string text, TextSpan line, Phrase phrase, List<string> words)
    {
        if (phrase.Where != "starts" || phrase.Kind is FurnitureKind.Syndication or FurnitureKind.AuthorNote || (phrase.Kind is FurnitureKind.Credit && phrase.Words.Length > 1))
        {
            return true;
        }

        if (phrase.Kind is FurnitureKind.Copyright)
        {
            return words.Count < 8 || words.Exists(w => w.Length == 4 && w[0] is '1' or '2' && w.All(char.IsAsciiDigit)) || words[0] == "all";
        }

        // "Source:", "Published:": a colon, or for days a figure.
        if (phrase.Kind is FurnitureKind.Dateline)
        {
            return words.Exists(w => char.IsAsciiDigit(w[0])) && text[line.End - 1] is not ('”' or '"') && (text[line.End - 1] != '.' || words.Count < 9);
        }

        if (words.Count == phrase.Words.Length || phrase.Kind is FurnitureKind.Newsletter or FurnitureKind.Paywall or FurnitureKind.Advert)
        {
            return true;
        }

        var last = text[line.End - 1];
        var colon = text.IndexOf(':', line.Begin, Math.Min(line.Length, phrase.Words.Sum(w => w.Length + 2) + 1)) >= 0;
        return colon || (phrase.Kind is not FurnitureKind.Credit && phrase.Words is not ["related"] && last is not ('.' or '”' or '"'));
    }

    private static bool Follows(List<string> words, int at, string[] phrase)
    {
        if (at + phrase.Length > words.Count)
        {
            return false;
        }

        for (var i = 1; i < phrase.Length; i++)
        {
            if (words[at + i] != phrase[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The words of a line in lower case, marks left out, at most so many.</summary>
    public static List<string> WordsOf(string text, TextSpan line, int most)
    {
        var words = new List<string>();
        var begin = -1;
        for (var at = line.Begin; at <= line.End && words.Count < most; at++)
        {
            if (at < line.End && char.IsLetterOrDigit(text[at]))
            {
                begin = begin < 0 ? at : begin;
            }
            else if (begin >= 0)
            {
                words.Add(text[begin..at].ToLowerInvariant());
                begin = -1;
            }
        }

        return words;
    }

    private static FurnitureKind Kind(string name) => Enum.Parse<FurnitureKind>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
}
