namespace Stemma.Articles.Attribution.Tagger;

/// <summary>How do runs of unequal length go through the network in lock-step? Longest first, step by step: all first words, all second words, …</summary>
internal sealed class Packing
{
    public Packing(int[] lengths)
    {
        Lengths = lengths;
        for (var i = 1; i < lengths.Length; i++)
        {
            if (lengths[i] > lengths[i - 1])
            {
                throw new ArgumentException("Runs must come longest first.", nameof(lengths));
            }
        }

        Steps = lengths.Length == 0 ? 0 : lengths[0];
        Active = new int[Steps + 1];
        Offset = new int[Steps + 1];
        foreach (var length in lengths)
        {
            for (var t = 0; t < length; t++)
            {
                Active[t]++;
            }
        }

        for (var t = 0; t < Steps; t++)
        {
            Offset[t + 1] = Offset[t] + Active[t];
        }

        Rows = Offset[Steps];
        Mirror = new int[Rows];
        for (var run = 0; run < lengths.Length; run++)
        {
            for (var t = 0; t < lengths[run]; t++)
            {
                Mirror[Row(run, t)] = Row(run, lengths[run] - 1 - t);
            }
        }
    }

    public int[] Lengths { get; }

    public int Steps { get; }

    public int Rows { get; }

    /// <summary>How many runs still have a word at this step.</summary>
    public int[] Active { get; }

    /// <summary>The first row of each step.</summary>
    public int[] Offset { get; }

    /// <summary>The row of the same run counted from its other end.</summary>
    public int[] Mirror { get; }

    public int Row(int run, int step) => Offset[step] + run;

    public unsafe void Reverse(float* from, float* to, int width)
    {
        for (var r = 0; r < Rows; r++)
        {
            new ReadOnlySpan<float>(from + (long)Mirror[r] * width, width).CopyTo(new Span<float>(to + (long)r * width, width));
        }
    }
}
