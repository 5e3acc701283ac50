namespace Stemma.Corpus.Accounts;

/// <summary>Which statements of different speakers tell of one happening that it came about in ways that leave no room for each other?</summary>
/// <remarks>
/// "Dropped by aircraft" and "leaked from a depot", "hanged himself" and "was strangled", "Vardia shelled it" and "the rebels shelled it". Who speaks comes first:
/// what one speaker says twice is no dispute, nor what two of one side say; what the outlet itself tells stands for the outlet. A denial is no rival account, it is a denial
/// (<see cref="Rebuttals"/>). Known to miss: accounts told of happenings that could not be told to be one, and means that exclude each other (a mine, a missile).
/// </remarks>
internal static class RivalAccounts
{
    // Two rival accounts are shown by a few pairs of voices; more is the same again.
    private const int MostPerRivalry = 2;

    // Told plainly by both; a hedge on either side takes a little, an outlet's own voice too.
    private const double Plain = 0.8;
    private const double Lowered = 0.08;

    // More speakers of one account than this tell nothing new.
    private const int MostOfOneAccount = 12;

    public static IEnumerable<Dispute> Of(
        IReadOnlyList<ArticleFindings> articles,
        IReadOnlyDictionary<(string Article, string Local), string> actorOf,
        IReadOnlyDictionary<(string Article, string Local), string> eventOf)
    {
        var versions = articles.SelectMany(a => VersionReader.In(a, actorOf, eventOf)).ToList();
        foreach (var happening in versions.GroupBy(v => v.Event, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            foreach (var rivalry in Rivalries([.. happening]))
            {
                foreach (var (one, other) in Shown(rivalry.One, rivalry.Other))
                {
                    yield return Made(one, other, rivalry.Slot);
                }
            }
        }
    }

    private static IEnumerable<(Slot Slot, List<Version> One, List<Version> Other)> Rivalries(List<Version> versions)
    {
        var groups = versions.GroupBy(v => (v.Slot, v.Key, v.Negated)).OrderBy(g => g.Key.Slot).ThenBy(g => g.Key.Key, StringComparer.Ordinal).ThenBy(g => g.Key.Negated).Select(g => g.Take(MostOfOneAccount).ToList()).ToList();
        for (var i = 0; i < groups.Count; i++)
        {
            for (var k = i + 1; k < groups.Count; k++)
            {
                if (groups[i][0].Slot == groups[k][0].Slot)
                {
                    yield return (groups[i][0].Slot, groups[i], groups[k]);
                }
            }
        }
    }

    // The surest pairs, each voice once; what stands in one article first.
    private static IEnumerable<(Version One, Version Other)> Shown(List<Version> one, List<Version> other)
    {
        var pairs = one.SelectMany(a => other.Where(b => a.Excludes(b) && !a.SameSide(b)).Select(b => (One: a, Other: b)))
            .OrderByDescending(p => Sure(p.One, p.Other)).ThenBy(p => p.One.Article.Article.Id == p.Other.Article.Article.Id ? 0 : 1)
            .ThenBy(p => p.One.Article.Article.Id, StringComparer.Ordinal).ThenBy(p => p.Other.Article.Article.Id, StringComparer.Ordinal)
            .ThenBy(p => p.One.Statement.Content.Hull).ThenBy(p => p.Other.Statement.Content.Hull);
        var (spoken, count) = (new HashSet<string>(StringComparer.Ordinal), 0);
        foreach (var (a, b) in pairs)
        {
            if (count < MostPerRivalry && !(spoken.Contains(a.Speaker) && spoken.Contains(b.Speaker)))
            {
                spoken.Add(a.Speaker);
                spoken.Add(b.Speaker);
                count++;
                yield return (a, b);
            }
        }
    }

    private static double Sure(Version one, Version other) => Math.Round(Plain - (Lowered * (Lowers(one) + Lowers(other))), 3);

    private static int Lowers(Version v) => (v.Statement.Hedges.Count > 0 ? 1 : 0) + (v.Statement.Voice == Voice.Outlet ? 1 : 0);

    private static Dispute Made(Version one, Version other, Slot slot)
    {
        var (first, second) = string.CompareOrdinal(one.Article.Article.Id, other.Article.Article.Id) is var order && (order < 0 || (order == 0 && one.Statement.Content.Hull.CompareTo(other.Statement.Content.Hull) < 0)) ? (one, other) : (other, one);
        return new(
            CaseIds.Of('D', first.Article.Article.Id, second.Article.Article.Id, first.Statement.Content.ToString(), second.Statement.Content.ToString(), slot.ToString()),
            first.Denies || second.Denies ? DisputeRelation.Denies : DisputeRelation.Contradicts,
            [first.Statement.Id, second.Statement.Id],
            slot,
            first.Denies != second.Denies ? $"both speak of what brought it about; one says “{(first.Denies ? second : first).Filler}”, the other denies “{(first.Denies ? first : second).Filler}”"
                : $"both speak of {(slot == Slot.Who ? "who did it" : first.Negated || second.Negated ? "whether it was so" : "what brought it about")}; one says “{first.Filler}”, the other “{second.Filler}”",
            [new(first.Article.Article.Id, first.Statement.Content), new(second.Article.Article.Id, second.Statement.Content)],
            Sure(first, second));
    }
}
