using System.IO.Compression;
using Stemma.Words;

namespace Stemma.Training;

/// <summary>In how many articles of the unlabelled news does each stem stand? Makes Words/Data/background.tsv.</summary>
internal sealed class BackgroundTraining : ITraining
{
    // Stems of fewer articles are mostly names and slips: leaving them out keeps the file below 1 MB.
    private const int LeastArticles = 3;

    public string Name => "background";

    public void Train(string data, string repository)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var (articles, here) = (0, new HashSet<string>(StringComparer.Ordinal));
        foreach (var file in Directory.GetFiles(Path.Combine(data, "raw-news"), "part*.txt.gz").Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
            while (reader.ReadLine() is { } line)
            {
                if (line.Length == 0)
                {
                    Close();
                    continue;
                }

                foreach (var word in PlainWords.Of(line.Replace(" ’ s ", "’s ", StringComparison.Ordinal).Replace(" 's ", "'s ", StringComparison.Ordinal)))
                {
                    if (!word.IsNumber)
                    {
                        here.Add(Stem.Of(word.Lower));
                    }
                }
            }

            Close();
        }

        var path = Path.Combine(repository, "src", "Stemma", "Words", "Data", "background.tsv");
        using var writer = new StreamWriter(path, false, new System.Text.UTF8Encoding(false)) { NewLine = "\n" };
        writer.WriteLine("# Stem, number of articles with it; \"*\" is all articles. Counted by `training background` over 2012-2021 news (AllSides set, shared/data/raw-news); counts only, no text.");
        writer.WriteLine($"*\t{articles}");
        foreach (var (stem, n) in counts.Where(c => c.Value >= LeastArticles && c.Key.Length <= 24).OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            writer.WriteLine($"{stem}\t{n}");
        }

        Console.WriteLine($"background: {articles} articles, {counts.Count} stems, {new FileInfo(path).Length} bytes");

        void Close()
        {
            articles += here.Count > 0 ? 1 : 0;
            foreach (var stem in here)
            {
                counts[stem] = counts.GetValueOrDefault(stem) + 1;
            }

            here.Clear();
        }
    }
}
