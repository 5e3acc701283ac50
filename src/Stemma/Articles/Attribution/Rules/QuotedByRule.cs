using Stemma.Articles.Sentences;

namespace Stemma.Articles.Attribution.Rules;

/// <summary>"Voss, quoted by North Wire, called it a lie": the outlet is the way, not the speaker.</summary>
/// <remarks>
/// Why: the name nearest to the cue is the outlet's. Hits: "…, and cited by North Wire said …". Hits not: "North Wire quoted Voss as saying".
/// The speaker is what stands between the start of the clause (sentence, colon, semicolon) and the comma or "and" before "quoted".
/// Misses: a speaker named in another sentence.
/// </remarks>
internal sealed class QuotedByRule : IAttributionRule
{
    public string Name => "quoted-by";

    public IReadOnlyList<Found> Apply(Prose prose, IReadOnlyList<Found> found)
    {
        var result = found.ToList();
        for (var n = 0; n < result.Count; n++)
        {
            var tagged = result[n].Tagged;
            if (tagged.Source.IsEmpty || tagged.Cue.IsEmpty)
            {
                continue;
            }

            var by = prose.TokenAt(tagged.Source[0].Begin) - 1;
            while (by > 0 && prose.Tokens[by].Lower is "the" or "a")
            {
                by--;
            }

            if (by < 2 || prose.Tokens[by].Lower != "by" || prose.Tokens[by - 1].Lower is not ("quoted" or "cited") || Speaker(prose, by - 1) is not { IsEmpty: false } speaker)
            {
                continue;
            }

            // Who was taken for something said is the one who says it: "rebels disagreed: Voss, quoted by …, called it a lie".
            for (var m = 0; m < result.Count; m++)
            {
                if (m != n && result[m].Tagged.Content is [var only] && speaker[0].Contains(only) | only.Contains(speaker[0]) && only.End < tagged.Content.Hull.End
                    && Body.SentenceOf(prose, only.Begin) is var s && s == Body.SentenceOf(prose, tagged.Content.Hull.Begin))
                {
                    result[m] = result[m] with { Tagged = result[m].Tagged with { Content = Spans.Of(only.Begin, Math.Max(tagged.Content.Hull.End, only.End)) }, Rule = $"{result[m].Rule}+{Name}" };
                }
            }

            result[n] = result[n] with { Tagged = tagged with { Source = speaker }, Rule = $"{result[n].Rule}+{Name}" };
        }

        return result;
    }

    private static Spans Speaker(Prose prose, int quoted)
    {
        var end = quoted;
        while (end > 0 && prose.Tokens[end - 1].Lower is "and" or "," or "as" or "was" or "who" or "also")
        {
            end--;
        }

        var first = end;
        while (first > 0 && prose.Tokens[first - 1].Sentence == prose.Tokens[quoted].Sentence && prose.Tokens[first - 1].Lower is not (":" or ";" or "—" or "--" or "\""))
        {
            first--;
        }

        return end > first ? Body.SpanOf(prose, first, end) : Spans.None;
    }
}
