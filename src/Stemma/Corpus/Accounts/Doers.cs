namespace Stemma.Corpus.Accounts;

/// <summary>Whom does a clause name as the one who did it?</summary>
/// <remarks>"Vardia was behind it", "shelled by the rebels", "the army fired on the march"; and who claims responsibility, is it himself.</remarks>
internal static class Doers
{
    // A doer stands so near the word that makes it one.
    private const int Reach = 6;

    /// <summary>The doer, and the words; whether it is the speaker, who claims it.</summary>
    public static (Actor Actor, string Words, bool Claims)? Of(ArticleFindings article, Statement statement, IReadOnlyList<ClaimTerm> clause, int at)
    {
        var text = article.Article.Text;
        if (ClaimWords.PhraseAt("how-blame-phrase", clause, at) > 0)
        {
            if (clause[at].Lower == "responsibility")
            {
                var claims = at <= 1 && statement.Cue.Any(c => ClaimReader.Terms(text, [c]).Any(w => w.Lower is "claimed" or "claim" or "claims" or "claiming" or "accepted" or "took"));
                return claims && article.Actors.FirstOrDefault(a => a.Id == statement.Actor) is { } self ? (self, $"{statement.Cue.Of(text)} {Words(text, clause, 0, Reach - 1)}", true) : null;
            }

            return clause[at].Lower is "blamed" or "to" ? null : Before(article, clause, at) is { } named ? (named.Actor, Words(text, clause, named.At, at), false) : null;
        }

        if (!Manners.IsDone(clause, at))
        {
            return null;
        }

        // The "by" of another verb ("struck the jet, operated by …") names another doer.
        var by = Enumerable.Range(at + 1, Math.Min(Reach, clause.Count - at - 1))
            .TakeWhile(k => !text.AsSpan(clause[k - 1].Span.End, clause[k].Span.Begin - clause[k - 1].Span.End).ContainsAny(",(") && (!Manners.IsDone(clause, k) || !Predicate.IsVerb(clause[k])))
            .FirstOrDefault(k => clause[k].Lower == "by", -1);
        if (by > 0)
        {
            return Behind(article, clause, by + 1) is { } named ? (named.Actor, Words(text, clause, at, named.At), false) : null;
        }

        // Without a "by", an active verb: its doer stands before it.
        var passive = Enumerable.Range(Math.Max(0, at - 3), Math.Min(3, at)).Any(k => ClaimWords.Is("be", clause[k].Lower) && !clause[at].Lower.EndsWith("ing", StringComparison.Ordinal));
        return passive || Before(article, clause, at) is not { } doer ? null : (doer.Actor, Words(text, clause, doer.At, at + 2), false);
    }

    // The last actor named before it, where no other subject comes between ("the team that carried it out").
    private static (Actor Actor, int At)? Before(ArticleFindings article, IReadOnlyList<ClaimTerm> clause, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - Reach) && clause[i].Lower is not ("that" or "which" or "who" or "by" or "where" or "when" or "as"); i--)
        {
            if (Named(article, clause[i]) is { } actor)
            {
                return (actor, i);
            }
        }

        return null;
    }

    // The first actor named behind "by", up to the next preposition: "by explosions in the Gulf of Oman" names none.
    private static (Actor Actor, int At)? Behind(ArticleFindings article, IReadOnlyList<ClaimTerm> clause, int from)
    {
        for (var i = from; i < Math.Min(clause.Count, from + Reach) && !ClaimWords.Is("locative", clause[i].Lower); i++)
        {
            if (Named(article, clause[i]) is { } actor)
            {
                return (actor, i);
            }
        }

        return null;
    }

    // Pronouns name nobody to a reader.
    private static Actor? Named(ArticleFindings article, ClaimTerm word) =>
        !word.Capital ? null : article.Actors.FirstOrDefault(a => a.Kind is ActorKind.State or ActorKind.Organisation or ActorKind.Group or ActorKind.Person && a.Mentions.Any(m => m.Any(s => s.Begin <= word.Span.Begin && word.Span.End <= s.End)));

    private static string Words(string text, IReadOnlyList<ClaimTerm> clause, int from, int to) =>
        text[clause[from].Span.Begin..clause[Math.Min(clause.Count, to + 2) - 1].Span.End].ReplaceLineEndings(" ");
}
