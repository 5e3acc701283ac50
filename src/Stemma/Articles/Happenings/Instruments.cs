using Stemma.Articles.Sentences;

namespace Stemma.Articles.Happenings;

/// <summary>With what was it done: "with rockets", "using chemical agents", "a missile strike", "fired 59 missiles", "a bomb exploded"?</summary>
/// <remarks>
/// Only words that something is done with (`means` and `weapon` of Data/sentence-words.tsv) are looked for, each where a happening's own clause puts it: behind
/// "with", "using" or "by", inside the noun that tells it, as what is fired or dropped, or as what strikes. What is denied or only near is none.
/// </remarks>
internal static class Instruments
{
    // "with at least 59 Tomahawk cruise missiles": the means stands at the end of a phrase of a few words.
    private const int PhraseReach = 7;

    // "a suspected chemical weapons attack".
    private const int NounReach = 4;

    public static IReadOnlyList<Means> Of(Prose prose, Sentence sentence, Trigger trigger, (int First, int End) clause)
    {
        var found = new List<Means>();
        var behind = trigger.First + trigger.Count;
        if (trigger.Verb is null)
        {
            // "a suicide bombing", "car bombings": the noun says it with the word before it.
            if (trigger.First > clause.First && prose.Tokens[trigger.First].Lower.StartsWith("bombing", StringComparison.Ordinal) && prose.Tokens[trigger.First - 1].Lower is "car" or "truck" or "suicide" or "roadside")
            {
                Add(prose, clause.First, trigger.First, found);
            }

            // "gas attack", "air strikes": inside the noun itself.
            for (var i = trigger.First - 1; found.Count == 0 && i >= Math.Max(clause.First, trigger.First - NounReach) && IsInside(prose, i); i--)
            {
                if (IsMeans(prose, i))
                {
                    Add(prose, clause.First, i, found);
                }
            }
        }
        else if (IsLaunching(prose.Tokens[trigger.First].Lower))
        {
            // "fired 59 missiles", "59 missiles were fired".
            if (FirstMeans(prose, behind, Math.Min(clause.End, behind + PhraseReach)) is { } launched)
            {
                Add(prose, behind, launched, found);
            }
        }

        // "A rocket hit …", "two bombs exploded": what strikes stands before the verb, with nothing but helping words between.
        if (trigger.Verb is not null && SubjectEnd(prose, trigger.First, clause.First) is { } subject && IsMeans(prose, subject))
        {
            Add(prose, clause.First, subject, found);
        }

        // "A bomb at the Lom market killed …": it opens the clause, and a preposition follows.
        if (trigger.Verb is not null && found.Count == 0 && Opening(prose, clause.First, trigger.First) is { } opening)
        {
            Add(prose, clause.First, opening, found);
        }

        for (var i = behind; i < clause.End; i++)
        {
            var word = prose.Tokens[i].Lower;
            var opens = word is "with" or "using" || (word is "by" && i + 1 < clause.End && prose.Tokens[i + 1].Lower is "firing" or "means" or "using");
            if (opens || (word is "by" or "in" && FirstMeans(prose, i + 1, Math.Min(clause.End, i + 1 + NounReach)) is not null && NoNameBetween(prose, i + 1, clause.End)))
            {
                // "with rockets, mortars and a drone": each of the row.
                for (var from = i + 1; FirstMeans(prose, from, Math.Min(clause.End, from + PhraseReach)) is { } at;)
                {
                    Add(prose, from, at, found);
                    if (at + 1 >= clause.End || prose.Tokens[at + 1].Lower is not ("and" or ","))
                    {
                        break;
                    }

                    from = at + 2;
                }
            }
        }

        return found;

        void Add(Prose text, int from, int head, List<Means> to)
        {
            var first = head;
            while (first > from && head - first < 3 && Describes(text, first - 1))
            {
                first--;
            }

            var span = new TextSpan(text.Tokens[first].Span.Begin, text.Tokens[head].Span.End);
            if (!to.Exists(m => m.Span[0].Overlaps(span)))
            {
                to.Add(new Means(span.Of(text.Text), [span]));
            }
        }
    }

    private static bool IsMeans(Prose prose, int token) => SentenceWords.Has("weapon", prose.Tokens[token].Lower) || SentenceWords.Has("means", prose.Tokens[token].Lower);

    // The last means of the phrase that begins here: of "rocket launchers" the launchers; of "a bomb and a gun" the bomb.
    private static int? FirstMeans(Prose prose, int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (IsMeans(prose, i))
            {
                while (i + 1 < end && IsMeans(prose, i + 1))
                {
                    i++;
                }

                return i;
            }

            if (prose.Tokens[i].Lower is "," or "to" or "that" or "which" or "who" or "for" or "against" or "from" or "on" or "in" or "at" or "after" or "into" or "no" or "without")
            {
                return null;
            }
        }

        return null;
    }

    // "by Vardian warplanes": who, rather than what with; a name says whose it is, and that is told under who.
    private static bool NoNameBetween(Prose prose, int from, int end)
    {
        for (var i = from; i < end && !IsMeans(prose, i); i++)
        {
            if (prose.IsCapital(i))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsInside(Prose prose, int token) =>
        prose.Tokens[token].Lower is var word && (IsMeans(prose, token) || (char.IsLetter(word[0]) && word is not ("the" or "a" or "an" or "of" or "in" or "by" or "with" or "and" or "on" or "to" or "its" or "their" or "his" or "her" or "for" or "after" or "from")));

    private static bool IsLaunching(string verb) =>
        verb.StartsWith("fire", StringComparison.Ordinal) || verb.StartsWith("firing", StringComparison.Ordinal) || verb.StartsWith("launch", StringComparison.Ordinal) || verb.StartsWith("drop", StringComparison.Ordinal)
        || verb.StartsWith("deton", StringComparison.Ordinal);

    // The word before the verb and its helpers: "two bombs have exploded".
    private static int? SubjectEnd(Prose prose, int verb, int from)
    {
        const int Helpers = 3;
        for (var i = verb - 1; i >= from && i >= verb - 1 - Helpers; i--)
        {
            if (IsMeans(prose, i))
            {
                return i;
            }

            if (prose.Tokens[i].Lower is not ("was" or "were" or "has" or "have" or "had" or "also" or "then" or "been" or "is" or "are" or "later"))
            {
                return null;
            }
        }

        return null;
    }

    private static int? Opening(Prose prose, int from, int verb)
    {
        const int Reach = 4;
        for (var i = from; i + 1 < Math.Min(verb, from + Reach); i++)
        {
            if (IsMeans(prose, i) && prose.Tokens[i + 1].Lower is "in" or "at" or "on" or "near" or "outside" or "inside" or "under")
            {
                return i;
            }
        }

        return null;
    }

    // Adjectives and nouns that tell which: "chemical weapons", "Tomahawk cruise missiles"; no article, figure or preposition.
    private static bool Describes(Prose prose, int token)
    {
        var word = prose.Tokens[token].Lower;
        return char.IsLetter(word[0]) && !SentenceWords.Has("light", word) && Stemma.Words.Figures.Value(word) is null && !word.EndsWith("ed", StringComparison.Ordinal);
    }
}
