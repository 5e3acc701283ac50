using Stemma.Articles.Attribution.Tagger;
using Stemma.Articles.Sentences;

namespace Stemma.Articles.Attribution.Rules;

/// <summary>A paragraph that is all quotation and signed with a dash and a name is that name's words.</summary>
/// <remarks>
/// Why: readers' letters and round-ups sign what they quote with a dash, for which a tagger of prose has no cue.
/// Hits: “We were never asked.” — Ilse Maren, and the same with the signature on a line of its own. Hits not: a quotation that goes on after a dash,
/// a dash inside a paragraph of the outlet's own words. Misses: signatures without a dash.
/// </remarks>
internal sealed class SignedQuotationRule : IAttributionRule
{
    // A name, perhaps with a role or a place behind a comma.
    private const int LongestSignature = 8;

    public string Name => "signed-quotation";

    public IReadOnlyList<Found> Apply(Prose prose, IReadOnlyList<Found> found)
    {
        var signed = new List<(TextSpan Content, int Dash, TextSpan Signer)>();
        for (var p = 0; p < prose.Paragraphs.Count; p++)
        {
            if (!Body.IsRead(prose.Paragraphs[p]) || Dash(prose, prose.Paragraphs[p]) is not var (first, dash, end))
            {
                continue;
            }

            var quoted = dash > first ? (First: first, End: dash) : p > 0 && Body.IsRead(prose.Paragraphs[p - 1]) ? Body.Tokens(prose, prose.Paragraphs[p - 1].Span) : (First: 0, End: 0);
            if (quoted.End - quoted.First > 2 && IsMark(prose, quoted.First) && IsMark(prose, quoted.End - 1))
            {
                signed.Add((new TextSpan(prose.Tokens[quoted.First].Span.Begin, prose.Tokens[quoted.End - 1].Span.End), dash, Signer(prose, dash + 1, end)));
            }
        }

        if (signed.Count == 0)
        {
            return found;
        }

        var before = new Finds(prose, found);
        var outdone = new HashSet<int>();
        var less = new SortedDictionary<int, Found>();
        var result = new List<Found>();
        foreach (var (content, dash, signer) in signed)
        {
            // What is said inside the quotation, or read out of the signature, is no attribution of its own; whoever else was given these words loses them.
            var whole = new TextSpan(content.Begin, signer.End);
            foreach (var n in before.Near(whole).Where(n => !outdone.Contains(n)))
            {
                var tagged = (less.GetValueOrDefault(n) ?? before[n]).Tagged;
                var kept = tagged.Content.Where(c => !c.Overlaps(whole)).ToList();
                if (kept.Count == 0 || (!tagged.Cue.IsEmpty && whole.Contains(tagged.Cue.Hull)))
                {
                    outdone.Add(n);
                }
                else if (kept.Count < tagged.Content.Count)
                {
                    less[n] = before[n] with { Tagged = tagged with { Content = [.. kept] } };
                }
            }

            result.Add(new Found(new TaggedAttribution([signer], [prose.Tokens[dash].Span], [content], 0.9), Name));
        }

        return [.. found.Select((f, n) => (Found: less.GetValueOrDefault(n) ?? f, Number: n)).Where(f => !outdone.Contains(f.Number)).Select(f => f.Found), .. result];
    }

    /// <summary>First token of the paragraph, its signature's dash, and one past the last of the name; null where nobody signs.</summary>
    private static (int First, int Dash, int End)? Dash(Prose prose, Paragraph paragraph)
    {
        var (first, end) = Body.Tokens(prose, paragraph.Span);
        var last = end;
        while (last > first && prose.Tokens[last - 1].Lower is "." or "," or ";")
        {
            last--;
        }

        for (var t = last - 2; t >= first && t >= last - 1 - LongestSignature; t--)
        {
            if (prose.Tokens[t].Lower is "—" or "–" or "―" or "--" or "-")
            {
                return prose.IsCapital(t + 1) && (t == first || IsMark(prose, t - 1)) && NamesMost(prose, t + 1, last) ? (first, t, last) : null;
            }
        }

        return null;
    }

    /// <summary>Half the words and more begin with a capital, and no sentence ends or is quoted among them.</summary>
    private static bool NamesMost(Prose prose, int first, int end)
    {
        int words = 0, capitals = 0;
        for (var t = first; t < end; t++)
        {
            if (prose.Tokens[t].Quotation >= 0 || prose.Tokens[t].Lower is "." or "!" or "?" or ":" or ";")
            {
                return false;
            }

            words += Saying.IsWord(prose.Tokens[t].Lower) ? 1 : 0;
            capitals += prose.IsCapital(t) ? 1 : 0;
        }

        return capitals * 2 >= words;
    }

    private static TextSpan Signer(Prose prose, int first, int end) => new(prose.Tokens[first].Span.Begin, prose.Tokens[end - 1].Span.End);

    private static bool IsMark(Prose prose, int token) => prose.Tokens[token].Span.Of(prose.Text) is "“" or "”" or "\"" or "„" or "«" or "»" or "''" or "``";
}
