using Stemma.Articles.Attribution.Tagger;
using Stemma.Articles.Sentences;

namespace Stemma.Articles.Attribution.Rules;

/// <summary>In a transcript, a name in capitals and a colon open each turn.</summary>
/// <remarks>
/// Why: turns have no cue verb and no quotation marks of their own, and a tagger of prose loses them in foreign transcripts.
/// Hits: "MR. VOSS: We never signed it." beside another such line; the same with a quotation mark before the name, as where the whole transcript is quoted.
/// Hits not: a single "UPDATE: the bridge is open" (one label makes no transcript).
/// Misses: names in small letters, turns outside quotation marks that run over several paragraphs (only the first is taken).
/// </remarks>
internal sealed class TranscriptRule : IAttributionRule
{
    // A turn's label: title, name, perhaps a party in brackets.
    private const int LongestLabel = 7;

    // Two turns make a transcript; one line in capitals may be a notice.
    private const int FewestTurns = 2;

    public string Name => "transcript";

    /// <param name="First">First word of the label.</param>
    /// <param name="Quoted">A quotation mark stands before the label.</param>
    private sealed record Turn(Paragraph Paragraph, int First, int Colon, bool Quoted)
    {
        /// <summary>Words of each paragraph of the turn, label and outer quotation marks left out.</summary>
        public List<(int First, int End)> Said { get; } = [];
    }

    public IReadOnlyList<Found> Apply(Prose prose, IReadOnlyList<Found> found)
    {
        var turns = Turns(prose);
        if (turns.Count < FewestTurns)
        {
            return found;
        }

        var before = new Finds(prose, found);
        var turned = new HashSet<int>();
        var quoted = new List<TextSpan>();
        var result = new List<Found>();
        foreach (var turn in turns)
        {
            var label = prose.Tokens[turn.Colon].Span;
            if (turn.Said.Count == 0 || before.Any(label, f => f.Tagged.Cue.Overlaps(label)))
            {
                continue;
            }

            // What the turn says somebody said lies inside the turn: only the outermost counts.
            var whole = new TextSpan(turn.Paragraph.Span.Begin, prose.Tokens[turn.Said[^1].End - 1].Span.End);
            turned.UnionWith(before.Near(whole).Where(n => !before[n].Tagged.Cue.IsEmpty && whole.Contains(before[n].Tagged.Cue.Hull)));
            if (turn.Quoted)
            {
                quoted.Add(whole);
            }

            result.Add(new Found(
                new TaggedAttribution(
                    Spans.Of(prose.Tokens[turn.First].Span.Begin, prose.Tokens[turn.Colon - 1].Span.End),
                    [label],
                    [.. turn.Said.Select(s => new TextSpan(prose.Tokens[s.First].Span.Begin, prose.Tokens[s.End - 1].Span.End))],
                    0.95),
                Name,
                Form.Direct));
        }

        return [.. found.Where((_, n) => !turned.Contains(n)).Select(f => Without(f, quoted)).OfType<Found>(), .. result];
    }

    private static List<Turn> Turns(Prose prose)
    {
        var turns = new List<Turn>();
        var last = (Turn?)null;
        foreach (var paragraph in prose.Paragraphs.Where(p => Body.IsRead(p) && p.Sentences > 0))
        {
            var begin = prose.Sentences[paragraph.FirstSentence].FirstToken;
            var quoted = IsMark(prose, begin);
            var first = quoted ? begin + 1 : begin;
            if (Colon(prose, first) is { } colon)
            {
                turns.Add(last = new Turn(paragraph, first, colon, quoted));
                first = colon + 1;
            }
            else if (!quoted || last is not { Quoted: true })
            {
                last = null;
                continue;
            }

            var end = Body.Tokens(prose, paragraph.Span).End;
            end = quoted && end > first && IsMark(prose, end - 1) ? end - 1 : end;
            if (end > first && !IsAside(prose, first, end))
            {
                last.Said.Add((first, end));
            }
        }

        return turns;
    }

    /// <summary>Whoever is quoted as a whole did not say each turn: what stands in one is taken from him; null where nothing is left.</summary>
    private static Found? Without(Found found, List<TextSpan> turns)
    {
        Spans left = [.. found.Tagged.Content.Where(c => !turns.Exists(t => t.Contains(c)))];
        return left.Count == found.Tagged.Content.Count ? found : left.IsEmpty ? null : found with { Tagged = found.Tagged with { Content = left } };
    }

    /// <summary>"(Crosstalk.)", "[Laughter]": the transcriber's words.</summary>
    private static bool IsAside(Prose prose, int first, int end) => (prose.Tokens[first].Lower is "(" or "[") && (prose.Tokens[end - 1].Lower is ")" or "]");

    private static bool IsMark(Prose prose, int token) => prose.Tokens[token].Lower is "\"" or "«" or "»" or "``" or "''";

    private static int? Colon(Prose prose, int first)
    {
        var letters = 0;
        for (var t = first; t < Math.Min(prose.Tokens.Count, first + LongestLabel + 1) && prose.Tokens[t].Paragraph == prose.Tokens[first].Paragraph; t++)
        {
            var word = prose.Tokens[t].Span.Of(prose.Text);
            if (word == ":")
            {
                return letters > 0 && t > first ? t : null;
            }

            letters += word.Count(char.IsUpper);
            if (word.Any(char.IsLower) && !IsTitle(prose.Tokens[t].Lower))
            {
                return null;
            }
        }

        return null;
    }

    private static bool IsTitle(string lower) => lower is "mr." or "mr" or "mrs." or "mrs" or "ms." or "ms" or "dr." or "dr" or "sen." or "rep." or "gov." or "gen.";
}
