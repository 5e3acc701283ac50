using System.Collections.Frozen;
using Stemma.Articles.Sentences;

namespace Stemma.Articles.Happenings;

/// <summary>From the words that tell happenings to mentions: standing, day, place, parties and figures, each from the mention's own clause.</summary>
internal static class MentionReader
{
    // A date further from the trigger than this many words belongs to something else in the sentence.
    private const int DateReach = 14;

    // Crossing into another clause costs as much as this many words.
    private const int ClauseCost = 6;

    public static List<Mention> Read(Prose prose, IReadOnlyList<DateMention> dates, IReadOnlyList<Actor> actors, IReadOnlyList<Statement> statements)
    {
        var triggers = Triggers.In(prose);
        triggers = [.. triggers.Concat(Drafts.In(prose, triggers)).OrderBy(t => t.First)];
        var parties = new Parties(prose, actors);
        var places = new Places(prose, actors, dates);
        var inDates = dates.SelectMany(d => d.Span)
            .SelectMany(s => Enumerable.Range(prose.TokenAt(s.Begin), prose.TokenAt(s.End - 1) - prose.TokenAt(s.Begin) + 1))
            .ToFrozenSet();
        var days = dates
            .Where(d => d.Moment?.Earliest is not null)
            .Select(d => (Token: prose.TokenAt(d.Span[0].Begin), Date: d))
            .OrderBy(d => d.Token)
            .ToList();

        var said = new StatementsBySentence(prose, statements);
        var mentions = new List<Mention>();
        var firstDay = 0;
        for (var t = 0; t < triggers.Count;)
        {
            var index = prose.Tokens[triggers[t].First].Sentence;
            var sentence = prose.Sentences[index];
            var end = sentence.FirstToken + sentence.Tokens;
            var here = new List<(Trigger Trigger, (int First, int End) Clause)>();
            for (; t < triggers.Count && triggers[t].First < end; t++)
            {
                here.Add((triggers[t], Clauses.Around(prose, sentence, triggers[t])));
            }

            var counts = Counts.In(prose, sentence, inDates);
            var countOf = counts.GroupBy(c => Nearest(here, c.Token)).Where(g => g.Any(c => Belonging.IsFigureOf(here[g.Key], c))).ToDictionary(g => g.Key, g => g.Where(c => Belonging.IsFigureOf(here[g.Key], c)).Select(c => c.Quantity).ToList());
            var dateOf = new Dictionary<int, DateMention>();
            while (firstDay < days.Count && days[firstDay].Token < sentence.FirstToken)
            {
                firstDay++;
            }

            foreach (var day in days.Skip(firstDay).TakeWhile(d => d.Token < end))
            {
                var nearest = NearestForDate(here, day.Token, day.Date, prose, said.In(index));
                if (nearest >= 0 && !dateOf.ContainsKey(nearest))
                {
                    dateOf[nearest] = day.Date;
                }
            }

            // "hundreds died in an attack in 2013": what stands in one clause has one day.
            for (var i = 0; i < here.Count; i++)
            {
                var sibling = Enumerable.Range(0, here.Count).FirstOrDefault(
                    j => dateOf.ContainsKey(j) && here[j].Clause == here[i].Clause && Kinds.Family(here[j].Trigger.Kind) == Kinds.Family(here[i].Trigger.Kind), -1);
                if (sibling >= 0 && !dateOf.ContainsKey(i))
                {
                    dateOf[i] = dateOf[sibling];
                }
            }

            for (var i = 0; i < here.Count; i++)
            {
                mentions.Add(Make(prose, sentence, index, here[i].Trigger, here[i].Clause, dateOf.GetValueOrDefault(i)?.Moment ?? WhenBefore(prose, sentence, here[i].Clause, days, firstDay), countOf.GetValueOrDefault(i) ?? [], said.In(index), parties, places) with { ResultOf = Results.Of(prose, here, i) });
            }
        }

        return mentions;
    }

