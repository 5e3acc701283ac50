namespace Stemma.Corpus.Accounts;

/// <summary>Which clause of a statement tells how a happening came about: by whom, with what, out of what?</summary>
/// <remarks>
/// "Three shells were fired from the north bank" does; "the blast killed fourteen" tells what came of it, and "the blast was discussed in the council" neither.
/// Known to miss: causes told by a noun alone ("an ageing valve, the engineers said"), and doers that only the sentence before names.
/// </remarks>
internal static class HowTold
{
    // Fewer words that tell something are no account.
    private const int LeastWords = 2;

    // "dropped by", "was shot down by": so many words lie at most between the verb and its "by".
    private const int ByReach = 3;

    // "The explosion in the port hit …": the happening itself may stand so far before its verb.
    private const int SubjectReach = 5;

    /// <summary>The clause, as words to compare; null where none tells it.</summary>
    /// <param name="mentions">Where the article speaks of the happening.</param>
    /// <param name="alone">The statement speaks of no other happening, so that any of its clauses may tell of this one.</param>
    public static IReadOnlyList<ClaimTerm>? In(string text, Spans content, IReadOnlyList<Spans> mentions, bool alone) =>
        ClaimReader.Clauses(text, ClaimReader.Terms(text, content))
            .Where(clause => (alone || mentions.Any(m => m.Overlaps(new TextSpan(clause[0].Span.Begin, clause[^1].Span.End)))) && clause.Count(w => w.Tells) >= LeastWords)
            .FirstOrDefault(Tells);

    private static bool Tells(IReadOnlyList<ClaimTerm> clause)
    {
        for (var i = 0; i < clause.Count; i++)
        {
            if (ClaimWords.PhraseAt("how-phrase", clause, i) > 0 || ClaimWords.Is("how-noun", clause[i].Lower) || (IsDone(clause, i) && !IsTheHappening(clause, i)))
            {
                return true;
            }
        }

        return false;
    }

    // "had leaked", "was firing", "dropped by aircraft": a verb in a form that a noun does not have.
    private static bool IsDone(IReadOnlyList<ClaimTerm> clause, int i)
    {
        if (!ClaimWords.IsVerbForm("how-verb", clause[i].Lower))
        {
            return false;
        }

        var lower = clause[i].Lower;
        var before = i > 0 ? clause[i - 1].Lower : "";
        return lower.EndsWith("ing", StringComparison.Ordinal) ? before is "was" or "were" or "is" or "are" or "been" or "of" or "for" or "by"
            : lower.EndsWith("ed", StringComparison.Ordinal) || lower != clause[i].Base ? !lower.EndsWith('s') && before is not ("the" or "a" or "an")
            : before is "had" or "has" or "have" or "was" or "were" or "been" or "being" or "did" or "not" || clause.Skip(i + 1).Take(ByReach).Any(w => w.Lower == "by");
    }

    // The subject of an active verb is the happening: what follows is what came of it.
    private static bool IsTheHappening(IReadOnlyList<ClaimTerm> clause, int verb) =>
        !clause.Skip(verb + 1).Take(ByReach).Any(w => w.Lower is "by" or "from")
        && Enumerable.Range(Math.Max(0, verb - SubjectReach), Math.Min(SubjectReach, verb)).Any(i => ClaimWords.IsForm("happening-noun", clause[i].Lower))
        && !Enumerable.Range(Math.Max(0, verb - 1), Math.Min(1, verb)).Any(i => clause[i].Lower is "was" or "were" or "been" or "being");
}
