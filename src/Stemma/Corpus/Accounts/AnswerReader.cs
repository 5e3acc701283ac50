namespace Stemma.Corpus.Accounts;

/// <summary>Who was accused of what, and did they deny it, decline to comment, answer otherwise, or is no answer given in these articles?</summary>
public static class AnswerReader
{
    public static IReadOnlyList<Answer> Read(IReadOnlyList<CaseStatement> statements, IReadOnlyList<Dispute> disputes, IReadOnlyList<CaseActor> actors)
    {
        var countries = actors.Where(a => a.Country is not null).ToDictionary(a => a.Id, a => a.Country, StringComparer.Ordinal);
        var byActor = statements.Where(s => s.Statement.Actor is not null).ToLookup(s => s.Statement.Actor!, StringComparer.Ordinal);
        var against = disputes.Where(d => d.Confidence >= 0.5 && d.Relation == DisputeRelation.Denies && d.Statements.Count == 2)
            .SelectMany(d => new[] { (d.Statements[0], d.Statements[1]), (d.Statements[1], d.Statements[0]) })
            .ToLookup(p => p.Item1, p => p.Item2, StringComparer.Ordinal);
        var denials = statements.Where(s => s.Statement.Actor is not null && Denies(s)).ToList();
        var answers = new List<Answer>();
        foreach (var accusation in statements.Where(s => s.Statement.Accused.Count > 0).OrderBy(s => s.Article, StringComparer.Ordinal).ThenBy(s => s.Statement.Content.Hull))
        {
            foreach (var accused in accusation.Statement.Accused.Distinct(StringComparer.Ordinal))
            {
                // What the accused say of the same happening, or as a denial of this very claim.
                var theirs = byActor[accused].Where(s => s.Statement.Id != accusation.Statement.Id).ToList();
                var near = theirs.Where(s => against[accusation.Statement.Id].Contains(s.Statement.Id)
                    || s.Statement.About.Intersect(accusation.Statement.About, StringComparer.Ordinal).Any()
                    || (s.Article == accusation.Article && s.Statement.Act is Act.Deny or Act.Decline)).ToList();
                var (kind, by) = Pick(near, s => Denies(s) || against[accusation.Statement.Id].Contains(s.Statement.Id)) is { Count: > 0 } denied ? ("denies", denied)
                    : Pick(near, s => s.Statement.Act == Act.Decline) is { Count: > 0 } declined ? ("declines to comment", declined)
                    : Pick(near, s => s.Statement.Voice == Voice.Reported) is { Count: > 0 } other ? ("answers", other)
                    : Pick(denials, s => Defends(s, accusation) && !OfTheAccuser(s.Statement.Actor, accusation.Statement.Actor, accused)) is { Count: > 0 } others ? ("others deny", others)
                    : ("no answer given", []);
                answers.Add(new(accusation.Statement.Id, accused, kind, by));
            }
        }

        return answers;

        // Who shares the accuser's country, and not the accused's, does not speak for the accused, whatever else they deny of the happening.
        bool OfTheAccuser(string? denier, string? accuser, string accused) =>
            denier is not null && accuser is not null && countries.GetValueOrDefault(denier) is { } theirs && theirs == countries.GetValueOrDefault(accuser) && theirs != countries.GetValueOrDefault(accused);
    }

    private static bool Denies(CaseStatement s) => s.Statement.Act == Act.Deny || s.Statement.Denies is { IsEmpty: false };

    // An ally or a body that speaks for the accused: it denies the happening they are accused of.
    private static bool Defends(CaseStatement denial, CaseStatement accusation) =>
        denial.Statement.Actor != accusation.Statement.Actor && denial.Statement.About.Intersect(accusation.Statement.About, StringComparer.Ordinal).Any();

    private static List<string> Pick(List<CaseStatement> statements, Func<CaseStatement, bool> wanted) => [.. statements.Where(wanted).Select(s => s.Statement.Id)];
}
