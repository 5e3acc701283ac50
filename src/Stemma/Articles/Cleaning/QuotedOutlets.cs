using System.Collections.Frozen;
using Stemma.Words;

namespace Stemma.Articles.Cleaning;

/// <summary>Which outlets does the story itself quote? "told North Wire", "quoted by Reuters", "as the Harbour Post puts it", "citing state media".</summary>
internal static class QuotedOutlets
{
    // Words before a name that make an outlet the one who was told or who is quoted; "first reported by" is a quotation, not a hop.
    private static readonly string[][] Before =
    [
        ["told"], ["tells"], ["telling"], ["quoted", "by"], ["cited", "by"], ["citing"], ["quoting"], ["reported", "by"], ["reported", "in"], ["as", "reported", "by"], ["interviewed", "by"],
        ["interview", "with"], ["interview", "to"], ["according", "to"], ["statement", "to"], ["spoke", "to"], ["speaking", "to"], ["speaking", "with"], ["spoke", "with"], ["published", "by"], ["report", "by"], ["reports", "by"], ["seen", "by"], ["obtained", "by"], ["confirmed", "to"], ["said", "to"],
    ];

    // Words behind a name that make it the one who is quoted.
    private static readonly FrozenSet<string> Behind = FrozenSet.ToFrozenSet(["reported", "reports", "puts", "put", "writes", "wrote", "quoted", "quotes", "cited", "cites"]);

    private static readonly FrozenDictionary<string, string[][]> ByFirst = Before.GroupBy(b => b[0]).ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(b => b.Length).ToArray());

    // Words that begin a sentence and no name.
    private static readonly FrozenSet<string> Openers = FrozenSet.ToFrozenSet(["As", "But", "And", "When", "While", "On", "In", "At", "Yesterday", "Today", "Earlier", "Later", "Meanwhile"]);

    /// <summary>Words before such a verb in which its name may begin.</summary>
    private const int Back = 7;

    private static readonly FrozenSet<string> Generic = FrozenSet.ToFrozenSet(["media", "television", "tv", "radio", "newspapers", "newspaper"]);

    public static void Find(string text, TextSpan block, Action<string, TextSpan> found)
    {
        var lookup = ByFirst.GetAlternateLookup<ReadOnlySpan<char>>();
        var verbs = Behind.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> lower = stackalloc char[24];
        Span<int> starts = stackalloc int[Back];
        var words = 0;
        for (var at = block.Begin; at < block.End;)
        {
            if (!char.IsLetter(text[at]))
            {
                at++;
                continue;
            }

            var end = WordEnd(text, at, block.End);
            starts[words++ % Back] = at;
            if (end - at <= lower.Length)
            {
                var word = lower[..text.AsSpan(at, end - at).ToLowerInvariant(lower)];
                if (lookup.TryGetValue(word, out var cues))
                {
                    foreach (var cue in cues)
                    {
                        if (CueEnd(text, end, block.End, cue) is { } stop && Named(text, stop, block.End) is { } name)
                        {
                            found(name.Of(text), new TextSpan(at, name.End));
                            end = name.End;
                            break;
                        }
                    }
                }
                else if (verbs.Contains(word) && Reports(word, text, end, block.End))
                {
                    // The name right before it: from the farthest capital that reads up to here.
                    for (var back = Math.Min(Back, words); back > 1; back--)
                    {
                        var start = starts[(words - back) % Back];
                        if (char.IsUpper(text[start]) && !Openers.Contains(text[start..WordEnd(text, start, at)]) && OutletNames.At(text, start, at) is { } subject && PassAuxiliary(text, PassSpace(text, subject.End, at), at) is var after && after >= at
                            && OutletNames.KindOf(subject.Of(text)) != OutletKind.None)
                        {
                            found(subject.Of(text), new TextSpan(subject.Begin, end));
                            break;
                        }
                    }
                }
            }

            at = end;
        }
    }

    // "has reported", "also reported".
    private static int PassAuxiliary(string text, int at, int end)
    {
        var stop = WordEnd(text, at, end);
        return text.AsSpan(at, stop - at) is "has" or "had" or "also" or "later" or "first" or "earlier" or "previously" ? PassSpace(text, stop, end) : at;
    }

    // "Reuters put it", but not "Reuters put up".
    private static bool Reports(ReadOnlySpan<char> verb, string text, int at, int end) =>
        verb is not ("puts" or "put") || (PassSpace(text, at, end) is var next && next + 2 <= end && text.AsSpan(next, 2) is "it");

    private static int? CueEnd(string text, int at, int end, string[] cue)
    {
        for (var i = 1; i < cue.Length; i++)
        {
            at = PassSpace(text, at, end);
            if (at + cue[i].Length > end || !text.AsSpan(at, cue[i].Length).SequenceEqual(cue[i]) || (at + cue[i].Length < end && char.IsLetter(text[at + cue[i].Length])))
            {
                return null;
            }

            at += cue[i].Length;
        }

        return at;
    }

    private static TextSpan? Named(string text, int at, int end)
    {
        if (OutletNames.At(text, at, end) is { } name && OutletNames.KindOf(name.Of(text)) != OutletKind.None)
        {
            return name;
        }

        // "state media", "state-run television", "the state news agency": an outlet without a name.
        at = PassSpace(text, at, end);
        at = string.CompareOrdinal(text, at, "the ", 0, 4) == 0 ? at + 4 : at;
        var first = WordEnd(text, at, end);
        if (first - at is < 4 or > 12 || !(text.AsSpan(at, first - at) is "state" or "state-run" or "official" or "local" or "government"))
        {
            return null;
        }

        var next = PassSpace(text, first, end);
        var stop = WordEnd(text, next, end);
        if (text.AsSpan(next, stop - next) is "news" && PassSpace(text, stop, end) is var third && WordEnd(text, third, end) is var last && text.AsSpan(third, last - third) is "agency")
        {
            return new TextSpan(at, last);
        }

        return stop > next && Generic.Contains(text[next..stop]) ? new TextSpan(at, stop) : null;
    }

    private static int PassSpace(string text, int at, int end)
    {
        while (at < end && (text[at] is ' ' or '\u00A0'))
        {
            at++;
        }

        return at;
    }

    private static int WordEnd(string text, int at, int end)
    {
        while (at < end && (char.IsLetterOrDigit(text[at]) || (text[at] == '-' && at + 1 < end && char.IsLetter(text[at + 1]))))
        {
            at++;
        }

        return at;
    }
}
