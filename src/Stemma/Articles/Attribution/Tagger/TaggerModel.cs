using System.IO.Compression;

namespace Stemma.Articles.Attribution.Tagger;

/// <summary>What was learned: the lexicon and the weights, as they lie in the file that the program carries.</summary>
internal sealed class TaggerModel
{
    private const int Magic = 0x31474154; // "TAG1"

    private readonly Dictionary<string, Tensor> _tensors = new(StringComparer.Ordinal);

    private TaggerModel(int hidden, Lexicon lexicon) => (Hidden, Lexicon) = (hidden, lexicon);

    public sealed record Tensor(int Rows, int Columns, float[] Values);

    public int Hidden { get; }

    public Lexicon Lexicon { get; }

    public Tensor this[string name] => _tensors.TryGetValue(name, out var t) ? t : throw new InvalidDataException($"The attribution model has no “{name}”.");

    public IReadOnlyDictionary<string, Tensor> Tensors => _tensors;

    public Tensor? Find(string name) => _tensors.GetValueOrDefault(name);

    /// <summary>Rounds every row to 255 steps, as the file keeps tables of word inputs.</summary>
    public static void Coarsen(float[] values, int columns)
    {
        for (var row = 0; row < values.Length; row += columns)
        {
            var step = StepOf(values.AsSpan(row, columns));
            for (var j = row; j < row + columns; j++)
            {
                values[j] = step == 0 ? 0 : MathF.Round(values[j] / step) * step;
            }
        }
    }

    public static void Write(string file, int hidden, Lexicon lexicon, IReadOnlyDictionary<string, Tensor> tensors)
    {
        using (var writer = new BinaryWriter(new BrotliStream(File.Create(file + ".part"), CompressionLevel.Optimal)))
        {
            writer.Write(Magic);
            writer.Write(hidden);
            lexicon.Write(writer);
            writer.Write(tensors.Count);
            foreach (var (name, tensor) in tensors.OrderBy(t => t.Key, StringComparer.Ordinal))
            {
                var coarse = name.StartsWith("input.", StringComparison.Ordinal);
                writer.Write(name);
                writer.Write(tensor.Rows);
                writer.Write(tensor.Columns);
                writer.Write(coarse);
                for (var r = 0; r < tensor.Rows; r++)
                {
                    var row = tensor.Values.AsSpan(r * tensor.Columns, tensor.Columns);
                    if (!coarse)
                    {
                        foreach (var v in row)
                        {
                            writer.Write((Half)v);
                        }

                        continue;
                    }

                    var step = StepOf(row);
                    writer.Write(step);
                    foreach (var v in row)
                    {
                        writer.Write((sbyte)(step == 0 ? 0 : Math.Clamp(MathF.Round(v / step), -127, 127)));
                    }
                }
            }
        }

        File.Move(file + ".part", file, overwrite: true);
    }

    public static TaggerModel Read(Stream stream)
    {
        using var reader = new BinaryReader(new BufferedStream(new BrotliStream(stream, CompressionMode.Decompress), 1 << 16));
        if (reader.ReadInt32() != Magic)
        {
            throw new InvalidDataException("This is no attribution model.");
        }

        var hidden = reader.ReadInt32();
        var model = new TaggerModel(hidden, Lexicon.Read(reader));
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var (name, rows, columns, coarse) = (reader.ReadString(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadBoolean());
            var values = GC.AllocateArray<float>(Math.Max(1, rows * columns), pinned: true);
            var bytes = new byte[columns * (coarse ? 1 : 2)];
            for (var r = 0; r < rows; r++)
            {
                var step = coarse ? reader.ReadSingle() : 0;
                reader.BaseStream.ReadExactly(bytes);
                for (var j = 0; j < columns; j++)
                {
                    values[(r * columns) + j] = coarse ? (sbyte)bytes[j] * step : (float)BitConverter.ToHalf(bytes, 2 * j);
                }
            }

            model._tensors[name] = new Tensor(rows, columns, values);
        }

        return model;
    }

    private static float StepOf(ReadOnlySpan<float> row)
    {
        float most = 0;
        foreach (var v in row)
        {
            most = MathF.Max(most, MathF.Abs(v));
        }

        return most / 127;
    }
}
