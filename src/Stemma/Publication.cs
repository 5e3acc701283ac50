namespace Stemma;

/// <summary>When an article was published, and how we know.</summary>
/// <param name="Span">The words it was read from; <see cref="Spans.None"/> where it came from outside the text.</param>
/// <param name="Why">One sentence for a person: which words or which field gave it.</param>
public sealed record Publication(Moment Moment, PublicationSource From, Spans Span, string Why);

public enum PublicationSource
{
    Stated,
    Metadata,
    Inferred,
}
