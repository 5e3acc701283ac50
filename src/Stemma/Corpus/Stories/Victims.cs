using Stemma.Words;

namespace Stemma.Corpus.Stories;

/// <summary>Whose death does a happening tell? Nobody is killed twice, and the murder of one is not the murder of another.</summary>
internal static class Victims
{
    // From so many dead on, one article may name one of them and the next another.
    private const int Several = 2;

    /// <summary>People by their full names, to whom it was done: a surname alone is many people's.</summary>
    public static IEnumerable<string> Of(ArticleFindings findings, Event e) =>
        EventKinds.IsViolence(e.Kind) ? findings.Actors.Where(x => x.Kind == ActorKind.Person && e.Whom.Contains(x.Id) && x.Name.Contains(' ', StringComparison.Ordinal)).Select(x => x.Name) : [];

    /// <summary>Those whose killing it is; empty where it names none, or counts several dead of whom it may name some.</summary>
    public static IReadOnlyList<string> Dead(ArticleFindings findings, Event e) =>
        e.Kind == "killing" && !e.Quantities.Any(q => q.Low >= Several) ? [.. Of(findings, e)] : [];

    /// <summary>True where both name their dead, and nobody stands in both lists.</summary>
    public static bool AreOthers(IReadOnlyList<string> one, IReadOnlyList<string> other) => one.Count > 0 && other.Count > 0 && !one.Any(v => other.Any(w => AreOne(v, w)));

    /// <summary>Whose killing it is, by two tellings: who stands in both lists. "The murders of Maren and of Voss" beside the murder of Maren is the murder of Maren.</summary>
    public static IReadOnlyList<string> Both(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        one.Count == 0 ? other : other.Count == 0 ? one : [.. one.Where(v => other.Any(w => AreOne(v, w)))];

    /// <summary>"Ilse Maren" and "Ilse Anna Maren": all words of the shorter name stand in the longer.</summary>
    public static bool AreOne(string one, string other)
    {
        var (a, b) = (Words(one), Words(other));
        return a.IsSubsetOf(b) || b.IsSubsetOf(a);
    }

    private static HashSet<string> Words(string name) => PlainWords.Of(name).Select(w => w.Lower).ToHashSet(StringComparer.Ordinal);
}
