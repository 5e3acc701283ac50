using System.Buffers;
using System.Collections.Frozen;
using Stemma.Words;

namespace Stemma.Articles.Cleaning;

/// <summary>The hops that the words state, nearest first, and the outlet that such a sentence names as this one ("This Inland Times article was …").</summary>
internal sealed record Chain(IReadOnlyList<ChainLink> Links, string? Outlet);

/// <summary>Whose article was this before it came here? From credits, datelines, closing sentences and quoted agencies, each hop with its words.</summary>
/// <remarks>
/// One link an outlet: what several places say of one outlet ("© X", "written by X.com") is one hop with several spans. Order: the closest hand first
/// (syndicated from, first appeared on, written by, credited), inside a kind the order of the text; quoted outlets come last, since they stand beside the way.
/// A sentence of the story itself ("the letter, first published by …") states no hop: only edges of the article and sentences on "this article" do.
/// </remarks>
internal static class ChainReader
{
    /// <summary>Blocks at each end among which a closing or opening note is looked for.</summary>
    private const int Edge = 8;

    /// <summary>Words of the longest such note.</summary>
    private const int LongestNote = 80;

    /// <summary>Letters of it: a longer line need not be counted.</summary>
    private const int LongestNoteLetters = 700;

    private sealed record Cue(ChainRelation Relation, bool After, string Words);

    private static readonly Cue[] Cues = [.. Resource.Rows("Articles/Cleaning/Data/chain-cues.tsv")
        .Select(r => new Cue(Enum.Parse<ChainRelation>(r[0].Replace("-", "", StringComparison.Ordinal), true), r[1] == "after", r[2]))
        .OrderByDescending(c => c.Words.Length)];

