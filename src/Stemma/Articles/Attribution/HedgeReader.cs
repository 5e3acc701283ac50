using Stemma.Articles.Sentences;
using Stemma.Words;

namespace Stemma.Articles.Attribution;

/// <summary>By which words does the article or the speaker lower commitment, and for what?</summary>
/// <remarks>
/// Words of Data/hedges.tsv in cue and content, "what he called" around the cue, and scare quotation marks inside a quotation.
/// Not hedges: would, should, questions, a plain "I think" (attributes guide). Known to miss: scare marks in the article's own words, where
/// quotation marks far more often just quote.
/// </remarks>
internal static class HedgeReader
{
    // A quoted word or two after "called"; longer quotations are quotations.
    private const int LongestScareQuote = 4;

    private static readonly PhraseBook<string> Words = PhraseBook<string>.Load("Articles/Attribution/Data/hedges.tsv", r => r[0]);

    public static IReadOnlyList<Hedge> Read(Saying saying)
    {
        var found = new List<Hedge>();
        var tokens = saying.Prose.Tokens;
        HandedOver(saying, found);
        foreach (var (first, end, inCue) in Stretches(saying))
        {
            for (var t = first; t < end;)
            {
                if (Words.TryMatch(tokens, t, end, out var kind, out var last) && Holds(saying, kind, t, last, inCue))
                {
                    Add(saying, found, t, last, inCue);
                    t = last;
                }
                else
                {
                    t++;
                }
            }
        }

        ScareQuotes(saying, found);
        return [.. found.DistinctBy(h => h.Span).OrderBy(h => h.Span.Hull)];
    }

    /// <summary>The cue with the words between it and its source, and each piece of the content.</summary>
    private static IEnumerable<(int First, int End, bool InCue)> Stretches(Saying saying)
    {
        if (saying.Cue.Count > 0)
        {
            yield return (AdverbsBefore(saying, saying.Cue[0]), saying.Cue[^1] + 1, true);
        }

        for (var n = 0; n < saying.Tagged.Content.Count; n++)
        {
            var (first, end) = saying.Piece(n);
            yield return (first, end, false);
        }
    }

    private static int AdverbsBefore(Saying saying, int first)
    {
        while (first > 0 && PhraseBook<string>.IsAdverb(saying.Lower(first - 1)) && saying.Prose.Tokens[first - 1].Sentence == saying.Prose.Tokens[first].Sentence)
        {
            first--;
        }

        return first;
    }

    private static bool Holds(Saying saying, string kind, int at, int last, bool inCue)
    {
        var tokens = saying.Prose.Tokens;
        var lower = saying.Lower(at);
        var before = at > 0 ? saying.Lower(at - 1) : "";
        var after = last < tokens.Count ? saying.Lower(last) : "";
        switch (kind)
        {
            case "modal":
                // "could not", "could barely", "unclear who could": ability. "if I may, sir": leave.
                return !(lower == "could" && (after is "not" or "n't" or "barely" or "hardly" || before is "who" or "not"))
                    && !(lower == "may" && IsMonth(saying, at, after))
                    && before is not ("if" or "the" or "his" or "its" or "their") && after is not ("you" or "i" or "we" or "as" or "," or "." or "?")
                    && !(inCue && Negation.Of(saying, saying.Cue[^1]));
            case "figure":
                return IsFigure(after);
            case "cue":
                return inCue && !Negation.Of(saying, at);
            case "set-off":
                return !inCue && before is "," or "--" or "—" or "–" && after is "," or "--" or "—" or "–";
            case "said":
                return true;
        }

        return lower switch
        {
            "appear" or "appears" or "appeared" or "appearing" => after is not ("at" or "on" or "in" or "before" or "behind" or "under" or "with" or "alongside" or "together" or "," or "." or "for") && !(inCue && last > saying.Cue[^1] + 1),
            "possible" => before is not "as" and not "if" and not "every",
            "supposed" => after != "to",
            "kinds" or "sorts" => false,
            "kind" or "sort" => before is not ("a" or "the" or "this" or "that" or "what" or "any" or "some" or "every" or "same" or "one" or "no" or "whatever" or "different"),
            "likely" => before is not ("less" or "as"),
            _ => true,
        };
    }

