using Stemma.Articles.Attribution.Tagger;
using Stemma.Articles.Sentences;

namespace Stemma.Articles.Attribution.Rules;

/// <summary>A source ends with its name, not in the middle of a clause about it; and "it" without meaning is no source.</summary>
/// <remarks>
/// Why: "Maren, who shocked the port by ⟨saying …⟩, ⟨said⟩ …" leaves a source that ends in "by". Hits: sources that end in a preposition or conjunction are cut at
/// the comma before their relative clause. "It is feared", "it is worth noting", "it goes without saying" have no source (annotation guide, point 10).
/// Hits not: "it" that is a body ("it said"). Misses: relative clauses that end with a noun.
/// </remarks>
internal sealed class SourceTrimRule : IAttributionRule
{
    // "it is widely feared": the adjective or participle that shows an empty "it" stands close.
    private const int EmptyItReach = 4;

    public string Name => "source-trim";

    public IReadOnlyList<Found> Apply(Prose prose, IReadOnlyList<Found> found) =>
        [.. found.Select(f => f.Tagged.Source.Count == 1 && Trim(prose, f.Tagged) is { } source && !source.Equals(f.Tagged.Source)
            ? f with { Tagged = f.Tagged with { Source = source }, Rule = $"{f.Rule}+{Name}" }
            : f)];

    private static Spans Trim(Prose prose, TaggedAttribution tagged)
    {
        var (first, end) = Body.Tokens(prose, tagged.Source[0]);
        if (end - first == 1 && prose.Tokens[first].Lower == "it" && IsEmptyIt(prose, first))
        {
            return Spans.None;
        }

        // "was accused by ⟨the council⟩ of hiding the lists".
        if (tagged.Cue.Any(c => c.Of(prose.Text).EndsWith("accused", StringComparison.Ordinal)) && Enumerable.Range(first + 1, Math.Max(0, end - first - 2)).FirstOrDefault(t => prose.Tokens[t].Lower == "of" && prose.Tokens[t + 1].Lower.EndsWith("ing", StringComparison.Ordinal)) is var of and > 0)
        {
            return Spans.Of(prose.Tokens[first].Span.Begin, prose.Tokens[of - 1].Span.End);
        }

        if (!Dangles(prose.Tokens[end - 1].Lower))
        {
            return tagged.Source;
        }

        var cut = end - 1;
        while (cut > first && !(prose.Tokens[cut].Lower is "," or "--" or "—" && prose.Tokens[cut + 1].Lower is "who" or "which" or "whose" or "whom"))
        {
            cut--;
        }

        if (cut == first)
        {
            for (cut = end; cut > first && Dangles(prose.Tokens[cut - 1].Lower); cut--)
            {
            }
        }

        return cut > first ? Spans.Of(prose.Tokens[first].Span.Begin, prose.Tokens[cut - 1].Span.End) : tagged.Source;
    }

    private static bool Dangles(string lower) => lower is "by" or "of" or "to" or "with" or "in" or "for" or "from" or "that" or "and" or "but" or "as" or "or" or "on" or "at";

    private static bool IsEmptyIt(Prose prose, int it)
    {
        var next = it + 1 < prose.Tokens.Count ? prose.Tokens[it + 1].Lower : "";
        if (next is "goes" or "seems" or "appears" or "follows" or "emerged" or "transpired")
        {
            return true;
        }

        for (var t = it + 2; t <= it + EmptyItReach && t < prose.Tokens.Count && next is "is" or "was" or "'s" or "has"; t++)
        {
            if (prose.Tokens[t].Lower is "worth" or "clear" or "unclear" or "likely" or "possible" or "believed" or "feared" or "thought" or "hoped" or "expected" or "understood" or "known" or "said" or "reported" or "rumored" or "assumed"
                or "important" or "interesting" or "true" or "obvious" or "evident" or "alleged" or "claimed" or "estimated")
            {
                return true;
            }
        }

        return false;
    }
}
