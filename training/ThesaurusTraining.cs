using System.Globalization;
using Stemma.Words;

namespace Stemma.Training;

/// <summary>Which words can stand for each other, above each other, against each other? Cuts Words/Data/thesaurus.tsv out of WordNet 3.0 (Debian package wordnet-base).</summary>
internal sealed class ThesaurusTraining : ITraining
{
    private static readonly (string Name, char Pos)[] Files = [("noun", 'n'), ("verb", 'v'), ("adj", 'a'), ("adv", 'r')];

    // Rarer senses bring more false friends than friends.
    private const int MostSenses = 3;

    public string Name => "thesaurus";

    /// <param name="data">Not used: WordNet stands in /usr/share/wordnet, or where WNSEARCHDIR says.</param>
    public void Train(string data, string repository)
    {
        var folder = Environment.GetEnvironmentVariable("WNSEARCHDIR") ?? "/usr/share/wordnet";
        var words = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (file, pos) in Files)
        {
            foreach (var line in File.ReadLines(Path.Combine(folder, "index." + file)).Where(l => !l.StartsWith(' ')))
            {
                var f = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                if (!f[0].All(char.IsAsciiLetterLower) || f[0].Length < 2 || !Background.Knows(Stem.Of(f[0])))
                {
                    continue;
                }

                var pointers = int.Parse(f[3], CultureInfo.InvariantCulture);
                foreach (var offset in f.Skip(6 + pointers).Take(MostSenses))
                {
                    if (!words.TryGetValue(f[0], out var senses))
                    {
                        words[f[0]] = senses = [];
                    }

                    senses.Add(pos + offset);
                    wanted.Add(pos + offset);
                }
            }
        }

        var synsets = Synsets(folder);
        // What stands above a wanted sense is wanted too, up to the top.
        var todo = new Queue<string>(wanted);
        while (todo.TryDequeue(out var id))
        {
            foreach (var above in synsets[id].Above.Where(wanted.Add))
            {
                todo.Enqueue(above);
            }
        }

        var number = wanted.Order(StringComparer.Ordinal).Select((id, i) => (id, i)).ToDictionary(p => p.id, p => p.i.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);
        var path = Path.Combine(repository, "src", "Stemma", "Words", "Data", "thesaurus.tsv");
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        writer.WriteLine("# Cut from WordNet 3.0 by `training thesaurus`. WordNet 3.0 Copyright 2006 by Princeton University; free to use, copy, modify and distribute with this notice, without warranty.");
        writer.WriteLine("# s: sense, part of speech and field, senses above, derived senses, opposite senses. w: word, senses (most frequent first in each part of speech). x: irregular form, base.");
        foreach (var id in wanted.Order(StringComparer.Ordinal))
        {
            var s = synsets[id];
            writer.WriteLine($"s\t{number[id]}\t{id[0]}{s.Field}\t{Numbers(s.Above)}\t{Numbers(s.Derived)}\t{Numbers(s.Opposite)}");
        }

        foreach (var (word, senses) in words)
        {
            writer.WriteLine($"w\t{word}\t{Numbers(senses)}");
        }

        foreach (var line in Files.SelectMany(f => File.ReadLines(Path.Combine(folder, f.Name + ".exc"))).Order(StringComparer.Ordinal).Distinct())
        {
            var f = line.Split(' ');
            if (words.ContainsKey(f[1]) && f[0].All(char.IsAsciiLetterLower))
            {
                writer.WriteLine($"x\t{f[0]}\t{f[1]}");
            }
        }

        writer.Flush();
        Console.WriteLine($"thesaurus: {words.Count} words, {wanted.Count} senses, {new FileInfo(path).Length} bytes");

        string Numbers(IEnumerable<string> ids) => string.Join(' ', ids.Where(number.ContainsKey).Select(i => number[i]).Distinct());
    }

    private static Dictionary<string, Synset> Synsets(string folder)
    {
        var synsets = new Dictionary<string, Synset>(StringComparer.Ordinal);
        foreach (var (file, pos) in Files)
        {
            foreach (var line in File.ReadLines(Path.Combine(folder, "data." + file)).Where(l => !l.StartsWith(' ')))
            {
                var f = line.Split(' ');
                var words = int.Parse(f[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                var at = 4 + (2 * words);
                var (above, derived, opposite) = (new List<string>(), new List<string>(), new List<string>());
                for (var i = int.Parse(f[at++], CultureInfo.InvariantCulture); i > 0; i--, at += 4)
                {
                    var to = (f[at + 2] == "s" ? "a" : f[at + 2]) + f[at + 1];
                    (f[at] switch
                    {
                        "@" or "@i" or "#p" => above, // kind of, instance of, part of: Munich is above nothing but below Germany
                        "+" or "&" or "\\" => derived,
                        "!" => opposite,
                        _ => [],
                    }).Add(to);
                }

                synsets[pos + f[0]] = new(f[1], above, derived, opposite);
            }
        }

        return synsets;
    }

    private sealed record Synset(string Field, List<string> Above, List<string> Derived, List<string> Opposite);
}
