namespace Stemma.Words;

/// <summary>Do two words turn up in the same company? Cosine of skip-gram vectors learned on unlabelled news, one byte a number.</summary>
/// <remarks>Company is not meaning: "won" and "lost" are alike here. Who needs sameness or opposition asks <see cref="Thesaurus"/>.</remarks>
public static class Likeness
{
    private static readonly Lazy<(Dictionary<string, int> Place, sbyte[] Vectors, float[] Norms, int Size)> Learned = new(Load);

    /// <summary>-1 to 1; 0 where either word is not known.</summary>
    public static double Of(string one, string other)
    {
        var (place, vectors, norms, size) = Learned.Value;
        if (!place.TryGetValue(one, out var a) || !place.TryGetValue(other, out var b))
        {
            return 0;
        }

        var dot = 0;
        var x = vectors.AsSpan(a * size, size);
        var y = vectors.AsSpan(b * size, size);
        for (var i = 0; i < size; i++)
        {
            dot += x[i] * y[i];
        }

        return dot / ((double)norms[a] * norms[b]);
    }

    private static (Dictionary<string, int>, sbyte[], float[], int) Load()
    {
        using var reader = new BinaryReader(Resource.Open("Words/Data/likeness.bin"));
        var (count, size) = (reader.ReadInt32(), reader.ReadInt32());
        var (place, vectors, norms) = (new Dictionary<string, int>(count, StringComparer.Ordinal), new sbyte[count * size], new float[count]);
        var bytes = new byte[size];
        for (var i = 0; i < count; i++)
        {
            place[reader.ReadString()] = i;
            reader.BaseStream.ReadExactly(bytes);
            var sum = 0L;
            for (var d = 0; d < size; d++)
            {
                var v = (sbyte)bytes[d];
                vectors[(i * size) + d] = v;
                sum += v * v;
            }

            norms[i] = MathF.Sqrt(sum);
        }

        return (place, vectors, norms, size);
    }
}
