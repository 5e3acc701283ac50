using Stemma.Articles.Sentences;

namespace Stemma.Articles.Happenings;

/// <summary>The events of an article, and its statements: those it had with what they are about, and the outlet's own voice telling events as facts.</summary>
public sealed record HappeningReading(IReadOnlyList<Event> Events, IReadOnlyList<Statement> Statements);

public static class HappeningReader
{
    public static HappeningReading Read(
        Prose prose,
        Article article,
        Publication? published,
        IReadOnlyList<DateMention> dates,
        IReadOnlyList<Actor> actors,
        IReadOnlyList<Statement> statements)
    {
        _ = (prose, article, published, dates, actors);
        return new HappeningReading([], statements);
    }
}
