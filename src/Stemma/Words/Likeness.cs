using System.Numerics;

namespace Stemma.Words;

/// <summary>Do two words turn up in the same company? Cosine of skip-gram vectors learned on unlabelled news, one byte a number.</summary>
/// <remarks>Company is not meaning: "won" and "lost" are alike here. Who needs sameness or opposition asks <see cref="Thesaurus"/>.</remarks>
public static class Likeness
{
    private static readonly Lazy<(Dictionary<string, int> Place, sbyte[] Vectors, float[] Norms, int Size)> Learned = new(Load);

    /// <summary>-1 to 1; 0 where either word is not known.</summary>
    public static double Of(string one, string other) => Of(CompanyOf(one), CompanyOf(other));

    internal static double Of(Company one, Company other)
    {
        if (one.Place < 0 || other.Place < 0)
        {
            return 0;
        }

        var (_, vectors, norms, size) = Learned.Value;
        var x = vectors.AsSpan(one.Place * size, size);
        var y = vectors.AsSpan(other.Place * size, size);
        var (dot, i) = (0, 0);
        if (Vector.IsHardwareAccelerated)
        {
            var sum = Vector<int>.Zero;
            for (; i + Vector<sbyte>.Count <= size; i += Vector<sbyte>.Count)
            {
                Vector.Widen(new Vector<sbyte>(x[i..]), out var x1, out var x2);
                Vector.Widen(new Vector<sbyte>(y[i..]), out var y1, out var y2);
                // Each product can take all 16 bits: they are widened before they are added up.
                Vector.Widen(x1 * y1, out var a, out var b);
                Vector.Widen(x2 * y2, out var c, out var d);
                sum += a + b + c + d;
            }

            dot = Vector.Sum(sum);
        }

        for (; i < size; i++)
        {
            dot += x[i] * y[i];
        }

        return dot / ((double)norms[one.Place] * norms[other.Place]);
    }

    /// <summary>Numbers a word.</summary>
    internal static int Size => Learned.Value.Size;

    /// <summary>Adds the word's vector, brought to length 1 and times <paramref name="weight"/>, to a sum; false where the word is not known.</summary>
    internal static bool Add(string word, double weight, Span<double> sum)
    {
        var (place, vectors, norms, size) = Learned.Value;
        if (!place.TryGetValue(word, out var at))
        {
            return false;
        }

        var scale = weight / norms[at];
        for (var d = 0; d < size; d++)
        {
            sum[d] += scale * vectors[(at * size) + d];
        }

        return true;
    }

    /// <summary>Where the word's vector stands; to ask once for a word that is compared often.</summary>
    internal static Company CompanyOf(string word) => new(Learned.Value.Place.TryGetValue(word, out var at) ? at : -1);

    internal readonly record struct Company(int Place);

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