    private static Mention Make(
        Prose prose,
        Sentence sentence,
        int index,
        Trigger trigger,
        (int First, int End) clause,
        Moment? date,
        IReadOnlyList<Quantity> quantities,
        IReadOnlyList<Statement> said,
        Parties parties,
        Places places)
    {
        var running = IsRunning(prose, sentence, trigger, date);
        var status = Drafts.IsDraft(prose, trigger) ? EventStatus.Planned : Clauses.StatusOf(prose, sentence, clause, trigger);
        var (who, whom) = parties.Of(trigger, clause, Math.Max(sentence.FirstToken, Belonging.SubjectFrom(prose, trigger, said)));

        // What is voted on happened somewhere; where the vote is held, the body says.
        var struck = trigger.Verb is not null && Kinds.Family(trigger.Kind) == "violence" ? trigger.First + trigger.Count - 1 : -1;
        List<Place> where = Kinds.Family(trigger.Kind) == Kinds.Vote ? [] : [.. places.In(Belonging.Told(prose, clause, trigger, said), trigger.Kind is "deployment" or "invasion" or "withdrawal", struck).Where(p => trigger.Verb is not null || Belonging.IsPlaceOf(prose, sentence, trigger, p))];
        return new Mention
        {
            Trigger = trigger,
            Sentence = index,
            Clause = clause,
            Status = status,
            Definite = Clauses.IsDefinite(prose, sentence, trigger),
            // "since April" tells where it began, not when it was.
            Date = running ? null : date,
            Places = where,
            Who = who,
            // An air base that is named as the target is where it happened, nobody it was done to.
            Whom = [.. whom.Where(w => !where.Any(p => p.Precision == PlacePrecision.Point && parties.IsMeantAt(w, p.Span[0])))],
            People = [.. whom.Where(parties.IsPerson)],
            Doers = [.. who.Where(parties.IsPerson)],
            Answered = WhichOne.IsAnswered(prose, sentence, trigger),
            Target = trigger.Kind is "attack" or "strike" ? WhichOne.Target(prose, sentence, trigger) : [],
            Another = WhichOne.IsAnother(prose, sentence, trigger),
            General = date is null && where.Count == 0 && quantities.Count == 0 && WhichOne.IsGeneral(prose, sentence, clause, trigger),
            With = Kinds.Family(trigger.Kind) == "violence" ? Instruments.Of(prose, sentence, trigger, clause) : [],
            Quantities = quantities,
            Vote = Kinds.Family(trigger.Kind) == Kinds.Vote ? Votes.Of(prose, sentence, trigger, status, who, parties) : null,
            Paragraph = sentence.Paragraph,
            Running = running,
            Reported = said.Any(s => s.Voice == Voice.Reported && s.Content.Overlaps(prose.Tokens[trigger.First].Span)),
            Which = Which(prose, sentence, trigger),
            Hangs = HangsOn(prose, sentence, clause),
            Span = CoreOf(prose, trigger, clause),
        };
    }

    // Up to three words between the determiner and the noun: "the chemical attack", "the Lom grain terminal blast".
    private static List<string> Which(Prose prose, Sentence sentence, Trigger trigger)
    {
        const int Reach = 3;
        const int Telling = 4;
        var which = new List<string>();
        for (var i = trigger.First - 1; trigger.Verb is null && i >= sentence.FirstToken && i >= trigger.First - Reach; i--)
        {
            var word = prose.Tokens[i].Lower;
            if (word.Length < Telling || !char.IsLetter(word[0]) || word is "this" or "that" or "alleged" or "with" or "from" or "after" or "over" or "suspected" or "their")
            {
                break;
            }

            which.Add(word);
        }

        return which;
    }

