using System.Collections.Frozen;
using Stemma.Words;

namespace Stemma.Articles.Attribution;

/// <summary>Which words name who is blamed? "accused ⟨the mayor⟩ of hiding the lists", "blamed the fire on ⟨the owners⟩", "called ⟨him⟩ a liar".</summary>
/// <remarks>Known to miss: the blamed one in another clause than the blame ("it was they who …"), and charges without an object.</remarks>
internal static class AccusedReader
{
    // A name with its titles and identifying words; past that it is a clause.
    private const int LongestName = 14;

    // From the first word blamed to the noun that says it was a deed.
    private const int DeedReach = 8;

    private static readonly FrozenSet<string> Deeds = Resource.Rows("Articles/Attribution/Data/deeds.tsv").SelectMany(r => r[0].Split(", ")).ToFrozenSet(StringComparer.Ordinal);

    // What is done to somebody, as participles; and "a team of guards": whose members stand behind "of".
    private static readonly FrozenSet<string> Harms = List("harm");
    private static readonly FrozenSet<string> Bands = List("band");

    // "called him a thief" charges with a deed, "called him a puppet" only judges.
    private static readonly FrozenSet<string> DeedNames = List("deed-name");

    public static Spans Read(Saying saying, Act act, int head)
    {
        // "allegedly called him": an adverb doubts, it blames nobody.
        var cue = head >= 0 ? saying.Lower(head) : "";
        if (act != Act.Accuse || saying.Content.Count == 0 || cue.EndsWith("ly", StringComparison.Ordinal))
        {
            return Spans.None;
        }

        var tokens = saying.Prose.Tokens;

        // The blamed stands in the cue where the annotation put him there: "accused Holt of".
        var inCue = saying.Cue.Where(t => t > head && Saying.IsWord(saying.Lower(t)) && saying.Lower(t) is not ("of" or "for" or "been" or "that" or "against" or "as" or "by")).ToList();
        if (WordForms.Is(cue, "accuse") && inCue.Count > 0 && char.IsUpper(saying.Prose.Text[tokens[inCue[0]].Span.Begin]))
        {
            return Spans.Of(tokens[inCue[0]].Span.Begin, tokens[inCue[^1]].Span.End);
        }

        var (first, end) = saying.Piece(0);
        if (saying.Lower(first) is "that" or ":" && first + 1 < end)
        {
            first++;
        }

        // "levelled accusations of trickery": what stands behind "of" is what was done; who did it, behind "against".
        if ((saying.Lower(first) is "of" or "about" || (first > 0 && saying.Lower(first - 1) is "of" or "about")) && saying.Cue.Any(t => IsChargeNoun(saying.Lower(t))))
        {
            var against = Enumerable.Range(first, end - first).FirstOrDefault(t => saying.Lower(t) == "against", -1);
            return against > 0 && against + 1 < end ? Name(saying, against + 1, end) : Spans.None;
        }

        // "called it an outrage", "cast himself as …", "called her a puppet": a thing, nobody else, or a judgement without a deed.
        if (ActInContent.Names(cue) && saying.Lower(first) is "it" or "this" or "that" or "these" or "himself" or "herself" or "itself" or "themselves" or "myself" or "ourselves" or "what"
            || (ActInContent.Names(cue) && !saying.Cue.Concat(saying.Content).Any(t => DeedNames.Contains(saying.Lower(t)))))
        {
            return Spans.None;
        }

        // "alleged they shouted": who "they" are stands too far off; "has allegations against him": whoever has them is "him".
        if ((!WordForms.Is(cue, "accuse") && !WordForms.Is(cue, "blame") && saying.Lower(first) is "they" or "it" or "there" or "we")
            || (WordForms.Is(saying.Lower(saying.Cue[0]), "have") && saying.Cue.Count > 1 && !saying.Cue.Any(t => saying.Lower(t) is "made" or "brought" or "levelled" or "leveled" or "raised" or "filed" or "lodged" or "published") && saying.Cue.Any(t => IsChargeNoun(saying.Lower(t))) && saying.Content.Count == 1))
        {
            return Spans.None;
        }

        // "alleged being held there": the deed alone.
        if (!WordForms.Is(cue, "accuse") && !WordForms.Is(cue, "blame") && saying.Lower(first).EndsWith("ing", StringComparison.Ordinal) && IsLowerWord(saying, first))
        {
            return Spans.None;
        }

        // "a fire which was blamed on the owners": whoever stands behind the cue.
        if ((WordForms.Is(cue, "blame") || WordForms.Is(cue, "pin")) && saying.Lower(saying.Cue[^1]) == "on")
        {
            var sentence = tokens[saying.Cue[^1]].Sentence;
            var stop = saying.Cue[^1] + 1;
            while (stop < tokens.Count && tokens[stop].Sentence == sentence && stop <= saying.Cue[^1] + LongestName && saying.Lower(stop) is not ("." or "?" or "!"))
            {
                stop++;
            }

            return stop > saying.Cue[^1] + 1 ? Name(saying, saying.Cue[^1] + 1, stop) : Spans.None;
        }

        // "blamed the fire on the owners", "pinned it on them".
        if (WordForms.Is(cue, "blame") || WordForms.Is(cue, "pin"))
        {
            for (var t = first + 1; t < end - 1; t++)
            {
                if (saying.Lower(t) is "for" or "of")
                {
                    break;
                }

                if (saying.Lower(t) == "on")
                {
                    return Name(saying, t + 1, end);
                }
            }
        }

        // "allege he was killed by the guards": who did it stands behind "by", and who suffered it is not blamed.
        if (!WordForms.Is(cue, "accuse") && !WordForms.Is(cue, "blame") && Suffered(saying, first, end) is { } suffered)
        {
            var by = suffered + 1 < end && saying.Lower(suffered + 1) == "by" ? suffered + 1 : -1;
            return by > 0 ? Name(saying, by + 1, end) : Spans.None;
        }

        return saying.Lower(first) is "of" or "against" or "by" ? Name(saying, first + 1, end) : Name(saying, first, end, stopAtVerb: !WordForms.Is(cue, "accuse") && !WordForms.Is(cue, "blame"));
    }

