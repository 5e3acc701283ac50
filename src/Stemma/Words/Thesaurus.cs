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
    public static bool Alike(string one, string other)
    {
        var (a, b) = (Senses(one), Senses(other));
        foreach (var s in a)
        {
            if (Array.IndexOf(b, s) >= 0)
            {
                return true;
            }
        }

        var book = Kept.Value;
        return Array.Exists(a, s => Array.Exists(book.Senses[s].Derived, d => Array.IndexOf(b, d) >= 0))
            || Array.Exists(b, s => Array.Exists(book.Senses[s].Derived, d => Array.IndexOf(a, d) >= 0));
    }

    /// <summary>How many steps the second stands below the first ("people", "skier"); 0 where it does not, within four.</summary>
    public static int StepsBelow(string broad, string narrow)
    {
        var target = Senses(broad);
        if (target.Length == 0)
        {
            return 0;
        }

        var (book, level) = (Kept.Value, new HashSet<int>(Senses(narrow)));
        for (var step = 1; step <= 4; step++)
        {
            level = [.. level.SelectMany(s => book.Senses[s].Above)];
            if (level.Count == 0)
            {
                return 0;
            }

            if (level.Overlaps(target))
            {
                return step;
            }
        }

        return 0;
    }

    /// <summary>One is an opposite of the other ("open", "closed").</summary>
    public static bool Opposite(string one, string other)
    {
        var (book, b) = (Kept.Value, Senses(other));
        return Array.Exists(Senses(one), s => Array.Exists(book.Senses[s].Opposite, o => Array.IndexOf(b, o) >= 0))
            || Array.Exists(b, s => Array.Exists(book.Senses[s].Opposite, o => Array.IndexOf(Senses(one), o) >= 0));
    }

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
