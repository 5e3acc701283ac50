namespace Stemma.Views;

/// <summary>When it happened, when it was said, when it was published: three kinds of lines in order of their days.</summary>
public static class TimelineView
{
    /// <summary>One line of the timeline; without a day, it stands last.</summary>
    /// <param name="Lane">happened, said, published.</param>
    /// <param name="Id">What it counts: an event, a statement, an article.</param>
    public sealed record Entry(string Lane, Moment? When, string Who, string What, string Id);

    public static IReadOnlyList<Entry> Entries(Case all)
    {
        var happened = all.Reading.Events.Select(e => new Entry("happened", e.Date, Sources(e), EventName.Of(e), e.Id));
        var said = all.Reading.Statements
            .Where(s => s is { State: not StatementState.Rejected, Statement: { Said: not null, Voice: Voice.Reported } })
            .Select(s => new Entry("said", s.Statement.Said!.Moment, StatementsView.SpeakerOf(all, s), Sheet.Flat(s.Statement.Content.Of(all.Article(s.Article).Article.Text)), s.Statement.Id));
        var published = all.Articles.Select(a => new Entry("published", a.Published?.Moment, all.OutletOf(a.Article.Id), a.Article.Title ?? "(no headline)", a.Article.Id));
        return [.. happened.Concat(said).Concat(published)
            .OrderBy(e => e.When?.Earliest ?? e.When?.Latest ?? DateOnly.MaxValue)
            .ThenBy(e => e.When?.Latest ?? DateOnly.MaxValue)
            .ThenBy(e => Lane(e.Lane))
            .ThenBy(e => e.Who, StringComparer.Ordinal)
            .ThenBy(e => e.Id, StringComparer.Ordinal)];
    }

    public static Sheet Of(Case all, int width)
    {
        var (rows, day) = (new List<IReadOnlyList<Bit>>(), "");
        foreach (var entry in Entries(all))
        {
            var now = Say.Day(entry.When);
            rows.Add(
            [
                new Bit(now == day ? "" : now, Tone.Strong),
                new Bit(entry.Lane, Tone.Quiet),
                entry.Who,
                new Bit(entry.What, entry.Lane == "said" ? Tone.Words : Tone.Plain),
                new Bit(entry.Id, Tone.Quiet),
            ]);
            day = now;
        }

        return new Sheet(width).Table(rows, indent: 0);
    }

    private static string Sources(CaseEvent happening) => happening.Articles.Count == 0 ? "" : Say.Count(happening.Articles.Count, "article");

    private static int Lane(string lane) => lane switch { "happened" => 0, "said" => 1, _ => 2 };
}
