using System.Globalization;
using Stemma.Words;

namespace Stemma.Articles.Dates;

/// <summary>Which classes of word the rules may speak of does this word belong to ("may": a month when capitalised, and an auxiliary)?</summary>
/// <remarks>Read once from Data/words.tsv. Words that no rule and no list names share one symbol, <see cref="Other"/>.</remarks>
internal sealed class Lexicon
{
    /// <summary>The symbol of every word that no list names.</summary>
    public const int Other = 0;

    // Longer words are in no list; the scan need not look them up.
    private const int LongestWord = 20;

    private readonly Dictionary<string, int> _classes = new(StringComparer.Ordinal);
    private readonly List<string> _classNames = [];
    private readonly Dictionary<string, int> _symbolOf = new(StringComparer.Ordinal);
    private readonly List<int[]> _symbols = [];
    private readonly List<Entry> _entries = [];
    private int[] _table = [];
    private int _mask;
    private ulong[]? _bits;
    private int _rowWords;

    /// <summary>A word with what it is when capitalised and when not, and the number each class gives it.</summary>
    internal sealed record Entry(string Word, int Capitalised, int Lower, (int Class, int Value)[] Values);

    public static Lexicon Read(string words, IEnumerable<string> literals)
    {
        var lexicon = new Lexicon();
        lexicon.SymbolFor([]);
        var rows = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var order = new List<string>();
        foreach (var row in Resource.Rows(words))
        {
            foreach (var word in row[0].Split(' '))
            {
                Add(word, row[1].Split(' '));
            }
        }

        // A word that a rule names as itself is a class of its own, beside those it has.
        foreach (var literal in literals)
        {
            Add(literal, [literal]);
        }

        foreach (var word in order)
        {
            lexicon.Enter(word, rows[word]);
        }

        lexicon.BuildTable();
        return lexicon;

        void Add(string word, string[] classes)
        {
            if (!rows.TryGetValue(word, out var list))
            {
                rows[word] = list = [];
                order.Add(word);
            }

            foreach (var one in classes)
            {
                if (!list.Contains(one))
                {
                    list.Add(one);
                }
            }
        }
    }

    /// <summary>How many different sets of classes there are.</summary>
    public int Symbols => _symbols.Count;

    public int ClassOf(string name)
    {
        if (!_classes.TryGetValue(name, out var index))
        {
            _classes[name] = index = _classNames.Count;
            _classNames.Add(name);
        }

        return index;
    }

    public string ClassName(int index) => _classNames[index];

    public bool Is(int symbol, int wanted) => _bits is { } bits
        ? (bits[(symbol * _rowWords) + (wanted >> 6)] >> (wanted & 63) & 1) != 0
        : Array.BinarySearch(_symbols[symbol], wanted) >= 0;

    /// <summary>Nothing is added from here on: which symbol is of which class is laid out as bits, for it is asked of every word around a date.</summary>
    public void Seal()
    {
        _rowWords = (_classNames.Count + 63) / 64;
        var bits = new ulong[_symbols.Count * _rowWords];
        for (var symbol = 0; symbol < _symbols.Count; symbol++)
        {
            foreach (var one in _symbols[symbol])
            {
                bits[(symbol * _rowWords) + (one >> 6)] |= 1UL << (one & 63);
            }
        }

        _bits = bits;
    }

    /// <summary>The symbol that stands for exactly these classes.</summary>
    public int SymbolFor(IEnumerable<string> classes)
    {
        var set = classes.Select(ClassOf).Distinct().Order().ToArray();
        var key = string.Join(',', set);
        if (!_symbolOf.TryGetValue(key, out var symbol))
        {
            _symbolOf[key] = symbol = _symbols.Count;
            _symbols.Add(set);
        }

        return symbol;
    }

    public Entry this[int entry] => _entries[entry];

    /// <summary>The entry of a word in any case; -1 where no list has it.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord)
        {
            return -1;
        }

        for (var slot = (int)(Hash(word) & (uint)_mask); _table[slot] != 0; slot = (slot + 1) & _mask)
        {
            if (Same(_entries[_table[slot] - 1].Word, word))
            {
                return _table[slot] - 1;
            }
        }

        return -1;
    }

    private void Enter(string word, List<string> classes)
    {
        var values = new List<(int, int)>();
        var always = new List<string>();
        var capitalised = new List<string>();
        foreach (var one in classes)
        {
            // "MONTH^=5": only with a capital, and worth 5.
            var equals = one.IndexOf('=', 1);
            var name = equals > 0 ? one[..equals] : one;
            var needsCapital = name.Length > 1 && name[^1] == '^';
            name = needsCapital ? name[..^1] : name;
            if (equals > 0)
            {
                values.Add((ClassOf(name), int.Parse(one.AsSpan(equals + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)));
            }

            capitalised.Add(name);
            if (!needsCapital)
            {
                always.Add(name);
            }
        }

        _entries.Add(new Entry(word, SymbolFor(capitalised), SymbolFor(always), [.. values]));
    }

    private void BuildTable()
    {
        var size = 1024;
        while (size < 4 * _entries.Count)
        {
            size *= 2;
        }

        _table = new int[size];
        _mask = size - 1;
        for (var i = 0; i < _entries.Count; i++)
        {
            var slot = (int)(Hash(_entries[i].Word) & (uint)_mask);
            while (_table[slot] != 0)
            {
                slot = (slot + 1) & _mask;
            }

            _table[slot] = i + 1;
        }
    }

    private static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word)
        {
            hash = (hash ^ Lower(c)) * 16777619u;
        }

        return hash ^ (hash >> 15);
    }

    private static bool Same(string entry, ReadOnlySpan<char> word)
    {
        if (entry.Length != word.Length)
        {
            return false;
        }

        for (var i = 0; i < entry.Length; i++)
        {
            if (entry[i] != Lower(word[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static char Lower(char c) => c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c is '\u2019' ? '\'' : c;
}
