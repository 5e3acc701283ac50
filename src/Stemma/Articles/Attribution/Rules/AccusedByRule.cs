using Stemma.Articles.Attribution.Tagger;
using Stemma.Articles.Sentences;

namespace Stemma.Articles.Attribution.Rules;

/// <summary>"Voss was accused by former clerks of theft", "Voss, who was accused of theft by several clerks": who accuses stands behind "by", who is accused before the verb, of what behind "of".</summary>
/// <remarks>
/// Why: the tagger takes all behind "by" for the source, charge included, or sees no source behind the charge. Also reads "in which six women accused Voss of theft" inside what somebody published or said.
/// Hits not: "accused of hiding it by burning it" (a means), passives that name nobody who accuses. Misses: charges told without "of".
/// </remarks>
internal sealed class AccusedByRule : IAttributionRule
{
    // As unmeasured as the strong verbs: just above the line of "more likely right than not".
    private const double Confidence = 0.55;

    // "was later publicly accused"; a subject with its titles; an accuser with what identifies him.
    private const int GroupReach = 4;
    private const int LongestSubject = 12;
    private const int ObjectReach = 10;

    public string Name => "accused-by";

    public IReadOnlyList<Found> Apply(Prose prose, IReadOnlyList<Found> found)
    {
        var result = new Finds(prose, found);
        foreach (var sentence in prose.Sentences)
        {
            if (!Body.IsRead(prose.Paragraphs[sentence.Paragraph]))
            {
                continue;
            }

            var end = sentence.FirstToken + sentence.Tokens;
            for (var t = sentence.FirstToken + 1; t < end - 1; t++)
            {
                if (prose.Tokens[t].Lower is "accused" or "accuses" or "implicated" && (Passive(prose, sentence.FirstToken, t, end) ?? Inside(prose, result, sentence.FirstToken, t, end)) is { } clause)
                {
                    Put(result, clause);
                }
            }
        }

        return result.All;
    }

    // In the place of what the tagger read of this very verb.
    private void Put(Finds result, TaggedAttribution clause)
    {
        var same = result.Near(clause.Cue.Hull).Where(n => result[n].Voice == Voice.Reported && result[n].Tagged.Cue.Overlaps(clause.Cue)).ToList();
        if (same.Count == 1)
        {
            var old = result[same[0]];
            result.Replace(same[0], old with { Tagged = clause with { Confidence = old.Tagged.Confidence }, Rule = $"{old.Rule}+{Name}" });
        }
        else if (same.Count == 0)
        {
            result.Add(new Found(clause, Name));
        }
    }

    private static TaggedAttribution? Passive(Prose prose, int start, int verb, int end)
    {
        var group = verb;
        while (group > start && verb - group < GroupReach && (IsHelper(prose.Tokens[group - 1].Lower) || PhraseBook<Act>.IsAdverb(prose.Tokens[group - 1].Lower)))
        {
            group--;
        }

        if (!Enumerable.Range(group, verb - group).Any(t => prose.Tokens[t].Lower is "was" or "were" or "been" or "is" or "are" or "being") || Enumerable.Range(group, verb - group).Any(t => Negation.IsNegation(prose.Tokens[t].Lower)))
        {
            return null;
        }

        var stop = verb + 1;
        while (stop < end && prose.Tokens[stop].Lower is not (";" or ":" or "." or "?" or "!" or "\"" or "and" or "but" or "which" or "who" or "while" or "after") && !(prose.Tokens[stop].Lower == "," && stop + 1 < end))
        {
            stop++;
        }

        var by = Enumerable.Range(verb + 1, Math.Max(0, stop - verb - 2)).FirstOrDefault(t => prose.Tokens[t].Lower == "by" && !prose.Tokens[t + 1].Lower.EndsWith("ing", StringComparison.Ordinal), -1);
        if (by < 0 || Subject(prose, start, group) is not { } subject)
        {
            return null;
        }

        // "by members of the board of theft": what they say was done stands behind the last "of" that opens a wrong.
        var of = prose.Tokens[verb + 1].Lower == "of" && by > verb + 1 ? verb + 1
            : Enumerable.Range(by + 2, Math.Max(0, stop - by - 3)).LastOrDefault(t => prose.Tokens[t].Lower == "of" && OpensWrong(prose, t + 1, stop), -1);
        if (by > verb + 1 && of != verb + 1)
        {
            return null;
        }

        var source = Body.SpanOf(prose, by + 1, of > by ? of : stop);
        var deed = of < 0 ? Spans.None : Body.SpanOf(prose, of, of > by ? stop : by);
        return source.IsEmpty ? null : new TaggedAttribution(source, Spans.Of(prose.Tokens[group].Span.Begin, prose.Tokens[verb].Span.End), Spans.Create([subject, .. deed]), Confidence);
    }

