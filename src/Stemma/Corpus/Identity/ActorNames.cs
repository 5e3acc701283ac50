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

    public static string Surname(string plain) => plain[(plain.LastIndexOf(' ') + 1)..];
}
