using System.Globalization;
using System.Text.Json.Nodes;

namespace Stemma.Views;

/// <summary>Why is it thought so? The passage with its roles marked, the rule or model, the runner-up, every correction.</summary>
public static class WhyView
{
    // Enough of the passage around to understand it.
    private const int Around = 400;

    public static Sheet Of(Case all, string id, int width)
    {
        var sheet = new Sheet(width);
        if (all.Statement(id) is { } statement)
        {
            OfStatement(sheet, all, statement);
        }
        else if (all.Has(id))
        {
            OfArticle(sheet, all, all.Article(id));
        }
        else if (all.Actor(id) is { } actor)
        {
            OfActor(sheet, all, actor);
        }
        else if (all.Event(id) is { } happening)
        {
            OfEvent(sheet, all, happening);
        }
        else if (all.Reading.Disputes.FirstOrDefault(d => d.Id == id) is { } dispute)
        {
            OfDispute(sheet, all, dispute);
        }
        else if (all.Reading.Turns.FirstOrDefault(t => t.Id == id) is { } turn)
        {
            OfTurn(sheet, all, turn);
        }
        else if (all.Reading.Accounts.FirstOrDefault(a => a.Id == id) is { } account)
        {
            OfAccount(sheet, all, account);
        }
        else if (all.Reading.Origins.FirstOrDefault(o => o.Id == id) is { } origin)
        {
            sheet.Line(new Bit($"{origin.Id}   one origin of {Say.Count(origin.Articles.Count, "article")}", Tone.Strong)).Wrapped(origin.Why, 2);
            sheet.Table([.. origin.Articles.Select(a => (IReadOnlyList<Bit>)[a == origin.Earliest ? "first" : "", all.OutletOf(a), Say.Day(all.Article(a).Published?.Moment), new Bit(a, Tone.Quiet)])]);
        }
        else if (all.Corrections.FirstOrDefault(c => c.Id == id) is { } correction)
        {
            sheet.Line(new Bit($"{correction.Id}   {correction.Verb}", Tone.Strong));
            CorrectionRow(sheet, all, correction);
        }

        return sheet;
    }

    /// <summary>Every identifier that can be asked about.</summary>
    public static IEnumerable<string> Ids(Case all) => all.Articles.Select(a => a.Article.Id)
        .Concat(all.Reading.Statements.Select(s => s.Statement.Id))
        .Concat(all.Reading.Actors.Select(a => a.Id))
        .Concat(all.Reading.Events.Select(e => e.Id))
        .Concat(all.Reading.Disputes.Select(d => d.Id))
        .Concat(all.Reading.Turns.Select(t => t.Id))
        .Concat(all.Reading.Accounts.Select(a => a.Id))
        .Concat(all.Reading.Origins.Select(o => o.Id))
        .Concat(all.Corrections.Select(c => c.Id));

    /// <summary>A citation with outlet, headline, day, address, and the quotation.</summary>
    public static string Cite(Case all, CaseStatement statement)
    {
        var article = all.Article(statement.Article);
        var s = statement.Statement;
        var passage = Sheet.Flat(Sentence(article.Article.Text, PlaceOf(s)).Of(article.Article.Text));
        var parts = new[]
        {
            article.Article.Byline,
            article.Article.Title is { } title ? Say.Quoted(title) : null,
            article.Article.Outlet,
            article.Published is { } published ? Say.Day(published.Moment) + (published.From == PublicationSource.Inferred ? " (inferred)" : "") : null,
            article.Article.Url,
        };
        var map = all.Positions(statement.Article);
        var at = PlaceOf(s).Hull;
        return string.Create(CultureInfo.InvariantCulture, $"{StatementsView.SpeakerOf(all, statement)}: “{passage}” {string.Join(", ", parts.Where(p => p is { Length: > 0 }).Select(p => Sheet.Flat(p!)))}, signs {map.FromUtf16(at.Begin)}–{map.FromUtf16(at.End)} of the text (SHA-256 of the original {article.Article.Sha256[..12]}).");
    }

