using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html;

namespace Stemma.Articles.Cleaning.Pages;

/// <summary>Where in the mark-up does each character stand that the walk sees? Follows the walk through the source, from start tag to start tag.</summary>
/// <remarks>
/// The parser tells where a start tag begins and nothing of the words between. Those are found again: from where the walk stands, tags and comments are passed
/// over, entities and line ends are read as the parser reads them, and every character must agree; so what is told is right, and what was moved (words out of a
/// table) is told as unknown. A start tag sets the place anew, so one miss spoils nothing behind it.
/// </remarks>
internal sealed class PageSource(string html)
{
    /// <summary>How often the source may be passed over for words that are not found: 341 real pages need none of it, a hostile one would otherwise cost a square.</summary>
    private const int MostPasses = 4;

    private (int Begin, int End)[] _places = new (int, int)[256];
    private int _at;
    private int _end;
    private int _straight;
    private bool _known;

    /// <summary>Characters read in vain, all searches together; beyond <see cref="MostPasses"/> times the page words are only looked for where the walk stands.</summary>
    public long Lost { get; private set; }

    /// <summary>The walk goes into this element.</summary>
    public void Enter(IElement element)
    {
        if (element.SourceReference?.Position.Index is >= 0 and var at && at < html.Length)
        {
            _at = at;
        }
    }

    /// <summary>The walk passes over this element, with all that stands in it.</summary>
    public void Pass(string tag)
    {
        if (Lost >= (long)html.Length * MostPasses || tag is "input" or "embed")
        {
            return;
        }

        var end = html.IndexOf("</" + tag, _at, StringComparison.OrdinalIgnoreCase);
        _at = end < 0 ? _at : end;
        Lost += end < 0 ? html.Length - _at : 0;
    }

    /// <summary>The walk reads this text; <see cref="Place"/> then tells of its characters.</summary>
    public void Read(string words)
    {
        var from = _at;
        _known = true;
        do
        {
            while (PastTag(from) is var past && past > from)
            {
                from = past;
            }

            if (from >= html.Length)
            {
                break;
            }

            if (Agrees(words, from))
            {
                _at = _end;
                return;
            }

            Lost += _end - from;

            // Stray words in between, such as those the parser moved out of a table.
            from = html.IndexOf('<', from + 1);
        }
        while (from >= 0 && !string.IsNullOrWhiteSpace(words) && Lost + from - _at < (long)html.Length * MostPasses);

        Lost += (from < 0 ? html.Length : from) - _at;
        _known = false;
    }

    /// <summary>Where a character of the text last read stands; an empty place where it is not known.</summary>
    public (int Begin, int End) Place(int character) => !_known ? default : _straight >= 0 ? (_straight + character, _straight + character + 1) : _places[character];

    // Whether the words stand here; told by the way how far was read.
    private bool Agrees(string words, int from)
    {
        if (html.AsSpan(from).StartsWith(words) && !words.Contains('&', StringComparison.Ordinal))
        {
            _straight = from;
            _end = from + words.Length;
            return true;
        }

        _straight = -1;
        if (_places.Length < words.Length)
        {
            _places = new (int, int)[words.Length * 2];
        }

        var at = from;
        for (var i = 0; i < words.Length;)
        {
            while (PastTag(at) is var past && past > at)
            {
                at = past;
            }

            var (length, taken) = at < html.Length ? Character(at, words, i) : default;
            if (length == 0)
            {
                _end = Math.Min(at, html.Length);
                return false;
            }

            for (var k = 0; k < taken && i < words.Length; k++)
            {
                _places[i++] = (at, at + length);
            }

            at += length;
        }

        _end = at;
        return true;
    }

    // How much of the source stands for how many characters at this place of the words; 0 where they do not agree.
    private (int Length, int Taken) Character(int at, string words, int i)
    {
        switch (html[at])
        {
            case '\r' when words[i] == '\n':
                return (at + 1 < html.Length && html[at + 1] == '\n' ? 2 : 1, 1);
            case '\0':
                // Left out by the parser, or shown as a mark of its own.
                return (1, words[i] == '\uFFFD' ? 1 : 0);
            case '&' when Entity(at, words, i) is { Length: > 0 } entity:
                return entity;
            default:
                return html[at] == words[i] ? (1, 1) : default;
        }
    }

