using System.Collections.Frozen;
using Stemma.Words;

namespace Stemma.Articles.Actors;

/// <summary>Which office does a title name, so that "the congressman" finds "Rep."?</summary>
internal static class RoleWords
{
    private static readonly FrozenDictionary<string, string[]> Offices = Resource.Rows("Articles/Actors/Data/role-canon.tsv")
        .SelectMany(r => r[1].Split(' ').Select(w => (Word: w.Replace('_', ' '), Office: r[0])))
        .GroupBy(p => p.Word, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.Select(p => p.Office).ToArray(), StringComparer.Ordinal);

    /// <summary>The office in one word of its own; the words themselves where no list knows them.</summary>
    public static string Canon(string words) => Offices.TryGetValue(words, out var offices) ? offices[0] : words;

    /// <summary>True where both can name one office.</summary>
    public static bool Same(string a, string b)
    {
        if (a == b)
        {
            return true;
        }

        var one = Offices.GetValueOrDefault(a) ?? Offices.GetValueOrDefault(Last(a)) ?? [Last(a)];
        var other = Offices.GetValueOrDefault(b) ?? Offices.GetValueOrDefault(Last(b)) ?? [Last(b)];
        return one.Intersect(other, StringComparer.Ordinal).Any();
    }

    private static string Last(string words) => words[(words.LastIndexOf(' ') + 1)..];
}