    // A perfect with "since …", or beside the war it belongs to and without a day: told of months, not of a day.
    private static bool IsRunning(Prose prose, Sentence sentence, Trigger trigger, Moment? date)
    {
        const int Perfect = 12;
        const int Since = 24;
        const int Sentence = 60;
        return Kinds.IsConsequence(trigger.Kind)
            && Any(trigger.First - Perfect, trigger.First, w => w is "have" or "has" or "had" or "'ve")
            && (Any(trigger.First, trigger.First + Since, w => w == "since") || (date?.IsDay != true && Any(trigger.First - Sentence, trigger.First + Sentence, w => SentenceWords.Has("long", w))));

        bool Any(int from, int to, Func<string, bool> wanted)
        {
            var (first, end) = (Math.Max(sentence.FirstToken, from), Math.Min(sentence.FirstToken + sentence.Tokens, to));
            return end > first && Enumerable.Range(first, end - first).Any(i => wanted(prose.Tokens[i].Lower));
        }
    }

    // "since 2013, when hundreds died": the clause is of that day.
    private static Moment? WhenBefore(Prose prose, Sentence sentence, (int First, int End) clause, IReadOnlyList<(int Token, DateMention Date)> days, int from)
    {
        var border = clause.First - 1;
        if (border <= sentence.FirstToken || prose.Tokens[border].Lower != "when")
        {
            return null;
        }

        var last = prose.Tokens[border - 1].Lower == "," ? border - 2 : border - 1;
        return days.Skip(from).TakeWhile(d => d.Token <= last).LastOrDefault(d => last >= 0 && d.Date.Span.Contains(prose.Tokens[last].Span.Begin)).Date?.Moment;
    }

    // "a war that has killed …": the noun the clause hangs on, as the token before its border; null where it hangs on none ("said that …").
    private static TextSpan? HangsOn(Prose prose, Sentence sentence, (int First, int End) clause)
    {
        var border = clause.First - 1;
        if (border <= sentence.FirstToken || prose.Tokens[border].Lower is not ("that" or "which" or "who")
            || (prose.Tokens[border].Lower == "that" && !OpensWithVerb(prose, clause)) || prose.Tokens[border - 1].Lower is "after" or "before" or "in" or "during" or "at" or "by" or "for" or "under" or "of")
        {
            return null;
        }

        var before = prose.Tokens[border - 1].Lower == "," ? border - 2 : border - 1;
        return before >= sentence.FirstToken ? prose.Tokens[before].Span : null;
    }

    private static bool OpensWithVerb(Prose prose, (int First, int End) clause)
    {
        var word = prose.Tokens[clause.First].Lower;
        return word is "has" or "have" or "had" or "was" or "were" or "is" or "are" or "would" or "could" or "may" or "might" or "will" or "left" or "claimed" || word.EndsWith("ed", StringComparison.Ordinal);
    }

    // The trigger with what stands close around it in its clause: its noun phrase, its object; quotation marks and stops left out.
    private static TextSpan CoreOf(Prose prose, Trigger trigger, (int First, int End) clause)
    {
        const int Before = 8;
        const int Behind = 12;
        var first = Math.Max(clause.First, trigger.First - Before);
        var end = Math.Min(clause.End, trigger.First + trigger.Count + Behind);
        for (var i = trigger.First - 1; i >= first; i--)
        {
            if (prose.Tokens[i].Lower is "," or "\"")
            {
                first = i + 1;
                break;
            }
        }

        for (var i = trigger.First + trigger.Count; i < end; i++)
        {
            if (prose.Tokens[i].Lower is "," or "." or "\"" or "!" or "?")
            {
                end = i;
                break;
            }
        }

        return new TextSpan(prose.Tokens[first].Span.Begin, prose.Tokens[Math.Max(first, end - 1)].Span.End);
    }

    private static int Nearest(List<(Trigger Trigger, (int First, int End) Clause)> here, int token)
    {
        var best = 0;
        for (var i = 1; i < here.Count; i++)
        {
            if (Distance(here[i], token) < Distance(here[best], token))
            {
                best = i;
            }
        }

        return best;
    }

