using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;

namespace Stemma.Articles.Cleaning.Pages;

/// <summary>Which words does the page show, block by block, in document order? One walk over the parsed page, without recursion.</summary>
/// <remarks>White space is collapsed as a browser does it; a line break or a block element ends a block.</remarks>
internal sealed class PageWalk
{
    private static readonly FrozenSet<string> NeverShown = FrozenSet.ToFrozenSet(
        ["script", "style", "noscript", "template", "svg", "head", "iframe", "object", "embed", "audio", "canvas", "select", "datalist", "textarea", "input", "math", "map", "noframes", "applet", "progress", "meter", "amp-analytics", "amp-state", "amp-pixel", "amp-list"]);

    private static readonly FrozenSet<string> Blocks = FrozenSet.ToFrozenSet(
    [
        "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "video", "amp-img", "bsp-figure", "picture", "hgroup", "search",
    ]);

    private readonly PageTree _tree = new();
    private readonly PageSource _source;
    private readonly StringBuilder _words = new();
    private readonly List<PagePiece> _pieces = [];
    private readonly Dictionary<string, Names> _names = new(StringComparer.Ordinal);
    private readonly List<(INode Node, int Child, int Element, bool Block, bool Link, bool Hidden)> _open = [];
    private int _letters;
    private int _linkLetters;
    private int _links;
    private int _hidden;
    private int _element;
    private bool _space;
    private (int Begin, int End) _spaceAt;

    private PageWalk(string html) => _source = new PageSource(html);

    public static PageTree Walk(IElement root, string html)
    {
        var walk = new PageWalk(html);
        walk._tree.Elements.Add(new PageElement(-1, "html", 0));
        walk.Go(root);
        foreach (var element in walk._tree.Elements)
        {
            element.EndBlock = Math.Max(element.EndBlock, element.FirstBlock);
        }

        walk._tree.Elements[0].EndBlock = walk._tree.Blocks.Count;
        return walk._tree;
    }

    private void Go(INode root)
    {
        _open.Add((root, 0, 0, true, false, false));
        while (_open.Count > 0)
        {
            var (node, child, element, block, link, hidden) = _open[^1];
            if (child >= node.ChildNodes.Length)
            {
                Leave(element, block, link, hidden);
                continue;
            }

            _open[^1] = (node, child + 1, element, block, link, hidden);
            switch (node.ChildNodes[child])
            {
                case IText text:
                    Append(text.Data, (node as IElement)?.LocalName == "pre");
                    break;
                case IElement inner:
                    Enter(inner);
                    break;
            }
        }
    }

    private void Enter(IElement element)
    {
        _source.Enter(element);
        var tag = element.LocalName;
        if (tag == "br")
        {
            Flush();
            return;
        }

        if (tag is "meta" or "link" || (element.GetAttribute("itemprop") is { } data && data.Contains("date", StringComparison.OrdinalIgnoreCase)))
        {
            _tree.Data.Add(element);
        }

        if (NeverShown.Contains(tag))
        {
            _source.Pass(tag);
            return;
        }

        var names = element.ClassName;
        var said = Said(names);
        if ((tag is "time" or "abbr" || said.Dated) && (element.GetAttribute("datetime") ?? element.GetAttribute("title")) is { Length: >= 8 and < 60 } time)
        {
            _tree.Times.Add((time, _tree.Blocks.Count, element.HasAttribute("pubdate") || said.Published || ((element.ParentElement?.ClassName) is { } around && SaysPublished(around)), _element));
        }

        if (said.ForEars)
        {
            _source.Pass(tag);
            return;
        }

        // A card that opens when the mouse rests on a name stands inside the sentence and is no part of it.
        if (_words.Length > 0 && said.Card)
        {
            _source.Pass(tag);
            return;
        }

        var hidden = element.HasAttribute("hidden") || (element.GetAttribute("style") is { } style && IsHidden(style)) || (tag == "dialog" && !element.HasAttribute("open"));
        var (zone, body) = (said.Zone, said.Body);
        var (second, named) = Zones.Of(element.Id);
        zone ??= second;
        var block = Blocks.Contains(tag) || tag.Contains('-', StringComparison.Ordinal) || zone is FurnitureKind.Caption || (hidden && zone is not null);
        var link = tag == "a" && element.HasAttribute("href");
        if (!block)
        {
            _links += link ? 1 : 0;
            _hidden += hidden ? 1 : 0;
            _open.Add((element, 0, _element, false, link, hidden));
            return;
        }

        Flush();
        _hidden += hidden ? 1 : 0;
        var entry = new PageElement(_element, tag, _tree.Elements[_element].Depth + 1) { FirstBlock = _tree.Blocks.Count, Names = names };
        entry.Zone = Tags(tag, element.GetAttribute("role")) ?? zone;
        entry.Hint = element.GetAttribute("itemprop") is { } property && property.Contains("articleBody", StringComparison.OrdinalIgnoreCase) ? BodyHint.Marked
            : tag == "article" ? BodyHint.Article
            : body || named ? BodyHint.Named : BodyHint.None;
        var parent = _element;
        _element = _tree.Elements.Count;
        _tree.Elements.Add(entry);
        _links += link ? 1 : 0;
        _open.Add((element, 0, parent, true, link, hidden));
    }

    // What a class list says; the same few stand on most elements of a page.
    private Names Said(string? names)
    {
        if (string.IsNullOrEmpty(names))
        {
            return default;
        }

        if (!_names.TryGetValue(names, out var said))
        {
            var (zone, body) = Zones.Of(names);
            var forEars = names.Contains("sr-only", StringComparison.Ordinal) || names.Contains("visually-hidden", StringComparison.OrdinalIgnoreCase) || names.Contains("visuallyhidden", StringComparison.OrdinalIgnoreCase) || names.Contains("screen-reader", StringComparison.OrdinalIgnoreCase);
            _names.Add(names, said = new Names(zone, body, forEars, IsCard(names), Dated(names), SaysPublished(names)));
        }

        return said;
    }

