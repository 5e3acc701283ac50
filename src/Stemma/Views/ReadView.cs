namespace Stemma.Views;

/// <summary>One article at a glance, before it is in any case: where it comes from, who says what in it, on what evidence.</summary>
public static class ReadView
{
    public static Sheet Of(ArticleFindings findings, int width)
    {
        var (article, text) = (findings.Article, findings.Article.Text);
        var sheet = new Sheet(width);
        sheet.Sides(new Bit(Sheet.Flat(article.Title ?? "(no headline)"), Tone.Strong), new Bit($"{article.Outlet ?? "(no outlet named)"}, {PublishedOf(findings.Published)}", Tone.Quiet));
        sheet.Sides(
            new Bit(findings.Chain.Count == 0 ? "no other outlet named before it" : "from " + string.Join(" ← ", findings.Chain.Select(c => $"{Sheet.Flat(c.Outlet)} ({Say.Word(c.Relation).Replace('-', ' ')}, {Say.Quoted(Sheet.Cut(Sheet.Flat(c.Span.Of(text)), 40))})"))),
            new Bit($"{Say.Count(WordCount.Of(text), "word")}, {Say.Count(findings.Statements.Count(s => s.Voice == Voice.Reported), "statement")}, {Say.Count(findings.Furniture.Count, "passage")} of furniture", Tone.Quiet));
        if (findings.Published is { From: PublicationSource.Inferred, Why: var why })
        {
            sheet.Wrapped($"day inferred: {why}", 2, Tone.Quiet);
        }

        sheet.Blank();
        var rows = new List<IReadOnlyList<Bit>>();
        foreach (var statement in findings.Statements)
        {
            rows.Add(
            [
                new Bit(SpeakerOf(findings, statement), Tone.Strong),
                statement.Voice == Voice.Outlet ? "" : Say.Act(statement.Act, statement.Negated),
                new Bit(Words(statement, text), Tone.Words),
            ]);
            if (Beside(findings, statement) is { Length: > 0 } beside)
            {
                rows.Add(["", "", new Bit(beside, Tone.Quiet)]);
            }
        }

        sheet.Table(rows);
        foreach (var trouble in findings.Trouble)
        {
            sheet.Line("  ", new Bit($"! {trouble.Message}", Tone.Alert));
        }

        return sheet;
    }

    /// <summary>"5 May 2031 (stated)".</summary>
    public static string PublishedOf(Publication? published) =>
        published is null ? "no day known" : $"{Say.Day(published.Moment)} ({Say.Word(published.From)})";

    private static string SpeakerOf(ArticleFindings findings, Statement statement)
    {
        var actor = findings.Actors.FirstOrDefault(a => a.Id == statement.Actor);
        return statement.Voice == Voice.Outlet ? $"{findings.Article.Outlet ?? "the outlet"}, in its own voice"
            : statement.Source.IsEmpty && actor is null ? "— (no speaker named)"
            : actor is null ? statement.Source.Of(findings.Article.Text)
            : actor.Role is { Length: > 0 } role && !role.Equals(actor.Name, StringComparison.OrdinalIgnoreCase) ? $"{actor.Name}, {role}" : actor.Name;
    }

    private static string Words(Statement statement, string text)
    {
        var words = statement.Content.Of(text);
        return statement.Form == Form.Direct ? Say.Quoted(words) : words;
    }

    private static string Beside(ArticleFindings findings, Statement statement)
    {
        if (statement.Voice == Voice.Outlet)
        {
            return "told as a fact";
        }

        var beside = new List<string>();
        beside.AddRange(statement.Via.Select(v => $"by way of {v.Name}"));
        if (statement.Said is { } said)
        {
            beside.Add($"on {Say.Day(said.Moment)}");
        }

        if (statement.Hedges.Count > 0)
        {
            beside.Add("hedged: " + string.Join(", ", statement.Hedges.Select(h => Say.Quoted(h.Words))));
        }

        if (statement.Evidence.Basis != EvidenceBasis.None)
        {
            beside.Add("evidence: " + Say.Word(statement.Evidence.Basis) + (statement.Evidence.By is { } by ? $" ({by})" : ""));
        }

        if (statement.Accused.Count > 0)
        {
            beside.Add("blames " + string.Join(", ", statement.Accused.Select(a => findings.Actors.FirstOrDefault(x => x.Id == a)?.Name ?? a)));
        }

        return string.Join(" · ", beside);
    }
}
