using System.Globalization;
using Stemma.Words;

namespace Stemma.Corpus.Identity;

/// <summary>Under which plain form do two spellings of one name meet? Lower case, no article, no possessive, no mark.</summary>
public static class ActorNames
{
    public static string Plain(string name)
    {
        var words = PlainWords.Of(name).Select(w => w.Lower.EndsWith("'s", StringComparison.Ordinal) ? w.Lower[..^2] : w.Lower).ToList();
        if (words.Count > 1 && words[0] is "the" or "a" or "an")
        {
            words.RemoveAt(0);
        }

        return string.Join(' ', words);
    }

    /// <summary>"United Nations" is UN, "Organization of American States" OAS: first letters of the words with a capital; null where there is only one.</summary>
    public static string? Initials(string name)
    {
        var capitals = PlainWords.Of(name).Where(w => w.Capital && w.Lower != "the").Select(w => char.ToUpperInvariant(w.Lower[0])).ToArray();
        return capitals.Length > 1 ? new string(capitals) : null;
    }

    /// <summary>"U.N." and "UN": capitals alone; null where the name is no acronym.</summary>
    public static string? Acronym(string name)
    {
        var letters = name.Replace(".", "", StringComparison.Ordinal).Trim();
        return letters.Length is >= 2 and <= 6 && letters.All(char.IsUpper) ? letters : null;
    }

    /// <summary>"the Marsh government", "the administration": who governs, not the name of the state.</summary>
    public static bool IsGovernment(string plain) => plain[(plain.LastIndexOf(' ') + 1)..] is "government" or "administration" or "regime";

    /// <summary>"the Voss administration": a government told by who leads it, one of several that its state has had. "US administration" is just the state's.</summary>
    public static bool IsSomebodysGovernment(string plain)
    {
        var before = plain.LastIndexOf(' ');
        if (before < 0 || !IsGovernment(plain))
        {
            return false;
        }

        // Who leads it is the word before; "new", "current", "its" tell nobody, and a country or people only the state.
        var whose = plain[..before];
        var last = whose[(whose.LastIndexOf(' ') + 1)..];
        return last != "new" && !CommonWords.Contains(last) && !IsOfCountry(whose) && !IsOfCountry(last);
    }

    private static bool IsOfCountry(string words) =>
        new[] { words, CultureInfo.InvariantCulture.TextInfo.ToTitleCase(words), words.ToUpperInvariant() }.Any(w => Gazetteer.World.Lookup(w).Any(n => n.Kind is NameKind.Country or NameKind.People or NameKind.Capital));

    public static string Surname(string plain) => plain[(plain.LastIndexOf(' ') + 1)..];
}
