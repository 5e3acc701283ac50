namespace Stemma.Articles.Sentences;

/// <summary>Splits a text into paragraphs, tokens, quotations and sentences: once, for every room behind this one.</summary>
/// <remarks>Linear in the text. Nothing is normalised: each span cuts its words out of the text exactly.</remarks>
public static class ProseReader
{
    public static Prose Read(string text, IReadOnlyList<Furniture> furniture)
    {
        var blocks = ParagraphSplitter.Split(text, furniture);
        var words = new List<TextSpan>(text.Length / 5);
        var firstWord = new int[blocks.Count + 1];
        for (var b = 0; b < blocks.Count; b++)
        {
            firstWord[b] = words.Count;
            Tokenizer.Split(text, blocks[b].Span, words);
        }

        firstWord[blocks.Count] = words.Count;
        var quoting = new QuotationReader(text, words, blocks, firstWord).Read();

        var paragraphs = new Paragraph[blocks.Count];
        var sentences = new List<Sentence>();
        var tokens = new Token[words.Count];
        for (var b = 0; b < blocks.Count; b++)
        {
            var first = sentences.Count;
            foreach (var (from, until) in SentenceSplitter.Split(text, words, firstWord[b], firstWord[b + 1], quoting.Role))
            {
                for (var w = from; w < until; w++)
                {
                    tokens[w] = new Token(words[w], LowerOf(text.AsSpan(words[w].Begin, words[w].Length)), sentences.Count, b, quoting.Innermost[w]);
                }

                sentences.Add(new Sentence(new TextSpan(words[from].Begin, words[until - 1].End), b, from, until - from));
            }

            paragraphs[b] = new Paragraph(blocks[b].Span, first, sentences.Count - first, blocks[b].Furniture);
        }

        return new Prose
        {
            Text = text,
            Paragraphs = paragraphs,
            Sentences = sentences,
            Tokens = tokens,
            Quotations = quoting.Quotations,
            Trouble = quoting.Trouble,
        };
    }

    /// <summary>Lower case, quotation marks and apostrophes made straight.</summary>
    internal static string LowerOf(ReadOnlySpan<char> word)
    {
        if (word is "``" or "''")
        {
            return "\"";
        }

        var lower = word.Length <= 128 ? stackalloc char[word.Length] : new char[word.Length];
        for (var i = 0; i < word.Length; i++)
        {
            lower[i] = word[i] switch
            {
                '‘' or '’' or '‚' or '‛' or '‹' or '›' or '`' => '\'',
                '“' or '”' or '„' or '‟' or '«' or '»' => '"',
                var c => char.ToLowerInvariant(c),
            };
        }

        return lower.ToString();
    }
}