    /// <summary>The same for programs: the finding as exported, with its corrections.</summary>
    public static JsonObject Json(Case all, string id)
    {
        var found = ExportLines.Objects(all).FirstOrDefault(o => o["id"]?.GetValue<string>() == id);
        var json = found ?? new JsonObject { ["id"] = id };
        json["corrections"] = new JsonArray([.. all.Corrections.Where(c => Concerns(all, c, id)).Select(c => ExportLines.Typed("correction", c))]);
        return json;
    }

    private static void OfStatement(Sheet sheet, Case all, CaseStatement statement)
    {
        var (s, article) = (statement.Statement, all.Article(statement.Article));
        var text = article.Article.Text;
        sheet.Line(new Bit($"{s.Id}   {StatementsView.SpeakerOf(all, statement)}   ", Tone.Strong), s.Voice == Voice.Outlet ? "told as a fact" : Say.Act(s.Act, s.Negated));
        sheet.Line(new Bit($"       {all.OutletOf(statement.Article)}, {Say.Day(article.Published?.Moment)}, ¶ {ParagraphOf(text, PlaceOf(s).Hull.Begin)}", Tone.Quiet));
        Passage(sheet, text, s);
        var rows = new List<IReadOnlyList<Bit>>();
        void Row(string name, string words, Tone tone = Tone.Plain) => rows.Add([new Bit(name, Tone.Quiet), new Bit(words, tone)]);

        var rivals = s.RunnersUp.Count == 0 ? "" : " · runner-up " + string.Join(", ", s.RunnersUp.Select(r => $"{all.NameOf(r.Actor)} {Say.Chance(r.Confidence)}"));
        var named = s.Source.IsEmpty ? "" : $" ({Say.Quoted(s.Source.Of(text))})";
        Row("speaker", $"{StatementsView.SpeakerOf(all, statement)}{named}{rivals}");
        Row("act", $"{Say.Act(s.Act, s.Negated)}{(s.Cue.IsEmpty ? "" : $": {Say.Quoted(s.Cue.Of(text))}")}{(s.Denies is { IsEmpty: false } denies ? $" · denies {Say.Quoted(denies.Of(text))}" : "")}");
        foreach (var dispute in DisputesView.Shown(all).Where(d => d.Statements.Contains(s.Id)))
        {
            var first = dispute.Statements[0] == s.Id;
            var id = first ? dispute.Statements[^1] : dispute.Statements[0];
            Row(Say.Relation(dispute.Relation, first), $"{(all.Statement(id) is { } other ? StatementsView.SpeakerOf(all, other) : "")} {id}: {dispute.Reason}");
        }

        if (s.Hedges.Count > 0)
        {
            Row("hedges", string.Join(", ", s.Hedges.Select(h => Say.Quoted(h.Words))));
        }

        Row("evidence", s.Evidence.Basis == EvidenceBasis.None ? "none given" : Say.Word(s.Evidence.Basis) + (s.Evidence.By is { } by ? $" ({by})" : ""));
        if (s.Via.Count > 0)
        {
            Row("by way of", string.Join(", ", s.Via.Select(v => v.Name)));
        }

        if (s.Said is { } said)
        {
            Row("said", $"{Say.Day(said.Moment)}{(said.Span.IsEmpty ? "" : $" ({Say.Quoted(said.Span.Of(text))})")}");
        }

        if (s.About.Count > 0)
        {
            Row("about", string.Join("; ", s.About.Select(e => $"{EventName.Of(all, e)} ({e})")));
        }

        Row("found by", $"{s.Rule}, {Say.Chance(s.Confidence)} · read by reader {article.Reader}");
        if (!all.Corrections.Any(c => Concerns(all, c, s.Id)))
        {
            Row("people", "nobody has looked at it");
        }

        sheet.Table(rows, indent: 0);
        People(sheet, all, s.Id, statement.State);
    }

