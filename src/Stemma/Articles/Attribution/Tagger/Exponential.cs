namespace Stemma.Articles.Attribution.Tagger;

/// <summary>e to the power of x, to the same last bit on every machine (what the system's library gives differs from one to the next).</summary>
internal static class Exponential
{
    public static float Of(float x)
    {
        if (x < -87f)
        {
            return 0;
        }

        x = MathF.Min(x, 88f);
        var whole = MathF.Round(x * 1.44269504f);
        var rest = MathF.FusedMultiplyAdd(whole, -0.693359375f, x);
        rest = MathF.FusedMultiplyAdd(whole, 2.12194440e-4f, rest);

        // Taylor's series to the seventh power: on |rest| ≤ ln 2 / 2 its error lies below the last bit.
        var y = MathF.FusedMultiplyAdd(rest, 1f / 5040, 1f / 720);
        y = MathF.FusedMultiplyAdd(y, rest, 1f / 120);
        y = MathF.FusedMultiplyAdd(y, rest, 1f / 24);
        y = MathF.FusedMultiplyAdd(y, rest, 1f / 6);
        y = MathF.FusedMultiplyAdd(y, rest, .5f);
        y = MathF.FusedMultiplyAdd(y, rest, 1f);
        y = MathF.FusedMultiplyAdd(y, rest, 1f);
        return y * BitConverter.Int32BitsToSingle(((int)whole + 127) << 23);
    }
}
