using System.Collections.Frozen;
using Stemma.Words;

namespace Stemma.Articles.Actors;

/// <summary>The word lists of this room, read once.</summary>
internal static class WordLists
{
    private const string Folder = "Articles/Actors/Data/";

    public static readonly FrozenSet<string> Function =
        Resource.Rows(Folder + "function-words.tsv").SelectMany(r => r[0].Split(' ')).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, NameClass> NameWords =
        Resource.Rows(Folder + "name-words.tsv")
            .Where(r => r[0] is "organisation" or "place" or "document")
            .SelectMany(r => r[1].Split(' ').Select(w => (w, Class: r[0] switch { "organisation" => NameClass.Organisation, "document" => NameClass.Document, _ => NameClass.Place })))
            .GroupBy(p => p.w, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.First().Class, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, FrozenSet<string>> ByKind =
        Resource.Rows(Folder + "name-words.tsv").ToFrozenDictionary(r => r[0], r => r[1].Split(' ').ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    private static readonly FrozenSet<string> Events =
        Resource.Rows(Folder + "name-words.tsv").Where(r => r[0] == "event").SelectMany(r => r[1].Split(' ')).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, FrozenSet<string>> Times =
        Resource.Rows(Folder + "times.tsv").ToFrozenDictionary(r => r[0], r => r[1].Split(' ').ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    public static readonly FrozenSet<string> Prepositions = new[]
    {
        "in", "on", "at", "by", "of", "to", "from", "with", "without", "within", "into", "onto", "over", "under", "above", "below", "between", "among", "amid", "against", "about", "around", "across",
        "behind", "beyond", "near", "off", "for", "through", "during", "despite", "toward", "towards", "upon", "like", "as", "than", "including", "until", "since", "after", "before", "--", "–", "—", "-",
        "throughout", "along", "outside", "inside", "regarding", "representing", "familiar", "close", "opposed", "loyal", "aligned", "worried", "affiliated", "involved", "based", "living", "working", "fleeing",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static readonly FrozenSet<string> Particles = new[]
    {
        "bin", "ibn", "bint", "al", "el", "ul", "ud", "ad", "as", "de", "der", "den", "von", "van", "la", "le", "da", "dos", "das", "do", "del", "della", "di", "du", "y", "e", "abu", "ter", "ten", "zu", "af", "ben", "st.", "st", "san", "mac", "o",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Titles before a given name: "King Orlin".</summary>
    public static readonly FrozenSet<string> Regal = new[] { "king", "queen", "emperor", "empress", "pope", "sultan", "emir", "prince", "princess" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Articles that are written to the name: "al-Voss", "d'Orl".</summary>
    public static readonly FrozenSet<string> Articled = new[] { "al", "el", "ul", "as", "ad", "an", "ar", "at", "az", "ash", "d", "l" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words that may stand between an article and a noun for persons.</summary>
    public static readonly FrozenSet<string> Adjectives =
        Resource.Rows(Folder + "adjectives.tsv").SelectMany(r => r[0].Split(' ')).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Nouns by which somebody named just before is called again.</summary>
    public static readonly FrozenSet<string> Epithets =
        Resource.Rows(Folder + "epithets.tsv").SelectMany(r => r[0].Split(' ')).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Verbs that no noun phrase holds.</summary>
    public static readonly FrozenSet<string> Verbs = new[]
    {
        "is", "are", "am", "was", "were", "be", "been", "being", "has", "have", "had", "having", "do", "does", "did", "will", "would", "can", "could", "may", "might", "shall", "should", "must", "'s", "'re", "'ve", "'ll", "'d",
        "said", "says", "say", "told", "tells", "tell", "asked", "asks", "added", "adds", "noted", "wrote", "writes", "called", "calls", "claimed", "claims", "argued", "argues", "insisted", "believes", "believe", "thinks", "think",
        "wants", "want", "wanted", "made", "makes", "make", "went", "goes", "came", "comes", "took", "takes", "gave", "gives", "got", "gets", "found", "finds", "showed", "shows", "announced", "accused", "denied", "rejected", "warned",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static readonly FrozenSet<string> Determiners = new[]
    {
        "the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your", "some", "many", "most", "several", "few", "all", "both", "each", "every", "any", "no", "one", "two", "three", "four", "five",
        "six", "seven", "eight", "nine", "ten", "another", "other",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Small words that may stand for persons all by themselves: "many said".</summary>
    public static readonly FrozenSet<string> Amounts = new[]
    {
        "some", "many", "most", "few", "several", "all", "both", "another", "others", "any", "neither", "either", "thousands", "hundreds", "dozens", "millions", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static readonly FrozenSet<string> Suffixes = new[] { "jr", "jr.", "sr", "sr.", "ii", "iii", "iv" }.ToFrozenSet(StringComparer.Ordinal);

    public static readonly FrozenSet<string> Relatives = new[] { "who", "whom", "which", "that", "whose" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The kind of name that a capitalised word like this makes: "Ministry", "Gazette", "Street"; null for any other.</summary>
    public static NameClass? ClassOfNameWord(string lower) => NameWords.TryGetValue(lower, out var kind) ? kind : Outlets.IsEnding(lower) ? NameClass.Outlet : null;

    /// <summary>The words of this kind in name-words.tsv.</summary>
    public static FrozenSet<string> NameWordsOf(string kind) => ByKind[kind];

    /// <summary>Words of this kind in times.tsv: "day", "month", "unit", "pointer".</summary>
    public static FrozenSet<string> TimesOf(string kind) => Times[kind];

    public static bool IsEvent(string lower) => Events.Contains(lower);
}
