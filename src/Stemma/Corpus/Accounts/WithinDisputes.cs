namespace Stemma.Corpus.Accounts;

/// <summary>Who denies whom inside one article? A denial tied to the claim that it answers, told there by another speaker.</summary>
internal static class WithinDisputes
{
    // A denial names what it denies; below this share of common words it is another matter.
    private const double LeastFit = 0.3;

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
                if (covered > fit)
                {
                    (best, fit) = (claim, covered);
                }
            }

            if (best is null || fit < LeastFit)
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
}