    private (int Length, int Taken) Entity(int at, string words, int i)
    {
        var end = at + 1;
        if (end < html.Length && html[end] == '#')
        {
            end++;
            end += end < html.Length && html[end] is 'x' or 'X' ? 1 : 0;
            while (end < html.Length && (html[at + 2] is 'x' or 'X' ? char.IsAsciiHexDigit(html[end]) : char.IsAsciiDigit(html[end])))
            {
                end++;
            }

            var taken = Numbered(html.AsSpan(at + 2, end - at - 2), words, i);
            return taken == 0 ? default : (end - at + (end < html.Length && html[end] == ';' ? 1 : 0), taken);
        }

        while (end < html.Length && end - at < 40 && char.IsAsciiLetterOrDigit(html[end]))
        {
            end++;
        }

        if (end < html.Length && html[end] == ';' && HtmlEntityProvider.Resolver.GetSymbol(html[(at + 1)..(end + 1)]) is { } symbol && words.AsSpan(i).StartsWith(symbol))
        {
            return (end + 1 - at, symbol.Length);
        }

        // Old names need no semicolon: the longest that is one.
        for (; end > at + 2; end--)
        {
            if (HtmlEntityProvider.Resolver.GetSymbol(html[(at + 1)..end]) is { } old && words.AsSpan(i).StartsWith(old))
            {
                return (end - at, old.Length);
            }
        }

        return default;
    }

    // How many characters a number stands for at this place of the words; 0 where it cannot be what stands there.
    private static int Numbered(ReadOnlySpan<char> digits, string words, int i)
    {
        var hex = digits.Length > 0 && digits[0] is 'x' or 'X';
        if (!int.TryParse(hex ? digits[1..] : digits, hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code))
        {
            return words[i] == '\uFFFD' ? 1 : 0;
        }

        // Numbers of no character, and those that browsers read as Windows-1252, stand for one that the parser chose.
        return code is >= 0x80 and <= 0x9F || !Rune.IsValid(code) || code == 0 ? 1
            : words.AsSpan(i).StartsWith(new Rune(code).ToString()) ? new Rune(code).Utf16SequenceLength : 0;
    }

    // Behind the tag or comment that begins here; the same place where none does.
    private int PastTag(int at)
    {
        if (at + 1 >= html.Length || html[at] != '<')
        {
            return at;
        }

        var next = html[at + 1];
        if (html.AsSpan(at).StartsWith("<!--"))
        {
            var close = html.IndexOf("-->", at + 2, StringComparison.Ordinal);
            return close < 0 ? html.Length : close + 3;
        }

        if (next is '!' or '?')
        {
            return Behind(html.IndexOf('>', at));
        }

        if (!char.IsAsciiLetter(next) && !(next == '/' && at + 2 < html.Length && char.IsAsciiLetter(html[at + 2])))
        {
            return at;
        }

        var end = at + 1;
        while (html.AsSpan(end).IndexOfAny('>', '"', '\'') is var mark)
        {
            end = mark < 0 ? html.Length : end + mark + 1;
            if (mark < 0 || html[end - 1] == '>')
            {
                break;
            }

            // A mark opens a value only behind "="; elsewhere it is a slip that swallows nothing.
            if (html[end - 2] is '=' or ' ')
            {
                var close = html.IndexOf(html[end - 1], end);
                end = close < 0 ? html.Length : close + 1;
            }
        }

        if (next == '/')
        {
            return end;
        }

        foreach (var raw in (ReadOnlySpan<string>)["script", "style", "noscript"])
        {
            if (html.AsSpan(at + 1).StartsWith(raw, StringComparison.OrdinalIgnoreCase) && at + 1 + raw.Length < html.Length && !char.IsAsciiLetterOrDigit(html[at + 1 + raw.Length]))
            {
                var close = html.IndexOf("</" + raw, end, StringComparison.OrdinalIgnoreCase);
                return close < 0 ? html.Length : Behind(html.IndexOf('>', close));
            }
        }

        return end;
    }

    private int Behind(int close) => close < 0 ? html.Length : close + 1;
}
