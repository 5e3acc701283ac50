namespace Stemma.Web;

/// <summary>The case as one request sees it: a finished view of everything, and the token its forms carry.</summary>
public sealed class Desk
{
    /// <summary>From this overlap on an article is shown folded under the one it was taken from.</summary>
    public const double Reprint = 0.5;

    private readonly Dictionary<string, List<CaseStatement>> _byArticle;

    public Desk(Case all, string token)
    {
        Case = all;
        Token = token;
        Kept = [.. all.Reading.Statements.Where(s => s.State != StatementState.Rejected)];
        _byArticle = all.Reading.Statements.GroupBy(s => s.Article).ToDictionary(g => g.Key, g => g.OrderBy(s => First(s.Statement)).ThenBy(s => s.Statement.Id, StringComparer.Ordinal).ToList());
    }

    public Case Case { get; }

    /// <summary>What a form must carry so that only our own pages can change anything.</summary>
    public string Token { get; }

    /// <summary>Every statement that nobody rejected.</summary>
    public IReadOnlyList<CaseStatement> Kept { get; }

    /// <summary>The statements of an article in the order of its text, rejected ones too.</summary>
    public IReadOnlyList<CaseStatement> StatementsOf(string article) => _byArticle.GetValueOrDefault(article) ?? [];

    /// <summary>A speaker is named and not known, or known no better than even.</summary>
    public static bool Doubtful(CaseStatement s) => s.Statement.Voice == Voice.Reported && !s.Statement.Source.IsEmpty && s.Statement.Actor is null;

    private static int First(Statement s) => s.Source.Concat(s.Cue).Concat(s.Content).Select(x => x.Begin).DefaultIfEmpty(0).Min();
}
