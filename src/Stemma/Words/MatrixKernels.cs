using System.Runtime.Intrinsics;

namespace Stemma.Words;

/// <summary>How are rows of numbers multiplied with a matrix at the full speed of the machine, and to the same last bit on every machine?</summary>
/// <remarks>
/// Each number of the answer is one chain of fused multiply-adds in the order of the depth, whatever the width of the vectors, so that AVX-512, AVX2
/// and plain code agree exactly. The blocks below differ only in how many rows and columns they keep in registers; read one and you have read all.
/// Measured on one core of a Zen 5: see bench/README.md.
/// </remarks>
internal static unsafe class MatrixKernels
{
    /// <summary>c (+)= a · b for <paramref name="rows"/> rows of a and one panel of b.</summary>
    public static void Panel(float* a, int row, int step, int rows, int depth, float* b, float* c, int stride, bool add)
    {
        switch (Lanes.Width)
        {
            case 512:
                for (; rows >= 6; rows -= 6, a += 6L * row, c += 6L * stride)
                {
                    Block512x6(a, row, step, depth, b, c, stride, add);
                }

                for (; rows >= 4; rows -= 4, a += 4L * row, c += 4L * stride)
                {
                    Block512x4(a, row, step, depth, b, c, stride, add);
                }

                for (; rows >= 2; rows -= 2, a += 2L * row, c += 2L * stride)
                {
                    Block512x2(a, row, step, depth, b, c, stride, add);
                }

                for (; rows >= 1; rows -= 1, a += row, c += stride)
                {
                    Block512x1(a, row, step, depth, b, c, stride, add);
                }

                break;
            case 256:
                for (var column = 0; column < PackedMatrix.Panel; column += 16)
                {
                    Columns256(a, row, step, rows, depth, b + column, c + column, stride, add);
                }

                break;
            default:
                for (var r = 0; r < rows; r++)
                {
                    Plain(a + (r * (long)row), step, depth, b, c + (r * (long)stride), add);
                }

                break;
        }
    }

    private static void Columns256(float* a, int row, int step, int rows, int depth, float* b, float* c, int stride, bool add)
    {
        for (; rows >= 6; rows -= 6, a += 6L * row, c += 6L * stride)
        {
            Block256x6(a, row, step, depth, b, c, stride, add);
        }

        for (; rows >= 4; rows -= 4, a += 4L * row, c += 4L * stride)
        {
            Block256x4(a, row, step, depth, b, c, stride, add);
        }

        for (; rows >= 2; rows -= 2, a += 2L * row, c += 2L * stride)
        {
            Block256x2(a, row, step, depth, b, c, stride, add);
        }

        for (; rows >= 1; rows -= 1, a += row, c += stride)
        {
            Block256x1(a, row, step, depth, b, c, stride, add);
        }
    }

    private static void Plain(float* a, int step, int depth, float* b, float* c, bool add)
    {
        if (!add)
        {
            new Span<float>(c, PackedMatrix.Panel).Clear();
        }

        for (var k = 0; k < depth; k++, a += step, b += PackedMatrix.Panel)
        {
            var x = *a;
            for (var j = 0; j < PackedMatrix.Panel; j++)
            {
                c[j] = MathF.FusedMultiplyAdd(x, b[j], c[j]);
            }
        }
    }

