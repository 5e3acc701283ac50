using System.Collections.Frozen;

namespace Stemma.Words;

/// <summary>What the list of well-known outlets says of a name.</summary>
public enum OutletKind
{
    None,
    Outlet,
    Agency,
}

/// <summary>Is this the name of an outlet, a word such names end with, a platform? And are two names one outlet's: "AFP" and "Agence France-Presse", "The Harbour Post" and "harbourpost.com"?</summary>
public static class Outlets
{
    private sealed record Listed(OutletKind Kind, string[] Names);

    // Kind, home, names joined with "|", the fullest first.
    private static readonly FrozenDictionary<string, Listed> Known = Resource.Rows("Words/Data/outlets.tsv")
        .Select(r => new Listed(r[0] == "agency" ? OutletKind.Agency : OutletKind.Outlet, r[2].Split('|')))
        .SelectMany(listed => listed.Names.Select(name => (Key: Spelling(name), Listed: listed)))
        .DistinctBy(n => n.Key)
        .ToFrozenDictionary(n => n.Key, n => n.Listed);

    private static readonly FrozenDictionary<string, string> Words = Resource.Rows("Words/Data/outlet-words.tsv")
        .SelectMany(r => r[1].Split(", ").Select(word => (Word: word, Kind: r[0])))
        .ToFrozenDictionary(w => w.Word, w => w.Kind, StringComparer.Ordinal);

    /// <summary>What the list calls it, under any of its names; none where the list has it not.</summary>
    public static OutletKind KindOf(string name) => Known.TryGetValue(Spelling(name), out var listed) ? listed.Kind : OutletKind.None;

    /// <summary>True where the list of well-known outlets has it, under any of its names.</summary>
    public static bool IsKnown(string name) => Known.ContainsKey(Spelling(name));

    /// <summary>A name that ends with this word, in small letters, is an outlet's wherever it stands: "gazette".</summary>
    public static bool IsEnding(string lower) => Words.GetValueOrDefault(lower) == "ending";

    /// <summary>And behind words for telling also "channel", "show".</summary>
    public static bool IsEndingOfWhoeverIsTold(string lower) => Words.GetValueOrDefault(lower) is "ending" or "programme";

    /// <summary>A name with this word in it is an outlet's where a line can hardly name anything else: "gazette", "independent", "mercury".</summary>
    public static bool IsWordOfACredit(string lower) => Words.GetValueOrDefault(lower) is "ending" or "credit";

    /// <summary>Where words are posted or shown without an editor's name: "telegram", "truth social".</summary>
    public static bool IsPlatform(string lower) => Words.GetValueOrDefault(lower) == "platform";

    public static bool Same(string one, string other) => Key(one) == Key(other);

    /// <summary>The same for all names of one outlet.</summary>
    public static string Key(string name)
    {
        var plain = Spelling(name);
        return Known.TryGetValue(plain, out var listed) ? Spelling(listed.Names[0]) : plain;
    }

    /// <summary>Every name it goes by, this one first.</summary>
    public static IReadOnlyList<string> Of(string name) => Known.TryGetValue(Spelling(name), out var listed) ? [name, .. listed.Names.Where(n => n != name)] : [name];

    /// <summary>What two spellings of one name share: letters and digits alone, in capitals; "the" and the end of a web address aside.</summary>
    public static string Spelling(string name)
    {
        var plain = name.Trim();
        if (IsAddress(plain))
        {
            plain = plain[..plain.LastIndexOf('.')];
            plain = plain.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? plain[4..] : plain;
        }

        plain = plain.StartsWith("The ", StringComparison.OrdinalIgnoreCase) ? plain[4..] : plain;
        return string.Concat(plain.Where(char.IsLetterOrDigit)).ToUpperInvariant();
    }

    /// <summary>"HarbourPost.com": one word with a stop inside and letters behind the last one.</summary>
    public static bool IsAddress(string name)
    {
        var stop = name.LastIndexOf('.');
        return stop > 1 && name.Length - stop is >= 3 and <= 7 && !name.Contains(' ', StringComparison.Ordinal) && name.AsSpan(stop + 1).IndexOfAnyExceptInRange('a', 'z') < 0;
    }
}
