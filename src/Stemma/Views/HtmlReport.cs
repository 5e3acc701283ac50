using System.Net;
using System.Text;
using Stemma.Words;

namespace Stemma.Views;

/// <summary>A case as one page to hand on: no script, nothing loaded from elsewhere, every count linked to the words it counts.</summary>
/// <remarks>All that comes from articles is escaped: it is a stranger's. The page says who says what, never who is right.</remarks>
public static class HtmlReport
{
    public static string Of(Case all)
    {
        var page = new StringBuilder();
        page.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
            .Append("<meta name=\"referrer\" content=\"no-referrer\">\n<title>").Append(E(all.Name)).Append("</title>\n<style>\n").Append(Css()).Append("</style>\n</head>\n<body>\n");
        Head(page, all);
        Accounts(page, all);
        Answers(page, all);
        Tree(page, all);
        Timeline(page, all);
        Statements(page, all);
        Articles(page, all);
        Log(page, all);
        return page.Append("</body>\n</html>\n").ToString();
    }

    private static void Head(StringBuilder page, Case all)
    {
        var reported = all.Reading.Statements.Count(s => s is { State: not StatementState.Rejected, Statement.Voice: Voice.Reported });
        page.Append("<h1>").Append(E(all.Name)).Append("</h1>\n<p><a href=\"#articles\">").Append(E(Say.Count(all.Articles.Count, "article"))).Append("</a> from ")
            .Append("<a href=\"#tree\">").Append(E(Say.Count(all.Reading.Origins.Count, "origin"))).Append("</a>; ")
            .Append("<a href=\"#statements\">").Append(E(Say.Count(reported, "statement"))).Append("</a>; ")
            .Append("<a href=\"#accounts\">").Append(E(Say.Count(DisputesView.Shown(all).Count(), "dispute"))).Append("</a>; ")
            .Append("<a href=\"#log\">").Append(E(Say.Count(all.Corrections.Count, "correction"))).Append("</a> by people.</p>\n")
            .Append("<p class=\"quiet\">Read by Stemma. It shows who says what, on whose word and through which hands. It does not say who is right.</p>\n")
            .Append("<nav class=\"quiet\"><a href=\"#accounts\">Accounts</a><a href=\"#answers\">Answers</a><a href=\"#tree\">From hand to hand</a><a href=\"#timeline\">Timeline</a><a href=\"#statements\">Statements</a><a href=\"#articles\">Articles</a><a href=\"#log\">Corrections</a></nav>\n");
    }

    private static void Accounts(StringBuilder page, Case all)
    {
        Section(page, "accounts", "How it is told");
        foreach (var about in AccountsView.Events(all))
        {
            page.Append("<h3 id=\"").Append(E(about)).Append("\">").Append(E(EventName.Of(all, about))).Append("</h3>\n");
            Table(page, ["Point", "Telling", "Voices", "Origins", "Statements", "Not mentioned in"], all.Reading.Accounts
                .Where(a => a.Event == about)
                .OrderBy(a => a.Slot).ThenByDescending(a => a.Voices.Count).ThenBy(a => a.Id, StringComparer.Ordinal)
                .Select(a => new[]
                {
                    E(Say.Slot(a.Slot)), E(a.Value), E(string.Join(", ", a.Voices.Select(all.NameOf))), E(Say.Count(a.Origins, "origin")),
                    string.Join(' ', a.Statements.Select(Link)), string.Join(", ", a.Silent.Select(x => $"<a href=\"#{E(x)}\">{E(all.OutletOf(x))}</a>")),
                }));
            Disputes(page, all, about);
        }

        if (DisputesView.Of(all, null).Count > 0)
        {
            page.Append("<h3>").Append(E(AccountsView.Elsewhere)).Append("</h3>\n");
            Disputes(page, all, null);
        }
    }

    private static void Disputes(StringBuilder page, Case all, string? about)
    {
        var told = DisputesView.Of(all, about);
        if (told.Count > 0)
        {
            Table(page, ["One", "How it stands", "The other", "Point", "Why it is thought so"], told.Select(d => new[]
            {
                Side(all, d.Best, 0), E(Say.Relation(d.Best.Relation)), Side(all, d.Best, 1), E(d.Best.Slot is { } s ? Say.Slot(s) : ""),
                E(d.Best.Reason) + (d.Times > 1 ? $" <span class=\"quiet\">{d.Times} times</span>" : ""),
            }));
        }
    }

    // Whose words, the words themselves, and where they stand.
    private static string Side(Case all, Dispute d, int n)
    {
        var (id, place) = (d.Statements[Math.Min(n, d.Statements.Count - 1)], d.Spans[n]);
        return $"<a href=\"#{E(id)}\">{E(DisputesView.SpeakerOf(all, d, n))}</a>: <q>{E(DisputesView.WordsOf(all, d, n))}</q> <span class=\"quiet\">{ArticleLink(all, place.Article)}</span>";
    }

    private static void Answers(StringBuilder page, Case all)
    {
        Section(page, "answers", "Who was accused, and did they answer");
        Table(page, ["Accused", "Charged", "", "Answer"], AnswersView.Of(all)
            .Select(a => new[] { E(a.Accused), string.Join("<br>", a.Charges.Select(c => Charged(all, c))), E(a.Status), a.By is { } by ? Charged(all, by) : "" }));
    }