    private static void Block512x6(float* a, int row, int step, int depth, float* b, float* c, int stride, bool add)
    {
        Vector512<float> c00 = add ? Vector512.Load(c + (0 * stride) + 0) : Vector512<float>.Zero, c01 = add ? Vector512.Load(c + (0 * stride) + 16) : Vector512<float>.Zero, c02 = add ? Vector512.Load(c + (0 * stride) + 32) : Vector512<float>.Zero, c03 = add ? Vector512.Load(c + (0 * stride) + 48) : Vector512<float>.Zero;
        Vector512<float> c10 = add ? Vector512.Load(c + (1 * stride) + 0) : Vector512<float>.Zero, c11 = add ? Vector512.Load(c + (1 * stride) + 16) : Vector512<float>.Zero, c12 = add ? Vector512.Load(c + (1 * stride) + 32) : Vector512<float>.Zero, c13 = add ? Vector512.Load(c + (1 * stride) + 48) : Vector512<float>.Zero;
        Vector512<float> c20 = add ? Vector512.Load(c + (2 * stride) + 0) : Vector512<float>.Zero, c21 = add ? Vector512.Load(c + (2 * stride) + 16) : Vector512<float>.Zero, c22 = add ? Vector512.Load(c + (2 * stride) + 32) : Vector512<float>.Zero, c23 = add ? Vector512.Load(c + (2 * stride) + 48) : Vector512<float>.Zero;
        Vector512<float> c30 = add ? Vector512.Load(c + (3 * stride) + 0) : Vector512<float>.Zero, c31 = add ? Vector512.Load(c + (3 * stride) + 16) : Vector512<float>.Zero, c32 = add ? Vector512.Load(c + (3 * stride) + 32) : Vector512<float>.Zero, c33 = add ? Vector512.Load(c + (3 * stride) + 48) : Vector512<float>.Zero;
        Vector512<float> c40 = add ? Vector512.Load(c + (4 * stride) + 0) : Vector512<float>.Zero, c41 = add ? Vector512.Load(c + (4 * stride) + 16) : Vector512<float>.Zero, c42 = add ? Vector512.Load(c + (4 * stride) + 32) : Vector512<float>.Zero, c43 = add ? Vector512.Load(c + (4 * stride) + 48) : Vector512<float>.Zero;
        Vector512<float> c50 = add ? Vector512.Load(c + (5 * stride) + 0) : Vector512<float>.Zero, c51 = add ? Vector512.Load(c + (5 * stride) + 16) : Vector512<float>.Zero, c52 = add ? Vector512.Load(c + (5 * stride) + 32) : Vector512<float>.Zero, c53 = add ? Vector512.Load(c + (5 * stride) + 48) : Vector512<float>.Zero;
        var a1 = a + (1 * row);
        var a2 = a + (2 * row);
        var a3 = a + (3 * row);
        var a4 = a + (4 * row);
        var a5 = a + (5 * row);
        for (var k = 0; k < depth; k++)
        {
            Vector512<float> b0 = Vector512.Load(b + 0), b1 = Vector512.Load(b + 16), b2 = Vector512.Load(b + 32), b3 = Vector512.Load(b + 48);
            var x = Vector512.Create(*a);
            c00 = Vector512.FusedMultiplyAdd(x, b0, c00); c01 = Vector512.FusedMultiplyAdd(x, b1, c01); c02 = Vector512.FusedMultiplyAdd(x, b2, c02); c03 = Vector512.FusedMultiplyAdd(x, b3, c03);
            x = Vector512.Create(*a1);
            c10 = Vector512.FusedMultiplyAdd(x, b0, c10); c11 = Vector512.FusedMultiplyAdd(x, b1, c11); c12 = Vector512.FusedMultiplyAdd(x, b2, c12); c13 = Vector512.FusedMultiplyAdd(x, b3, c13);
            x = Vector512.Create(*a2);
            c20 = Vector512.FusedMultiplyAdd(x, b0, c20); c21 = Vector512.FusedMultiplyAdd(x, b1, c21); c22 = Vector512.FusedMultiplyAdd(x, b2, c22); c23 = Vector512.FusedMultiplyAdd(x, b3, c23);
            x = Vector512.Create(*a3);
            c30 = Vector512.FusedMultiplyAdd(x, b0, c30); c31 = Vector512.FusedMultiplyAdd(x, b1, c31); c32 = Vector512.FusedMultiplyAdd(x, b2, c32); c33 = Vector512.FusedMultiplyAdd(x, b3, c33);
            x = Vector512.Create(*a4);
            c40 = Vector512.FusedMultiplyAdd(x, b0, c40); c41 = Vector512.FusedMultiplyAdd(x, b1, c41); c42 = Vector512.FusedMultiplyAdd(x, b2, c42); c43 = Vector512.FusedMultiplyAdd(x, b3, c43);
            x = Vector512.Create(*a5);
            c50 = Vector512.FusedMultiplyAdd(x, b0, c50); c51 = Vector512.FusedMultiplyAdd(x, b1, c51); c52 = Vector512.FusedMultiplyAdd(x, b2, c52); c53 = Vector512.FusedMultiplyAdd(x, b3, c53);
            a += step; a1 += step; a2 += step; a3 += step; a4 += step; a5 += step;
            b += PackedMatrix.Panel;
        }

        c00.Store(c + (0 * stride) + 0); c01.Store(c + (0 * stride) + 16); c02.Store(c + (0 * stride) + 32); c03.Store(c + (0 * stride) + 48);
        c10.Store(c + (1 * stride) + 0); c11.Store(c + (1 * stride) + 16); c12.Store(c + (1 * stride) + 32); c13.Store(c + (1 * stride) + 48);
        c20.Store(c + (2 * stride) + 0); c21.Store(c + (2 * stride) + 16); c22.Store(c + (2 * stride) + 32); c23.Store(c + (2 * stride) + 48);
        c30.Store(c + (3 * stride) + 0); c31.Store(c + (3 * stride) + 16); c32.Store(c + (3 * stride) + 32); c33.Store(c + (3 * stride) + 48);
        c40.Store(c + (4 * stride) + 0); c41.Store(c + (4 * stride) + 16); c42.Store(c + (4 * stride) + 32); c43.Store(c + (4 * stride) + 48);
        c50.Store(c + (5 * stride) + 0); c51.Store(c + (5 * stride) + 16); c52.Store(c + (5 * stride) + 32); c53.Store(c + (5 * stride) + 48);
    }

