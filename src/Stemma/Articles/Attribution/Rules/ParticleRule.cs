using Stemma.Articles.Sentences;

namespace Stemma.Articles.Attribution.Rules;

/// <summary>A word that only completes its verb is nothing that anybody said.</summary>
/// <remarks>
/// Why: headlines are full of "gate slams shut", "rocket blasts off", where the verb looks like a cue. Hits: a content of one such word right behind the cue.
/// Hits not: the same word in quotation marks, or with more behind it ("out" in “Out!”, "down with the tax").
/// </remarks>
internal sealed class ParticleRule : IAttributionRule
{
    private static readonly HashSet<string> Particles = new(Words.Resource.Rows("Articles/Attribution/Data/particles.tsv").SelectMany(r => r[0].Split(", ")), StringComparer.Ordinal);

    public string Name => "particle";

    public IReadOnlyList<Found> Apply(Prose prose, IReadOnlyList<Found> found) => [.. found.Where(f => !IsParticle(prose, f.Tagged.Cue, f.Tagged.Content))];

    private static bool IsParticle(Prose prose, Spans cue, Spans content)
    {
        if (content.Count != 1 || cue.IsEmpty)
        {
            return false;
        }

        var (first, end) = Body.Tokens(prose, content[0]);
        return end - first == 1 && Particles.Contains(prose.Tokens[first].Lower) && prose.Tokens[first].Quotation < 0 && first == Body.Tokens(prose, cue[^1]).End;
    }
}
