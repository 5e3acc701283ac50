using Stemma.Words;

namespace Stemma.Corpus.Accounts;

/// <summary>Which clause of a statement tells how a happening came about: by whom, with what, out of what?</summary>
/// <remarks>
/// "Three shells were fired from the north bank" does; "the blast killed fourteen" tells what came of it, "the blast was discussed in the council" neither,
/// and "who was behind it" asks. The words that tell it must be the happening's own: where the article speaks of it, and not of another.
/// Known to miss: causes told by a noun alone ("an ageing valve, the engineers said"), and doers that only the sentence before names.
/// </remarks>
internal static class HowTold
{
    // Fewer words that tell something are no account.
    private const int LeastWords = 2;

    // "was hit yesterday by two rockets": so many words lie at most between a verb and what brings its doer, means or place of origin.
    private const int ComplementReach = 8;

    // "The explosion in the port hit …": the happening itself may stand so far before its verb.
    private const int SubjectReach = 5;

    // "behind what ministers called the worst attack": what is blamed on somebody stands so near.
    private const int ObjectReach = 8;

    // "will be struck", "to be fired": what is to come tells nothing of what was.
    private const int MoodReach = 3;

    /// <summary>The clause, as words to compare; null where none tells it.</summary>
    /// <param name="mine">Where the article speaks of the happening.</param>
    /// <param name="others">Where it speaks of other happenings.</param>
    /// <param name="alone">The statement speaks of no other happening, so that any of its clauses may tell of this one.</param>
    public static IReadOnlyList<ClaimTerm>? In(string text, Spans content, IReadOnlyList<Spans> mine, IReadOnlyList<Spans> others, bool alone) =>
        All(text, content, mine, others, alone).Where(told => !IsOfNobody(told.Clause, told.At)).Select(told => told.Clause).FirstOrDefault();

    // "Has never hurt anyone" denies whatever is told, and tells of nothing how it was.
    private static bool IsOfNobody(IReadOnlyList<ClaimTerm> clause, int at) =>
        clause.Take(at).TakeLast(MoodReach).Any(w => w.Lower == "never") && clause.Skip(at + 1).Take(MoodReach).Any(w => w.Lower is "anyone" or "anybody");

    /// <summary>Every clause that tells it, with the place of the word that does.</summary>
    public static IEnumerable<(IReadOnlyList<ClaimTerm> Clause, int At)> All(string text, Spans content, IReadOnlyList<Spans> mine, IReadOnlyList<Spans> others, bool alone)
    {
        foreach (var clause in ClaimReader.Clauses(text, ClaimReader.Terms(text, content)))
        {
            var span = new TextSpan(clause[0].Span.Begin, clause[^1].Span.End);
            if ((alone || mine.Any(m => m.Overlaps(span))) && clause.Count(w => w.Tells) >= LeastWords)
            {
                var place = new Place(clause, [.. mine.Where(m => m.Overlaps(span))], [.. others.Where(m => m.Overlaps(span))], alone);
                if (Enumerable.Range(0, clause.Count).FirstOrDefault(place.Tells, -1) is >= 0 and var at)
                {
                    yield return (clause, at);
                }
            }
        }
    }

    /// <summary>A clause with what it speaks of.</summary>
    private sealed class Place(IReadOnlyList<ClaimTerm> clause, IReadOnlyList<Spans> mine, IReadOnlyList<Spans> others, bool alone)
    {
        private readonly HashSet<int> _manners = [.. Manners.In(clause).Select(m => m.At)];

        public bool Tells(int i)
        {
            if (IsOpen(i) || IsOfWords(i) || IsAside(i) || !IsMine(i))
            {
                return false;
            }

            if (ClaimWords.PhraseAt("how-blame-phrase", clause, i) is > 0 and var blame)
            {
                return HasDoer(i) && Blames(i + blame);
            }

            if (ClaimWords.PhraseAt("how-phrase", clause, i) is > 0 and var phrase)
            {
                return !ComesAfter(i, phrase);
            }

            return _manners.Contains(i)
                ? !ClaimWords.IsVerbForm("how-verb", clause[i].Lower) || !Manners.IsDone(clause, i) || !IsTheHappening(i)
                : ClaimWords.Is("how-noun", clause[i].Lower) || IsAttackBy(i) || (ClaimWords.IsVerbForm("how-verb", clause[i].Lower) && Manners.IsDone(clause, i) && (InMention(i) || OfMention(i)) && HasComplement(i) && !IsTheHappening(i));
        }

        // "whether", "if", "will be struck", "to prevent", "should have been shot", "denied responsibility": asked, to come, or not said to be so.
        private bool IsOpen(int i) =>
            Enumerable.Range(0, i).Any(k => clause[k].Lower is "whether" or "if" or "who" or "whoever" or "unless" && i - k <= ObjectReach && !IsRelative(k))
            || Enumerable.Range(Math.Max(0, i - MoodReach), Math.Min(MoodReach, i)).Any(k => (ClaimWords.Is("future", clause[k].Lower) && (clause[k].Lower == "should" || !clause.Skip(k + 1).Take(2).Any(w => w.Lower == "have"))) || ClaimWords.IsVerbForm("deny-verb", clause[k].Lower) || clause[k].Lower is "repeatedly" or "often" || (clause[k].Lower == "to" && i - k <= 2));