    private readonly record struct Names(FurnitureKind? Zone, bool Body, bool ForEars, bool Card, bool Dated, bool Published);

    private static bool Dated(string names) =>
        names.Contains("publi", StringComparison.OrdinalIgnoreCase) || names.Contains("date", StringComparison.OrdinalIgnoreCase) || names.Contains("time", StringComparison.OrdinalIgnoreCase) || names.Contains("datum", StringComparison.OrdinalIgnoreCase);

    private static bool SaysPublished(string names) =>
        names.Contains("publish", StringComparison.OrdinalIgnoreCase) || names.Contains("publication", StringComparison.OrdinalIgnoreCase) || names.Contains("entry-date", StringComparison.OrdinalIgnoreCase);

    private static bool IsCard(string names) =>
        names.Contains("rollover", StringComparison.OrdinalIgnoreCase) && names.Contains("block", StringComparison.OrdinalIgnoreCase)
        || names.Contains("tooltip", StringComparison.OrdinalIgnoreCase) || names.Contains("popover", StringComparison.OrdinalIgnoreCase) || names.Contains("hovercard", StringComparison.OrdinalIgnoreCase);

    private static FurnitureKind? Tags(string tag, string? role) => tag switch
    {
        "nav" => FurnitureKind.Navigation,
        "aside" => FurnitureKind.Other,
        "amp-sidebar" => FurnitureKind.Navigation,
        "amp-ad" or "amp-embed" or "amp-sticky-ad" => FurnitureKind.Advert,
        "amp-consent" or "amp-user-notification" or "amp-lightbox" => FurnitureKind.Other,
        "amp-social-share" => FurnitureKind.Share,
        "amp-next-page" => FurnitureKind.Related,
        "footer" => FurnitureKind.Other,
        "form" or "button" or "fieldset" or "menu" or "dialog" => FurnitureKind.Other,
        "figcaption" => FurnitureKind.Caption,
        "figure" or "video" or "picture" => FurnitureKind.Caption,
        _ => role switch
        {
            "navigation" or "menu" or "menubar" => FurnitureKind.Navigation,
            "complementary" or "contentinfo" or "search" or "banner" or "dialog" => FurnitureKind.Other,
            _ => null,
        },
    };

    private static bool IsHidden(string style)
    {
        var at = style.IndexOf("display", StringComparison.OrdinalIgnoreCase);
        return (at >= 0 && style.AsSpan(at + 7).TrimStart().StartsWith(":") && style.AsSpan(at + 7).TrimStart()[1..].TrimStart().StartsWith("none", StringComparison.OrdinalIgnoreCase))
            || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
    }

    private void Leave(int element, bool block, bool link, bool hidden)
    {
        if (block)
        {
            Flush();
            _tree.Elements[_element].EndBlock = _tree.Blocks.Count;
            _element = element;
        }

        _links -= link ? 1 : 0;
        _hidden -= hidden ? 1 : 0;
        _open.RemoveAt(_open.Count - 1);
    }

    private void Append(string words, bool lines)
    {
        _source.Read(words);
        for (var i = 0; i < words.Length; i++)
        {
            var c = words[i];
            if (c is ' ' or '\n' or '\t' or '\r' or '\f')
            {
                if (lines && c == '\n')
                {
                    Flush();
                }

                _spaceAt = _space ? default : _source.Place(i);
                _space = _words.Length > 0;
                continue;
            }

            if (_space)
            {
                Place(_spaceAt);
                _words.Append(' ');
                _space = false;
            }

            Place(_source.Place(i));
            _words.Append(c);
            if (char.IsLetterOrDigit(c))
            {
                // A letter of a script without spaces holds about a third of a word.
                var weight = c >= '\u2E80' && c <= '\uFAFF' ? 2 : 1;
                _letters += weight;
                _linkLetters += _links > 0 ? weight : 0;
            }
        }
    }

    // The next character stands there: with what stands right before it, one piece.
    private void Place((int Begin, int End) there)
    {
        if (there.End == 0)
        {
            return;
        }

        var (at, last) = (_words.Length, _pieces.Count > 0 ? _pieces[^1] : default);
        if (last.Text.End == at && last.Page.End > 0)
        {
            if (last.Page == new TextSpan(there.Begin, there.End) && there.End - there.Begin > 1)
            {
                // The second half of what one entity stands for.
                _pieces[^1] = new PagePiece(new TextSpan(last.Text.Begin, at + 1), last.Page);
                return;
            }

            if (last.Page.End == there.Begin && there.End - there.Begin == 1 && last.Text.Length == last.Page.Length)
            {
                _pieces[^1] = new PagePiece(new TextSpan(last.Text.Begin, at + 1), new TextSpan(last.Page.Begin, there.End));
                return;
            }
        }

        _pieces.Add(new PagePiece(new TextSpan(at, at + 1), new TextSpan(there.Begin, there.End)));
    }

    private void Flush()
    {
        if (_words.Length > 0 && !Blank())
        {
            _tree.Blocks.Add(new PageBlock { Text = _words.ToString(), Element = _element, Letters = _letters, LinkLetters = _linkLetters, Hidden = _hidden > 0, Pieces = [.. _pieces] });
        }

        _words.Clear();
        _pieces.Clear();
        (_letters, _linkLetters, _space) = (0, 0, false);
    }

    private bool Blank()
    {
        foreach (var chunk in _words.GetChunks())
        {
            if (!MemoryExtensions.IsWhiteSpace(chunk.Span))
            {
                return false;
            }
        }

        return true;
    }
}