    // The day on which something was said ("said on Wednesday that the attack …") is not the day of what it speaks of.
    private static int NearestForDate(List<(Trigger Trigger, (int First, int End) Clause)> here, int token, DateMention date, Prose prose, IReadOnlyList<Statement> statements)
    {
        var span = date.Span[0];
        var (best, nearest) = (-1, int.MaxValue);

        // "Monday's attack": the day is the attack's, whoever speaks of it.
        const int Owned = 5;
        var owner = prose.TokenAt(span.End - 1) + 1;
        if (owner < prose.Tokens.Count && prose.Tokens[owner].Lower is "'s" or "’s" && here.FindIndex(h => h.Trigger.Verb is null && h.Trigger.First > owner && h.Trigger.First <= owner + Owned) is >= 0 and var owned)
        {
            return owned;
        }

        // "the 2002 authorisation": the year is the authorisation's; "its 27 December attack" is of that day.
        if (HeadOf(prose, span) is { } head)
        {
            return here.FindIndex(h => h.Trigger.Verb is null && h.Trigger.First > head.Date && h.Trigger.First < head.End);
        }

        for (var i = 0; i < here.Count; i++)
        {
            var trigger = prose.Tokens[here[i].Trigger.First].Span;
            var at = CountedTo(prose, date, token, here[i].Trigger.First);
            if (OtherTime(prose, at, here[i].Trigger.First) || statements.Any(s => s.Said?.Span.Overlaps(span) == true && s.Content.Overlaps(trigger))
                || statements.Any(s => s.Content.Overlaps(trigger) != s.Content.Overlaps(span) && (s.Content.Overlaps(trigger) || s.Content.Overlaps(span))))
            {
                continue;
            }

            var distance = Distance(here[i], at);
            if (distance <= DateReach && distance < nearest)
            {
                (best, nearest) = (i, distance);
            }
        }

        return best;
    }

    // The noun phrase that a date stands in like an adjective, behind an article or a possessive and before a noun; null where it stands for itself.
    private static (int Date, int End)? HeadOf(Prose prose, TextSpan date)
    {
        const int Nouns = 5;
        var (first, last) = (prose.TokenAt(date.Begin), prose.TokenAt(date.End - 1));
        if (first == 0 || prose.Tokens[first - 1].Lower is not ("the" or "a" or "an" or "its" or "his" or "her" or "their" or "'s" or "’s") || prose.Tokens[last].Lower.EndsWith('s'))
        {
            return null;
        }

        var end = last + 1;
        while (end < prose.Tokens.Count && end <= last + Nouns && prose.Tokens[end].Sentence == prose.Tokens[first].Sentence && char.IsLetter(prose.Tokens[end].Lower[0]) && !SentenceWords.Has("no-noun", prose.Tokens[end].Lower))
        {
            end++;
        }

        return end > last + 1 ? (last, end) : null;
    }

    // "Two days after the attack the council met": the day is the meeting's, and "after" belongs to the day itself. For the attack it stays where it is.
    private static int CountedTo(Prose prose, DateMention date, int token, int trigger)
    {
        if (trigger < token || (date.Type != TimexType.Duration && date.Rule != "day-following"))
        {
            return token;
        }

        const int Reach = 8;
        var after = prose.TokenAt(date.Span.Hull.End - 1);
        after = prose.Tokens[after].Lower is "after" or "before" ? after : after + 1;
        for (var i = after + 1; i < Math.Min(prose.Tokens.Count, after + Reach); i++)
        {
            if (prose.Tokens[i].Lower == "," && i < trigger)
            {
                return i;
            }
        }

        return token;
    }

    // "was shut on Monday after a blast": the blast was not on Monday, or not by these words.
    private static bool OtherTime(Prose prose, int date, int trigger)
    {
        for (var i = Math.Min(date, trigger) + 1; i < Math.Max(date, trigger); i++)
        {
            if (prose.Tokens[i].Lower is "after" or "before" or "until")
            {
                return true;
            }
        }

        return false;
    }

    private static int Distance((Trigger Trigger, (int First, int End) Clause) told, int token) =>
        Math.Abs(told.Trigger.First - token) + (token >= told.Clause.First && token < told.Clause.End ? 0 : ClauseCost);
}