    // The passage, and under each line what its words are: content ~, cue =, source -, hedge ^.
    private static void Passage(Sheet sheet, string text, Statement s)
    {
        var place = PlaceOf(s).Hull;
        foreach (var span in s.Source.Concat(s.Cue).Where(p => Math.Abs(p.Begin - place.Begin) < Around * 3))
        {
            place = place.Hull(span);
        }

        var begin = Math.Max(0, Sentence(text, [place]).Hull.Begin);
        var end = Math.Min(text.Length, Math.Max(place.End, Sentence(text, [place]).Hull.End));
        var (words, marks) = (new System.Text.StringBuilder(), new System.Text.StringBuilder());
        void Flush()
        {
            if (words.ToString().Trim().Length > 0)
            {
                sheet.Line("       ", new Bit(words.ToString().TrimEnd(), Tone.Words));
                if (marks.ToString().Trim().Length > 0)
                {
                    sheet.Line("       ", new Bit(marks.ToString().TrimEnd(), Tone.Quiet));
                }
            }

            words.Clear();
            marks.Clear();
        }

        var (at, room) = (begin, sheet.Width - 8);
        while (at < end)
        {
            var next = at;
            while (next < end && !char.IsWhiteSpace(text[next]))
            {
                next++;
            }

            var word = Sheet.Flat(text[at..next]);
            if (Sheet.WidthOf(words.ToString()) + Sheet.WidthOf(word) > room)
            {
                Flush();
            }

            words.Append(word);
            for (var i = at; i < next; i++)
            {
                var cells = char.IsHighSurrogate(text[i]) && i + 1 < next ? Sheet.WidthOf(text.Substring(i, 2)) : char.IsLowSurrogate(text[i]) ? 0 : Sheet.WidthOf(text[i].ToString());
                marks.Append(MarkOf(s, i), cells);
            }

            while (next < end && char.IsWhiteSpace(text[next]))
            {
                next++;
            }

            if (words.Length > 0)
            {
                words.Append(' ');
                marks.Append(next < end && MarkOf(s, next) == MarkOf(s, next - 1) ? MarkOf(s, next) : ' ');
            }

            at = next;
        }

        Flush();
    }

    private static char MarkOf(Statement s, int position) =>
        s.Hedges.Any(h => h.Span.Contains(position)) ? '^'
        : s.Cue.Contains(position) ? '='
        : s.Source.Contains(position) ? '-'
        : s.Content.Contains(position) ? '~'
        : ' ';

    private static void OfArticle(Sheet sheet, Case all, ArticleFindings findings)
    {
        var article = findings.Article;
        sheet.Line(new Bit($"{article.Id}   {article.Title ?? "(no headline)"}", Tone.Strong));
        var rows = new List<IReadOnlyList<Bit>>
        {
            ((IReadOnlyList<Bit>)[new Bit("outlet", Tone.Quiet), article.Outlet ?? "no outlet named"]),
            ((IReadOnlyList<Bit>)[new Bit("published", Tone.Quiet), $"{ReadView.PublishedOf(findings.Published)}{(findings.Published is { } p ? $": {p.Why}" : "")}"]),
            ((IReadOnlyList<Bit>)[new Bit("byline", Tone.Quiet), article.Byline ?? "none"]),
            ((IReadOnlyList<Bit>)[new Bit("came from", Tone.Quiet), $"{article.File} · SHA-256 {article.Sha256[..16]}…"]),
        };
        foreach (var origin in all.Reading.Origins.Where(o => o.Articles.Contains(article.Id)))
        {
            rows.Add([new Bit("origin", Tone.Quiet), $"{origin.Id}: {origin.Why}"]);
        }

        rows.Add([new Bit("read by", Tone.Quiet), $"reader {findings.Reader}: {Say.Count(findings.Statements.Count, "statement")}, {Say.Count(findings.Events.Count, "event")}, {Say.Count(findings.Furniture.Count, "passage")} of furniture"]);
        sheet.Table(rows, indent: 0);
        foreach (var trouble in findings.Trouble)
        {
            sheet.Line(new Bit($"! {trouble.Message}", Tone.Alert));
        }

        People(sheet, all, article.Id, null);
    }

    private static void OfActor(Sheet sheet, Case all, CaseActor actor)
    {
        sheet.Line(new Bit($"{actor.Id}   {actor.Name}", Tone.Strong), $"   {Say.Word(actor.Kind)}{(actor.Country is { } country ? $", {country}" : "")}");
        sheet.Table([.. actor.Aliases
            .GroupBy(a => (a.Words, a.Article))
            .OrderBy(g => g.Key.Article, StringComparer.Ordinal).ThenBy(g => g.Key.Words, StringComparer.Ordinal)
            .Select(g => (IReadOnlyList<Bit>)[new Bit(Say.Quoted(g.Key.Words), Tone.Words), Say.Count(g.Count(), "time"), all.OutletOf(g.Key.Article), new Bit(g.Key.Article, Tone.Quiet)])]);
        People(sheet, all, actor.Id, null);
    }