    private static readonly SearchValues<string> AnyCue = SearchValues.Create([.. Cues.Select(c => c.Words)], StringComparison.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Works = FrozenSet.ToFrozenSet(["article", "story", "post", "report", "piece", "column", "commentary", "essay", "analysis", "item", "version", "interview", "excerpt", "content", "opinion"]);

    private sealed record Found(string Name, ChainRelation Relation, TextSpan Span);

    public static Chain Read(Draft draft, string? outletTold)
    {
        var found = new List<Found>();
        string? own = null;
        var (first, last) = (draft.Blocks.FindIndex(b => b.Kind is null), draft.Blocks.FindLastIndex(b => b.Kind is null));
        for (var i = 0; i < draft.Blocks.Count; i++)
        {
            var block = draft.Blocks[i];
            if (block.Kind is FurnitureKind.Caption or FurnitureKind.Related or FurnitureKind.Navigation or FurnitureKind.Newsletter or FurnitureKind.Comment or FurnitureKind.Headline or FurnitureKind.Share or FurnitureKind.Advert or FurnitureKind.Repeat)
            {
                continue;
            }

            var edge = (i >= first - Edge && i < first + Edge) || (i > last - Edge && i <= last + Edge) || block.Kind is FurnitureKind.Syndication or FurnitureKind.Credit or FurnitureKind.Copyright;
            own ??= edge && block.Span.Length <= LongestNoteLetters ? Note(draft, block, found) : null;
            switch (block.Kind)
            {
                case FurnitureKind.Copyright when edge:
                    Copyright(draft.Text, block.Span, found);
                    break;
                case FurnitureKind.Dateline or FurnitureKind.Byline when i >= first - Edge && i <= last + Edge:
                    Bracketed(draft.Text, block.Span, found);
                    Agencies(draft.Text, block, found);
                    break;
                case null:
                    if (edge && Dateline.EndIn(draft.Text, block.Span) is { } end)
                    {
                        Bracketed(draft.Text, new TextSpan(block.Span.Begin, end), found);
                    }

                    if (edge && i > last - (Edge / 2) && Lone(draft.Text, block.Span) is { } lone)
                    {
                        block.Kind = FurnitureKind.Credit;
                        found.Add(lone);
                    }
                    else
                    {
                        QuotedOutlets.Find(draft.Text, block.Span, (name, span) => found.Add(new Found(name, ChainRelation.Quotes, span)));
                    }

                    break;
            }
        }

        var outlet = outletTold ?? own ?? draft.Outlet;
        if (outlet is null)
        {
            // A lone copyright line names the outlet; beside other hops it names the one before.
            var holders = found.Where(f => f.Relation == ChainRelation.Credits && draft.Text[f.Span.Begin] is '©' or 'C' or 'c' or '(').ToList();
            if (holders.Count == 1 && found.All(f => f.Relation is ChainRelation.Credits or ChainRelation.Quotes) && OutletNames.KindOf(holders[0].Name) != OutletKind.Agency)
            {
                outlet = own = holders[0].Name;
            }
        }

        return new Chain(Links(found, outlet), own);
    }

    // One note: every cue in it, the name behind or before it, and who "this … article" belongs to.
    private static string? Note(Draft draft, Block block, List<Found> found)
    {
        var text = draft.Text;
        var span = block.Span;
        if (text.AsSpan(span.Begin, span.Length).IndexOfAny(AnyCue) < 0 || FurnitureWords.WordsOf(text, span, LongestNote + 1).Count > LongestNote)
        {
            return null;
        }

        var (subject, own, any) = (Subject(text, span), (string?)null, false);
        var syndicator = (Found?)null;
        var taken = new List<TextSpan>();
        foreach (var cue in Cues)
        {
            for (var at = span.Begin; (at = text.IndexOf(cue.Words, at, span.End - at, StringComparison.OrdinalIgnoreCase)) >= 0; at += cue.Words.Length)
            {
                var end = at + cue.Words.Length;
                if ((at > span.Begin && char.IsLetterOrDigit(text[at - 1])) || (end < span.End && char.IsLetterOrDigit(text[end]) && char.IsLetterOrDigit(text[end - 1])) || taken.Exists(t => t.Overlaps(new TextSpan(at, end))))
                {
                    continue;
                }

                if (!(subject is not null || at == span.Begin || block.Kind is FurnitureKind.Syndication || !cue.After))
                {
                    continue;
                }

                if (cue.Relation == ChainRelation.Credits && cue.After && at != span.Begin && subject is null)
                {
                    continue;
                }

                if ((cue.After ? OutletNames.At(text, end, span.End, loose: block.Kind is FurnitureKind.Syndication && cue.Relation == ChainRelation.FirstAppearedOn) : Before(text, span.Begin, at)) is not { } name)
                {
                    continue;
                }

                // A person writes, provides and contributes too: there the name itself must be an outlet's.
                var words = name.Of(text);
                if (cue.Relation is ChainRelation.WrittenBy or ChainRelation.Credits && OutletNames.KindOf(words) == OutletKind.None)
                {
                    continue;
                }

                any = true;
                taken.Add(new TextSpan(at, end));
                var hop = new Found(words, cue.Relation, new TextSpan(Math.Min(at, name.Begin), Math.Max(end, name.End)));
                if (cue.Words == "syndicated by")
                {
                    syndicator = hop;
                }
                else
                {
                    found.Add(hop);
                }
            }
        }

        // "first appeared in A and was syndicated by B": B is where it stands now. Alone, "syndicated by B" is where it came from.
        if (syndicator is not null)
        {
            if (taken.Count > 1 && (draft.Outlet is null || Outlets.Spelling(draft.Outlet) == Outlets.Spelling(syndicator.Name)))
            {
                own = syndicator.Name;
            }
            else
            {
                found.Add(syndicator);
            }
        }

        if (any && block.Kind is null && block.Span.Length < 400)
        {
            block.Kind = FurnitureKind.Syndication;
        }

        return own ?? (any && subject is { IsEmpty: false } who ? who.Of(text) : null);
    }

    // "This Inland Times article was …": the name between, empty where there is none; null where the note does not speak of an article.
    private static TextSpan? Subject(string text, TextSpan span)
    {
        var at = span.Begin;
        if (!Starts(text, at, span.End, "this ") && !Starts(text, at, span.End, "the "))
        {
            return null;
        }

        at = text.IndexOf(' ', at) + 1;
        var begin = at;
        for (var words = 0; at < span.End && words < 7; words++)
        {
            var stop = at;
            while (stop < span.End && !char.IsWhiteSpace(text[stop]))
            {
                stop++;
            }

            if (Works.Contains(text[at..stop].Trim(',', ':').ToLowerInvariant()))
            {
                var name = new TextSpan(begin, Math.Max(begin, at - 1));
                return name.IsEmpty || !char.IsUpper(text[name.Begin]) ? default(TextSpan) : name;
            }

            at = stop + 1;
        }

        return null;
    }

    private static bool Starts(string text, int at, int end, string words) => end - at > words.Length && text.AsSpan(at, words.Length).Equals(words, StringComparison.OrdinalIgnoreCase);

    // The capitalised name that ends before this position.
    private static TextSpan? Before(string text, int begin, int end)
    {
        for (var at = begin; at < end;)
        {
            if (char.IsUpper(text[at]) && (at == begin || !char.IsLetterOrDigit(text[at - 1])) && OutletNames.At(text, at, end) is { } name)
            {
                if (name.End >= end - 2 || text[name.End..end].Trim() is "" or "also" or "has")
                {
                    return name;
                }

                at = name.End + 1;
                continue;
            }

            at++;
        }

        return null;
    }

    private static void Copyright(string text, TextSpan span, List<Found> found)
    {
        var at = span.Begin;
        while (at < span.End && (char.IsWhiteSpace(text[at]) || text[at] is '©' or '(' or ')' or ',' or '.' or '-' or '–' || char.IsDigit(text[at])
            || Starts(text, at, span.End, "copyright") || Starts(text, at, span.End, "c)") || Starts(text, at, span.End, "by ")))
        {
            at += Starts(text, at, span.End, "copyright") ? 9 : Starts(text, at, span.End, "by ") ? 3 : 1;
        }

        if (OutletNames.At(text, at, span.End) is { } name && name.Begin - at < 6 && name.Of(text) is not ("All" or "Photo" or "Copyright" or "Image"))
        {
            var words = name.Of(text);
            var cut = words.IndexOf(" All ", StringComparison.Ordinal);
            found.Add(new Found(cut > 0 ? words[..cut] : words, ChainRelation.Credits, new TextSpan(span.Begin, name.Begin + (cut > 0 ? cut : words.Length))));
        }
    }

    // "(North Wire)" in a dateline or a byline.
    private static void Bracketed(string text, TextSpan span, List<Found> found)
    {
        var open = text.IndexOf('(', span.Begin, span.Length);
        var close = open < 0 ? -1 : text.IndexOf(')', open, span.End - open);
        if (close > open + 1 && close - open <= 40)
        {
            var name = text[(open + 1)..close].Trim();
            if (name.Length >= 2 && char.IsUpper(name[0]) && !name.Any(char.IsDigit))
            {
                found.Add(new Found(name, ChainRelation.Credits, new TextSpan(open, close + 1)));
            }
        }
    }

    // An agency in a byline: "By Ilse Maren, North Wire".
    private static void Agencies(string text, Block block, List<Found> found)
    {
        if (block.Kind != FurnitureKind.Byline)
        {
            return;
        }

        var comma = text.LastIndexOfAny([',', '|', '/'], block.Span.End - 1, block.Span.Length);
        var begin = comma > 0 ? comma + 1 : Starts(text, block.Span.Begin, block.Span.End, "by ") ? block.Span.Begin + 3 : block.Span.Begin;
        if (OutletNames.At(text, begin, block.Span.End) is { } name && OutletNames.KindOf(name.Of(text)) == OutletKind.Agency)
        {
            found.Add(new Found(name.Of(text), ChainRelation.Credits, name));
        }
    }

    // A last line that is nothing but an agency: "(North Wire)", "— Reuters", "North Wire".
    private static Found? Lone(string text, TextSpan span)
    {
        if (span.Length > 60)
        {
            return null;
        }

        var bare = span.Of(text).Trim('(', ')', '[', ']', '—', '–', '-', ' ', '.', '\u00A0', '/', '*');
        return bare.Length > 1 && OutletNames.KindOf(bare) == OutletKind.Agency && (span.Length > bare.Length || Outlets.IsKnown(bare) || bare.Split(' ').Length <= 4)
            ? new Found(bare, ChainRelation.Credits, span) : null;
    }

    private static List<ChainLink> Links(List<Found> found, string? outlet)
    {
        var self = outlet is null ? null : Outlets.Spelling(outlet);
        var full = found.Select(f => f.Name).Append(outlet ?? "").Where(n => n.Contains(' ', StringComparison.Ordinal)).Distinct().ToList();
        return [.. found
            .Where(f => Key(f) is { Length: > 0 } key && key != self)
            .GroupBy(Key)
            .Select(g => (
                Name: g.Select(f => f.Name).OrderBy(Outlets.IsAddress).ThenByDescending(n => n.Count(c => c == ' ')).ThenBy(n => n.Length).ThenBy(n => n, StringComparer.Ordinal).First(),
                Relation: g.Min(f => f.Relation),
                First: g.Where(f => f.Relation == g.Min(x => x.Relation)).Min(f => f.Span),
                Spans: g.Where(f => f.Relation != ChainRelation.Quotes || g.All(x => x.Relation == ChainRelation.Quotes)).Select(f => f.Span).Distinct().Order().ToArray()))
            .OrderBy(l => Nearness(l.Relation))
            .ThenBy(l => l.First)
            .Select(l => new ChainLink(l.Name, l.Relation, [.. l.Spans]))];

        // "(NW)" is the North Wire where that name stands too.
        string Key(Found f) => Outlets.Spelling(f.Name.Length is >= 2 and <= 5 && f.Name.All(char.IsAsciiLetterUpper) && full.Find(n => Initials(n) == f.Name) is { } name ? name : f.Name);
    }

    private static string Initials(string name) => string.Concat(name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Where(w => char.IsUpper(w[0]) && w != "The").Select(w => w[0]));

    private static int Nearness(ChainRelation relation) => relation switch
    {
        ChainRelation.SyndicatedFrom => 0,
        ChainRelation.FirstAppearedOn => 1,
        ChainRelation.WrittenBy => 2,
        ChainRelation.Credits => 3,
        _ => 4,
    };
}
