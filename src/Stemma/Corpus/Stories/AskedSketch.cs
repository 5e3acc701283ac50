using System.Runtime.CompilerServices;

namespace Stemma.Corpus.Stories;

/// <summary>Does one article have this term? Asked some hundred thousand times for one that comes in: nearly always it has not, and a bit tells.</summary>
internal sealed class AskedSketch
{
    // One bit in twenty is set by an article's 420 terms.
    private const int Bits = 8192;

    // Twice as many places as an article can have terms.
    private const int Places = 1024;

    private readonly ulong[] _bits = new ulong[Bits / 64];
    private readonly ulong[] _keys;
    private readonly int _mask;

    public AskedSketch(StorySketch sketch)
    {
        Sketch = sketch;
        var places = Places;
        while (places < sketch.Keys.Length * 2)
        {
            places *= 2;
        }

        _keys = new ulong[places];
        _mask = places - 1;
        foreach (var key in sketch.Keys)
        {
            var term = StoryKey.Term(key);
            _bits[(term & (Bits - 1)) >> 6] |= 1UL << (int)(term & 63);
            var at = Place(term);
            while (_keys[at] != 0 && StoryKey.Term(_keys[at]) != term)
            {
                at = (at + 1) & _mask;
            }

            // Of two terms with one hash the first counts.
            _keys[at] = _keys[at] == 0 ? key : _keys[at];
        }
    }

    public StorySketch Sketch { get; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHave(ulong key)
    {
        var term = StoryKey.Term(key);
        return (_bits[(term & (Bits - 1)) >> 6] & (1UL << (int)(term & 63))) != 0;
    }

    /// <summary>The article's own key of the same term.</summary>
    public bool TryFind(ulong key, out ulong own)
    {
        var term = StoryKey.Term(key);
        for (var at = Place(term); _keys[at] != 0; at = (at + 1) & _mask)
        {
            if (StoryKey.Term(_keys[at]) == term)
            {
                own = _keys[at];
                return true;
            }
        }

        own = 0;
        return false;
    }

    private int Place(ulong term) => (int)(term >> 13) & _mask;
}
