using System.Runtime.InteropServices;
using Stemma.Words;

namespace Stemma.Tests.Words;

/// <summary>Tests of the kernels change their width for a moment; they run by themselves.</summary>
[CollectionDefinition("kernels", DisableParallelization = true)]
public sealed class Kernels;

[Collection("kernels")]
public class PackedMatrixTests
{
    [Theory]
    [InlineData(1, 3, 5)]
    [InlineData(6, 64, 64)]
    [InlineData(13, 601, 130)]
    public unsafe void Every_width_of_the_machine_gives_the_same_last_bit(int rows, int depth, int columns)
    {
        var random = new Random(1);
        float[] Some(int n) => [.. Enumerable.Range(0, n).Select(_ => (float)(random.NextDouble() - .5))];
        float[] a = Some(rows * depth), b = Some(depth * columns);
        var stride = PackedMatrix.Padded(columns);
        var packed = new PackedMatrix(depth, columns).Pack(b, columns);
        var answers = new List<float[]>();
        var kept = Lanes.Width;
        try
        {
            foreach (var width in new[] { 512, 256, 0 })
            {
                Lanes.Width = width;
                var answer = new float[rows * stride];
                fixed (float* x = a, y = answer)
                {
                    packed.Multiply(x, depth, 1, rows, y, stride, add: false);
                }

                answers.Add(answer);
            }
        }
        finally
        {
            Lanes.Width = kept;
        }

        Assert.True(MemoryMarshal.AsBytes<float>(answers[0]).SequenceEqual(MemoryMarshal.AsBytes<float>(answers[1])));
        Assert.True(MemoryMarshal.AsBytes<float>(answers[0]).SequenceEqual(MemoryMarshal.AsBytes<float>(answers[2])));
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                double sum = 0;
                for (var k = 0; k < depth; k++)
                {
                    sum += (double)a[(r * depth) + k] * b[(k * columns) + c];
                }

                Assert.Equal(sum, answers[0][(r * stride) + c], 1e-4);
            }
        }
    }

    [Fact]
    public void The_curve_of_tanh_is_followed_to_six_figures()
    {
        for (var x = -12f; x <= 12f; x += .01f)
        {
            Assert.Equal(Math.Tanh(x), Lanes.Tanh(x), 1e-6);
            Assert.Equal(Lanes.Tanh(x), Lanes.Tanh(System.Runtime.Intrinsics.Vector512.Create(x))[3]);
        }
    }
}
