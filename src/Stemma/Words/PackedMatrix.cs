namespace Stemma.Words;

/// <summary>A matrix laid out in panels of 64 columns, so that a product reads it in one straight run.</summary>
/// <remarks>Depth × columns; columns are filled up with zeros to a whole panel. Packing again into the same matrix keeps its memory.</remarks>
public sealed unsafe class PackedMatrix(int depth, int columns)
{
    internal const int Panel = 64;

    /// <summary>A product over more depth than this is done in parts that stay in the second cache.</summary>
    private const int DeepestPart = 480;

    private readonly float[] _data = GC.AllocateArray<float>(Math.Max(1, depth) * Padded(columns), pinned: true);

    public int Depth { get; } = depth;

    public int Columns { get; } = columns;

    /// <summary>How many columns an answer must have room for.</summary>
    public static int Padded(int columns) => (columns + Panel - 1) / Panel * Panel;

    /// <summary>Takes over a matrix that lies row by row, or, transposed, column by column.</summary>
    public PackedMatrix Pack(ReadOnlySpan<float> source, int stride, bool transposed = false, int depth = -1)
    {
        depth = depth < 0 ? Depth : depth;
        fixed (float* to = _data, from = source)
        {
            for (var first = 0; first < Columns; first += Panel)
            {
                var width = Math.Min(Panel, Columns - first);
                var panel = to + ((long)first * Depth);
                for (var k = 0; k < depth; k++, panel += Panel)
                {
                    if (!transposed)
                    {
                        new ReadOnlySpan<float>(from + ((long)k * stride) + first, width).CopyTo(new Span<float>(panel, width));
                    }
                    else
                    {
                        for (var j = 0; j < width; j++)
                        {
                            panel[j] = from[((long)(first + j) * stride) + k];
                        }
                    }

                    if (width < Panel)
                    {
                        new Span<float>(panel + width, Panel - width).Clear();
                    }
                }
            }
        }

        return this;
    }

    /// <summary>answer (+)= a · this. Number k of row r of a stands at a[r · row + k · step]; the answer's rows must be padded to whole panels.</summary>
    public void Multiply(float* a, int row, int step, int rows, float* answer, int stride, bool add, int depth = -1)
    {
        depth = depth < 0 ? Depth : depth;
        fixed (float* data = _data)
        {
            for (var from = 0; from < depth || from == 0; from += DeepestPart)
            {
                var part = Math.Min(DeepestPart, depth - from);
                for (var first = 0; first < Columns; first += Panel)
                {
                    MatrixKernels.Panel(a + ((long)from * step), row, step, rows, part, data + ((long)first * Depth) + ((long)from * Panel), answer + first, stride, add || from > 0);
                }
            }
        }
    }
}