    private static void OfEvent(Sheet sheet, Case all, CaseEvent happening)
    {
        sheet.Line(new Bit($"{happening.Id}   {EventName.Of(happening)}", Tone.Strong));
        sheet.Wrapped(happening.Why, 2, Tone.Quiet);
        sheet.Table([.. happening.Mentions.Select(m => (IReadOnlyList<Bit>)[Say.Word(m.Status), new Bit(Say.Quoted(m.Span.Of(all.Article(m.Article).Article.Text)), Tone.Words), all.OutletOf(m.Article), new Bit(m.Article, Tone.Quiet)])]);
        People(sheet, all, happening.Id, null);
    }

    private static void OfDispute(Sheet sheet, Case all, Dispute dispute)
    {
        sheet.Line(new Bit($"{dispute.Id}   {Say.Word(dispute.Relation)}", Tone.Strong), new Bit($"   {Say.Chance(dispute.Confidence)}{(dispute.Slot is { } slot ? $", {Say.Slot(slot)}" : "")}", Tone.Quiet));
        sheet.Wrapped(dispute.Reason, 2);
        foreach (var id in dispute.Statements)
        {
            if (all.Statement(id) is { } statement)
            {
                sheet.Line("  ", new Bit(StatementsView.SpeakerOf(all, statement), Tone.Strong), $"  {Say.Act(statement.Statement.Act, statement.Statement.Negated)}", new Bit($"  {id}", Tone.Quiet));
                sheet.Wrapped(statement.Statement.Content.Of(all.Article(statement.Article).Article.Text), 4, Tone.Words);
            }
        }

        sheet.Table([.. dispute.Spans.Select(p => (IReadOnlyList<Bit>)[new Bit(Say.Quoted(all.Words(p)), Tone.Words), all.OutletOf(p.Article), new Bit(p.Article, Tone.Quiet)])]);
        People(sheet, all, dispute.Id, null);
    }

    private static void OfTurn(Sheet sheet, Case all, Turn turn)
    {
        sheet.Line(new Bit($"{turn.Id}   {all.NameOf(turn.Actor)}: {OverTimeView.KindOf(turn.Kind)}", Tone.Strong), new Bit($"   {Say.Chance(turn.Confidence)}", Tone.Quiet));
        sheet.Wrapped(turn.Reason, 2);
        foreach (var side in new[] { turn.Before, turn.After })
        {
            sheet.Line($"  {OverTimeView.Day(turn, side)}  {all.OutletOf(side.Words.Article)}", new Bit($"  {side.Statement ?? side.Words.Article}", Tone.Quiet));
            sheet.Wrapped(DisputesView.Marked(OverTimeView.WordsOf(all, side)), 6, Tone.Words);
        }
    }

    private static void OfAccount(Sheet sheet, Case all, Account account)
    {
        sheet.Line(new Bit($"{account.Id}   {Say.Slot(account.Slot)}: {Sheet.Flat(account.Value)}", Tone.Strong), new Bit($"   {EventName.Of(all, account.Event)}", Tone.Quiet));
        foreach (var statement in account.Statements.Select(all.Statement).OfType<CaseStatement>())
        {
            sheet.Table([[new Bit(StatementsView.SpeakerOf(all, statement), Tone.Strong), new Bit(Say.Quoted(statement.Statement.Content.Of(all.Article(statement.Article).Article.Text)), Tone.Words), all.OutletOf(statement.Article), new Bit(statement.Statement.Id, Tone.Quiet)]]);
        }
    }

    private static void People(Sheet sheet, Case all, string id, StatementState? state)
    {
        var own = all.Corrections.Where(c => Concerns(all, c, id)).ToList();
        if (own.Count == 0)
        {
            return;
        }

        sheet.Line(new Bit("people", Tone.Quiet), state is null or StatementState.Machine ? "" : $"    {Say.Word(state.Value)}");
        foreach (var correction in own)
        {
            CorrectionRow(sheet, all, correction);
        }
    }

