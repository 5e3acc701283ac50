namespace Stemma.Articles.Attribution.Tagger;

/// <summary>How far apart are two words, in bands that the pointer leans by?</summary>
internal static class PointerBands
{
    /// <summary>Width of a pointer's queries and keys.</summary>
    public const int Width = 64;

    /// <summary>1 / √Width, so that products start out near one.</summary>
    public const float Scale = .125f;

    public const int Count = 17;

    /// <summary>0 is the word itself; behind it 1, 2, 3–4, 5–8, … words, then the same before it.</summary>
    public static int Of(int distance)
    {
        if (distance == 0)
        {
            return 0;
        }

        var band = Math.Min(7, System.Numerics.BitOperations.Log2((uint)Math.Abs(distance) * 2 - 1));
        return distance > 0 ? 1 + band : 9 + band;
    }
}
