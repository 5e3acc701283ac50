using Stemma.Articles.Attribution.Tagger;
using Stemma.Articles.Sentences;

namespace Stemma.Articles.Attribution.Rules;

/// <summary>"Vardia vetoed the draft": a verb that can only be an act of speech or voting, in a clause that nobody has read yet.</summary>
/// <remarks>
/// Why: vetoes, abstentions, refusals and denials are rare in what the tagger learned from and weigh heavily for a reader.
/// Hits: subject, verb of Data/act-verbs.tsv, rest of the clause. Hits not: passives, "the accused", anything inside what somebody says already.
/// Misses: subjects that stand in another clause than the verb.
/// </remarks>
internal sealed class StrongVerbRule : IAttributionRule
{
    // Unmeasured: the development set has too few. Just above the line of "more likely right than not".
    private const double Confidence = 0.55;

    // A subject with its titles; longer stretches before the verb hold a clause of their own.
    private const int LongestSubject = 12;

    // A content cut shorter than this says nothing.
    private const int FewestWords = 3;

    private static readonly HashSet<string> Verbs = new(Words.Resource.Rows("Articles/Attribution/Data/act-verbs.tsv").SelectMany(r => r[0].Split(", ")), StringComparer.Ordinal);

    private static readonly PhraseBook<bool> Phrases = PhraseBook<bool>.Load("Articles/Attribution/Data/act-phrases.tsv", _ => true);

    public string Name => "strong-verb";

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
                var contests = NestedDenial.ContestsAccount(prose, sentence.FirstToken, t, end);
                var after = contests || Verbs.Contains(prose.Tokens[t].Lower) ? t + 1 : Phrases.TryMatch(prose.Tokens, t, end, out _, out var last) ? last : -1;
                if (after < 0 || prose.Tokens[t].Quotation >= 0 || Read(prose, t, after, end) is not { } clause)
                {
                    continue;
                }

                // "contested Voss's portrait of the firm": the account stands inside what is contested.
                // "disputes report", as headlines say, tells not which.
                if (contests && Body.Words(prose, clause.Content[0]) < FewestWords)
                {
                    continue;
                }

