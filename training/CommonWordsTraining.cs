using System.IO.Compression;

namespace Stemma.Training;

/// <summary>Which words does running news write in small letters? Makes Words/Data/common-words.tsv, which tells a name from a word at the head of a sentence or in a headline.</summary>
internal sealed class CommonWordsTraining : ITraining
{
    // Rarer words are left to the article itself. Set by hand, not checked against other values.
    private const int LeastTimes = 25;

    // "may", "bill", "will", "white": words that are names too are common where at least this share is small inside sentences. Set by hand, not checked.
    private const double LeastShare = 0.6;

    public string Name => "common-words";

    public void Train(string data, string repository)
    {
        var counts = new Dictionary<string, (int Small, int Capital)>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(Path.Combine(data, "raw-news"), "part*.txt.gz").Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
            while (reader.ReadLine() is { } line)
            {
                var words = line.Split(' ');
                for (var i = 1; i < words.Length; i++)
                {
                    var word = words[i];
                    // The word behind a full stop, colon or quotation mark is written large whatever it is.
                    if (word.Length < 2 || !word.All(c => char.IsAsciiLetter(c) || c is '-') || words[i - 1].Length == 0 || !(char.IsLetterOrDigit(words[i - 1][^1]) || words[i - 1] is ","))
                    {
                        continue;
                    }

                    var key = word.ToLowerInvariant();
                    var (small, capital) = counts.GetValueOrDefault(key);
                    counts[key] = char.IsUpper(word[0]) ? (small, capital + 1) : (small + 1, capital);
                }
            }
        }

        var rows = counts.Where(c => c.Value.Small >= LeastTimes && c.Value.Small >= LeastShare * (c.Value.Small + c.Value.Capital)).Select(c => c.Key).Order(StringComparer.Ordinal).ToList();
        File.WriteAllText(
            Path.Combine(repository, "src", "Stemma", "Words", "Data", "common-words.tsv"),
            "# Learned from unlabelled American news by counting: words mostly written small inside sentences. No text of theirs is in it. Made by `training common-words`. Apache-2.0.\n" + string.Join('\n', rows) + "\n");
        Console.WriteLine($"common-words.tsv {rows.Count} words");
    }
}
