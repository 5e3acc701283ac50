namespace Stemma.Articles.Cleaning.Pages;

/// <summary>Which element holds the article? The one whose paragraphs outweigh what else stands in it; names the page gives only break near ties.</summary>
/// <remarks>
/// Gathering only: what is no body inside it is taken away by <see cref="BodyTrim"/>. A zone named by class or tag ("related", nav, aside) does not count,
/// unless so much of the page's prose stands in it that the name must mean something else (a wrapper called "with-sidebar").
/// </remarks>
internal static class BodyFinder
{
    /// <summary>Letters of the shortest paragraph that counts as prose: about nine words.</summary>
    private const int ShortestProse = 45;

    /// <summary>Share of letters in links above which a paragraph is a list of links.</summary>
    private const double MostLinks = 0.5;

    /// <summary>What a letter that is no prose costs an element against one that is. At 0.2 sidebars come in, at 1 lists of results fall out.</summary>
    private const double CostOfOther = 0.5;

    /// <summary>A named zone that holds more of the prose than this is no zone.</summary>
    private const double MostOfAZone = 0.35;

    /// <summary>What a paragraph loses with each element around it: the innermost wins over one that holds a sixth more in farther boxes.</summary>
    private const double LossAStep = 0.12;

    /// <summary>Elements outwards in which further pieces of a body are looked for.</summary>
    private const int FarthestFrame = 4;

    /// <summary>What a paragraph counts that has no other beside it.</summary>
    private const double WorthAlone = 0.25;

    // Lines parted by line breaks are one paragraph.
    private static void SettleProse(PageTree page)
    {
        for (var i = 0; i < page.Blocks.Count;)
        {
            var end = i + 1;
            var (letters, links) = (page.Blocks[i].Letters, page.Blocks[i].LinkLetters);
            for (; end < page.Blocks.Count && page.Blocks[end].Element == page.Blocks[i].Element; end++)
            {
                letters += page.Blocks[end].Letters;
                links += page.Blocks[end].LinkLetters;
            }

            for (; i < end; i++)
            {
                page.Blocks[i].Prose = letters >= ShortestProse && links < letters * MostLinks && page.Blocks[i].LinkShare < MostLinks;
            }
        }
    }

    /// <summary>The elements that hold the body, in the order of the page; none where no prose stands on it. Zones that hold are written to the blocks.</summary>
    /// <param name="names">Whether the names that the site gives its elements count; on a second look, where they left no body, only tags do.</param>
    public static List<PageElement> Find(PageTree page, bool names = true)
    {
        if (!names)
        {
            page.Blocks.ForEach(b => (b.Kind, b.Body) = (null, false));
        }

        SettleProse(page);
        var prose = Sums(page, b => b.Prose && !b.Hidden ? b.Letters - b.LinkLetters : 0);
        SettleZones(page, prose, names);
        var other = Sums(page, b => Counts(b) && !b.Prose && !IsNeutral(page, b) ? b.Letters + 8 : 0);
        var good = Gathered(page);
        var (best, bestScore) = (-1, 0.0);
        for (var i = 0; i < page.Elements.Count; i++)
        {
            var element = page.Elements[i];
            if (element.Tag is "p" or "li" or "td" or "dd" or ['h', >= '1' and <= '6'] && element.Parent > 0)
            {
                continue;
            }

            var score = good[i] - (CostOfOther * Of(other, element));
            score *= element.Hint switch
            {
                BodyHint.Marked => 1.5,
                BodyHint.Named => 1.15,
                BodyHint.Article => 1.1,
                _ => 1,
            };

            // Of equals the innermost, which comes later.
            if (score > 0 && score >= bestScore)
            {
                (best, bestScore) = (i, score);
            }
        }

        return best < 0 ? [] : Pieces(page, best, good);
    }