                clause = contests ? clause : BeforeOthers(prose, clause, result);
                var whole = clause.Source.Hull.Hull(clause.Content.Hull);
                if (!result.Any(whole, f => f.Voice == Voice.Reported && !(contests && !f.Tagged.Source.IsEmpty && clause.Content[0].Contains(f.Tagged.Source.Hull.Hull(f.Tagged.Cue.Hull))) && (f.Tagged.Cue.Overlaps(whole) || f.Tagged.Content.Overlaps(whole) || f.Tagged.Source.Overlaps(clause.Cue))))
                {
                    result.Add(new Found(clause, Name));
                }
            }
        }

        return result.All;
    }

    /// <summary>Ends the content at the last mark before somebody else's words begin.</summary>
    private static TaggedAttribution BeforeOthers(Prose prose, TaggedAttribution clause, Finds found)
    {
        var content = clause.Content[0];
        var next = found.Near(content).Select(n => found[n]).Where(f => f.Voice == Voice.Reported).SelectMany(f => f.Tagged.Source.Concat(f.Tagged.Cue)).Where(s => s.Begin > content.Begin && s.Begin < content.End).Select(s => s.Begin).DefaultIfEmpty(-1).Min();
        if (next < 0)
        {
            return clause;
        }

        var first = prose.TokenAt(content.Begin);
        var end = prose.TokenAt(next);
        while (end > first + FewestWords && prose.Tokens[end - 1].Lower is not ("," or ";" or "–" or "—" or "--"))
        {
            end--;
        }

        while (end > first + FewestWords && prose.Tokens[end - 1].Lower is "," or ";" or "–" or "—" or "--")
        {
            end--;
        }

        return end > first + FewestWords ? clause with { Content = Body.SpanOf(prose, first, end) } : clause;
    }

    private static TaggedAttribution? Read(Prose prose, int verb, int after, int end)
    {
        var sentence = prose.Tokens[verb].Sentence;

        // "a vote on the measure": a noun, unless an auxiliary stands before it.
        if (prose.Tokens[verb].Lower == "vote" && !(verb > 0 && Negation.IsAuxiliary(prose.Tokens[verb - 1].Lower) && prose.Tokens[verb - 1].Lower is not ("to" or "'s")))
        {
            return null;
        }

        // "the alleged robbery": it describes a noun.
        if (prose.Tokens[verb].Lower is "alleged" or "claimed" or "stated" && verb > 0 && prose.Tokens[verb - 1].Lower is "the" or "a" or "an" or "his" or "her" or "its" or "their" or "this" or "that" or "these" or "those")
        {
            return null;
        }

        var cue = verb;
        while (cue > 0 && prose.Tokens[cue - 1].Sentence == sentence && (Negation.IsAuxiliary(prose.Tokens[cue - 1].Lower) && prose.Tokens[cue - 1].Lower is not ("to" or "'s")
            || PhraseBook<Act>.IsAdverb(prose.Tokens[cue - 1].Lower) || prose.Tokens[cue - 1].Lower is "not" or "n't" or "already" or "never"))
        {
            cue--;
            if (after == verb + 1 && prose.Tokens[cue].Lower is "is" or "are" or "was" or "were" or "been" or "be" or "being" && prose.Tokens[verb].Lower.EndsWith("ed", StringComparison.Ordinal))
            {
                return null;
            }
        }

        var first = cue;
        while (first > 0 && prose.Tokens[first - 1].Sentence == sentence && cue - first < LongestSubject && !Breaks(prose.Tokens[first - 1].Lower))
        {
            first--;
        }

        if (first == cue || (first > 0 && prose.Tokens[first - 1].Sentence == sentence && prose.Tokens[first - 1].Lower is not ("," or ";" or ":" or "and" or "but" or "that" or "after" or "while" or "because" or "when" or "as"))
            || !IsNominal(prose, first, cue))
        {
            return null;
        }

        var last = after;
        while (last < end && prose.Tokens[last].Lower is not (";" or ":" or "." or "?" or "!") && !(prose.Tokens[last].Lower == "," && last + 1 < end && prose.Tokens[last + 1].Lower is "and" or "but" or "which" or "who" or "while" or "as"))
        {
            last++;
        }

        var content = Body.SpanOf(prose, BehindDay(prose, after, last), last);
        return content.IsEmpty ? null : new TaggedAttribution(
            Spans.Of(prose.Tokens[first].Span.Begin, prose.Tokens[cue - 1].Span.End), Spans.Of(prose.Tokens[cue].Span.Begin, prose.Tokens[after - 1].Span.End), content, Confidence);
    }

    /// <summary>"said on Wednesday it stands by": a day beside the cue is nobody's (annotation guide, point 1).</summary>
    private static int BehindDay(Prose prose, int after, int last)
    {
        var t = after < last && prose.Tokens[after].Lower is "on" or "late" or "early" ? after + 1 : after;
        if (t < last && prose.Tokens[t].Lower is "monday" or "tuesday" or "wednesday" or "thursday" or "friday" or "saturday" or "sunday" or "yesterday" or "today")
        {
            t++;
            return t < last && prose.Tokens[t].Lower is "night" or "morning" or "evening" or "afternoon" ? t + 1 : t;
        }

        return after;
    }

    private static bool Breaks(string lower) =>
        lower is "," or ";" or ":" or "\"" or "(" or ")" or "—" or "--" or "that" or "which" or "after" or "before" or "while" or "because" or "when" or "as" or "but" or "if" or "to" || lower == "–";

    /// <summary>A subject: it begins like one and holds no verb of its own.</summary>
    private static bool IsNominal(Prose prose, int first, int end)
    {
        for (var t = first; t < end; t++)
        {
            var lower = prose.Tokens[t].Lower;
            if ((Negation.IsAuxiliary(lower) && lower != "'s") || (t > first && lower.EndsWith("ed", StringComparison.Ordinal) && !prose.IsCapital(t)))
            {
                return false;
            }
        }

        return prose.IsCapital(first) || prose.Tokens[first].Lower is "the" or "a" or "an" or "both" or "all" or "two" or "three" or "four" or "five" or "he" or "she" or "they" or "it" or "his" or "her" or "their" or "its" or "most" or "many" or "some" or "several";
    }
}
