using System.Runtime.Intrinsics;
using Stemma.Words;

namespace Stemma.Articles.Attribution.Tagger;

/// <summary>The inner product of two rows, summed in one fixed order on every machine. Rows are whole blocks of sixteen.</summary>
internal static class Product
{
    public static float Of(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = Vector512<float>.Zero;
        for (var i = 0; i < a.Length; i += 16)
        {
            sum = Vector512.FusedMultiplyAdd(Vector512.Create(a.Slice(i, 16)), Vector512.Create(b.Slice(i, 16)), sum);
        }

        return Lanes.Sum(sum);
    }
}