    private static void Block512x4(float* a, int row, int step, int depth, float* b, float* c, int stride, bool add)
    {
        Vector512<float> c00 = add ? Vector512.Load(c + (0 * stride) + 0) : Vector512<float>.Zero, c01 = add ? Vector512.Load(c + (0 * stride) + 16) : Vector512<float>.Zero, c02 = add ? Vector512.Load(c + (0 * stride) + 32) : Vector512<float>.Zero, c03 = add ? Vector512.Load(c + (0 * stride) + 48) : Vector512<float>.Zero;
        Vector512<float> c10 = add ? Vector512.Load(c + (1 * stride) + 0) : Vector512<float>.Zero, c11 = add ? Vector512.Load(c + (1 * stride) + 16) : Vector512<float>.Zero, c12 = add ? Vector512.Load(c + (1 * stride) + 32) : Vector512<float>.Zero, c13 = add ? Vector512.Load(c + (1 * stride) + 48) : Vector512<float>.Zero;
        Vector512<float> c20 = add ? Vector512.Load(c + (2 * stride) + 0) : Vector512<float>.Zero, c21 = add ? Vector512.Load(c + (2 * stride) + 16) : Vector512<float>.Zero, c22 = add ? Vector512.Load(c + (2 * stride) + 32) : Vector512<float>.Zero, c23 = add ? Vector512.Load(c + (2 * stride) + 48) : Vector512<float>.Zero;
        Vector512<float> c30 = add ? Vector512.Load(c + (3 * stride) + 0) : Vector512<float>.Zero, c31 = add ? Vector512.Load(c + (3 * stride) + 16) : Vector512<float>.Zero, c32 = add ? Vector512.Load(c + (3 * stride) + 32) : Vector512<float>.Zero, c33 = add ? Vector512.Load(c + (3 * stride) + 48) : Vector512<float>.Zero;
        var a1 = a + (1 * row);
        var a2 = a + (2 * row);
        var a3 = a + (3 * row);
        for (var k = 0; k < depth; k++)
        {
            Vector512<float> b0 = Vector512.Load(b + 0), b1 = Vector512.Load(b + 16), b2 = Vector512.Load(b + 32), b3 = Vector512.Load(b + 48);
            var x = Vector512.Create(*a);
            c00 = Vector512.FusedMultiplyAdd(x, b0, c00); c01 = Vector512.FusedMultiplyAdd(x, b1, c01); c02 = Vector512.FusedMultiplyAdd(x, b2, c02); c03 = Vector512.FusedMultiplyAdd(x, b3, c03);
            x = Vector512.Create(*a1);
            c10 = Vector512.FusedMultiplyAdd(x, b0, c10); c11 = Vector512.FusedMultiplyAdd(x, b1, c11); c12 = Vector512.FusedMultiplyAdd(x, b2, c12); c13 = Vector512.FusedMultiplyAdd(x, b3, c13);
            x = Vector512.Create(*a2);
            c20 = Vector512.FusedMultiplyAdd(x, b0, c20); c21 = Vector512.FusedMultiplyAdd(x, b1, c21); c22 = Vector512.FusedMultiplyAdd(x, b2, c22); c23 = Vector512.FusedMultiplyAdd(x, b3, c23);
            x = Vector512.Create(*a3);
            c30 = Vector512.FusedMultiplyAdd(x, b0, c30); c31 = Vector512.FusedMultiplyAdd(x, b1, c31); c32 = Vector512.FusedMultiplyAdd(x, b2, c32); c33 = Vector512.FusedMultiplyAdd(x, b3, c33);
            a += step; a1 += step; a2 += step; a3 += step;
            b += PackedMatrix.Panel;
        }

        c00.Store(c + (0 * stride) + 0); c01.Store(c + (0 * stride) + 16); c02.Store(c + (0 * stride) + 32); c03.Store(c + (0 * stride) + 48);
        c10.Store(c + (1 * stride) + 0); c11.Store(c + (1 * stride) + 16); c12.Store(c + (1 * stride) + 32); c13.Store(c + (1 * stride) + 48);
        c20.Store(c + (2 * stride) + 0); c21.Store(c + (2 * stride) + 16); c22.Store(c + (2 * stride) + 32); c23.Store(c + (2 * stride) + 48);
        c30.Store(c + (3 * stride) + 0); c31.Store(c + (3 * stride) + 16); c32.Store(c + (3 * stride) + 32); c33.Store(c + (3 * stride) + 48);
    }

