namespace Stemma;

/// <summary>Translates positions of one text between UTF-16 units (inside) and Unicode code points (outside).</summary>
/// <remarks>A text without characters beyond U+FFFF costs nothing: both counts agree. A lone surrogate counts as one code point.</remarks>
public sealed class CodePoints
{
    /// <summary>Both counts agree.</summary>
    public static readonly CodePoints Same = new([], 0);

    // UTF-16 position of the second half of each surrogate pair, ascending.
    private readonly int[] _lowHalves;

    private CodePoints(int[] lowHalves, int _) => _lowHalves = lowHalves;

    public static CodePoints Of(string text)
    {
        List<int>? low = null;
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsLowSurrogate(text[i]) && char.IsHighSurrogate(text[i - 1]))
            {
                (low ??= []).Add(i);
            }
        }

        return low is null ? Same : new([.. low], 0);
    }

    /// <summary>From a UTF-16 position to a count of code points. A position in the middle of a pair is that of the pair's character.</summary>
    public int FromUtf16(int position)
    {
        var found = Array.BinarySearch(_lowHalves, position);
        return found >= 0 ? position - found - 1 : position - ~found;
    }

    /// <summary>From a count of code points to the UTF-16 position.</summary>
    public int ToUtf16(int position)
    {
        // The k-th low half stands at code point (its position - k - 1): that character begins one unit earlier.
        int low = 0, high = _lowHalves.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_lowHalves[middle] - middle - 1 < position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return position + low;
    }

    public TextSpan FromUtf16(TextSpan span) => _lowHalves.Length == 0 ? span : new(FromUtf16(span.Begin), FromUtf16(span.End));

    public TextSpan ToUtf16(TextSpan span) => _lowHalves.Length == 0 ? span : new(ToUtf16(span.Begin), ToUtf16(span.End));
}
