using System.Collections.Concurrent;
using System.Globalization;

namespace Stemma.Words;

/// <summary>Can one word stand for another, is it the broader one, or its opposite? A cut of WordNet 3.0.</summary>
/// <remarks>Words are lower case and may be inflected. Only the first senses of each part of speech are kept; a word it does not know has none.</remarks>
public static class Thesaurus
{
    private static readonly Lazy<Book> Kept = new(Load);

    /// <summary>The base form: "found" is "find", "crashes" is "crash"; the word itself where none is known.</summary>
    public static string Base(string word)
    {
        if (Bases.TryGetValue(word, out var known))
        {
            return known;
        }

        if (Bases.Count >= MostStandings)
        {
            Bases.Clear();
        }

        return Bases[word] = Cut(word);
    }

    private static string Cut(string word)
    {
        var book = Kept.Value;
        if (book.Irregular.TryGetValue(word, out var lemma))
        {
            return lemma;
        }

        if (book.Words.ContainsKey(word) && !word.EndsWith('s'))
        {
            return word;
        }

        foreach (var (end, put) in Endings)
        {
            if (word.Length > end.Length + 1 && word.EndsWith(end, StringComparison.Ordinal))
            {
                var cut = word[..^end.Length] + put;
                if (book.Words.ContainsKey(cut))
                {
                    return cut;
                }

                if (put.Length == 0 && cut.Length > 3 && cut[^1] == cut[^2] && book.Words.ContainsKey(cut[..^1]))
                {
                    return cut[..^1];
                }
            }
        }

        return word;
    }

    /// <summary>Both have a sense in common, or one is derived from the other ("arrests", "arrested", "detainee").</summary>
    public static bool Alike(string one, string other) => Alike(StandingOf(one), StandingOf(other));

    internal static bool Alike(Standing one, Standing other) =>
        Meet(one.Senses, other.Senses) || Meet(one.Derived, other.Senses) || Meet(one.Senses, other.Derived);

    /// <summary>How many steps the second stands below the first ("people", "skier"); 0 where it does not, within four.</summary>
    public static int StepsBelow(string broad, string narrow) => StepsBelow(StandingOf(broad), StandingOf(narrow));

    internal static int StepsBelow(Standing broad, Standing narrow)
    {
        for (var step = 0; step < narrow.Above.Length; step++)
        {
            if (Meet(narrow.Above[step], broad.Senses))
            {
                return step + 1;
            }
        }

        return 0;
    }

    /// <summary>One is an opposite of the other ("open", "closed").</summary>
    public static bool Opposite(string one, string other) => Opposite(StandingOf(one), StandingOf(other));

    internal static bool Opposite(Standing one, Standing other) => Meet(one.Opposite, other.Senses) || Meet(other.Opposite, one.Senses);

    /// <summary>Neither is the broader word for the other, and one word stands right above both ("spokesman", "sergeant").</summary>
    internal static bool Beside(Standing one, Standing other) => one.Above.Length > 0 && other.Above.Length > 0 && Meet(one.Above[0], other.Above[0]) && StepsBelow(one, other) == 0 && StepsBelow(other, one) == 0;

    /// <summary>The senses of a word and what stands around them, each in rising order; to ask once for a word that is compared often.</summary>
    internal static Standing StandingOf(string word)
    {
        if (Standings.TryGetValue(word, out var standing))
        {
            return standing;
        }

        if (Standings.Count >= MostStandings)
        {
            Standings.Clear();
        }

        return Standings[word] = Stood(word);
    }

    private static Standing Stood(string word)
    {
        var senses = Senses(word);
        if (senses.Length == 0)
        {
            return Nowhere;
        }

        var book = Kept.Value;
        var above = new List<int[]>();
        for (var level = senses; above.Count < MostSteps && (level = Ordered(level.SelectMany(s => book.Senses[s].Above))).Length > 0;)
        {
            above.Add(level);
        }

        return new(Ordered(senses), Ordered(senses.SelectMany(s => book.Senses[s].Derived)), Ordered(senses.SelectMany(s => book.Senses[s].Opposite)), [.. above]);
    }

