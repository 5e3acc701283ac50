using Stemma.Words;

namespace Stemma.Training;

/// <summary>Which words turn up in the same company? Cuts Words/Data/likeness.bin from the skip-gram vectors learned on the raw news (training/work/vectors.bin).</summary>
internal sealed class LikenessTraining : ITraining
{
    // With 20,000 words nineteen in twenty words of news are there; 128 bytes a word.
    private const int Words = 20_000;

    public string Name => "likeness";

    public void Train(string data, string repository)
    {
        using var reader = new BinaryReader(File.OpenRead(Path.Combine(repository, "training", "work", "vectors.bin")));
        var words = Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadString()).ToArray();
        reader.BaseStream.Position += sizeof(int) * words.Length;
        var size = (int)((reader.BaseStream.Length - reader.BaseStream.Position) / sizeof(float) / words.Length);
        var vectors = words.Select(_ => Enumerable.Range(0, size).Select(_ => reader.ReadSingle()).ToArray()).ToArray();

        // The mean of all words is what every word has in common: taken out, cosines spread.
        var mean = Enumerable.Range(0, size).Select(d => vectors.Average(v => v[d])).ToArray();
        var kept = words.Select((w, i) => (w, i)).Where(p => p.w.Length > 1 && p.w.All(char.IsAsciiLetterLower)).Take(Words).OrderBy(p => p.w, StringComparer.Ordinal).ToList();
        var path = Path.Combine(repository, "src", "Stemma", "Words", "Data", "likeness.bin");
        using (var writer = new BinaryWriter(File.Create(path)))
        {
            writer.Write(kept.Count);
            writer.Write(size);
            foreach (var (word, i) in kept)
            {
                var vector = vectors[i].Select((x, d) => x - mean[d]).ToArray();
                var most = vector.Max(Math.Abs);
                writer.Write(word);
                foreach (var x in vector)
                {
                    writer.Write((sbyte)Math.Round(x / most * 127));
                }
            }
        }

        Console.WriteLine($"likeness: {kept.Count} words of {size}, {new FileInfo(path).Length} bytes; truce~ceasefire {Likeness.Of("truce", "ceasefire"):F2}");
    }
}