    // A body cut into sections by pictures or adverts: elements of the same make (tag, classes, those of the parent) within the same article.
    private static List<PageElement> Pieces(PageTree page, int best, double[] good)
    {
        var root = page.Elements[best];
        var pieces = new List<PageElement> { root };
        if (root.Names is null || root.Depth < 4)
        {
            return pieces;
        }

        var frame = best;
        for (var step = 0; step < FarthestFrame && page.Elements[frame].Parent > 0 && page.Elements[frame].Tag is not ("article" or "main" or "body"); step++)
        {
            frame = page.Elements[frame].Parent;
        }

        var around = page.Elements[frame];
        for (var i = frame + 1; i < page.Elements.Count && page.Elements[i].FirstBlock < around.EndBlock; i++)
        {
            var other = page.Elements[i];
            if (i != best && good[i] > 0 && other.Tag == root.Tag && other.Names == root.Names && page.Elements[other.Parent].Names == page.Elements[root.Parent].Names
                && (other.FirstBlock >= root.EndBlock || other.EndBlock <= root.FirstBlock) && !HeadlineBetween(page, root, other))
            {
                pieces.Add(other);
            }
        }

        pieces.Sort((a, b) => a.FirstBlock.CompareTo(b.FirstBlock));
        return pieces;
    }

    // Another headline begins another article: pages that go on with the next one when scrolled.
    private static bool HeadlineBetween(PageTree page, PageElement a, PageElement b)
    {
        var (from, to) = a.FirstBlock < b.FirstBlock ? (a.FirstBlock, b.EndBlock) : (b.FirstBlock, a.EndBlock);
        for (var i = from; i < to; i++)
        {
            if (page.Elements[page.Blocks[i].Element].Tag == "h1")
            {
                return true;
            }
        }

        return false;
    }

    // Every paragraph counts for all elements around it, less with each step outwards; one that stands alone in its box (a teaser) counts little.
    private static double[] Gathered(PageTree page)
    {
        var siblings = new int[page.Elements.Count];
        foreach (var block in page.Blocks)
        {
            if (Counts(block) && block.Prose)
            {
                siblings[Box(page, block)]++;
            }
        }

        var good = new double[page.Elements.Count];
        foreach (var block in page.Blocks)
        {
            if (!Counts(block) || !block.Prose)
            {
                continue;
            }

            var worth = (block.Letters - block.LinkLetters) * (siblings[Box(page, block)] >= 2 ? 1 : WorthAlone);
            var step = 0;
            for (var e = block.Element; e >= 0; e = page.Elements[e].Parent)
            {
                good[e] += worth * Math.Max(0.1, 1 - (LossAStep * Math.Max(0, step - 1)));
                step++;
            }
        }

        return good;
    }

    private static int Box(PageTree page, PageBlock block) => page.Elements[block.Element].Tag is "p" or "li" or "blockquote" or "pre" or "dd" or "td" || page.Elements[block.Element].EndBlock - page.Elements[block.Element].FirstBlock == 1
        ? Math.Max(0, page.Elements[block.Element].Parent) : block.Element;

    private static bool Counts(PageBlock block) => block.Kind is null && !block.Hidden;

    // Headings belong to what follows them; cells and points of a list without links may be the article's own.
    private static bool IsNeutral(PageTree page, PageBlock block) =>
        page.Elements[block.Element].Tag is ['h', >= '1' and <= '6'] || (block.LinkShare < MostLinks && page.Elements[block.Element].Tag is "td" or "th" or "li" or "dd" or "dt" or "p" or "blockquote");

