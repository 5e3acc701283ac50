using Stemma.Articles.Attribution.Tagger;
using Stemma.Articles.Sentences;

namespace Stemma.Articles.Attribution.Rules;

/// <summary>"Voss, quoted by North Wire, called it a lie": the outlet is the way, not the speaker.</summary>
/// <remarks>
/// Why: the name nearest to the cue is the outlet's. Hits: "…, and cited by North Wire said …". Hits not: "North Wire quoted Voss as saying".
/// Where "quoted" itself was taken for the cue, the verb behind the outlet's name takes its place.
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

            if (OutletsVerb(prose, tagged) is { } taken)
            {
                tagged = taken;
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

    // "…, and quoted by North Wire called it a lie", with "quoted" taken for the cue: the cue is the verb behind the outlet's name, and the outlet what was taken for its source.
    private static TaggedAttribution? OutletsVerb(Prose prose, TaggedAttribution tagged)
    {
        var quoted = prose.TokenAt(tagged.Cue[0].Begin);
        var content = tagged.Content.IsEmpty ? 0 : prose.TokenAt(tagged.Content[0].Begin);
        if (prose.Tokens[quoted].Lower is not ("quoted" or "cited") || quoted + 2 >= prose.Tokens.Count || prose.Tokens[quoted + 1].Lower != "by")
        {
            return null;
        }

        var verb = quoted + 2;
        while (verb < content && (prose.IsCapital(verb) || prose.Tokens[verb].Lower is "," or "the"))
        {
            verb++;
        }

        return verb > quoted + 2 && verb < content && char.IsLower(prose.Text[prose.Tokens[verb].Span.Begin])
            ? tagged with { Source = Body.SpanOf(prose, quoted + 2, verb), Cue = [prose.Tokens[verb].Span] }
            : null;
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
