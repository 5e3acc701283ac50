namespace Stemma.Articles.Sentences;

/// <summary>What does a mark do to the quotation around it?</summary>
internal enum QuotationMark : byte
{
    None,
    Opens,
    Closes,
}

/// <summary>Which words stand between which quotation marks? Curly, straight, single, low-9, guillemets, nested, reopened at each paragraph.</summary>
/// <remarks>
/// A mark that is never closed ends with its paragraph, unless the next one reopens it, and is told under trouble; so one lost mark never turns
/// the rest of an article inside out. One pass over the words; what must be known of the words behind (is there a mark that closes?) is counted
/// backwards first, so that no search repeats.
/// </remarks>
internal sealed class QuotationReader(string text, List<TextSpan> words, List<ParagraphSplitter.Block> blocks, int[] firstWord)
{
    /// <summary>Deeper nesting than this is noise (a row of marks), not speech in speech.</summary>
    private const int DeepestNesting = 6;

    private readonly List<Open> _open = [];
    private readonly List<Open> _done = [];
    private readonly List<Trouble> _trouble = [];
    private int[] _nextSingleClose = [];
    private int[] _curlyBalance = [];

    public QuotationMark[] Role { get; } = new QuotationMark[words.Count];

    public int[] Innermost { get; } = new int[words.Count];

    public IReadOnlyList<Quotation> Quotations { get; private set; } = [];

    public IReadOnlyList<Trouble> Trouble => _trouble;

    private enum Family : byte
    {
        Curly,
        Straight,
        Low,
        Guillemets,
        Single,
    }

    private sealed class Open
    {
        public required Family Family { get; init; }
        public required int Depth { get; init; }
        public required int Mark { get; init; }
        public List<(int From, int Until)> Pieces { get; } = [];
        public int From { get; set; }
        public bool Closed { get; set; }
    }

    public QuotationReader Read()
    {
        LookAhead();
        List<Open> carried = [];
        for (var b = 0; b < blocks.Count; b++)
        {
            if (blocks[b].Furniture is not null)
            {
                ReadBlock(b, firstWord[b]);
                _open.ForEach(o => End(o, firstWord[b + 1], closed: false));
                _open.Clear();
                continue;
            }

            var from = Reopened(carried, b);
            ReadBlock(b, from);
            carried = [.. _open];
            foreach (var o in _open)
            {
                o.Pieces.Add((o.From, firstWord[b + 1]));
            }

            _open.Clear();
        }

        carried.ForEach(Lose);
        Number();
        return this;
    }

    /// <summary>Takes up the quotations of the paragraph before where this one repeats their opening marks; the others are lost. Returns the first word behind the marks.</summary>
    private int Reopened(List<Open> carried, int block)
    {
        var w = firstWord[block];
        foreach (var o in carried)
        {
            if (w < firstWord[block + 1] && _open.Count == o.Depth && Reopens(o.Family, Mark(w)))
            {
                Role[w] = QuotationMark.Opens;
                o.From = w++;
                _open.Add(o);
            }
            else
            {
                Lose(o);
            }
        }

        return w;
    }

    private static bool Reopens(Family family, char mark) => family switch
    {
        Family.Guillemets => mark is '«' or '»',
        Family.Low => mark is '„',
        Family.Single => mark is '‘' or '\'',
        Family.Straight => mark is '"' or '“',
        _ => mark is '“' or '"',
    };

    private void ReadBlock(int block, int from)
    {
        for (var w = from; w < firstWord[block + 1]; w++)
        {
            switch (Mark(w))
            {
                case '“' when Top(Family.Low) is { } low:
                    Close(low, w);
                    break;
                case '“' or '‟':
                    OpenCurly(w);
                    break;
                case '”':
                    CloseCurly(w);
                    break;
                case '„':
                    Push(Family.Low, w);
                    break;
                case '«' or '»':
                    Guillemet(w);
                    break;
                case '"':
                    Straight(w, firstWord[block]);
                    break;
                case '‘' or '\'' or '’' or '‹' or '›' or '‚':
                    Single(w, firstWord[block]);
                    break;
            }
        }

        // A single mark that never closed was an apostrophe, unless it opened the paragraph.
        _open.RemoveAll(o => o.Family == Family.Single && o.From != firstWord[block]);
    }

