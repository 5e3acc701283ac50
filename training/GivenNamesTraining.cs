using System.IO.Compression;
using Stemma.Words;

namespace Stemma.Training;

/// <summary>Is the person called so told of as "he" or "she"? Counts the first pronoun behind two-word names in unlabelled news; makes Words/Data/given-names-learned.tsv.</summary>
internal sealed class GivenNamesTraining : ITraining
{
    // Below eight one article's hero decides; below this share the name tells too little. Both set by hand, not checked.
    private const int LeastTimes = 8;
    private const double LeastShare = 0.85;

    // A pronoun further on is mostly somebody else's.
    private const int Reach = 25;

    public string Name => "given-names";

    public void Train(string data, string repository)
    {
        var counts = new SortedDictionary<string, (int He, int She)>(StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(Path.Combine(data, "raw-news"), "part*.txt.gz").Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
            while (reader.ReadLine() is { } line)
            {
                Count(line.Split(' '), counts);
            }
        }

        var rows = counts.Where(c => c.Value.He + c.Value.She >= LeastTimes && Math.Max(c.Value.He, c.Value.She) >= LeastShare * (c.Value.He + c.Value.She)).Select(c => $"{(c.Value.He > c.Value.She ? 'm' : 'f')}\t{c.Key}").ToList();
        File.WriteAllText(
            Path.Combine(repository, "src", "Stemma", "Words", "Data", "given-names-learned.tsv"),
            "# Learned from unlabelled American news by counting pronouns behind names; given names only, no text of theirs. Made by `training given-names`. Apache-2.0.\n# gender\tgiven name\n" + string.Join('\n', rows) + "\n");
        Console.WriteLine($"given-names-learned.tsv {rows.Count} names");
    }

    private static void Count(string[] words, SortedDictionary<string, (int He, int She)> counts)
    {
        var (open, since) = ((string?)null, 0);
        for (var i = 0; i + 1 < words.Length; i++)
        {
            if (IsName(words[i]) && IsName(words[i + 1]) && (i == 0 || !IsCapital(words[i - 1]) || words[i - 1].EndsWith('.')) && (i + 2 >= words.Length || !IsCapital(words[i + 2])))
            {
                (open, since) = (words[i].ToLowerInvariant(), i + 2);
                i++;
                continue;
            }

            if (open is null || i - since > Reach)
            {
                open = null;
                continue;
            }

            var (he, she) = counts.GetValueOrDefault(open);
            switch (words[i])
            {
                case "he" or "his" or "He":
                    counts[open] = (he + 1, she);
                    open = null;
                    break;
                case "she" or "her" or "She":
                    counts[open] = (he, she + 1);
                    open = null;
                    break;
            }
        }
    }

    private static bool IsCapital(string word) => word.Length > 0 && char.IsUpper(word[0]);

    private static bool IsName(string word) =>
        word.Length > 2 && IsCapital(word) && word.Skip(1).Any(char.IsLower) && word.All(char.IsLetter) && word.ToLowerInvariant() is var lower && !CommonWords.Contains(lower) && PersonWords.KindOf(lower) is null;
}
