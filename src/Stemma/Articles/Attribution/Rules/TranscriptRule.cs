using Stemma.Articles.Attribution.Tagger;
using Stemma.Articles.Sentences;

namespace Stemma.Articles.Attribution.Rules;

/// <summary>In a transcript, a name in capitals and a colon open each turn.</summary>
/// <remarks>
/// Why: turns have neither cue verb nor quotation marks, and a tagger of prose loses them in foreign transcripts.
/// Hits: "MR. VOSS: We never signed it." beside another such line. Hits not: a single "UPDATE: the bridge is open" (one label makes no transcript).
/// Misses: names in small letters, turns that run over several paragraphs (only the first is taken).
/// </remarks>
internal sealed class TranscriptRule : IAttributionRule
{
    // A turn's label: title, name, perhaps a party in brackets.
    private const int LongestLabel = 7;

    // Two turns make a transcript; one line in capitals may be a notice.
    private const int FewestTurns = 2;

    public string Name => "transcript";

    public IReadOnlyList<Found> Apply(Prose prose, IReadOnlyList<Found> found)
    {
        var turns = new List<(Paragraph Paragraph, int First, int Colon)>();
        foreach (var paragraph in prose.Paragraphs)
        {
            if (Body.IsRead(paragraph) && paragraph.Sentences > 0 && Colon(prose, paragraph) is { } colon)
            {
                turns.Add((paragraph, prose.Sentences[paragraph.FirstSentence].FirstToken, colon));
            }
        }

        if (turns.Count < FewestTurns)
        {
            return found;
        }

        var before = new Finds(prose, found);
        var turned = new HashSet<int>();
        var result = new List<Found>();
        foreach (var (paragraph, first, colon) in turns)
        {
            var end = Body.Tokens(prose, paragraph.Span).End;
            var label = prose.Tokens[colon].Span;
            if (colon + 1 >= end || before.Any(label, f => f.Tagged.Cue.Overlaps(label)))
            {
                continue;
            }

            // What the turn says somebody said lies inside the turn: only the outermost counts.
            turned.UnionWith(before.Near(paragraph.Span).Where(n => !before[n].Tagged.Cue.IsEmpty && paragraph.Span.Contains(before[n].Tagged.Cue.Hull)));
            result.Add(new Found(
                new TaggedAttribution(
                    Spans.Of(prose.Tokens[first].Span.Begin, prose.Tokens[colon - 1].Span.End),
                    [label],
                    Spans.Of(prose.Tokens[colon + 1].Span.Begin, prose.Tokens[end - 1].Span.End),
                    0.95),
                Name,
                Form.Direct));
        }

        return [.. found.Where((_, n) => !turned.Contains(n)), .. result];
    }

    private static int? Colon(Prose prose, Paragraph paragraph)
    {
        var sentence = prose.Sentences[paragraph.FirstSentence];
        var letters = 0;
        for (var t = sentence.FirstToken; t < Math.Min(prose.Tokens.Count, sentence.FirstToken + LongestLabel + 1) && prose.Tokens[t].Paragraph == prose.Tokens[sentence.FirstToken].Paragraph; t++)
        {
            var word = prose.Tokens[t].Span.Of(prose.Text);
            if (word == ":")
            {
                return letters > 0 && t > sentence.FirstToken ? t : null;
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