        // "was in the room when she was assaulted": told to say when or where something else was.
        private bool IsAside(int i) =>
            (Enumerable.Range(Math.Max(0, i - SubjectReach), Math.Min(SubjectReach, i)).Any(k => k > 0 && clause[k].Lower is "when" or "where") && Enumerable.Range(Math.Max(0, i - MoodReach), Math.Min(MoodReach, i)).Any(k => ClaimWords.Is("be", clause[k].Lower))
                && !clause.Skip(i + 1).Take(ComplementReach).Any(w => w.Lower is "by" or "with" or "from" or "using"));

        // "shot down the theory", "attacked the report": words are what is hit.
        private bool IsOfWords(int i) => Predicate.IsVerb(clause[i]) && clause.Skip(i + 1).Take(MoodReach).Any(w => ClaimWords.Is("claim-noun", w.Lower));

        // "the man who shot him": behind a person the word asks nothing.
        private bool IsRelative(int k) => clause[k].Lower == "who" && k > 0 && ((clause[k - 1].Capital && !clause[k - 1].First) || Thesaurus.FieldOf(clause[k - 1].Lower) is Field.Person or Field.Group);

        // The closest mention around the word is this happening's; a word in no mention is its own where nothing else is spoken of.
        private bool IsMine(int i)
        {
            var (own, other) = (Closest(mine, i), Closest(others, i));
            return own < int.MaxValue || other < int.MaxValue ? own <= other : alone && others.Count == 0;
        }

        private bool InMention(int i) => mine.Count == 0 ? alone : Closest(mine, i) < int.MaxValue;

        // "the attack was launched by", "the assault, carried out": the happening is the subject.
        private bool OfMention(int i) =>
            Enumerable.Range(Math.Max(0, i - SubjectReach), Math.Min(SubjectReach, i)).Any(k => ClaimWords.IsForm("happening-noun", clause[k].Lower) && Closest(mine, k) < int.MaxValue);

        // "a drone attack by Vardia killed two": the subject names the happening with its doer.
        private bool IsAttackBy(int i) =>
            i > 0 && i <= SubjectReach && i + 1 < clause.Count && ClaimWords.Is("happening-noun", clause[i].Lower) && clause[i + 1].Lower == "by" && Predicate.In([.. clause.Take(i)]).Verb < 0;

        private int Closest(IReadOnlyList<Spans> mentions, int i) =>
            mentions.SelectMany(m => m).Where(s => s.Begin <= clause[i].Span.Begin && clause[i].Span.End <= s.End).Select(s => s.Length).DefaultIfEmpty(int.MaxValue).Min();

        // "those responsible for it" and "nobody was behind it" name no doer; "responsibility for it" is what the speaker takes.
        private bool HasDoer(int i)
        {
            var before = clause.Take(i).Where(w => w.Tells || ClaimWords.Is("pronoun", w.Lower) || ClaimWords.Is("determiner", w.Lower) || ClaimWords.Is("none", w.Lower) || w.Lower is "anyone" or "someone").TakeLast(2).ToList();
            return !before.Exists(w => w.Lower is "those" or "anyone" or "someone" or "people" or "person" or "parties" or "group" or "groups" || ClaimWords.Is("none", w.Lower));
        }

        // What is blamed on somebody is the happening.
        private bool Blames(int from) =>
            mine.Count == 0 ? alone : clause.Skip(from).Take(ObjectReach).Any(w => mine.Any(m => m.Any(s => s.Begin <= w.Span.Begin && w.Span.End <= s.End)) || ClaimWords.Is("pointing", w.Lower));

        // "injured as a result of the attack": the happening is the cause and not what is caused.
        private bool ComesAfter(int i, int length) =>
            clause[i].Lower is "as" or "because" or "due" or "owing" && clause.Skip(i + length).Take(SubjectReach).Any(w => ClaimWords.IsForm("happening-noun", w.Lower) || w.Lower is "incident" or "it");

        // "was hit by two rockets", "fired from the hill", "gunmen attacked": a passive says how only with what follows, or by a verb that is itself a manner.
        private bool HasComplement(int i) =>
            !Enumerable.Range(Math.Max(0, i - MoodReach), Math.Min(MoodReach, i)).Any(k => ClaimWords.Is("be", clause[k].Lower))
                ? clause.Take(i).Any(w => w.Tells || ClaimWords.Is("pronoun", w.Lower) || w.Lower is "we" or "i" or "who") || clause.Skip(i + 1).Take(2).Any(w => w.Lower is "by" or "from" or "with")
                : clause.Skip(i + 1).Take(ComplementReach).TakeWhile(w => !ClaimWords.Is("be", w.Lower) && !ClaimWords.Is("have", w.Lower)).Any(w => w.Lower is "by" or "with" or "from" or "using" or "via") || clause.Take(i).TakeLast(ComplementReach).Any(w => Manners.IsMeans(w.Lower));

        // The subject of an active verb is the happening: what follows is what came of it.
        private bool IsTheHappening(int verb) =>
            !clause.Skip(verb + 1).Take(3).Any(w => w.Lower is "by" or "from")
            && Enumerable.Range(Math.Max(0, verb - SubjectReach), Math.Min(SubjectReach, verb)).Any(i => ClaimWords.IsForm("happening-noun", clause[i].Lower))
            && !Enumerable.Range(Math.Max(0, verb - 1), Math.Min(1, verb)).Any(i => clause[i].Lower is "was" or "were" or "been" or "being");
    }
}
