using Stemma.Articles.Sentences;
using Stemma.Words;

namespace Stemma.Articles.Attribution.Tagger;

/// <summary>What does the network see of each word? Numbers of rows in its input tables, and which words it reads in one run.</summary>
internal sealed class TaggerInput
{
    /// <summary>Runs are whole paragraphs, joined until they have so many words …</summary>
    public const int RunLength = 130;

    /// <summary>… and never more than this; longer paragraphs are cut between sentences.</summary>
    public const int LongestRun = 320;

    /// <summary>The input tables in order: name, rows (0 where the lexicon tells), width.</summary>
    public static readonly (string Name, int Rows, int Width)[] Tables =
    [
        ("vector", 0, 128), ("word", 0, 48), ("last3", 0, 24), ("first4", 0, 20), ("last2", 0, 12), ("shape", 12, 10),
        ("quote", 10, 8), ("quoteKind", 18, 8), ("start", 6, 6), ("paragraph", 4, 4), ("cueBand", 10, 8),
    ];

    public const int Vector = 0, Word = 1, Last3 = 2, First4 = 3, Last2 = 4, Shape = 5, Quote = 6, QuoteKind = 7, Start = 8, Paragraph = 9, CueBand = 10;

    public static readonly int Width = Tables.Sum(t => t.Width);

    private const string Stop = ".";

    // A dateline stands behind headline, standfirst and section at the latest.
    private const int DatelineReach = 4;

    private readonly Prose _prose;

    private TaggerInput(Prose prose) => _prose = prose;

    /// <summary>For every word of the prose that is read, its eleven numbers.</summary>
    public required int[] Rows { get; init; }

    /// <summary>Which of the distinct forms each word has, and where in the lexicon each form stands (-1: nowhere).</summary>
    public required int[] FormOf { get; init; }

    public required IReadOnlyList<int> FormNumbers { get; init; }

    /// <summary>Which word of the prose stands here; a stop that was put behind a paragraph stands for the paragraph's last word.</summary>
    public required int[] Tokens { get; init; }

    /// <summary>Where paragraphs begin, among the words that are read; the last entry is their number.</summary>
    public required int[] ParagraphStarts { get; init; }

    public int Count => Tokens.Length;

    /// <param name="prose">The article's words.</param>
    /// <param name="lexicon">The words that the network knows.</param>
    /// <param name="plain">
    /// Bring an article into the form of those that the network learned from: a full stop behind a headline or heading that has none (without it the words of a
    /// headline run on into the first paragraph), and no dateline before the first sentence.
    /// </param>
    public static TaggerInput Of(Prose prose, Lexicon lexicon, bool plain = false)
    {
        var (tokens, starts) = WordsRead(prose, plain);
        var rows = new int[tokens.Length * Tables.Length];
        var kinds = prose.Quotations.Select(q => QuoteKindOf(prose, q)).ToArray();
        var (forms, formOf, numbers, formRows) = (new Dictionary<string, int>(StringComparer.Ordinal), new int[tokens.Length], new List<int>(), new List<int>());
        var paragraph = -1;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (paragraph + 1 < starts.Length && starts[paragraph + 1] == i)
            {
                paragraph++;
            }

            var token = prose.Tokens[tokens[i]];
            var isStop = i > 0 && tokens[i] == tokens[i - 1];
            var lower = isStop ? Stop : token.Lower;
            var row = rows.AsSpan(i * Tables.Length, Tables.Length);
            var first = Math.Max(prose.Sentences[token.Sentence].FirstToken, tokens[starts[paragraph]]);
            if (forms.TryGetValue(lower, out formOf[i]))
            {
                var same = rows.AsSpan(formRows[formOf[i]] * Tables.Length, Tables.Length);
                same[..Shape].CopyTo(row);
                row[CueBand] = same[CueBand];
            }
            else
            {
                var form = Lexicon.FormOf(lower);
                var number = lexicon.NumberOf(form);
                forms[lower] = formOf[i] = numbers.Count;
                numbers.Add(number);
                formRows.Add(i);
                row[Vector] = lexicon[number].Vector;
                row[Word] = lexicon[number].Word;
                row[Last3] = lexicon.Last3Of(form);
                row[First4] = lexicon.First4Of(form);
                row[Last2] = lexicon.Last2Of(form);
                row[CueBand] = lexicon[number].CueBand;
            }

            row[Shape] = ShapeOf(isStop ? Stop : prose.Text.AsSpan(token.Span.Begin, token.Span.Length), tokens[i] == first);
            row[Quote] = isStop ? 0 : QuoteOf(prose, token);
            row[QuoteKind] = isStop || token.Quotation < 0 ? 0 : kinds[token.Quotation];
            row[Start] = starts[paragraph] == i ? 1 : tokens[i] == first && !isStop ? 2 : tokens[i] == first + 1 && !isStop ? 3 : i + 1 == (paragraph + 1 < starts.Length ? starts[paragraph + 1] : tokens.Length) ? 4 : 0;
            row[Paragraph] = Math.Min(paragraph, 3);
        }