    private static void SettleZones(PageTree page, int[] prose, bool names)
    {
        var all = prose[^1];
        var comments = 0;
        for (var i = 1; i < page.Elements.Count; i++)
        {
            var element = page.Elements[i];
            if (element.Zone is FurnitureKind.Comment && !Inside(page, i, FurnitureKind.Comment) && Of(prose, element) < all * 0.9)
            {
                comments += Of(prose, element);
            }
        }

        var rest = Math.Max(1, all - comments);
        for (var i = 1; i < page.Elements.Count; i++)
        {
            var element = page.Elements[i];
            if (element.Zone is not { } zone || element.Tag is "html" or "body" || !(names || element.Tag is "nav" or "footer" or "figcaption" or "button" or "dialog" || zone == FurnitureKind.Comment))
            {
                continue;
            }

            var held = Of(prose, element);
            if (zone is FurnitureKind.Comment ? held >= all * 0.9 : held > rest * MostOfAZone && held > 300)
            {
                element.Zone = null;
                continue;
            }

            for (var b = element.FirstBlock; b < element.EndBlock; b++)
            {
                if (zone is FurnitureKind.Share && page.Elements[page.Blocks[b].Element] is var inner && (inner.Tag == "blockquote" || (inner.Parent > 0 && page.Elements[inner.Parent].Tag == "blockquote")))
                {
                    continue;
                }

                page.Blocks[b].Kind = Closer(page.Blocks[b].Kind, zone);
            }
        }
    }

    // The innermost zone tells most, but what is inside comments or related lists stays there.
    private static FurnitureKind Closer(FurnitureKind? outer, FurnitureKind inner) =>
        outer is FurnitureKind.Comment or FurnitureKind.Related or FurnitureKind.Navigation or FurnitureKind.Advert ? outer.Value : inner;

    private static bool Inside(PageTree page, int element, FurnitureKind zone)
    {
        for (var p = page.Elements[element].Parent; p > 0; p = page.Elements[p].Parent)
        {
            if (page.Elements[p].Zone == zone)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The wider choice: the next element outwards that holds prose which these do not; none where they hold all.</summary>
    public static List<PageElement> Wider(PageTree page, IReadOnlyList<PageElement> pieces)
    {
        var prose = Sums(page, b => b.Prose && !b.Hidden ? b.Letters - b.LinkLetters : 0);
        var held = pieces.Sum(p => Of(prose, p));
        for (var at = pieces[0]; at.Parent > 0; at = page.Elements[at.Parent])
        {
            var outer = page.Elements[at.Parent];
            if (Of(prose, outer) > held)
            {
                page.Blocks.ForEach(b => (b.Kind, b.Body) = (null, false));
                SettleZones(page, prose, names: true);
                return [outer];
            }
        }

        return [];
    }

    /// <summary>Where no prose stands (a poem, a list of results): the element that the page itself calls its article, the one with the most words of its own.</summary>
    public static List<PageElement> Called(PageTree page)
    {
        page.Blocks.ForEach(b => (b.Kind, b.Body) = (null, false));
        SettleZones(page, Sums(page, b => b.Hidden ? 0 : b.Letters - b.LinkLetters), names: false);
        var own = Sums(page, b => Counts(b) && b.LinkShare < MostLinks ? b.Letters : 0);
        PageElement? best = null;
        foreach (var element in page.Elements)
        {
            if (element.Hint != BodyHint.None && Of(own, element) > (best is null ? 0 : Of(own, best)))
            {
                best = element;
            }
        }

        return best is null ? [] : [best];
    }

    /// <summary>The share of the page's prose (comments aside) that became body.</summary>
    public static double Kept(PageTree page)
    {
        var (all, body) = (0, 0);
        foreach (var block in page.Blocks)
        {
            if (block.Hidden || block.Kind == FurnitureKind.Comment)
            {
                continue;
            }

            all += block.Prose ? block.Letters : 0;
            body += block.Body ? block.Letters : 0;
        }

        return all == 0 ? 1 : (double)body / all;
    }

    private static int[] Sums(PageTree page, Func<PageBlock, int> worth)
    {
        var sums = new int[page.Blocks.Count + 1];
        for (var i = 0; i < page.Blocks.Count; i++)
        {
            sums[i + 1] = sums[i] + worth(page.Blocks[i]);
        }

        return sums;
    }

    private static int Of(int[] sums, PageElement element) => sums[element.EndBlock] - sums[element.FirstBlock];
}
