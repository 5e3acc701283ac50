using Stemma.Articles.Attribution.Tagger;
using Stemma.Articles.Sentences;

namespace Stemma.Articles.Attribution.Rules;

/// <summary>"The Post quoted a letter in which ⟨he⟩ says: “…”": whoever says it, and not who hands the letter on.</summary>
/// <remarks>
/// Why: the one verb hands on a paper, the other its words, and only the second names the speaker. Hits: a "which" left alone at the head of the content, a subject and a verb of saying right behind it.
/// Hits not: "in which" before any other verb. Misses: subjects of a clause of their own.
/// </remarks>
internal sealed class InWhichRule : IAttributionRule
{
    public string Name => "in-which";

    public IReadOnlyList<Found> Apply(Prose prose, IReadOnlyList<Found> found) => [.. found.Select(f => Read(prose, f.Tagged) is { } read ? f with { Tagged = read, Rule = $"{f.Rule}+{Name}" } : f)];

    private static TaggedAttribution? Read(Prose prose, TaggedAttribution tagged)
    {
        if (tagged.Content.Count < 2)
        {
            return null;
        }

        var (first, end) = Body.Tokens(prose, tagged.Content[0]);
        var next = prose.TokenAt(tagged.Content[1].Begin);
        if (end != first + 1 || !(prose.Tokens[first].Lower == "where" || (prose.Tokens[first].Lower == "which" && first > 0 && prose.Tokens[first - 1].Lower is "in" or "on")) || next <= end || next - end > InnerClause.LongestSubject || !InnerClause.SameSentence(prose, first, end))
        {
            return null;
        }

        var verb = Enumerable.Range(end, next - end).FirstOrDefault(t => prose.Tokens[t].Lower is "says" or "said" or "writes" or "wrote" or "claims" or "claimed" or "insists" or "insisted", -1);
        return verb <= end || !Enumerable.Range(verb + 1, next - verb - 1).All(t => !Saying.IsWord(prose.Tokens[t].Lower)) || Enumerable.Range(end, verb - end).Any(t => InnerClause.Parts(prose.Tokens[t].Lower))
            ? null
            : tagged with { Source = Body.SpanOf(prose, end, verb), Cue = [prose.Tokens[verb].Span], Content = [.. tagged.Content.Skip(1)] };
    }
}