    private static void Block512x2(float* a, int row, int step, int depth, float* b, float* c, int stride, bool add)
    {
        Vector512<float> c00 = add ? Vector512.Load(c + (0 * stride) + 0) : Vector512<float>.Zero, c01 = add ? Vector512.Load(c + (0 * stride) + 16) : Vector512<float>.Zero, c02 = add ? Vector512.Load(c + (0 * stride) + 32) : Vector512<float>.Zero, c03 = add ? Vector512.Load(c + (0 * stride) + 48) : Vector512<float>.Zero;
        Vector512<float> c10 = add ? Vector512.Load(c + (1 * stride) + 0) : Vector512<float>.Zero, c11 = add ? Vector512.Load(c + (1 * stride) + 16) : Vector512<float>.Zero, c12 = add ? Vector512.Load(c + (1 * stride) + 32) : Vector512<float>.Zero, c13 = add ? Vector512.Load(c + (1 * stride) + 48) : Vector512<float>.Zero;
        var a1 = a + (1 * row);
        for (var k = 0; k < depth; k++)
        {
            Vector512<float> b0 = Vector512.Load(b + 0), b1 = Vector512.Load(b + 16), b2 = Vector512.Load(b + 32), b3 = Vector512.Load(b + 48);
            var x = Vector512.Create(*a);
            c00 = Vector512.FusedMultiplyAdd(x, b0, c00); c01 = Vector512.FusedMultiplyAdd(x, b1, c01); c02 = Vector512.FusedMultiplyAdd(x, b2, c02); c03 = Vector512.FusedMultiplyAdd(x, b3, c03);
            x = Vector512.Create(*a1);
            c10 = Vector512.FusedMultiplyAdd(x, b0, c10); c11 = Vector512.FusedMultiplyAdd(x, b1, c11); c12 = Vector512.FusedMultiplyAdd(x, b2, c12); c13 = Vector512.FusedMultiplyAdd(x, b3, c13);
            a += step; a1 += step;
            b += PackedMatrix.Panel;
        }

        c00.Store(c + (0 * stride) + 0); c01.Store(c + (0 * stride) + 16); c02.Store(c + (0 * stride) + 32); c03.Store(c + (0 * stride) + 48);
        c10.Store(c + (1 * stride) + 0); c11.Store(c + (1 * stride) + 16); c12.Store(c + (1 * stride) + 32); c13.Store(c + (1 * stride) + 48);
    }

    private static void Block512x1(float* a, int row, int step, int depth, float* b, float* c, int stride, bool add)
    {
        Vector512<float> c00 = add ? Vector512.Load(c + (0 * stride) + 0) : Vector512<float>.Zero, c01 = add ? Vector512.Load(c + (0 * stride) + 16) : Vector512<float>.Zero, c02 = add ? Vector512.Load(c + (0 * stride) + 32) : Vector512<float>.Zero, c03 = add ? Vector512.Load(c + (0 * stride) + 48) : Vector512<float>.Zero;
        for (var k = 0; k < depth; k++)
        {
            Vector512<float> b0 = Vector512.Load(b + 0), b1 = Vector512.Load(b + 16), b2 = Vector512.Load(b + 32), b3 = Vector512.Load(b + 48);
            var x = Vector512.Create(*a);
            c00 = Vector512.FusedMultiplyAdd(x, b0, c00); c01 = Vector512.FusedMultiplyAdd(x, b1, c01); c02 = Vector512.FusedMultiplyAdd(x, b2, c02); c03 = Vector512.FusedMultiplyAdd(x, b3, c03);
            a += step;
            b += PackedMatrix.Panel;
        }

        c00.Store(c + (0 * stride) + 0); c01.Store(c + (0 * stride) + 16); c02.Store(c + (0 * stride) + 32); c03.Store(c + (0 * stride) + 48);
    }

