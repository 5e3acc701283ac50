using Stemma.Corpus;

namespace Stemma.Ledger;

/// <summary>Reads a case as it stands: every article's findings, what only shows between them, people's layer over both.</summary>
public static class WholeCase
{
    /// <summary>The build: whatever is changed in the program or in what it carries makes another one.</summary>
    private static readonly string Program = typeof(CorpusReader).Module.ModuleVersionId.ToString();

    // Somebody may be adding meanwhile: what is shown belongs to one moment. Who never pauses is shown as the last look found him.
    private const int MostLooks = 3;

    /// <remarks>What only shows between the articles is worked out once and kept by the ledger until anything changes.</remarks>
    /// <param name="remember">False for whoever keeps the case in memory, and watches the file for changes.</param>
    public static Case Read(ILedger ledger, bool remember = true)
    {
        for (var look = 1; ; look++)
        {
            var change = ledger.Change;
            var all = Read(ledger, remember ? change : null);
            if (look == MostLooks || ledger.Change == change)
            {
                return all;
            }
        }
    }

    private static Case Read(ILedger ledger, long? keptAt)
    {
        var log = ledger.Log();
        var corrections = log.Select(CorrectionLog.Read).ToList();
        var standing = CorrectionLog.Standing(log);
        var articles = ledger.AllFindings().ToList();
        var overlays = ledger.Articles().Where(a => a.Corrected).ToDictionary(a => a.Id, a => ledger.Overlay(a.Id)!);
        var (constraints, orphans) = CaseActs.Read(standing, articles);
        var reading = ledger.Reading(Program);
        if (reading is null)
        {
            reading = CorpusReader.Read(articles, ledger.Pairs(), constraints with { Rejected = [.. articles.Where(a => overlays.ContainsKey(a.Article.Id)).SelectMany(a => overlays[a.Article.Id].Rejected.Select(s => new ArticleSpan(a.Article.Id, s.Content)))] });
            if (keptAt is { } change)
            {
                ledger.KeepReading(Program, change, reading);
            }
        }

        return new Case(
            ledger.Name,
            articles,
            reading with { Statements = WithStates(reading, articles, overlays) },
            log,
            corrections,
            [.. overlays.Values.SelectMany(o => o.Orphans).Concat(orphans).Concat(Homeless(standing, articles)).Distinct().Order(StringComparer.Ordinal)],
            ledger.Refusals());
    }

    // Corrections of an article that is no longer here at all.
    private static IEnumerable<string> Homeless(IEnumerable<Correction> standing, List<ArticleFindings> articles)
    {
        var names = articles.Select(a => a.Article.Id).Concat(articles.Select(a => a.Article.Given).OfType<string>()).ToHashSet();
        return standing.Where(c => c.Target.Article is { } article && !names.Contains(article)).Select(c => c.Id);
    }

    private static IReadOnlyList<CaseStatement> WithStates(CaseReading reading, List<ArticleFindings> articles, Dictionary<string, Overlaid> overlays)
    {
        if (overlays.Count == 0)
        {
            return reading.Statements;
        }

        var stated = reading.Statements.Select(s => overlays.TryGetValue(s.Article, out var layer) && layer.States.TryGetValue(s.Local, out var state) ? s with { State = state } : s);
        var rejected = articles.Where(a => overlays.ContainsKey(a.Article.Id)).SelectMany(a => overlays[a.Article.Id].Rejected.Select(s => Rejected(reading, a, s)));
        return [.. stated.Concat(rejected).OrderBy(s => s.Article, StringComparer.Ordinal).ThenBy(s => Pointing.PlaceOf(s.Statement).Hull).ThenBy(s => s.Statement.Id, StringComparer.Ordinal)];
    }

    // A rejected statement took no part in the reading: its actors are looked up by their mentions.
    private static CaseStatement Rejected(CaseReading reading, ArticleFindings article, Statement statement)
    {
        string? CaseWide(string? local)
        {
            var mentions = article.Actors.FirstOrDefault(a => a.Id == local)?.Mentions ?? [];
            return reading.Actors.FirstOrDefault(a => a.Aliases.Any(x => x.Article == article.Article.Id && mentions.Contains(x.Span)))?.Id;
        }

        var placed = statement with
        {
            Id = CaseIds.Statement(article.Article, statement),
            Actor = CaseWide(statement.Actor),
            Accused = [.. statement.Accused.Select(CaseWide).OfType<string>()],
            About = [],
            RunnersUp = [.. statement.RunnersUp.Select(r => CaseWide(r.Actor) is { } actor ? r with { Actor = actor } : null).OfType<RunnerUp>()],
        };
        return new CaseStatement(placed, article.Article.Id, statement.Id, StatementState.Rejected);
    }
}
