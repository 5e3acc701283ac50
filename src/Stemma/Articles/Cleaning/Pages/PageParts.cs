using System.Collections.Frozen;
using Stemma.Words;

namespace Stemma.Articles.Cleaning.Pages;

/// <summary>What on this page is something of its own? Posts from elsewhere, pull quotes, the pictures of a gallery; entries of a live blog are found by <see cref="LiveEntries"/>.</summary>
internal static class PageParts
{
    /// <summary>Pictures with words of their own from which a page whose words are mostly theirs is a gallery.</summary>
    private const int FewestPictures = 4;

    /// <summary>Signs of a pull quote; shorter words recur by chance, longer ones are paragraphs.</summary>
    private const int ShortestPull = 25, LongestPull = 400;

    /// <summary>Pull quotes looked for in one page.</summary>
    private const int MostPulls = 40;

    private static readonly FrozenSet<string> Names = Resource.Rows("Articles/Cleaning/Data/embeds.tsv").Where(r => r[0] == "name").Select(r => r[1]).ToFrozenSet();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A part as blocks: the first, and the one behind the last.</summary>
    public readonly record struct Found(PagePartKind Kind, int First, int End, string? At, string? By);

    public static List<Found> Of(PageTree page)
    {
        var found = LiveEntries.Find(page);
        found.AddRange(Posts(page));
        found.AddRange(Pictures(page));
        found.AddRange(Pulls(page));
        return [.. found.OrderBy(f => f.First).ThenBy(f => f.Kind)];
    }

    /// <summary>True where an embedded post stands in this element: its own code names it so.</summary>
    public static bool IsPost(PageElement element)
    {
        if (element.Names is not null)
        {
            foreach (var range in element.Names.AsSpan().Split(' '))
            {
                if (Lookup.Contains(element.Names.AsSpan(range)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static IEnumerable<Found> Posts(PageTree page)
    {
        var end = 0;
        foreach (var element in page.Elements)
        {
            if (element.FirstBlock < end || element.EndBlock == element.FirstBlock || !IsPost(element))
            {
                continue;
            }

            end = element.EndBlock;
            var (by, at) = Signed(page, element);
            yield return new Found(PagePartKind.Post, element.FirstBlock, element.EndBlock, at, by);
        }
    }

    // "— Ilse Maren (@ilse) May 5, 2031": who and when, in the last line.
    private static (string? By, string? At) Signed(PageTree page, PageElement element)
    {
        var words = page.Blocks[element.EndBlock - 1].Text;
        if (words[0] is not ('—' or '–' or '-') || words.Length > 160)
        {
            return default;
        }

        var day = DateWords.Find(words, 0, words.Length);
        var by = words[1..(day?.Span.Begin ?? words.Length)].Trim(' ', '—', '–', '-', '·', ',', '|');
        return (by.Length > 0 ? by : null, day is { } on ? Moment.Day(on.Day).Edtf : null);
    }

    private static List<Found> Pictures(PageTree page)
    {
        var (pictures, said, body) = (new List<Found>(), 0, 0);
        for (var i = 0; i < page.Blocks.Count;)
        {
            var block = page.Blocks[i];
            body += block.Body ? block.Letters : 0;
            if (block.Hidden || block.Kind is not FurnitureKind.Caption || Picture(page, block) is not { } picture)
            {
                i++;
                continue;
            }

            var end = i;
            for (; end < picture.EndBlock && page.Blocks[end].Kind is FurnitureKind.Caption or FurnitureKind.Credit; end++)
            {
                said += page.Blocks[end].Letters;
            }

            pictures.Add(new Found(PagePartKind.Picture, i, Math.Max(end, i + 1), null, null));
            i = Math.Max(end, i + 1);
        }

        return pictures.Count >= FewestPictures && said > body ? pictures : [];
    }

    private static PageElement? Picture(PageTree page, PageBlock block)
    {
        for (var e = block.Element; e > 0; e = page.Elements[e].Parent)
        {
            if (page.Elements[e].Tag is "figure" or "amp-img" or "li" || (page.Elements[e].Names is { } names && (names.Contains("slide", StringComparison.OrdinalIgnoreCase) || names.Contains("gallery-item", StringComparison.OrdinalIgnoreCase))))
            {
                return page.Elements[e];
            }
        }

        return null;
    }

    // Words of the article shown once more, large and to the side. The field's gold keeps them in the body, so they are body where they stood in it.
    private static IEnumerable<Found> Pulls(PageTree page)
    {
        string? body = null;
        var looked = 0;
        for (var i = 0; i < page.Blocks.Count && looked < MostPulls; i++)
        {
            var block = page.Blocks[i];
            if (block.Hidden || block.Text.Length is < ShortestPull or > LongestPull || block.LinkShare > 0.5 || !(block.Body || block.Kind is FurnitureKind.Other) || !IsAside(page, block))
            {
                continue;
            }

            looked++;
            body ??= '|' + string.Join('|', page.Blocks.Where(b => b.Body && b.Prose).Select(b => BodyTrim.Plain(b.Text))) + '|';
            var words = BodyTrim.Plain(block.Text);
            var at = words.Length == 0 ? -1 : body.IndexOf(words, StringComparison.OrdinalIgnoreCase);

            // Its own place does not count; a paragraph that only says the same again is no pull quote either.
            while (at >= 0 && body[at - 1] == '|' && body[at + words.Length] == '|')
            {
                at = body.IndexOf(words, at + words.Length, StringComparison.OrdinalIgnoreCase);
            }

            if (at >= 0)
            {
                block.Kind = block.Body ? null : FurnitureKind.Repeat;
                yield return new Found(PagePartKind.PullQuote, i, i + 1, null, null);
            }
        }
    }

    // Beside the text by its tag or by its name.
    private static bool IsAside(PageTree page, PageBlock block)
    {
        var e = block.Element;
        for (var step = 0; e > 0 && step < 4; step++, e = page.Elements[e].Parent)
        {
            if (page.Elements[e].Tag is "aside" or "blockquote" or "figure" || (page.Elements[e].Names is { } names && names.Contains("pull", StringComparison.OrdinalIgnoreCase)))
            {
                return !IsPost(page.Elements[e]);
            }
        }

        return false;
    }
}
