using Stemma.Words;

namespace Stemma.Corpus.Accounts;

/// <summary>Who clears somebody without a word of denying: “he did not lie”, “the firm complies with all laws”, “she knew nothing of the plan”?</summary>
/// <remarks>
/// A wrong that is negated, a law that was kept, an account that was not made up: such words answer what is held against whoever is cleared. Known to miss: a wrong in words that are
/// none by themselves, who is cleared behind a clause of their own.
/// </remarks>
/// <param name="Whom">Local actors who are cleared; the speaker, and whom the speaker speaks for, where no other is named.</param>
/// <param name="Said">The clause that clears.</param>
/// <param name="OfTruth">It is said that nobody lied: of charges only those of untruth are answered.</param>
internal sealed record Clearing(IReadOnlyList<string> Whom, IReadOnlyList<ClaimTerm> Said, bool OfTruth)
{
    // Of a quotation so many sentences are looked at.
    private const int MostSentences = 6;

    // "he never", "neither he nor his aides": so early stands what negates.
    private const int Early = 10;

    // From what negates to the wrong: "did not make any untruthful".
    private const int ToWrong = 5;

    // "knew about the ⟨scheme⟩ to harvest ballots".
    private const int ThingReach = 6;

    public static Clearing? In(ClaimedArticle article, Statement s)
    {
        if (s.Voice != Voice.Reported || s.Negated || s.Content.IsEmpty || s.Act is not (Act.Say or Act.Assert or Act.Believe or Act.Deny or Act.Reveal) || !IsOwnDenial(article, s))
        {
            return null;
        }

        foreach (var sentence in ClaimReader.Sentences(ClaimReader.Terms(article.Text, s.Content)).Take(MostSentences))
        {
            foreach (var clause in Clauses(article.Text, sentence))
            {
                if (Of(article, s, clause) is { } cleared)
                {
                    return cleared;
                }
            }
        }

        return null;
    }

    /// <summary>Whoever speaks, and whom they speak for: "Maren's lawyer", "a statement on behalf of the firm".</summary>
    public static IReadOnlyList<string> Sides(ClaimedArticle article, Statement s)
    {
        List<string> found = s.Actor is { } speaker ? [speaker] : [];
        var source = s.Source.IsEmpty ? [] : ClaimReader.Terms(article.Text, s.Source).Select(w => (w.Capital, Word: Owner(w.Span.Of(article.Text)))).ToList();
        if (!source.Exists(w => ClaimWords.Is("speaks-for", w.Word.ToLowerInvariant())))
        {
            return found;
        }

        // "Maren's lawyer", "a lawyer for Maren", "their lawyer".
        found.AddRange(article.Findings.Actors.Where(a => a.Id != s.Actor && a.Kind is ActorKind.Person or ActorKind.Organisation or ActorKind.Group or ActorKind.Unnamed
            && ((a.Kind is ActorKind.Person or ActorKind.Organisation && source.Exists(w => w.Capital && w.Word == a.Name.Split(' ')[^1]))
                || a.Mentions.Any(m => m.Any(x => s.Source.Any(y => y.Contains(x) && y.Length > x.Length))))).Select(a => a.Id));
        return found;
    }