    private static void Tree(StringBuilder page, Case all)
    {
        Section(page, "tree", "From hand to hand");
        Table(page, ["Article", "From", "How it is known", "Shared", "Changed on the way"], all.Reading.Hops.Where(h => all.Has(h.Article)).Select(h => new[]
        {
            ArticleLink(all, h.Article),
            h.Parent is { } parent && all.Has(parent) ? ArticleLink(all, parent) : E(h.To ?? ""),
            E(Say.Word(h.Kind) + " ") + string.Join(" ", h.Evidence.Where(e => e.Article == h.Article && !e.Span.IsEmpty).Take(1).Select(e => $"<q>{E(all.Words(e))}</q>")),
            E(h.Overlap is { } o ? Say.Percent(o) : ""),
            E(h.Parent is null ? "" : string.Join("; ", TraceView.Changes(all, h))),
        }));
        Table(page, ["Origin", "Articles", "Why"], all.Reading.Origins.Select(o => new[] { E(o.Id), string.Join(", ", o.Articles.Select(a => ArticleLink(all, a))), E(o.Why) }));
    }

    private static void Timeline(StringBuilder page, Case all)
    {
        Section(page, "timeline", "When");
        Table(page, ["Day", "", "Who", "What"], TimelineView.Entries(all).Select(e => new[] { E(Say.Day(e.When)), E(e.Lane), E(e.Who), $"<a href=\"#{E(e.Id)}\">{E(Sheet.Cut(e.What, 160))}</a>" }));
    }

    private static void Statements(StringBuilder page, Case all)
    {
        Section(page, "statements", "Who said what");
        page.Append("<table>\n<thead><tr><th>Speaker</th><th></th><th>Words</th><th>Hedge</th><th>Evidence</th><th>In</th></tr></thead>\n<tbody>\n");
        foreach (var one in all.Reading.Statements.Where(s => s.State != StatementState.Rejected))
        {
            var (s, text) = (one.Statement, all.Article(one.Article).Article.Text);
            page.Append("<tr id=\"").Append(E(s.Id)).Append("\">");
            foreach (var cell in new[]
            {
                E(StatementsView.SpeakerOf(all, one)),
                E(s.Voice == Voice.Outlet ? "tells as a fact" : Say.Act(s.Act, s.Negated)),
                $"<span class=\"words\">{E(s.Content.Of(text))}</span>",
                E(string.Join(", ", s.Hedges.Select(h => h.Words))),
                E(s.Evidence.Basis == EvidenceBasis.None ? "none given" : Say.Word(s.Evidence.Basis) + (s.Evidence.By is { } by ? $" ({by})" : "")),
                $"{ArticleLink(all, one.Article)}{(one.State == StatementState.Machine ? "" : $" <span class=\"quiet\">{E(Say.Word(one.State))}</span>")}",
            })
            {
                page.Append("<td>").Append(cell).Append("</td>");
            }

            page.Append("</tr>\n");
        }

        page.Append("</tbody>\n</table>\n");
    }

    private static void Articles(StringBuilder page, Case all)
    {
        Section(page, "articles", "The articles");
        foreach (var findings in all.Articles)
        {
            var article = findings.Article;
            page.Append("<h3 id=\"").Append(E(article.Id)).Append("\">").Append(E(article.Title ?? "(no headline)")).Append("</h3>\n<p class=\"quiet\">")
                .Append(E($"{article.Outlet ?? "no outlet named"}, {ReadView.PublishedOf(findings.Published)}, {Say.Count(WordCount.Of(article.Text), "word")}"))
                .Append(article.Url is { } url ? $", {E(url)}" : "").Append(" <code>SHA-256 ").Append(E(article.Sha256)).Append("</code></p>\n<details><summary>The text</summary><div class=\"article\">")
                .Append(E(article.Text)).Append("</div></details>\n");
        }
    }

    private static void Log(StringBuilder page, Case all)
    {
        Section(page, "log", "What people corrected");
        Table(page, ["When", "Who", "What", "Words", "Why"], all.Corrections.Select(c => new[] { E(c.At), E(c.By), E(c.Verb), E(c.Target.Quote?.Exact ?? c.Target.Id ?? ""), E(c.Reason ?? "") }));
    }

    private static void Section(StringBuilder page, string id, string heading) => page.Append("<h2 id=\"").Append(id).Append("\">").Append(E(heading)).Append("</h2>\n");

    // Cells are HTML already: what comes from an article went through E.
    private static void Table(StringBuilder page, IReadOnlyList<string> heads, IEnumerable<string[]> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            page.Append("<p class=\"quiet\">Nothing here.</p>\n");
            return;
        }

        page.Append("<table>\n<thead><tr>").Append(string.Concat(heads.Select(h => $"<th>{E(h)}</th>"))).Append("</tr></thead>\n<tbody>\n");
        foreach (var row in all)
        {
            page.Append("<tr>").Append(string.Concat(row.Select(c => $"<td>{c}</td>"))).Append("</tr>\n");
        }

        page.Append("</tbody>\n</table>\n");
    }

    private static string Link(string id) => $"<a href=\"#{E(id)}\">{E(id)}</a>";

    private static string Charged(Case all, CaseStatement s) =>
        $"<a href=\"#{E(s.Statement.Id)}\">{E(StatementsView.SpeakerOf(all, s))}</a>: <q>{E(ShowView.ChargeWords(all, s))}</q> <span class=\"quiet\">{ArticleLink(all, s.Article)}</span>";

    private static string ArticleLink(Case all, string id) => $"<a href=\"#{E(id)}\">{E(all.OutletOf(id))}</a>";

    private static string E(string words) => WebUtility.HtmlEncode(words);

    private static string Css()
    {
        using var reader = new StreamReader(Resource.Open("Views/report.css"));
        return reader.ReadToEnd();
    }
}
