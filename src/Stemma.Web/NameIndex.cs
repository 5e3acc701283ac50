using Stemma.Ledger;

namespace Stemma.Web;

/// <summary>Whose name holds this word? The words of all names in order, so that one is found without walking thousands of names.</summary>
internal sealed class NameIndex
{
    private readonly string[] _words;
    private readonly int[] _bearers;
    private readonly IReadOnlyList<string> _names;

    /// <param name="names">Each is known by its place here.</param>
    public NameIndex(IReadOnlyList<string> names)
    {
        _names = names;
        var all = names.SelectMany((name, n) => SearchWords.Of(name).Distinct().Select(word => (Word: word, Bearer: n))).OrderBy(w => w.Word, StringComparer.Ordinal).ThenBy(w => w.Bearer).ToList();
        (_words, _bearers) = ([.. all.Select(w => w.Word)], [.. all.Select(w => w.Bearer)]);
    }

    /// <summary>Those whose name holds the term.</summary>
    public HashSet<int> Bearing(SearchWords.Term term)
    {
        // Of a phrase the first word finds who could bear it; the name itself says who does.
        var (word, begins) = (term.Words[0], term is { Begins: true, Words.Count: 1 });
        var bearing = new HashSet<int>();
        for (var i = First(word); i < _words.Length && (begins ? _words[i].StartsWith(word, StringComparison.Ordinal) : _words[i] == word); i++)
        {
            if (term.Words.Count == 1 || SearchWords.Holds(_names[_bearers[i]], term))
            {
                bearing.Add(_bearers[i]);
            }
        }

        return bearing;
    }

    private int First(string word)
    {
        var (low, high) = (0, _words.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(_words[middle], word) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
