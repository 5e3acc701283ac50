namespace Stemma;

/// <summary>Words on the page that are not the article's body: kept in the text, marked for what they are.</summary>
public sealed record Furniture(Spans Span, FurnitureKind Kind);

public enum FurnitureKind
{
    Headline,
    Byline,
    Dateline,
    Caption,
    Credit,
    Copyright,
    Syndication,
    Related,
    Share,
    Navigation,
    Comment,
    Newsletter,
    Paywall,
    AuthorNote,
    Advert,
    Repeat,
    Other,
}