    // The verb that says what was done to the subject of the first clause: "was killed", "had been beaten".
    private static int? Suffered(Saying saying, int first, int end)
    {
        for (var t = first + 1; t < Math.Min(end, first + LongestName); t++)
        {
            if ((saying.Lower(t - 1) is "was" or "were" or "been" or "being" || (t > first + 1 && saying.Lower(t - 2) is "was" or "were" or "been" or "being")) && Harms.Contains(saying.Lower(t)))
            {
                return t;
            }

            if (saying.Lower(t) is "," or ";" or ":" or "that")
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The words up to the preposition, verb or mark that opens the blame.</summary>
    private static Spans Name(Saying saying, int first, int end, bool stopAtVerb = false)
    {
        var tokens = saying.Prose.Tokens;
        if (OwnerOfDeeds(saying, first, end) is { } owner)
        {
            (first, end) = owner;
        }

        var last = first;
        while (last < end && last < first + LongestName && !Opens(saying, last, first, stopAtVerb))
        {
            last++;
        }

        return last > first && Enumerable.Range(first, last - first).Any(t => !IsArticle(saying.Lower(t))) ? Spans.Of(tokens[first].Span.Begin, tokens[last - 1].Span.End) : Spans.None;
    }

    // "on the “reckless policy” of Vardia", "on the council's neglect": a deed is blamed through whose it is.
    private static (int First, int End)? OwnerOfDeeds(Saying saying, int first, int end)
    {
        for (var t = first; t < Math.Min(end - 1, first + DeedReach) && (IsArticle(saying.Lower(t)) || IsLowerWord(saying, t) || saying.Lower(t) == "\""); t++)
        {
            // "of making a “mockery” of …": what is blamed has begun, and nobody was named before it.
            if (t > first && saying.Lower(t) == "of" && saying.Lower(t + 1).EndsWith("ing", StringComparison.Ordinal))
            {
                return null;
            }

            if (saying.Lower(t) == "of" && t > first && IsDeed(saying, t - 1))
            {
                return (t + 1, end);
            }

            if (saying.Lower(t + 1) == "'s" && Enumerable.Range(t + 2, Math.Min(3, Math.Max(0, end - t - 2))).Any(n => IsDeed(saying, n)))
            {
                return (first, t + 1);
            }
        }

        return null;
    }

    private static bool IsChargeNoun(string lower) => lower is "accusation" or "accusations" or "allegation" or "allegations" or "charge" or "charges" or "complaint" or "complaints";

    private static bool IsArticle(string lower) => lower is "the" or "a" or "an";

    private static bool IsLowerWord(Saying saying, int t) => char.IsLower(saying.Prose.Text[saying.Prose.Tokens[t].Span.Begin]);

    // A quoted description counts as one: people are seldom put in scare quotation marks.
    private static bool IsDeed(Saying saying, int t) => saying.Lower(t) == "\"" || Deeds.Contains(saying.Lower(t));

    private static bool Opens(Saying saying, int t, int first, bool stopAtVerb)
    {
        var lower = saying.Lower(t);
        if (t > first && lower is "a" or "an" or "the" && saying.Lower(t - 1) is not ("of" or "and" or "in" or ","))
        {
            return true;
        }

        // "accused Voss earlier this year", "accused Voss on Tuesday".
        if (t > first && lower is "earlier" or "last" or "this" or "yesterday" or "on" or "during" or "repeatedly" or "again")
        {
            return true;
        }

        return lower is "of" && t > first && saying.Prose.Tokens.Count > t + 1 && saying.Lower(t + 1).EndsWith("ing", StringComparison.Ordinal)
            || lower is "for" or "," or ";" or "\"" or "that" or "as" or "is" or "are" or "was" or "were" or "had" or "has" or "have" or "did" or "would" or "could" or "may" or "might" or "in" or "after"
            || (lower == "of" && !IsPartOfName(saying, t) && !(t > first && Bands.Contains(saying.Lower(t - 1))))
            || (t > first && Negation.IsAuxiliary(lower) && lower != "'s")
            || (stopAtVerb && t > first && lower.EndsWith("ed", StringComparison.Ordinal) && !IsBeforeNoun(saying, t));
    }

    // "eleven unidentified people": a participle that describes who follows.
    private static bool IsBeforeNoun(Saying saying, int t) => saying.Lower(t).StartsWith("un", StringComparison.Ordinal) && t + 1 < saying.Prose.Tokens.Count && Saying.IsWord(saying.Lower(t + 1)) && IsLowerWord(saying, t + 1) && !FunctionWords.Is(saying.Lower(t + 1));

    /// <summary>"the Ministry of Defence": of between capitals.</summary>
    private static bool IsPartOfName(Saying saying, int t) =>
        t > 0 && t + 1 < saying.Prose.Tokens.Count && saying.Prose.IsCapital(t - 1) && saying.Prose.IsCapital(t + 1);

    private static FrozenSet<string> List(string role) =>
        Resource.Rows("Articles/Attribution/Data/harms.tsv").Where(r => r[0] == role).SelectMany(r => r[1].Split(", ")).ToFrozenSet(StringComparer.Ordinal);
}
