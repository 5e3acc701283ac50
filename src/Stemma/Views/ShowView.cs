using System.Text.Json.Nodes;

namespace Stemma.Views;

/// <summary>The case at a glance: how many articles from how many origins, where the accounts differ, who answered whom, what needs a look.</summary>
public static class ShowView
{
    // A glance holds a few of each; the commands named beside them show all.
    private const int MostEvents = 3, MostDisputes = 4, MostAnswers = 8, MostTurns = 3, MostHands = 4;

    public static Sheet Of(Case all, int width)
    {
        var sheet = new Sheet(width);
        sheet.Line(
            new Bit(all.Name, Tone.Strong),
            $"      {Say.Count(all.Articles.Count, "article")} → {Say.Count(all.Reading.Origins.Count, "origin")}",
            $"      {Say.Count(Reported(all).Count(), "statement")} by {Say.Count(Reported(all).Select(s => s.Statement.Actor).OfType<string>().Distinct().Count(), "voice")}",
            new Bit(Told(all), Tone.Quiet));
        Differences(sheet, all);
        Answers(sheet, all, MostAnswers);
        OverTimeView.Rows(sheet, all, MostTurns);
        Hands(sheet, all);
        Doubts(sheet, all);
        return sheet;
    }

    /// <summary>Who was accused of what and how they answered: every row of the block.</summary>
    public static Sheet OfAnswers(Case all, int width)
    {
        var sheet = new Sheet(width);
        Answers(sheet, all, int.MaxValue);
        if (sheet.Lines.Count == 0)
        {
            sheet.Line(new Bit("nobody is accused here, and nobody declined to comment", Tone.Quiet));
        }

        return sheet;
    }

    public static JsonObject Json(Case all) => new()
    {
        ["case"] = all.Name,
        ["articles"] = all.Articles.Count,
        ["origins"] = all.Reading.Origins.Count,
        ["statements"] = Reported(all).Count(),
        ["voices"] = Reported(all).Select(s => s.Statement.Actor).OfType<string>().Distinct().Count(),
        ["events"] = all.Reading.Events.Count,
        ["disputes"] = DisputesView.Shown(all).Count(),
        ["answers"] = new JsonArray([.. all.Reading.Answers.Select(a => ExportLines.Typed("answer", a))]),
        ["turns"] = new JsonArray([.. OverTimeView.Of(all).Select(t => ExportLines.Turn(all, t))]),
        ["declined"] = new JsonArray([.. Declined(all).Select(s => JsonValue.Create(s.Statement.Id))]),
        ["doubtful"] = new JsonArray([.. Doubtful(all).Select(s => JsonValue.Create(s.Statement.Id))]),
        ["orphans"] = new JsonArray([.. all.Orphans.Select(o => JsonValue.Create(o))]),
        ["refused"] = new JsonArray([.. all.Refusals.Select(r => new JsonObject { ["file"] = r.File, ["message"] = r.Message })]),
    };

    private static IEnumerable<CaseStatement> Reported(Case all) =>
        all.Reading.Statements.Where(s => s.Statement.Voice == Voice.Reported && s.State != StatementState.Rejected);

    private static IEnumerable<CaseStatement> Declined(Case all) => all.Reading.NoComment.Select(all.Statement).OfType<CaseStatement>().Where(s => s.State != StatementState.Rejected);

    private static IEnumerable<CaseStatement> Doubtful(Case all) => all.Reading.Statements.Where(StatementsView.Doubtful);

    private static string Told(Case all)
    {
        // A day that stays open on one side would stretch the span to where nothing was told.
        var days = all.Articles.Select(a => a.Published?.Moment).OfType<Moment>().Where(d => d is { Earliest: not null, Latest: not null }).ToList();
        var (first, last) = (days.Min(d => d.Earliest), days.Max(d => d.Latest));
        return first is { } from && last is { } to ? $"      told {Say.Between(from, to)}" : "";
    }

    // What is disputed comes first, disputes before the points that are told differently.
    private static void Differences(Sheet sheet, Case all)
    {
        var counts = DisputesView.Counts(all);
        var events = AccountsView.MostDisputed(all).Take(MostEvents).ToList();
        foreach (var about in events.Where(counts.ContainsKey))
        {
            Difference(sheet, all, about);
        }

        if (counts.ContainsKey(""))
        {
            sheet.Blank().Line(new Bit(AccountsView.Elsewhere, Tone.Strong));
            DisputesView.Rows(sheet, all, null, MostDisputes);
        }

        foreach (var about in events.Where(e => !counts.ContainsKey(e)))
        {
            Difference(sheet, all, about);
        }
    }

    private static void Difference(Sheet sheet, Case all, string about)
    {
        sheet.Blank().Line(new Bit($"Where the accounts differ: {EventName.Of(all, about)}", Tone.Strong));
        DisputesView.Rows(sheet, all, about, MostDisputes);
        AccountsView.Rows(sheet, all, about, differingOnly: true);
    }

