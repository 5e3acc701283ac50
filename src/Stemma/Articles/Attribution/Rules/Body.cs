using Stemma.Articles.Sentences;

namespace Stemma.Articles.Attribution.Rules;

/// <summary>What the rules ask of a text: is this body, is it taken already, which words open a paragraph?</summary>
internal static class Body
{
    /// <summary>Body and headline are read; no other furniture is.</summary>
    public static bool IsRead(Paragraph paragraph) => paragraph.Furniture is null or FurnitureKind.Headline;

    /// <summary>First and one past the last token of a span.</summary>
    public static (int First, int End) Tokens(Prose prose, TextSpan span)
    {
        var first = prose.TokenAt(span.Begin);
        var end = first;
        while (end < prose.Tokens.Count && prose.Tokens[end].Span.Begin < span.End)
        {
            end++;
        }

        return (first, end);
    }

    public static int Words(Prose prose, TextSpan span)
    {
        var (first, end) = Tokens(prose, span);
        var words = 0;
        for (var t = first; t < end; t++)
        {
            words += Saying.IsWord(prose.Tokens[t].Lower) ? 1 : 0;
        }

        return words;
    }

    /// <summary>The place of an attribution: its cue, else its source, else its content.</summary>
    public static TextSpan Place(Found found) =>
        !found.Tagged.Cue.IsEmpty ? found.Tagged.Cue.Hull : !found.Tagged.Source.IsEmpty ? found.Tagged.Source.Hull : found.Tagged.Content.Hull;

    public static int SentenceOf(Prose prose, int position) => prose.Tokens.Count == 0 ? -1 : prose.Tokens[Math.Min(prose.TokenAt(position), prose.Tokens.Count - 1)].Sentence;

    public static int ParagraphOf(Prose prose, int position) => prose.Tokens.Count == 0 ? -1 : prose.Tokens[Math.Min(prose.TokenAt(position), prose.Tokens.Count - 1)].Paragraph;


    /// <summary>Tokens without the sentence's closing stop or quotation mark.</summary>
    public static Spans SpanOf(Prose prose, int first, int end)
    {
        while (end > first && !Saying.IsWord(prose.Tokens[end - 1].Lower) && prose.Tokens[end - 1].Lower is "." or "," or ";")
        {
            end--;
        }

        return end > first ? Spans.Of(prose.Tokens[first].Span.Begin, prose.Tokens[end - 1].Span.End) : Spans.None;
    }
}
