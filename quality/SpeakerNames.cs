using System.Text.RegularExpressions;

namespace Stemma.Quality;

/// <summary>Do two names mean one speaker? Without case, titles, determiners, possessive endings and Jr/III; as score/attributes.py has it.</summary>
internal static partial class SpeakerNames
{
    private static readonly HashSet<string> Titles =
    [
        .. ("mr mrs ms miss dr prof professor sen senator rep representative congressman congresswoman gov governor president vice former ex mayor del delegate "
            + "secretary minister prime chancellor king queen prince princess pope rev reverend sir lord lady dame judge justice gen general col colonel lt lieutenant "
            + "maj major capt captain sgt sergeant adm admiral cmdr commander chairman chairwoman chair commissioner ambassador attorney speaker hon st "
            + "republican democratic democrat nominee candidate").Split(' '),
    ];

    private static readonly HashSet<string> Determiners = [.. "a an the this that these those his her its their our my your".Split(' ')];

    private static readonly HashSet<string> Suffixes = ["jr", "sr", "ii", "iii", "iv"];

    private static readonly HashSet<string> Pronouns = [.. "he she they we i you it him her them us me his hers their theirs our ours my mine your yours its".Split(' ')];

    public static bool IsPronoun(string word) => Pronouns.Contains(word.ToLowerInvariant());

    public static bool Same(string? said, string? gold, string kind)
    {
        if (said is null || gold is null)
        {
            return said is null && gold is null;
        }

        if (kind != "person")
        {
            var (a, b) = (Words(said, false), Words(gold, false));
            return a.SequenceEqual(b) || (a.Count > 0 && b.Count > 0 && (a.ToHashSet().IsSubsetOf(b) || b.ToHashSet().IsSubsetOf(a)));
        }

        var (ours, theirs) = (And().Split(said), And().Split(gold));
        if (ours.Length == 1 || theirs.Length == 1)
        {
            (ours, theirs) = theirs.Length == 1 ? ([said], [gold]) : (ours, theirs);
        }

        return ours.Length == theirs.Length && theirs.All(g => ours.Any(o => OnePerson(o, g)));
    }

    private static bool OnePerson(string said, string gold)
    {
        var (a, b) = (Words(said, true), Words(gold, true));
        return a.Count == 0 || b.Count == 0 || a[^1] != b[^1] ? a.SequenceEqual(b) : true;
    }

    private static List<string> Words(string name, bool person)
    {
        var plain = Possessive().Replace(name.ToLowerInvariant().Replace('\u2019', '\''), "");
        var words = Word().Matches(Dot().Replace(plain, "$1")).Select(m => m.Value).ToList();
        var rest = words.Where(w => !Determiners.Contains(w)).ToList();
        if (person)
        {
            rest.RemoveAll(Suffixes.Contains);
            while (rest.Count > 1 && Titles.Contains(rest[0]))
            {
                rest.RemoveAt(0);
            }
        }

        return rest.Count > 0 ? rest : words;
    }

    [GeneratedRegex(@"\s*,\s*(?:and\s+)?|\s+and\s+")]
    private static partial Regex And();

    [GeneratedRegex(@"'s?(?=\W|$)")]
    private static partial Regex Possessive();

    [GeneratedRegex(@"\b([^\W\d_])\.(?=[^\W\d_]\.)")]
    private static partial Regex Dot();

    [GeneratedRegex(@"[^\W_]+(?:[.&'\-][^\W_]+)*")]
    private static partial Regex Word();
}
