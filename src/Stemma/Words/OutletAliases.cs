using System.Collections.Frozen;

namespace Stemma.Words;

/// <summary>Are two names one outlet's? "AFP" and "Agence France-Presse" are, "The Harbour Post" and "HARBOUR POST", "harbourpost.com" too.</summary>
public static class OutletAliases
{
    // Kind, home, names joined with "|", the fullest first.
    private static readonly FrozenDictionary<string, string[]> Known = Resource.Rows("Words/Data/outlets.tsv")
        .Select(r => r[2].Split('|'))
        .SelectMany(names => names.Select(name => (Key: Plain(name), Names: names)))
        .DistinctBy(n => n.Key)
        .ToFrozenDictionary(n => n.Key, n => n.Names);

    public static bool Same(string one, string other) => Key(one) == Key(other);

    /// <summary>True where the list of well-known outlets has it, under any of its names.</summary>
    public static bool IsKnown(string name) => Known.ContainsKey(Plain(name));

    /// <summary>The same for all names of one outlet.</summary>
    public static string Key(string name)
    {
        var plain = Plain(name);
        return Known.TryGetValue(plain, out var names) ? Plain(names[0]) : plain;
    }

    /// <summary>Every name it goes by, this one first.</summary>
    public static IReadOnlyList<string> Of(string name) => Known.TryGetValue(Plain(name), out var names) ? [name, .. names.Where(n => n != name)] : [name];

    // Letters and digits alone, in capitals; "the" and the end of a web address aside.
    private static string Plain(string name)
    {
        var plain = name.Trim();
        var stop = plain.LastIndexOf('.');
        if (stop > 1 && plain.Length - stop is >= 3 and <= 7 && !plain.Contains(' ', StringComparison.Ordinal) && plain.AsSpan(stop + 1).IndexOfAnyExceptInRange('a', 'z') < 0)
        {
            plain = plain.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? plain[4..stop] : plain[..stop];
        }

        plain = plain.StartsWith("The ", StringComparison.OrdinalIgnoreCase) && plain.Length > 4 ? plain[4..] : plain;
        return string.Concat(plain.Where(char.IsLetterOrDigit)).ToUpperInvariant();
    }
}
