using System.Globalization;

namespace Stemma.Views;

/// <summary>The tables of a case for a spreadsheet: statements, accounts, disputes, events, hops; a head row, then a row each.</summary>
public static class CsvTables
{
    public static readonly IReadOnlyList<string> Names = ["statements", "accounts", "disputes", "events", "hops"];

    /// <exception cref="ArgumentException">There is no such table.</exception>
    public static IEnumerable<string> Of(Case all, string table) => (table switch
    {
        "statements" => Statements(all, all.Reading.Statements),
        "accounts" => Accounts(all),
        "disputes" => Disputes(all),
        "events" => Events(all),
        "hops" => Hops(all),
        _ => throw new ArgumentException($"no table “{table}”", nameof(table)),
    }).Select(row => Csv.Line(row));

    /// <summary>Some of the statements, as cells; the head row first.</summary>
    public static IEnumerable<string[]> Statements(Case all, IEnumerable<CaseStatement> some)
    {
        yield return ["id", "article", "outlet", "published", "voice", "form", "act", "negated", "speaker", "actor", "source", "cue", "content", "hedges", "evidence", "evidenceBy", "via", "accused", "said", "about", "begin", "end", "confidence", "rule", "state"];
        foreach (var one in some)
        {
            var (s, article) = (one.Statement, all.Article(one.Article));
            var text = article.Article.Text;
            var place = all.Positions(one.Article).FromUtf16(s.Content.Hull);
            yield return
            [
                s.Id, one.Article, article.Article.Outlet ?? "", article.Published?.Moment.Edtf ?? "", Say.Word(s.Voice), Say.Word(s.Form), Say.Word(s.Act), s.Negated ? "true" : "false",
                StatementsView.SpeakerOf(all, one), s.Actor ?? "", s.Source.Of(text), s.Cue.Of(text), s.Content.Of(text),
                string.Join("; ", s.Hedges.Select(h => h.Words)), Say.Word(s.Evidence.Basis), s.Evidence.By ?? "", string.Join("; ", s.Via.Select(v => v.Name)),
                string.Join("; ", s.Accused.Select(all.NameOf)), s.Said?.Moment.Edtf ?? "", string.Join("; ", s.About), Number(place.Begin), Number(place.End), Number(s.Confidence), s.Rule, Say.Word(one.State),
            ];
        }
    }

    private static IEnumerable<string[]> Accounts(Case all)
    {
        yield return ["id", "event", "eventName", "slot", "value", "voices", "outlets", "origins", "silent", "first", "statements"];
        foreach (var a in all.Reading.Accounts)
        {
            yield return [a.Id, a.Event, EventName.Of(all, a.Event), Say.Word(a.Slot), a.Value, string.Join("; ", a.Voices.Select(all.NameOf)), string.Join("; ", a.Outlets), Number(a.Origins), string.Join("; ", a.Silent), a.First?.Edtf ?? "", string.Join("; ", a.Statements)];
        }
    }

    private static IEnumerable<string[]> Disputes(Case all)
    {
        yield return ["id", "relation", "slot", "one", "oneSpeaker", "oneContent", "other", "otherSpeaker", "otherContent", "reason", "confidence"];
        foreach (var d in all.Reading.Disputes)
        {
            yield return [d.Id, Say.Word(d.Relation), d.Slot is { } slot ? Say.Word(slot) : "", .. Side(all, d, 0), .. Side(all, d, 1), d.Reason, Number(d.Confidence)];
        }
    }

    // A candidate may have a side that is no statement: then its words stand alone.
    private static string[] Side(Case all, Dispute d, int side)
    {
        var id = d.Statements.Count == 2 ? d.Statements[side] : d.Statements.FirstOrDefault(s => all.Statement(s)?.Article == d.Spans[side].Article);
        return id is not null && all.Statement(id) is { } statement
            ? [id, SpeakerOf(all, statement), ContentOf(all, statement)]
            : ["", "", d.Spans[side].Span.Of(all.Article(d.Spans[side].Article).Article.Text)];
    }

    private static IEnumerable<string[]> Events(Case all)
    {
        yield return ["id", "kind", "date", "places", "articles", "mentions", "why"];
        foreach (var e in all.Reading.Events)
        {
            yield return [e.Id, e.Kind, e.Date?.Edtf ?? "", string.Join("; ", e.Places), string.Join("; ", e.Articles), string.Join("; ", e.Mentions.Select(m => $"{Say.Word(m.Status)}: {m.Span.Of(all.Article(m.Article).Article.Text)}")), e.Why];
        }
    }

    private static IEnumerable<string[]> Hops(Case all)
    {
        yield return ["article", "from", "to", "parent", "kind", "relation", "overlap", "evidence", "changed"];
        foreach (var h in all.Reading.Hops)
        {
            yield return [h.Article, h.From ?? "", h.To ?? "", h.Parent ?? "", Say.Word(h.Kind), Say.Word(h.Relation), h.Overlap is { } o ? Number(o) : "", string.Join(" … ", h.Evidence.Select(all.Words)), string.Join("; ", h.Parent is null ? [] : TraceView.Changes(all, h))];
        }
    }

    private static string SpeakerOf(Case all, CaseStatement? statement) => statement is null ? "" : StatementsView.SpeakerOf(all, statement);

    private static string ContentOf(Case all, CaseStatement? statement) => statement is null ? "" : statement.Statement.Content.Of(all.Article(statement.Article).Article.Text);

    private static string Number(double number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
