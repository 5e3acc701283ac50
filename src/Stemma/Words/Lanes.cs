using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Stemma.Words;

/// <summary>How are many numbers worked on at once so that the answer never depends on how many the machine takes at a time?</summary>
/// <remarks>Every function acts lane by lane with the same fused steps, or sums lanes in one fixed order.</remarks>
public static class Lanes
{
    /// <summary>How many bits of numbers the kernels take at once: 512, 256, or 0 for one number after the other. The answers are the same.</summary>
    /// <remarks>Only tests set it, to prove just that.</remarks>
    internal static int Width { get; set; } = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated && Fma.IsSupported ? 256 : 0;

    // Rational approximation of tanh on [-7.9, 7.9] (the coefficients that Eigen uses, MPL-2.0; error below 3e-7).
    const float A1 = 4.89352455891786e-03f, A3 = 6.37261928875436e-04f, A5 = 1.48572235717979e-05f, A7 = 5.12229709037114e-08f,
        A9 = -8.60467152213735e-11f, A11 = 2.00018790482477e-13f, A13 = -2.76076847742355e-16f;
    const float B0 = 4.89352518554385e-03f, B2 = 2.26843463243900e-03f, B4 = 1.18534705686654e-04f, B6 = 1.19825839466702e-06f;
    const float Edge = 7.90531110763549805f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector512<float> x) => Sum(x.GetLower() + x.GetUpper());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector256<float> x) => Sum(x.GetLower() + x.GetUpper());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector128<float> x) => (x[0] + x[2]) + (x[1] + x[3]);

    public static float Tanh(float x)
    {
        x = MathF.Min(Edge, MathF.Max(-Edge, x));
        var y = x * x;
        var p = MathF.FusedMultiplyAdd(A13, y, A11);
        p = MathF.FusedMultiplyAdd(p, y, A9); p = MathF.FusedMultiplyAdd(p, y, A7); p = MathF.FusedMultiplyAdd(p, y, A5);
        p = MathF.FusedMultiplyAdd(p, y, A3); p = MathF.FusedMultiplyAdd(p, y, A1);
        var q = MathF.FusedMultiplyAdd(B6, y, B4);
        q = MathF.FusedMultiplyAdd(q, y, B2); q = MathF.FusedMultiplyAdd(q, y, B0);
        return x * p / q;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x)
    {
        x = Vector512.Min(Vector512.Create(Edge), Vector512.Max(Vector512.Create(-Edge), x));
        var y = x * x;
        var p = Vector512.FusedMultiplyAdd(Vector512.Create(A13), y, Vector512.Create(A11));
        p = Vector512.FusedMultiplyAdd(p, y, Vector512.Create(A9)); p = Vector512.FusedMultiplyAdd(p, y, Vector512.Create(A7));
        p = Vector512.FusedMultiplyAdd(p, y, Vector512.Create(A5)); p = Vector512.FusedMultiplyAdd(p, y, Vector512.Create(A3));
        p = Vector512.FusedMultiplyAdd(p, y, Vector512.Create(A1));
        var q = Vector512.FusedMultiplyAdd(Vector512.Create(B6), y, Vector512.Create(B4));
        q = Vector512.FusedMultiplyAdd(q, y, Vector512.Create(B2)); q = Vector512.FusedMultiplyAdd(q, y, Vector512.Create(B0));
        return x * p / q;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x)
        => Vector512.FusedMultiplyAdd(Vector512.Create(.5f), Tanh(x * .5f), Vector512.Create(.5f));
}
