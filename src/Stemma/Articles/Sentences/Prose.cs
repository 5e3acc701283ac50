namespace Stemma.Articles.Sentences;

/// <summary>An article's words as every room needs them: paragraphs, sentences, tokens and quotation marks, worked out once.</summary>
/// <remarks>Everything is in the order of the text. Furniture is cut off from its neighbours: no sentence or quotation runs from body into furniture.</remarks>
public sealed record Prose
{
    public required string Text { get; init; }

    public required IReadOnlyList<Paragraph> Paragraphs { get; init; }

    public required IReadOnlyList<Sentence> Sentences { get; init; }

    public required IReadOnlyList<Token> Tokens { get; init; }

    public required IReadOnlyList<Quotation> Quotations { get; init; }

    public IReadOnlyList<Trouble> Trouble { get; init; } = [];

    /// <summary>Does this token begin with a capital?</summary>
    public bool IsCapital(int token) => char.IsUpper(Text[Tokens[token].Span.Begin]);

    /// <summary>The index of the first token that ends behind this position; the number of tokens where there is none.</summary>
    public int TokenAt(int position)
    {
        int low = 0, high = Tokens.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Tokens[middle].Span.End <= position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}

/// <summary>A paragraph: lines without a line end between them, or what the page set apart.</summary>
/// <param name="FirstSentence">Index of its first sentence.</param>
/// <param name="Sentences">How many it has.</param>
/// <param name="Furniture">What it is, where it is no body; null for body.</param>
public sealed record Paragraph(TextSpan Span, int FirstSentence, int Sentences, FurnitureKind? Furniture);

/// <param name="Paragraph">Index of its paragraph.</param>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="Tokens">How many it has.</param>
public sealed record Sentence(TextSpan Span, int Paragraph, int FirstToken, int Tokens);

/// <summary>A word or a mark, split as in the Penn Treebank: "wasn't" is "was" + "n't", "Assad's" is "Assad" + "'s"; hyphenated words stay whole.</summary>
/// <param name="Lower">Lower case, quotation marks and apostrophes made straight.</param>
/// <param name="Quotation">Index of the innermost quotation it lies in (the marks themselves too); -1 outside.</param>
public readonly record struct Token(TextSpan Span, string Lower, int Sentence, int Paragraph, int Quotation);

/// <summary>Words between quotation marks, the marks included, possibly running over paragraphs that each reopen the mark.</summary>
/// <param name="Span">One span a paragraph it runs through.</param>
/// <param name="Depth">0 for outer, 1 for a quotation inside a quotation, …</param>
/// <param name="Closed">False where the closing mark is missing: then it ends with its paragraph and is under trouble.</param>
public sealed record Quotation(Spans Span, int Depth, bool Closed);
