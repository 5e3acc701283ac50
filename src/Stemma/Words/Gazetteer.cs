using System.Globalization;

namespace Stemma.Words;

/// <summary>Which names of the world stand here? One pass over the text, longest name first.</summary>
/// <remarks>
/// Names are read from Data/*.tsv into one table of hashed word prefixes, so that the cost is that of the text, not of the number of names.
/// Compared without case, accents, dots and apostrophes; a hyphen is a space. A name must begin with a capital in the text,
/// and one that is all capitals ("US", "WHO") must be all capitals there.
/// Known to miss: names in a text all in capitals or all in small letters are found too often or not at all.
/// </remarks>
public sealed class Gazetteer
{
    /// <summary>The gazetteers that travel with the program; read at the first use.</summary>
    public static Gazetteer World => Loaded.Value;

    private static readonly Lazy<Gazetteer> Loaded = new(() => new Gazetteer());

    private readonly Dictionary<ulong, Node> _nodes = new(200_000);
    private readonly List<GazetteerName> _names = new(60_000);
    private readonly Dictionary<string, string> _countries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<GazetteerName>> _surnames = new(StringComparer.Ordinal);

    private Gazetteer() => GazetteerFiles.ReadInto(this);

    // First: the first name that ends here, -1 for a mere prefix. Names that share their words are chained through GazetteerName.Next.
    private readonly record struct Node(int First, bool Capitals);

    /// <summary>The names that stand in these words, leftmost and longest, none overlapping another.</summary>
    public IEnumerable<NameHit> Find(string text, TextSpan within)
    {
        for (var at = within.Begin; at < within.End;)
        {
            if (!char.IsLetterOrDigit(text[at]) || (at > within.Begin && IsInWord(text, at)))
            {
                at++;
                continue;
            }

            // No name begins small but for its particles: most words are passed over without a look.
            if (char.IsLower(text[at]) && !(text[at] is 'a' or 'e' or 'd' && NameWords.MayBeginSmall(text, at)))
            {
                while (at < within.End && char.IsLetterOrDigit(text[at]))
                {
                    at++;
                }

                continue;
            }

            if (Longest(text, at, within.End) is { } hit)
            {
                yield return hit;
                at = hit.Span.End;
            }
            else
            {
                at = NameWords.Next(text, at, within.End, out _, out _);
            }
        }
    }

    /// <summary>The longest name that begins exactly here; null where none does.</summary>
    public NameHit? Longest(string text, int begin, int limit)
    {
        if (begin >= limit || !(char.IsUpper(text[begin]) || char.IsDigit(text[begin]) || NameWords.MayBeginSmall(text, begin)))
        {
            return null;
        }

        var (hash, position, end, best) = (NameWords.Seed, begin, begin, -1);
        var capitals = true;
        var anyUpper = false;
        while (position < limit)
        {
            var next = NameWords.Next(text, position, limit, out var word, out var shape);
            hash = NameWords.Join(hash, word);
            if (!_nodes.TryGetValue(hash, out var node))
            {
                break;
            }

            capitals &= shape is WordShape.Capitals;
            anyUpper |= shape is not WordShape.Small;
            if (node.First >= 0 && anyUpper && (capitals || !node.Capitals))
            {
                (best, end) = (node.First, next);
            }

            position = NameWords.Gap(text, next, limit);
            if (position < 0)
            {
                break;
            }
        }

        return best < 0 ? null : new NameHit(new TextSpan(begin, end), Chain(best));
    }

    /// <summary>What these words name, all of them together; empty where they name nothing.</summary>
    public IReadOnlyList<GazetteerName> Lookup(string words)
    {
        var hit = Longest(words, 0, words.Length);
        return hit is { } found && found.Span.Length == words.Length ? found.Names : [];
    }

    /// <summary>The plain English name of a country ("RUS": "Russia"); the code itself where it is unknown.</summary>
    public string CountryName(string iso3) => _countries.GetValueOrDefault(iso3, iso3);

    /// <summary>Office holders of this last name, in the order of the files.</summary>
    public IReadOnlyList<GazetteerName> Officials(string surname) => _surnames.TryGetValue(NameWords.Fold(surname), out var found) ? found : [];