        return new TaggerInput(prose) { Rows = rows, FormOf = formOf, FormNumbers = numbers, Tokens = tokens, ParagraphStarts = [.. starts, tokens.Length] };
    }

    /// <summary>Several articles one behind the other, as the network reads them together; only what it looks at is joined.</summary>
    public static TaggerInput Joined(IReadOnlyList<TaggerInput> inputs)
    {
        if (inputs.Count == 1)
        {
            return inputs[0];
        }

        var (formOf, numbers) = (new List<int>(), new List<int>());
        foreach (var input in inputs)
        {
            var before = numbers.Count;
            formOf.AddRange(input.FormOf.Select(f => before + f));
            numbers.AddRange(input.FormNumbers);
        }

        return new TaggerInput(inputs[0]._prose)
        {
            Rows = [.. inputs.SelectMany(i => i.Rows)],
            FormOf = [.. formOf],
            FormNumbers = numbers,
            Tokens = [.. inputs.SelectMany(i => i.Tokens)],
            ParagraphStarts = [],
        };
    }

    /// <summary>The runs: paragraphs joined to at least <paramref name="length"/> words, none longer than <see cref="LongestRun"/>.</summary>
    public List<(int From, int Until)> Runs(int length = RunLength)
    {
        var runs = new List<(int, int)>();
        var from = 0;
        for (var p = 1; p < ParagraphStarts.Length; p++)
        {
            var end = ParagraphStarts[p];
            if (end - from > LongestRun && ParagraphStarts[p - 1] > from)
            {
                runs.Add((from, ParagraphStarts[p - 1]));
                from = ParagraphStarts[p - 1];
            }

            while (end - from > LongestRun)
            {
                var cut = CutBetweenSentences(from);
                runs.Add((from, cut));
                from = cut;
            }

            if (end - from >= length)
            {
                runs.Add((from, end));
                from = end;
            }
        }

        if (from < Count)
        {
            runs.Add((from, Count));
        }

        return runs;
    }

    private int CutBetweenSentences(int from)
    {
        for (var i = from + LongestRun; i > from + 1; i--)
        {
            if (_prose.Tokens[Tokens[i]].Sentence != _prose.Tokens[Tokens[i - 1]].Sentence)
            {
                return i;
            }
        }

        return from + LongestRun;
    }

    /// <summary>Headline and body; other furniture says nothing that counts.</summary>
    private static (int[] Tokens, int[] Starts) WordsRead(Prose prose, bool plain)
    {
        var tokens = new List<int>(prose.Tokens.Count);
        var starts = new List<int>();
        foreach (var paragraph in prose.Paragraphs)
        {
            if (paragraph.Sentences == 0 || paragraph.Furniture is not null and not FurnitureKind.Headline)
            {
                continue;
            }

            var last = prose.Sentences[paragraph.FirstSentence + paragraph.Sentences - 1];
            var first = prose.Sentences[paragraph.FirstSentence].FirstToken;
            if (plain && starts.Count < DatelineReach && Dateline.EndIn(prose.Text, paragraph.Span) is { } end && prose.TokenAt(end) is var behind && behind < last.FirstToken + last.Tokens)
            {
                first = behind;
            }

            starts.Add(tokens.Count);
            for (var t = first; t < last.FirstToken + last.Tokens; t++)
            {
                tokens.Add(t);
            }

            if (plain && char.IsLetterOrDigit(prose.Text[prose.Tokens[tokens[^1]].Span.End - 1]))
            {
                tokens.Add(tokens[^1]);
            }
        }

        return ([.. tokens], [.. starts]);
    }

    private static int ShapeOf(ReadOnlySpan<char> word, bool first)
    {
        int upper = 0, lower = 0, digits = 0, others = 0;
        foreach (var c in word)
        {
            if (char.IsUpper(c))
            {
                upper++;
            }
            else if (char.IsLetter(c))
            {
                lower++;
            }
            else if (char.IsDigit(c))
            {
                digits++;
            }
            else
            {
                others++;
            }
        }

        return (upper, lower, digits) switch
        {
            (0, 0, 0) => word.Length == 1 && char.IsAscii(word[0]) ? 0 : 1,
            (0, 0, > 0) => 2,
            (_, _, > 0) => 3,
            (0, _, _) => others > 0 ? 5 : 4,
            (1, 0, _) => 6,
            (_, 0, _) => 7,
            (1, _, _) when char.IsUpper(word[0]) => first ? 8 : 9,
            _ => others > 0 ? 10 : 11,
        };
    }

    private static int QuoteOf(Prose prose, Token token)
    {
        if (token.Quotation < 0)
        {
            return 0;
        }

        var quotation = prose.Quotations[token.Quotation];
        var inner = quotation.Depth > 0 || prose.Text[quotation.Span[0].Begin] is '\'' or '‘' or '‹' or '‚' ? 4 : 0;
        var kind = token.Span.Begin == PieceAt(quotation.Span, token.Span.Begin).Begin ? 1
            : quotation.Closed && token.Span.End == quotation.Span[^1].End ? 3
            : 2;
        return inner > 0 ? inner + kind : quotation.Closed ? kind : kind == 1 ? 8 : 9;
    }

    private static TextSpan PieceAt(Spans pieces, int position)
    {
        int low = 0, high = pieces.Count - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (pieces[middle].End <= position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return pieces[low];
    }

    private static int QuoteKindOf(Prose prose, Quotation quotation)
    {
        int words = 0, stop = 0, comma = 0;
        foreach (var piece in quotation.Span)
        {
            for (var t = prose.TokenAt(piece.Begin); t < prose.Tokens.Count && prose.Tokens[t].Span.Begin < piece.End; t++)
            {
                words++;
                var sign = prose.Tokens[t].Span.Length == 1 ? prose.Text[prose.Tokens[t].Span.Begin] : ' ';
                stop |= sign is '.' or '!' or '?' ? 1 : 0;
                if (prose.Tokens[t].Span.End == quotation.Span[^1].End && t > 0)
                {
                    comma = prose.Text[prose.Tokens[t - 1].Span.Begin] == ',' ? 1 : 0;
                }
            }
        }

        var band = words <= 5 ? 0 : words <= 10 ? 1 : words <= 24 ? 2 : 3;
        return 1 + (band * 4) + (stop * 2) + comma;
    }
}