    private static bool IsMonth(Saying saying, int at, string after) =>
        Months.IsMay(saying.Prose.Tokens[at].Span.Of(saying.Prose.Text), at == 0 ? "" : saying.Lower(at - 1), after) || (saying.Prose.IsCapital(at) && (IsFigure(after) || at == 0));

    private static bool IsFigure(string lower) =>
        lower.Length > 0 && (char.IsDigit(lower[0]) || (lower[0] is '$' or '£' or '€'))
        || lower is "half" or "one" or "two" or "three" or "four" or "five" or "six" or "seven" or "eight" or "nine" or "ten" or "eleven" or "twelve" or "fifteen" or "twenty" or "thirty"
            or "forty" or "fifty" or "sixty" or "seventy" or "eighty" or "ninety" or "hundred" or "hundreds" or "thousand" or "thousands" or "million" or "millions" or "dozen" or "dozens" or "billion" or "two-thirds" or "one-third";

    /// <summary>"what analysts described as": the words around source and cue.</summary>
    private static void HandedOver(Saying saying, List<Hedge> found)
    {
        if (saying.Source.Count == 0 || saying.Cue.Count == 0 || saying.Source[^1] > saying.Cue[0] || saying.Cue[0] - saying.Source[^1] > 2)
        {
            return;
        }

        var what = saying.Source[0] - 1;
        if (what >= 0 && saying.Lower(what) == "what" && saying.Cue.Any(t => ActInContent.Names(saying.Lower(t))))
        {
            Add(saying, found, what, saying.Cue[^1] + 1, inCue: true);
        }
    }

    /// <summary>Inside a quotation: a word or two in marks of their own, handed on by "call", "so-called" or a determiner.</summary>
    private static void ScareQuotes(Saying saying, List<Hedge> found)
    {
        var tokens = saying.Prose.Tokens;
        foreach (var t in saying.Content)
        {
            var quotation = tokens[t].Quotation;
            if (quotation < 0 || t == 0 || tokens[t - 1].Quotation == quotation || saying.Prose.Quotations[quotation] is not { Depth: > 0, Closed: true } inner)
            {
                continue;
            }

            var span = inner.Span.Hull;
            var end = t;
            while (end < tokens.Count && tokens[end].Span.Begin < span.End)
            {
                end++;
            }

            var before = saying.Lower(t - 1);
            if (saying.Prose.Tokens.Skip(t).Take(end - t).Count(x => Saying.IsWord(x.Lower)) <= LongestScareQuote
                && (WordForms.Is(before, "call") || before is "so-called" or "these" or "those" or "their" or "his" or "her" or "your")
                && !found.Exists(h => h.Span.Overlaps(span)))
            {
                found.Add(new Hedge([span], span.Of(saying.Prose.Text), [span]));
            }
        }
    }

    private static void Add(Saying saying, List<Hedge> found, int first, int end, bool inCue)
    {
        var tokens = saying.Prose.Tokens;
        var span = new TextSpan(tokens[first].Span.Begin, tokens[end - 1].Span.End);
        found.Add(new Hedge([span], span.Of(saying.Prose.Text), inCue ? saying.Tagged.Content : Scope(saying, end)));
    }

    /// <summary>From the hedge to the end of its clause; the words before it where it closes one ("…, apparently").</summary>
    private static Spans Scope(Saying saying, int end)
    {
        var tokens = saying.Prose.Tokens;
        var last = end;
        while (last <= saying.Content[^1] && tokens[last].Sentence == tokens[end - 1].Sentence && saying.Lower(last) is not ("," or ";" or "." or "?" or "!" or ":" or "--" or "—" or "\""))
        {
            last++;
        }

        if (last > end)
        {
            return Spans.Of(tokens[end].Span.Begin, tokens[last - 1].Span.End);
        }

        var sentence = saying.Prose.Sentences[tokens[end - 1].Sentence];
        var begin = saying.Content.First(t => tokens[t].Sentence == tokens[end - 1].Sentence);
        return Spans.Of(Math.Max(sentence.Span.Begin, tokens[begin].Span.Begin), tokens[end - 1].Span.End);
    }
}
