namespace Stemma.Web;

/// <summary>What the first page shows of a whole case: the figures, the most told points, the articles with their reprints folded.</summary>
public sealed class Overview
{
    private const int MostHanded = 12;

    // A first page holds a few; all are a click away.
    private const int MostOpposed = 4;

    // A day that lies somewhere in more than a month is none that a reader could place.
    private const int MostDaysOfOne = 31;

    private readonly Desk _desk;

    public Overview(Desk desk)
    {
        _desk = desk;
        var reading = desk.Case.Reading;
        Voices = desk.Kept.Where(s => s.Statement.Voice == Voice.Reported && s.Statement.Actor is not null).Select(s => s.Statement.Actor).Distinct().Count();
        Reported = desk.Kept.Count(s => s.Statement.Voice == Voice.Reported);
        Doubtful = [.. desk.Kept.Where(Desk.Doubtful).OrderByDescending(s => s.Statement.RunnersUp.Select(r => r.Confidence).DefaultIfEmpty(0).Max()).ThenBy(s => s.Statement.Id, StringComparer.Ordinal)];
        Answered = Views.AnswersView.Of(desk.Case);

        // In the order of the command line: the happening that is told most differently, its points as they are always told.
        var rank = Views.AccountsView.MostDisputed(desk.Case).Select((id, at) => (id, at)).ToDictionary(p => p.id, p => p.at);
        Told = [.. reading.Events.Select(e => (Event: e, Count: desk.AccountsOf(e.Id).Count())).Where(p => p.Count > 0 || rank.ContainsKey(p.Event.Id))
            .OrderBy(p => rank.GetValueOrDefault(p.Event.Id, int.MaxValue)).ThenByDescending(p => p.Event.Articles.Count).ThenByDescending(p => p.Count).ThenBy(p => p.Event.Id, StringComparer.Ordinal).Select(p => p.Event)];
        Opposed = [.. rank.OrderBy(r => r.Value).Select(r => desk.Case.Event(r.Key)).OfType<CaseEvent>().Append(null).Select(e => (e, Opposing(e?.Id))).Where(p => p.Item2.Count > 0).Take(MostOpposed)];
        Disputed = [.. reading.Accounts.GroupBy(a => (a.Event, a.Slot, a.Of)).Where(g => g.Count() > 1 && rank.ContainsKey(g.Key.Event))
            .OrderBy(g => rank[g.Key.Event]).ThenBy(g => g.Key.Slot)
            .Select(g => (Event: desk.Case.Event(g.Key.Event), g.Key.Slot, Accounts: g.OrderByDescending(a => a.Voices.Count).ThenByDescending(a => a.Origins).ThenBy(a => a.Id, StringComparer.Ordinal).ToList()))
            .Where(g => g.Event is not null).Select(g => (g.Event!, g.Slot, g.Accounts))];
        Actors = [.. reading.Actors.Select(a => (Actor: a, Statements: desk.SaidBy(a.Id).Count, Articles: a.Aliases.Select(x => x.Article).Distinct().Count()))
            .OrderByDescending(p => p.Statements).ThenBy(p => p.Actor.Name, StringComparer.Ordinal).ThenBy(p => p.Actor.Id, StringComparer.Ordinal)];
        Origins = [.. reading.Origins.OrderByDescending(o => o.Articles.Count).ThenBy(o => o.Id, StringComparer.Ordinal)];
        Folded = Fold();
        Handed = [.. reading.ClaimHops.GroupBy(h => h.Statement).Where(g => g.Count() > 1).Select(g => (Statement: desk.Case.Statement(g.Key), Count: g.Count()))
            .Where(g => g.Statement is not null && g.Statement.State != StatementState.Rejected && !g.Statement.Statement.Content.IsEmpty)
            .OrderByDescending(g => g.Count).ThenBy(g => g.Statement!.Statement.Id, StringComparer.Ordinal)
            .DistinctBy(g => (g.Statement!.Statement.Actor, g.Statement.Statement.Content.Of(desk.Case.Article(g.Statement.Article).Article.Text))).Take(MostHanded).Select(g => g.Statement!)];
        WithoutOutlet = [.. desk.Case.Articles.Where(a => a.Article.Outlet is not { Length: > 0 }).Select(a => a.Article.Id)];
        WithoutDay = [.. desk.Case.Articles.Where(a => !Known(a.Published?.Moment)).Select(a => a.Article.Id)];
        var days = desk.Case.Articles.Select(a => a.Published?.Moment).OfType<Moment>().Where(Known).ToList();
        Days = days.Count == 0 ? null : Moment.Between(days.Min(d => d.Earliest!.Value), days.Max(d => d.Latest!.Value));
    }

    public int Voices { get; }

    /// <summary>Statements that are not an outlet's own voice.</summary>
    public int Reported { get; }

    public int Doubts => Doubtful.Count;

    /// <summary>Without a sure speaker, those first for whom somebody is nearest.</summary>
    public IReadOnlyList<CaseStatement> Doubtful { get; }

    /// <summary>Who was accused, in whose words, and how they answered; told as the command line tells it.</summary>
    public IReadOnlyList<Views.AnswersView> Answered { get; }

    /// <summary>From the first day on which something was published to the last; where no day is known, null.</summary>
    public Moment? Days { get; }

    /// <summary>Articles of which nobody told who published them.</summary>
    public IReadOnlyList<string> WithoutOutlet { get; }

    /// <summary>Articles whose day of publication is not known, or only that it was some time after another.</summary>
    public IReadOnlyList<string> WithoutDay { get; }

    /// <summary>A day, or a few days, between which it lies.</summary>
    public static bool Known(Moment? moment) => moment is { Earliest: { } first, Latest: { } last } && last.DayNumber - first.DayNumber <= MostDaysOfOne;

    /// <summary>Happenings that somebody tells of, those told most differently first, then those in most articles.</summary>
    public IReadOnlyList<CaseEvent> Told { get; }

    /// <summary>Who denies or contradicts whom, the most disputed happening first; what is in dispute apart from any happening last, under null.</summary>
    public IReadOnlyList<(CaseEvent? Event, IReadOnlyList<Views.ToldDispute> Disputes)> Opposed { get; }

    private List<Views.ToldDispute> Opposing(string? about) => [.. Views.DisputesView.Of(_desk.Case, about).Where(d => Views.DisputesView.IsOpposed(d.Best))];

    /// <summary>Points that are told in more than one way, those with most voices first.</summary>
    public IReadOnlyList<(CaseEvent Event, Slot Slot, List<Account> Accounts)> Disputed { get; }

    public IReadOnlyList<(CaseActor Actor, int Statements, int Articles)> Actors { get; }

    public IReadOnlyList<Origin> Origins { get; }

    /// <summary>Claims that came through more than one hand, those through most first.</summary>
    public IReadOnlyList<CaseStatement> Handed { get; }

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
