namespace Stemma.Web;

/// <summary>What the first page shows of a whole case: the figures, the most told points, the articles with their reprints folded.</summary>
public sealed class Overview
{
    private readonly Desk _desk;

    public Overview(Desk desk)
    {
        _desk = desk;
        var reading = desk.Case.Reading;
        Voices = desk.Kept.Where(s => s.Statement.Voice == Voice.Reported && s.Statement.Actor is not null).Select(s => s.Statement.Actor).Distinct().Count();
        Doubts = desk.Kept.Count(Desk.Doubtful);
        Told = [.. reading.Events.Select(e => (Event: e, Count: desk.AccountsOf(e.Id).Count())).Where(p => p.Count > 0)
            .OrderByDescending(p => p.Event.Articles.Count).ThenByDescending(p => p.Count).ThenBy(p => p.Event.Id, StringComparer.Ordinal).Select(p => p.Event)];
        Disputed = [.. reading.Accounts.GroupBy(a => (a.Event, a.Slot)).Where(g => g.Count() > 1)
            .Select(g => (Event: desk.Case.Event(g.Key.Event), g.Key.Slot, Accounts: g.OrderByDescending(a => a.Voices.Count).ThenBy(a => a.Id, StringComparer.Ordinal).ToList()))
            .Where(g => g.Event is not null)
            .OrderByDescending(g => g.Accounts.Sum(a => a.Voices.Count)).ThenBy(g => g.Event!.Id, StringComparer.Ordinal).ThenBy(g => g.Slot)
            .Select(g => (g.Event!, g.Slot, g.Accounts))];
        Actors = [.. reading.Actors.Select(a => (Actor: a, Statements: desk.SaidBy(a.Id).Count, Articles: a.Aliases.Select(x => x.Article).Distinct().Count()))
            .OrderByDescending(p => p.Statements).ThenBy(p => p.Actor.Name, StringComparer.Ordinal).ThenBy(p => p.Actor.Id, StringComparer.Ordinal)];
        Origins = [.. reading.Origins.OrderByDescending(o => o.Articles.Count).ThenBy(o => o.Id, StringComparer.Ordinal)];
        Folded = Fold();
        var days = desk.Case.Articles.Select(a => a.Published?.Moment.Earliest).OfType<DateOnly>().Order().ToList();
        Days = days.Count == 0 ? null : Moment.Between(days[0], days[^1]);
    }

    public int Voices { get; }

    public int Doubts { get; }

    public Moment? Days { get; }

    /// <summary>Happenings that somebody tells of, those in most articles first.</summary>
    public IReadOnlyList<CaseEvent> Told { get; }

    /// <summary>Points that are told in more than one way, those with most voices first.</summary>
    public IReadOnlyList<(CaseEvent Event, Slot Slot, List<Account> Accounts)> Disputed { get; }

    public IReadOnlyList<(CaseActor Actor, int Statements, int Articles)> Actors { get; }

    public IReadOnlyList<Origin> Origins { get; }

    public IReadOnlyList<(ArticleFindings Article, List<ArticleFindings> Copies)> Folded { get; }

    private List<(ArticleFindings, List<ArticleFindings>)> Fold()
    {
        var all = _desk.Case.Articles;
        var parents = _desk.Case.Reading.Hops.Where(h => h.Parent is not null && h.Overlap >= Desk.Reprint).GroupBy(h => h.Article).ToDictionary(g => g.Key, g => g.First().Parent!);
        var copies = all.Where(a => parents.ContainsKey(a.Article.Id)).GroupBy(a => Root(parents, a.Article.Id)).ToDictionary(g => g.Key, g => g.ToList());
        return [.. all.Where(a => !parents.ContainsKey(a.Article.Id))
            .OrderBy(a => a.Published?.Moment.Earliest ?? DateOnly.MaxValue).ThenBy(a => a.Article.Id, StringComparer.Ordinal)
            .Select(a => (a, copies.GetValueOrDefault(a.Article.Id) ?? []))];
    }

    private static string Root(Dictionary<string, string> parents, string article)
    {
        var seen = new HashSet<string>();
        while (parents.TryGetValue(article, out var up) && seen.Add(article))
        {
            article = up;
        }

        return article;
    }
}
