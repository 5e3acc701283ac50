namespace Stemma.Corpus.Accounts.Notes;

/// <summary>When, by its words, did what a clause of a note tells happen, and can two such times both hold?</summary>
internal static class NoteTimes
{
    // A day so near a clock time belongs to it.
    private const int SameTime = 4;

    // Hours that a part of the day lasts, told without a day: "in the evening", "before dawn".
    private static readonly Dictionary<string, (int From, int To)> Parts = new(StringComparer.Ordinal)
    {
        ["morning"] = (4, 12),
        ["afternoon"] = (12, 18),
        ["evening"] = (17, 24),
        ["night"] = (18, 30),
        ["overnight"] = (18, 30),
        ["daybreak"] = (4, 8),
        ["sunrise"] = (4, 8),
        ["nightfall"] = (17, 22),
        ["sunset"] = (17, 22),
        ["lunchtime"] = (12, 14),
    };

    public static IReadOnlyList<ClaimTime> In(IReadOnlyList<ClaimTerm> words, Moment? published, bool future)
    {
        var found = TimeReader.In(words, published, future).Select(t => Lasting(words, t, published)).ToList();

        // "at noon on Sunday" is one time: the day beside a clock time is in it.
        found.RemoveAll(t => t.Kind == TimeKind.Day && found.Exists(h => h.Kind == TimeKind.Hour && h.From.Year > 1 && h.From >= t.From && h.From <= t.To && Math.Abs(h.Word - t.Word) <= SameTime));
        for (var i = 0; i < words.Count; i++)
        {
            if (Parts.TryGetValue(words[i].Lower, out var part) && !found.Exists(t => t.Kind == TimeKind.Hour && Math.Abs(t.Word - i) <= 2) && !(i + 1 < words.Count && words[i].Lower is "night" or "morning" or "evening" && words[i + 1].Lower is "shift" or "school" or "watch" or "train"))
            {
                var day = found.Find(t => t.Kind == TimeKind.Day && !t.Saying && Math.Abs(t.Word - i) <= SameTime)?.From ?? DateTime.MinValue.AddDays(1);
                found.Add(new(day.AddHours(part.From), day.AddHours(part.To), TimeKind.Hour, false, i, words[i].Span));
            }
        }

        return found;
    }

    /// <summary>Times of the thing told that can be compared: some can both hold; else they clash, and how finely they are told.</summary>
    public static (bool Meet, bool Clash, TimeKind Kind) Between(Claim a, Claim b)
    {
        var (x, y) = (a.Times.Where(t => !t.Saying).ToList(), b.Times.Where(t => !t.Saying).ToList());
        var meet = x.Exists(t => y.Exists(u => Meet(t, u)));
        var comparable = x.Where(t => y.Exists(u => Comparable(t, u))).ToList();
        return (meet, !meet && comparable.Count > 0, comparable.Count > 0 ? comparable.Min(t => t.Kind) : TimeKind.Year);
    }

    /// <summary>The two times that clash, for the reason shown; null where none do.</summary>
    public static (ClaimTime Here, ClaimTime There)? Rivals(Claim a, Claim b)
    {
        foreach (var t in a.Times.Where(t => !t.Saying))
        {
            foreach (var u in b.Times.Where(u => !u.Saying && Comparable(t, u) && !Meet(t, u)))
            {
                return (t, u);
            }
        }

        return null;
    }

    // "since Tuesday" lasts until the words are printed.
    private static ClaimTime Lasting(IReadOnlyList<ClaimTerm> words, ClaimTime time, Moment? published) =>
        time.Word > 0 && words[time.Word - 1].Lower == "since" && time.From.Year > 1 && published?.Latest is { } day ? time with { To = day.AddDays(1).ToDateTime(TimeOnly.MinValue) } : time;

    // A clock time without a day is held against the other's time of day alone.
    private static bool Meet(ClaimTime t, ClaimTime u)
    {
        if (!Comparable(t, u))
        {
            return false;
        }

        var shift = t.From.Year == 1 && u.From.Year > 1 ? u.From.Date - t.From.Date : u.From.Year == 1 && t.From.Year > 1 ? u.From.Date - t.From.Date : TimeSpan.Zero;
        return t.From + shift < u.To && u.From < t.To + shift;
    }

    private static bool Comparable(ClaimTime t, ClaimTime u) => (t.From.Year == 1) == (u.From.Year == 1) || (t.Kind == TimeKind.Hour && u.Kind == TimeKind.Hour);
}
