using Stemma.Articles.Sentences;

namespace Stemma.Articles.Attribution.Rules;

/// <summary>"a draft condemning the attack and demanding an inquiry": it is the draft that demands.</summary>
/// <remarks>
/// Why: the nearest person is often the one who drew the paper up, blocked it or voted on it. Hits: a cue in -ing behind a paper that is told with another -ing, or right behind it.
/// Where the paper lies in somebody's content already, the words go with that content (only the outermost counts); else the paper is the source.
/// Hits not: "Voss issued a statement, adding that …" (comma: Voss goes on). Misses: papers that are not in the list.
/// </remarks>
internal sealed class DocumentParticipleRule : IAttributionRule
{
    // From the paper's noun to the second participle; farther, the sentence has turned.
    private const int Reach = 24;

    public string Name => "document-participle";

    public IReadOnlyList<Found> Apply(Prose prose, IReadOnlyList<Found> found)
    {
        var result = found.ToList();
        for (var n = 0; n < result.Count; n++)
        {
            var f = result[n];
            if (f.Tagged.Cue.IsEmpty)
            {
                continue;
            }

            var cue = prose.TokenAt(f.Tagged.Cue[0].Begin);
            if (!prose.Tokens[cue].Lower.EndsWith("ing", StringComparison.Ordinal) || Paper(prose, cue) is not { } paper || f.Tagged.Source.Contains(prose.Tokens[paper].Span.Begin))
            {
                continue;
            }

            var outer = result.FindIndex(o => o != f && o.Tagged.Content.Contains(prose.Tokens[paper].Span.Begin));
            if (outer >= 0)
            {
                var piece = result[outer].Tagged.Content.First(c => c.Contains(prose.Tokens[paper].Span.Begin));
                var longer = piece.Hull(f.Tagged.Cue.Hull).Hull(f.Tagged.Content.IsEmpty ? f.Tagged.Cue.Hull : f.Tagged.Content[0]);
                result[outer] = result[outer] with
                {
                    Tagged = result[outer].Tagged with { Content = [.. result[outer].Tagged.Content.Select(c => c == piece ? longer : c)] },
                    Rule = $"{result[outer].Rule}+{Name}",
                };
                result.RemoveAt(n--);
            }
            else
            {
                result[n] = f with { Tagged = f.Tagged with { Source = NounGroup(prose, paper) }, Rule = $"{f.Rule}+{Name}" };
            }
        }

        return result;
    }

    /// <summary>The paper whose participle this is: right before it, or before an earlier participle that "and" joins to it.</summary>
    private static int? Paper(Prose prose, int cue)
    {
        if (cue > 0 && IsPaper(prose.Tokens[cue - 1].Lower))
        {
            return cue - 1;
        }

        if (cue < 2 || prose.Tokens[cue - 1].Lower != "and")
        {
            return null;
        }

        for (var t = cue - 2; t > 0 && t > cue - Reach && prose.Tokens[t].Sentence == prose.Tokens[cue].Sentence && prose.Tokens[t].Lower is not (";" or ":" or "\""); t--)
        {
            if (prose.Tokens[t].Lower.EndsWith("ing", StringComparison.Ordinal) && IsPaper(prose.Tokens[t - 1].Lower))
            {
                return t - 1;
            }
        }

        return null;
    }

    private static bool IsPaper(string lower) =>
        lower is "resolution" or "resolutions" or "statement" or "draft" or "letter" or "text" or "motion" or "bill" or "petition" or "communique" or "communiqué" or "declaration" or "document" or "memo" or "amendment" or "leaflet" or "appeal";

    private static Spans NounGroup(Prose prose, int paper)
    {
        var first = paper;
        while (first > 0 && prose.Tokens[first - 1].Sentence == prose.Tokens[paper].Sentence && (prose.IsCapital(first - 1) || prose.Tokens[first - 1].Lower is "draft" or "joint" or "new" or "'s")
            && prose.Tokens[first - 1].Lower is not ("," or "and"))
        {
            first--;
        }

        if (first > 0 && prose.Tokens[first - 1].Lower is "a" or "an" or "the" or "this" or "that" or "its" or "their")
        {
            first--;
        }

        return Spans.Of(prose.Tokens[first].Span.Begin, prose.Tokens[paper].Span.End);
    }
}
