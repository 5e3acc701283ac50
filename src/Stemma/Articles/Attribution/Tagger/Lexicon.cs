namespace Stemma.Articles.Attribution.Tagger;

/// <summary>What does the model know of a word by its letters alone: its vector, its own inputs, its affixes, how often it is a cue?</summary>
/// <remarks>Number 0 of every list is "unknown".</remarks>
internal sealed class Lexicon
{
    private readonly Dictionary<string, int> _words;
    private readonly Dictionary<string, int> _last3;
    private readonly Dictionary<string, int> _first4;
    private readonly Dictionary<string, int> _last2;

    /// <param name="Vector">Row of its vector, 0 for none.</param>
    /// <param name="Word">Row of its learned input.</param>
    /// <param name="CueBand">Band of its share as a cue in the training articles.</param>
    public readonly record struct Entry(int Vector, int Word, int CueBand);

    public Lexicon(IReadOnlyList<(string Word, Entry Entry)> words, IReadOnlyList<string> last3, IReadOnlyList<string> first4, IReadOnlyList<string> last2)
    {
        _words = new Dictionary<string, int>(words.Count, StringComparer.Ordinal);
        for (var i = 0; i < words.Count; i++)
        {
            _words[words[i].Word] = i;
        }

        _last3 = Numbered(last3);
        _first4 = Numbered(first4);
        _last2 = Numbered(last2);
        Words = words;
        Last3 = last3;
        First4 = first4;
        Last2 = last2;
    }

    public IReadOnlyList<(string Word, Entry Entry)> Words { get; }

    public IReadOnlyList<string> Last3 { get; }

    public IReadOnlyList<string> First4 { get; }

    public IReadOnlyList<string> Last2 { get; }

    /// <summary>Where the form stands in the list, most frequent in the training articles first; -1 where it is not known.</summary>
    public int NumberOf(string form) => _words.TryGetValue(form, out var number) ? number : -1;

    public Entry this[int number] => number < 0 ? default : Words[number].Entry;

    public int Last3Of(string form) => form.Length < 3 ? 0 : Find(_last3, form.AsSpan(form.Length - 3));

    public int First4Of(string form) => form.Length < 4 ? 0 : Find(_first4, form.AsSpan(0, 4));

    public int Last2Of(string form) => form.Length < 2 ? 0 : Find(_last2, form.AsSpan(form.Length - 2));

    /// <summary>The form a word is looked up in: lower case (it comes so), digits as 0, dashes as --, the ellipsis as three stops.</summary>
    public static string FormOf(string lower)
    {
        switch (lower)
        {
            case "–" or "—" or "―":
                return "--";
            case "…":
                return "...";
        }

        foreach (var c in lower)
        {
            if (c is >= '1' and <= '9' or '‐' or '‑')
            {
                return string.Create(lower.Length, lower, static (form, word) =>
                {
                    for (var i = 0; i < form.Length; i++)
                    {
                        form[i] = word[i] switch { >= '1' and <= '9' => '0', '‐' or '‑' => '-', var x => x };
                    }
                });
            }
        }

        return lower;
    }

    public void Write(BinaryWriter to)
    {
        to.Write7BitEncodedInt(Words.Count);
        foreach (var (word, entry) in Words)
        {
            to.Write(word);
            to.Write7BitEncodedInt(entry.Vector);
            to.Write7BitEncodedInt(entry.Word);
            to.Write7BitEncodedInt(entry.CueBand);
        }

        foreach (var list in new[] { Last3, First4, Last2 })
        {
            to.Write7BitEncodedInt(list.Count);
            foreach (var affix in list)
            {
                to.Write(affix);
            }
        }
    }

    public static Lexicon Read(BinaryReader from)
    {
        var words = new (string, Entry)[from.Read7BitEncodedInt()];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = (from.ReadString(), new Entry(from.Read7BitEncodedInt(), from.Read7BitEncodedInt(), from.Read7BitEncodedInt()));
        }

        var lists = new string[3][];
        for (var l = 0; l < 3; l++)
        {
            lists[l] = new string[from.Read7BitEncodedInt()];
            for (var i = 0; i < lists[l].Length; i++)
            {
                lists[l][i] = from.ReadString();
            }
        }

        return new Lexicon(words, lists[0], lists[1], lists[2]);
    }

    private static Dictionary<string, int> Numbered(IReadOnlyList<string> list)
    {
        var numbered = new Dictionary<string, int>(list.Count, StringComparer.Ordinal);
        for (var i = 0; i < list.Count; i++)
        {
            numbered[list[i]] = i + 1;
        }

        return numbered;
    }

    private static int Find(Dictionary<string, int> list, ReadOnlySpan<char> affix) =>
        list.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(affix, out var number) ? number : 0;
}
