using System.Globalization;
using Stemma.Words;

namespace Stemma.Corpus.Stances;

/// <summary>Which words deny, doubt, affirm or point at talk? By groups of our own list, and by weights learned for words and word pairs of a sentence.</summary>
public sealed class DoubtWords
{
    /// <summary>The groups, in the order in which signs are counted.</summary>
    public static readonly string[] Groups = ["fake", "false", "deny", "doubt", "not", "talk", "affirm", "update"];

    private static readonly Lazy<Dictionary<string, int[]>> Lists = new(Load);

    private readonly Dictionary<string, double> _weights;

    /// <param name="weights">Word or word pair to weight; "" is what every sentence has.</param>
    public DoubtWords(IReadOnlyDictionary<string, double> weights) => _weights = new(weights, StringComparer.Ordinal);

    /// <summary>What ships with the program.</summary>
    public static DoubtWords Learned => Shipped.Value;

    private static readonly Lazy<DoubtWords> Shipped = new(() => new(Resource.Rows("Corpus/Stances/Data/doubt-weights.tsv")
        .ToDictionary(r => r[0], r => double.Parse(r[1], CultureInfo.InvariantCulture), StringComparer.Ordinal)));

    /// <summary>The groups a word is in, by number; "n't" at a word's end is a "not".</summary>
    public static IReadOnlyList<int> GroupsOf(string word) =>
        Lists.Value.TryGetValue(word, out var groups) ? groups : word.EndsWith("n't", StringComparison.Ordinal) ? [Not] : [];

    private static readonly int Not = Array.IndexOf(Groups, "not");

    /// <summary>How much a sentence speaks against what is told: the sum of the weights of its words and word pairs, each once.</summary>
    public double Against(StanceSentence sentence)
    {
        var sum = _weights.GetValueOrDefault("");
        foreach (var part in Parts(sentence))
        {
            sum += _weights.GetValueOrDefault(part);
        }

        return sum;
    }

    /// <summary>The words and word pairs of a sentence, each once; a question mark is a word.</summary>
    public static IEnumerable<string> Parts(StanceSentence sentence) =>
        sentence.Words.Concat(sentence.Words.Zip(sentence.Words.Skip(1), (a, b) => $"{a} {b}")).Concat(sentence.Asks ? ["?"] : []).Distinct(StringComparer.Ordinal);

    private static Dictionary<string, int[]> Load()
    {
        var lists = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var row in Resource.Rows("Corpus/Stances/Data/stance-words.tsv"))
        {
            var group = Array.IndexOf(Groups, row[0]);
            foreach (var word in row[1].Split(' '))
            {
                (lists.TryGetValue(word, out var list) ? list : lists[word] = []).Add(group);
            }
        }

        return lists.ToDictionary(l => l.Key, l => l.Value.ToArray(), StringComparer.Ordinal);
    }
}