    private static int[] Ordered(IEnumerable<int> numbers) => [.. numbers.Distinct().Order()];

    // Two rising lists have a number in common.
    private static bool Meet(int[] one, int[] other)
    {
        for (var (i, k) = (0, 0); i < one.Length && k < other.Length;)
        {
            if (one[i] == other[k])
            {
                return true;
            }

            if (one[i] < other[k])
            {
                i++;
            }
            else
            {
                k++;
            }
        }

        return false;
    }

    /// <summary>Senses, what they are derived from, their opposites, and what stands one to four steps above them.</summary>
    internal sealed record Standing(int[] Senses, int[] Derived, int[] Opposite, int[][] Above);

    private const int MostSteps = 4;

    // Words asked for; forgotten together at this many, so that memory stays flat.
    private const int MostStandings = 100_000;

    private static readonly ConcurrentDictionary<string, string> Bases = new(StringComparer.Ordinal);
    private static readonly Standing Nowhere = new([], [], [], []);
    private static readonly ConcurrentDictionary<string, Standing> Standings = new(StringComparer.Ordinal);

    /// <summary>The field of its first noun sense; <see cref="Field.None"/> where it is no noun.</summary>
    public static Field FieldOf(string word)
    {
        var book = Kept.Value;
        var first = Senses(word).Find(s => book.Senses[s].Pos == 'n', -1);
        return first < 0 ? Field.None : (Field)book.Senses[first].Field;
    }

    /// <summary>It has a verb sense.</summary>
    public static bool IsVerb(string word) => Array.Exists(Senses(word), s => Kept.Value.Senses[s].Pos == 'v');

    private static int[] Senses(string word) => Kept.Value.Words.TryGetValue(Base(word), out var senses) ? senses : [];

    private static readonly (string End, string Put)[] Endings =
        [("s", ""), ("ies", "y"), ("es", ""), ("es", "e"), ("men", "man"), ("ied", "y"), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""), ("'s", "")];

    private static T Find<T>(this T[] items, Predicate<T> wanted, T otherwise) => Array.FindIndex(items, wanted) is >= 0 and var i ? items[i] : otherwise;

    private static Book Load()
    {
        var senses = new List<Sense>();
        var words = new Dictionary<string, int[]>(StringComparer.Ordinal);
        var irregular = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in Resource.Rows("Words/Data/thesaurus.tsv"))
        {
            switch (row[0])
            {
                case "s":
                    senses.Add(new(row[2][0], int.Parse(row[2].AsSpan(1), CultureInfo.InvariantCulture), Numbers(row[3]), Numbers(row[4]), Numbers(row[5])));
                    break;
                case "w":
                    words[row[1]] = Numbers(row[2]);
                    break;
                default:
                    irregular.TryAdd(row[1], row[2]);
                    break;
            }
        }

        return new([.. senses], words, irregular);

        static int[] Numbers(string cell) => cell.Length == 0 ? [] : [.. cell.Split(' ').Select(n => int.Parse(n, CultureInfo.InvariantCulture))];
    }

    private sealed record Book(Sense[] Senses, Dictionary<string, int[]> Words, Dictionary<string, string> Irregular);

    private readonly record struct Sense(char Pos, int Field, int[] Above, int[] Derived, int[] Opposite);
}

/// <summary>The fields of nouns that WordNet's lexicographers filed them under (file numbers 03 to 28).</summary>
public enum Field
{
    None = 0,
    Top = 3,
    Act = 4,
    Animal = 5,
    Artifact = 6,
    Attribute = 7,
    Body = 8,
    Cognition = 9,
    Communication = 10,
    Event = 11,
    Feeling = 12,
    Food = 13,
    Group = 14,
    Location = 15,
    Motive = 16,
    Thing = 17,
    Person = 18,
    Phenomenon = 19,
    Plant = 20,
    Possession = 21,
    Process = 22,
    Quantity = 23,
    Relation = 24,
    Shape = 25,
    State = 26,
    Substance = 27,
    Time = 28,
}