    private static void Block256x6(float* a, int row, int step, int depth, float* b, float* c, int stride, bool add)
    {
        Vector256<float> c00 = add ? Vector256.Load(c + (0 * stride) + 0) : Vector256<float>.Zero, c01 = add ? Vector256.Load(c + (0 * stride) + 8) : Vector256<float>.Zero;
        Vector256<float> c10 = add ? Vector256.Load(c + (1 * stride) + 0) : Vector256<float>.Zero, c11 = add ? Vector256.Load(c + (1 * stride) + 8) : Vector256<float>.Zero;
        Vector256<float> c20 = add ? Vector256.Load(c + (2 * stride) + 0) : Vector256<float>.Zero, c21 = add ? Vector256.Load(c + (2 * stride) + 8) : Vector256<float>.Zero;
        Vector256<float> c30 = add ? Vector256.Load(c + (3 * stride) + 0) : Vector256<float>.Zero, c31 = add ? Vector256.Load(c + (3 * stride) + 8) : Vector256<float>.Zero;
        Vector256<float> c40 = add ? Vector256.Load(c + (4 * stride) + 0) : Vector256<float>.Zero, c41 = add ? Vector256.Load(c + (4 * stride) + 8) : Vector256<float>.Zero;
        Vector256<float> c50 = add ? Vector256.Load(c + (5 * stride) + 0) : Vector256<float>.Zero, c51 = add ? Vector256.Load(c + (5 * stride) + 8) : Vector256<float>.Zero;
        var a1 = a + (1 * row);
        var a2 = a + (2 * row);
        var a3 = a + (3 * row);
        var a4 = a + (4 * row);
        var a5 = a + (5 * row);
        for (var k = 0; k < depth; k++)
        {
            Vector256<float> b0 = Vector256.Load(b + 0), b1 = Vector256.Load(b + 8);
            var x = Vector256.Create(*a);
            c00 = Vector256.FusedMultiplyAdd(x, b0, c00); c01 = Vector256.FusedMultiplyAdd(x, b1, c01);
            x = Vector256.Create(*a1);
            c10 = Vector256.FusedMultiplyAdd(x, b0, c10); c11 = Vector256.FusedMultiplyAdd(x, b1, c11);
            x = Vector256.Create(*a2);
            c20 = Vector256.FusedMultiplyAdd(x, b0, c20); c21 = Vector256.FusedMultiplyAdd(x, b1, c21);
            x = Vector256.Create(*a3);
            c30 = Vector256.FusedMultiplyAdd(x, b0, c30); c31 = Vector256.FusedMultiplyAdd(x, b1, c31);
            x = Vector256.Create(*a4);
            c40 = Vector256.FusedMultiplyAdd(x, b0, c40); c41 = Vector256.FusedMultiplyAdd(x, b1, c41);
            x = Vector256.Create(*a5);
            c50 = Vector256.FusedMultiplyAdd(x, b0, c50); c51 = Vector256.FusedMultiplyAdd(x, b1, c51);
            a += step; a1 += step; a2 += step; a3 += step; a4 += step; a5 += step;
            b += PackedMatrix.Panel;
        }

        c00.Store(c + (0 * stride) + 0); c01.Store(c + (0 * stride) + 8);
        c10.Store(c + (1 * stride) + 0); c11.Store(c + (1 * stride) + 8);
        c20.Store(c + (2 * stride) + 0); c21.Store(c + (2 * stride) + 8);
        c30.Store(c + (3 * stride) + 0); c31.Store(c + (3 * stride) + 8);
        c40.Store(c + (4 * stride) + 0); c41.Store(c + (4 * stride) + 8);
        c50.Store(c + (5 * stride) + 0); c51.Store(c + (5 * stride) + 8);
    }

