using Stemma.Articles.Sentences;

namespace Stemma.Articles.Attribution;

/// <summary>Finds who says what: source, cue, content, form, act, hedges, evidence, via. Who is meant is the Actors room's work.</summary>
public static class AttributionReader
{
    public static IReadOnlyList<Statement> Read(Prose prose, Article article)
    {
        _ = prose;
        _ = article;
        return [];
    }
}