    private static string Owner(string word) => word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) ? word[..^2] : word.TrimEnd('\'', '’');

    // A word of denying says itself what it denies: "denied that he lied" is no clearing of its own.
    private static bool IsOwnDenial(ClaimedArticle article, Statement s) => (s.Act != Act.Deny && s.Denies is not { IsEmpty: false })
        || !ClaimReader.Terms(article.Text, s.Cue).Any(w => ClaimWords.IsVerbForm("deny-verb", w.Lower) || ClaimWords.IsVerbForm("doubt-verb", w.Lower) || ClaimWords.Is("contest", w.Lower));

    // A comma or an "and" may part two clauses: here the marks that do surely.
    private static IEnumerable<List<ClaimTerm>> Clauses(string text, List<ClaimTerm> sentence) => ClaimReader.Clauses(text, sentence);

    private static Clearing? Of(ClaimedArticle article, Statement s, List<ClaimTerm> clause)
    {
        // What may be, would be or is asked for clears nobody; nor does what somebody thought at the time ("I was like: we did nothing wrong").
        if (clause.Take(Early).Any(w => w.Lower == "like") || clause.Any(w => ClaimWords.Is("condition", w.Lower) || (ClaimWords.Is("future", w.Lower) && w.Lower is not "could")) || clause[^1].Span.End < article.Text.Length && article.Text[clause[^1].Span.End] == '?')
        {
            return null;
        }

        for (var i = 0; i < clause.Count && i <= Early; i++)
        {
            if (ClaimWords.PhraseAt("lawful-phrase", clause, i) is > 0 and var lawful && !clause.Take(i).Any(w => ClaimWords.Is("negative", w.Lower)) && Keeps(clause, i + lawful))
            {
                return Made(article, s, clause, i, false);
            }

            if (ClaimWords.PhraseAt("clear-phrase", clause, i) is > 0 || (ClaimWords.PhraseAt("apart-phrase", clause, i) is > 0 and var apart && clause.Skip(i + apart).Take(ToWrong).Any(w => ClaimWords.Is("accusation", w.Lower) || (w.Span == clause[i + apart].Span && w.Lower is "it" or "this" or "that" or "them") || ClaimWords.Is("any-deed", w.Lower) || ClaimWords.IsForm("plot", w.Lower) || ClaimWords.IsForm("happening-noun", w.Lower) || ClaimWords.Is("own-part", w.Lower))))
            {
                return Made(article, s, clause, i, false);
            }

            if (ClaimWords.PhraseAt("unknowing-phrase", clause, i) is > 0 and var unknowing)
            {
                return Unknowing(article, s, clause, i, i + unknowing);
            }

            if (!ClaimWords.Is("negative", clause[i].Lower))
            {
                continue;
            }

            // "neither he nor his aides knew about the scheme".
            if (clause[i].Lower == "neither" && clause.FindIndex(i, w => ClaimWords.IsVerbForm("know-verb", w.Lower)) is > 0 and var knew && knew - i <= Early)
            {
                return Unknowing(article, s, clause, i + 1, knew + 1);
            }

            // "no evidence that he lied" is somebody else's case.
            if (i + 1 < clause.Count && clause[i + 1].Lower is "evidence" or "proof" or "doubt" or "one" or "only" or "longer")
            {
                continue;
            }

            for (var k = i; k < clause.Count && k <= i + ToWrong; k++)
            {
                if (ClaimWords.PhraseAt("knowing-phrase", clause, k) is > 0 and var knowing)
                {
                    return Unknowing(article, s, clause, i, k + knowing);
                }

                // "nothing wrong with the engine", "not made up of": of something else.
                var untruth = ClaimWords.PhraseAt("untruth-phrase", clause, k);
                var truth = untruth > 0 || ClaimWords.IsVerbForm("untruth", clause[k].Lower);
                var reach = Math.Max(Math.Max(untruth, ClaimWords.PhraseAt("wrong-phrase", clause, k)), truth || ClaimWords.Is("wrong-doing", clause[k].Lower) ? 1 : 0);
                if (reach > 0 && !(k + reach < clause.Count && clause[k + reach].Lower is "with" or "of" && untruth + ClaimWords.PhraseAt("wrong-phrase", clause, k) > 0))
                {
                    return Made(article, s, clause, i, truth);
                }

                // "did not think that he lied".
                if (ClaimWords.Is("condition", clause[k].Lower) || ClaimWords.IsForm("belief", clause[k].Lower) || ClaimWords.IsVerbForm("know-verb", clause[k].Lower) || clause[k].Lower is "that" or "who" or "which" or "when")
                {
                    break;
                }
            }
        }

        return null;
    }

    // "complied with all laws", "kept within the rules": a law, or all that is asked.
    private static bool Keeps(List<ClaimTerm> clause, int from) => clause.Skip(from).Take(ThingReach).Any(w => ClaimWords.Is("law", w.Lower));

    // "was not aware of any wrongdoing by Ms Maren", "knew nothing of the scheme", "did not know what he was doing": a wrong must be named, or a plan.
    private static Clearing? Unknowing(ClaimedArticle article, Statement s, List<ClaimTerm> clause, int subject, int from)
    {
        var of = clause.Skip(from).Take(ThingReach).ToList();
        var wrong = of.FindIndex(w => ClaimWords.IsForm("plot", w.Lower) || ClaimWords.Is("any-deed", w.Lower));
        if (wrong < 0)
        {
            return null;
        }

        // "no wrongdoing by Ms Maren": she is cleared.
        var by = of.FindIndex(wrong, w => w.Lower is "by" or "of");
        var whom = by < 0 ? [] : Named(article, clause.Skip(from + by).Take(ThingReach));
        return whom.Count > 0 ? new([.. whom, .. Sides(article, s)], clause, false) : Made(article, s, clause, subject, false);
    }

    // Who stands before what negates: a name, "he", "I"; whoever is spoken for where it is a thing ("the story").
    private static Clearing? Made(ClaimedArticle article, Statement s, List<ClaimTerm> clause, int at, bool truth)
    {
        var head = clause.Take(at).ToList();
        if (clause[0].Lower == "neither" || (at < clause.Count && clause[at].Lower == "neither") || (at > 0 && clause[at - 1].Lower == "neither"))
        {
            head = [.. clause.SkipWhile(w => w.Lower != "neither").TakeWhile(w => !ClaimWords.IsVerbForm("know-verb", w.Lower))];
        }

        var named = Named(article, head);
        var sides = Sides(article, s);
        if (named.Count > 0)
        {
            return new(named, clause, truth);
        }

        // "they had nothing to do with it", "I never lied"; "the story was not made up"; what others did is their own affair.
        return head.Any(w => ClaimWords.Is("person-pronoun", w.Lower) || w.Lower is "i" or "we" or "it") || head.Any(w => ClaimWords.Is("accusation", w.Lower) || ClaimWords.Is("claim-noun", w.Lower)) || head.TrueForAll(w => w.Weight <= 2)
            ? sides.Count > 0 ? new(sides, clause, truth) : null : null;
    }

    private static List<string> Named(ClaimedArticle article, IEnumerable<ClaimTerm> words)
    {
        var list = words.ToList();
        return [.. article.Findings.Actors.Where(a => a.Kind is not (ActorKind.Document or ActorKind.Place or ActorKind.Outlet) && a.Mentions.Any(m => m.Any(x => list.Exists(w => x.Contains(w.Span) && (w.Capital || ClaimWords.Is("person-pronoun", w.Lower) || w.Lower is "it"))))).Select(a => a.Id)];
    }
}