    private static void Answers(Sheet sheet, Case all, int most)
    {
        var rows = new List<IReadOnlyList<IReadOnlyList<Bit>>>();
        foreach (var one in AnswersView.Of(all))
        {
            var row = new List<IReadOnlyList<Bit>>
            {
                new List<Bit>
                {
                    new(one.Accused, Tone.Strong),
                    one.Status,
                    new(Charge(all, one.Charges[0]), Tone.Words),
                    new(one.Charges.Count > 1 ? Say.Count(one.Charges.Count, "charge") : one.Articles > 1 ? Say.Count(one.Articles, "article") : all.OutletOf(one.Charges[0].Article), Tone.Quiet),
                },
            };
            if (one.By is { } by)
            {
                row.Add([new Bit(""), new Bit(""), new Bit($"→ {Said(all, by)}", Tone.Words), new Bit(all.OutletOf(by.Article), Tone.Quiet)]);
            }

            rows.Add(row);
        }

        var answering = all.Reading.Answers.SelectMany(a => a.By).ToHashSet(StringComparer.Ordinal);
        foreach (var group in Declined(all).Where(s => !answering.Contains(s.Statement.Id)).GroupBy(s => StatementsView.SpeakerOf(all, s)).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var articles = group.Select(s => s.Article).Distinct().ToList();
            rows.Add([[new Bit(group.Key, Tone.Strong), "declined to comment", new Bit(Say.Quoted(ChargeWords(all, group.First())), Tone.Words), new Bit(articles.Count > 1 ? Say.Count(articles.Count, "article") : all.OutletOf(articles[0]), Tone.Quiet)]]);
        }

        foreach (var vote in all.Reading.Events.Where(e => e.Vote is { Positions.Count: > 0 }).OrderBy(e => e.Id, StringComparer.Ordinal))
        {
            var vetoes = vote.Vote!.Positions.Where(p => p.Value == VotePosition.Veto).Select(p => all.NameOf(p.Key)).Order(StringComparer.Ordinal).ToList();
            if (vetoes.Count > 0)
            {
                rows.Add([[new Bit(string.Join(", ", vetoes), Tone.Strong), "vetoed", vote.Vote.Measure ?? EventName.Of(vote), new Bit(vote.Vote.Body ?? "", Tone.Quiet)]]);
            }
        }

        if (rows.Count > 0)
        {
            if (sheet.Lines.Count > 0)
            {
                sheet.Blank();
            }

            sheet.Line(new Bit("Who answered whom", Tone.Strong)).Table([.. rows.Take(most).SelectMany(r => r)], keep: 2, whole: 1);
            More(sheet, rows.Count - most, "stemma show --answers");
        }
    }

    // The answer in its own words; who gave it, where that was somebody else.
    private static string Said(Case all, CaseStatement by) => $"{StatementsView.SpeakerOf(all, by)}: {Say.Quoted(ChargeWords(all, by))}";

    // "The ministry: “accused the council of neglect”": without the cue an accusation reads like a headless phrase.
    private static string Charge(Case all, CaseStatement accusing) => $"{StatementsView.SpeakerOf(all, accusing)}: {Say.Quoted(ChargeWords(all, accusing))}";

    /// <summary>What somebody is charged with, in the article's words: with the cue, where the content goes on from it.</summary>
    public static string ChargeWords(Case all, CaseStatement accusing)
    {
        var (text, s) = (all.Article(accusing.Article).Article.Text, accusing.Statement);
        return !s.Cue.IsEmpty && !s.Content.IsEmpty && s.Content[0].Begin - s.Cue[^1].End is 0 or 1 ? text[s.Cue[0].Begin..s.Content.Hull.End] : s.Content.Of(text);
    }

    private static void Hands(Sheet sheet, Case all)
    {
        var taken = all.Reading.Hops.Where(h => h.Parent is not null && all.Has(h.Parent)).ToList();
        if (taken.Count == 0)
        {
            return;
        }

        sheet.Blank().Line(new Bit("From hand to hand", Tone.Strong), new Bit("      stemma trace", Tone.Quiet));
        foreach (var (root, carry, lost) in TraceView.Roots(all).Where(r => r.Carry > 0).Take(MostHands))
        {
            sheet.Line($"  {carry} of {Say.Count(all.Articles.Count, "article")} {(carry == 1 ? "carries" : "carry")} words of {all.OutletOf(root)}, {Say.Day(all.Article(root).Published?.Moment)}{(lost > 0 ? $"; {lost} lost a hedge on the way" : "")}");
        }
    }

    private static void Doubts(Sheet sheet, Case all)
    {
        var rows = new List<IReadOnlyList<Bit>>();
        if (Doubtful(all).Count() is > 0 and var doubtful)
        {
            rows.Add([new Bit($"{Say.Count(doubtful, "statement")} without a sure speaker or reading", Tone.Alert), new Bit("stemma statements --doubt", Tone.Quiet)]);
        }

        if (all.Articles.Count(a => a.Published is null) is > 0 and var undated)
        {
            rows.Add([new Bit($"{Say.Count(undated, "article")} without a day", Tone.Alert), new Bit("stemma correct article ID --date DAY", Tone.Quiet)]);
        }

        if (all.Refusals.Count > 0)
        {
            rows.Add([new Bit($"{Say.Count(all.Refusals.Count, "file")} refused", Tone.Alert), new Bit($"{all.Refusals[0].File}: {all.Refusals[0].Message}", Tone.Quiet)]);
        }

        if (all.Orphans.Count > 0)
        {
            rows.Add([new Bit($"{Say.Count(all.Orphans.Count, "correction")} no longer {(all.Orphans.Count == 1 ? "finds its" : "find their")} words", Tone.Alert), new Bit($"stemma why {all.Orphans[0]}", Tone.Quiet)]);
        }

        if (rows.Count > 0)
        {
            sheet.Blank().Line(new Bit("Needs a look", Tone.Strong)).Table(rows);
        }
    }

    private static void More(Sheet sheet, int more, string command)
    {
        if (more > 0)
        {
            sheet.Line(new Bit($"  and {more} more      {command}", Tone.Quiet));
        }
    }
}