    // "published an article in which six women accused Voss of theft".
    private static TaggedAttribution? Inside(Prose prose, Finds found, int start, int verb, int end)
    {
        if (prose.Tokens[verb].Lower == "implicated" || prose.Tokens[verb].Quotation >= 0 || !Enumerable.Range(verb + 1, Math.Max(0, Math.Min(ObjectReach, end - verb - 1))).Any(t => prose.Tokens[t].Lower == "of")
            || !found.Any(prose.Tokens[verb].Span, f => f.Voice == Voice.Reported && f.Tagged.Content.Overlaps(prose.Tokens[verb].Span)) || found.Any(prose.Tokens[verb].Span, f => f.Tagged.Cue.Overlaps(prose.Tokens[verb].Span)))
        {
            return null;
        }

        var cue = verb > start && prose.Tokens[verb - 1].Lower is "has" or "have" or "had" ? verb - 1 : verb;
        var first = cue;
        while (first > start && cue - first < LongestSubject && !Parts(prose, first - 1))
        {
            first--;
        }

        var opened = first > start ? prose.Tokens[first - 1].Lower : "";
        var last = verb + 1;
        while (last < end && prose.Tokens[last].Lower is not (";" or ":" or "." or "?" or "!" or "," or "but" or "and" or "while"))
        {
            last++;
        }

        return first < cue && opened is "which" or "that" or "after" or "when" or "where" && !prose.Tokens[first].Lower.EndsWith("ed", StringComparison.Ordinal) && prose.Tokens[first].Lower is not ("i" or "we" or "is" or "was" or "are" or "were" or "he" or "she" or "they" or "it")
            && Body.SpanOf(prose, verb + 1, last) is { IsEmpty: false } content
            ? new TaggedAttribution(Body.SpanOf(prose, first, cue), Spans.Of(prose.Tokens[cue].Span.Begin, prose.Tokens[verb].Span.End), content, Confidence)
            : null;
    }

    // "Voss, who was", "he, too, was", "the clerk was".
    private static TextSpan? Subject(Prose prose, int start, int group)
    {
        var end = group;
        while (end > start && prose.Tokens[end - 1].Lower is "who" or "," or "too" or "which" or "\"")
        {
            end--;
        }

        // "Voss, the editor of the Post, was": the name before the aside.
        var comma = Enumerable.Range(start, end - start).FirstOrDefault(t => prose.Tokens[t].Lower == ",", -1);
        if (end < group && prose.Tokens[end].Lower is "," or "\"" && prose.Tokens[end - 1].Lower != "too" && comma > start && comma - start < LongestSubject && prose.Tokens[group - 1].Lower != "who" && prose.IsCapital(comma - 1))
        {
            return new TextSpan(prose.Tokens[start].Span.Begin, prose.Tokens[comma - 1].Span.End);
        }

        // "sent home Orlin Voss, who was": a name alone, where a verb may stand before it.
        var (first, named) = (end, end < group && prose.Tokens[group - 1].Lower == "who" && end > start && prose.IsCapital(end - 1));
        while (first > start && end - first < LongestSubject && !Parts(prose, first - 1) && !(named && !prose.IsCapital(first - 1)))
        {
            first--;
        }

        return first < end && prose.Tokens[first].Lower is not ("it" or "they" or "there" or "i" or "we" or "those" or "anyone" or "people") ? new TextSpan(prose.Tokens[first].Span.Begin, prose.Tokens[end - 1].Span.End) : null;
    }

    // A wrong a few words on, or somebody doing something: "of inappropriate conduct", "of hiding the lists".
    private static bool OpensWrong(Prose prose, int first, int end)
    {
        const int Reach = 4;
        return first < end && (prose.Tokens[first].Lower.EndsWith("ing", StringComparison.Ordinal) || Enumerable.Range(first, Math.Min(Reach, end - first)).Any(t => ChargeInContent.IsWrong(prose.Tokens[t].Lower) || prose.Tokens[t].Lower is "inappropriate" or "improper" or "conduct" or "behavior" or "behaviour"));
    }

    private static bool Parts(Prose prose, int t) =>
        prose.Tokens[t].Lower is "," or ";" or ":" or "\"" or "(" or ")" or "—" or "--" or "–" or "that" or "which" or "who" or "after" or "before" or "while" or "because" or "when" or "where" or "as" or "but" or "if" or "to"
        || (prose.Tokens[t].Lower == "and" && !(t > 0 && prose.IsCapital(t - 1) && prose.IsCapital(t + 1)));

    private static bool IsHelper(string lower) => lower is "was" or "were" or "been" or "is" or "are" or "being" or "has" or "have" or "had" or "also" or "not" or "n't" or "never" or "later" or "since";
}
