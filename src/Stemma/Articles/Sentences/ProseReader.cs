namespace Stemma.Articles.Sentences;

/// <summary>Splits a text into paragraphs, sentences, tokens and quotations.</summary>
public static class ProseReader
{
    public static Prose Read(string text, IReadOnlyList<Furniture> furniture)
    {
        _ = furniture;
        return new Prose { Text = text, Paragraphs = [], Sentences = [], Tokens = [], Quotations = [] };
    }
}
