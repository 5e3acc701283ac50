namespace Stemma.Corpus.Accounts;

/// <summary>Who denies whom inside one article? A denial tied to the claim that it answers, told there by another speaker.</summary>
internal static class WithinDisputes
{
    // A denial names what it denies; below this share of common words it is another matter.
    private const double LeastFit = 0.5;

    // "the Russian statement", "that account": the words name whose, not what.
    private const double ByName = 0.72;

    public static IEnumerable<Dispute> Of(ArticleFindings article)
    {
        var denials = article.Statements.Where(s => s.Act == Act.Deny || s.Denies is { IsEmpty: false }).ToList();
        if (denials.Count == 0)
        {
            yield break;
        }

        var alignment = new Alignment();
        var terms = article.Statements.ToDictionary(s => s, s => ClaimReader.Terms(article.Article.Text, s.Content), ReferenceEqualityComparer.Instance as IEqualityComparer<Statement>);
        foreach (var denial in denials)
        {
            var denied = denial.Denies is { IsEmpty: false } words ? ClaimReader.Terms(article.Article.Text, words) : terms[denial];
            var (best, fit) = ((Statement?)null, 0.0);
            foreach (var claim in article.Statements)
            {
                if (ReferenceEquals(claim, denial) || claim.Act is Act.Deny or Act.Decline or Act.Question || claim.Denies is { IsEmpty: false } || claim.Content.Overlaps(denial.Content)
                    || (claim.Actor is not null && claim.Actor == denial.Actor))
                {
                    continue;
                }

                var covered = (alignment.Covered(denied, terms[claim]) + alignment.Covered(terms[claim], denied)) / 2;
                if (covered > fit && alignment.Covered(denied, terms[claim]) >= LeastFit && alignment.Covered(terms[claim], denied) >= LeastFit / 2)
                {
                    (best, fit) = (claim, covered);
                }
            }

            // "the Russian statement" names whose account it is; only without such a name do the words decide.
            if (Named(article, denial, denied) is { } named)
            {
                (best, fit) = (named, (ByName - 0.45) / 0.6);
            }
            else if (best is null || fit < LeastFit)
            {
                continue;
            }

            var (first, second) = best.Content.Hull.CompareTo(denial.Content.Hull) < 0 ? (best, denial) : (denial, best);
            yield return new(
                CaseIds.Of('D', article.Article.Id, first.Content.ToString(), second.Content.ToString()),
                DisputeRelation.Denies,
                [first.Id, second.Id],
                Slot.What,
                denial.Cue.IsEmpty ? "one tells it, the other denies it" : $"one tells it, the other denies it (“{denial.Cue.Of(article.Article.Text)}”)",
                [new(article.Article.Id, first.Content), new(article.Article.Id, second.Content)],
                Math.Round(Math.Min(0.95, 0.45 + (0.6 * fit)), 3));
        }
    }

    // Whose account is denied: the last thing of weight that a speaker of that country or name said before.
    private static Statement? Named(ArticleFindings article, Statement denial, IReadOnlyList<ClaimTerm> denied)
    {
        if (!denied.Any(t => ClaimWords.Is("claim-noun", t.Lower) || t.Lower is "statement" or "statements" or "explanation"))
        {
            return null;
        }

        var whose = article.Actors
            .Where(a => denied.Any(t => (t.Country is not null && t.Country == a.Country) || (t.Capital && t.Weight > 3 && a.Name.Contains(t.Span.Of(article.Article.Text), StringComparison.Ordinal))))
            .Select(a => a.Id)
            .ToHashSet(StringComparer.Ordinal);
        return article.Statements
            .Where(s => s.Actor is { } actor && whose.Contains(actor) && s.Voice == Voice.Reported && s.Act is not (Act.Deny or Act.Decline or Act.Vote or Act.Veto) && s.Content.Hull.End <= denial.Content.Hull.Begin && !ReferenceEquals(s, denial))
            .OrderByDescending(s => s.About.Count > 0).ThenByDescending(s => s.Content.Hull.Begin)
            .FirstOrDefault();
    }
}
