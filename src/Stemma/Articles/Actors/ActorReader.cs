using Stemma.Articles.Sentences;

namespace Stemma.Articles.Actors;

/// <summary>The actors of an article, and the statements with their speakers and accused resolved.</summary>
public sealed record ActorReading(IReadOnlyList<Actor> Actors, IReadOnlyList<Statement> Statements);

public static class ActorReader
{
    public static ActorReading Read(Prose prose, Article article, IReadOnlyList<Statement> statements)
    {
        _ = prose;
        _ = article;
        return new ActorReading([], statements);
    }
}