    private void OpenCurly(int w)
    {
        // Inside an open one: nested where the marks behind close both, else the earlier lost its closing mark.
        if (Top(Family.Curly) is { } before && _curlyBalance[w] < 2)
        {
            _open.RemoveRange(_open.IndexOf(before), _open.Count - _open.IndexOf(before));
            before.Pieces.Add((before.From, w));
            Lose(before);
        }

        Push(Family.Curly, w);
    }

    private void CloseCurly(int w)
    {
        if ((Top(Family.Curly) ?? Top(Family.Low) ?? Top(Family.Straight)) is { } open)
        {
            Close(open, w);
        }
        else if (LooksOpening(w))
        {
            // As set in Swedish and Finnish papers, or by a careless machine.
            Push(Family.Curly, w);
        }
        else
        {
            Stray(w);
        }
    }

    private void Guillemet(int w)
    {
        if (Top(Family.Guillemets) is { } open && !(Mark(w) == '«' && Mark(open.Mark) == '«' && LooksOpening(w)))
        {
            Close(open, w);
        }
        else if (Mark(w) == '«' || LooksOpening(w))
        {
            Push(Family.Guillemets, w);
        }
        else
        {
            Stray(w);
        }
    }

    private void Straight(int w, int blockStart)
    {
        var open = Top(Family.Straight);
        if (open is null && Top(Family.Curly) is { } curly && LooksClosing(w))
        {
            Close(curly, w);
        }
        else if (open is null && LooksClosing(w) && !LooksOpening(w) && w > blockStart)
        {
            // 5'10" is a height.
            if (!char.IsDigit(text[words[w].Begin - 1]) && text[words[w].Begin - 1] != '\'')
            {
                Stray(w);
            }
        }
        else if (open is null)
        {
            Push(Family.Straight, w);
        }
        else if (LooksOpening(w) && !LooksClosing(w) && w > open.From + 1)
        {
            _open.RemoveRange(_open.IndexOf(open), _open.Count - _open.IndexOf(open));
            open.Pieces.Add((open.From, w));
            Lose(open);
            Push(Family.Straight, w);
        }
        else
        {
            Close(open, w);
        }
    }

    private void Single(int w, int blockStart)
    {
        var open = _open.Count > 0 && _open[^1].Family == Family.Single ? _open[^1] : null;
        var mark = Mark(w);
        if (open is not null && IsSingleClose(w) && (mark is not '‘' || Mark(open.Mark) == '‚'))
        {
            // "the workers' rights" inside single marks: an apostrophe while another mark is left to close.
            var possessive = mark is not '›' && char.ToLowerInvariant(text[words[w].Begin - 1]) == 's' && ClosesLater(w) && FollowedByLower(w);
            if (!possessive)
            {
                Close(open, w);
            }
        }
        else if (open is null && mark is '‘' or '‹' or '‚' or '\'' && LooksOpening(w)
            && (ClosesLater(w) || (mark == '‘' && w == blockStart)))
        {
            Push(Family.Single, w);
        }
    }

    private void Push(Family family, int w)
    {
        if (_open.Count >= DeepestNesting)
        {
            return;
        }

        Role[w] = QuotationMark.Opens;
        _open.Add(new Open { Family = family, Depth = _open.Count, Mark = w, From = w });
    }

    private void Close(Open open, int w)
    {
        Role[w] = QuotationMark.Closes;
        var at = _open.IndexOf(open);
        for (var i = _open.Count - 1; i > at; i--)
        {
            if (_open[i].Family != Family.Single)
            {
                _open[i].Pieces.Add((_open[i].From, w));
                Lose(_open[i]);
            }
        }

        _open.RemoveRange(at, _open.Count - at);
        End(open, w + 1, closed: true);
    }

