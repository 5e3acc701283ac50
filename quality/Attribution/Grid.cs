using System.Globalization;
using System.Text;

namespace Stemma.Quality.Attribution;

/// <summary>One grid of words for everybody, whatever the tokeniser: runs of letters and digits with inner apostrophe, hyphen or dot; every other sign alone.</summary>
internal sealed class Grid
{
    private readonly List<TextSpan> _words = [];
    private readonly List<bool> _marks = [];
    private readonly bool[] _quoted;

    public Grid(string text)
    {
        Text = text;
        for (var at = 0; at < text.Length;)
        {
            var end = IsWordly(text, at, out var length) ? WordEnd(text, at) : at + length;
            if (end > at + length || IsWordly(text, at, out _) || !Rune.IsWhiteSpace(RuneAt(text, at)))
            {
                _words.Add(new TextSpan(at, end));
                _marks.Add(!IsWordly(text, at, out _));
            }

            at = end;
        }

        _quoted = Quoted();
    }

    public string Text { get; }

    public TextSpan this[int word] => _words[word];

    public bool InQuotationMarks(int word) => _quoted[word];

    /// <summary>The words that the spans touch, without pure marks unless nothing else is left.</summary>
    public SortedSet<int> Touched(IEnumerable<TextSpan> spans)
    {
        var all = new SortedSet<int>();
        foreach (var span in spans)
        {
            var i = Math.Max(0, FirstBehind(span.Begin) - 1);
            for (; i < _words.Count && _words[i].Begin < span.End; i++)
            {
                if (_words[i].End > span.Begin)
                {
                    all.Add(i);
                }
            }
        }

        var words = new SortedSet<int>(all.Where(i => !_marks[i]));
        return words.Count > 0 ? words : all;
    }

    private int FirstBehind(int position)
    {
        int low = 0, high = _words.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _words[middle].Begin <= position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static int WordEnd(string text, int at)
    {
        var i = at;
        while (true)
        {
            while (i < text.Length && IsWordly(text, i, out var length))
            {
                i += length;
            }

            if (i + 1 < text.Length && text[i] is '\'' or '’' or '.' or '-' or '‐' or '‑' && IsWordly(text, i + 1, out _))
            {
                i++;
                continue;
            }

            return i;
        }
    }

    /// <summary>The state starts afresh at every paragraph.</summary>
    private bool[] Quoted()
    {
        var quoted = new bool[_words.Count];
        var inside = false;
        var before = 0;
        for (var i = 0; i < _words.Count; i++)
        {
            if (Text.AsSpan(before, _words[i].Begin - before).Contains('\n'))
            {
                inside = false;
            }

            before = _words[i].End;
            var sign = Text[_words[i].Begin];
            quoted[i] = inside || sign is '“' or '„' or '«' or '”' or '»' or '"';
            inside = sign switch { '“' or '„' or '«' => true, '”' or '»' => false, '"' => !inside, _ => inside };
        }

        return quoted;
    }

    private static Rune RuneAt(string text, int at) => Rune.TryGetRuneAt(text, at, out var rune) ? rune : Rune.ReplacementChar;

    private static bool IsWordly(string text, int at, out int length)
    {
        var rune = RuneAt(text, at);
        length = Rune.TryGetRuneAt(text, at, out _) ? rune.Utf16SequenceLength : 1;
        return Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
    }
}