    internal void NameCountry(string iso3, string name) => _countries.TryAdd(iso3, name);

    internal void Add(string words, GazetteerName name, bool capitals)
    {
        var (hash, position) = (NameWords.Seed, 0);
        while (position < words.Length && !char.IsLetterOrDigit(words[position]))
        {
            position++;
        }

        while (position >= 0 && position < words.Length)
        {
            var next = NameWords.Next(words, position, words.Length, out var word, out _);
            hash = NameWords.Join(hash, word);
            position = NameWords.Gap(words, next, words.Length);
            if (position >= 0 && position < words.Length)
            {
                _nodes.TryAdd(hash, new Node(-1, false));
            }
        }

        if (hash == NameWords.Seed)
        {
            return;
        }

        var node = _nodes.TryGetValue(hash, out var there) ? there : new Node(-1, true);
        for (var i = node.First; i >= 0; i = _names[i].Next)
        {
            if (_names[i].Kind == name.Kind && _names[i].Country == name.Country && _names[i].Terms.Count == 0 && name.Terms.Count == 0)
            {
                // The same again from another file.
                _nodes[hash] = node with { Capitals = node.Capitals && capitals };
                return;
            }
        }

        var index = _names.Count;
        _names.Add(name with { Next = -1 });
        if (node.First < 0)
        {
            _nodes[hash] = new Node(index, capitals);
        }
        else
        {
            var last = node.First;
            while (_names[last].Next >= 0)
            {
                last = _names[last].Next;
            }

            _names[last] = _names[last] with { Next = index };
            _nodes[hash] = node with { Capitals = node.Capitals && capitals };
        }

        if (name.Kind == NameKind.Official && words.LastIndexOf(' ') is var space && space > 0)
        {
            var surname = NameWords.Fold(words[(space + 1)..]);
            if (!_surnames.TryGetValue(surname, out var list))
            {
                _surnames[surname] = list = [];
            }

            list.Add(name);
        }
    }

    private List<GazetteerName> Chain(int first)
    {
        var names = new List<GazetteerName>(1);
        for (var i = first; i >= 0; i = _names[i].Next)
        {
            names.Add(_names[i]);
        }

        return names;
    }

    private static bool IsInWord(string text, int at) => char.IsLetterOrDigit(text[at - 1]);
}

/// <summary>A name of the gazetteers.</summary>
/// <param name="Name">The fullest or plainest form its file gives.</param>
/// <param name="Country">ISO 3166-1 alpha-3; null where it has none.</param>
/// <param name="Terms">Days in office, for an official; else empty.</param>
public sealed record GazetteerName(string Name, NameKind Kind, string? Country, IReadOnlyList<Term> Terms)
{
    internal int Next { get; init; } = -1;

    /// <summary>True where this person held office on that day by what the file says.</summary>
    public bool InOfficeOn(DateOnly day) => Terms.Any(t => t.Holds(day));
}

/// <summary>A stretch in office; null on a side that the source leaves open.</summary>
public readonly record struct Term(DateOnly? From, DateOnly? To)
{
    // The dictionaries' lists of ministers begin with a day that only says since when they were kept.
    private static readonly DateOnly KeptSince = new(2003, 1, 1);

    // They thin out from here on (1,669 terms end in 2009, 1,659 in 2010, 200 later), and the list of today's leaders tells no earlier term: between the two nothing is excluded.
    private static readonly DateOnly ThinsOut = new(2009, 1, 1);

    /// <summary>True where this term may hold that day: a side the sources leave open, or know too little of, excludes nothing.</summary>
    public bool Holds(DateOnly day) =>
        (From is not { } from || from <= day || from == KeptSince || (from >= ThinsOut && day >= ThinsOut))
        && (To is not { } to || day <= to || to >= ThinsOut);

    internal static DateOnly? Day(string digits) =>
        DateOnly.TryParseExact(digits, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>Words of a text that name something, and what they may name; the first is the likeliest.</summary>
public readonly record struct NameHit(TextSpan Span, IReadOnlyList<GazetteerName> Names);