    private void End(Open open, int until, bool closed)
    {
        open.Pieces.Add((open.From, until));
        open.Closed = closed;
        _done.Add(open);
    }

    private void Lose(Open open)
    {
        _done.Add(open);
        Tell(open.Mark, "This quotation mark is never closed; the quotation is taken to end with its paragraph.");
    }

    private void Stray(int w) => Tell(w, "This quotation mark closes nothing.");

    private void Tell(int w, string message) => _trouble.Add(new Trouble("unbalanced-quotation-marks", [words[w]], message));

    private Open? Top(Family family) => _open.FindLast(o => o.Family == family);

    private bool ClosesLater(int w) => _nextSingleClose[w] >= 0;

    private char Mark(int w)
    {
        var c = text[words[w].Begin];
        return words[w].Length switch
        {
            1 => c,
            2 when c == '`' && text[words[w].Begin + 1] == '`' => '“',
            2 when c == '\'' && text[words[w].Begin + 1] == '\'' => '”',
            _ => '\0',
        };
    }

    private bool LooksOpening(int w)
    {
        var (before, after) = Around(w);
        return (char.IsWhiteSpace(before) || before is '(' or '[' or '—' or '–' or '-' or '/' or ':' || IsQuotationMark(before)) && !char.IsWhiteSpace(after);
    }

    private bool LooksClosing(int w)
    {
        var (before, after) = Around(w);
        return !char.IsWhiteSpace(before) && (char.IsWhiteSpace(after) || char.IsPunctuation(after) || IsQuotationMark(after));
    }

    private bool IsSingleClose(int w) => Mark(w) is '’' or '\'' or '›' or '‘' && !char.IsWhiteSpace(Around(w).Before) && !char.IsLetterOrDigit(Around(w).After);

    private (char Before, char After) Around(int w) =>
        (words[w].Begin > 0 ? text[words[w].Begin - 1] : ' ', words[w].End < text.Length ? text[words[w].End] : ' ');

    private bool FollowedByLower(int w) => w + 1 < words.Count && words[w + 1].Begin > words[w].End && char.IsLower(text[words[w + 1].Begin]);

    private static bool IsQuotationMark(char c) => c is '"' or '“' or '”' or '„' or '‟' or '‘' or '’' or '\'' or '«' or '»' or '‹' or '›';

    /// <summary>For every word: the next mark behind it in its paragraph that could close a single quotation, and how many more curly marks close than open from here on.</summary>
    private void LookAhead()
    {
        _nextSingleClose = new int[words.Count];
        _curlyBalance = new int[words.Count];
        for (var b = blocks.Count - 1; b >= 0; b--)
        {
            var (next, balance) = (-1, 0);
            for (var w = firstWord[b + 1] - 1; w >= firstWord[b]; w--)
            {
                _curlyBalance[w] = balance;
                balance += Mark(w) switch { '”' => 1, '“' => -1, _ => 0 };
                _nextSingleClose[w] = next;
                next = IsSingleClose(w) && Mark(w) != '‘' ? w : next;
            }
        }
    }

    private void Number()
    {
        Array.Fill(Innermost, -1);
        var order = _done.OrderBy(o => o.Pieces[0].From).ThenBy(o => o.Depth).ToArray();
        Quotations = [.. order.Select(o => new Quotation([.. o.Pieces.Select(p => new TextSpan(words[p.From].Begin, words[p.Until - 1].End))], o.Depth, o.Closed))];
        foreach (var (open, number) in order.Select((o, n) => (o, n)).OrderBy(x => x.o.Depth).ThenBy(x => x.n))
        {
            foreach (var (from, until) in open.Pieces)
            {
                Innermost.AsSpan(from, until - from).Fill(number);
            }
        }
    }
}