    private static void Block256x4(float* a, int row, int step, int depth, float* b, float* c, int stride, bool add)
    {
        Vector256<float> c00 = add ? Vector256.Load(c + (0 * stride) + 0) : Vector256<float>.Zero, c01 = add ? Vector256.Load(c + (0 * stride) + 8) : Vector256<float>.Zero;
        Vector256<float> c10 = add ? Vector256.Load(c + (1 * stride) + 0) : Vector256<float>.Zero, c11 = add ? Vector256.Load(c + (1 * stride) + 8) : Vector256<float>.Zero;
        Vector256<float> c20 = add ? Vector256.Load(c + (2 * stride) + 0) : Vector256<float>.Zero, c21 = add ? Vector256.Load(c + (2 * stride) + 8) : Vector256<float>.Zero;
        Vector256<float> c30 = add ? Vector256.Load(c + (3 * stride) + 0) : Vector256<float>.Zero, c31 = add ? Vector256.Load(c + (3 * stride) + 8) : Vector256<float>.Zero;
        var a1 = a + (1 * row);
        var a2 = a + (2 * row);
        var a3 = a + (3 * row);
        for (var k = 0; k < depth; k++)
        {
            Vector256<float> b0 = Vector256.Load(b + 0), b1 = Vector256.Load(b + 8);
            var x = Vector256.Create(*a);
            c00 = Vector256.FusedMultiplyAdd(x, b0, c00); c01 = Vector256.FusedMultiplyAdd(x, b1, c01);
            x = Vector256.Create(*a1);
            c10 = Vector256.FusedMultiplyAdd(x, b0, c10); c11 = Vector256.FusedMultiplyAdd(x, b1, c11);
            x = Vector256.Create(*a2);
            c20 = Vector256.FusedMultiplyAdd(x, b0, c20); c21 = Vector256.FusedMultiplyAdd(x, b1, c21);
            x = Vector256.Create(*a3);
            c30 = Vector256.FusedMultiplyAdd(x, b0, c30); c31 = Vector256.FusedMultiplyAdd(x, b1, c31);
            a += step; a1 += step; a2 += step; a3 += step;
            b += PackedMatrix.Panel;
        }

        c00.Store(c + (0 * stride) + 0); c01.Store(c + (0 * stride) + 8);
        c10.Store(c + (1 * stride) + 0); c11.Store(c + (1 * stride) + 8);
        c20.Store(c + (2 * stride) + 0); c21.Store(c + (2 * stride) + 8);
        c30.Store(c + (3 * stride) + 0); c31.Store(c + (3 * stride) + 8);
    }

    private static void Block256x2(float* a, int row, int step, int depth, float* b, float* c, int stride, bool add)
    {
        Vector256<float> c00 = add ? Vector256.Load(c + (0 * stride) + 0) : Vector256<float>.Zero, c01 = add ? Vector256.Load(c + (0 * stride) + 8) : Vector256<float>.Zero;
        Vector256<float> c10 = add ? Vector256.Load(c + (1 * stride) + 0) : Vector256<float>.Zero, c11 = add ? Vector256.Load(c + (1 * stride) + 8) : Vector256<float>.Zero;
        var a1 = a + (1 * row);
        for (var k = 0; k < depth; k++)
        {
            Vector256<float> b0 = Vector256.Load(b + 0), b1 = Vector256.Load(b + 8);
            var x = Vector256.Create(*a);
            c00 = Vector256.FusedMultiplyAdd(x, b0, c00); c01 = Vector256.FusedMultiplyAdd(x, b1, c01);
            x = Vector256.Create(*a1);
            c10 = Vector256.FusedMultiplyAdd(x, b0, c10); c11 = Vector256.FusedMultiplyAdd(x, b1, c11);
            a += step; a1 += step;
            b += PackedMatrix.Panel;
        }

        c00.Store(c + (0 * stride) + 0); c01.Store(c + (0 * stride) + 8);
        c10.Store(c + (1 * stride) + 0); c11.Store(c + (1 * stride) + 8);
    }

    private static void Block256x1(float* a, int row, int step, int depth, float* b, float* c, int stride, bool add)
    {
        Vector256<float> c00 = add ? Vector256.Load(c + (0 * stride) + 0) : Vector256<float>.Zero, c01 = add ? Vector256.Load(c + (0 * stride) + 8) : Vector256<float>.Zero;
        for (var k = 0; k < depth; k++)
        {
            Vector256<float> b0 = Vector256.Load(b + 0), b1 = Vector256.Load(b + 8);
            var x = Vector256.Create(*a);
            c00 = Vector256.FusedMultiplyAdd(x, b0, c00); c01 = Vector256.FusedMultiplyAdd(x, b1, c01);
            a += step;
            b += PackedMatrix.Panel;
        }

        c00.Store(c + (0 * stride) + 0); c01.Store(c + (0 * stride) + 8);
    }
}
