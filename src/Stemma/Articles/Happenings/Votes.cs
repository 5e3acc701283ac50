using Stemma.Articles.Sentences;
using Stemma.Words;

namespace Stemma.Articles.Happenings;

/// <summary>What was voted on, in which body, how far it got, who sponsored it and how each voted.</summary>
internal static class Votes
{
    /// <summary>The vote a sentence tells of; draft, scheduled, held, vetoed and adopted are different things.</summary>
    public static Vote Of(Prose prose, Sentence sentence, Trigger trigger, EventStatus status, IReadOnlyList<string> who, Parties parties)
    {
        var (first, end) = (sentence.FirstToken, sentence.FirstToken + sentence.Tokens);
        var measure = Measure(prose, first, end);
        var positions = new SortedDictionary<string, VotePosition>(StringComparer.Ordinal);
        var head = prose.Tokens[trigger.First].Lower;
        var happened = status == EventStatus.Happened;
        if (happened && trigger.Kind == Kinds.Veto)
        {
            foreach (var actor in who)
            {
                positions[actor] = VotePosition.Veto;
            }
        }
        else if (happened && trigger.Verb is not null && PositionOf(prose, trigger.First, end, head) is { } position)
        {
            foreach (var actor in who)
            {
                positions[actor] = position;
            }
        }

        var stage = trigger.Kind == Kinds.Veto && happened ? VoteStage.Vetoed
            : Drafts.IsDraft(prose, trigger) ? VoteStage.Draft
            : status is EventStatus.Planned ? VoteStage.Scheduled
            : !happened ? VoteStage.Draft
            : head.StartsWith("adopt", StringComparison.Ordinal) || head.StartsWith("approv", StringComparison.Ordinal) ? VoteStage.Adopted
            : VoteStage.Held;
        var outcome = stage switch
        {
            VoteStage.Vetoed => "vetoed",
            VoteStage.Adopted => "adopted",
            _ when happened && head.StartsWith("reject", StringComparison.Ordinal) => "rejected",
            _ => null,
        };
        return new Vote(Body(prose, first, end), measure, stage, Sponsors(prose, first, end, parties), positions, outcome);
    }

    /// <summary>The deliberating body named nearest before this sentence's end: "Security Council", "Harbour Council".</summary>
    private static string? Body(Prose prose, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (SentenceWords.IsBody(prose.Tokens[i].Lower) && prose.IsCapital(i))
            {
                var low = i;
                while (low > first && prose.IsCapital(low - 1) && prose.Tokens[low - 1].Lower is not ("the" or "a" or "at"))
                {
                    low--;
                }

                if (low == i && prose.Tokens[i].Lower == "house")
                {
                    continue;
                }

                return new TextSpan(prose.Tokens[low].Span.Begin, prose.Tokens[i].Span.End).Of(prose.Text);
            }
        }

        return null;
    }

    // "a draft statement … condemning the attack": from its article to the end of its participle's clause.
    private static string? Measure(Prose prose, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (!SentenceWords.IsMeasure(prose.Tokens[i].Lower) || prose.IsCapital(i))
            {
                continue;
            }

            // "said in a statement" is where somebody spoke, nothing to vote on.
            var low = i;
            while (low > first && low > i - 7 && prose.Tokens[low - 1].Lower is not ("a" or "an" or "the" or "," or "to" or "of" or "in"))
            {
                low--;
            }

            if (low > first && prose.Tokens[low - 1].Lower is "a" or "an" or "the")
            {
                low--;
            }

            if (prose.Tokens[i].Lower == "statement" && low > first && prose.Tokens[low - 1].Lower == "in")
            {
                continue;
            }

            const int Reach = 16;
            var high = i + 1;
            while (high < end && high < i + Reach && prose.Tokens[high].Lower is not ("," or "." or ";" or ":" or "which" or "who" or "after" or "before" or "and" or "—" or "\""))
            {
                high++;
            }

            return new TextSpan(prose.Tokens[low].Span.Begin, prose.Tokens[high - 1].Span.End).Of(prose.Text);
        }

        return null;
    }

    private static VotePosition? PositionOf(Prose prose, int verb, int end, string head)
    {
        if (head.StartsWith("abst", StringComparison.Ordinal))
        {
            return VotePosition.Abstained;
        }

        for (var i = verb + 1; i < end && i <= verb + 3 && head.StartsWith("vot", StringComparison.Ordinal); i++)
        {
            switch (prose.Tokens[i].Lower)
            {
                case "for" or "favour" or "favor":
                    return VotePosition.For;
                case "against":
                    return VotePosition.Against;
            }
        }

        return null;
    }

    // "sponsored by A, B and C"; "A, B and C have drawn up a draft".
    private static List<string> Sponsors(Prose prose, int first, int end, Parties parties)
    {
        for (var i = first; i < end; i++)
        {
            if (!SentenceWords.IsSponsoring(prose.Tokens[i].Lower))
            {
                continue;
            }

            for (var j = i + 1; j < end && j <= i + 2; j++)
            {
                if (prose.Tokens[j].Lower == "by")
                {
                    return parties.Listed(j + 1, Math.Min(end, j + 12));
                }
            }

            return parties.Listed(first, i);
        }

        return [];
    }
}

/// <summary>A draft that nobody has voted on yet is a vote in its first stage.</summary>
internal static class Drafts
{
    public static bool IsDraft(Prose prose, Trigger trigger) => trigger.Kind == Kinds.Vote && prose.Tokens[trigger.First].Lower == "draft";

    /// <summary>Measures that are being drawn up: "have drawn up a draft statement".</summary>
    public static IEnumerable<Trigger> In(Prose prose, IReadOnlyList<Trigger> others)
    {
        var votes = others.Where(t => Kinds.Family(t.Kind) == Kinds.Vote).Select(t => prose.Tokens[t.First].Sentence).ToHashSet();
        for (var index = 0; index < prose.Sentences.Count; index++)
        {
            var sentence = prose.Sentences[index];
            var end = sentence.FirstToken + sentence.Tokens;
            if (prose.Paragraphs[sentence.Paragraph].Furniture is not null || votes.Contains(index))
            {
                continue;
            }

            for (var i = sentence.FirstToken; i < end; i++)
            {
                if (prose.Tokens[i].Lower == "draft" && SentenceHas(prose, sentence.FirstToken, end))
                {
                    yield return new Trigger(Kinds.Vote, i, 1, null);
                    break;
                }
            }
        }
    }

    private static bool SentenceHas(Prose prose, int first, int end)
    {
        var (sponsoring, body) = (false, false);
        for (var i = first; i < end; i++)
        {
            sponsoring |= SentenceWords.IsSponsoring(prose.Tokens[i].Lower);
            body |= SentenceWords.IsBody(prose.Tokens[i].Lower);
        }

        return sponsoring || body;
    }
}