    private static void CorrectionRow(Sheet sheet, Case all, Correction correction)
    {
        var what = correction.Verb switch
        {
            "act" => $"{Plain(correction.Before)} → {Plain(correction.After)}",
            "speaker" => $"{Plain(correction.Before?["name"])} → {Plain(correction.After?["name"])}",
            "article" => string.Join(", ", (correction.After as JsonObject ?? []).Select(f => $"{f.Key}: {Plain(correction.Before?[f.Key])} → {Plain(f.Value)}")),
            "evidence" => $"{Plain(correction.Before?["basis"])} → {Plain(correction.After?["basis"])}",
            "edge" => string.Join(", ", (correction.After as JsonObject ?? []).Select(f => $"{f.Key}: {Plain(f.Value?["quote"]?["exact"])}")),
            "note" => Plain(correction.After),
            "undo" => $"takes back {correction.Target.Id}",
            _ => correction.Target.Quote is { } quote ? Say.Quoted(Sheet.Cut(Sheet.Flat(quote.Exact), 60)) : "",
        };
        sheet.Table([[
            new Bit(correction.At.Length >= 10 ? correction.At[..10] : correction.At, Tone.Quiet),
            correction.By,
            new Bit(correction.Verb, Tone.Strong),
            what,
            new Bit(correction.Reason is { } reason ? $"({reason})" : "", Tone.Quiet),
            new Bit(all.Orphans.Contains(correction.Id) ? "no longer finds its words" : "", Tone.Alert),
            new Bit(correction.Id, Tone.Quiet),
        ]]);
    }

    private static string Plain(JsonNode? node) => node switch
    {
        null or JsonArray => "none",
        JsonValue value when value.TryGetValue<string>(out var words) => Sheet.Flat(words),
        _ => Sheet.Flat(node.ToJsonString(FindingsJson.Options)),
    };

    // A correction concerns what it was aimed at; after a re-read, what now stands at its words.
    private static bool Concerns(Case all, Correction correction, string id)
    {
        if (correction.Id == id)
        {
            return false;
        }

        if (correction.Target.Id == id || all.Corrections.Any(c => c.Id == correction.Target.Id && correction.Verb == "undo" && c.Target.Id == id))
        {
            return true;
        }

        return all.Statement(id) is { } statement && correction.Target is { Article: { } article, Span: { } span } && article == statement.Article
            && PlaceOf(statement.Statement).Equals(Inside(all.Positions(article), span));
    }

    private static Spans Inside(CodePoints map, Spans spans) => [.. spans.Select(map.ToUtf16)];

    private static Spans PlaceOf(Statement s) => !s.Content.IsEmpty ? s.Content : !s.Cue.IsEmpty ? s.Cue : s.Source;

    // From the end of the line or sentence before to the end of this one; a reader's idea of a passage, no more.
    private static Spans Sentence(string text, Spans place)
    {
        var (begin, end) = (place.Hull.Begin, place.Hull.End);
        while (begin > 0 && place.Hull.Begin - begin < Around && text[begin - 1] is not '\n' && !(begin > 1 && text[begin - 1] == ' ' && text[begin - 2] is '.' or '?' or '!'))
        {
            begin--;
        }

        while (end < text.Length && end - place.Hull.End < Around && text[end] is not '\n' && text[Math.Max(0, end - 1)] is not ('.' or '?' or '!'))
        {
            end++;
        }

        // Where a sentence is longer than that, a word is not cut.
        while (begin > 0 && begin < place.Hull.Begin && char.IsLetterOrDigit(text[begin - 1]))
        {
            begin++;
        }

        while (end < text.Length && end > place.Hull.End && char.IsLetterOrDigit(text[end]))
        {
            end--;
        }

        return Spans.Of(begin, end);
    }

    private static int ParagraphOf(string text, int position)
    {
        var (paragraph, inside) = (0, false);
        for (var i = 0; i <= Math.Min(position, text.Length - 1); i++)
        {
            if (text[i] == '\n')
            {
                inside = false;
            }
            else if (!inside && !char.IsWhiteSpace(text[i]))
            {
                (paragraph, inside) = (paragraph + 1, true);
            }
        }

        return Math.Max(1, paragraph);
    }
}
