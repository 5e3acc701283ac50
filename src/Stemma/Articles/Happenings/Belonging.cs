using Stemma.Articles.Sentences;

namespace Stemma.Articles.Happenings;

/// <summary>Which of the parties, places and figures of a sentence belong to a happening that is told in it?</summary>
internal static class Belonging
{
    /// <summary>The first word at which who did it may be named; 0 for the sentence's own. "North Wire said the king had held a meeting": what is reported has its own subject.</summary>
    /// <remarks>"vowed to attack", "accused of attacking" have none: there it is who vowed, who is accused.</remarks>
    public static int SubjectFrom(Prose prose, Trigger trigger, IReadOnlyList<Statement> said)
    {
        var from = 0;
        foreach (var content in ReportedWith(prose, trigger, said))
        {
            var first = prose.TokenAt(content.Begin);
            while (first < trigger.First && prose.Tokens[first].Lower is "that" or "\"" or ",")
            {
                first++;
            }

            var opens = prose.Tokens[first].Lower;
            // "it would attack": most often whoever says so.
            if (first < trigger.First && opens is not ("to" or "of" or "for" or "by" or "with" or "who" or "which" or "it" or "he" or "she" or "they" or "we" or "i") && !opens.EndsWith("ing", StringComparison.Ordinal))
            {
                from = Math.Max(from, prose.TokenAt(content.Begin));
            }
        }

        return from;
    }

    /// <summary>The part of the clause that is reported with it: "was killed at Ost, officials in Lom said" does not tell where those are who say so.</summary>
    public static (int First, int End) Told(Prose prose, (int First, int End) clause, Trigger trigger, IReadOnlyList<Statement> said)
    {
        foreach (var content in ReportedWith(prose, trigger, said))
        {
            clause = (Math.Max(clause.First, prose.TokenAt(content.Begin)), Math.Min(clause.End, prose.TokenAt(content.End - 1) + 1));
        }

        return clause.End > clause.First ? clause : (trigger.First, trigger.First + trigger.Count);
    }

    /// <summary>"closed its mission in Sund in response to the attack": a place before the noun is the noun's where it opens the sentence or stands right before it.</summary>
    public static bool IsPlaceOf(Prose prose, Sentence sentence, Trigger trigger, Place place)
    {
        const int Opens = 3;
        const int Close = 4;
        var at = prose.TokenAt(place.Span[0].Begin);
        // "its incursion into Vardia and the closure of its mission in Sund": behind "and the" another noun begins.
        if (at > trigger.First)
        {
            return !Enumerable.Range(trigger.First, at - trigger.First).Any(i => prose.Tokens[i].Lower == "and" && prose.Tokens[i + 1].Lower is "the" or "a" or "an" or "its" or "his" or "her" or "their");
        }

        return at - sentence.FirstToken <= Opens || trigger.First - at <= Close;
    }

    /// <summary>"expelled 60 officers in response to the attack": a figure that counts no dead, no weapons and the like belongs to a happening only where it stands with its words.</summary>
    public static bool IsFigureOf((Trigger Trigger, (int First, int End) Clause) told, (int Token, Quantity Quantity) count)
    {
        const int Object = 10;
        const int Behind = 8;
        const int Before = 3;
        if (count.Quantity.Of is not null || Kinds.Family(told.Trigger.Kind) == Kinds.Vote)
        {
            return true;
        }

        // "60 miles off", "2.3 percent": how far and how much, not how many of what it was done to.
        if (count.Quantity.Unit is not null && SentenceWords.Has("measured", count.Quantity.Unit))
        {
            return false;
        }

        var ahead = count.Token - told.Trigger.First;
        return count.Token >= told.Clause.First && count.Token < told.Clause.End
            && (told.Trigger.Verb is null ? ahead is >= -Before and <= Behind : Math.Abs(ahead) <= Object);
    }

    private static IEnumerable<TextSpan> ReportedWith(Prose prose, Trigger trigger, IReadOnlyList<Statement> said) =>
        said.Where(s => s.Voice == Voice.Reported).SelectMany(s => s.Content).Where(c => c.Overlaps(prose.Tokens[trigger.First].Span));
}
